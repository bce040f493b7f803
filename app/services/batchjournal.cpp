// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/batchjournal.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

constexpr qint64 longestLine = 64 * 1024;

std::unexpected<Error> unusable(const QString& why) {
    return fail("batch-journal-unusable", why);
}

} // namespace

BatchJournal::BatchJournal(const QString& path)
    : m_lock(exchange::ProcessLock::take(path + u".lock"_s))
    , m_file(path) {}

Result<std::unique_ptr<BatchJournal>> BatchJournal::open(const QString& path) {
    std::unique_ptr<BatchJournal> journal(new BatchJournal(path));
    if (!journal->m_lock) {
        return QFileInfo(path + u".lock"_s).isWritable()
                   ? Result<std::unique_ptr<BatchJournal>>(fail("batch-running", path))
                   : unusable(path);
    }
    if (!journal->m_file.open(QIODevice::ReadWrite | QIODevice::Unbuffered)) {
        return unusable(path + u": "_s + journal->m_file.errorString());
    }
    journal->read();
    return journal;
}

void BatchJournal::read() {
    qint64 end = 0;
    while (!m_file.atEnd()) {
        const QByteArray line = m_file.readLine(longestLine);
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        // A line that a power cut left half written is not known; what it announced did not happen yet.
        if (!line.endsWith('\n') || object.isEmpty()) {
            break;
        }
        end = m_file.pos();
        m_entries.insert(object.value(u"output"_s).toString(), {object.value(u"input"_s).toString().toLatin1(),
                                                                object.value(u"result"_s).toString().toLatin1()});
    }
    m_file.resize(end);
    m_file.seek(end);
}

QString BatchJournal::nameOf(const QString& output) const {
    return QFileInfo(m_file.fileName()).absoluteDir().relativeFilePath(QFileInfo(output).absoluteFilePath());
}

std::optional<BatchJournal::Entry> BatchJournal::entry(const QString& output) const {
    const auto found = m_entries.constFind(nameOf(output));
    return found == m_entries.constEnd() ? std::nullopt : std::optional(*found);
}

Result<void> BatchJournal::begin(const QString& output, const QByteArray& inputSha256) {
    return append(output, {inputSha256, {}});
}

Result<void> BatchJournal::finish(const QString& output, const QByteArray& inputSha256,
                                  const QByteArray& resultSha256) {
    return append(output, {inputSha256, resultSha256});
}

Result<void> BatchJournal::append(const QString& output, const Entry& entry) {
    QJsonObject object{{u"output"_s, nameOf(output)}, {u"input"_s, QString::fromLatin1(entry.inputSha256)}};
    if (!entry.resultSha256.isEmpty()) {
        object.insert(u"result"_s, QString::fromLatin1(entry.resultSha256));
    }
    const QByteArray line = QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    if (m_file.write(line) != line.size() || !m_file.flush()) {
        return unusable(m_file.errorString());
    }
    m_entries.insert(nameOf(output), entry);
    return {};
}

} // namespace app
