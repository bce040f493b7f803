// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/envelope/packet.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace exchange {

/// The order of the message header's elements: that of the Java library or that of the .NET guide. Readers take both.
enum class ElementOrder { Java, DotNet };

/// Whether a document directs or reports; each server has its own numbers for it.
enum class Steering { None, Directing, Reporting };

/// How packets are written for one kind of server. Sources disagree about these, so each
/// profile is rows of resources/edxml/profiles.tsv (profile, setting, value), not code.
struct WriterProfile {
    QString name;
    ElementOrder order = ElementOrder::Java;
    bool zipAttachments = false;      ///< each file in a zip of its own, content type application/zip
    QMap<QString, int> documentTypes; ///< DocumentType.Type by lower-case TypeName; used where a packet names no number
    QMap<Steering, int> steeringTypes;      ///< SteeringType
    std::optional<int> defaultDocumentType; ///< for names that the table does not know
    qint64 largestBytes = 0;                ///< of a packet that the server takes; 0: no limit is known

    /// The profile of that name in the table; nothing where there is none or a row of it makes no sense.
    [[nodiscard]] static std::optional<WriterProfile> byName(const QString& name);
    /// The names in the table, in its order.
    [[nodiscard]] static QStringList names();

    /// The national axis: Java order, raw attachments, every document type 1, as its own packets have it.
    [[nodiscard]] static WriterProfile axis();
    /// Servers after the .NET guide: .NET order, raw attachments, the type's place in Nghị định 30 Article 7.
    [[nodiscard]] static WriterProfile dotNet();

    [[nodiscard]] std::optional<int> documentType(const QString& typeName) const;
    [[nodiscard]] std::optional<int> steeringType(Steering steering) const;
};

} // namespace exchange
