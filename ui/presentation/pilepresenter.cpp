// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presentation/pilepresenter.h"

#include "ui/presentation/rowpresenter.h"
#include "ui/presentation/verdictpresenter.h"

#include <QCoreApplication>

#include <algorithm>

namespace ui {

using namespace Qt::Literals::StringLiterals;
using State = app::PileResult::State;

namespace {

struct PileWords {
    Q_DECLARE_TR_FUNCTIONS(ui::Pile)
};

void sayError(PileRow& row, const app::Error& error, const Formatter& formatter) {
    row.tone = Tone::Bad;
    row.icon = "cross"_L1;
    row.state = formatter.sentence(error);
    row.code = error.code;
}

QString weighed(const docsig::Finding& finding, const Formatter& formatter) {
    QString words = formatter.sentence(finding.code);
    if (!finding.place.isEmpty()) {
        words += u" ("_s + finding.place + u')';
    }
    if (finding.page >= 0) {
        words += u" · "_s + PileWords::tr("page %1").arg(finding.page + 1);
    }
    return words + u"  ("_s + finding.code + u')';
}

} // namespace

PileRow rowOf(const app::DocumentSummary& document, const Formatter& formatter) {
    PileRow row{.id = document.id};
    row.title = document.subject.isEmpty() ? PileWords::tr("(no subject)") : document.subject;
    QStringList facts{formatter.kind(document.kindName), document.number, urgencyWords(document.urgency)};
    if (!document.counterpart.isEmpty()) {
        facts << PileWords::tr("To: %1").arg(document.counterpart);
    }
    facts.removeAll(QString());
    row.facts = facts.join(u" · "_s);
    row.icon = "clock"_L1;
    row.state = PileWords::tr("Being looked through");
    return row;
}

PileRow rowOf(const app::PileCheck& check, const Formatter& formatter) {
    PileRow row = rowOf(check.summary, formatter);
    for (const docsig::Finding& finding : weightyFindings(check.report)) {
        row.weighed << weighed(finding, formatter);
    }
    if (check.signedBefore) {
        row.icon = "check"_L1;
        row.state = PileWords::tr("Signed before");
    } else if (check.error) {
        sayError(row, *check.error, formatter);
    } else if (row.weighed.isEmpty()) {
        row.tone = Tone::Good;
        row.icon = "check"_L1;
        row.state = PileWords::tr("Looked through: no hidden layer, no script, nothing that can be switched.");
    } else {
        row.tone = Tone::Caution;
        row.icon = "alert"_L1;
        row.state = PileWords::tr("%n point(s) to weigh before you sign:", nullptr, int(row.weighed.size()));
    }
    return row;
}

PileRow rowOf(const app::PileResult& result, const Formatter& formatter) {
    PileRow row = rowOf(result.summary, formatter);
    switch (result.state) {
    case State::Signed:
        row.tone = Tone::Good;
        row.icon = "check"_L1;
        row.state = PileWords::tr("Signed and kept");
        break;
    case State::SignedBefore:
        row.icon = "check"_L1;
        row.state = PileWords::tr("Signed before");
        break;
    case State::Failed:
        sayError(row, result.error.value_or(app::Error()), formatter);
        break;
    case State::NotReached:
        row.icon = "minus"_L1;
        row.state = PileWords::tr("Not signed: stopped before its turn");
        break;
    }
    return row;
}

QList<docsig::Finding> weighty(const QList<docsig::Finding>& findings) {
    QList<docsig::Finding> heavy = findings;
    heavy.removeIf([](const docsig::Finding& finding) { return finding.weight == docsig::Weight::Note; });
    return heavy;
}

QString pileFacts(const app::PileView& view, const Formatter& formatter) {
    const auto points = std::ranges::count_if(view.checks, [](const app::PileCheck& check) {
        return !check.error && !weightyFindings(check.report).isEmpty();
    });
    const auto refused = std::ranges::count_if(view.checks, [](const app::PileCheck& check) { return !!check.error; });
    QStringList facts;
    for (const docsig::Finding& finding : weighty(view.certificateFindings)) {
        facts << formatter.sentence(finding.code) + u"  ("_s + finding.code + u')';
    }
    if (refused > 0) {
        facts << PileWords::tr("%n document(s) can't be signed.", nullptr, int(refused));
    }
    facts << (points > 0 ? PileWords::tr("%n document(s) hold what the pages do not show: read it before you sign.",
                                         nullptr, int(points))
                         : PileWords::tr("Every document was looked through before signing."));
    return facts.join(u' ');
}

QString pileDone(const app::PileOutcome& outcome) {
    return PileWords::tr("%1 of %2 documents signed")
        .arg(outcome.count(State::Signed) + outcome.count(State::SignedBefore))
        .arg(outcome.results.size());
}

} // namespace ui
