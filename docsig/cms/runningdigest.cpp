// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/cms/runningdigest.h"

#include "docsig/keys/checkedkey.h"

#include <openssl/evp.h>

namespace docsig {

RunningDigest::RunningDigest(Digest digest)
    : m_context(EVP_MD_CTX_new())
    , m_good(EVP_DigestInit_ex(m_context.get(), evpDigest(digest), nullptr) == 1) {}

RunningDigest::RunningDigest(const RunningDigest& other)
    : m_context(EVP_MD_CTX_new())
    , m_good(other.m_good && EVP_MD_CTX_copy_ex(m_context.get(), other.m_context.get()) == 1) {}

void RunningDigest::add(QByteArrayView bytes) {
    m_good = m_good && EVP_DigestUpdate(m_context.get(), bytes.data(), static_cast<std::size_t>(bytes.size())) == 1;
}

QByteArray RunningDigest::value() const {
    const RunningDigest ended(*this);
    QByteArray value(EVP_MAX_MD_SIZE, Qt::Uninitialized);
    unsigned int size = 0;
    const bool good = ended.m_good && EVP_DigestFinal_ex(ended.m_context.get(),
                                                         reinterpret_cast<unsigned char*>(value.data()), &size) == 1;
    value.truncate(good ? static_cast<qsizetype>(size) : 0);
    return value;
}

} // namespace docsig
