// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentid.h"
#include "app/domain/error.h"

#include <QDate>
#include <QString>

#include <stop_token>

namespace app {

class OfficeDesk;

/// What the receiving clerk enters in the book of incoming documents (Nghị định 30 art. 22).
struct ArrivalForm {
    QDate date;    ///< of arrival at +07:00; invalid means today
    QDate dueDate; ///< optional
    QString note;
    bool withoutVerdict = false; ///< accept though the verdict is missing, cannot tell or invalid: said by the clerk
    bool despiteTwin = false;    ///< accept though it seems to have come before: said by the clerk
};

struct ArrivalReceipt {
    int number = 0;  ///< số đến
    QString display; ///< with its leading zero
    QDate date;
};

/// Use case of the clerk: registers an incoming document in the year's book and queues status 03 for its sender. The
/// number comes from the book's stream and needs the server. The copy with dấu ĐẾN is derived and not part of the act:
/// ArrivalCopy makes it when it is looked at. Blocking; any thread but the GUI's.
class AcceptIncoming {
public:
    explicit AcceptIncoming(OfficeDesk& desk);

    /// The số đến that accept() would draw now, as far as this profile knows.
    [[nodiscard]] Result<int> expectedNumber() const;
    /// The same for a document: what is no official document has a book of its kind.
    [[nodiscard]] Result<int> expectedNumber(const DocumentId& id) const;

    /// `verdict-missing` or `verdict-not-valid` unless the form says withoutVerdict; `arrival-twin` with the number of
    /// a document that seems to be the same (DocumentLink::Kind::SameAs) unless it says despiteTwin; `already-settled`
    /// when the document was accepted or refused before.
    [[nodiscard]] Result<ArrivalReceipt> accept(const DocumentId& id, const ArrivalForm& form,
                                                std::stop_token stop = {});

private:
    OfficeDesk& m_desk;
};

} // namespace app
