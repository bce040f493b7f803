// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/secretledger.h"
#include "app/domain/secretregister.h"
#include "app/domain/sentences.h"
#include "app/services/secretvault.h"

#include <mutex>
#include <stop_token>

namespace app {

class OfficeDesk;

/// What a check of the secret books found.
struct SecretCheck {
    SecretHead head{};
    qsizetype scans = 0;     ///< that are there and are what was attached
    QList<Error> findings{}; ///< codes of what is wrong

    friend bool operator==(const SecretCheck&, const SecretCheck&) = default;
};

/// Use case of the clerk: the registers of documents with a degree of secrecy, apart from the others and with series of
/// their own (Nghị định 30/2020 art. 15 and 22). They lie in this profile's folder alone, sealed under a passphrase
/// (SecretVault): nothing of them goes to a server, into the store, an index, a picture or a log. Whatever is done with
/// them, looking and printing too, is written into them before it happens.
///
/// Locked until unlock(); everything else gives `secret-book-locked` then. What was read is wiped from memory when it
/// is locked, as far as Wiped can. Works without a network. Blocking; any
/// thread but the GUI's; calls are served one after the other. Also the codes of SecretVault and of the store.
class SecretBook {
public:
    SecretBook(OfficeDesk& desk, SecretVault::Options options);

    [[nodiscard]] bool exists() const;
    [[nodiscard]] bool isOpen() const;

    /// Makes the books, and leaves them open. `secret-book-not-clerk`, `secret-passphrase-short` (12 characters),
    /// `secret-book-gone` where this profile had some and they are not there any more: restore them, or say by a
    /// reason why new ones begin.
    [[nodiscard]] Result<void> create(const docsig::Pin& passphrase, const QString& reason = {});
    /// `secret-book-not-clerk`, `secret-ledger-damaged`.
    [[nodiscard]] Result<void> unlock(const docsig::Pin& passphrase);
    void lock();

    /// The lines of one book, in the order of their numbers.
    [[nodiscard]] Result<QList<SecretRecord>> book(SecretDirection direction, int year) const;
    /// Everything that was done, the newest last.
    [[nodiscard]] Result<QList<SecretLine>> lines() const;
    /// What enter() would number an entry of today.
    [[nodiscard]] Result<int> expectedNumber(SecretDirection direction) const;
    /// The years that have a book of that direction, and this one; the newest first.
    [[nodiscard]] Result<QList<int>> years(SecretDirection direction) const;

    /// Draws the next number of the book of the entry's day (invalid: today). `secret-entry-wrong` with the name of
    /// what is missing or too long, `secret-date-not-allowed` after today or before the line that came last,
    /// `secret-book-older` where this profile had lines that these books lack.
    [[nodiscard]] Result<SecretRecord> enter(SecretDirection direction, const SecretEntry& entry);
    /// One line with all that it says; that somebody looked is written down. `secret-entry-missing`.
    [[nodiscard]] Result<SecretRecord> show(const SecretRef& ref);
    /// Puts right what was entered; its number and day stay. `secret-entry-void`, `secret-entry-unchanged`.
    [[nodiscard]] Result<void> correct(const SecretRef& ref, const SecretEntry& entry, const QString& reason);
    /// The line is void, its number stays taken. `secret-entry-void`.
    [[nodiscard]] Result<void> voidEntry(const SecretRef& ref, const QString& reason);
    /// Keeps a PDF of the document, at most 48 MiB. The file itself stays where it was. `secret-scan-unreadable`.
    [[nodiscard]] Result<void> attachScan(const SecretRef& ref, const QString& path);
    /// The PDF, in memory alone, which is wiped when the last copy ends. `secret-scan-none`; `secret-scan-missing` and
    /// `sealed-content-damaged` of its file.
    [[nodiscard]] Result<SecretBytes> scan(const SecretRef& ref);

    /// Writes the register of those days with its cover to a PDF, which is a secret document itself; gives how many
    /// lines it has. `secret-register-not-pdf`, those of daysOf() and writeSheet().
    [[nodiscard]] Result<qsizetype> saveRegister(const SecretRegisterRequest& request, const QString& path,
                                                 Language language);

    /// `sealed-passphrase-wrong`, `secret-passphrase-short`. Copies of the books that were made before still open with
    /// the passphrase before.
    [[nodiscard]] Result<void> changePassphrase(const docsig::Pin& before, const docsig::Pin& now);
    /// Reads everything again from the disk: the chain, each scan, and whether it goes on from what this profile had.
    /// Others use the books between two scans; where they lock them, or `stop` is asked, it ends: `secret-book-locked`,
    /// `secret-check-stopped`.
    [[nodiscard]] Result<SecretCheck> verify(const std::stop_token& stop = {}) const;
    /// Somebody knows that the books were restored from an older copy, and says why: entering is allowed again.
    [[nodiscard]] Result<void> acceptRestored(const QString& reason);

    static constexpr qsizetype shortestPassphrase = 12;

private:
    [[nodiscard]] Result<void> mayKeep() const;
    [[nodiscard]] Result<void> mustBeOpen() const;
    [[nodiscard]] Result<SecretRecord> open(const SecretRef& ref) const;
    [[nodiscard]] Result<SecretRecord> valid(const SecretRef& ref) const;
    [[nodiscard]] SecretLine lineOf(SecretDeed deed, const std::optional<SecretRef>& ref, const QString& words) const;
    [[nodiscard]] Result<void> add(const SecretLine& line);
    /// Looking is written down as long as there is room for it: a full book must still be read.
    [[nodiscard]] Result<void> addLook(const SecretLine& line);
    [[nodiscard]] Result<void> noteHead();
    [[nodiscard]] Result<SecretHead> notedHead() const;
    [[nodiscard]] Result<void> checkAge() const;

    OfficeDesk& m_desk;
    mutable std::mutex m_guard;
    SecretVault m_vault;
    SecretLedger m_ledger;
};

} // namespace app
