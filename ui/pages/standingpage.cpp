// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/standingpage.h"

#include "app/domain/rights.h"
#include "ui/panels/delegationpanel.h"
#include "ui/panels/unitspanel.h"

#include <QHBoxLayout>
#include <QScrollArea>

namespace ui {

using namespace Qt::Literals::StringLiterals;

StandingPage::StandingPage(const Theme& theme, const Formatter& formatter, Office& office, TaskRunner& runner,
                           QWidget* parent)
    : Ground(theme, &Tokens::surface, {}, parent)
    , m_theme(theme)
    , m_formatter(formatter)
    , m_office(office)
    , m_runner(runner)
    , m_panel(new DelegationPanel(theme, formatter, this))
    , m_units(new UnitsPanel(theme, this))
    , m_nameUnits(makeButton(tr("Names of &units…"), ButtonKind::Plain, this))
    , m_list(new QScrollArea(this)) {
    setAccessibleName(tr("Absence and delegation"));
    auto* head = new Ground(theme, &Tokens::surface, Qt::BottomEdge, this);
    auto* headLayout = new QHBoxLayout(head);
    headLayout->setContentsMargins(16, 10, 16, 12);
    auto* title = new TextLabel(theme, Type::Title, Ink::Text, head);
    title->setText(tr("Absence and delegation"));
    headLayout->addWidget(title, 1);
    headLayout->addWidget(m_nameUnits);
    m_nameUnits->setVisible(app::answersForRights(app::roleKey(office.profile().person.role)));
    m_units->hide();
    m_list->setAccessibleName(tr("Who is away"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setWidgetResizable(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->viewport()->setAutoFillBackground(false);
    auto* layout = new QVBoxLayout(this);
    bare(*layout);
    layout->addWidget(head);
    layout->addWidget(m_panel);
    layout->addWidget(m_units);
    layout->addWidget(m_list, 1);
    connect(m_panel, &DelegationPanel::accepted, this, &StandingPage::delegate);
    connect(m_panel, &ActionPanel::cancelled, this, &StandingPage::left);
    connect(m_nameUnits, &QPushButton::clicked, this, &StandingPage::askUnits);
    connect(m_units, &UnitsPanel::accepted, this, &StandingPage::nameUnits);
    connect(m_units, &ActionPanel::cancelled, this, &StandingPage::closeUnits);
}

void StandingPage::focusFirst() {
    m_panel->focusFirst();
}

void StandingPage::press() {
    if (m_units->isVisible()) {
        m_units->press();
    } else {
        m_panel->press();
    }
}

void StandingPage::askUnits() {
    m_runner.run(
        this, [this](std::stop_token) { return m_office.units(); },
        [this](const app::Result<QList<app::Unit>>& units) {
            if (!units) {
                emit failed(units.error());
                return;
            }
            m_units->setUnits(*units);
            m_panel->hide();
            m_units->show();
            m_units->focusFirst();
        });
}

void StandingPage::closeUnits() {
    m_units->hide();
    m_panel->show();
    m_nameUnits->setFocus(Qt::OtherFocusReason);
}

void StandingPage::nameUnits(const QList<app::Unit>& changed) {
    m_units->setBusy(true);
    m_runner.run(
        this,
        [this, changed](std::stop_token) -> app::Result<void> {
            for (const app::Unit& unit : changed) {
                if (auto named = m_office.nameUnit(unit.id, unit.name); !named) {
                    return named;
                }
            }
            return {};
        },
        [this, changed](const app::Result<void>& named) {
            m_units->setBusy(false);
            if (!named) {
                m_units->showError(named.error(), m_formatter);
                return;
            }
            closeUnits();
            if (!changed.isEmpty()) {
                emit done(tr("Written down; everybody in the office gets the names."));
            }
        });
}

void StandingPage::reload() {
    const int ticket = ++m_ticket;
    m_runner.run(
        this, [this](std::stop_token) { return readStanding(m_office); },
        [this, ticket](const app::Result<StandingView>& view) {
            if (ticket != m_ticket) {
                return;
            }
            if (view) {
                show(*view);
            } else {
                emit failed(view.error());
            }
        });
}

void StandingPage::delegate(const app::DelegationForm& form) {
    m_panel->setBusy(true);
    m_runner.run(
        this, [this, form](std::stop_token) { return m_office.delegate(form); },
        [this, form](const app::Result<void>& made) {
            m_panel->setBusy(false);
            if (!made) {
                m_panel->showError(made.error(), m_formatter);
                return;
            }
            m_panel->clear();
            reload();
            emit done(form.to.isEmpty() ? tr("Written down; whoever gives you work is told that you are away.")
                                        : tr("Written down; whoever stands in gets your open work."));
        });
}

void StandingPage::end(const QString& id) {
    m_runner.run(
        this, [this, id](std::stop_token) { return m_office.endDelegation(id); },
        [this](const app::Result<void>& ended) {
            if (!ended) {
                emit failed(ended.error());
                return;
            }
            reload();
            emit done(tr("Ended; you do your work yourself again."));
        });
}

void StandingPage::show(const StandingView& view) {
    m_panel->setPeople(othersOf(view));
    auto* page = new Ground(m_theme, &Tokens::surface);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(16, 14, 16, 16);
    layout->setSpacing(16);
    const QList<StandingText> texts = standingTexts(view, m_formatter);
    auto* heading = new TextLabel(m_theme, Type::Strong, Ink::Text, page);
    heading->setText(texts.isEmpty() ? tr("Nobody of the office is away.")
                                     : tr("Who of the office is away or will be"));
    layout->addWidget(heading);
    for (const StandingText& text : texts) {
        layout->addWidget(rowOf(text));
    }
    layout->addStretch(1);
    m_list->setWidget(page); // the area owns and replaces it
}

QWidget* StandingPage::rowOf(const StandingText& text) {
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    bare(*row, 10);
    auto* mark = new IconLabel(m_theme, 16, box);
    mark->show(text.holds ? "flag"_L1 : "clock"_L1, text.holds ? Tone::Caution : Tone::Neutral);
    row->addWidget(mark, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout;
    bare(*column, 2);
    const auto add = [&](Type type, Ink ink, const QString& words) {
        auto* label = new TextLabel(m_theme, type, ink, box);
        label->setWordWrap(true);
        label->setText(words);
        column->addWidget(label);
    };
    add(Type::Strong, Ink::Text, text.who);
    add(Type::Facts, Ink::Text2, u"%1 · %2"_s.arg(text.days, text.holds ? tr("holds now") : tr("later")));
    add(Type::Facts, Ink::Text, text.standIn);
    if (!text.words.isEmpty()) {
        add(Type::Facts, Ink::Text2, u"“%1”"_s.arg(text.words));
    }
    if (text.isPending) {
        add(Type::Facts, Ink::Caution, tr("waits for the server"));
    }
    row->addLayout(column, 1);
    if (text.isOwn) {
        auto* button = makeButton(tr("End it now"), ButtonKind::Plain, box);
        button->setAccessibleName(tr("End it now: %1").arg(text.days));
        connect(button, &QPushButton::clicked, this, [this, id = text.id] { end(id); });
        row->addWidget(button, 0, Qt::AlignTop);
    }
    box->setAccessibleName(text.who);
    return box;
}

} // namespace ui
