// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/dossierprojector.h"

#include "app/domain/vietnamtime.h"
#include "app/store/storedact.h"
#include "app/store/transaction.h"

#include <QHash>

using namespace Qt::Literals::StringLiterals;

namespace app {

void deriveDossier(Transaction& transaction, const QString& dossierId) {
    transaction.change(u"DELETE FROM dossier WHERE id = ?"_s, {dossierId});
    transaction.change(u"DELETE FROM dossier_item WHERE dossier_id = ?"_s, {dossierId});
    bool isOpen = false;
    bool isThere = false;
    QString home; // the dossier's stream
    QStringList filed;
    QHash<QString, QString> filedBy;
    for (const StoredAct& stored : actsOf(transaction, u"dossier:"_s + dossierId)) {
        if (const auto* opened = std::get_if<acts::DossierOpened>(&stored.act.body); opened && !isThere) {
            isThere = true;
            isOpen = true;
            home = stored.stream;
            transaction.change(
                u"INSERT INTO dossier (id, code, title, retention, opened, opened_by, closed, closed_by)"
                " VALUES (?, ?, ?, ?, ?, ?, '', '')"_s,
                {dossierId, opened->code, opened->title, opened->retention, isoTime(stored.time), stored.act.by});
        } else if (const auto* item = std::get_if<acts::DossierFiled>(&stored.act.body); item && isOpen) {
            if (!filed.contains(item->document.text())) {
                transaction.change(u"INSERT INTO dossier_item (dossier_id, position, document_id) VALUES (?, ?, ?)"_s,
                                   {dossierId, static_cast<int>(filed.size()), item->document.text()});
                filed.append(item->document.text());
                filedBy.insert(item->document.text(), stored.act.by);
            }
        } else if (const auto* out = std::get_if<acts::DossierUnfiled>(&stored.act.body);
                   out && isOpen && filedBy.value(out->document.text()) == stored.act.by && stored.stream == home) {
            // Only who filed it takes it out, and only where all who see the dossier see it.
            // What was filed keeps its place in the order; a place that is free again stays free.
            transaction.change(u"DELETE FROM dossier_item WHERE dossier_id = ? AND document_id = ?"_s,
                               {dossierId, out->document.text()});
            filed.replaceInStrings(out->document.text(), QString());
        } else if (std::holds_alternative<acts::DossierClosed>(stored.act.body) && isOpen) {
            isOpen = false;
            transaction.change(u"UPDATE dossier SET closed = ?, closed_by = ? WHERE id = ?"_s,
                               {isoTime(stored.time), stored.act.by, dossierId});
        }
    }
}

void deriveSeals(Transaction& transaction, const QString& organId) {
    transaction.change(u"DELETE FROM pinned_seal WHERE organ_id = ?"_s, {organId});
    for (const StoredAct& stored : actsOf(transaction, u"seal:"_s + organId)) {
        if (const auto* pinned = std::get_if<acts::SealPinned>(&stored.act.body)) {
            transaction.change(
                u"INSERT OR REPLACE INTO pinned_seal (organ_id, certificate_sha256, name, by) VALUES (?, ?, ?, ?)"_s,
                {organId, QString::fromLatin1(pinned->certificateSha256), pinned->certificateName, stored.act.by});
        }
    }
}

} // namespace app
