// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/envelope/groupwriter.h"

#include "exchange/envelope/schema.h"

namespace exchange {

using namespace Qt::Literals::StringLiterals;

namespace {

/// What may not stand in a packet: XML forbids most of it, and the rest (C1 controls, characters that turn the reading
/// order) would make a reader see another text than the one that was signed for.
bool isForbidden(char32_t character) {
    if (character == U'\n' || character == U'\t') {
        return false;
    }
    const bool turns = (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
    const QChar::Category category = QChar::category(character);
    return turns || category == QChar::Other_Control || category == QChar::Other_Surrogate ||
           QChar::isNonCharacter(character);
}

} // namespace

QString GroupWriter::pathOf(const QString& parent, const QString& name, int index) {
    const QString path = parent.isEmpty() ? name : parent + u'/' + name;
    return index > 0 ? path + u"[%1]"_s.arg(index) : path;
}

void GroupWriter::refuse(std::unexpected<Error> failure) {
    if (!m_failure) {
        m_failure = std::move(failure).error();
    }
}

QString GroupWriter::clean(const QString& text, const QString& path) {
    if (!text.isValidUtf16() ||
        std::ranges::any_of(text.toUcs4(), [](char32_t character) { return isForbidden(character); })) {
        refuse(fail("packet-control-character", path));
    }
    return text.normalized(QString::NormalizationForm_C).trimmed();
}

void GroupWriter::leaf(XmlNode& parent, const QString& path, const QString& name, const QString& text, qsizetype limit,
                       bool required, int index) {
    group(
        parent, path, name, false,
        [&](XmlNode& node, const QString& place) {
            const QString cleaned = clean(text, place);
            if (limit > 0 && charactersOf(cleaned) > limit) {
                const QString detail = u"%1: %2 of %3 characters"_s.arg(place).arg(charactersOf(cleaned)).arg(limit);
                refuse(name == "Subject"_L1 ? fail("packet-subject-too-long", detail)
                                            : fail("packet-field-too-long", detail));
            }
            if (required && cleaned.isEmpty()) {
                refuse(fail("packet-field-missing", place));
            }
            if (!cleaned.isEmpty()) {
                XmlNode run;
                run.text = cleaned;
                node.children.push_back(std::move(run));
            }
        },
        index);
}

void GroupWriter::texts(XmlNode& parent, const QString& path, const QString& name, const QStringList& list,
                        qsizetype limit) {
    int index = 0;
    for (const QString& text : list) {
        if (!text.trimmed().isEmpty()) {
            leaf(parent, path, name, text, limit, false, ++index);
        }
    }
}

void GroupWriter::appendUnknown(XmlNode& node, const QString& path) {
    for (const UnknownElement& element : m_unknown) {
        if (element.path != path) {
            continue;
        }
        ++m_placed;
        if (auto checked = checkForwarded(element.xml); !checked) {
            refuse(std::unexpected(checked.error()));
        }
        XmlNode raw;
        raw.raw = element.xml;
        node.children.push_back(std::move(raw));
    }
}

Result<void> GroupWriter::result() const {
    if (m_failure) {
        return std::unexpected(*m_failure);
    }
    if (m_placed != m_unknown.size()) {
        return fail(
            "packet-forward-misplaced",
            u"%1 of %2 elements have no parent any more"_s.arg(m_unknown.size() - m_placed).arg(m_unknown.size()));
    }
    return {};
}

QString GroupWriter::form(const DateText& date, const QString& path, const QString& name) {
    if (!date.isEmpty() && !date.date) {
        refuse(fail("packet-date-invalid", path + u'/' + name + u": "_s + date.raw.left(40)));
    }
    return date.date ? DateText::of(*date.date).raw : QString();
}

QString GroupWriter::form(const TimeText& time, const QString& path, const QString& name) {
    if (!time.isEmpty() && !time.time) {
        refuse(fail("packet-time-invalid", path + u'/' + name + u": "_s + time.raw.left(40)));
    }
    return time.time ? TimeText::of(*time.time).raw : QString();
}

QString GroupWriter::form(const NumberText& number, const QString& path, const QString& name) {
    if (!number.isEmpty() && !number.value) {
        refuse(fail("packet-number-invalid", path + u'/' + name + u": "_s + number.raw.left(40)));
    }
    return number.raw;
}

} // namespace exchange
