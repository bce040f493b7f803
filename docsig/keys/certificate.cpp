// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/keys/certificate.h"

#include "docsig/keys/certificatefacts.h"

#include <QCryptographicHash>
#include <QRegularExpression>

#include <openssl/err.h>
#include <openssl/pem.h>

namespace docsig {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype largestEncoding = 256 * 1024;
constexpr qsizetype mostCertificates = 1000;

QString serialOf(const X509* certificate) {
    const ASN1_INTEGER* serial = X509_get0_serialNumber(certificate);
    const QByteArrayView bytes(ASN1_STRING_get0_data(serial), ASN1_STRING_length(serial));
    return QString::fromLatin1(bytes.toByteArray().toHex());
}

} // namespace

CertificateFacts factsOf(const X509* certificate, QByteArrayView der) {
    const X509_NAME* subject = X509_get_subject_name(certificate);
    const X509_NAME* issuer = X509_get_issuer_name(certificate);
    const auto shown = [](const X509_NAME* name, const char* oid) { return maskPersonalNumbers(entryOf(name, oid)); };
    CertificateFacts facts;
    facts.commonName = shown(subject, "2.5.4.3");
    facts.organisation = shown(subject, "2.5.4.10");
    facts.organisationIdentifier = entryOf(subject, "2.5.4.97");
    facts.title = shown(subject, "2.5.4.12");
    facts.issuerName = shown(issuer, "2.5.4.3");
    if (facts.issuerName.isEmpty()) {
        facts.issuerName = shown(issuer, "2.5.4.10");
    }
    facts.serialHex = serialOf(certificate);
    facts.notBefore = timeOf(X509_get0_notBefore(certificate));
    facts.notAfter = timeOf(X509_get0_notAfter(certificate));
    facts.der = der.toByteArray();
    facts.sha256 = QCryptographicHash::hash(facts.der, QCryptographicHash::Sha256).toHex();
    return facts;
}

std::optional<CertificateFacts> describe(QByteArrayView der) {
    const X509Certificate certificate = der.size() <= largestEncoding ? parseCertificate(der) : nullptr;
    return certificate ? std::optional(factsOf(certificate.get(), der)) : std::nullopt;
}

QList<QByteArray> certificatesIn(QByteArrayView bytes) {
    if (parseCertificate(bytes)) {
        return {bytes.toByteArray()};
    }
    QList<QByteArray> found;
    const Bio source(BIO_new_mem_buf(bytes.data(), static_cast<int>(qMin<qsizetype>(bytes.size(), 1 << 30))));
    while (found.size() < mostCertificates) {
        const X509Certificate one(PEM_read_bio_X509(source.get(), nullptr, nullptr, nullptr));
        if (!one) {
            break;
        }
        found.append(derOf(one.get(), i2d_X509));
    }
    ERR_clear_error();
    return found;
}

QString maskPersonalNumbers(const QString& name) {
    // Identity cards have 9 digits (CMND) or 12 (CCCD); whatever follows such a label is masked too, whatever its
    // length.
    static const QRegularExpression number(
        u"(?:(?<=CMND:)|(?<=CCCD:)|(?<=CMND )|(?<=CCCD )|(?<=CMND: )|(?<=CCCD: ))\\d+|(?<!\\d)(?:\\d{12}|\\d{9})(?!\\d)"_s,
        QRegularExpression::CaseInsensitiveOption);
    QString masked = name;
    auto each = number.globalMatch(name);
    while (each.hasNext()) {
        const QRegularExpressionMatch match = each.next();
        const qsizetype hidden =
            qMax<qsizetype>(match.capturedLength() - 4, qMin<qsizetype>(match.capturedLength(), 4));
        masked.replace(match.capturedStart(), hidden, QString(hidden, u'*'));
    }
    return masked;
}

} // namespace docsig
