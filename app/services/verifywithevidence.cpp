// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/verifywithevidence.h"

#include "app/services/officedesk.h"
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
constexpr std::array mendable{"revocation-unknown"_L1, "revocation-stale"_L1, "path-unknown-root"_L1};

bool trustWantsEvidence(const docsig::SignatureResult& signature) {
    return signature.trust == docsig::Judgement::CannotTell && !signature.signer.der.isEmpty() &&
           std::ranges::any_of(signature.findings, [](const docsig::Finding& one) {
               return std::ranges::find(mendable, one.code) != mendable.end();
           });
}

/// What was found about the authority of a stamp stands in the detail of the finding about the time.
bool stampWantsEvidence(const docsig::SignatureResult& signature) {
    return signature.time == docsig::Judgement::CannotTell && signature.stamp &&
           !signature.stamp->authorityDer.isEmpty() &&
           std::ranges::any_of(signature.findings, [](const docsig::Finding& one) {
               return one.code == "time-stamp-not-trusted"_L1 &&
                      std::ranges::any_of(mendable,
                                          [&one](QLatin1StringView code) { return one.detail.contains(code); });
           });
}

docsig::TrustStore storeOf(const QStringList& directories) {
    docsig::TrustStore whole;
    for (const QString& directory : directories) {
        // What can't be read is told by the worker.
        if (const auto store = docsig::TrustStore::load(directory)) {
            whole.add(*store);
        }
    }
    return whole;
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
    , m_source(source)
    , m_trustDirectories(trustDirectories) {}

InformedReport VerifyWithEvidence::verify(const QString& path, const docsig::VerifyOptions& options,
                                          std::stop_token stop) const {
    const docsig::SignatureReport report = m_client.verifyFile(path, options, stop);
    if (options.integrityOnly || !evidenceMayHelp(report)) {
        return {.report = report};
    }
    const docsig::TrustStore store = storeOf(m_trustDirectories);
    docsig::Evidence evidence;
    const auto collect = [&](const QByteArray& certificate, const QDateTime& at) {
        evidence.add(docsig::collectEvidence(certificate, {}, store, evidence, at, m_source, stop));
    };
    for (const docsig::SignatureResult& signature : report.signatures) {
        const QDateTime at = signature.provenTime.value_or(options.at);
        if (trustWantsEvidence(signature)) {
            collect(signature.signer.der, at);
        }
        if (stampWantsEvidence(signature)) {
            collect(signature.stamp->authorityDer, at);
        }
    }
    const bool found =
        !evidence.certificates.isEmpty() || !evidence.lists.isEmpty() || !evidence.ocspResponses.isEmpty();
    const QTemporaryDir folder;
    if (!found || stop.stop_requested() || !folder.isValid() ||
        !writeAll(folder.filePath(u"intermediates"_s), u"cer"_s, evidence.certificates) ||
        !writeAll(folder.filePath(u"crls"_s), u"crl"_s, evidence.lists) ||
        !writeAll(folder.filePath(u"ocsp"_s), u"der"_s, evidence.ocspResponses)) {
        return {.report = report, .missing = evidence.missing};
    }
    docsig::VerifyClient informed = m_client;
    informed.addTrustDirectory(folder.path());
    const docsig::SignatureReport again = informed.verifyFile(path, options, stop);
    // The file may have changed meanwhile: the judgement is about the bytes that were asked about.
    return {.report = again.documentSha256 == report.documentSha256 ? again : report, .missing = evidence.missing};
}

bool evidenceMayHelp(const docsig::SignatureReport& report) {
    return std::ranges::any_of(report.signatures, [](const docsig::SignatureResult& signature) {
        return trustWantsEvidence(signature) || stampWantsEvidence(signature);
    });
}

InformedReport verifyWithEvidence(const OfficeDesk& desk, const QString& path, const EvidenceAccess& access,
                                  std::stop_token stop) {
    const docsig::VerifyOptions options{.at = desk.now()};
    const auto source = desk.evidenceSource(access);
    if (!source) {
        return {.report = desk.verifyClient().verifyFile(path, options, stop)};
    }
    return VerifyWithEvidence(desk.verifyClient(), *source, {desk.profile().trustFolder()}).verify(path, options, stop);
}

} // namespace app
