// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/dossierxml.h"

#include <QByteArray>
#include <QList>

namespace app {

/// Name of the manifest inside an export. Its lines are those of sha256sum, so `sha256sum -c` reads it as well.
inline constexpr char manifestName[] = "manifest-sha256.txt";

[[nodiscard]] QByteArray manifestText(const QList<NamedFile>& files);

/// Reads a manifest. Paths that leave the folder, doubled paths and lines that are no hash are refused:
/// `export-manifest-unreadable`.
[[nodiscard]] Result<QList<NamedFile>> readManifest(const QByteArray& text);

} // namespace app
