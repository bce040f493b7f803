// SPDX-License-Identifier: GPL-3.0-or-later
// Makes a clerk's profile with as many incoming documents as asked, for the figure of the window. The documents go
// through the store's own door for messages; their packets are not there, since a list does not open them.
#include "app/runtime/profile.h"
#include "app/runtime/secretfile.h"
#include "app/store/officestore.h"
#include "exchange/protocol/packetnotice.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QUuid>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace {

app::Profile clerkIn(const QString& folder) {
    app::Profile profile;
    profile.folder = folder;
    profile.agency.id = *app::OrganId::parse(u"H99.02");
    profile.agency.name = u"Sở Nội vụ tỉnh Mẫu"_s;
    profile.person = {profile.agency.id, u"vanthu"_s, u"Phạm Thu Hằng"_s, app::Role::Clerk, u"VĂN THƯ"_s, {}};
    profile.hubUrl = u"http://127.0.0.1:9"_s;
    profile.account = u"H99.02/vanthu"_s;
    profile.demo = true;
    return profile;
}

app::PacketFacts factsOf(int ordinal, const QByteArray& sha256) {
    app::PacketFacts facts;
    facts.sha256 = sha256;
    facts.kind = app::PacketFacts::Kind::Document;
    facts.from = {*app::OrganId::parse(u"H99.03"), u"Sở Tài chính tỉnh Mẫu"_s};
    facts.receivers = {{*app::OrganId::parse(u"H99.02"), u"Sở Nội vụ tỉnh Mẫu"_s}};
    facts.packetDocumentId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    facts.number = QString::number(ordinal + 1);
    facts.notation = u"STC-VP"_s;
    facts.date = QDate(2026, 11, 23);
    facts.kindName = u"Công văn"_s;
    facts.subject = u"V/v báo cáo tiến độ thực hiện nhiệm vụ số %1 trong kế hoạch công tác năm 2026"_s.arg(ordinal + 1);
    facts.urgency = ordinal % 7 == 0 ? app::Urgency::Urgent : app::Urgency::Normal;
    return facts;
}

exchange::Message messageOf(const QByteArray& sha256) {
    const exchange::PacketNotice notice{sha256, 20'000, u"edoc"_s, u"H99.03"_s, {u"H99.02"_s}};
    exchange::Message message;
    message.payload = exchange::packetNoticeXml(notice);
    message.cites = {sha256};
    message.participants = {u"H99.03"_s, u"H99.02"_s};
    message.header.stream = u"packet/"_s + QString::fromLatin1(sha256);
    message.header.sequence = 1;
    message.header.kind = u"edoc"_s;
    message.header.messageId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    message.header.author = u"H99.03/vanthu"_s;
    message.header.authorAgency = u"H99.03"_s;
    message.header.time = QDateTime::currentDateTimeUtc();
    message.header.payloadSha256 = exchange::sha256Hex(message.payload);
    message.header.attachedSha256 = exchange::attachedHash(message.cites, message.participants);
    return message;
}

int stop(const app::Error& error) {
    std::fprintf(stderr, "benchprofile: %s %s\n", qPrintable(error.code), qPrintable(error.detail));
    return 1;
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    const QString folder = QCoreApplication::arguments().value(1);
    const int count = QCoreApplication::arguments().value(2).toInt();
    const app::Profile profile = clerkIn(QDir(folder).absolutePath());
    for (const char* part : {"trust/roots", "trust/intermediates", "trust/crls"}) {
        QDir(folder).mkpath(QString::fromLatin1(part));
    }
    if (auto written = app::writeProfile(profile); !written) {
        return stop(written.error());
    }
    if (auto written = app::writeSecret(profile.secretFile(), QByteArray(32, 's')); !written) {
        return stop(written.error());
    }
    app::StoreOptions options;
    options.database.file = profile.storeFile();
    options.blobs.folder = profile.objectsFolder();
    options.owner = profile.person;
    const auto store = app::OfficeStore::open(options);
    if (!store) {
        return stop(store.error());
    }
    const auto filled = (*store)->together([&]() -> app::Result<void> {
        for (int ordinal = 0; ordinal < count; ++ordinal) {
            const QByteArray sha256 =
                QCryptographicHash::hash(QByteArray::number(ordinal), QCryptographicHash::Sha256).toHex();
            if (auto accepted = (*store)->accept(messageOf(sha256), factsOf(ordinal, sha256)); !accepted) {
                return accepted;
            }
        }
        return {};
    });
    return filled ? 0 : stop(filled.error());
}
