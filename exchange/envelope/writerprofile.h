// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>

#include <optional>

namespace exchange {

/// The order of the message header's elements: that of the Java library or that of the .NET guide. Readers take both.
enum class ElementOrder { Java, DotNet };

/// Whether a document directs or reports; each server has its own numbers for it.
enum class Steering { None, Directing, Reporting };

/// How packets are written for one server: what differs between servers is data (resources/edxml).
struct WriterProfile {
    ElementOrder order = ElementOrder::Java;
    bool zipAttachments = false;      ///< each file in a zip of its own, content type application/zip
    QMap<QString, int> documentTypes; ///< DocumentType.Type by lower-case TypeName; used where a packet names no number
    QMap<Steering, int> steeringTypes;      ///< SteeringType
    std::optional<int> defaultDocumentType; ///< for names that the table does not know

    /// The national axis: Java order, raw attachments, every document type 1, as its own packets have it.
    [[nodiscard]] static WriterProfile axis();
    /// Servers after the .NET guide: .NET order, raw attachments, the type's place in Nghị định 30 Article 7.
    [[nodiscard]] static WriterProfile dotNet();

    [[nodiscard]] std::optional<int> documentType(const QString& typeName) const;
    [[nodiscard]] std::optional<int> steeringType(Steering steering) const;
};

} // namespace exchange
