// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/bookpage.h"

#include "app/domain/vietnamtime.h"
#include "ui/pages/sheetchooser.h"
#include "ui/presentation/folderpresenter.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QStackedLayout>
#include <QTableView>

namespace ui {

using namespace Qt::Literals::StringLiterals;

namespace {

/// For the name of a file.
QString registerFileName(app::RegisterKind kind, int year) {
    switch (kind) {
    case app::RegisterKind::Incoming:
        return u"so-van-ban-den-%1"_s.arg(year);
    case app::RegisterKind::Outgoing:
        return u"so-van-ban-di-%1"_s.arg(year);
    case app::RegisterKind::Handling:
        break;
    }
    return u"so-theo-doi-giai-quyet-%1"_s.arg(year);
}

} // namespace

BookPage::BookPage(const Theme& theme, const Formatter& formatter, Office& office, TaskRunner& runner, QWidget* parent)
    : Ground(theme, &Tokens::surface, {}, parent)
    , m_theme(theme)
    , m_formatter(formatter)
    , m_office(office)
    , m_runner(runner)
    , m_model(new BookModel(formatter, this))
    , m_count(new TextLabel(theme, Type::Body, Ink::Text2, this))
    , m_in(makeButton(tr("&Incoming book"), ButtonKind::Chip, this))
    , m_out(makeButton(tr("&Outgoing books"), ButtonKind::Chip, this))
    , m_other(makeButton(tr("Other &kinds"), ButtonKind::Chip, this))
    , m_year(new QComboBox(this))
    , m_export(makeButton(tr("&Export a register…"), ButtonKind::Plain, this))
    , m_table(new QTableView(this))
    , m_nothing(new EmptyState(theme, this))
    , m_stack(new QStackedLayout) {
    setAccessibleName(folderName(app::Folder::Books));
    auto* title = new TextLabel(theme, Type::Title, Ink::Text, this);
    title->setText(folderName(app::Folder::Books));
    auto* group = new QButtonGroup(this);
    for (QPushButton* chip : {m_in, m_out, m_other}) {
        chip->setCheckable(true);
        chip->setFont(theme.font(Type::Facts));
        group->addButton(chip);
    }
    m_in->setChecked(true);
    const int thisYear = app::vietnamToday().year();
    for (int year = thisYear; year > thisYear - 5; --year) {
        m_year->addItem(QString::number(year), year);
    }
    m_year->setAccessibleName(tr("Year"));
    auto* year = new TextLabel(theme, Type::Facts, Ink::Text2, this);
    year->setText(tr("Year"));
    year->setBuddy(m_year);
    auto* heading = new QHBoxLayout;
    bare(*heading, 8);
    heading->addWidget(title);
    heading->addWidget(m_count);
    heading->addStretch(1);
    heading->addWidget(year);
    heading->addWidget(m_year);
    heading->addWidget(m_export);
    auto* chips = new QHBoxLayout;
    bare(*chips, 7);
    chips->addWidget(m_in);
    chips->addWidget(m_out);
    chips->addWidget(m_other);
    chips->addStretch(1);
    auto* head = new Ground(theme, &Tokens::surface, Qt::BottomEdge, this);
    auto* headLayout = new QVBoxLayout(head);
    headLayout->setContentsMargins(16, 8, 16, 10);
    headLayout->setSpacing(4);
    headLayout->addLayout(heading);
    headLayout->addLayout(chips);

    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Entries"));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setSelectionBehavior(QTableView::SelectRows);
    m_table->setSelectionMode(QTableView::SingleSelection);
    m_table->setEditTriggers(QTableView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(32);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setFixedHeight(32);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->setVerticalScrollMode(QTableView::ScrollPerPixel);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex& index) {
        if (const auto document = m_model->document(index.row())) {
            emit documentWanted(*document);
        }
    });
    auto* layout = new QVBoxLayout(this);
    bare(*layout);
    m_layout = layout;
    layout->addWidget(head);
    layout->addLayout(m_stack, 1);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_nothing);
    connect(m_in, &QPushButton::clicked, this, &BookPage::reload);
    connect(m_out, &QPushButton::clicked, this, &BookPage::reload);
    connect(m_other, &QPushButton::clicked, this, &BookPage::reload);
    connect(m_year, &QComboBox::activated, this, &BookPage::reload);
    connect(m_export, &QPushButton::clicked, this, &BookPage::askRegister);
}

void BookPage::reload() {
    const bool incoming = !m_out->isChecked();
    const bool other = m_other->isChecked();
    const int year = m_year->currentData().toInt();
    const int ticket = ++m_ticket;
    m_runner.run(
        this,
        [this, year, incoming, other](std::stop_token) {
            return other ? m_office.applicationBooks(year) : m_office.book(year, incoming);
        },
        [this, ticket, incoming](const app::Result<QList<app::BookEntry>>& entries) {
            if (ticket != m_ticket) {
                return;
            }
            m_model->show(entries ? *entries : QList<app::BookEntry>(), incoming);
            m_count->setText(tr("%n line(s)", nullptr, m_model->rowCount()));
            m_table->setColumnHidden(3, !incoming);
            layColumns();
            if (!entries) {
                m_nothing->say(m_formatter.sentence(entries.error()));
            } else {
                m_nothing->say(emptyText(app::Folder::Books, false).sentence);
            }
            m_stack->setCurrentIndex(m_model->rowCount() > 0 ? 0 : 1);
        });
}

void BookPage::layColumns() {
    // What a document is about gets what is left: most of the room.
    const int counterpart = qBound(120, m_table->width() / 5, 240);
    int column = 0;
    for (const int wide : {100, 116, counterpart, 132}) {
        m_table->setColumnWidth(column++, wide);
    }
}

void BookPage::resizeEvent(QResizeEvent* event) {
    Ground::resizeEvent(event);
    layColumns();
}

void BookPage::askRegister() {
    closePanel();
    const auto first = !m_out->isChecked() ? app::RegisterKind::Incoming : app::RegisterKind::Outgoing;
    m_panel = new RegisterPanel(m_theme, m_year->currentData().toInt(), first, this);
    connect(m_panel, &ActionPanel::cancelled, this, [this] {
        closePanel();
        focusTable();
    });
    connect(m_panel, &RegisterPanel::accepted, this, [this](const app::RegisterRequest& request) {
        chooseSheetFile(this, tr("Save the register to a file"), registerFileName(request.kind, request.year),
                        [this, request](const QString& path) { saveTo(request, path); });
    });
    m_layout->insertWidget(1, m_panel);
    m_panel->show();
    m_panel->focusFirst();
}

void BookPage::closePanel() {
    if (m_panel) {
        m_panel->deleteLater();
        m_panel = nullptr;
    }
}

void BookPage::saveTo(const app::RegisterRequest& request, const QString& path) {
    if (m_panel) {
        m_panel->setBusy(true, tr("Writing…"));
    }
    m_runner.run(
        this,
        [this, request, path, language = m_formatter.language()](std::stop_token) {
            return m_office.saveRegister(request, path, language);
        },
        [this, path](const app::Result<qsizetype>& lines) {
            if (m_panel) {
                m_panel->setBusy(false);
            }
            if (!lines) {
                if (m_panel) {
                    m_panel->showError(lines.error(), m_formatter);
                }
                return;
            }
            closePanel();
            focusTable();
            emit done(tr("The register was saved, %n line(s): %1", nullptr, int(*lines)).arg(path));
        });
}

void BookPage::focusTable() {
    m_table->setFocus(Qt::OtherFocusReason);
}

} // namespace ui
