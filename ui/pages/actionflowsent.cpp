// SPDX-License-Identifier: GPL-3.0-or-later
// What is done with a document after it was sent or came in: taken back, brought up to date, replaced, answered,
// judged.
#include "ui/pages/actionflow.h"

#include "ui/panels/confirmpanel.h"
#include "ui/panels/reasonpanel.h"
#include "ui/panels/replacepanel.h"
#include "ui/panels/updatepanel.h"

namespace ui {

using namespace Qt::Literals::StringLiterals;

void ActionFlow::recall() {
    const app::DocumentId id = *m_pane.shownId();
    auto* panel = new ReasonPanel(m_theme,
                                  tr("What has not gone out is taken back at once. Offices that have the document are "
                                     "asked to give it back; they read the reason and may refuse."),
                                  tr("Ta&ke back · Ctrl+Enter"));
    connect(panel, &ReasonPanel::accepted, this, [this, panel, id](const QString& reason) {
        const app::Profile profile = m_office.profile();
        runPacking(
            panel, profile.signPackets && profile.recallBy == app::RecallBy::Packet,
            [this, id, reason](const app::PacketSeal* seal) { return m_office.recall(id, reason, seal); },
            [](const app::RecallReceipt& receipt) {
                return receipt.asked.isEmpty()
                           ? tr("Taken back before it went out.")
                           : tr("%n office(s) will be asked to give it back; the trail shows the answers.", nullptr,
                                int(receipt.asked.size())) +
                                 sealingWords(receipt.sealing);
            });
    });
    m_pane.openPanel(panel);
}

void ActionFlow::update() {
    const DocumentCase& known = *m_pane.shown();
    const app::DocumentId id = known.detail.summary.id;
    auto* panel = new UpdatePanel(m_theme, m_runner, agencySearch(), known.detail.trail);
    connect(panel, &UpdatePanel::accepted, this,
            [this, panel, id](const app::DocumentUpdate& change, const QString& version) {
                runPacking(
                    panel, m_office.profile().signPackets,
                    [this, id, change, version](const app::PacketSeal* seal) {
                        return m_office.update(id, change, version, seal);
                    },
                    [](app::PacketSealing sealing) {
                        return tr("The update waits to go out; the trail shows who has it.") + sealingWords(sealing);
                    });
            });
    m_pane.openPanel(panel);
}

void ActionFlow::replace() {
    const app::DocumentId id = *m_pane.shownId();
    m_runner.run(
        this,
        [this](std::stop_token) {
            return m_office.page({.folder = app::Folder::ToIssue, .state = app::DocumentState::Sealed}, 0, {});
        },
        [this, id](const app::Result<app::DocumentPage>& waiting) {
            if (!waiting) {
                emit failed(waiting.error());
            } else if (m_pane.shownId() == std::optional(id)) {
                offerReplacements(id, waiting->rows);
            }
        });
}

void ActionFlow::offerReplacements(const app::DocumentId& id, const QList<app::DocumentSummary>& waiting) {
    QList<Choice> sealed;
    for (const app::DocumentSummary& one : waiting) {
        if (one.state == app::DocumentState::Sealed && one.secrecy == app::Secrecy::None) {
            sealed << Choice{u"%1 · %2"_s.arg(one.number, one.subject), one.id.text()};
        }
    }
    auto* panel = new ReplacePanel(m_theme, sealed);
    connect(panel, &ReasonPanel::accepted, this, [this, panel, id](const QString& reason) {
        const auto by = app::DocumentId::parse(panel->by());
        runPacking(
            panel, m_office.profile().signPackets,
            [this, id, by, reason](const app::PacketSeal* seal) { return m_office.replace(id, *by, reason, seal); },
            [](const app::SendReceipt& receipt) { return sentWords(receipt); });
    });
    m_pane.openPanel(panel);
}

void ActionFlow::agreeToChange() {
    const DocumentCase& known = *m_pane.shown();
    if (!known.asked) {
        return;
    }
    const app::DocumentId id = known.detail.summary.id;
    const bool withdraws = known.asked->offer.kind == app::ChangeKind::Withdraw;
    auto* panel = new ConfirmPanel(m_theme, effectWords(*known.asked, m_formatter),
                                   withdraws ? tr("&Give it back · Ctrl+Enter") : tr("&Take it · Ctrl+Enter"));
    connect(panel, &ConfirmPanel::accepted, this, [this, panel, id, withdraws] {
        run(
            panel, {}, [this, id] { return yes(m_office.agreeToChange(id)); },
            [withdraws](bool) {
                return withdraws ? tr("Given back; the document is frozen.") : tr("The new version was taken.");
            });
    });
    m_pane.openPanel(panel);
}

void ActionFlow::refuseChange() {
    const app::DocumentId id = *m_pane.shownId();
    auto* panel = new ReasonPanel(m_theme, tr("Nothing changes here; the sender reads the reason (status 16)."),
                                  tr("Re&fuse · Ctrl+Enter"));
    connect(panel, &ReasonPanel::accepted, this, [this, panel, id](const QString& reason) {
        run(
            panel, {}, [this, id, reason] { return yes(m_office.refuseChange(id, reason)); },
            [](bool) { return tr("Refused; its sender is told why."); });
    });
    m_pane.openPanel(panel);
}

void ActionFlow::judgeAgain() {
    if (const auto id = m_pane.shownId()) {
        m_runner.run(
            this, [this, id = *id](std::stop_token stop) { return m_office.judge(id, stop); },
            [this](const app::Result<app::IncomingVerdict>& verdict) {
                if (verdict) {
                    emit done(tr("The signatures were checked."), std::nullopt);
                } else {
                    emit failed(verdict.error());
                }
            });
    }
}

void ActionFlow::pinSeal() {
    if (const auto id = m_pane.shownId()) {
        m_runner.run(
            this,
            [this, id = *id](std::stop_token stop) -> app::Result<bool> {
                if (auto pinned = m_office.pinSeal(id); !pinned) {
                    return std::unexpected(pinned.error());
                }
                return yes(m_office.judge(id, stop));
            },
            [this](const app::Result<bool>& result) {
                if (result) {
                    emit done(tr("The seal is remembered; documents to come are compared with it."), std::nullopt);
                } else {
                    emit failed(result.error());
                }
            });
    }
}

} // namespace ui
