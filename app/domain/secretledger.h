// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"
#include "app/domain/secretentry.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <map>
#include <optional>
#include <utility>

namespace app {

/// What was done in the secret books. Looking and printing stand in them as well.
enum class SecretDeed {
    Created,
    Unlocked,
    Entered,
    Corrected,
    Voided,
    Viewed,
    ScanAttached,
    ScanViewed,
    Printed,
    PassphraseChanged,
    RestoreAccepted, ///< somebody knows that these books are older than what this profile had, and says why
};
/// "created", "unlocked", "entered", …
[[nodiscard]] QString secretDeedKey(SecretDeed deed);

/// The scan of a document, in a sealed file of its own beside the books.
struct SecretScan {
    QByteArray file{};   ///< SHA-256 (hex) of the sealed bytes: the file's name
    QByteArray sha256{}; ///< of the PDF
    qint64 size = 0;     ///< of the PDF

    friend bool operator==(const SecretScan&, const SecretScan&) = default;
};

/// One line: who did what when.
struct SecretLine {
    QDateTime at{}; ///< UTC
    QString by{};   ///< mailbox
    SecretDeed deed = SecretDeed::Unlocked;
    std::optional<SecretRef> ref{};     ///< the line of the book that it is about
    std::optional<SecretEntry> entry{}; ///< of Entered and Corrected
    std::optional<SecretScan> scan{};   ///< of ScanAttached
    SecretText words{};                 ///< a reason, or which register went where

    friend bool operator==(const SecretLine&, const SecretLine&) = default;
};

/// A line of a book as it stands now.
struct SecretRecord {
    SecretRef ref{};
    SecretEntry entry{};
    std::optional<SecretScan> scan{};
    QDateTime at{};    ///< when it was entered
    QString by{};      ///< by whom
    int corrected = 0; ///< how often
    bool voided = false;
    SecretText voidReason{};

    friend bool operator==(const SecretRecord&, const SecretRecord&) = default;
};

/// How far a ledger goes, to be held against later.
struct SecretHead {
    qsizetype lines = 0;
    QByteArray hash{}; ///< SHA-256 (hex) of the last line

    friend bool operator==(const SecretHead&, const SecretHead&) = default;
};

/// The secret books of a profile: a chain of lines, each with the hash of the one before and with random bytes, so that
/// no hash tells what a line may say. Numbers, voids and corrections are folded from it; what does not follow from the
/// lines before is refused, in reading as in writing. What it holds is wiped when the last copy of it ends (Wiped). A
/// value; not thread-safe.
class SecretLedger {
public:
    /// Code: `secret-ledger-damaged` with the number of the first line that is none, or does not follow.
    [[nodiscard]] static Result<SecretLedger> read(const SecretBytes& bytes);
    [[nodiscard]] SecretBytes bytes() const;

    [[nodiscard]] const QList<SecretLine>& lines() const { return m_lines; }
    [[nodiscard]] const QList<SecretRecord>& records() const { return m_records; }
    /// Those of one book, in the order of their numbers.
    [[nodiscard]] QList<SecretRecord> book(SecretDirection direction, int year) const;
    [[nodiscard]] std::optional<SecretRecord> record(const SecretRef& ref) const;
    /// What the next line of that book is numbered; a voided number stays taken.
    [[nodiscard]] int nextNumber(SecretDirection direction, int year) const;
    /// Of the last line of that book that is not void; invalid: there is none.
    [[nodiscard]] QDate latestDate(SecretDirection direction, int year) const;
    [[nodiscard]] SecretHead head() const;
    /// Whether this ledger goes on from there: it has that line, and it is the same.
    [[nodiscard]] bool continues(const SecretHead& head) const;

    /// Adds a line at the end. Codes: `secret-line-wrong` where it does not follow from those before,
    /// `secret-book-full` after 200,000 lines or 48 MiB.
    [[nodiscard]] Result<void> append(const SecretLine& line);

private:
    /// Whether the line follows from those before; then it counts.
    [[nodiscard]] bool fold(const SecretLine& line);
    [[nodiscard]] bool enter(const SecretLine& line);
    [[nodiscard]] bool change(const SecretLine& line);
    [[nodiscard]] SecretRecord* find(const SecretRef& ref);

    QList<SecretBytes> m_raw; ///< as they are hashed and stored
    QList<SecretLine> m_lines;
    QList<SecretRecord> m_records;
    std::map<SecretRef, qsizetype> m_places;                  ///< of records
    std::map<std::pair<SecretDirection, int>, int> m_numbers; ///< the last one of each book
    qsizetype m_bytes = 0;
};

} // namespace app
