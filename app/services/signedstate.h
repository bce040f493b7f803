// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"
#include "docsig/report/signaturereport.h"

#include <QByteArray>
#include <QString>

namespace app {

/// A file as one of its signatures signed it, and as it is.
struct SignedState {
    QByteArray before; ///< the beginning of the file, up to where the signature's coverage ends
    QByteArray now;
};

/// Reads both for a comparison side by side: since every update is appended, the signed state is still in the file to
/// the byte. Codes: signed-state-unreadable, signed-state-gone (the file is shorter than what was signed, or another
/// than the one that was judged).
[[nodiscard]] Result<SignedState> signedState(const QString& path, const docsig::SignatureReport& report,
                                              const docsig::SignatureResult& signature);

} // namespace app
