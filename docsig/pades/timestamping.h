// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/keys/signingkey.h"
#include "docsig/report/error.h"
#include "docsig/report/signaturereport.h"
#include "docsig/trust/evidencesource.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <stop_token>

namespace docsig {

/// Where time stamps are asked for. The source must outlive the call that it is given to.
struct Stamper {
    EvidenceSource* source = nullptr;
    QString address;      ///< of the RFC 3161 authority
    std::stop_token stop; ///< an authority may take two minutes
};

/// Bytes that are kept free for a token: those of known authorities, with the certificates of their path, are 3 to 7
/// KiB. What does not fit can't be put into a signature any more, since its value was stamped already.
inline constexpr qsizetype tokenReserve = 10 * 1024;

/// A token (DER) over a digest. Blocking. Codes: time-stamp-no-authority, those of the source, and those of
/// tokenFromAnswer().
[[nodiscard]] Result<QByteArray> stampOver(QByteArrayView digest, Digest algorithm, const Stamper& stamper);

/// What is told of a signature that lacks its time stamp: part Time, with the error in the detail.
[[nodiscard]] Finding missingStamp(const Error& why);

} // namespace docsig
