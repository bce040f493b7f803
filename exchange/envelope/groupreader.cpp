// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/envelope/groupreader.h"

namespace exchange {

using namespace Qt::Literals::StringLiterals;

namespace {

void tellUndeclared(const QString& prefix, const NamespaceScope& scope, const QString& path, ReadNotes& notes) {
    if (prefix.isEmpty() || prefix == "xml"_L1 || prefix == "xmlns"_L1 || scope.contains(prefix) ||
        notes.undeclared.contains(prefix)) {
        return;
    }
    notes.undeclared.insert(prefix);
    notes.findings.append(finding("packet-prefix-undeclared", path, prefix));
}

} // namespace

void lookAtNames(const ElementAt& at, const QStringList& knownAttributes, ReadNotes& notes) {
    const NamespaceScope scope = scopeInside(at.node, at.outer);
    tellUndeclared(at.node.prefix(), scope, at.path, notes);
    for (const XmlAttribute& attribute : at.node.attributes) {
        const QString prefix = attribute.name.contains(u':') ? attribute.name.section(u':', 0, 0) : QString();
        tellUndeclared(prefix, scope, at.path, notes);
        const bool declaration = attribute.name == "xmlns"_L1 || prefix == "xmlns"_L1;
        const bool schemaHint = scope.value(prefix) == edxml::SchemaInstance;
        if (!declaration && !schemaHint && !knownAttributes.contains(attribute.name.section(u':', -1))) {
            notes.findings.append(
                finding("packet-attribute-unknown", at.path, attribute.name + u'=' + attribute.value.left(200)));
        }
    }
}

void keepUnknown(const XmlNode& node, const ElementAt& parent, ReadNotes& notes) {
    const NamespaceScope scope = scopeInside(parent.node, parent.outer);
    const QString place = parent.childPath(node.local());
    tellUndeclared(node.prefix(), scopeInside(node, scope), place, notes);
    notes.unknown.append({parent.path, standaloneXml(node, scope)});
    if (node.local() == "Signature"_L1) {
        notes.findings.append(finding("packet-signature-unchecked", place));
    } else {
        notes.findings.append(finding("packet-element-unknown", place));
    }
}

GroupReader::GroupReader(const ElementAt& at, ReadNotes& notes)
    : m_at(at)
    , m_notes(notes) {}

void GroupReader::one(QLatin1StringView name, std::function<void(const ElementAt&)> take) {
    m_rules.insert(name, {false, [take = std::move(take)](const ElementAt& at) {
                              take(at);
                              return true;
                          }});
}

void GroupReader::many(QLatin1StringView name, std::function<bool(const ElementAt&)> take) {
    m_rules.insert(name, {true, std::move(take)});
}

void GroupReader::texts(QLatin1StringView name, QStringList& list, qsizetype limit) {
    many(name, [this, &list, limit](const ElementAt& at) {
        const QString text = leaf(at, limit);
        if (text.isEmpty()) {
            return false;
        }
        list.append(text);
        return true;
    });
}

void GroupReader::run() {
    lookAtNames(m_at, m_attributes, m_notes);
    const NamespaceScope scope = scopeInside(m_at.node, m_at.outer);
    QMap<QString, int> seen;
    for (const XmlNode& child : m_at.node.children) {
        if (child.isText()) {
            if (!child.text.trimmed().isEmpty()) {
                m_notes.findings.append(finding("packet-text-stray", m_at.path, child.text.trimmed().left(500)));
            }
            continue;
        }
        const QString name = child.local();
        const auto rule = m_rules.find(name);
        if (rule == m_rules.end()) {
            keepUnknown(child, m_at, m_notes);
            continue;
        }
        const int count = seen.value(name);
        if (count > 0 && !rule->repeatable) {
            m_notes.unknown.append({m_at.path, standaloneXml(child, scope)});
            m_notes.findings.append(finding("packet-element-doubled", m_at.childPath(name)));
            continue;
        }
        QString path = m_at.childPath(name);
        if (rule->repeatable) {
            path += u"[%1]"_s.arg(count + 1);
        }
        if (rule->take(ElementAt{child, path, scope})) {
            seen[name] = count + 1;
        }
    }
    for (const QString& name : std::as_const(m_required)) {
        if (!seen.contains(name) || m_empty.contains(name)) {
            m_notes.findings.append(finding("packet-element-missing", m_at.childPath(name)));
        }
    }
}

QString GroupReader::leaf(const ElementAt& at, qsizetype limit) {
    lookAtNames(at, {}, m_notes);
    for (const XmlNode& child : at.node.children) {
        if (!child.isText()) {
            keepUnknown(child, at, m_notes);
        }
    }
    const QString text = at.node.leafText();
    if (limit > 0 && charactersOf(text) > limit) {
        m_notes.findings.append(
            finding("packet-text-over-limit", at.path, u"%1 > %2"_s.arg(charactersOf(text)).arg(limit)));
    }
    return text;
}

void GroupReader::take(QString& target, const QString& text, const QString&) {
    target = text;
}

void GroupReader::take(DateText& target, const QString& text, const QString& path) {
    target = DateText::fromText(text);
    if (target.isEmpty()) {
        return;
    }
    if (!target.date) {
        m_notes.findings.append(finding("packet-date-wrong", path, text));
    } else if (DateText::of(*target.date).raw != target.raw) {
        m_notes.findings.append(finding("packet-date-form", path, text));
    }
}

void GroupReader::take(TimeText& target, const QString& text, const QString& path) {
    target = TimeText::fromText(text);
    if (target.isEmpty()) {
        return;
    }
    if (!target.time) {
        m_notes.findings.append(finding("packet-time-wrong", path, text));
    } else if (TimeText::of(*target.time).raw != target.raw) {
        m_notes.findings.append(finding("packet-time-form", path, text));
    }
}

void GroupReader::take(NumberText& target, const QString& text, const QString& path) {
    target = NumberText::fromText(text);
    if (!target.isEmpty() && !target.value) {
        m_notes.findings.append(finding("packet-number-wrong", path, text));
    }
}

} // namespace exchange
