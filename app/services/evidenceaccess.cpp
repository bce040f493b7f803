// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/evidenceaccess.h"

#include "app/services/officedesk.h"
#include "docsig/trust/evidencefacts.h"

#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace app {

QString EvidenceAccess::placeOf(const QString& address) {
    const QUrl url(address, QUrl::StrictMode);
    const QString scheme = url.scheme();
    if (!url.isValid() || (scheme != "http"_L1 && scheme != "https"_L1) || url.host().isEmpty() ||
        !url.userInfo().isEmpty()) {
        return {};
    }
    const QString host = url.host(QUrl::FullyEncoded).toLower();
    return host + u':' + QString::number(url.port(scheme == "https"_L1 ? 443 : 80));
}

QStringList EvidenceAccess::placesOf(const QString& words) {
    const QString text = words.trimmed();
    if (text.contains("://"_L1)) {
        const QString place = placeOf(text);
        return place.isEmpty() ? QStringList() : QStringList{place};
    }
    const QUrl url(u"http://"_s + text, QUrl::StrictMode);
    const QString place = placeOf(url.toString());
    if (place.isEmpty() || !url.path().isEmpty() || url.hasQuery() || url.hasFragment()) {
        return {};
    }
    return url.port() == -1 ? QStringList{place, placeOf(u"https://"_s + text)} : QStringList{place};
}

void EvidenceAccess::trust(const docsig::TrustStore& store) {
    for (const QString& address : docsig::namedAddresses(store)) {
        trusted += placesOf(address);
    }
}

bool EvidenceAccess::allow(const QString& words) {
    const QStringList places = placesOf(words);
    named += places;
    named.removeDuplicates();
    return !places.isEmpty();
}

bool EvidenceAccess::mayAsk(const QString& place) const {
    return !place.isEmpty() && (trusted.contains(place) || named.contains(place));
}

EvidenceAccess evidenceAccess(const OfficeDesk& desk, const EvidenceWish& wish) {
    EvidenceAccess access{.trusted = {}, .named = {}, .fresh = wish.fresh};
    const Profile profile = desk.profile();
    // A trust folder that cannot be read names nobody; whoever needs the folder itself is told then.
    if (const auto trust = docsig::TrustStore::load(profile.trustFolder())) {
        access.trust(*trust);
    }
    access.allow(profile.evidence.timeStampAddress);
    for (const QString& host : profile.evidence.hosts + wish.hosts) {
        access.allow(host);
    }
    return access;
}

} // namespace app
