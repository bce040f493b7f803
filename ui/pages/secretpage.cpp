// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/secretpage.h"

#include "ui/pages/pagecolours.h"
#include "ui/panels/panelbody.h"
#include "ui/widgets/secretline.h"

#include <QApplication>
#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QStackedLayout>
#include <QTableView>

#include <chrono>

namespace ui {

using namespace Qt::Literals::StringLiterals;
using app::SecretDirection;

namespace {

/// In a page that is less high a form takes the place of the rows.
constexpr int ShortPage = 420;

} // namespace

SecretPage::SecretPage(const Theme& theme, const Formatter& formatter, SecretDesk& desk, TaskRunner& runner,
                       const QString& renderProgram, QWidget* parent)
    : Ground(theme, &Tokens::surface, {}, parent)
    , m_theme(theme)
    , m_formatter(formatter)
    , m_desk(desk)
    , m_runner(runner)
    , m_model(new SecretBookModel(formatter, this))
    , m_stack(new QStackedLayout(this))
    , m_door(new SecretLock(theme, formatter, this))
    , m_inside(new QWidget(this))
    , m_count(new TextLabel(theme, Type::Body, Ink::Text2, this))
    , m_in(makeButton(tr("&Incoming"), ButtonKind::Chip, this))
    , m_out(makeButton(tr("&Outgoing"), ButtonKind::Chip, this))
    , m_year(new QComboBox(this))
    , m_enter(makeButton(tr("&Enter a document…"), ButtonKind::Primary, this))
    , m_register(makeButton(tr("&Print the register…"), ButtonKind::Plain, this))
    , m_lock(makeButton(tr("&Lock"), ButtonKind::Plain, this))
    , m_verify(makeButton(tr("Chec&k the books"), ButtonKind::Plain, this))
    , m_passphrase(makeButton(tr("Ne&w passphrase…"), ButtonKind::Plain, this))
    , m_error(new TextLabel(theme, Type::Facts, Ink::Bad, this))
    , m_rows(new QStackedLayout)
    , m_table(new QTableView(this))
    , m_nothing(new EmptyState(theme, this))
    , m_details(nullptr)
    , m_facts(new TextLabel(theme, Type::Body, Ink::Text, this))
    , m_correct(makeButton(tr("&Correct…"), ButtonKind::Plain, this))
    , m_void(makeButton(tr("Make &void…"), ButtonKind::Plain, this))
    , m_attach(makeButton(tr("&Attach a scan…"), ButtonKind::Plain, this))
    , m_see(makeButton(tr("&See the scan"), ButtonKind::Plain, this))
    , m_pages(new PageView(renderProgram, this)) {
    setAccessibleName(tr("Secret books"));
    buildTable();
    auto* body = new QWidget(this);
    auto* columns = new QHBoxLayout(body);
    bare(*columns);
    columns->addLayout(m_rows, 1);
    m_details = buildDetails();
    columns->addWidget(m_details);
    auto* layout = new QVBoxLayout(m_inside);
    bare(*layout);
    m_layout = layout;
    layout->addWidget(buildHead());
    layout->addWidget(m_error);
    layout->addWidget(body, 1);
    m_stack->addWidget(m_door);
    m_stack->addWidget(m_inside);
    m_idle.setSingleShot(true);
    m_idle.setInterval(std::chrono::minutes(IdleMinutes));
    connectAll();
}

SecretPage::~SecretPage() {
    if (m_open) {
        m_desk.lock();
    }
}

QWidget* SecretPage::buildHead() {
    auto* title = new TextLabel(m_theme, Type::Title, Ink::Text, this);
    title->setText(tr("Secret books"));
    auto* group = new QButtonGroup(this);
    for (QPushButton* chip : {m_in, m_out}) {
        chip->setCheckable(true);
        chip->setFont(m_theme.font(Type::Facts));
        group->addButton(chip);
    }
    m_in->setChecked(true);
    m_year->setAccessibleName(tr("Year"));
    auto* heading = new QHBoxLayout;
    bare(*heading, 8);
    heading->addWidget(title);
    heading->addWidget(m_count);
    heading->addStretch(1);
    heading->addWidget(m_enter);
    heading->addWidget(m_register);
    heading->addWidget(m_lock);
    auto* chips = new QHBoxLayout;
    bare(*chips, 7);
    chips->addWidget(m_in);
    chips->addWidget(m_out);
    chips->addStretch(1);
    auto* year = new TextLabel(m_theme, Type::Facts, Ink::Text2, this);
    year->setText(tr("Year"));
    year->setBuddy(m_year);
    chips->addWidget(year);
    chips->addWidget(m_year);
    chips->addSpacing(12);
    chips->addWidget(m_verify);
    chips->addWidget(m_passphrase);
    auto* head = new Ground(m_theme, &Tokens::surface, Qt::BottomEdge, this);
    auto* layout = new QVBoxLayout(head);
    layout->setContentsMargins(16, 8, 16, 10);
    layout->setSpacing(4);
    layout->addLayout(heading);
    layout->addLayout(chips);
    m_error->setWordWrap(true);
    m_error->setContentsMargins(16, 6, 16, 6);
    m_error->setAccessibleName(tr("Error"));
    m_error->hide();
    return head;
}

void SecretPage::buildTable() {
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
    m_rows->addWidget(m_table);
    m_rows->addWidget(m_nothing);
}

QWidget* SecretPage::buildDetails() {
    auto* side = new Ground(m_theme, &Tokens::window, Qt::LeftEdge, this);
    m_facts->setWordWrap(true);
    m_facts->setTextFormat(Qt::PlainText);
    m_facts->setAccessibleName(tr("The line"));
    m_facts->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_pages->setAccessibleName(tr("Scan"));
    m_pages->setFit(PageView::Fit::Width);
    const auto colour = [this] { m_pages->setColours(pageColours(m_theme.tokens())); };
    colour();
    connect(&m_theme, &Theme::changed, this, colour);
    auto* first = new QHBoxLayout;
    bare(*first, 8);
    first->addWidget(m_correct);
    first->addWidget(m_void);
    first->addStretch(1);
    auto* second = new QHBoxLayout;
    bare(*second, 8);
    second->addWidget(m_attach);
    second->addWidget(m_see);
    second->addStretch(1);
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(10);
    auto* facts = new PanelBody(this); // what is short of room scrolls
    facts->fields().addWidget(m_facts);
    layout->addWidget(facts);
    layout->addLayout(first);
    layout->addLayout(second);
    layout->addWidget(m_pages, 1);
    layout->addStretch(0);
    return side;
}

void SecretPage::connectAll() {
    connect(m_door, &SecretLock::unlockWanted, this, [this] { enterWith(false); });
    connect(m_door, &SecretLock::createWanted, this, [this] { enterWith(true); });
    connect(m_in, &QPushButton::clicked, this, [this] { showOpen(); });
    connect(m_out, &QPushButton::clicked, this, [this] { showOpen(); });
    connect(m_year, &QComboBox::activated, this, [this] { reload(); });
    connect(m_enter, &QPushButton::clicked, this, &SecretPage::askEntry);
    connect(m_register, &QPushButton::clicked, this, &SecretPage::askRegister);
    connect(m_lock, &QPushButton::clicked, this, &SecretPage::lock);
    connect(m_verify, &QPushButton::clicked, this, &SecretPage::verify);
    connect(m_passphrase, &QPushButton::clicked, this, &SecretPage::askPassphrase);
    connect(m_correct, &QPushButton::clicked, this, &SecretPage::askCorrection);
    connect(m_void, &QPushButton::clicked, this, &SecretPage::askVoid);
    connect(m_attach, &QPushButton::clicked, this, &SecretPage::chooseScan);
    connect(m_see, &QPushButton::clicked, this, &SecretPage::showScan);
    // What is chosen, not where the focus came to stand.
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        const QModelIndexList chosen = m_table->selectionModel()->selectedRows();
        viewRow(chosen.isEmpty() ? -1 : chosen.first().row());
    });
    connect(m_pages, &PageView::failed, this,
            [this](const QString& code, const QString& detail) { sayError({code, detail}); });
    connect(m_pages, &PageView::settled, this, &SecretPage::pagesSettled);
    connect(&m_idle, &QTimer::timeout, this, &SecretPage::lock);
}

