// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/bookpage.h"

#include "app/domain/applicationkind.h"
#include "app/domain/streams.h"
#include "app/domain/vietnamtime.h"
#include "ui/pages/sheetchooser.h"
#include "ui/panels/reasonpanel.h"
#include "ui/presentation/folderpresenter.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QStackedLayout>
#include <QTableView>

#include <algorithm>

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

/// "Incoming book 2026", "Outgoing book 2026 (official letters)".
QString bookTitle(const QString& stream) {
    const auto book = app::parseBookStream(stream);
    if (!book) {
        return stream;
    }
    if (book->incoming) {
        const auto* kind = app::applicationKind(book->series);
        return kind ? BookPage::tr("Book of %1 %2").arg(kind->name).arg(book->year)
                    : BookPage::tr("Incoming book %1").arg(book->year);
    }
    return book->series == "cv"_L1 ? BookPage::tr("Outgoing book %1, official letters").arg(book->year)
                                   : BookPage::tr("Outgoing book %1, named kinds").arg(book->year);
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
    , m_isClerk(office.profile().person.role == app::Role::Clerk)
    , m_void(makeButton(tr("Make &void…"), ButtonKind::Plain, this))
    , m_close(makeButton(tr("&Close the book…"), ButtonKind::Plain, this))
    , m_secret(makeButton(tr("&Secret books"), ButtonKind::Plain, this))
    , m_closed(new TextLabel(theme, Type::Facts, Ink::Caution, this))
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
    chips->addWidget(m_void);
    chips->addWidget(m_close);
    chips->addWidget(m_secret);
    for (QPushButton* one : {m_void, m_close, m_secret}) {
        one->setVisible(m_isClerk);
    }
    m_closed->setWordWrap(true);
    m_closed->setAccessibleName(tr("Closed books"));
    m_closed->hide();
    auto* head = new Ground(theme, &Tokens::surface, Qt::BottomEdge, this);
    auto* headLayout = new QVBoxLayout(head);
    headLayout->setContentsMargins(16, 8, 16, 10);
    headLayout->setSpacing(4);
    headLayout->addLayout(heading);
    headLayout->addLayout(chips);
    headLayout->addWidget(m_closed);

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
    connect(m_void, &QPushButton::clicked, this, &BookPage::askVoid);
    connect(m_close, &QPushButton::clicked, this, &BookPage::askClose);
    connect(m_secret, &QPushButton::clicked, this, &BookPage::secretBooksWanted);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &BookPage::refreshActs);
    refreshActs();
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
            refreshActs();
            tellClosed(ticket);
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

void BookPage::tellClosed(int ticket) {
    m_runner.run(
        this, [this, year = m_year->currentData().toInt()](std::stop_token) { return m_office.books(year); },
        [this, ticket](const app::Result<QList<app::BookOverview>>& books) {
            if (ticket != m_ticket) {
                return;
            }
            m_books = books ? *books : QList<app::BookOverview>();
            QStringList closed;
            for (const app::BookOverview& book : std::as_const(m_books)) {
                const auto name = app::parseBookStream(book.stream);
                if (book.closing && name && name->incoming == !m_out->isChecked() &&
                    (!name->incoming || name->series.isEmpty() != m_other->isChecked())) {
                    closed << tr("%1 was closed on %2 with number %3: %4")
                                  .arg(bookTitle(book.stream), m_formatter.day(app::vietnamDate(book.closing->at)),
                                       m_formatter.bookNumber(book.closing->lastNumber), book.closing->reason);
                }
            }
            m_closed->setText(closed.join(u'\n'));
            m_closed->setVisible(!closed.isEmpty());
            refreshActs();
        });
}

const app::BookEntry* BookPage::chosen() const {
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? nullptr : m_model->entry(rows.first().row());
}

void BookPage::refreshActs() {
    const app::BookEntry* entry = chosen();
    const bool counts = entry && !entry->flagged && entry->sequence > 0;
    const bool isClosed = counts && std::ranges::any_of(m_books, [&](const app::BookOverview& book) {
                              return book.stream == entry->stream && book.closing;
                          });
    m_void->setEnabled(counts && !entry->voided && !isClosed);
    m_close->setEnabled(counts && !isClosed);
}

void BookPage::askVoid() {
    const app::BookEntry* entry = chosen();
    if (!entry) {
        return;
    }
    auto* panel = new ReasonPanel(
        m_theme,
        tr("Makes number %1 void. It stays taken, its line says why, and its document is not sent any more.")
            .arg(m_formatter.bookNumber(entry->number)),
        tr("Make &void · Ctrl+Enter"), this);
    panel->setMissing(tr("Write the reason; it stays in the book."));
    connect(panel, &ReasonPanel::accepted, this,
            [this, stream = entry->stream, number = entry->number](const QString& reason) {
                run([stream, number, reason](Office& office) { return office.voidNumber(stream, number, reason); },
                    tr("Number %1 is void.").arg(m_formatter.bookNumber(number)));
            });
    showPanel(panel);
}

void BookPage::askClose() {
    const app::BookEntry* entry = chosen();
    if (!entry) {
        return;
    }
    const QString stream = entry->stream;
    const auto book = std::ranges::find(m_books, stream, &app::BookOverview::stream);
    if (book == m_books.cend()) {
        return;
    }
    auto* panel = new ReasonPanel(
        m_theme,
        tr("Closes the book for good: %1, with number %2 as the last one. Nothing can be entered in it any more.")
            .arg(bookTitle(stream), m_formatter.bookNumber(book->lastNumber)),
        tr("&Close the book · Ctrl+Enter"), this);
    panel->setMissing(tr("Write the reason; it stays in the book."));
    connect(panel, &ReasonPanel::accepted, this, [this, stream, last = book->lastNumber](const QString& reason) {
        run([stream, last, reason](Office& office) { return office.closeBook(stream, last, reason); },
            tr("The book was closed: %1").arg(bookTitle(stream)));
    });
    showPanel(panel);
}

void BookPage::run(const std::function<app::Result<void>(Office&)>& work, const QString& sentence) {
    if (m_panel) {
        m_panel->setBusy(true, tr("Writing…"));
    }
    m_runner.run(
        this, [this, work](std::stop_token) { return work(m_office); },
        [this, sentence](const app::Result<void>& ended) {
            if (m_panel) {
                m_panel->setBusy(false);
            }
            if (!ended) {
                if (m_panel) {
                    m_panel->showError(ended.error(), m_formatter);
                }
                return;
            }
            closePanel();
            focusTable();
            reload();
            emit done(sentence);
        });
}

void BookPage::showPanel(ActionPanel* panel) {
    closePanel();
    m_panel = panel;
    connect(panel, &ActionPanel::cancelled, this, [this] {
        closePanel();
        focusTable();
    });
    m_layout->insertWidget(1, panel);
    panel->show();
    panel->focusFirst();
}

void BookPage::askRegister() {
    const auto first = !m_out->isChecked() ? app::RegisterKind::Incoming : app::RegisterKind::Outgoing;
    auto* panel = new RegisterPanel(m_theme, m_year->currentData().toInt(), first, this);
    connect(panel, &RegisterPanel::accepted, this, [this](const app::RegisterRequest& request) {
        chooseSheetFile(this, tr("Save the register to a file"), registerFileName(request.kind, request.year),
                        [this, request](const QString& path) { saveTo(request, path); });
    });
    showPanel(panel);
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
