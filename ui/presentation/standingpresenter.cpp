// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presentation/standingpresenter.h"

#include "app/domain/vietnamtime.h"
#include "ui/presentation/workpresenter.h"

#include <QCoreApplication>

namespace ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct StandingWords {
    Q_DECLARE_TR_FUNCTIONS(ui::Standing)
};

} // namespace

app::Result<StandingView> readStanding(Office& office) {
    auto open = office.delegations();
    auto people = open ? office.people() : std::unexpected(open.error());
    if (!people) {
        return std::unexpected(people.error());
    }
    return StandingView{.self = office.profile().person,
                        .people = std::move(*people),
                        .open = std::move(*open),
                        .today = app::vietnamToday()};
}

QList<app::Person> othersOf(const StandingView& view) {
    QList<app::Person> others = view.people;
    others.removeIf([&](const app::Person& person) { return person.mailbox() == view.self.mailbox(); });
    return others;
}

QString absenceWords(const app::Delegation& absence, const QList<app::Person>& people, const Formatter& formatter) {
    const QString until = formatter.day(absence.until);
    return absence.to.isEmpty()
               ? StandingWords::tr("away until %1, nobody stands in").arg(until)
               : StandingWords::tr("away until %1, %2 stands in").arg(until, nameOf(people, absence.to));
}

QString standingInBrief(const StandingView& view, const Formatter& formatter) {
    QStringList sentences;
    for (const app::Delegation& known : view.open) {
        if (!known.holdsOn(view.today)) {
            continue;
        }
        const QString until = formatter.day(known.until);
        if (known.by == view.self.mailbox()) {
            sentences << (known.to.isEmpty() ? StandingWords::tr("You are away until %1").arg(until)
                                             : StandingWords::tr("You are away until %1; %2 stands in")
                                                   .arg(until, nameOf(view.people, known.to)));
        } else if (known.to == view.self.mailbox()) {
            sentences << StandingWords::tr("You stand in for %1 until %2").arg(nameOf(view.people, known.by), until);
        }
    }
    return sentences.join(u" · "_s);
}

QList<StandingText> standingTexts(const StandingView& view, const Formatter& formatter) {
    QList<StandingText> texts;
    for (const app::Delegation& known : view.open) {
        texts << StandingText{.who = nameOf(view.people, known.by),
                              .days = u"%1 – %2"_s.arg(formatter.day(known.from), formatter.day(known.until)),
                              .standIn = known.to.isEmpty()
                                             ? StandingWords::tr("Nobody stands in")
                                             : StandingWords::tr("%1 stands in").arg(nameOf(view.people, known.to)),
                              .words = known.words,
                              .holds = known.holdsOn(view.today),
                              .isPending = known.isPending,
                              .isOwn = known.by == view.self.mailbox(),
                              .id = known.id};
    }
    return texts;
}

} // namespace ui