SecretDirection SecretPage::direction() const {
    return m_out->isChecked() ? SecretDirection::Outgoing : SecretDirection::Incoming;
}

int SecretPage::year() const {
    return m_year->currentData().toInt();
}

void SecretPage::begin() {
    m_stack->setCurrentWidget(m_door);
    m_door->setBusy(true);
    m_runner.run(
        this, [&desk = m_desk](std::stop_token) { return desk.exists(); },
        [this](bool exists) {
            m_door->setBusy(false);
            m_door->setExists(exists);
            m_door->focusFirst();
        });
}

void SecretPage::enterWith(bool creates) {
    m_door->setBusy(true);
    m_runner.run(
        this,
        [&desk = m_desk, creates, passphrase = std::make_shared<docsig::Pin>(m_door->take())](std::stop_token) {
            return creates ? desk.create(*passphrase) : desk.unlock(*passphrase);
        },
        [this](const app::Result<void>& opened) {
            m_door->setBusy(false);
            if (!opened) {
                m_door->showError(opened.error());
                return;
            }
            m_open = true;
            if (!isVisible()) { // it was left meanwhile
                lock();
                return;
            }
            m_idle.start();
            qApp->installEventFilter(this);
            m_stack->setCurrentWidget(m_inside);
            showOpen();
            m_table->setFocus(Qt::OtherFocusReason);
        });
}

