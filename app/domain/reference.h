// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentid.h"
#include "app/domain/organid.h"

#include <QDate>
#include <QString>

#include <optional>

namespace app {

/// How one document speaks of another one across offices (ResponseFor of edXML, spec §2.3 and §3.4).
struct DocumentReference {
    OrganId organ{};            ///< the office that issued it
    QString packetDocumentId{}; ///< opaque, compared exactly; may be empty
    QString number{};           ///< not always numeric
    QString notation{};
    QDate date{};
    std::optional<DocumentId> local{}; ///< the same document in this store, where it is known

    friend bool operator==(const DocumentReference&, const DocumentReference&) = default;
};

/// "<OrganId>|<number>|<notation>|<yyyy-MM-dd>" in upper case, NFC, leading zeros of the number dropped: equal for the
/// same paper. Empty where number or notation is missing.
[[nodiscard]] QString matchKey(const OrganId& organ, const QString& number, const QString& notation, const QDate& date);
[[nodiscard]] QString matchKey(const DocumentReference& reference);

} // namespace app
