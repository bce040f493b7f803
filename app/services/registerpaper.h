// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentview.h"
#include "app/domain/error.h"
#include "app/services/acceptincoming.h"

#include <QDate>
#include <QList>
#include <QString>

#include <stop_token>

namespace app {

class OfficeDesk;

/// What the clerk enters of a document that came on paper.
struct PaperForm {
    PaperEntry entry{};       ///< without a key it gets one; with one, a second try is the same document
    QDate arrival{};          ///< at +07:00; invalid means today
    QString scan{};           ///< the PDF of it (PaperScan); empty: none, or the one that it has
    QString scanName{};       ///< as it is shown
    bool despiteTwin = false; ///< register though it seems to have come before: said by the clerk
    Secrecy secrecy{};        ///< the mark on the paper: with any it belongs into the secret book, and is refused
};

/// Use case of the clerk: registers a document that came on paper, in the same book and the same series of numbers as
/// those of the exchange (Nghị định 30/2020 art. 22). From then on it goes the same way as they do; its sender gets no
/// status, and there is no verdict on it. The number is drawn at the server. Blocking; any thread but the GUI's.
class RegisterPaper {
public:
    explicit RegisterPaper(OfficeDesk& desk);

    /// The số đến that enter() would draw now, as far as this profile knows.
    [[nodiscard]] Result<int> expectedNumber() const;
    /// Documents that came before and seem to be the same.
    [[nodiscard]] Result<QList<DocumentLink>> twins(const PaperEntry& entry) const;

    struct Receipt {
        DocumentId document;
        ArrivalReceipt arrival{};
    };
    /// An envelope that names somebody (PaperEntry::envelopeFor, a login or mailbox) is registered unopened and given
    /// to them alone, whoever stands in for them.
    ///
    /// `secret-book-instead` with a degree of secrecy, before anything is kept; `paper-not-clerk`,
    /// `paper-envelope-person-unknown`, `paper-sender-missing`, `paper-subject-missing`, `paper-entry-wrong` with the
    /// name of what is too long or can't be, `paper-date-not-allowed` where it was issued after today,
    /// `paper-sender-unknown` where the directory lacks its code; `arrival-twin` and `arrival-date-not-allowed` as
    /// AcceptIncoming; the codes of BookDrawing and of the store.
    [[nodiscard]] Result<Receipt> enter(const PaperForm& form, std::stop_token stop = {});

    /// Puts right what was entered, with a reason; what stood there before stays in the history. Without envelopeFor an
    /// envelope was opened, which counts when whom it names gave it back: `paper-envelope-not-returned`.
    /// `paper-unchanged`; else as enter(), without the number and the day of arrival, which stay. Works without a
    /// network.
    [[nodiscard]] Result<void> correct(const DocumentId& id, const PaperForm& form, const QString& reason);

private:
    [[nodiscard]] Result<PaperEntry> checked(const PaperForm& form);

    OfficeDesk& m_desk;
};

} // namespace app
