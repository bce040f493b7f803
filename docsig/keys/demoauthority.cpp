// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/keys/demoauthority.h"

#include "docsig/keys/certificate.h"
#include "docsig/keys/democertificate.h"

#include <QDir>
#include <QSaveFile>

#include <openssl/pem.h>

namespace docsig {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int authorityYears = 20;

/// Why a demo thing could not be made: nearly always memory or a disk.
std::unexpected<Error> demoFailure(const QString& what) {
    return fail("demo-authority-failed", u"%1: %2"_s.arg(what, takeOpensslErrors()));
}

Result<void> writeFile(const QString& path, const QByteArray& bytes, bool secret) {
    if (!QDir().mkpath(QFileInfo(path).absolutePath())) {
        return demoFailure(path);
    }
    QSaveFile file(path);
    const bool open = file.open(QIODevice::WriteOnly);
    const bool guarded = !secret || file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (!open || !guarded || file.write(bytes) != bytes.size() || !file.commit()) {
        return demoFailure(path + u": "_s + file.errorString());
    }
    return {};
}

Result<QByteArray> readFile(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return demoFailure(path + u": "_s + file.errorString());
    }
    return file.read(1024 * 1024);
}

QByteArray pemOf(const X509* certificate) {
    const Bio bio(BIO_new(BIO_s_mem()));
    char* data = nullptr;
    if (PEM_write_bio_X509(bio.get(), certificate) != 1) {
        return {};
    }
    const long size = BIO_get_mem_data(bio.get(), &data);
    return {data, static_cast<qsizetype>(size)};
}

} // namespace

struct DemoAuthority::Private {
    QDateTime now;
    DemoIssuer root;
    DemoIssuer intermediate;
    QList<DemoRevocation> revoked;
    QString evidenceAddress;

    void setAddresses(DemoCertificate& wanted, DemoLevel issuer) const;
    [[nodiscard]] Result<DemoKey> issue(DemoCertificate wanted, KeyKind kind, DemoFlaw flaw,
                                        DemoLevel level = DemoLevel::Intermediate, DemoCurve curve = DemoCurve::P256);
};

void DemoAuthority::Private::setAddresses(DemoCertificate& wanted, DemoLevel issuer) const {
    const QString called = issuer == DemoLevel::Root ? u"goc"_s : u"trung-gian"_s;
    const QString place = evidenceAddress.isEmpty() ? u"http://crl.ban-thu.invalid"_s : evidenceAddress;
    wanted.crlAddress = u"%1/%2.crl"_s.arg(place, called);
    if (!evidenceAddress.isEmpty()) {
        wanted.issuerAddress = u"%1/%2.der"_s.arg(place, called);
        wanted.ocspAddress = u"%1/ocsp/%2"_s.arg(place, called);
    }
}

Result<DemoKey> DemoAuthority::Private::issue(DemoCertificate wanted, KeyKind kind, DemoFlaw flaw, DemoLevel level,
                                              DemoCurve curve) {
    const DemoIssuer& issuer = level == DemoLevel::Root ? root : intermediate;
    wanted.notBefore = now.addDays(-1);
    wanted.notAfter = now.addYears(2);
    setAddresses(wanted, level);
    if (flaw == DemoFlaw::Expired) {
        wanted.notBefore = now.addMonths(-7);
        wanted.notAfter = now.addMonths(-1);
    } else if (flaw == DemoFlaw::NotYetValid) {
        wanted.notBefore = now.addMonths(1);
    } else if (flaw == DemoFlaw::WrongUsage) {
        wanted.keyUsage = u"critical,keyEncipherment"_s;
    }
    const EvpKey key = generateDemoKey(kind, curve);
    const X509Certificate certificate =
        key ? makeDemoCertificate(wanted, key.get(), issuer.certificate.get(), issuer.key.get()) : nullptr;
    if (!certificate) {
        return demoFailure(u"a certificate"_s);
    }
    const std::unique_ptr<PKCS8_PRIV_KEY_INFO, Freeing<PKCS8_PRIV_KEY_INFO_free>> plain(EVP_PKEY2PKCS8(key.get()));
    return DemoKey{derOf(certificate.get(), i2d_X509),
                   derOf(plain.get(), i2d_PKCS8_PRIV_KEY_INFO),
                   {derOf(issuer.certificate.get(), i2d_X509)},
                   kind};
}

DemoAuthority::DemoAuthority(std::unique_ptr<Private> privateData)
    : d(std::move(privateData)) {}

DemoAuthority::~DemoAuthority() = default;
DemoAuthority::DemoAuthority(DemoAuthority&&) noexcept = default;
DemoAuthority& DemoAuthority::operator=(DemoAuthority&&) noexcept = default;

