// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/client/folder/folderexchange.h"

#include "exchange/client/packetline.h"
#include "exchange/envelope/opendevice.h"
#include "exchange/envelope/packetreader.h"
#include "exchange/protocol/message.h"

#include <QDir>
#include <QFileInfo>

namespace exchange {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The file's name behind what tells it from a later file of the same name. It has no folder in it.
QString docIdOf(const QFileInfo& file) {
    return u"%1-%2-%3"_s.arg(file.lastModified().toMSecsSinceEpoch()).arg(file.size()).arg(file.fileName());
}

std::unexpected<Error> gone(const QString& docId) {
    return fail("folder-packet-gone", docId);
}

QString outName(const PacketIdentity& packet) {
    return packet.kind + u'-' + QString::fromLatin1(packet.sha256) + u".edxml"_s;
}

} // namespace

std::unexpected<Error> directoryNotOffered() {
    return fail("directory-not-offered");
}

FolderExchange::FolderExchange(FolderProfile profile, std::function<QDateTime()> clock)
    : m_profile(std::move(profile))
    , m_clock(std::move(clock)) {
    if (m_profile.doneFolder.isEmpty()) {
        m_profile.doneFolder = m_profile.inFolder + u"/done"_s;
    }
    if (m_profile.failedFolder.isEmpty()) {
        m_profile.failedFolder = m_profile.inFolder + u"/failed"_s;
    }
    if (!m_clock) {
        m_clock = [] { return QDateTime::currentDateTimeUtc(); };
    }
}

Result<void> FolderExchange::login(const CallOptions&) {
    for (const QString& folder :
         {m_profile.outFolder, m_profile.inFolder, m_profile.doneFolder, m_profile.failedFolder}) {
        if (folder.isEmpty() || !QDir().mkpath(folder)) {
            return fail("folder-unusable", folder);
        }
    }
    return {};
}

Result<Directory> FolderExchange::agencies(qint64, const CallOptions&) {
    return directoryNotOffered();
}

Result<QList<ListedPacket>> FolderExchange::listReceived(const QString& kind, const QDateTime&, const QDateTime&,
                                                         const CallOptions& options) {
    QList<ListedPacket> packets;
    const QDir folder(m_profile.inFolder);
    const QDateTime stableSince = m_clock().addSecs(-m_profile.stableSeconds);
    const QFileInfoList files = folder.entryInfoList({u"*.edxml"_s}, QDir::Files | QDir::NoSymLinks | QDir::Readable,
                                                     QDir::Time | QDir::Reversed);
    for (const QFileInfo& file : files) {
        if (options.stop.stop_requested()) {
            break;
        }
        if (file.size() == 0 || file.lastModified() > stableSince || folder.exists(file.fileName() + u".lock"_s)) {
            continue;
        }
        ListedPacket packet;
        packet.docId = docIdOf(file);
        packet.kind = u"edoc"_s; // what cannot be read is fetched as well, kept and put aside
        packet.created = file.lastModified().toUTC();
        if (const auto read = PacketReader().readEnvelope(file.filePath())) {
            if (const auto* status = std::get_if<StatusPacket>(&read->packet)) {
                packet.kind = u"status"_s;
                packet.from = status->from.organId;
            } else if (const auto* document = std::get_if<DocumentPacket>(&read->packet)) {
                packet.from = document->from.organId;
            }
        }
        if (packet.kind == kind) {
            packets.append(packet);
        }
    }
    return packets;
}

QString FolderExchange::waitingFile(const QString& docId) const {
    const QString name = docId.section(u'-', 2);
    if (name.isEmpty() || name.contains(u'/')) {
        return {};
    }
    const QFileInfo file(QDir(m_profile.inFolder), name);
    return file.isFile() && !file.isSymLink() && docIdOf(file) == docId ? file.filePath() : QString();
}

Result<void> FolderExchange::fetch(const QString& docId, const QString& targetPath, const CallOptions&) {
    const QString path = waitingFile(docId);
    if (path.isEmpty()) {
        return gone(docId);
    }
    return copyWhole(path, targetPath);
}

Result<void> FolderExchange::acknowledge(const QString& docId, Taken taken, const CallOptions&) {
    if (taken == Taken::Processing) {
        return {};
    }
    const QDir target(taken == Taken::Done ? m_profile.doneFolder : m_profile.failedFolder);
    const QString path = waitingFile(docId);
    if (path.isEmpty()) {
        // Said before: the file stands there already.
        return !docId.contains(u'/') && target.exists(docId) ? Result<void>() : gone(docId);
    }
    if (!QFile::rename(path, target.filePath(docId))) {
        return fail("folder-packet-stuck", path);
    }
    return {};
}

Result<QString> FolderExchange::send(const QString& path, const PacketIdentity& packet, const CallOptions&) {
    const QString target = QDir(m_profile.outFolder).filePath(outName(packet));
    if (QFile::exists(target)) {
        return outName(packet); // named by its hash: the same packet
    }
    const QString part = target + u".part"_s;
    if (const Result<void> copied = copyWhole(path, part); !copied) {
        return std::unexpected(copied.error());
    }
    if (!QFile::rename(part, target)) {
        return unwritableFile(target);
    }
    return outName(packet);
}

Result<Known> FolderExchange::hasSent(const PacketIdentity& packet, const CallOptions&) {
    const bool there = QFile::exists(QDir(m_profile.outFolder).filePath(outName(packet)));
    return there ? Known::Yes : Known::CannotTell;
}

} // namespace exchange
