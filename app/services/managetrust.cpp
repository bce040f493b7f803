// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/managetrust.h"

#include "app/domain/vietnamtime.h"
#include "docsig/trust/trustsettings.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

using docsig::TrustItem;

constexpr qint64 largestFile = 16 * 1024 * 1024;
constexpr qint64 largestList = 32 * 1024 * 1024;
constexpr qint64 largestLog = 64 * 1024 * 1024;
constexpr qsizetype shortestFingerprint = 8;

constexpr std::array folders{"roots", "intermediates", "crls"};

QString folderOf(TrustItem::Kind kind) {
    return QString::fromLatin1(folders.at(kind == TrustItem::Kind::Root           ? 0
                                          : kind == TrustItem::Kind::Intermediate ? 1
                                                                                  : 2));
}

/// A scheme's newest list takes the place of the one before, whichever certificate its operator signs with by then.
QString listFileOf(const docsig::TrustedList& list) {
    const QByteArray scheme = (list.territory + u'\n' + list.operatorName).toUtf8();
    return QString::fromLatin1(QCryptographicHash::hash(scheme, QCryptographicHash::Sha256).toHex().left(32)) +
           u".json"_s;
}

QString fileNameOf(const TrustItem& item) {
    const QString suffix = item.kind == TrustItem::Kind::RevocationList ? u".crl"_s : u".cer"_s;
    return QString::fromLatin1(item.sha256) + suffix;
}

/// What one of the folder's files holds. What was laid into roots/ by hand counts as a root, whatever it says of
/// itself.
QList<TrustItem> itemsOf(const QString& path, const QString& folder) {
    QFile file(path);
    if (file.size() > largestFile || !file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QList<TrustItem> items = docsig::trustItemsIn(file.readAll()).value_or(QList<TrustItem>());
    for (TrustItem& item : items) {
        if (item.kind != TrustItem::Kind::RevocationList) {
            item.kind = folder == "roots"_L1 ? TrustItem::Kind::Root : TrustItem::Kind::Intermediate;
        }
    }
    return items;
}

struct HeldItem {
    TrustItem item;
    QString path;
};

QList<HeldItem> heldIn(const QString& trustFolder) {
    QList<HeldItem> held;
    for (const char* name : folders) {
        const QString folder = QString::fromLatin1(name);
        const QDir directory(trustFolder + u'/' + folder);
        for (const QString& file : directory.entryList(QDir::Files, QDir::Name)) {
            for (const TrustItem& item : itemsOf(directory.filePath(file), folder)) {
                held.append({item, directory.filePath(file)});
            }
        }
    }
    return held;
}

Result<void> writeAtOnce(const QString& path, const QByteArray& bytes) {
    QSaveFile file(path);
    if (!QDir().mkpath(QFileInfo(path).path()) || !file.open(QIODevice::WriteOnly) ||
        file.write(bytes) != bytes.size() || !file.commit()) {
        return fail("trust-not-written", path + u": "_s + file.errorString());
    }
    return {};
}

} // namespace

bool TrustProposal::isRefused() const {
    return std::ranges::any_of(concerns,
                               [](const docsig::Finding& one) { return one.weight == docsig::Weight::Fault; });
}

ManageTrust::ManageTrust(QString folder, QString person, std::function<QDateTime()> clock)
    : m_folder(std::move(folder))
    , m_person(std::move(person))
    , m_clock(std::move(clock)) {}

QDateTime ManageTrust::now() const {
    return m_clock ? m_clock() : QDateTime::currentDateTimeUtc();
}

Result<QList<TrustEntry>> ManageTrust::list() const {
    QList<TrustEntry> entries;
    for (const HeldItem& held : heldIn(m_folder)) {
        QList<docsig::Finding> concerns = docsig::concernsOf(held.item, now());
        entries.append({held.item, std::move(concerns)});
    }
    std::ranges::stable_sort(entries, [](const TrustEntry& one, const TrustEntry& other) {
        return one.item.kind != other.item.kind ? one.item.kind < other.item.kind
                                                : one.item.name.localeAwareCompare(other.item.name) < 0;
    });
    return entries;
}

Result<QList<TrustProposal>> ManageTrust::look(const QString& path) const {
    const auto bytes = bytesOf(path);
    const auto items = bytes ? docsig::trustItemsIn(*bytes) : docsig::Result<QList<TrustItem>>();
    if (!bytes || !items) {
        return bytes ? passOn(items.error()) : std::unexpected(bytes.error());
    }
    const QList<HeldItem> held = heldIn(m_folder);
    QList<TrustProposal> proposals;
    for (const TrustItem& item : *items) {
        const bool known =
            std::ranges::any_of(held, [&](const HeldItem& one) { return one.item.sha256 == item.sha256; });
        proposals.append({item, docsig::concernsOf(item, now()), known});
    }
    return proposals;
}