Result<DemoAuthority> DemoAuthority::create(const QDateTime& now, const QString& name, const QString& evidenceAddress) {
    auto made = std::make_unique<Private>();
    made->now = now.toUTC();
    made->evidenceAddress = evidenceAddress;
    const QString called = name.isEmpty() ? u"Công Văn"_s : name;
    DemoCertificate wanted;
    wanted.subject = {
        {u"C"_s, u"VN"_s}, {u"O"_s, called}, {u"OU"_s, demoMark()}, {u"CN"_s, u"BẢN THỬ – "_s + called + u" – Gốc"_s}};
    wanted.notBefore = made->now.addYears(-1);
    wanted.notAfter = made->now.addYears(authorityYears);
    wanted.basicConstraints = u"critical,CA:TRUE"_s;
    wanted.keyUsage = u"critical,keyCertSign,cRLSign"_s;
    made->root.key = generateDemoKey(KeyKind::EllipticCurve);
    if (made->root.key) {
        made->root.certificate = makeDemoCertificate(wanted, made->root.key.get(), nullptr, made->root.key.get());
    }
    wanted.subject.last().second = u"BẢN THỬ – "_s + called + u" – Trung gian"_s;
    wanted.basicConstraints = u"critical,CA:TRUE,pathlen:0"_s;
    made->setAddresses(wanted, DemoLevel::Root);
    made->intermediate.key = generateDemoKey(KeyKind::EllipticCurve);
    if (made->root.certificate && made->intermediate.key) {
        made->intermediate.certificate = makeDemoCertificate(wanted, made->intermediate.key.get(),
                                                             made->root.certificate.get(), made->root.key.get());
    }
    if (!made->intermediate.certificate) {
        return demoFailure(u"the authority"_s);
    }
    return DemoAuthority(std::move(made));
}

Result<DemoKey> DemoAuthority::issuePerson(const DemoPerson& person, DemoFlaw flaw, KeyKind kind, DemoCurve curve) {
    DemoCertificate wanted;
    wanted.subject = {{u"C"_s, u"VN"_s}, {u"O"_s, person.organisation}, {u"OU"_s, demoMark()}};
    if (!person.title.isEmpty()) {
        wanted.subject.append({u"title"_s, person.title});
    }
    wanted.subject.append({u"CN"_s, person.commonName});
    return d->issue(std::move(wanted), kind, flaw, DemoLevel::Intermediate, curve);
}

Result<DemoKey> DemoAuthority::issueSeal(const DemoSeal& seal, DemoFlaw flaw, KeyKind kind) {
    DemoCertificate wanted;
    wanted.subject = {{u"C"_s, u"VN"_s},
                      {u"O"_s, seal.officeName},
                      {u"2.5.4.97"_s, seal.organId},
                      {u"OU"_s, demoMark()},
                      {u"CN"_s, seal.officeName}};
    return d->issue(std::move(wanted), kind, flaw);
}

void DemoAuthority::moveTo(const QDateTime& now) {
    d->now = now.toUTC();
}

Result<DemoKey> DemoAuthority::issueTimeStamper(const QString& commonName) {
    DemoCertificate wanted;
    wanted.subject = {{u"C"_s, u"VN"_s}, {u"OU"_s, demoMark()}, {u"CN"_s, commonName}};
    wanted.extendedKeyUsage = u"critical,timeStamping"_s;
    return d->issue(std::move(wanted), KeyKind::Rsa, DemoFlaw::None);
}

Result<DemoKey> DemoAuthority::issueOcspResponder(DemoLevel issuer, bool noCheck) {
    DemoCertificate wanted;
    wanted.subject = {{u"C"_s, u"VN"_s}, {u"OU"_s, demoMark()}, {u"CN"_s, u"BẢN THỬ – OCSP"_s}};
    wanted.extendedKeyUsage = u"OCSPSigning"_s;
    wanted.noCheck = noCheck;
    return d->issue(std::move(wanted), KeyKind::EllipticCurve, DemoFlaw::None, issuer);
}

DemoKey DemoAuthority::issuerKey(DemoLevel level) const {
    const DemoIssuer& issuer = level == DemoLevel::Root ? d->root : d->intermediate;
    const std::unique_ptr<PKCS8_PRIV_KEY_INFO, Freeing<PKCS8_PRIV_KEY_INFO_free>> plain(
        EVP_PKEY2PKCS8(issuer.key.get()));
    return {derOf(issuer.certificate.get(), i2d_X509),
            derOf(plain.get(), i2d_PKCS8_PRIV_KEY_INFO),
            {},
            KeyKind::EllipticCurve};
}

void DemoAuthority::revoke(const QByteArray& certificateDer, const QDateTime& when, bool onHold) {
    d->revoked.append({certificateDer, when, onHold});
}

