// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/freshpdf.h"

#include "app/services/officedesk.h"
#include "docsig/pades/padesverifier.h"
#include "docsig/trust/truststore.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

using docsig::Judgement;

QString codesOf(const docsig::SignatureReport& report) {
    QStringList codes;
    for (const docsig::Finding& finding : report.findings) {
        codes.append(finding.code);
    }
    for (const docsig::SignatureResult& signature : report.signatures) {
        for (const docsig::Finding& finding : signature.findings) {
            codes.append(signature.fieldName + u':' + finding.code);
        }
    }
    return codes.join(u", "_s);
}

bool isBroken(const docsig::SignatureResult& signature) {
    return signature.integrity != Judgement::Valid || signature.coverage == Judgement::Invalid;
}

} // namespace

std::unexpected<Error> certificateNotUsable(const QString& detail) {
    return fail("certificate-not-usable", detail);
}

Result<docsig::SignatureReport> verifyFresh(const OfficeDesk& desk, const QByteArray& pdf) {
    const auto trust = docsig::TrustStore::load(desk.profile().trustFolder());
    if (!trust) {
        return passOn(trust.error());
    }
    return verifyFresh(docsig::PadesVerifier(*trust), pdf, desk.now());
}

Result<docsig::SignatureReport> verifyFresh(const docsig::PadesVerifier& verifier, const QByteArray& pdf,
                                            const QDateTime& at) {
    docsig::SignatureReport report = verifier.verify(pdf, {.at = at});
    const auto& made = report.signatures;
    if (report.verdict == docsig::Verdict::Unreadable || std::ranges::any_of(made, isBroken)) {
        return fail("written-pdf-not-valid", codesOf(report));
    }
    if (!made.isEmpty() && made.last().trust == Judgement::Invalid) {
        return certificateNotUsable(codesOf(report));
    }
    return report;
}

} // namespace app
