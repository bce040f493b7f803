// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/trust/trustitems.h"

#include "docsig/keys/certificate.h"
#include "docsig/keys/opensslpointers.h"

#include <QCryptographicHash>

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/pkcs7.h>
#include <openssl/x509v3.h>

#include <algorithm>

namespace docsig {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype largestFile = 16 * 1024 * 1024;
constexpr qsizetype mostItems = 1000;

using Pkcs7 = std::unique_ptr<PKCS7, Freeing<PKCS7_free>>;

bool isWeak(int signatureNid) {
    int digest = NID_undef;
    OBJ_find_sigid_algs(signatureNid, &digest, nullptr);
    return digest == NID_sha1 || digest == NID_md5 || digest == NID_md2 || digest == NID_md4;
}

QString keyOf(X509* certificate) {
    const EVP_PKEY* key = X509_get0_pubkey(certificate);
    const char* name = key != nullptr ? EVP_PKEY_get0_type_name(key) : nullptr;
    return name == nullptr ? QString() : u"%1 %2"_s.arg(QString::fromLatin1(name)).arg(EVP_PKEY_get_bits(key));
}

TrustItem::Kind kindOf(X509* certificate) {
    // 1: basic constraints say so; 3: a self-signed certificate of version 1, which has no way to say it.
    const int authority = X509_check_ca(certificate);
    if (authority != 1 && authority != 3) {
        return TrustItem::Kind::Leaf;
    }
    const bool selfSigned = (X509_get_extension_flags(certificate) & EXFLAG_SS) != 0 &&
                            X509_verify(certificate, X509_get0_pubkey(certificate)) == 1;
    return selfSigned ? TrustItem::Kind::Root : TrustItem::Kind::Intermediate;
}

/// A file's items in the order in which they were found.
class Collector {
public:
    void take(X509* certificate) {
        TrustItem item;
        item.der = derOf(certificate, i2d_X509);
        const auto facts = describe(item.der);
        if (!facts) {
            return;
        }
        item.certificate = *facts;
        item.kind = kindOf(certificate);
        item.name = facts->commonName.isEmpty() ? facts->organisation : facts->commonName;
        item.key = keyOf(certificate);
        item.from = facts->notBefore;
        item.until = facts->notAfter;
        item.weakHash = item.kind != TrustItem::Kind::Root && isWeak(X509_get_signature_nid(certificate));
        append(std::move(item));
    }

    void take(X509_CRL* list) {
        TrustItem item;
        item.der = derOf(list, i2d_X509_CRL);
        item.kind = TrustItem::Kind::RevocationList;
        const X509_NAME* issuer = X509_CRL_get_issuer(list);
        item.name = maskPersonalNumbers(entryOf(issuer, "2.5.4.3"));
        if (item.name.isEmpty()) {
            item.name = maskPersonalNumbers(entryOf(issuer, "2.5.4.10"));
        }
        item.from = timeOf(X509_CRL_get0_lastUpdate(list));
        item.until = timeOf(X509_CRL_get0_nextUpdate(list));
        item.revoked = std::max(0, sk_X509_REVOKED_num(X509_CRL_get_REVOKED(list)));
        item.weakHash = isWeak(X509_CRL_get_signature_nid(list));
        append(std::move(item));
    }

    void take(const PKCS7* bag) {
        if (bag == nullptr || OBJ_obj2nid(bag->type) != NID_pkcs7_signed || bag->d.sign == nullptr) {
            return;
        }
        for (int i = 0; i < sk_X509_num(bag->d.sign->cert); ++i) {
            take(sk_X509_value(bag->d.sign->cert, i));
        }
        for (int i = 0; i < sk_X509_CRL_num(bag->d.sign->crl); ++i) {
            take(sk_X509_CRL_value(bag->d.sign->crl, i));
        }
    }

    [[nodiscard]] bool isFull() const { return m_items.size() > mostItems; }
    [[nodiscard]] const QList<TrustItem>& items() const { return m_items; }

private:
    void append(TrustItem item) {
        item.sha256 = QCryptographicHash::hash(item.der, QCryptographicHash::Sha256).toHex();
        if (!isFull() && std::ranges::find(m_items, item.sha256, &TrustItem::sha256) == m_items.end()) {
            m_items.append(std::move(item));
        }
    }