Result<int> ManageTrust::import(const QList<TrustProposal>& confirmed) {
    int taken = 0;
    for (const TrustProposal& one : confirmed) {
        if (!one.isNew()) {
            continue;
        }
        auto done = writeDown(u"import"_s, one.item);
        done = done ? store(one.item) : done;
        if (!done) {
            return std::unexpected(done.error());
        }
        ++taken;
    }
    return taken;
}

Result<TrustItem> ManageTrust::remove(const QString& fingerprint) {
    const QString wanted = QString(fingerprint).remove(u':').remove(u' ').toLower();
    const QList<HeldItem> held = heldIn(m_folder);
    QList<HeldItem> fitting;
    std::ranges::copy_if(held, std::back_inserter(fitting), [&](const HeldItem& one) {
        return wanted.size() >= shortestFingerprint && QString::fromLatin1(one.item.sha256).startsWith(wanted);
    });
    const bool one = !fitting.isEmpty() && std::ranges::all_of(fitting, [&](const HeldItem& other) {
        return other.item.sha256 == fitting.first().item.sha256;
    });
    if (!one) {
        return fail("trust-entry-unknown", fingerprint);
    }
    const TrustItem gone = fitting.first().item;
    if (auto noted = writeDown(u"remove"_s, gone); !noted) {
        return std::unexpected(noted.error());
    }
    for (const HeldItem& place : fitting) {
        bool rewritten = false;
        // Others of the same file get files of their own before it goes.
        for (const HeldItem& other : held) {
            if (other.path == place.path && other.item.sha256 != gone.sha256) {
                if (auto kept = store(other.item); !kept) {
                    return std::unexpected(kept.error());
                }
                rewritten = rewritten || place.path.endsWith(u'/' + fileNameOf(other.item));
            }
        }
        if (auto removed = rewritten ? Result<void>() : removeFile(place.path); !removed) {
            return std::unexpected(removed.error());
        }
    }
    return gone;
}

Result<void> ManageTrust::store(const TrustItem& item) {
    return writeAtOnce(m_folder + u'/' + folderOf(item.kind) + u'/' + fileNameOf(item), item.der);
}

bool ManageTrust::usesSystemRoots() const {
    return docsig::readTrustSettings(m_folder).useSystemRoots;
}

Result<void> ManageTrust::setUseSystemRoots(bool use) {
    if (auto noted = writeDown(use ? u"system-roots-on"_s : u"system-roots-off"_s); !noted) {
        return noted;
    }
    docsig::TrustSettings settings = docsig::readTrustSettings(m_folder);
    settings.useSystemRoots = use;
    const auto written = docsig::writeTrustSettings(m_folder, settings);
    return written ? Result<void>() : passOn(written.error());
}

docsig::TrustPolicy ManageTrust::policy() const {
    return docsig::readTrustSettings(m_folder).policy;
}

Result<void> ManageTrust::setPolicy(const docsig::TrustPolicy& policy) {
    if (policy.clockSkewSeconds < 0 || policy.clockSkewSeconds > docsig::largestClockSkew ||
        policy.revocationGraceSeconds < 0 || policy.revocationGraceSeconds > docsig::largestRevocationGrace) {
        return fail("trust-policy-outside",
                    u"%1 s, %2 s"_s.arg(policy.clockSkewSeconds).arg(policy.revocationGraceSeconds));
    }
    if (auto noted = writeDown(u"policy-changed"_s); !noted) {
        return noted;
    }
    docsig::TrustSettings settings = docsig::readTrustSettings(m_folder);
    settings.policy = policy;
    const auto written = docsig::writeTrustSettings(m_folder, settings);
    return written ? Result<void>() : passOn(written.error());
}

Result<QByteArray> ManageTrust::bytesOf(const QString& path) const {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail("trust-import-missing", path + u": "_s + file.errorString());
    }
    return file.read(largestList + 1);
}

Result<void> ManageTrust::removeFile(const QString& path) {
    QFile file(path);
    if (!file.remove()) {
        return fail("trust-not-removed", path + u": "_s + file.errorString());
    }
    return {};
}

