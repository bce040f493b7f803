// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/pdf/document.h"

namespace docsig::pdf {

/// New and changed objects on top of a document, written behind its bytes as one revision (ISO 32000-1 §7.5.6). The
/// section has the form of the file's last one: a table or a stream.
class IncrementalUpdate {
public:
    explicit IncrementalUpdate(const Document& base);

    /// A number for a new object.
    [[nodiscard]] Reference allocate();
    /// Replaces or adds an object; the generation of a changed one is kept.
    void put(Reference id, const Value& value);
    void putStream(Reference id, const Dictionary& dictionary, const QByteArray& data);
    Reference add(const Value& value);
    Reference addStream(const Dictionary& dictionary, const QByteArray& data);
    /// The same, but a stream that this update has already is not written twice.
    Reference addStreamOnce(const Dictionary& dictionary, const QByteArray& data);
    /// The object as it will be: changed here, or as the base has it.
    [[nodiscard]] Value object(int number) const;
    [[nodiscard]] Value resolve(const Value& value) const;
    [[nodiscard]] const Document& base() const { return m_base; }
    /// The reference under which an object of the base is to be replaced.
    [[nodiscard]] Reference referenceTo(int number) const;

    /// The whole file with the new revision.
    [[nodiscard]] QByteArray write() const { return m_base.bytes() + revision(); }
    /// The new revision alone: what is to be written behind the bytes of the base.
    [[nodiscard]] QByteArray revision() const;
    /// Where in the file that was written the object begins; for the signature dictionary, whose places are patched
    /// afterwards.
    [[nodiscard]] qsizetype offsetOf(int number) const { return m_offsets.value(number, -1); }

private:
    struct Written {
        Reference id;
        Value value;
        std::optional<QByteArray> stream;
    };

    void writeTable(QByteArray& file, const Dictionary& trailer) const;
    void writeStreamSection(QByteArray& file, qsizetype start, Dictionary trailer) const;
    [[nodiscard]] Dictionary newTrailer() const;

    const Document& m_base;
    int m_next;
    QMap<int, Written> m_objects;
    mutable QMap<int, qsizetype> m_offsets;
};

} // namespace docsig::pdf
