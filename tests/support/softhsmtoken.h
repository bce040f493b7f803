// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QTemporaryDir>

namespace support {

/// A SoftHSM2 token in a temporary folder of its own. Its constructor points SOFTHSM2_CONF there, so one lives at a
/// time.
class SoftHsmToken final {
public:
    /// An initialised token with that label and user PIN. Without a label there is a slot and nothing in it.
    explicit SoftHsmToken(const QString& label = {}, const QByteArray& pin = {});
    ~SoftHsmToken();
    SoftHsmToken(const SoftHsmToken&) = delete;
    SoftHsmToken& operator=(const SoftHsmToken&) = delete;

    /// Where the module lies on this machine; empty where SoftHSM2 is not installed.
    [[nodiscard]] static QString modulePath();

    /// Why the token could not be made; empty: it is ready.
    [[nodiscard]] QString fault() const { return m_fault; }

    /// Puts a private key (PKCS#8 DER, RSA, P-256 or P-384) on the token under that CKA_ID.
    [[nodiscard]] bool addKey(const QByteArray& id, const QByteArray& privateKeyDer);
    /// Puts a certificate (DER) on the token; `openly`: readable without a login.
    [[nodiscard]] bool addCertificate(const QByteArray& id, const QByteArray& certificateDer, bool openly = true);

private:
    QTemporaryDir m_folder;
    QString m_fault;
    QString m_label;
    QByteArray m_pin;
};

} // namespace support
