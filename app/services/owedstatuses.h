// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentid.h"
#include "app/domain/error.h"

namespace app {

class OfficeDesk;
struct OwedStatus;

/// What senders are to hear and is not queued yet. The promise to tell that a document was accepted (status 03) is
/// written down before the number is drawn at the server: a kill between the drawing and the local commit loses no
/// acknowledgement. 01 and 04 to 06 are owed by the store with what brings them (see oweAfter()). SyncOffice keeps all
/// of it.
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
    [[nodiscard]] Result<int> settleReports();
    [[nodiscard]] Result<bool> report(const OwedStatus& status);
    [[nodiscard]] Result<QStringList> read() const;
    [[nodiscard]] Result<void> write(const QStringList& ids);

    OfficeDesk& m_desk;
};

} // namespace app
