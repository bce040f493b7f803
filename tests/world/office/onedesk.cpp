// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/world/office/onedesk.h"

#include "app/domain/vietnamtime.h"
#include "app/layout/demopictures.h"
#include "app/runtime/demotexts.h"
#include "app/runtime/httpevidencesource.h"
#include "app/runtime/profile.h"
#include "app/runtime/secretfile.h"
#include "app/services/draftdocument.h"
#include "app/services/numberdocument.h"
#include "app/services/querydocuments.h"
#include "app/services/sealdocument.h"
#include "app/services/signdocument.h"
#include "app/services/submitforsignature.h"

#include <QDir>
#include <QFile>

using namespace Qt::Literals::StringLiterals;
using namespace app;

namespace world {

namespace {

std::unexpected<exchange::Error> away() {
    return std::unexpected(exchange::Error{.code = u"server-unreachable"_s, .detail = {}});
}

} // namespace

exchange::Result<exchange::AppendReceipt> StreamServer::append(const exchange::Append& append,
                                                               const exchange::CallOptions&) {
    if (m_isAway) {
        return away();
    }
    auto& stream = m_streams[append.stream];
    if (append.expectedSequence != stream.size() + 1) {
        return std::unexpected(exchange::Error{.code = u"append-conflict"_s, .detail = {}});
    }
    exchange::Message message;
    message.header = {.stream = append.stream,
                      .sequence = append.expectedSequence,
                      .kind = append.kind,
                      .messageId = append.messageId,
                      .author = u"H99.02/vanthu"_s,
                      .authorAgency = u"H99.02"_s,
                      .time = QDateTime::currentDateTimeUtc(),
                      .payloadSha256 = exchange::sha256Hex(append.payload),
                      .attachedSha256 = exchange::attachedHash(append.cites, append.participants),
                      .previousHeaderSha256 =
                          stream.isEmpty() ? QByteArray() : exchange::headerHash(stream.last().header)};
    message.payload = append.payload;
    message.cites = append.cites;
    message.participants = append.participants;
    stream.append(message);
    return exchange::AppendReceipt{message.header};
}

exchange::Result<QList<exchange::Message>> StreamServer::messages(const QString& stream, qint64 fromSequence, int,
                                                                  const exchange::CallOptions&) {
    if (m_isAway) {
        return away();
    }
    return m_streams.value(stream).mid(fromSequence - 1);
}

exchange::Result<QList<exchange::FeedEntry>> StreamServer::feed(const QString&, qint64, int, int,
                                                                const exchange::CallOptions&) {
    return away();
}
exchange::Result<void> StreamServer::upload(const QString&, const QByteArray&, const exchange::CallOptions&) {
    return away();
}
exchange::Result<void> StreamServer::download(const QByteArray&, const QString&, const QString&,
                                              const exchange::CallOptions&) {
    return away();
}
exchange::Result<exchange::PacketReceipt> StreamServer::sendPacket(const QString&, const QString&, const QByteArray&,
                                                                   const exchange::CallOptions&) {
    return away();
}
exchange::Result<exchange::SentAnswer> StreamServer::findSent(const QByteArray&, const exchange::CallOptions&) {
    return away();
}
exchange::Result<exchange::Directory> StreamServer::directory(qint64, const exchange::CallOptions&) {
    return away();
}
exchange::Result<exchange::ServerStatus> StreamServer::status(const exchange::CallOptions&) {
    return away();
}

/// Made once for the test program: keys cost time.
struct OneDesk::Keys {
    docsig::DemoAuthority authority;
    docsig::DemoKey leader;
    docsig::DemoKey seal;

