// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runtime/evidencecache.h"

#include "docsig/trust/evidencefacts.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QSaveFile>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

using Kind = docsig::EvidenceQuery::Kind;

constexpr qint64 largestEntry = 65 << 20;
constexpr qsizetype mostEntries = 2000;
constexpr qsizetype longestHead = 160;
constexpr auto magic = "congvan-evidence-1";
constexpr auto endless = "-";

QByteArray hashOf(QByteArrayView bytes) {
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

/// The end of an answer's use, invalid for "without end"; nothing where it is not kept at all. Bounded, since the
/// signature was not looked at yet: a forged answer may not be in the way for longer.
std::optional<QDateTime> endOf(const docsig::EvidenceQuery& query, const QByteArray& answer, const QDateTime& now) {
    if (query.kind == Kind::Issuer) {
        return QDateTime();
    }
    const QDateTime ends = docsig::answerEnds(query.kind, answer);
    if (!ends.isValid() || ends <= now) {
        return std::nullopt;
    }
    return qMin(ends, now.addDays(query.kind == Kind::Crl ? 7 : 1));
}

/// The first line: magic, end, hash of what follows.
struct Head {
    QDateTime ends; ///< invalid: without end
    QByteArray sha256;
};

std::optional<Head> readHead(const QByteArray& line) {
    const QList<QByteArray> words = line.trimmed().split(' ');
    if (words.size() != 3 || words.at(0) != magic) {
        return std::nullopt;
    }
    const QDateTime ends = QDateTime::fromString(QString::fromLatin1(words.at(1)), Qt::ISODate);
    if (!ends.isValid() && words.at(1) != endless) {
        return std::nullopt;
    }
    return Head{.ends = ends, .sha256 = words.at(2)};
}

bool isOver(const Head& head, const QDateTime& now) {
    return head.ends.isValid() && head.ends <= now;
}

} // namespace

EvidenceCache::EvidenceCache(QString folder)
    : m_folder(std::move(folder)) {}

QString EvidenceCache::fileFor(const docsig::EvidenceQuery& query) const {
    const QByteArray key = QByteArray::number(int(query.kind)) + '\n' + query.address.toUtf8() + '\n' + query.body;
    return m_folder + u'/' + QString::fromLatin1(hashOf(key));
}

std::optional<QByteArray> EvidenceCache::find(const docsig::EvidenceQuery& query, const QDateTime& now) const {
    if (m_folder.isEmpty() || query.kind == Kind::TimeStamp) {
        return std::nullopt;
    }
    QFile file(fileFor(query));
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestEntry) {
        return std::nullopt;
    }
    const auto head = readHead(file.readLine(longestHead));
    if (!head || isOver(*head, now)) {
        return std::nullopt;
    }
    QByteArray answer = file.readAll();
    return hashOf(answer) == head->sha256 ? std::optional(std::move(answer)) : std::nullopt;
}

void EvidenceCache::keep(const docsig::EvidenceQuery& query, const QByteArray& answer, const QDateTime& now) const {
    if (m_folder.isEmpty() || query.kind == Kind::TimeStamp) {
        return;
    }
    const auto ends = endOf(query, answer, now);
    if (!ends || !QDir().mkpath(m_folder)) {
        return;
    }
    makeRoom(now);
    QSaveFile file(fileFor(query));
    const QByteArray until = ends->isValid() ? ends->toUTC().toString(Qt::ISODate).toLatin1() : QByteArray(endless);
    const QByteArray bytes = QByteArray(magic) + ' ' + until + ' ' + hashOf(answer) + '\n' + answer;
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size()) {
        file.commit();
    }
}

void EvidenceCache::makeRoom(const QDateTime& now) const {
    const QFileInfoList entries = QDir(m_folder).entryInfoList(QDir::Files, QDir::Time | QDir::Reversed);
    if (entries.size() < mostEntries) {
        return;
    }
    qsizetype left = entries.size();
    for (const QFileInfo& entry : entries) {
        QFile file(entry.filePath());
        const auto head = file.open(QIODevice::ReadOnly) ? readHead(file.readLine(longestHead)) : std::nullopt;
        // What is over goes; where all is good still, the oldest go.
        if ((!head || isOver(*head, now) || left >= mostEntries) && file.remove()) {
            --left;
        }
    }
}

} // namespace app
