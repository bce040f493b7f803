// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

#include <compare>
#include <optional>

namespace app {

/// A UUID that says what it names: 36 characters, lower case, without braces. It cannot be empty and cannot be another
/// thing's id by mistake; use std::optional where there may be none.
template <typename Tag>
class Identifier {
public:
    /// A random one (version 4).
    [[nodiscard]] static Identifier create() { return Identifier(randomUuid()); }
    /// Reads any usual writing of a UUID; nothing for anything else and for the null UUID.
    [[nodiscard]] static std::optional<Identifier> parse(QStringView text) {
        const QString uuid = canonicalUuid(text);
        return uuid.isEmpty() ? std::nullopt : std::optional(Identifier(uuid));
    }
    /// The same id for the same name, everywhere (version 5).
    [[nodiscard]] static Identifier ofName(const QByteArray& name) { return Identifier(namedUuid(name)); }

    [[nodiscard]] const QString& text() const { return m_text; }

    friend bool operator==(const Identifier&, const Identifier&) = default;
    friend auto operator<=>(const Identifier& one, const Identifier& other) {
        return one.m_text.compare(other.m_text) <=> 0;
    }
    friend size_t qHash(const Identifier& id, size_t seed = 0) { return ::qHash(id.m_text, seed); }

private:
    explicit Identifier(QString text)
        : m_text(std::move(text)) {}

    static QString randomUuid();
    static QString canonicalUuid(QStringView text);
    static QString namedUuid(const QByteArray& name);

    QString m_text;
};

/// Names a document (a draft, too) in one office. Every receiver has an id of its own for the same paper.
using DocumentId = Identifier<struct DocumentTag>;
/// Names a dossier (hồ sơ công việc).
using DossierId = Identifier<struct DossierTag>;
/// Names a question of a leader to members of the office (phiếu lấy ý kiến).
using OpinionId = Identifier<struct OpinionTag>;
/// Names a meeting of the office (hồ sơ họp).
using MeetingId = Identifier<struct MeetingTag>;

extern template class Identifier<DocumentTag>;
extern template class Identifier<DossierTag>;
extern template class Identifier<OpinionTag>;
extern template class Identifier<MeetingTag>;

/// The id of the incoming document that a packet makes: the same on every computer of the office, and the same when the
/// packet comes twice.
[[nodiscard]] DocumentId documentOfPacket(const QByteArray& packetSha256);

} // namespace app
