// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/keys/signingkey.h"

#include <memory>
#include <stop_token>

namespace docsig {

/// One digest that a remote service is to sign.
struct RemoteSigningJob {
    QByteArray digest; ///< of the message, by `algorithm`
    Digest algorithm = Digest::Sha256;
    KeyKind kind = KeyKind::Rsa;
    SignatureScheme scheme = SignatureScheme::Standard;
};

/// Port of a signing service that keeps the key (remote signing by a licensed provider; CSC API, SIM PKI): a digest
/// goes out, the raw value comes back. The network, the account and the person's consent on the telephone are the
/// implementation's; the PIN never passes through here. Called from the thread that signs.
class RemoteSigner {
public:
    RemoteSigner() = default;
    virtual ~RemoteSigner() = default;
    RemoteSigner(const RemoteSigner&) = delete;
    RemoteSigner& operator=(const RemoteSigner&) = delete;

    /// The value of RSA, or the DER of an ECDSA signature. May wait for minutes and gives up soon after `stop` is
    /// asked. Errors carry the implementation's own codes.
    [[nodiscard]] virtual Result<QByteArray> sign(const RemoteSigningJob& job, std::stop_token stop) = 0;
};

/// A key behind a remote service. `chain` is DER, the key's certificate first, as the service names it; `service`
/// outlives the key. Each value is checked with the certificate before it is used. Codes: remote-key-unusable (no
/// certificate, or neither RSA nor elliptic); of sign(): remote-cancelled, key-signature-wrong, and the service's own.
[[nodiscard]] Result<std::unique_ptr<SigningKey>> openRemote(const QList<QByteArray>& chain, RemoteSigner& service,
                                                             std::stop_token stop = {});

} // namespace docsig