    static Keys make() {
        auto made = docsig::DemoAuthority::create(QDateTime::currentDateTimeUtc());
        if (!made) {
            qFatal("authority: %s", qPrintable(made.error().detail));
        }
        auto leaderKey = made->issuePerson(
            {.commonName = u"Trần Thị Bích Ngọc"_s, .title = u"GIÁM ĐỐC"_s, .organisation = u"Sở Nội vụ tỉnh Mẫu"_s});
        auto sealKey = made->issueSeal({.officeName = u"Sở Nội vụ tỉnh Mẫu"_s, .organId = u"H99.02"_s});
        if (!leaderKey || !sealKey) {
            qFatal("keys not made");
        }
        return {.authority = std::move(*made), .leader = *leaderKey, .seal = *sealKey};
    }
};

OneDesk::Keys& OneDesk::keys() {
    static Keys made = Keys::make();
    return made;
}

docsig::DemoAuthority& OneDesk::authority() {
    return keys().authority;
}

const docsig::DemoKey& OneDesk::leaderKey() const {
    return keys().leader;
}

docsig::Pin OneDesk::pin() {
    return docsig::Pin::fromString(u"đúng PIN 123456");
}

OneDesk::OneDesk()
    : m_folder(QDir::tempPath() + u"/bàn XXXXXX"_s) {
    const QDir folder(m_folder.path());
    folder.mkpath(u"spool"_s);
    folder.mkpath(u"keys"_s);
    const bool made = keys().leader.writePkcs12(path(u"keys/signature.p12"_s), pin()).has_value() &&
                      keys().seal.writePkcs12(path(u"keys/seal.p12"_s), pin()).has_value() &&
                      authority().writeTrustFolder(path(u"trust"_s)).has_value();
    if (!made) {
        qFatal("desk not made");
    }
    std::ignore = file(u"signature.png"_s, demoSignaturePicture(u"Trần Thị Bích Ngọc"_s));
    std::ignore = file(u"seal.png"_s, demoSealPicture(u"Sở Nội vụ tỉnh Mẫu"_s));
    exchange::Directory directory;
    directory.version = 1;
    for (const QString& id : {u"H99"_s, u"H99.02"_s, u"H99.03"_s}) {
        exchange::AgencyEntry agency;
        agency.organId = id;
        agency.name = u"Cơ quan "_s + id;
        directory.agencies.append(agency);
    }
    directory.people = {{.mailbox = u"H99.02/lanhdao"_s,
                         .login = u"lanhdao"_s,
                         .name = u"Trần Thị Bích Ngọc"_s,
                         .role = u"leader"_s,
                         .title = u"GIÁM ĐỐC"_s,
                         .unit = {}},
                        {.mailbox = u"H99.02/vanthu"_s,
                         .login = u"vanthu"_s,
                         .name = u"Phạm Thu Hằng"_s,
                         .role = u"clerk"_s,
                         .title = {},
                         .unit = {}}};
    const auto merged = as(Role::Officer).store().directory().merge(directory, *OrganId::parse(u"H99.02"));
    if (!merged) {
        qFatal("directory: %s", qPrintable(merged.error().detail));
    }
}

OneDesk::~OneDesk() = default;

Profile OneDesk::profileOf(Role role) const {
    Profile profile;
    profile.folder = m_folder.path();
    profile.agency.id = *OrganId::parse(u"H99.02");
    profile.agency.name = u"Sở Nội vụ tỉnh Mẫu"_s;
    profile.superiorName = u"Ủy ban nhân dân tỉnh Mẫu"_s;
    profile.placeName = u"Tỉnh Mẫu"_s;
    profile.notationUnit = u"SNV"_s;
    const QString login = role == Role::Officer ? u"chuyenvien"_s : role == Role::Leader ? u"lanhdao"_s : u"vanthu"_s;
    profile.person = {.organ = profile.agency.id, .login = login, .name = login, .role = role, .title = {}, .unit = {}};
    profile.signaturePicture = path(u"signature.png"_s);
    profile.sealPicture = path(u"seal.png"_s);
    profile.evidence = evidence;
    return profile;
}

OfficeDesk& OneDesk::as(Role role) {
    if (m_role != role) {
        const Profile profile = profileOf(role);
        m_desk.reset();
        m_store.reset();
        auto store = OfficeStore::open(
            {.database = {.file = profile.storeFile(), .largestPages = m_largestPages},
             .blobs = {.folder = profile.objectsFolder(), .syncFolder = {}, .throughDevice = m_throughDevice},
             .owner = profile.person});
        if (!store) {
            qFatal("store: %s %s", qPrintable(store.error().code), qPrintable(store.error().detail));
        }
        m_store = std::move(*store);
        m_verifier = std::make_unique<docsig::VerifyClient>(QStringLiteral(CONGVAN_BIN_DIR "/congvan-verify"),
                                                            profile.trustFolder());
        m_desk = std::make_unique<OfficeDesk>(
            OfficeDesk::Collaborators{
                .store = *m_store,
                .verifyClient = *m_verifier,
                .connect = [this] { return std::make_unique<StreamServer>(streams, serverIsAway); },
                .spoolFolder = path(u"spool"_s),
                .clock = [this] { return QDateTime::currentDateTimeUtc().addSecs(secondsLater); },
                .evidence =
                    [folder = profile.evidenceFolder()](const EvidenceAccess& access) {
                        return std::make_unique<HttpEvidenceSource>(
                            EvidenceSourceOptions{.access = access, .cacheFolder = folder});
                    }},
            profile);
        m_role = role;
    }
    return *m_desk;
}

QString OneDesk::writeProfileFolder(Role role) const {
    const Profile profile = profileOf(role);
    if (!writeProfile(profile) || !writeSecret(profile.secretFile(), "0123456789abcdef")) {
        qFatal("profile not written");
    }
    return profile.folder;
}

void OneDesk::setOptions(int largestPages, std::function<std::unique_ptr<QIODevice>(QFileDevice&)> throughDevice) {
    m_largestPages = largestPages;
    m_throughDevice = std::move(throughDevice);
    m_role.reset();
}

QString OneDesk::file(const QString& name, const QByteArray& bytes) const {
    QFile out(path(name));
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size()) {
        qFatal("file not written");
    }
    return out.fileName();
}

