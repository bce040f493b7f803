// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/trust/evidencesource.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>

namespace app {

/// Answers of the network that may be used again, one file each in a folder of the profile: lists until their
/// nextUpdate and a week at most, OCSP responses until theirs and a day at most, issuers without end; time stamps
/// never. A file that is damaged, cut or over is as if it were not there. Thread-safe: files are replaced at once.
class EvidenceCache {
public:
    /// An empty folder name keeps nothing. The folder is made when something is kept.
    explicit EvidenceCache(QString folder);

    [[nodiscard]] std::optional<QByteArray> find(const docsig::EvidenceQuery& query, const QDateTime& now) const;
    /// What cannot be written is not kept, and nobody is told: the network is asked again.
    void keep(const docsig::EvidenceQuery& query, const QByteArray& answer, const QDateTime& now) const;

private:
    [[nodiscard]] QString fileFor(const docsig::EvidenceQuery& query) const;
    void makeRoom(const QDateTime& now) const;

    QString m_folder;
};

} // namespace app