void SecretPage::lock() {
    if (!m_open) {
        return;
    }
    m_open = false;
    ++m_ticket;
    m_check.request_stop();
    m_idle.stop();
    qApp->removeEventFilter(this);
    closePanel();
    m_model->show({}, direction());
    showRow(-1);
    m_door->setExists(true);
    m_stack->setCurrentWidget(m_door);
    // Away from here: it may have to wait for what runs.
    m_runner.run(
        this,
        [&desk = m_desk](std::stop_token) {
            desk.lock();
            return true;
        },
        [](bool) {});
    if (isVisible()) {
        m_door->focusFirst();
    }
}

void SecretPage::hideEvent(QHideEvent* event) {
    lock();
    Ground::hideEvent(event);
}

bool SecretPage::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
        m_idle.start();
        break;
    case QEvent::WindowStateChange:
        if (watched == window() && window()->isMinimized()) {
            lock();
        }
        break;
    default:
        break;
    }
    return Ground::eventFilter(watched, event);
}

void SecretPage::showOpen() {
    const int ticket = ++m_ticket;
    const int wanted = year();
    m_runner.run(
        this, [&desk = m_desk, direction = direction()](std::stop_token) { return desk.years(direction); },
        [this, ticket, wanted](const app::Result<QList<int>>& years) {
            if (ticket != m_ticket) {
                return;
            }
            if (!years) {
                sayError(years.error());
                return;
            }
            m_year->clear();
            for (const int one : *years) {
                m_year->addItem(QString::number(one), one);
            }
            m_year->setCurrentIndex(qMax(0, m_year->findData(wanted)));
            reload();
        });
}

void SecretPage::reload(const std::optional<app::SecretRef>& select) {
    const int ticket = ++m_ticket;
    m_runner.run(
        this,
        [&desk = m_desk, direction = direction(), year = year()](std::stop_token) {
            return desk.book(direction, year);
        },
        [this, ticket, select](const app::Result<QList<app::SecretRecord>>& records) {
            if (ticket == m_ticket) {
                takeBook(records, select);
            }
        });
}