KeySource OneDesk::signatureKey() const {
    return Pkcs12File{path(u"keys/signature.p12"_s)};
}

KeySource OneDesk::sealKey() const {
    return Pkcs12File{path(u"keys/seal.p12"_s)};
}

Result<DocumentId> OneDesk::draft(DocumentKind kind) {
    DraftDocument drafts(as(Role::Officer));
    auto text = drafts.start(kind);
    if (!text) {
        return std::unexpected(text.error());
    }
    if (kind == DocumentKind::QuyetDinh) {
        fillDemoDecision(*text);
    } else {
        fillDemoLetter(*text);
    }
    text->receivers = {{.id = *OrganId::parse(u"H99.03"), .name = u"Sở Tài chính tỉnh Mẫu"_s}};
    if (auto saved = drafts.save(*text); !saved) {
        return std::unexpected(saved.error());
    }
    return text->id;
}

Result<void> OneDesk::submit(const DocumentId& id) {
    return SubmitForSignature(as(Role::Officer)).submit(id, u"H99.02/lanhdao"_s);
}

Result<void> OneDesk::sign(const DocumentId& id) {
    SignDocument signing(as(Role::Leader));
    const auto view = signing.open(id);
    if (!view) {
        return std::unexpected(view.error());
    }
    const auto done = signing.sign(id, view->sha256, signatureKey(), pin());
    return done ? Result<void>() : std::unexpected(done.error());
}

Result<void> OneDesk::number(const DocumentId& id) {
    const auto drawn = NumberDocument(as(Role::Clerk)).number(id, vietnamToday());
    return drawn ? Result<void>() : std::unexpected(drawn.error());
}

Result<void> OneDesk::seal(const DocumentId& id) {
    SealDocument sealing(as(Role::Clerk));
    const auto view = sealing.open(id);
    if (!view) {
        return std::unexpected(view.error());
    }
    const auto done = sealing.seal(id, view->sha256, sealKey(), pin());
    return done ? Result<void>() : std::unexpected(done.error());
}

QByteArray OneDesk::pdf(const DocumentId& id) {
    const auto detail = m_store->documents().detail(id);
    const auto bytes = detail ? m_store->blobs().bytes(detail->pdfSha256) : Result<QByteArray>();
    return bytes ? *bytes : QByteArray();
}

DocumentState OneDesk::state(const DocumentId& id) {
    const auto detail = m_store->documents().detail(id);
    return detail ? detail->summary.state : DocumentState::Problem;
}

} // namespace world
