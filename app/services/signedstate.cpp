// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/signedstate.h"

#include <QCryptographicHash>
#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace app {

Result<SignedState> signedState(const QString& path, const docsig::SignatureReport& report,
                                const docsig::SignatureResult& signature) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail("signed-state-unreadable", path + u": "_s + file.errorString());
    }
    SignedState state;
    state.now = file.readAll();
    const QByteArray hash = QCryptographicHash::hash(state.now, QCryptographicHash::Sha256).toHex();
    if (hash != report.documentSha256 || signature.coveredBytes <= 0 || signature.coveredBytes > state.now.size()) {
        return fail("signed-state-gone", path);
    }
    state.before = state.now.left(signature.coveredBytes);
    return state;
}

} // namespace app
