// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runtime/initoffice.h"

#include "app/runtime/secretfile.h"
#include "exchange/client/enrolment.h"

#include <QDir>
#include <QFile>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

constexpr QFile::Permissions folderForOwner = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;

Result<void> makeFolders(const Profile& profile) {
    const QDir top(profile.folder);
    bool made = QDir().mkpath(profile.folder);
    for (const QString& part : {u"objects"_s, u"trust/roots"_s, u"trust/intermediates"_s, u"trust/crls"_s,
                                u"pictures"_s, u"keys"_s, u"spool"_s}) {
        made = made && top.mkpath(part);
    }
    if (!made || !QFile::setPermissions(profile.folder, folderForOwner)) {
        return fail("profile-folder-not-made", profile.folder);
    }
    return {};
}

Result<Profile> enrolInto(const ProfileRequest& request) {
    const auto account = exchange::enrol(QUrl(request.profile.hubUrl), request.profile.caFile, request.enrolmentCode);
    if (!account) {
        return passOn(account.error());
    }
    Profile profile = request.profile;
    profile.account = account->account;
    // The secret first: without it the account would be lost, its one-time code is used up.
    if (auto kept = writeSecret(profile.secretFile(), account->secret); !kept) {
        return std::unexpected(kept.error());
    }
    if (auto written = writeProfile(profile); !written) {
        return std::unexpected(written.error());
    }
    return profile;
}

} // namespace

Result<Profile> initOffice(const ProfileRequest& request) {
    const QString& folder = request.profile.folder;
    if (readProfile(folder)) {
        return fail("profile-exists", folder);
    }
    const bool wasThere = QDir(folder).exists();
    if (auto made = makeFolders(request.profile); !made) {
        return std::unexpected(made.error());
    }
    auto profile = enrolInto(request);
    if (!profile && !wasThere) {
        QDir(folder).removeRecursively();
    }
    return profile;
}

Result<void> renewSecret(const Profile& profile) {
    const auto old = readSecret(profile.secretFile());
    if (!old) {
        return std::unexpected(old.error());
    }
    exchange::HubAccount account{
        .baseUrl = QUrl(profile.hubUrl), .account = profile.account, .secret = *old, .caFile = profile.caFile};
    const QByteArray next = exchange::newSecret();
    if (const auto offered = exchange::offerSecret(account, next); !offered) {
        return passOn(offered.error());
    }
    if (auto kept = writeSecret(profile.secretFile(), next); !kept) {
        return kept;
    }
    account.secret = next;
    const auto used = exchange::HubClient(account).status();
    return used ? Result<void>() : passOn(used.error());
}

} // namespace app
