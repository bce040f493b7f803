// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

namespace app {

/// An element of an act, read under limits: what the decoders look into.
struct ActElement {
    QString name{}; ///< local name
    QHash<QString, QString> attributes{};
    QString text{}; ///< of this element alone
    QList<ActElement> children{};

    [[nodiscard]] const ActElement* child(QLatin1StringView name) const;
    [[nodiscard]] QString childText(QLatin1StringView name) const;
    [[nodiscard]] QList<const ActElement*> all(QLatin1StringView name) const;
};

/// Reads an act's XML into a tree: at most 1 MiB, 8 levels, 20,000 elements, no DTD. The root is `act` in
/// urn:congvan:office:1.
[[nodiscard]] Result<ActElement> readActTree(const QByteArray& xml);

/// As it is written into an act: NFC, without characters that XML 1.0 forbids.
[[nodiscard]] QString actText(const QString& text);

inline constexpr QLatin1StringView officeNamespace("urn:congvan:office:1");

} // namespace app
