// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/pilepane.h"

#include "ui/widgets/yieldingarea.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QMetaObject>

#include <memory>

namespace ui {

using namespace Qt::Literals::StringLiterals;

namespace {

void say(QPushButton& button, const QString& words) {
    button.setText(words);
    button.setAccessibleName(QString(words).remove(u'&'));
}

} // namespace

PilePane::PilePane(const Theme& theme, const Formatter& formatter, Office& office, TaskRunner& runner, QWidget* parent)
    : Ground(theme, &Tokens::window, {}, parent)
    , m_theme(theme)
    , m_formatter(formatter)
    , m_office(office)
    , m_runner(runner)
    , m_facts(new TextLabel(theme, Type::Facts, Ink::Text2, this))
    , m_title(new TextLabel(theme, Type::Title, Ink::Text, this))
    , m_sign(makeButton({}, ButtonKind::Primary, this))
    , m_close(makeButton({}, ButtonKind::Plain, this))
    , m_panelPlace(new QWidget(this))
    , m_list(new PileList(theme, this)) {
    setAccessibleName(tr("Several documents"));
    m_facts->setWordWrap(true);
    auto* head = new Ground(theme, &Tokens::surface, Qt::BottomEdge, this);
    auto* headLayout = new QVBoxLayout(head);
    headLayout->setContentsMargins(18, 12, 18, 12);
    headLayout->setSpacing(4);
    headLayout->addWidget(m_title);
    headLayout->addWidget(m_facts);
    headLayout->addSpacing(4);
    auto* buttons = new QHBoxLayout;
    bare(*buttons, 8);
    buttons->addWidget(m_sign);
    buttons->addWidget(m_close);
    buttons->addStretch(1);
    headLayout->addLayout(buttons);
    bare(*new QVBoxLayout(m_panelPlace));
    m_panelPlace->hide();
    auto* layout = new QVBoxLayout(this);
    bare(*layout);
    layout->addWidget(head);
    layout->addWidget(m_panelPlace);
    auto* below = new YieldingArea(this);
    bare(*new QVBoxLayout(below));
    below->layout()->addWidget(m_list);
    layout->addWidget(below, 1);
    connect(m_sign, &QPushButton::clicked, this, &PilePane::openPanel);
    connect(m_close, &QPushButton::clicked, this, &PilePane::closed);
    connect(m_list, &PileList::documentWanted, this, &PilePane::documentWanted);
}

PilePane::~PilePane() {
    m_stop.request_stop();
}

void PilePane::look(const QList<app::DocumentSummary>& documents) {
    if (m_busy) {
        return; // what is being signed is not exchanged for something else
    }
    closePanel();
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_results = false;
    m_view = {};
    QList<PileRow> rows;
    QList<app::DocumentId> ids;
    for (const app::DocumentSummary& document : documents) {
        rows << rowOf(document, m_formatter);
        ids << document.id;
    }
    m_title->setText(tr("%n document(s) chosen", nullptr, int(ids.size())));
    m_facts->setInk(Ink::Text2);
    m_facts->setText(tr("The documents are being looked through."));
    say(*m_sign, tr("&Sign %n document(s)", nullptr, int(ids.size())));
    m_sign->setEnabled(false);
    m_sign->show();
    say(*m_close, tr("C&lear the choice"));
    m_list->show(rows, true);
    const int ticket = ++m_ticket;
    m_runner.run(
        this, m_stop.get_token(),
        [this, ids](std::stop_token stop) { return m_office.openPile(ids, {}, std::move(stop)); },
        [this, ticket](const app::PileView& view) {
            if (ticket == m_ticket) {
                showView(view);
            }
        });
}

void PilePane::showView(const app::PileView& view) {
    m_view = view;
    QList<PileRow> rows;
    for (const app::PileCheck& check : view.checks) {
        rows << rowOf(check, m_formatter);
    }
    m_list->show(rows, true);
    const QList<docsig::Finding> doubts = weighty(view.certificateFindings);
    m_facts->setInk(doubts.isEmpty() ? Ink::Text2 : Ink::Caution);
    m_facts->setText(pileFacts(view, m_formatter));
    say(*m_sign, tr("&Sign %n document(s)", nullptr, int(view.open())));
    m_sign->setEnabled(view.open() > 0);
}

void PilePane::press() {
    if (m_panel) {
        m_panel->press();
    } else if (m_sign->isVisible() && m_sign->isEnabled()) {
        openPanel();
    }
}

void PilePane::openPanel() {
    closePanel();
    m_panel = new PilePanel(m_theme, m_formatter, int(m_view.open()), m_office.profile().signatureKey);
    m_panel->showCertificate(m_view.certificate, {}); // what is to be weighed about it stands in the facts above
    m_panelPlace->layout()->addWidget(m_panel);
    m_panelPlace->show();
    m_panel->show();
    connect(m_panel, &ActionPanel::cancelled, this, &PilePane::closePanel);
    connect(m_panel, &PinPanel::accepted, this, &PilePane::sign);
    rank();
    m_panel->focusFirst();
}

void PilePane::closePanel() {
    if (m_panel) {
        m_panel->hide();
        m_panel->deleteLater();
        m_panel = nullptr;
        m_panelPlace->hide();
        rank();
    }
}

void PilePane::rank() {
    setKind(*m_sign, m_panel ? ButtonKind::Plain : ButtonKind::Primary); // one primary button a screen
}

void PilePane::sign() {
    // The PIN moves through once and is wiped where it ends.
    const auto pin = std::make_shared<docsig::Pin>(m_panel->takePin());
    const app::KeySource key = *m_panel->key();
    m_busy = true;
    m_stop = std::stop_source();
    m_panel->setBusy(true, tr("Signing…"));
    m_sign->setEnabled(false);
    m_close->setEnabled(false);
    emit begun(tr("Signing %n document(s)", nullptr, int(m_view.open())));
    const auto progress = [alive = QPointer<PilePane>(this)](qsizetype index, qsizetype total,
                                                             const app::DocumentSummary& document) {
        // The pointer is read in the GUI thread only.
        QMetaObject::invokeMethod(
            qApp,
            [alive, index, total, words = document.subject] {
                if (alive && alive->m_busy) {
                    emit alive->progressed(tr("%1/%2 · %3").arg(index + 1).arg(total).arg(words), index, total);
                }
            },
            Qt::QueuedConnection);
    };
    m_runner.run(
        this, m_stop.get_token(),
        [this, key, pin, progress, checks = m_view.checks](std::stop_token stop) {
            return m_office.signPile(checks, key, *pin, progress, std::move(stop));
        },
        [this](const app::Result<app::PileOutcome>& outcome) {
            m_busy = false;
            m_close->setEnabled(true);
            if (outcome) {
                showOutcome(*outcome);
                emit ended(pileDone(*outcome) + u'.');
                return;
            }
            m_sign->setEnabled(true);
            m_panel->setBusy(false);
            emit ended({});
            m_panel->showError(outcome.error(), m_formatter);
        });
}

void PilePane::showOutcome(const app::PileOutcome& outcome) {
    closePanel();
    m_results = true;
    QList<PileRow> rows;
    for (const app::PileResult& result : outcome.results) {
        rows << rowOf(result, m_formatter);
    }
    m_list->show(rows, false);
    m_title->setText(pileDone(outcome));
    const bool left = !outcome.isComplete();
    m_facts->setInk(outcome.stopped ? Ink::Bad : Ink::Text2);
    m_facts->setText(outcome.stopped ? m_formatter.sentence(*outcome.stopped) + u"  ("_s + outcome.stopped->code + u')'
                     : left          ? tr("What was signed is kept. Choose the others again to go on with them.")
                                     : tr("Each is kept and goes on to the clerk for number and seal."));
    m_sign->hide();
    say(*m_close, tr("C&lose"));
}

void PilePane::cancel() {
    if (m_busy) {
        m_stop.request_stop();
    }
}

} // namespace ui