void SecretPage::takeBook(const app::Result<QList<app::SecretRecord>>& records,
                          const std::optional<app::SecretRef>& select) {
    m_model->show(records ? *records : QList<app::SecretRecord>(), direction());
    m_count->setText(tr("%n line(s)", nullptr, m_model->rowCount()));
    layColumns();
    if (!records) {
        m_nothing->say(m_formatter.sentence(records.error()));
    } else {
        m_nothing->say(direction() == SecretDirection::Incoming ? tr("No incoming secret document in this year.")
                                                                : tr("No outgoing secret document in this year."));
    }
    m_rows->setCurrentIndex(m_model->rowCount() > 0 ? 0 : 1);
    const int row = select ? m_model->rowOf(*select) : -1;
    showRow(-1);
    if (row >= 0) {
        m_reading = true;
        m_table->selectRow(row);
        m_reading = false;
        showRow(row);
    }
}

void SecretPage::viewRow(int row) {
    showRow(row);
    if (!m_shown || m_reading) {
        return;
    }
    // That somebody looked stands in the book.
    m_runner.run(
        this, [&desk = m_desk, ref = m_shown->ref](std::stop_token) { return desk.show(ref); },
        [this](const app::Result<app::SecretRecord>& noted) {
            if (!noted && m_open) {
                showRow(-1);
                sayError(noted.error());
            }
        });
}

void SecretPage::showRow(int row) {
    const app::SecretRecord* record = m_model->record(row);
    forget(*m_facts);
    m_shown = record ? std::optional(*record) : std::nullopt;
    m_pages->clear();
    m_pages->hide();
    m_error->hide();
    m_facts->setText(record ? secretFacts(*record, m_formatter) : tr("Choose a line."));
    for (QPushButton* one : {m_correct, m_void, m_attach}) {
        one->setEnabled(record && !record->voided);
    }
    m_see->setEnabled(record && record->scan);
}

void SecretPage::run(const std::function<app::Result<void>(SecretDesk&)>& work, const QString& sentence,
                     const std::optional<app::SecretRef>& select) {
    m_error->hide();
    if (m_panel) {
        m_panel->setBusy(true, tr("Writing…"));
    }
    m_runner.run(
        this, [&desk = m_desk, work](std::stop_token) { return work(desk); },
        [this, sentence, select](const app::Result<void>& ended) {
            if (m_panel) {
                m_panel->setBusy(false);
            }
            if (!ended) {
                sayError(ended.error());
                return;
            }
            closePanel();
            emit done(sentence);
            if (m_open) {
                reload(select);
                m_table->setFocus(Qt::OtherFocusReason);
            }
        });
}

void SecretPage::sayError(const app::Error& error) {
    if (m_panel) {
        m_panel->showError(error, m_formatter);
        return;
    }
    m_error->setText(m_formatter.sentence(error) + u"  ("_s + error.code + u')');
    m_error->show();
}

void SecretPage::showPanel(ActionPanel* panel) {
    closePanel();
    m_panel = panel;
    connect(panel, &ActionPanel::cancelled, this, [this] {
        closePanel();
        m_table->setFocus(Qt::OtherFocusReason);
    });
    // What is asked has the room.
    m_details->hide();
    m_details->parentWidget()->setVisible(height() >= ShortPage);
    m_layout->insertWidget(1, panel);
    panel->show();
    panel->focusFirst();
}

void SecretPage::closePanel() {
    if (m_panel) {
        forgetAll(*m_panel);
        m_panel->deleteLater();
        m_panel = nullptr;
        m_details->show();
        m_details->parentWidget()->show();
    }
}

void SecretPage::layColumns() {
    const int counterpart = qBound(138, m_table->width() / 6, 240);
    int column = 0;
    for (const int wide : {72, 112, 108, counterpart, 120}) {
        m_table->setColumnWidth(column++, wide);
    }
}

void SecretPage::resizeEvent(QResizeEvent* event) {
    Ground::resizeEvent(event);
    m_details->setFixedWidth(qBound(300, width() * 3 / 10, 640));
    m_details->parentWidget()->setVisible(!m_panel || height() >= ShortPage);
    layColumns();
}

} // namespace ui
