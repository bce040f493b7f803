// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/keys/remotekey.h"

#include "docsig/keys/checkedkey.h"

namespace docsig {

namespace {

class RemoteKey final : public CheckedKey {
public:
    RemoteKey(KeyKind kind, QList<QByteArray> chain, RemoteSigner& service, std::stop_token stop)
        : CheckedKey(kind, std::move(chain))
        , m_service(service)
        , m_stop(std::move(stop)) {}

private:
    Result<QByteArray> signRaw(QByteArrayView message, Digest digest, SignatureScheme scheme) override {
        QByteArray hash(EVP_MAX_MD_SIZE, Qt::Uninitialized);
        unsigned int size = 0;
        if (EVP_Digest(message.data(), static_cast<std::size_t>(message.size()),
                       reinterpret_cast<unsigned char*>(hash.data()), &size, evpDigest(digest), nullptr) != 1) {
            return QByteArray(); // fails the check that follows
        }
        hash.truncate(static_cast<qsizetype>(size));
        Result<QByteArray> value = m_stop.stop_requested() ? Result<QByteArray>(QByteArray())
                                                           : m_service.sign({hash, digest, kind(), scheme}, m_stop);
        // Whatever came back: who asked to stop wants no signature any more.
        if (m_stop.stop_requested()) {
            return fail("remote-cancelled", value ? QString() : value.error().code);
        }
        return value;
    }

    RemoteSigner& m_service;
    std::stop_token m_stop;
};

} // namespace

Result<std::unique_ptr<SigningKey>> openRemote(const QList<QByteArray>& chain, RemoteSigner& service,
                                               std::stop_token stop) {
    const X509Certificate leaf = chain.isEmpty() ? nullptr : parseCertificate(chain.constFirst());
    const std::optional<KeyKind> kind = leaf ? kindOf(leaf.get()) : std::nullopt;
    if (!kind) {
        return fail("remote-key-unusable");
    }
    return std::make_unique<RemoteKey>(*kind, orderedChain(chain.constFirst(), chain.sliced(1)), service,
                                       std::move(stop));
}

} // namespace docsig
