// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/keys/opensslpointers.h"

#include <QStringList>
#include <QTimeZone>

#include <openssl/err.h>
#include <openssl/objects.h>

#include <array>

namespace docsig {

using namespace Qt::Literals::StringLiterals;

X509Certificate parseCertificate(QByteArrayView der) {
    const unsigned char* at = bytesOf(der);
    X509Certificate certificate(d2i_X509(nullptr, &at, static_cast<long>(der.size())));
    if (!certificate || at != bytesOf(der) + der.size()) {
        ERR_clear_error();
        return {};
    }
    return certificate;
}

X509List parseRevocationList(QByteArrayView der) {
    const unsigned char* at = bytesOf(der);
    X509List list(d2i_X509_CRL(nullptr, &at, static_cast<long>(der.size())));
    if (!list || at != bytesOf(der) + der.size()) {
        ERR_clear_error();
        return {};
    }
    return list;
}

QDateTime timeOf(const ASN1_TIME* time) {
    std::tm parts{};
    if (time == nullptr || ASN1_TIME_to_tm(time, &parts) != 1) {
        ERR_clear_error();
        return {};
    }
    return {QDate(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday),
            QTime(parts.tm_hour, parts.tm_min, parts.tm_sec), Qt::UTC};
}

QString entryOf(const X509_NAME* name, const char* oid) {
    const std::unique_ptr<ASN1_OBJECT, Freeing<ASN1_OBJECT_free>> wanted(OBJ_txt2obj(oid, 0));
    int index = -1;
    for (int next = -1; wanted && (next = X509_NAME_get_index_by_OBJ(name, wanted.get(), next)) >= 0;) {
        index = next;
    }
    if (index < 0) {
        return {};
    }
    unsigned char* text = nullptr;
    const int size = ASN1_STRING_to_UTF8(&text, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, index)));
    if (size < 0) {
        ERR_clear_error();
        return {};
    }
    const QString value = QString::fromUtf8(reinterpret_cast<const char*>(text), size);
    OPENSSL_free(text);
    return value;
}

QString takeOpensslErrors() {
    QStringList lines;
    std::array<char, 256> line{};
    while (const unsigned long code = ERR_get_error()) {
        ERR_error_string_n(code, line.data(), line.size());
        lines.append(QString::fromLatin1(line.data()));
    }
    return lines.join(u"; "_s);
}

} // namespace docsig