std::optional<QDateTime> DemoAuthority::revokedAt(const QString& serialHex) const {
    for (const DemoRevocation& one : std::as_const(d->revoked)) {
        const auto facts = describe(one.certificate);
        if (facts && facts->serialHex == serialHex) {
            return one.when;
        }
    }
    return std::nullopt;
}

QByteArray DemoAuthority::rootCertificate() const {
    return derOf(d->root.certificate.get(), i2d_X509);
}

QByteArray DemoAuthority::intermediateCertificate() const {
    return derOf(d->intermediate.certificate.get(), i2d_X509);
}

Result<QByteArray> DemoAuthority::rootCrl(const QDateTime& thisUpdate, const QDateTime& nextUpdate) const {
    const X509List list = makeDemoCrl(d->root, d->revoked, thisUpdate, nextUpdate);
    if (!list) {
        return demoFailure(u"the root's list"_s);
    }
    return derOf(list.get(), i2d_X509_CRL);
}

Result<QByteArray> DemoAuthority::intermediateCrl(const QDateTime& thisUpdate, const QDateTime& nextUpdate) const {
    const X509List list = makeDemoCrl(d->intermediate, d->revoked, thisUpdate, nextUpdate);
    if (!list) {
        return demoFailure(u"the intermediate's list"_s);
    }
    return derOf(list.get(), i2d_X509_CRL);
}

Result<void> DemoAuthority::writeTrustFolder(const QString& directory) const {
    const QDateTime from = d->now.addDays(-1);
    const QDateTime until = d->now.addYears(10);
    const Result<QByteArray> rootList = rootCrl(from, until);
    const Result<QByteArray> otherList = intermediateCrl(from, until);
    if (!rootList || !otherList) {
        return std::unexpected(rootList ? otherList.error() : rootList.error());
    }
    const QList<std::pair<QString, QByteArray>> files{
        {u"roots/goc.pem"_s, pemOf(d->root.certificate.get())},
        {u"intermediates/trung-gian.pem"_s, pemOf(d->intermediate.certificate.get())},
        {u"crls/goc.crl"_s, *rootList},
        {u"crls/trung-gian.crl"_s, *otherList}};
    for (const auto& [name, bytes] : files) {
        if (auto written = writeFile(QDir(directory).filePath(name), bytes, false); !written) {
            return written;
        }
    }
    return {};
}

Result<void> DemoAuthority::save(const QString& directory) const {
    const QDir folder(directory);
    for (const auto& [name, issuer] :
         {std::pair{u"root"_s, &d->root}, std::pair{u"intermediate"_s, &d->intermediate}}) {
        const QByteArray key = derOf(issuer->key.get(), i2d_PrivateKey);
        const QByteArray certificate = derOf(issuer->certificate.get(), i2d_X509);
        if (auto written = writeFile(folder.filePath(name + u".key.der"_s), key, true); !written) {
            return written;
        }
        if (auto written = writeFile(folder.filePath(name + u".der"_s), certificate, false); !written) {
            return written;
        }
    }
    return {};
}

Result<DemoAuthority> DemoAuthority::load(const QString& directory) {
    auto made = std::make_unique<Private>();
    made->now = QDateTime::currentDateTimeUtc();
    const QDir folder(directory);
    for (const auto& [name, issuer] :
         {std::pair{u"root"_s, &made->root}, std::pair{u"intermediate"_s, &made->intermediate}}) {
        const Result<QByteArray> key = readFile(folder.filePath(name + u".key.der"_s));
        const Result<QByteArray> certificate = readFile(folder.filePath(name + u".der"_s));
        if (!key || !certificate) {
            return std::unexpected(key ? certificate.error() : key.error());
        }
        const unsigned char* at = bytesOf(*key);
        issuer->key.reset(d2i_AutoPrivateKey(nullptr, &at, static_cast<long>(key->size())));
        issuer->certificate = parseCertificate(*certificate);
        if (!issuer->key || !issuer->certificate) {
            return demoFailure(directory);
        }
    }
    return DemoAuthority(std::move(made));
}

Result<QByteArray> DemoKey::toPkcs12(const Pin& pin) const {
    QByteArray bytes = makeDemoPkcs12(*this, pin);
    if (bytes.isEmpty()) {
        return demoFailure(u"a PKCS#12"_s);
    }
    return bytes;
}

Result<void> DemoKey::writePkcs12(const QString& path, const Pin& pin) const {
    const Result<QByteArray> bytes = toPkcs12(pin);
    if (!bytes) {
        return std::unexpected(bytes.error());
    }
    return writeFile(path, *bytes, true);
}

} // namespace docsig
