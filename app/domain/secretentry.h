// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentkind.h"
#include "app/domain/urgency.h"
#include "app/domain/wiped.h"

#include <QByteArray>
#include <QDate>
#include <QJsonObject>
#include <QString>

#include <compare>
#include <optional>

namespace app {

enum class SecretDirection { Incoming, Outgoing };
/// "incoming", "outgoing".
[[nodiscard]] QString secretDirectionKey(SecretDirection direction);
[[nodiscard]] std::optional<SecretDirection> secretDirectionFromKey(QStringView key);

/// Which line of the secret books: each direction has a series of its own in each year.
struct SecretRef {
    SecretDirection direction = SecretDirection::Incoming;
    int year = 0;
    int number = 0;

    friend auto operator<=>(const SecretRef&, const SecretRef&) = default;
};
/// "incoming/2026/7", as it is written on the command line.
[[nodiscard]] QString secretRefKey(const SecretRef& ref);
[[nodiscard]] std::optional<SecretRef> secretRefFromKey(QStringView key);

/// What a clerk enters of a document with a degree of secrecy, which is on paper and never in an exchange (QĐ
/// 28/2018/QĐ-TTg art. 1). The columns are those of the registers of Nghị định 30/2020, Phụ lục IV, with the degree.
struct SecretEntry {
    Secrecy degree = Secrecy::Confidential;
    QDate date{};                ///< on which it came, or was issued; at +07:00. Its year is the book's
    SecretText counterpart{};    ///< whose document it is; outgoing: who receives it
    SecretText documentNumber{}; ///< number and notation that its author gave it
    QDate documentDate{};        ///< incoming: of issue; invalid: none stands on it
    DocumentKind kind = DocumentKind::CongVan;
    SecretText subject{}; ///< empty where it is withheld: who sets the degree may forbid to write it down
    int copies = 1;
    SecretText keeper{};   ///< who keeps it, or has the copy of the file
    SecretText receiver{}; ///< who received it and signed for it
    QDate dueDate{};       ///< invalid: none
    SecretText remark{};

    [[nodiscard]] bool isWithheld() const { return subject.isEmpty(); }

    friend bool operator==(const SecretEntry&, const SecretEntry&) = default;
};

// The longest that is taken, in characters.
inline constexpr int longestSecretText = 2000; ///< subject, remark
inline constexpr int longestSecretName = 300;  ///< everything else
inline constexpr int mostSecretCopies = 1000;

/// What is wrong with an entry: the name of the member that is missing, too long, or holds what it can't; empty where
/// nothing is.
[[nodiscard]] QString faultOf(const SecretEntry& entry);
/// Without what can't be seen and needless space, NFC.
[[nodiscard]] SecretEntry tidied(const SecretEntry& entry);

[[nodiscard]] QJsonObject toJson(const SecretEntry& entry);
/// Nothing where it is none that could have been written.
[[nodiscard]] std::optional<SecretEntry> secretEntryFromJson(const QJsonObject& object);

} // namespace app
