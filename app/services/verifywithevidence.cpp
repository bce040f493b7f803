// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/verifywithevidence.h"

#include "docsig/trust/evidence.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

/// What more evidence could mend.
bool wantsEvidence(const docsig::SignatureResult& signature) {
    static const std::array mendable{"revocation-unknown"_L1, "revocation-stale"_L1, "path-unknown-root"_L1};
    return signature.trust == docsig::Judgement::CannotTell && !signature.signer.der.isEmpty() &&
           std::ranges::any_of(signature.findings, [](const docsig::Finding& one) {
               return std::ranges::find(mendable, one.code) != mendable.end();
           });
}

bool writeAll(const QString& folder, const QString& suffix, const QList<QByteArray>& items) {
    if (!QDir().mkpath(folder)) {
        return false;
    }
    for (qsizetype index = 0; index < items.size(); ++index) {
        QFile file(u"%1/%2.%3"_s.arg(folder).arg(index).arg(suffix));
        if (!file.open(QIODevice::WriteOnly) || file.write(items[index]) != items[index].size()) {
            return false;
        }
    }
    return true;
}

} // namespace

VerifyWithEvidence::VerifyWithEvidence(const docsig::VerifyClient& client, docsig::EvidenceSource& source,
                                       const QStringList& trustDirectories)
    : m_client(client)
    , m_source(source) {
    for (const QString& directory : trustDirectories) {
        // What can't be read is told by the worker.
        if (const auto store = docsig::TrustStore::load(directory)) {
            m_store.add(*store);
        }
    }
}

docsig::SignatureReport VerifyWithEvidence::verify(const QString& path, const docsig::VerifyOptions& options,
                                                   std::stop_token stop) const {
    docsig::SignatureReport report = m_client.verifyFile(path, options, stop);
    docsig::Evidence evidence;
    for (const docsig::SignatureResult& signature : std::as_const(report.signatures)) {
        if (!options.integrityOnly && wantsEvidence(signature)) {
            const QDateTime at = signature.provenTime.value_or(options.at);
            evidence.add(docsig::collectEvidence(signature.signer.der, {}, m_store, evidence, at, m_source, stop));
        }
    }
    const bool found =
        !evidence.certificates.isEmpty() || !evidence.lists.isEmpty() || !evidence.ocspResponses.isEmpty();
    const QTemporaryDir folder;
    if (!found || stop.stop_requested() || !folder.isValid() ||
        !writeAll(folder.filePath(u"intermediates"_s), u"cer"_s, evidence.certificates) ||
        !writeAll(folder.filePath(u"crls"_s), u"crl"_s, evidence.lists) ||
        !writeAll(folder.filePath(u"ocsp"_s), u"der"_s, evidence.ocspResponses)) {
        return report;
    }
    docsig::VerifyClient informed = m_client;
    informed.addTrustDirectory(folder.path());
    const docsig::SignatureReport again = informed.verifyFile(path, options, stop);
    // The file may have changed meanwhile: the judgement is about the bytes that were asked about.
    return again.documentSha256 == report.documentSha256 ? again : report;
}

} // namespace app
