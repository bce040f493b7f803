// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/world/office/receivingdesk.h"

#include "app/services/querydocuments.h"
#include "exchange/protocol/packetnotice.h"

#include <QDir>
#include <QFile>
#include <QUuid>

using namespace Qt::Literals::StringLiterals;
using namespace app;

namespace world {

namespace {

void put(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
        qFatal("test file not written");
    }
}

} // namespace

ReceivingDesk::ReceivingDesk()
    : ReceivingDesk(Options{}) {}

ReceivingDesk::ReceivingDesk(const Options& options)
    : m_folder(QDir::tempPath() + u"/đến XXXXXX"_s) {
    QDir(m_folder.path()).mkpath(u"spool"_s);
    Profile profile;
    profile.folder = m_folder.path();
    profile.agency.id = *OrganId::parse(u"H99.03");
    profile.person = {.organ = profile.agency.id,
                      .login = u"vanthu"_s,
                      .name = u"Đặng Mỹ Linh"_s,
                      .role = Role::Clerk,
                      .title = {},
                      .unit = {}};
    profile.evidence = options.settings;
    if (!options.root.isEmpty()) {
        QDir().mkpath(profile.trustFolder() + u"/roots"_s);
        put(profile.trustFolder() + u"/roots/goc.cer"_s, options.root);
    }
    auto store = OfficeStore::open({.database = {.file = profile.storeFile()},
                                    .blobs = {.folder = profile.objectsFolder(), .syncFolder = {}, .throughDevice = {}},
                                    .owner = profile.person});
    if (!store) {
        qFatal("%s", qPrintable(store.error().detail));
    }
    m_store = std::move(*store);
    m_verifier = std::make_unique<docsig::VerifyClient>(options.verifyWorker,
                                                        options.root.isEmpty() ? QString() : profile.trustFolder());
    m_desk = std::make_unique<OfficeDesk>(OfficeDesk::Collaborators{.store = *m_store,
                                                                    .verifyClient = *m_verifier,
                                                                    .connect = {},
                                                                    .spoolFolder = path(u"spool"_s),
                                                                    .clock = {},
                                                                    .evidence = options.evidence},
                                          profile);
    m_incoming = std::make_unique<IncomingPackets>(*m_desk);
    m_sink = std::make_unique<StoreSink>(*m_store, *m_incoming);
}

exchange::Arrival ReceivingDesk::arrival(const QByteArray& packet, const QString& kind) {
    const QByteArray sha256 = exchange::sha256Hex(packet);
    exchange::Message message;
    message.header.stream = u"packet/"_s + QString::fromLatin1(sha256);
    message.header.sequence = 1;
    message.header.kind = kind;
    message.header.messageId = QUuid::createUuidV5(QUuid(), sha256).toString(QUuid::WithoutBraces);
    message.header.author = u"H99.02/vanthu"_s;
    message.header.authorAgency = u"H99.02"_s;
    message.header.time = QDateTime(QDate(2026, 11, 23), QTime(2, 0), Qt::UTC);
    message.payload = exchange::packetNoticeXml(
        {.sha256 = sha256, .size = packet.size(), .kind = kind, .from = u"H99.02"_s, .to = {u"H99.03"_s}});
    message.header.payloadSha256 = exchange::sha256Hex(message.payload);
    message.cites = {sha256};
    message.participants = {u"H99.02"_s, u"H99.03"_s};
    message.header.attachedSha256 = exchange::attachedHash(message.cites, message.participants);
    return {.message = message, .contents = {{sha256, packet}}, .waiting = {}};
}

exchange::Result<void> ReceivingDesk::deliver(const QByteArray& packet, const QString& kind) {
    const QByteArray sha256 = exchange::sha256Hex(packet);
    const QString file = path(u"packet"_s);
    put(file, packet);
    if (auto kept = m_sink->acceptContent(sha256, file); !kept) {
        return kept;
    }
    if (auto accepted = m_sink->accept(arrival(packet, kind).message); !accepted) {
        return accepted;
    }
    if (const auto unpacked = m_incoming->unpackOwed(); !unpacked) {
        return std::unexpected(exchange::Error{.code = unpacked.error().code, .detail = unpacked.error().detail});
    }
    return {};
}

Result<DocumentDetail> ReceivingDesk::received(const QByteArray& packet) const {
    return QueryDocuments(*m_desk).detail(documentOfPacket(exchange::sha256Hex(packet)));
}

QByteArray officeSample(const char* name) {
    QFile file(QStringLiteral(CONGVAN_TEST_DATA) + u"/office/"_s + QLatin1StringView(name));
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("test data missing");
    }
    return file.readAll();
}

QByteArray samplePacket(const QByteArray& from, const QByteArray& to) {
    QByteArray xml = officeSample("document.edxml");
    return from.isEmpty() ? xml : xml.replace(from, to);
}

} // namespace world
