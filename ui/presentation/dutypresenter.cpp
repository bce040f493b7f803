// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presentation/dutypresenter.h"

#include "ui/presentation/workpresenter.h"

#include <QCoreApplication>

namespace ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct DutyWords {
    Q_DECLARE_TR_FUNCTIONS(ui::Duties)
};

QString daysText(const QList<int>& days) {
    QStringList words;
    for (const int day : days) {
        words << QString::number(day);
    }
    return words.isEmpty() ? u"–"_s : words.join(u", "_s);
}

QString holderWords(const DutyView& view, const Formatter& formatter) {
    if (!view.turn.lease) {
        return DutyWords::tr("No desk reminds for the office at the moment.");
    }
    const app::Lease& lease = *view.turn.lease;
    const QString since = formatter.moment(lease.since);
    if (view.turn.isOurs) {
        return DutyWords::tr("This desk has done the office's reminding since %1.").arg(since);
    }
    const QString name = nameOf(view.people, lease.holder.mailbox);
    return lease.holder.kind == app::LeaseKind::Agent
               ? DutyWords::tr("The background program of %1 has done the office's reminding since %2.")
                     .arg(name, since)
               : DutyWords::tr("The desk of %1 has done the office's reminding since %2.").arg(name, since);
}

} // namespace

app::Result<DutyView> readDuties(Office& office) {
    auto turn = office.duties();
    auto days = turn ? office.reminderDays() : std::unexpected(turn.error());
    auto people = days ? office.people() : std::unexpected(days.error());
    if (!people) {
        return std::unexpected(people.error());
    }
    return DutyView{.turn = std::move(*turn), .days = std::move(*days), .people = std::move(*people)};
}

QString dutyWords(const DutyView& view, const Formatter& formatter) {
    return holderWords(view, formatter) + u' ' +
           DutyWords::tr("Workdays before the last day: %1; days after it: %2; to the head of the unit: %3.")
               .arg(daysText(view.days.before), daysText(view.days.after), daysText(view.days.escalate));
}

} // namespace ui