QList<docsig::TrustedList> ManageTrust::lists() const {
    QList<docsig::TrustedList> all;
    const QDir folder(m_folder + u"/lists"_s);
    for (const QString& name : folder.entryList({u"*.json"_s}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        const bool read = file.size() <= largestList && file.open(QIODevice::ReadOnly);
        const QJsonObject object = read ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
        if (const auto list = docsig::trustedListFromJson(object)) {
            all.append(*list);
        }
    }
    return all;
}

Result<docsig::TrustedList> ManageTrust::lookAtList(const QString& path, const QString& operatorFile) const {
    const auto xml = bytesOf(path);
    const auto operatorBytes = xml ? bytesOf(operatorFile) : xml;
    if (!operatorBytes) {
        return std::unexpected(operatorBytes.error());
    }
    const auto list = docsig::readTrustedList(*xml, *operatorBytes);
    if (!list) {
        return passOn(list.error());
    }
    for (const docsig::TrustedList& held : lists()) {
        // An old list could bring back a service that was withdrawn since.
        if (listFileOf(held) == listFileOf(*list) && held.sequence > list->sequence) {
            return fail("trusted-list-older", u"%1 < %2"_s.arg(list->sequence).arg(held.sequence));
        }
    }
    return *list;
}

Result<void> ManageTrust::importList(const docsig::TrustedList& list) {
    if (auto noted = writeDown(u"import-list"_s, u"list"_s, list.schemeName, list.operatorSha256); !noted) {
        return noted;
    }
    return writeAtOnce(m_folder + u"/lists/"_s + listFileOf(list), QJsonDocument(docsig::toJson(list)).toJson());
}

Result<void> ManageTrust::removeList(const QString& territory) {
    bool any = false;
    for (const docsig::TrustedList& list : lists()) {
        if (list.territory.compare(territory, Qt::CaseInsensitive) != 0) {
            continue;
        }
        any = true;
        auto done = writeDown(u"remove-list"_s, u"list"_s, list.schemeName, list.operatorSha256);
        done = done ? removeFile(m_folder + u"/lists/"_s + listFileOf(list)) : done;
        if (!done) {
            return done;
        }
    }
    if (!any) {
        return fail("trusted-list-unknown", territory);
    }
    return {};
}

Result<void> ManageTrust::writeDown(const QString& act, const TrustItem& item) {
    return writeDown(act, trustKindKey(item.kind), item.name, item.sha256);
}

Result<void> ManageTrust::writeDown(const QString& act, const QString& kind, const QString& name,
                                    const QByteArray& sha256) {
    QJsonObject line{{u"at"_s, isoTime(now())}, {u"person"_s, m_person}, {u"act"_s, act}};
    if (!kind.isEmpty()) {
        line.insert(u"kind"_s, kind);
        line.insert(u"name"_s, name);
        line.insert(u"sha256"_s, QString::fromLatin1(sha256));
    }
    QFile file(m_folder + u"/log.jsonl"_s);
    const QByteArray bytes = QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
    if (!QDir().mkpath(m_folder) || !file.open(QIODevice::WriteOnly | QIODevice::Append) ||
        file.write(bytes) != bytes.size() || !file.flush()) {
        return fail("trust-log-not-written", file.errorString());
    }
    return {};
}

QList<ManageTrust::LogLine> ManageTrust::log() const {
    QFile file(m_folder + u"/log.jsonl"_s);
    QList<LogLine> lines;
    if (file.size() > largestLog || !file.open(QIODevice::ReadOnly)) {
        return lines;
    }
    while (!file.atEnd()) {
        const QJsonObject line = QJsonDocument::fromJson(file.readLine()).object();
        if (!line.isEmpty()) {
            lines.append({parseIsoTime(line[u"at"_s].toString()), line[u"person"_s].toString(),
                          line[u"act"_s].toString(), line[u"kind"_s].toString(), line[u"name"_s].toString(),
                          line[u"sha256"_s].toString()});
        }
    }
    return lines;
}

QString trustKindKey(TrustItem::Kind kind) {
    static constexpr std::array words{"root", "intermediate", "crl", "leaf"};
    return QString::fromLatin1(words.at(static_cast<std::size_t>(kind)));
}

QString displayFingerprint(const QByteArray& sha256) {
    QByteArray pairs;
    for (qsizetype i = 0; i < sha256.size(); i += 2) {
        pairs += (i > 0 ? ":" : "") + sha256.mid(i, 2).toUpper();
    }
    return QString::fromLatin1(pairs);
}

} // namespace app
