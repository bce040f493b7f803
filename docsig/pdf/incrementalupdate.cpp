// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/pdf/incrementalupdate.h"

#include <QCryptographicHash>

namespace docsig::pdf {

namespace {

QByteArray bigEndian(quint64 number, int width) {
    QByteArray bytes(width, '\0');
    for (int index = width - 1; index >= 0; --index) {
        bytes[index] = static_cast<char>(number & 0xFF);
        number >>= 8;
    }
    return bytes;
}

/// Runs of consecutive numbers: first and count.
QList<std::pair<int, int>> runsOf(const QMap<int, qsizetype>& offsets) {
    QList<std::pair<int, int>> runs;
    for (auto entry = offsets.constBegin(); entry != offsets.constEnd(); ++entry) {
        if (!runs.isEmpty() && runs.constLast().first + runs.constLast().second == entry.key()) {
            ++runs.last().second;
        } else {
            runs << std::pair(entry.key(), 1);
        }
    }
    return runs;
}

} // namespace

IncrementalUpdate::IncrementalUpdate(const Document& base)
    : m_base(base)
    , m_next(base.size()) {}

Reference IncrementalUpdate::allocate() {
    return {m_next++, 0};
}

void IncrementalUpdate::put(Reference id, const Value& value) {
    m_objects.insert(id.number, {id, value, std::nullopt});
}

void IncrementalUpdate::putStream(Reference id, const Dictionary& dictionary, const QByteArray& data) {
    Dictionary written = dictionary;
    written.insert("Length", Value(static_cast<qint64>(data.size())));
    m_objects.insert(id.number, {id, Value(written), data});
}

Reference IncrementalUpdate::add(const Value& value) {
    const Reference id = allocate();
    put(id, value);
    return id;
}

Reference IncrementalUpdate::addStream(const Dictionary& dictionary, const QByteArray& data) {
    const Reference id = allocate();
    putStream(id, dictionary, data);
    return id;
}

Reference IncrementalUpdate::addStreamOnce(const Dictionary& dictionary, const QByteArray& data) {
    for (const Written& written : std::as_const(m_objects)) {
        Dictionary other = written.value.dictionary();
        other.remove("Length");
        if (written.stream == data && Value(other) == Value(dictionary)) {
            return written.id;
        }
    }
    return addStream(dictionary, data);
}

Value IncrementalUpdate::object(int number) const {
    const auto changed = m_objects.constFind(number);
    return changed == m_objects.constEnd() ? m_base.object(number) : changed->value;
}

Value IncrementalUpdate::resolve(const Value& value) const {
    Value current = value;
    for (int step = 0; step < 32 && current.asReference() != nullptr; ++step) {
        current = m_objects.contains(current.asReference()->number) ? object(current.asReference()->number)
                                                                    : m_base.resolve(current);
    }
    return current;
}

Reference IncrementalUpdate::referenceTo(int number) const {
    const Entry entry = m_base.entries().value(number);
    return {number, entry.kind == Entry::Kind::InFile ? entry.generation : 0};
}

Dictionary IncrementalUpdate::newTrailer() const {
    Dictionary trailer;
    for (const char* key : {"Root", "Info", "ID"}) {
        if (m_base.trailer().contains(key)) {
            trailer.insert(key, m_base.trailer().value(key));
        }
    }
    // The first half of the identifier stays, the second changes with every update (§14.4).
    const Array identifiers = m_base.get(m_base.trailer(), "ID").array();
    QCryptographicHash hash(QCryptographicHash::Md5);
    hash.addData(QByteArray::number(m_base.bytes().size()));
    for (const Written& object : m_objects) {
        hash.addData(object.value.toPdf());
    }
    const String fresh{hash.result(), true};
    const Value first = identifiers.size() == 2 ? identifiers.constFirst() : Value(fresh);
    trailer.insert("ID", Value(Array{first, Value(fresh)}));
    trailer.insert("Prev", Value(m_base.sections().constFirst().offset));
    return trailer;
}

QByteArray IncrementalUpdate::revision() const {
    m_offsets.clear();
    const qsizetype base = m_base.bytes().size();
    QByteArray added;
    if (!m_base.bytes().endsWith('\n')) {
        added += '\n';
    }
    for (const Written& object : m_objects) {
        m_offsets.insert(object.id.number, base + added.size());
        added += QByteArray::number(object.id.number) + ' ' + QByteArray::number(object.id.generation) + " obj\n" +
                 object.value.toPdf();
        if (object.stream) {
            added += "\nstream\n" + *object.stream + "\nendstream";
        }
        added += "\nendobj\n";
    }
    const qsizetype start = base + added.size();
    if (m_base.sections().constFirst().isStream) {
        writeStreamSection(added, start, newTrailer());
    } else {
        writeTable(added, newTrailer());
    }
    return added + "startxref\n" + QByteArray::number(start) + "\n%%EOF\n";
}

void IncrementalUpdate::writeTable(QByteArray& file, const Dictionary& trailer) const {
    file += "xref\n";
    for (const auto& [first, count] : runsOf(m_offsets)) {
        file += QByteArray::number(first) + ' ' + QByteArray::number(count) + '\n';
        for (int number = first; number < first + count; ++number) {
            const int generation = m_objects.value(number).id.generation;
            file += QByteArray::number(m_offsets.value(number)).rightJustified(10, '0') + ' ' +
                    QByteArray::number(generation).rightJustified(5, '0') + " n \n";
        }
    }
    Dictionary whole = trailer;
    whole.insert("Size", Value(m_next));
    file += "trailer\n" + Value(whole).toPdf() + '\n';
}

void IncrementalUpdate::writeStreamSection(QByteArray& file, qsizetype start, Dictionary trailer) const {
    const int own = m_next;
    QMap<int, qsizetype> offsets = m_offsets;
    offsets.insert(own, start);
    QByteArray rows;
    Array index;
    for (const auto& [first, count] : runsOf(offsets)) {
        index << Value(first) << Value(count);
        for (int number = first; number < first + count; ++number) {
            rows += bigEndian(1, 1) + bigEndian(static_cast<quint64>(offsets.value(number)), 5) +
                    bigEndian(static_cast<quint64>(m_objects.value(number).id.generation), 2);
        }
    }
    trailer.insert("Type", Value::name("XRef"));
    trailer.insert("Size", Value(own + 1));
    trailer.insert("W", Value(Array{Value(1), Value(5), Value(2)}));
    trailer.insert("Index", Value(index));
    trailer.insert("Length", Value(static_cast<qint64>(rows.size())));
    file +=
        QByteArray::number(own) + " 0 obj\n" + Value(trailer).toPdf() + "\nstream\n" + rows + "\nendstream\nendobj\n";
}

} // namespace docsig::pdf
