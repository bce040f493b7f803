// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentview.h"
#include "app/domain/packetfacts.h"

#include <QJsonObject>

namespace app {

class Transaction;

/// A document as the projection derives it: the detail (without what is joined when it is read: verdict, unread, links'
/// targets, dossiers, actions) and what other documents are matched by.
struct DocumentRecord {
    DocumentDetail detail;
    QString matchKey{};
    QDateTime ended{};                  ///< UTC: when it was answered or finished
    QDateTime dropped{};                ///< UTC: when it was withdrawn or replaced; invalid: it was not, or not known
    QDateTime mentioned{};              ///< UTC, of the newest comment that names whose store it is; invalid: none does
    QList<DocumentReference> answers{}; ///< what this document answers
    QList<std::pair<DocumentLink::Kind, DocumentReference>> renewed{}; ///< what it replaces or updates
};

/// The part of a detail that has no column of its own.
[[nodiscard]] QJsonObject detailJson(const DocumentDetail& detail);
void readDetailJson(const QJsonObject& object, DocumentDetail& detail);

/// The archive's copy among the contents, named after the main file and its level: "quyet-dinh.B-LTA.pdf".
void addEvidenceCopy(DocumentDetail& detail);

/// What a packet says of its document, as it stands on arrival. `from`: its sender, as the hub checked it.
void showArrival(const PacketFacts& facts, const QString& from, DocumentDetail& detail);

/// How its row is named where it is damaged.
[[nodiscard]] QString documentRowName(const DocumentId& id);

/// Names the files whose text is searched.
[[nodiscard]] QString textSource(const QList<ContentRef>& contents);

/// Replaces the rows of a document.
void writeRecord(Transaction& transaction, const DocumentRecord& record);
void removeRecord(Transaction& transaction, const DocumentId& id);

} // namespace app
