// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presentation/workpresenter.h"

#include "app/domain/unit.h"

#include <QCoreApplication>

#include <algorithm>

namespace ui {

using namespace Qt::Literals::StringLiterals;
using app::WorkLine;
using app::WorkRole;
using app::WorkState;

namespace {

struct WorkWords {
    Q_DECLARE_TR_FUNCTIONS(ui::Work)
};

std::pair<Tone, QLatin1String> looksOf(WorkState state) {
    switch (state) {
    case WorkState::Open:
        return {Tone::Caution, "clock"_L1};
    case WorkState::Working:
        return {Tone::Neutral, "pen"_L1};
    case WorkState::Done:
        return {Tone::Good, "check"_L1};
    case WorkState::GivenBack:
        return {Tone::Bad, "back"_L1};
    case WorkState::PassedOn:
        return {Tone::Neutral, "chevron-down"_L1};
    }
    return {Tone::Neutral, {}};
}

} // namespace

QString workRoleName(WorkRole role) {
    switch (role) {
    case WorkRole::Direct:
        return WorkWords::tr("directs");
    case WorkRole::Lead:
        return WorkWords::tr("leads");
    case WorkRole::Support:
        return WorkWords::tr("supports");
    case WorkRole::Inform:
        return WorkWords::tr("is told");
    }
    return {};
}

QString workStateName(WorkState state) {
    switch (state) {
    case WorkState::Open:
        return WorkWords::tr("not begun");
    case WorkState::Working:
        return WorkWords::tr("at work");
    case WorkState::Done:
        return WorkWords::tr("done");
    case WorkState::GivenBack:
        return WorkWords::tr("given back");
    case WorkState::PassedOn:
        return WorkWords::tr("passed on");
    }
    return {};
}

QString nameOf(const QList<app::Person>& people, const QString& mailbox) {
    const auto person = std::ranges::find_if(people, [&](const app::Person& one) { return one.mailbox() == mailbox; });
    if (person != people.end()) {
        return person->name;
    }
    const QString unit = app::unitTitle(people, mailbox);
    return unit.isEmpty() ? mailbox : unit;
}

QString actorName(const QList<app::Person>& people, const QString& by, const QString& as) {
    const QString name = nameOf(people, by);
    if (as.isEmpty()) {
        return name;
    }
    return as.contains(u':') ? WorkWords::tr("%1 for the unit %2").arg(name, app::unitTitle(people, as))
                             : WorkWords::tr("%1 in place of %2 (by delegation)").arg(name, nameOf(people, as));
}

DetailBlock workBlock(const DocumentCase& known, const Formatter& formatter) {
    DetailBlock block{.heading = WorkWords::tr("Work"), .icon = "person"_L1};
    QString told;
    for (const WorkLine& line : known.detail.work) {
        if (line.words != told && !line.words.isEmpty()) {
            told = line.words;
            block.lines << DetailLine{nameOf(known.people, line.by), u"“%1”"_s.arg(told), Tone::Neutral, {}, {}};
        }
        if (line.cause == app::WorkCause::Joined) {
            continue; // sees it, has nothing to do
        }
        const auto [tone, icon] = looksOf(line.state);
        QStringList words{workStateName(line.state)};
        if (line.isOpen() && line.dueDate.isValid()) {
            words << WorkWords::tr("by %1").arg(formatter.day(line.dueDate));
        }
        if (!line.note.isEmpty()) {
            words << line.note;
        }
        block.lines << DetailLine{u"%1 · %2"_s.arg(nameOf(known.people, line.to), workRoleName(line.role)),
                                  words.join(u" · "_s),
                                  tone,
                                  icon,
                                  {}};
        if (line.isOpen() && line.askedUntil.isValid()) {
            block.lines << DetailLine{WorkWords::tr("Asks for time until %1").arg(formatter.day(line.askedUntil)),
                                      line.askedWhy,
                                      Tone::Caution,
                                      "clock"_L1,
                                      {}};
        }
    }
    return block;
}

QString workInBrief(const DocumentCase& known) {
    for (const WorkRole role : {WorkRole::Lead, WorkRole::Direct, WorkRole::Support}) {
        for (const WorkLine& line : known.detail.work) {
            if (line.isOpen() && line.role == role && line.to != known.self.mailbox()) {
                return u"%1 %2"_s.arg(nameOf(known.people, line.to), workRoleName(role));
            }
        }
    }
    return {};
}

} // namespace ui
