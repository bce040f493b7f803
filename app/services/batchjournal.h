// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"
#include "exchange/protocol/processlock.h"

#include <QByteArray>
#include <QFile>
#include <QHash>
#include <QString>

#include <memory>
#include <optional>

namespace app {

/// What a batch of signatures has begun and finished: a file of JSON lines, one written before each signature and one
/// after it, so that a run that was cut off goes on where it stopped. Open in one program at a time.
class BatchJournal {
public:
    struct Entry {
        QByteArray inputSha256;  ///< hex
        QByteArray resultSha256; ///< hex; empty: begun, and not known to be finished
    };

    /// Codes: batch-running (another run holds it), batch-journal-unusable.
    [[nodiscard]] static Result<std::unique_ptr<BatchJournal>> open(const QString& path);

    /// What is known of an output. Outputs are named from the journal's folder, so that both can be moved together.
    [[nodiscard]] std::optional<Entry> entry(const QString& output) const;
    [[nodiscard]] Result<void> begin(const QString& output, const QByteArray& inputSha256);
    [[nodiscard]] Result<void> finish(const QString& output, const QByteArray& inputSha256,
                                      const QByteArray& resultSha256);

private:
    explicit BatchJournal(const QString& path);
    [[nodiscard]] Result<void> append(const QString& output, const Entry& entry);
    void read();
    [[nodiscard]] QString nameOf(const QString& output) const;

    std::optional<exchange::ProcessLock> m_lock;
    QFile m_file;
    QHash<QString, Entry> m_entries;
};

} // namespace app
