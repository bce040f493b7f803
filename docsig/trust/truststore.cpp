// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/trust/truststore.h"

#include "docsig/keys/certificate.h"
#include "docsig/trust/trustcontents.h"
#include "docsig/trust/trustsettings.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <functional>

namespace docsig {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int mostFiles = 1000;
constexpr qint64 largestTrustFile = 64 * 1024 * 1024; // a list of a national authority

Result<QList<QByteArray>> readFolder(const QString& directory) {
    QList<QByteArray> contents;
    QDirIterator files(directory, {u"*.pem"_s, u"*.crt"_s, u"*.cer"_s, u"*.der"_s, u"*.crl"_s},
                       QDir::Files | QDir::Readable | QDir::Hidden);
    while (files.hasNext()) {
        QFile file(files.next());
        if (contents.size() == mostFiles || file.size() > largestTrustFile) {
            return fail("trust-folder-too-large", file.fileName());
        }
        if (!file.open(QIODevice::ReadOnly)) {
            return fail("trust-file-unreadable", file.fileName() + u": "_s + file.errorString());
        }
        contents.append(file.readAll());
    }
    return contents;
}

QList<QByteArray> listsIn(const QByteArray& bytes) {
    if (parseRevocationList(bytes)) {
        return {bytes};
    }
    QList<QByteArray> found;
    const Bio source(BIO_new_mem_buf(bytes.constData(), static_cast<int>(bytes.size())));
    while (const X509List one{PEM_read_bio_X509_CRL(source.get(), nullptr, nullptr, nullptr)}) {
        found.append(derOf(one.get(), i2d_X509_CRL));
    }
    ERR_clear_error();
    return found;
}

/// Whether the store has it already, to the byte.
bool holds(const std::vector<SharedCertificate>& all, const X509* one) {
    return std::any_of(all.begin(), all.end(),
                       [one](const SharedCertificate& known) { return X509_cmp(known.get(), one) == 0; });
}

bool holds(const std::vector<SharedList>& all, const X509_CRL* one) {
    return std::any_of(all.begin(), all.end(),
                       [one](const SharedList& known) { return X509_CRL_match(known.get(), one) == 0; });
}

bool isSelfSigned(const QByteArray& der) {
    const X509Certificate certificate = parseCertificate(der);
    return certificate && (X509_get_extension_flags(certificate.get()) & EXFLAG_SS) != 0;
}

/// Reads one of the folders: each file must hold something, and all of it must be taken.
Result<void> fill(const QString& directory, QList<QByteArray> (*items)(const QByteArray&),
                  const std::function<bool(const QByteArray&)>& take) {
    const auto files = readFolder(directory);
    if (!files) {
        return std::unexpected(files.error());
    }
    for (const QByteArray& file : *files) {
        const QList<QByteArray> found = items(file);
        if (found.isEmpty() || !std::all_of(found.begin(), found.end(), take)) {
            return fail("trust-file-malformed", directory);
        }
    }
    return {};
}

/// The roots that the operating system trusts. What can't be read there trusts nobody and is no fault of the office's
/// folder.
void addSystemRoots(TrustStore& store) {
    const QDir system(systemRootsDirectory());
    const QString bundle = system.filePath(u"ca-certificates.crt"_s); // all in one where Debian made it
    const QStringList names = QFile::exists(bundle) ? QStringList{bundle} : system.entryList({u"*.pem"_s}, QDir::Files);
    for (const QString& name : names) {
        QFile file(system.filePath(name));
        if (file.size() > largestTrustFile || !file.open(QIODevice::ReadOnly)) {
            continue;
        }
        for (const QByteArray& der : certificatesIn(file.readAll())) {
            store.addRoot(der);
        }
    }
}

/// The trusted lists that the office imported, as they were kept after their signature was checked.
Result<void> addLists(TrustStore& store, const QDir& folder) {
    for (const QString& name : folder.entryList({u"*.json"_s}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        const bool read = file.size() <= largestTrustFile && file.open(QIODevice::ReadOnly);
        const auto list = trustedListFromJson(read ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject());
        if (!list) {
            return fail("trust-list-file-malformed", file.fileName());
        }
        store.addTrustedList(*list);
    }
    return {};
}

QList<QByteArray> certificateItems(const QByteArray& bytes) {
    return certificatesIn(bytes);
}

} // namespace

TrustStore::TrustStore()
    : d(std::make_shared<Private>()) {}

TrustStore::~TrustStore() = default;
TrustStore::TrustStore(const TrustStore&) = default;
TrustStore& TrustStore::operator=(const TrustStore&) = default;

Result<TrustStore> TrustStore::load(const QString& directory) {
    const QDir folder(directory);
    if (!folder.exists()) {
        return fail("trust-folder-missing", directory);
    }
    TrustStore store;
    const auto roots = fill(folder.filePath(u"roots"_s), certificateItems,
                            [&store](const QByteArray& der) { return store.addRoot(der); });
    const auto others = fill(folder.filePath(u"intermediates"_s), certificateItems,
                             [&store](const QByteArray& der) { return store.addIntermediate(der); });
    const auto lists =
        fill(folder.filePath(u"crls"_s), listsIn, [&store](const QByteArray& der) { return store.addCrl(der); });
    const auto responses = fill(
        folder.filePath(u"ocsp"_s), [](const QByteArray& bytes) { return QList<QByteArray>{bytes}; },
        [&store](const QByteArray& der) { return store.addOcspResponse(der); });
    // A folder that somebody filled by hand has no order: what a file holds says where it belongs.
    const auto loose = fill(
        directory, [](const QByteArray& bytes) { return certificatesIn(bytes) + listsIn(bytes); },
        [&store](const QByteArray& der) {
            return isSelfSigned(der) ? store.addRoot(der) : store.addIntermediate(der) || store.addCrl(der);
        });
    const auto trustedLists = addLists(store, QDir(folder.filePath(u"lists"_s)));
    for (const auto& done : {roots, others, lists, responses, loose, trustedLists}) {
        if (!done) {
            return std::unexpected(done.error());
        }
    }
    if (readTrustSettings(directory).useSystemRoots) {
        addSystemRoots(store);
    }
    return store;
}

TrustStore::Private& TrustStore::writable() {
    if (d.use_count() > 1) {
        d = std::make_shared<Private>(*d);
    }
    return *d;
}

bool TrustStore::addRoot(QByteArrayView der) {
    const auto known = d->known->of(der);
    if (known && !holds(d->roots, known->certificate.get())) {
        writable().roots.push_back(known->certificate);
    }
    return known != nullptr;
}

bool TrustStore::addIntermediate(QByteArrayView der) {
    const auto known = d->known->of(der);
    if (known && !holds(d->intermediates, known->certificate.get())) {
        writable().intermediates.push_back(known->certificate);
    }
    return known != nullptr;
}

bool TrustStore::addCrl(QByteArrayView der) {
    X509List list = parseRevocationList(der);
    if (!list) {
        return false;
    }
    if (!holds(d->lists, list.get())) {
        writable().lists.push_back(SharedList(list.release(), X509_CRL_free));
    }
    return true;
}

bool TrustStore::addOcspResponse(QByteArrayView der) {
    std::optional<OcspResponse> response = parseOcspResponse(der);
    if (!response) {
        return false;
    }
    writable().responses.push_back(std::make_shared<const OcspResponse>(std::move(*response)));
    return true;
}

TrustStore TrustStore::withoutEvidence() const {
    TrustStore bare;
    bare.d->roots = d->roots;
    bare.d->intermediates = d->intermediates;
    bare.d->services = d->services;
    bare.d->known = d->known;
    return bare;
}

void TrustStore::addTrustedList(const TrustedList& list) {
    for (const TrustedService& service : list.services) {
        for (const QByteArray& der : service.certificates) {
            const bool anchor =
                service.kind == TrustedService::Kind::Authority || service.kind == TrustedService::Kind::TimeStamping;
            if (anchor && addRoot(der)) {
                const QByteArray hash = QCryptographicHash::hash(der, QCryptographicHash::Sha256).toHex();
                writable().services[hash].append({service, list.nextUpdate});
            } else if (service.kind == TrustedService::Kind::Ocsp) {
                addIntermediate(der);
            }
        }
    }
}

void TrustStore::add(const TrustStore& other) {
    const auto take = [](auto& mine, const auto& theirs) {
        for (const auto& one : theirs) {
            if (!holds(mine, one.get())) {
                mine.push_back(one);
            }
        }
    };
    Private& own = writable();
    take(own.roots, other.d->roots);
    take(own.intermediates, other.d->intermediates);
    take(own.lists, other.d->lists);
    for (auto service = other.d->services.cbegin(); service != other.d->services.cend(); ++service) {
        own.services[service.key()].append(service.value());
    }
    own.responses.insert(own.responses.end(), other.d->responses.begin(), other.d->responses.end());
}

std::optional<CertificateFacts> TrustStore::describe(QByteArrayView der) const {
    const auto known = d->known->of(der);
    return known ? std::optional(known->facts) : std::nullopt;
}

qsizetype TrustStore::rootCount() const {
    return static_cast<qsizetype>(d->roots.size());
}

qsizetype TrustStore::crlCount() const {
    return static_cast<qsizetype>(d->lists.size());
}

} // namespace docsig
