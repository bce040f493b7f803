// SPDX-License-Identifier: GPL-3.0-or-later
// Several documents with one PIN, over the office in memory.
#include "tests/ui/sampleoffice.h"

using namespace Qt::Literals::StringLiterals;

namespace tests {

app::PileView SampleOffice::openPile(const QList<app::DocumentId>& ids, const app::PileProgress& progress,
                                     std::stop_token stop) {
    app::PileView pile;
    for (const app::DocumentId& id : ids) {
        if (stop.stop_requested()) {
            break;
        }
        const auto document = detail(id);
        const auto shown = view(id);
        app::PileCheck check{.summary = document->summary,
                             .sha256 = shown->sha256,
                             .report = shown->report,
                             .signedBefore = false,
                             .error = {}};
        if (progress) {
            progress(pile.checks.size(), ids.size(), check.summary);
        }
        if (check.summary.subject.contains(u"trả lời"_s)) {
            docsig::Finding script;
            script.code = u"content-script"_s;
            script.weight = docsig::Weight::Doubt;
            check.report.findings << script;
        }
        pile.certificate = shown->certificate;
        pile.checks << check;
    }
    return pile;
}

app::Result<app::PileOutcome> SampleOffice::signPile(const QList<app::PileCheck>& checks, const app::KeySource& key,
                                                     const docsig::Pin& pin, const app::PileProgress& progress,
                                                     std::stop_token stop) {
    if (pin.utf8() != rightPin.toUtf8()) {
        std::ignore = note(u"wrong-pin"_s);
        return std::unexpected(app::Error(u"pkcs12-wrong-pin"_s, {}));
    }
    app::PileOutcome outcome;
    for (const app::PileCheck& check : checks) {
        app::PileResult result{
            .summary = check.summary, .state = app::PileResult::State::NotReached, .error = {}, .receipt = {}};
        if (!stop.stop_requested()) {
            if (progress) {
                progress(outcome.results.size(), checks.size(), check.summary);
            }
            if (whileSigning) {
                whileSigning(outcome.results.size());
            }
            if (check.summary.subject == failing) {
                result.state = app::PileResult::State::Failed;
                result.error = app::Error(u"signing-other-bytes"_s, {});
            } else if (auto receipt = sign(check.summary.id, check.sha256, key, pin)) {
                result.state = app::PileResult::State::Signed;
                result.receipt = *receipt;
            } else {
                result.state = app::PileResult::State::Failed;
                result.error = receipt.error();
            }
        }
        outcome.results << result;
    }
    return outcome;
}

} // namespace tests
