// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/auditline.h"
#include "app/domain/documentid.h"
#include "app/domain/error.h"

#include <QList>

namespace app {

class OfficeDesk;

/// What a check of the log of views found.
struct AuditCheck {
    AuditHead head{};   ///< of the log as it is
    qint64 anchors = 0; ///< heads that the server keeps and that are in the log as they were
    qint64 wrong = 0;   ///< number of the first line that is not as it was, or is missing; 0: none
    QString reason{};   ///< code, of `wrong`: audit-line-changed, audit-line-missing, audit-anchor-differs
};

/// Use case of everybody, mostly without their doing: each view and each copy that leaves the store is written down
/// before it happens, in a chain of hashes. With the first line of a day (+07:00) the head of the days before goes to
/// the server as an act of its own, in a stream that the hub chains, so that who owns this machine cannot write the
/// past anew. Works without a network. Blocking; any thread but the GUI's.
class AuditLog {
public:
    explicit AuditLog(OfficeDesk& desk);

    /// Errors of the store: what can't be written down must not happen.
    [[nodiscard]] Result<void> note(AuditDeed deed, const DocumentId& document, const QString& detail = {});
    /// A register or a report left the store: a line of no one document. `detail` says which, and where it went.
    [[nodiscard]] Result<void> noteSheet(const QString& detail);
    /// Newest last; of one document, where it is named.
    [[nodiscard]] Result<QList<AuditLine>> lines(qint64 from, int most, const QString& document = {}) const;
    /// Goes through the whole chain and holds it against the anchors that came back from the server, as this store has
    /// them: who takes those out as well is found by whoever reads the stream at the hub. A fault is a finding, not an
    /// error.
    [[nodiscard]] Result<AuditCheck> verify() const;

private:
    [[nodiscard]] Result<void> write(AuditDeed deed, const QString& document, const QString& detail);
    [[nodiscard]] Result<void> anchor(const AuditHead& head);

    OfficeDesk& m_desk;
};

} // namespace app
