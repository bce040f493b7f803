// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentview.h"
#include "app/domain/error.h"
#include "app/services/packetseal.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace app {

class OfficeDesk;

/// What an update changes.
struct DocumentUpdate {
    QByteArray pdf{};         ///< the new version, signed and sealed; empty: the contents stay
    QList<OrganId> added{};   ///< receivers that get it from now on
    QList<OrganId> removed{}; ///< receivers that are asked to give it back
    QString reason{};
};

/// Use case of the clerk: brings a sent document up to date (BussinessDocType 2, spec §2.4). A new version goes beside
/// the old, whose bytes stay, to everybody who has the document; added receivers get it; removed ones are asked to give
/// it back, as RecallDocument does. One transaction. Works without a network. Blocking; any thread but the GUI's.
class UpdateDocument {
public:
    explicit UpdateDocument(OfficeDesk& desk);

    /// `update-empty` where nothing changes, `update-not-signed` for a version whose signatures do not hold or that has
    /// none, `update-same` for the bytes that went out already, `receiver-known` for an added receiver that has it,
    /// the codes of RecallDocument and of the directory. What became of the signature of its packets is returned.
    [[nodiscard]] Result<PacketSealing> update(const DocumentId& id, const DocumentUpdate& change,
                                               const PacketSeal* seal = nullptr);

private:
    [[nodiscard]] Result<PacketSealing> send(const DocumentDetail& document, const DocumentUpdate& change,
                                             const QList<OrganRef>& added, const PacketSeal* seal);

    OfficeDesk& m_desk;
};

/// The bytes of a new version. `update-file-unreadable` where the file can't be read or is over 256 MB.
[[nodiscard]] Result<QByteArray> readVersion(const QString& path);

} // namespace app
