// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/verifyfile.h"

namespace app {

VerifyFile::VerifyFile(docsig::VerifyClient& client)
    : m_client(client) {}

docsig::SignatureReport VerifyFile::verify(const QString& path, bool integrityOnly, const QDateTime& at,
                                           std::stop_token stop) const {
    const QDateTime moment = at.isValid() ? at : QDateTime::currentDateTimeUtc();
    return m_client.verifyFile(path, {.at = moment, .integrityOnly = integrityOnly}, stop);
}

} // namespace app
