// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMap>

namespace docsig::pdf {

/// Where an object is (ISO 32000-1 §7.5.4, §7.5.8).
struct Entry {
    enum class Kind : quint8 { Free, InFile, InStream };

    Kind kind = Kind::Free;
    qint64 place = 0;   ///< offset in the file, or number of the object stream
    int generation = 0; ///< or index in the object stream

    friend bool operator==(const Entry&, const Entry&) = default;
};

/// Entries by object number. A flat, sorted list, since a file may have hundreds of thousands and nearly always names
/// them in order; copies share it. What comes out of order waits aside until settle().
class Entries {
public:
    struct Numbered {
        int number = 0;
        Entry entry;
        friend bool operator==(const Numbered&, const Numbered&) = default;
    };

    class const_iterator {
    public:
        [[nodiscard]] int key() const { return m_at->number; }
        [[nodiscard]] const Entry& value() const { return m_at->entry; }
        const Entry& operator*() const { return m_at->entry; }
        const Entry* operator->() const { return &m_at->entry; }
        const_iterator& operator++() {
            ++m_at;
            return *this;
        }
        friend bool operator==(const const_iterator&, const const_iterator&) = default;

    private:
        friend class Entries;
        explicit const_iterator(const Numbered* at)
            : m_at(at) {}

        const Numbered* m_at;
    };

    /// Sets the entry of a number, which may have one already.
    void insert(int number, const Entry& entry);
    /// To be called once when all are in: only then may they be gone through.
    void settle();
    /// The settled lists as one; where several name a number, the first of them counts.
    [[nodiscard]] static Entries merged(const QList<Entries>& lists);

    [[nodiscard]] const_iterator constFind(int number) const;
    [[nodiscard]] bool contains(int number) const { return constFind(number) != constEnd(); }
    [[nodiscard]] Entry value(int number) const {
        const auto found = constFind(number);
        return found == constEnd() ? Entry() : *found;
    }
    [[nodiscard]] qsizetype size() const { return m_list.size() + m_late.size(); }
    [[nodiscard]] bool isEmpty() const { return m_list.isEmpty() && m_late.isEmpty(); }
    [[nodiscard]] int lastKey() const { return m_list.constLast().number; }
    [[nodiscard]] const_iterator constBegin() const { return const_iterator(m_list.constData()); }
    [[nodiscard]] const_iterator constEnd() const { return const_iterator(m_list.constData() + m_list.size()); }

private:
    QList<Numbered> m_list;
    QMap<int, Numbered> m_late; ///< none of them is in the list
};

} // namespace docsig::pdf
