// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presentation/rightspresenter.h"

#include "ui/presentation/folderpresenter.h"

#include <QCoreApplication>
#include <QStringList>

namespace ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct RightsWords {
    Q_DECLARE_TR_FUNCTIONS(ui::Rights)
};

QString roleWords(const QString& key) {
    const auto role = app::roleFromKey(key);
    return role ? roleName(*role).toLower() : key;
}

/// What the role gives beside its name.
QString booksWords(const app::RightsChange& change) {
    const QString clerk = app::roleKey(app::Role::Clerk);
    if (change.now.role == clerk && change.before.role != clerk) {
        return RightsWords::tr("may write the books and use the seal");
    }
    if (change.before.role == clerk && change.now.role != clerk) {
        return RightsWords::tr("writes the books no more");
    }
    return {};
}

} // namespace

QString rightsWords(const app::RightsChange& change) {
    const QString who = change.name.isEmpty() ? change.mailbox : change.name;
    QStringList parts;
    if (change.now.role == app::roleLeft) {
        parts << RightsWords::tr("%1 has left the office (before: %2)").arg(who, roleWords(change.before.role));
    } else if (change.before.role.isEmpty() || change.before.role == app::roleLeft) {
        parts << RightsWords::tr("%1 is new in the office: %2").arg(who, roleWords(change.now.role));
    } else if (change.before.role != change.now.role) {
        parts << RightsWords::tr("%1 is now %2 (before: %3)")
                     .arg(who, roleWords(change.now.role), roleWords(change.before.role));
    } else {
        const QString none = RightsWords::tr("none");
        parts << RightsWords::tr("%1 gets the work of another unit: %2 (before: %3)")
                     .arg(who, change.now.unit.isEmpty() ? none : change.now.unit,
                          change.before.unit.isEmpty() ? none : change.before.unit);
    }
    parts << booksWords(change);
    if (change.openWork > 0) {
        parts << RightsWords::tr("%n document(s) wait for them: give these to somebody else", nullptr, change.openWork);
    }
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

} // namespace ui
