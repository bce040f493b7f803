// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentid.h"
#include "app/domain/documentkind.h"
#include "app/domain/organid.h"
#include "app/domain/urgency.h"

#include <QByteArray>
#include <QDate>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace app {

/// What a clerk reads off a document that came on paper (Nghị định 30/2020 art. 22, Phụ lục VI). It says what stands on
/// the paper, and proves nothing.
struct PaperEntry {
    QByteArray key{};  ///< 32 hex digits, drawn once: names the document (documentOfPaper)
    OrganRef sender{}; ///< with a code where the directory has it, else the name alone
    QString number{};  ///< as written; letters of citizens have none
    QString notation{};
    QDate date{}; ///< of issue; invalid: none stands on it
    DocumentKind kind = DocumentKind::CongVan;
    QString subject{};
    Urgency urgency = Urgency::Normal;
    QDate dueDate{}; ///< invalid: none
    QString signer{};
    int pages = 0; ///< of the paper; 0: not counted
    QString note{};
    QByteArray scanSha256{}; ///< of the PDF that was made of it; empty: there is none
    QString scanName{};
    QString envelopeFor{}; ///< mailbox of whom its envelope names, which was not opened; empty: it was

    friend bool operator==(const PaperEntry&, const PaperEntry&) = default;
};

// The longest that is taken, in characters.
inline constexpr int longestPaperText = 4000; ///< subject and note
inline constexpr int longestPaperName = 500;  ///< everything else
inline constexpr int mostPaperPages = 10'000;

/// A fresh key.
[[nodiscard]] QByteArray newPaperKey();
[[nodiscard]] bool isPaperKey(const QByteArray& key);
/// The id of the document with that key. No other kind of document can have it: those that a packet makes have the id
/// of their packet, and those drafted here a random one.
[[nodiscard]] DocumentId documentOfPaper(const QByteArray& key);

/// What is wrong with an entry: the name of the member that is too long, or holds what it can't; empty where nothing
/// is.
[[nodiscard]] QString faultOf(const PaperEntry& entry);
/// As it is written down and shown: no characters that can't be seen, no needless space, NFC.
[[nodiscard]] PaperEntry tidied(const PaperEntry& entry);
/// "12/STC-NS".
[[nodiscard]] QString paperNumber(const PaperEntry& entry);
/// What a correction changed, each as "before → now"; the same in every language. Empty where nothing did.
[[nodiscard]] QStringList paperChanges(const PaperEntry& before, const PaperEntry& now);

[[nodiscard]] QJsonObject toJson(const PaperEntry& entry);
/// Nothing where it is none that could have been written.
[[nodiscard]] std::optional<PaperEntry> paperEntryFromJson(const QJsonObject& object);

} // namespace app
