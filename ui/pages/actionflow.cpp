// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/actionflow.h"

#include "ui/panels/acceptpanel.h"
#include "ui/panels/choicepanel.h"
#include "ui/panels/commentpanel.h"
#include "ui/panels/confirmpanel.h"
#include "ui/panels/directpanel.h"
#include "ui/panels/initialpanel.h"
#include "ui/panels/numberpanel.h"
#include "ui/panels/pinpanel.h"
#include "ui/panels/reasonpanel.h"
#include "ui/panels/sendpanel.h"
#include "ui/panels/timepanel.h"
#include "ui/presentation/verdictpresenter.h"
#include "ui/presentation/workpresenter.h"

namespace ui {

using namespace Qt::Literals::StringLiterals;

ActionFlow::ActionFlow(const Theme& theme, const Formatter& formatter, Office& office, TaskRunner& runner,
                       DocumentPane& pane, QObject* parent)
    : QObject(parent)
    , m_theme(theme)
    , m_formatter(formatter)
    , m_office(office)
    , m_runner(runner)
    , m_pane(pane) {
    connect(&m_pane, &DocumentPane::commandChosen, this, &ActionFlow::begin);
    connect(&m_pane, &DocumentPane::checkWanted, this, &ActionFlow::judgeAgain);
    connect(&m_pane, &DocumentPane::pinWanted, this, &ActionFlow::pinSeal);
}

void ActionFlow::begin(Command command) {
    if (!m_pane.shown()) {
        return;
    }
    switch (command) {
    case Command::Accept:
        return accept();
    case Command::Refuse:
        return refuse();
    case Command::GiveBack:
        return giveBack();
    case Command::Number:
        return giveNumber();
    case Command::Initial:
        return initial();
    case Command::Sign:
        return signOrSeal(false);
    case Command::Seal:
        return signOrSeal(true);
    case Command::Send:
        return send();
    case Command::Submit:
        return submit();
    case Command::Edit:
        return edit();
    case Command::CorrectPaper:
        return correctPaper();
    case Command::Remove:
        return removeDraft();
    case Command::Reply:
        return reply();
    case Command::FileInto:
        return fileInto();
    case Command::Comment:
        return comment();
    case Command::Present:
        return present();
    case Command::Direct:
        return direct();
    case Command::GiveBackWork:
        return giveBackWork();
    case Command::AskTime:
        return askTime();
    case Command::GrantTime:
        return answerTime(true);
    case Command::RefuseTime:
        return answerTime(false);
    case Command::Finish:
        return finish();
    case Command::Recall:
        return recall();
    case Command::Update:
        return update();
    case Command::Replace:
        return replace();
    case Command::AgreeChange:
        return agreeToChange();
    case Command::RefuseChange:
        return refuseChange();
    }
}

void ActionFlow::accept() {
    const app::DocumentId id = *m_pane.shownId();
    auto* panel = new AcceptPanel(m_theme, m_formatter, *m_pane.shown());
    connect(panel, &AcceptPanel::accepted, this, [this, panel, id](const app::ArrivalForm& form) {
        run(
            panel, tr("Registering…"),
            [this, id, form](std::stop_token stop) { return m_office.accept(id, form, std::move(stop)); },
            [](const app::ArrivalReceipt& receipt) {
                return tr("Accepted with number %1 in the incoming book.").arg(receipt.display);
            });
    });
    m_pane.openPanel(panel);
}

void ActionFlow::refuse() {
    const app::DocumentId id = *m_pane.shownId();
    auto* panel = new ReasonPanel(m_theme, tr("Returns the document to its sender, who will read the reason."),
                                  tr("&Return to sender · Ctrl+Enter"));
    connect(panel, &ReasonPanel::accepted, this, [this, panel, id](const QString& reason) {
        run(
            panel, {}, [this, id, reason] { return yes(m_office.refuse(id, reason)); },
            [](bool) { return tr("Returned to the sender."); });
    });
    m_pane.openPanel(panel);
}

void ActionFlow::giveBack() {
    const app::DocumentId id = *m_pane.shownId();
    auto* panel = new ReasonPanel(m_theme, tr("Gives the document back to its drafter, who will read the reason."),
                                  tr("Give &back · Ctrl+Enter"));
    connect(panel, &ReasonPanel::accepted, this, [this, panel, id](const QString& reason) {
        run(
            panel, {}, [this, id, reason]() -> app::Result<bool> { return yes(m_office.returnDraft(id, reason)); },
            [](bool) { return tr("Given back to the drafter."); });
    });
    m_pane.openPanel(panel);
}

void ActionFlow::giveNumber() {
    const app::DocumentId id = *m_pane.shownId();
    auto* panel = new NumberPanel(m_theme, *m_pane.shown());
    connect(panel, &NumberPanel::accepted, this, [this, panel, id](const QDate& date) {
        run(
            panel, tr("Drawing the number…"),
            [this, id, date](std::stop_token stop) { return m_office.number(id, date, std::move(stop)); },
            [](const app::DocumentNumber& number) { return tr("Number %1 was drawn.").arg(number.display); });
    });
    m_pane.openPanel(panel);
}

void ActionFlow::signOrSeal(bool seal) {
    const DocumentCase& known = *m_pane.shown();
    if (!known.signing) {
        if (known.problem) {
            emit failed(*known.problem);
        }
        return; // still being looked through: the bar says so
    }
    const app::DocumentId id = known.detail.summary.id;
    const QByteArray shown = known.signing->sha256;
    const app::Profile profile = m_office.profile();
    auto* panel = new PinPanel(m_theme, m_formatter, seal ? PinPanel::Purpose::Seal : PinPanel::Purpose::Signature,
                               seal ? profile.sealKey : profile.signatureKey);
    panel->showCertificate(known.signing->certificate, known.signing->certificateFindings);
    panel->showLevel(seal ? profile.evidence.levelOfSeals() : profile.evidence.levelOfSignatures(),
                     profile.evidence.timeStampAddress);
    panel->showFindings(weightyFindings(known.signing->report));
    connect(panel, &PinPanel::pageWanted, &m_pane.pages(), &PageView::goToPage);
    connect(panel, &PinPanel::accepted, this, [this, panel, id, shown, seal] {
        // The PIN moves through once and is wiped where it ends.
        const auto pin = std::make_shared<docsig::Pin>(panel->takePin());
        const app::KeySource key = *panel->key();
        run(
            panel, seal ? tr("Sealing…") : tr("Signing…"),
            [this, id, shown, key, pin, seal] {
                return seal ? m_office.seal(id, shown, key, *pin) : m_office.sign(id, shown, key, *pin);
            },
            [seal](const app::SigningReceipt& receipt) {
                const QString done =
                    (seal ? tr("Sealed by %1.") : tr("Signed by %1.")).arg(receipt.certificate.commonName);
                // Never more than was reached: the queue asks for the rest.
                return receipt.level >= receipt.wanted
                           ? done
                           : done + u' ' +
                                 tr("Now at %1; %2 follows when its evidence is here.")
                                     .arg(levelName(receipt.level), levelName(receipt.wanted));
            });
    });
    m_pane.openPanel(panel);
    if (const auto place = known.signing->place) {
        m_pane.pages().showPlace(place->page, place->rect);
    }
}

void ActionFlow::initial() {
    const DocumentCase& known = *m_pane.shown();
    if (!known.signing) {
        if (known.problem) {
            emit failed(*known.problem);
        }
        return; // still being looked through: the bar says so
    }
    const app::DocumentId id = known.detail.summary.id;
    auto* panel = new InitialPanel(m_theme, m_formatter, m_office.profile().signatureKey);
    panel->showCertificate(known.signing->certificate, known.signing->certificateFindings);
    panel->showFindings(weightyFindings(known.signing->report));
    connect(panel, &PinPanel::pageWanted, &m_pane.pages(), &PageView::goToPage);
    connect(panel, &PinPanel::accepted, this, [this, panel, id, shown = known.signing->sha256] {
        const auto pin = std::make_shared<docsig::Pin>(panel->takePin());
        const app::KeySource key = *panel->key();
        run(
            panel, tr("Initialling…"), [this, id, shown, key, pin] { return m_office.initial(id, shown, key, *pin); },
            [](const app::SigningReceipt&) { return tr("Initialled; the document goes to the leader."); });
    });
    m_pane.openPanel(panel);
    if (const auto place = known.signing->place) {
        m_pane.pages().showPlace(place->page, place->rect);
    }
}

AgencySearch ActionFlow::agencySearch() {
    return [this](const QString& text) { return m_office.findAgencies(text); };
}

void ActionFlow::send() {
    const DocumentCase& known = *m_pane.shown();
    const app::DocumentId id = known.detail.summary.id;
    auto* panel =
        new SendPanel(m_theme, m_runner, agencySearch(), known.detail.receivers, m_office.profile().signPackets);
    connect(panel, &SendPanel::accepted, this, [this, panel, id](const QList<app::OrganId>& chosen, bool signs) {
        runPacking(
            panel, signs, [this, id, chosen](const app::PacketSeal* seal) { return m_office.send(id, chosen, seal); },
            [](const app::SendReceipt& receipt) { return sentWords(receipt); });
    });
    m_pane.openPanel(panel);
}

void ActionFlow::askForSeal(const std::function<void(PacketPanel*)>& go) {
    auto* panel = new PacketPanel(m_theme, m_formatter, m_office.profile().sealKey);
    connect(panel, &PinPanel::accepted, this, [panel, go] { go(panel); });
    m_pane.openPanel(panel);
}

QString ActionFlow::sentWords(const app::SendReceipt& receipt) {
    return tr("Packed for %n office(s); the trail shows when it is there.", nullptr, int(receipt.receivers.size())) +
           sealingWords(receipt.sealing);
}

QString ActionFlow::sealingWords(app::PacketSealing sealing) {
    switch (sealing) {
    case app::PacketSealing::Signed:
        return u' ' + tr("The packet is signed.");
    case app::PacketSealing::TooLarge:
        return u' ' + tr("The packet is over 20 MB and goes unsigned; the document keeps its signatures.");
    case app::PacketSealing::NotWanted:
        break;
    }
    return {};
}

void ActionFlow::submit() {
    const DocumentCase& known = *m_pane.shown();
    const app::DocumentId id = known.detail.summary.id;
    m_runner.run(
        this, [this](std::stop_token) { return m_office.leaders(); },
        [this, id, signer = known.detail.signer.mailbox](const app::Result<QList<app::Person>>& leaders) {
            if (!leaders) {
                emit failed(leaders.error());
                return;
            }
            if (m_pane.shownId() != std::optional(id)) {
                return;
            }
            QList<Choice> choices;
            for (const app::Person& leader : *leaders) {
                choices << Choice{u"%1 · %2"_s.arg(leader.name, leader.title), leader.mailbox()};
            }
            auto* panel = new ChoicePanel(
                m_theme,
                tr("Lays the document out and puts it before the leader. It can't be edited while it is there."),
                tr("Su&bmit · Ctrl+Enter"), tr("&Who signs"), choices);
            panel->choose(signer);
            connect(panel, &ChoicePanel::accepted, this, [this, panel, id](const QString& mailbox) {
                run(
                    panel, tr("Submitting…"),
                    [this, id, mailbox]() -> app::Result<bool> { return yes(m_office.submit(id, mailbox)); },
                    [](bool) { return tr("Submitted for signature."); });
            });
            m_pane.openPanel(panel);
        });
}

void ActionFlow::edit() {
    m_runner.run(
        this, [this, id = *m_pane.shownId()](std::stop_token) { return m_office.loadDraft(id); },
        [this](const app::Result<app::Draft>& draft) {
            if (draft) {
                emit editWanted(*draft);
            } else {
                emit failed(draft.error());
            }
        });
}

void ActionFlow::correctPaper() {
    if (const auto& entry = m_pane.shown()->detail.paper) {
        emit correctionWanted(*m_pane.shownId(), *entry);
    }
}

void ActionFlow::removeDraft() {
    const app::DocumentId id = *m_pane.shownId();
    auto* panel =
        new ConfirmPanel(m_theme, tr("Deletes this draft for good. Nobody else has a copy."), tr("De&lete draft"));
    connect(panel, &ConfirmPanel::accepted, this, [this, panel, id] {
        run(
            panel, {}, [this, id]() -> app::Result<bool> { return yes(m_office.removeDraft(id)); },
            [](bool) { return tr("The draft was deleted."); });
    });
    m_pane.openPanel(panel);
}

void ActionFlow::reply() {
    m_runner.run(
        this, [this, id = *m_pane.shownId()](std::stop_token) { return m_office.reply(id); },
        [this](const app::Result<app::Draft>& draft) {
            if (draft) {
                emit editWanted(*draft);
            } else {
                emit failed(draft.error());
            }
        });
}

void ActionFlow::fileInto() {
    const app::DocumentId id = *m_pane.shownId();
    m_runner.run(
        this, [this](std::stop_token) { return m_office.dossiers(); },
        [this, id](const app::Result<QList<app::DossierSummary>>& dossiers) {
            if (!dossiers) {
                emit failed(dossiers.error());
                return;
            }
            if (m_pane.shownId() != std::optional(id)) {
                return;
            }
            QList<Choice> choices;
            for (const app::DossierSummary& dossier : *dossiers) {
                if (!dossier.isClosed()) {
                    choices << Choice{u"%1 · %2"_s.arg(dossier.code, dossier.title), dossier.id.text()};
                }
            }
            auto* panel =
                new ChoicePanel(m_theme, tr("Files the document into a dossier, or into a new one."),
                                tr("&File · Ctrl+Enter"), tr("&Dossier"), choices, tr("Or the title of a &new one"));
            connect(panel, &ChoicePanel::accepted, this, [this, panel, id](const QString& key, const QString& title) {
                run(
                    panel, {},
                    [this, id, key, title]() -> app::Result<bool> {
                        auto dossier = app::DossierId::parse(key);
                        if (!title.isEmpty()) {
                            auto opened = m_office.openDossier({{}, title, {}});
                            if (!opened) {
                                return std::unexpected(opened.error());
                            }
                            dossier = *opened;
                        }
                        return yes(m_office.fileInto(*dossier, id));
                    },
                    [](bool) { return tr("Filed into the dossier."); });
            });
            m_pane.openPanel(panel);
        });
}

void ActionFlow::withOffice(const std::function<void(const StandingView&)>& open) {
    m_runner.run(
        this, [this](std::stop_token) { return readStanding(m_office); },
        [this, id = *m_pane.shownId(), open](const app::Result<StandingView>& office) {
            if (!office) {
                emit failed(office.error());
            } else if (m_pane.shownId() == std::optional(id)) {
                open(*office);
            }
        });
}

void ActionFlow::present() {
    withOffice([this, id = *m_pane.shownId()](const StandingView& office) {
        QList<Choice> choices;
        // Leaders first; a deputy may have another role.
        for (const bool leaders : {true, false}) {
            for (const app::Person& person : othersOf(office)) {
                if ((person.role == app::Role::Leader) == leaders) {
                    const auto absence = app::absenceOf(office.open, person.mailbox(), office.today);
                    const QString what = absence ? absenceWords(*absence, office.people, m_formatter) : person.title;
                    choices << Choice{u"%1 · %2"_s.arg(person.name, what), person.mailbox()};
                }
            }
        }
        auto* panel = new ChoicePanel(m_theme, tr("Puts the document before the one who says who deals with it."),
                                      tr("&Present · Ctrl+Enter"), tr("To &whom"), choices);
        connect(panel, &ChoicePanel::accepted, this, [this, panel, id](const QString& mailbox) {
            run(
                panel, {}, [this, id, mailbox] { return yes(m_office.present(id, mailbox)); },
                [](bool) { return tr("Presented; the directive comes back to this desk."); });
        });
        m_pane.openPanel(panel);
    });
}

void ActionFlow::direct() {
    withOffice([this, id = *m_pane.shownId()](const StandingView& office) {
        auto* panel =
            new DirectPanel(m_theme, m_formatter, office, directivePhrases(), m_pane.shown()->detail.summary.dueDate);
        connect(panel, &DirectPanel::accepted, this, [this, panel, id](const app::Directive& directive) {
            run(
                panel, {}, [this, id, directive] { return yes(m_office.direct(id, directive)); },
                [](bool) { return tr("Directed; everybody named gets it on their desk."); });
        });
        m_pane.openPanel(panel);
    });
}

void ActionFlow::giveBackWork() {
    const app::DocumentId id = *m_pane.shownId();
    auto* panel = new ReasonPanel(m_theme, tr("Gives your part of the work back to whoever gave it; they read why."),
                                  tr("Give &back · Ctrl+Enter"));
    connect(panel, &ReasonPanel::accepted, this, [this, panel, id](const QString& reason) {
        run(
            panel, {}, [this, id, reason] { return yes(m_office.giveBackWork(id, reason)); },
            [](bool) { return tr("Given back."); });
    });
    m_pane.openPanel(panel);
}

void ActionFlow::comment() {
    withOffice([this, id = *m_pane.shownId()](const StandingView& office) {
        auto* panel = new CommentPanel(m_theme, othersOf(office));
        connect(panel, &CommentPanel::accepted, this, [this, panel, id](const QString& text, const QStringList& files) {
            run(
                panel, {}, [this, id, text, files] { return yes(m_office.comment(id, text, files)); },
                [this, id](bool) {
                    if (m_pane.shownId() == std::optional(id)) {
                        m_pane.showDetails(DetailTab::Comments);
                    }
                    return tr("The comment was added; everybody who takes part reads it.");
                });
        });
        m_pane.openPanel(panel);
    });
}

void ActionFlow::askTime() {
    const app::DocumentId id = *m_pane.shownId();
    const auto share = app::openShare(m_pane.shown()->detail.work, m_pane.shown()->self);
    if (!share) {
        return;
    }
    auto* panel = new TimePanel(m_theme, m_formatter, share->dueDate);
    connect(panel, &ReasonPanel::accepted, this, [this, panel, id](const QString& reason) {
        run(
            panel, {},
            [this, id, reason, until = panel->until()] { return yes(m_office.askMoreTime(id, until, reason)); },
            [](bool) { return tr("Asked; the day that holds stays until it is answered."); });
    });
    m_pane.openPanel(panel);
}

void ActionFlow::answerTime(bool grants) {
    const DocumentCase& known = *m_pane.shown();
    const app::DocumentId id = known.detail.summary.id;
    const auto asked = app::askedOf(known.detail.work, known.self);
    if (!asked) {
        return;
    }
    const QString who = nameOf(known.people, asked->to);
    const app::WorkTime answer{.to = asked->to, .granted = grants, .until = asked->askedUntil};
    if (grants) {
        auto* panel = new ConfirmPanel(
            m_theme,
            tr("%1 asks for time until %2: “%3”").arg(who, m_formatter.day(asked->askedUntil), asked->askedWhy),
            tr("&Grant · Ctrl+Enter"));
        connect(panel, &ConfirmPanel::accepted, this, [this, panel, id, answer] {
            run(
                panel, {}, [this, id, answer] { return yes(m_office.answerMoreTime(id, answer)); },
                [](bool) { return tr("Granted; the new day holds from now on."); });
        });
        m_pane.openPanel(panel);
        return;
    }
    auto* panel =
        new ReasonPanel(m_theme, tr("The day that holds stays; %1 reads why.").arg(who), tr("Re&fuse · Ctrl+Enter"));
    connect(panel, &ReasonPanel::accepted, this, [this, panel, id, answer](const QString& reason) {
        app::WorkTime refused = answer;
        refused.words = reason;
        run(
            panel, {}, [this, id, refused] { return yes(m_office.answerMoreTime(id, refused)); },
            [](bool) { return tr("Refused; whoever asked reads why."); });
    });
    m_pane.openPanel(panel);
}

void ActionFlow::finish() {
    const app::DocumentId id = *m_pane.shownId();
    auto* panel = new ConfirmPanel(m_theme, tr("Ends the work on this document without an answer; its sender is told."),
                                   tr("Fi&nish · Ctrl+Enter"));
    connect(panel, &ConfirmPanel::accepted, this, [this, panel, id] {
        run(panel, {}, [this, id] { return yes(m_office.finish(id)); }, [](bool) { return tr("Finished."); });
    });
    m_pane.openPanel(panel);
}

} // namespace ui
