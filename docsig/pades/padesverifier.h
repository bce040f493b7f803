// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/report/error.h"
#include "docsig/report/signaturereport.h"
#include "docsig/trust/truststore.h"

#include <QByteArray>
#include <QDateTime>

#include <memory>

namespace docsig {

namespace pdf {
class Document;
class FileBytes;
} // namespace pdf

struct VerifyOptions {
    QDateTime at;               ///< judge as of this time; invalid: now
    bool integrityOnly = false; ///< leave trust, time and algorithm out of the verdict
    TrustPolicy policy{};       ///< clock skew, grace
};

/// Judges every signature of a PDF. Foreign bytes go through VerifyClient, never through this class in a program that
/// holds keys.
class PadesVerifier {
public:
    explicit PadesVerifier(const TrustStore& trust);

    [[nodiscard]] SignatureReport verify(const QByteArray& pdf, const VerifyOptions& options) const;
    /// Of a large file, in little memory.
    [[nodiscard]] SignatureReport verify(const std::shared_ptr<const pdf::FileBytes>& file,
                                         const VerifyOptions& options) const;

private:
    [[nodiscard]] SignatureReport verify(const QByteArray& pdf, const Result<pdf::Document>& document,
                                         const QByteArray& sha256, const VerifyOptions& options) const;

    const TrustStore& m_trust;
};

} // namespace docsig
