// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/world/office/officeworld.h"

#include "app/domain/office/actcodec.h"
#include "app/domain/vietnamtime.h"
#include "app/runtime/demotexts.h"
#include "app/runtime/profile.h"
#include "app/runtime/secretfile.h"
#include "exchange/hub/hubserver.h"
#include "exchange/protocol/message.h"

#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>

using namespace Qt::Literals::StringLiterals;
using namespace app;

namespace world {

namespace {

/// Keys are made once for the whole test program; each world gets a copy.
struct Template {
    QTemporaryDir folder{QDir::tempPath() + u"/mẫu XXXXXX"_s};
    DemoOffices offices;

    Template() {
        auto made = prepareDemoOffices(folder.path(), QDateTime::currentDateTimeUtc());
        if (!made) {
            qFatal("demo offices: %s %s", qPrintable(made.error().code), qPrintable(made.error().detail));
        }
        offices = *made;
    }
};

const Template& madeOnce() {
    static const Template made;
    return made;
}

void copyTree(const QString& from, const QString& to) {
    QDirIterator walk(from, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        const QString source = walk.next();
        const QString target = to + source.mid(from.size());
        QDir().mkpath(QFileInfo(target).path());
        QFile::copy(source, target);
    }
}

QString moved(const QString& path, const QString& from, const QString& to) {
    return path.startsWith(from) ? to + path.mid(from.size()) : path;
}

std::optional<KeySource> moved(const std::optional<KeySource>& key, const QString& from, const QString& to) {
    if (!key) {
        return std::nullopt;
    }
    return Pkcs12File{moved(std::get<Pkcs12File>(*key).path, from, to)};
}

Profile moved(Profile profile, const QString& from, const QString& to) {
    profile.folder = moved(profile.folder, from, to);
    profile.signatureKey = moved(profile.signatureKey, from, to);
    profile.sealKey = moved(profile.sealKey, from, to);
    profile.signaturePicture = moved(profile.signaturePicture, from, to);
    profile.sealPicture = moved(profile.sealPicture, from, to);
    return profile;
}

hub::HubOptions hubWithClock(const std::function<QDateTime()>& clock) {
    hub::HubOptions options;
    options.http.stopping = std::chrono::milliseconds(300);
    options.clock = clock;
    return options;
}

} // namespace

OfficeWorld::OfficeWorld(const std::function<QDateTime()>& hubClock)
    : m_folder(QDir::tempPath() + u"/cơ quan XXXXXX"_s)
    , m_hub(hubClock ? std::make_unique<HubFixture>(hubWithClock(hubClock)) : std::make_unique<HubFixture>()) {
    const Template& made = madeOnce();
    m_hub->import(made.offices.hubImport);
    copyTree(made.folder.path(), m_folder.path());
    m_demo.folder = m_folder.path();
    m_demo.hubUrl = m_hub->url().toString();
    for (const Profile& original : made.offices.profiles) {
        Profile profile = moved(original, made.folder.path(), m_folder.path());
        const exchange::HubAccount account = m_hub->account(profile.person.mailbox());
        profile.hubUrl = m_demo.hubUrl;
        profile.account = account.account;
        if (!writeSecret(profile.secretFile(), account.secret) || !writeProfile(profile)) {
            qFatal("profile not written");
        }
        m_demo.profiles.append({.folder = profile.folder, .person = profile.person, .organName = profile.agency.name});
    }
    m_options.limits = {.connectMilliseconds = 5'000, .stalledSeconds = 2, .answerMilliseconds = 3'000};
    const QString programs = QStringLiteral(CONGVAN_BIN_DIR);
    m_programs = {.verifyWorker = programs + u"/congvan-verify"_s,
                  .renderWorker = programs + u"/congvan-render"_s,
                  .hub = programs + u"/congvan-hub"_s};
}

OfficeWorld::~OfficeWorld() = default;

OfficeSession& OfficeWorld::desk(int office, Role role) {
    auto& held = m_desks[{office, role}];
    if (!held) {
        auto opened = OfficeSession::open(m_demo.profile(office, role).folder, m_programs, m_options);
        if (!opened) {
            qFatal("desk: %s %s", qPrintable(opened.error().code), qPrintable(opened.error().detail));
        }
        held = std::move(*opened);
    }
    return *held;
}

std::unique_ptr<OfficeSession> OfficeWorld::secondDesk(int office, Role role) {
    const QString folder = path(u"máy thứ hai %1 %2"_s.arg(office).arg(roleKey(role)));
    const QString first = m_demo.profile(office, role).folder;
    if (!QFile::exists(folder)) {
        for (const QString& kept : {u"/profile.json"_s, readProfile(first)->secretFile().mid(first.size())}) {
            QDir().mkpath(QFileInfo(folder + kept).path());
            if (!QFile::copy(first + kept, folder + kept)) {
                qFatal("no second desk: %s", qPrintable(kept));
            }
        }
    }
    auto opened = OfficeSession::open(folder, m_programs, m_options);
    if (!opened) {
        qFatal("second desk: %s %s", qPrintable(opened.error().code), qPrintable(opened.error().detail));
    }
    return std::move(*opened);
}

void OfficeWorld::close(int office, Role role) {
    m_desks.erase({office, role});
}

Result<DocumentId> OfficeWorld::draft(DocumentKind kind) {
    if (auto synced = sync(officer()); !synced) {
        return std::unexpected(synced.error());
    }
    auto text = officer().draftDocument().start(kind);
    if (!text) {
        return std::unexpected(text.error());
    }
    if (kind == DocumentKind::QuyetDinh) {
        fillDemoDecision(*text);
    } else {
        fillDemoLetter(*text);
    }
    for (const int office : {province, finance}) {
        const DemoProfile& receiver = m_demo.profile(office, Role::Clerk);
        text->receivers.append({.id = receiver.person.organ, .name = receiver.organName});
        text->addressees.append(receiver.organName);
    }
    if (auto saved = officer().draftDocument().save(*text); !saved) {
        return std::unexpected(saved.error());
    }
    return text->id;
}

Result<void> OfficeWorld::submit(const DocumentId& id, int office) {
    if (auto done =
            officer(office).submitForSignature().submit(id, m_demo.profile(office, Role::Leader).person.mailbox());
        !done) {
        return done;
    }
    const auto synced = sync(officer(office));
    return synced ? Result<void>() : std::unexpected(synced.error());
}

Result<SigningReceipt> OfficeWorld::sign(const DocumentId& id, int office) {
    if (auto synced = sync(leader(office)); !synced) {
        return std::unexpected(synced.error());
    }
    const auto view = leader(office).signDocument().open(id);
    if (!view) {
        return std::unexpected(view.error());
    }
    auto receipt = leader(office).signDocument().sign(id, view->sha256, *leader(office).profile().signatureKey, pin());
    if (receipt) {
        if (auto synced = sync(leader(office)); !synced) {
            return std::unexpected(synced.error());
        }
    }
    return receipt;
}

Result<DocumentNumber> OfficeWorld::number(const DocumentId& id, int office) {
    if (auto synced = sync(clerk(office)); !synced) {
        return std::unexpected(synced.error());
    }
    return clerk(office).numberDocument().number(id, vietnamToday());
}

Result<SigningReceipt> OfficeWorld::seal(const DocumentId& id, int office) {
    const auto view = clerk(office).sealDocument().open(id);
    if (!view) {
        return std::unexpected(view.error());
    }
    return clerk(office).sealDocument().seal(id, view->sha256, *clerk(office).profile().sealKey, pin());
}

Result<QByteArray> OfficeWorld::issue(const DocumentId& id, int office) {
    if (auto done = submit(id, office); !done) {
        return std::unexpected(done.error());
    }
    if (auto done = sign(id, office); !done) {
        return std::unexpected(done.error());
    }
    if (auto done = number(id, office); !done) {
        return std::unexpected(done.error());
    }
    if (auto done = seal(id, office); !done) {
        return std::unexpected(done.error());
    }
    const auto sent = clerk(office).sendDocument().send(id);
    if (!sent) {
        return std::unexpected(sent.error());
    }
    if (auto synced = sync(clerk(office)); !synced) {
        return std::unexpected(synced.error());
    }
    return sent->packetSha256;
}

Result<QByteArray> OfficeWorld::sendOne(DocumentId* id) {
    const auto made = draft();
    if (!made) {
        return std::unexpected(made.error());
    }
    if (id) {
        *id = *made;
    }
    return issue(*made);
}

app::Result<void> OfficeWorld::carry(app::OfficeSession& from, const QList<app::OfficeSession*>& to) {
    const auto sent = sync(from);
    if (!sent || !sent->problems.isEmpty()) {
        return std::unexpected(sent ? sent->problems.first() : sent.error());
    }
    for (app::OfficeSession* desk : to) {
        if (const auto fetched = sync(*desk); !fetched) {
            return std::unexpected(fetched.error());
        }
    }
    return {};
}

app::Result<void> OfficeWorld::append(const QString& mailbox, const QString& stream, const app::ActBody& body,
                                      const QStringList& joining) {
    const auto line = m_hub->client(mailbox);
    const auto before = line->messages(stream, 1, 1000);
    const app::OfficeAct act = app::makeAct(mailbox, body);
    const auto receipt = line->append({.stream = stream,
                                       .expectedSequence = before ? before->size() + 1 : 1,
                                       .kind = u"office"_s,
                                       .messageId = act.id,
                                       .payload = app::writeAct(act),
                                       .cites = {},
                                       .participants = joining,
                                       .lastSeenHead = {}});
    return receipt ? app::Result<void>() : std::unexpected(app::Error(receipt.error().code, receipt.error().detail));
}

exchange::Result<exchange::PacketReceipt> OfficeWorld::sendRaw(const QByteArray& packet) {
    const QString file = path(u"raw.edxml"_s);
    QFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(packet) != packet.size()) {
        qFatal("raw packet not written");
    }
    out.close();
    const auto client = m_hub->client(m_demo.profile(sender, Role::Clerk).person.mailbox());
    return client->sendPacket(file, u"edoc"_s, exchange::sha256Hex(packet));
}

} // namespace world