    QList<TrustItem> m_items;
};

Pkcs7 bagIn(QByteArrayView der) {
    const unsigned char* at = bytesOf(der);
    return Pkcs7(d2i_PKCS7(nullptr, &at, static_cast<long>(der.size())));
}

/// One PEM block. False where it is a private key.
bool takeBlock(Collector& collector, const QByteArray& label, QByteArrayView der) {
    if (label.contains("PRIVATE KEY")) {
        return false;
    }
    const unsigned char* at = bytesOf(der);
    const auto size = static_cast<long>(der.size());
    if (label == "CERTIFICATE" || label == "X509 CERTIFICATE") {
        if (const X509Certificate one = parseCertificate(der)) {
            collector.take(one.get());
        }
    } else if (label == "TRUSTED CERTIFICATE") {
        if (const X509Certificate one{d2i_X509_AUX(nullptr, &at, size)}) {
            collector.take(one.get());
        }
    } else if (label == "X509 CRL") {
        if (const X509List one = parseRevocationList(der)) {
            collector.take(one.get());
        }
    } else if (label == "PKCS7" || label == "CMS") {
        collector.take(bagIn(der).get());
    }
    return true;
}

/// Every block of a PEM file. False where one is a private key.
bool takePem(Collector& collector, QByteArrayView bytes) {
    const Bio source(BIO_new_mem_buf(bytes.data(), static_cast<int>(bytes.size())));
    bool clean = true;
    while (!collector.isFull()) {
        char* label = nullptr;
        char* header = nullptr;
        unsigned char* der = nullptr;
        long size = 0;
        if (PEM_read_bio(source.get(), &label, &header, &der, &size) != 1) {
            break;
        }
        clean = takeBlock(collector, label, QByteArrayView(der, size)) && clean;
        OPENSSL_free(label);
        OPENSSL_free(header);
        OPENSSL_free(der);
    }
    return clean;
}

} // namespace

Result<QList<TrustItem>> trustItemsIn(QByteArrayView bytes) {
    Collector collector;
    bool clean = true;
    if (bytes.size() <= largestFile) {
        if (const X509Certificate one = parseCertificate(bytes)) {
            collector.take(one.get());
        } else if (const X509List list = parseRevocationList(bytes)) {
            collector.take(list.get());
        } else if (const Pkcs7 bag = bagIn(bytes)) {
            collector.take(bag.get());
        } else {
            clean = takePem(collector, bytes);
        }
    }
    ERR_clear_error();
    if (bytes.size() > largestFile || collector.isFull()) {
        return fail("trust-import-too-large", u"%1 bytes"_s.arg(bytes.size()));
    }
    if (!clean) {
        return fail("trust-import-private-key");
    }
    if (collector.items().isEmpty()) {
        return fail("trust-import-empty");
    }
    return collector.items();
}

QList<Finding> concernsOf(const TrustItem& item, const QDateTime& at) {
    QList<Finding> concerns;
    const bool isList = item.kind == TrustItem::Kind::RevocationList;
    if (item.kind == TrustItem::Kind::Leaf) {
        concerns << finding("trust-item-leaf", Part::Trust, Weight::Fault);
    }
    if (item.until.isValid() && item.until < at) {
        concerns << (isList
                         ? finding("trust-list-ended", Part::Trust, Weight::Doubt, item.until.toString(Qt::ISODate))
                         : finding("trust-item-expired", Part::Trust, Weight::Doubt, item.until.toString(Qt::ISODate)));
    }
    if (item.from.isValid() && item.from > at) {
        concerns << finding("trust-item-not-yet-valid", Part::Trust, Weight::Doubt, item.from.toString(Qt::ISODate));
    }
    if (item.weakHash) {
        concerns << finding("trust-item-weak-hash", Part::Trust, Weight::Doubt);
    }
    return concerns;
}

} // namespace docsig
