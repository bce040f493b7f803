// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a packet around one attachment that lies in a file, as a process of its own so that its memory is its own.
//
// usage: benchwrite ATTACHMENT PACKET            prints milliseconds and the packet's bytes
//        benchwrite ATTACHMENT --store FOLDER    the same into the store of an office, as sending does
#include "app/services/officedesk.h"
#include "app/services/storepacket.h"
#include "exchange/envelope/packetwriter.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace {

exchange::DocumentPacket packetAround(const QString& file) {
    exchange::DocumentPacket packet;
    packet.from = {u"H99.01"_s, {}, u"Sở Mẫu"_s, {}, {}, {}, {}, {}};
    packet.to = {{u"H99.02"_s, {}, u"Sở Thử"_s, {}, {}, {}, {}, {}}};
    packet.documentId = u"H99.01,2026/03/05,07/SM-VP"_s;
    packet.code = {u"07"_s, u"SM-VP"_s};
    packet.promulgation.date = exchange::DateText::of(QDate(2026, 3, 5));
    packet.documentType.typeName = u"Công văn"_s;
    packet.subject = u"V/v thử nghiệm"_s;
    exchange::Attachment attachment;
    attachment.name = u"bản quét.bin"_s;
    attachment.contentType = u"application/octet-stream"_s;
    attachment.filePath = file;
    attachment.size = QFileInfo(file).size();
    exchange::addAttachment(packet, attachment);
    return packet;
}

/// Through the spool into the blob store of a fresh office in the folder.
int writeIntoStore(const QString& attachment, const QString& folder) {
    QDir(folder).mkpath(u"spool"_s);
    app::Profile profile;
    profile.folder = folder;
    profile.agency.id = *app::OrganId::parse(u"H99.01");
    profile.person = {profile.agency.id, u"vanthu"_s, u"Văn thư"_s, app::Role::Clerk, {}, {}};
    app::StoreOptions options;
    options.database.file = profile.storeFile();
    options.blobs.folder = profile.objectsFolder();
    options.owner = profile.person;
    const auto store = app::OfficeStore::open(options);
    if (!store) {
        return 1;
    }
    docsig::VerifyClient nobody({}, {}, docsig::WorkerLimits{});
    const app::OfficeDesk desk(
        {.store = **store, .verifyClient = nobody, .connect = {}, .spoolFolder = folder + u"/spool"_s, .clock = {}},
        profile);
    QElapsedTimer timer;
    timer.start();
    const auto stored = app::storePacket(desk, packetAround(attachment));
    if (!stored) {
        std::fprintf(stderr, "%s: %s\n", qPrintable(stored.error().code), qPrintable(stored.error().detail));
        return 1;
    }
    std::printf("%lld %lld\n", static_cast<long long>(timer.elapsed()),
                static_cast<long long>((*store)->blobs().size(*stored)));
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    if (argc == 4 && qstrcmp(argv[2], "--store") == 0) {
        return writeIntoStore(QString::fromLocal8Bit(argv[1]), QString::fromLocal8Bit(argv[3]));
    }
    if (argc != 3) {
        std::fprintf(stderr, "usage: benchwrite ATTACHMENT PACKET | ATTACHMENT --store FOLDER\n");
        return 64;
    }
    QElapsedTimer timer;
    timer.start();
    const auto written = exchange::PacketWriter(exchange::WriterProfile::dotNet())
                             .write(packetAround(QString::fromLocal8Bit(argv[1])), QString::fromLocal8Bit(argv[2]));
    if (!written) {
        std::fprintf(stderr, "%s: %s\n", qPrintable(written.error().code), qPrintable(written.error().detail));
        return 1;
    }
    std::printf("%lld %lld\n", static_cast<long long>(timer.elapsed()), static_cast<long long>(written->size));
    return 0;
}
