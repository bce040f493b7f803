// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/protocol/error.h"

#include <QByteArray>
#include <QMap>
#include <QString>

namespace hub {

/// The list of a backup's files with the SHA-256 of each: the file "MANIFEST", which `sha256sum -c` reads as well.
class Manifest {
public:
    static inline const QString fileName = QStringLiteral("MANIFEST");

    /// "backup-manifest-unreadable": missing, not of this form, or a name that leads out of the folder.
    [[nodiscard]] static exchange::Result<Manifest> read(const QString& folder);

    void add(const QString& name, const QByteArray& sha256) { m_files.insert(name, sha256); }
    /// In the order of names.
    [[nodiscard]] const QMap<QString, QByteArray>& files() const { return m_files; }
    [[nodiscard]] QByteArray text() const;

private:
    QMap<QString, QByteArray> m_files; ///< name in the folder -> SHA-256 (hex)
};

} // namespace hub
