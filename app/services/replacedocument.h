// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentid.h"
#include "app/domain/error.h"
#include "app/services/senddocument.h"

#include <QList>
#include <QString>

namespace app {

class OfficeDesk;

/// Use case of the clerk: sends a sealed document that takes the place of earlier ones (BussinessDocType 3, spec §2.4).
/// It goes to its own receivers and to everybody who has one of the earlier documents; those show "đã bị thay thế", and
/// links lead both ways. One transaction. Works without a network. Blocking; any thread but the GUI's.
class ReplaceDocument {
public:
    explicit ReplaceDocument(OfficeDesk& desk);

    /// `replaces-nothing` for an empty list, `replaced-not-sent` for an earlier document that did not go out; the codes
    /// of SendDocument.
    [[nodiscard]] Result<SendReceipt> replace(const QList<DocumentId>& earlier, const DocumentId& by,
                                              const QString& reason, const PacketSeal* seal = nullptr);

private:
    OfficeDesk& m_desk;
};

} // namespace app
