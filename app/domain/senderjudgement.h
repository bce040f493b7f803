// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/report/signaturereport.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace app {

/// One thing about the sender that does not fit, or cannot be told. Codes are described in resources/codes:
/// seal-not-of-sender, seal-missing, seal-unknown-binding, seal-changed, number-differs, date-differs, signer-differs.
struct SenderFinding {
    QString code{};
    QString expected{}; ///< what the packet, directory or pin says
    QString found{};    ///< what the PDF says

    friend bool operator==(const SenderFinding&, const SenderFinding&) = default;
};

/// How the seal's certificate is bound to the office that sent the packet.
enum class SealBinding { None, Directory, OrganizationIdentifier, Pinned };

/// The sixth part of the verdict on what comes by the exchange. Unknown binding is cannot tell, a contradiction
/// invalid.
struct SenderJudgement {
    docsig::Judgement judgement = docsig::Judgement::CannotTell;
    SealBinding binding = SealBinding::None;
    QByteArray sealCertificateSha256{}; ///< hex; empty: no seal seen
    QString sealName{};                 ///< name in the seal's certificate
    QList<SenderFinding> findings{};

    friend bool operator==(const SenderJudgement&, const SenderJudgement&) = default;
};

/// A seal that the clerk vouched for.
struct PinnedSeal {
    QString organ{}; ///< OrganId
    QByteArray certificateSha256{};
    QString certificateName{};
    QString by{};

    friend bool operator==(const PinnedSeal&, const PinnedSeal&) = default;
};

} // namespace app
