// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentid.h"
#include "app/domain/error.h"

namespace app {

class OfficeDesk;

/// The promise to tell a sender that its document was accepted (status 03), written down before the number is drawn at
/// the server: a kill between the drawing and the local commit loses no acknowledgement. SyncOffice keeps what is owed.
class OwedStatuses {
public:
    explicit OwedStatuses(OfficeDesk& desk);

    [[nodiscard]] Result<void> promise(const DocumentId& document);
    [[nodiscard]] Result<void> forget(const DocumentId& document);
    [[nodiscard]] Result<bool> isOwed(const DocumentId& document) const;

    /// Queues status 03 for the document and forgets the promise, in one transaction.
    [[nodiscard]] Result<void> queueAcceptance(const DocumentId& document, int number);

    /// Queues what is owed for documents that have their number by now; returns how many.
    [[nodiscard]] Result<int> settle();

private:
    [[nodiscard]] Result<QStringList> read() const;
    [[nodiscard]] Result<void> write(const QStringList& ids);

    OfficeDesk& m_desk;
};

} // namespace app
