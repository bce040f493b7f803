// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/protocol/requestsigning.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>

namespace exchange {

QByteArray textToSign(const SignedRequest& request) {
    QByteArray text = QByteArrayLiteral("congvan-hmac-1\n");
    for (const QByteArray& part : {request.method, request.pathAndQuery, request.account, request.timeStamp,
                                   request.nonce, request.bodySha256}) {
        text += part;
        text += '\n';
    }
    return text;
}

QByteArray signatureOf(const SignedRequest& request, const QByteArray& secret) {
    return QMessageAuthenticationCode::hash(textToSign(request), secret, QCryptographicHash::Sha256).toHex();
}

bool equalInConstantTime(const QByteArray& one, const QByteArray& other) {
    if (one.size() != other.size()) {
        return false;
    }
    // volatile: the compiler must not leave the loop at the first difference.
    volatile unsigned char difference = 0;
    for (qsizetype i = 0; i < one.size(); ++i) {
        difference = static_cast<unsigned char>(difference | static_cast<unsigned char>(one.at(i) ^ other.at(i)));
    }
    return difference == 0;
}

QByteArray randomHex(int bytes) {
    QByteArray random(bytes, Qt::Uninitialized);
    QRandomGenerator* generator = QRandomGenerator::system();
    for (char& byte : random) {
        byte = static_cast<char>(generator->generate() & 0xffU);
    }
    return random.toHex();
}

} // namespace exchange
