// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/signseveral.h"

#include "app/cli/evidenceoutput.h"
#include "app/cli/pinsource.h"
#include "app/cli/steps.h"

#include "docsig/report/reportjson.h"

#include <QHash>
#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace app::cli {

namespace {

using PileState = PileResult::State;

QString wordFor(PileState state, Language language) {
    const bool vietnamese = language == Language::Vietnamese;
    switch (state) {
    case PileState::Signed:
        return vietnamese ? u"đã ký"_s : u"signed"_s;
    case PileState::SignedBefore:
        return vietnamese ? u"đã ký trước đó"_s : u"signed before"_s;
    case PileState::Failed:
        return vietnamese ? u"không ký được"_s : u"not signed"_s;
    case PileState::NotReached:
        return vietnamese ? u"chưa tới lượt"_s : u"not reached"_s;
    }
    return {};
}

QString keyFor(PileState state) {
    return wordFor(state, Language::English).replace(u' ', u'-');
}

QString nameOf(const DocumentSummary& document) {
    QStringList parts{document.number, document.subject};
    parts.removeAll(QString());
    return parts.isEmpty() ? document.id.text() : parts.join(u" · "_s);
}

QString coded(const Terminal& terminal, const QString& code) {
    return u"%1 [%2]"_s.arg(sentence(code, terminal.language()), code);
}

/// All that a person is to weigh before the PIN: of the certificate once, then of each document.
void tellView(const Terminal& terminal, const PileView& view) {
    for (const docsig::Finding& finding : view.certificateFindings) {
        terminal.line(u"△ "_s + coded(terminal, finding.code));
    }
    for (const PileCheck& check : view.checks) {
        if (check.error) {
            terminal.line(u"✕ %1: %2"_s.arg(nameOf(check.summary), coded(terminal, check.error->code)));
        }
        for (const docsig::Finding& finding : check.report.findings) {
            const QString page = finding.page >= 0 ? u", %1"_s.arg(finding.page + 1) : QString();
            terminal.line(u"△ %1%2: %3"_s.arg(nameOf(check.summary), page, coded(terminal, finding.code)));
        }
    }
}

using Evidence = QHash<DocumentId, EvidenceOutcome>;

/// What the queue brings at once; what it does not bring stays in it, and the signatures stand.
Evidence completeAll(Invocation& invocation, OfficeSession& session, const PileOutcome& outcome) {
    Evidence evidence;
    for (const PileResult& one : outcome.results) {
        const bool waits = one.receipt && one.receipt->wanted > one.receipt->level;
        if (waits && !invocation.arguments().has(u"no-wait"_s)) {
            if (const auto completed = session.evidenceQueue().complete(one.summary.id)) {
                evidence.insert(one.summary.id, *completed);
            }
        }
    }
    return evidence;
}

QJsonObject toJson(const PileResult& one, const PileCheck& check, const Evidence& evidence) {
    QJsonObject object{{u"document"_s, one.summary.id.text()},
                       {u"number"_s, one.summary.number},
                       {u"subject"_s, one.summary.subject},
                       {u"state"_s, keyFor(one.state)}};
    QJsonArray weighed;
    for (const docsig::Finding& finding : check.report.findings) {
        weighed.append(finding.code);
    }
    object.insert(u"findings"_s, weighed);
    if (one.error) {
        object.insert(u"error"_s, one.error->code);
    }
    if (one.receipt) {
        const auto completed = evidence.constFind(one.summary.id);
        const bool known = completed != evidence.constEnd();
        object.insert(u"sha256"_s, QString::fromLatin1(one.receipt->sha256));
        object.insert(u"certificate"_s, one.receipt->certificate.commonName);
        object.insert(u"level"_s, docsig::word(known ? completed->reached : one.receipt->level));
        object.insert(u"wanted"_s, docsig::word(one.receipt->wanted));
        if (known) {
            object.insert(u"evidence"_s, cli::toJson(*completed));
        }
    }
    return object;
}

void tellOutcome(const Terminal& terminal, const PileView& view, const PileOutcome& outcome, const Evidence& evidence) {
    QJsonArray results;
    for (qsizetype index = 0; index < outcome.results.size(); ++index) {
        const PileResult& one = outcome.results.at(index);
        const bool done = one.state == PileState::Signed || one.state == PileState::SignedBefore;
        const QString why = one.error ? u": "_s + coded(terminal, one.error->code) : QString();
        terminal.line(u"%1 %2: %3%4"_s.arg(done ? u"✓"_s : u"✕"_s, nameOf(one.summary),
                                           wordFor(one.state, terminal.language()), why));
        if (const auto completed = evidence.constFind(one.summary.id); completed != evidence.constEnd()) {
            printOutcome(terminal, *completed);
        }
        results.append(toJson(one, view.checks.at(index), evidence));
    }
    terminal.object(
        {{u"results"_s, results}, {u"stopped"_s, outcome.stopped ? QJsonValue(outcome.stopped->code) : QJsonValue()}});
}

Result<QList<DocumentId>> documentsOf(Invocation& invocation, OfficeSession& session) {
    QList<DocumentId> ids;
    for (const QString& text : invocation.arguments().positional) {
        const auto id = session.queryDocuments().find(text);
        if (!id) {
            return std::unexpected(id.error());
        }
        ids.append(*id);
    }
    return ids;
}

Result<PileOutcome> signAll(Invocation& invocation, SignDocuments& useCase, const PileView& view,
                            const std::optional<KeySource>& profileKey) {
    const auto key = chosenKey(invocation.arguments(), profileKey);
    if (!key) {
        return std::unexpected(key.error());
    }
    const QString owner = view.certificate ? view.certificate->commonName : QString();
    const auto pin = readPin(invocation.arguments(), u"PIN %1 (%2): "_s.arg(owner).arg(view.open()));
    if (!pin) {
        return std::unexpected(pin.error());
    }
    const Terminal& terminal = invocation.terminal();
    return useCase.sign(view.checks, *key, *pin,
                        [&terminal](qsizetype index, qsizetype total, const DocumentSummary& summary) {
                            terminal.line(u"%1/%2 %3"_s.arg(index + 1).arg(total).arg(nameOf(summary)));
                        });
}

} // namespace

Result<int> signSeveral(Invocation& invocation, PileAct act) {
    return onSession(invocation, [&](OfficeSession& session) -> Result<int> {
        const auto ids = documentsOf(invocation, session);
        if (!ids) {
            return std::unexpected(ids.error());
        }
        const bool seal = act == PileAct::Seal;
        SignDocuments& useCase = seal                      ? session.sealDocuments()
                                 : act == PileAct::Initial ? session.initialDocuments()
                                                           : session.signDocuments();
        const PileView view = useCase.open(*ids);
        tellView(invocation.terminal(), view);
        // Nobody is asked for a PIN that is not used.
        const auto outcome =
            view.open() == 0
                ? useCase.sign(view.checks, KeySource(), docsig::Pin::fromUtf8({}))
                : signAll(invocation, useCase, view, seal ? session.profile().sealKey : session.profile().signatureKey);
        if (!outcome) {
            return std::unexpected(outcome.error());
        }
        tellOutcome(invocation.terminal(), view, *outcome, completeAll(invocation, session, *outcome));
        if (outcome->stopped) {
            return std::unexpected(*outcome->stopped);
        }
        return outcome->isComplete() ? 0 : 1;
    });
}

} // namespace app::cli
