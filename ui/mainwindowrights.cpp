// SPDX-License-Identifier: GPL-3.0-or-later
// That somebody's rights in the office were changed, until a leader or clerk confirms it.
#include "ui/mainwindow.h"

#include "ui/presentation/rightspresenter.h"

#include <algorithm>

namespace ui {

void MainWindow::connectRights() {
    connect(m_rightsBar, &RightsBar::confirmed, this, [this] {
        if (!m_rights) {
            return;
        }
        m_rightsBar->setBusy(true);
        m_runner.run(
            this, [this, whom = m_rights->mailbox](std::stop_token) { return m_office.confirmRights(whom); },
            [this](const app::Result<void>& done) {
                if (done) {
                    say(tr("Confirmed; the other desks of the office are told."));
                    startSync();
                } else {
                    sayError(done.error());
                }
                reloadRights();
            });
    });
}

void MainWindow::reloadRights() {
    m_runner.run(
        this, [this](std::stop_token) { return m_office.changedRights(); },
        [this](const app::Result<QList<app::RightsChange>>& changes) {
            if (!changes) {
                return;
            }
            // What this person can confirm comes before what is about themselves.
            const QString self = m_profile.person.mailbox();
            const auto other =
                std::ranges::find_if(*changes, [&](const app::RightsChange& change) { return change.mailbox != self; });
            m_rights.reset();
            if (changes->isEmpty()) {
                m_rightsBar->tellNothing();
                return;
            }
            m_rights = other == changes->end() ? changes->first() : *other;
            m_rightsBar->tell(rightsWords(*m_rights), int(changes->size()) - 1, m_rights->mailbox == self);
        });
}

} // namespace ui
