// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/paperpage.h"

#include "ui/pages/pagecolours.h"
#include "ui/theme/accessiblefaces.h"
#include "ui/widgets/taborder.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedLayout>

namespace ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int RoomForScan = 700;

} // namespace

PaperPage::PaperPage(const Theme& theme, const Formatter& formatter, Office& office, TaskRunner& runner,
                     QWidget* parent)
    : Ground(theme, &Tokens::surface, {}, parent)
    , m_theme(theme)
    , m_formatter(formatter)
    , m_office(office)
    , m_runner(runner)
    , m_heading(new TextLabel(theme, Type::Title, Ink::Text, this))
    , m_number(new TextLabel(theme, Type::Facts, Ink::Text2, this))
    , m_error(new TextLabel(theme, Type::Facts, Ink::Bad, this))
    , m_go(makeButton({}, ButtonKind::Primary, this))
    , m_scanWords(new TextLabel(theme, Type::Facts, Ink::Text, this))
    , m_choose(makeButton({}, ButtonKind::Plain, this))
    , m_drop(makeButton(tr("Take ou&t"), ButtonKind::Quiet, this))
    , m_fields(new PaperFields(
          theme, formatter, runner, [&office](const QString& text) { return office.findAgencies(text); }, buildScan(),
          this))
    , m_preview(new PageView(office.renderProgram(), this))
    , m_noScan(new EmptyState(theme, this))
    , m_right(new QStackedLayout)
    , m_rightSide(new QWidget(this)) {
    setAccessibleName(tr("Paper document"));
    build();
    connectAll();
    clear();
}

PaperPage::~PaperPage() {
    app::PaperScan::discard(m_scan);
}

QWidget* PaperPage::buildHead() {
    auto* leave = makeButton(tr("C&lose"), ButtonKind::Quiet, this);
    connect(leave, &QPushButton::clicked, this, &PaperPage::left);
    connect(m_go, &QPushButton::clicked, this, &PaperPage::press);
    m_error->setWordWrap(true);
    m_number->setWordWrap(true);
    auto* head = new Ground(m_theme, &Tokens::surface, Qt::BottomEdge, this);
    auto* column = new QVBoxLayout(head);
    column->setContentsMargins(18, 12, 18, 12);
    column->setSpacing(8);
    auto* buttons = new QHBoxLayout;
    bare(*buttons, 8);
    buttons->addWidget(m_go);
    buttons->addWidget(leave);
    buttons->addStretch(1);
    column->addWidget(m_heading);
    column->addWidget(m_number);
    column->addLayout(buttons);
    column->addWidget(m_error);
    return head;
}

QWidget* PaperPage::buildScan() {
    auto* box = new QWidget(this);
    auto* row = new QHBoxLayout(box);
    bare(*row, 8);
    m_scanWords->setElided(true);
    row->addWidget(m_scanWords, 1);
    row->addWidget(m_drop);
    row->addWidget(m_choose);
    return box;
}

void PaperPage::build() {
    auto* form = new Ground(m_theme, &Tokens::surface, {}, this);
    auto* formColumn = new QVBoxLayout(form);
    bare(*formColumn);
    formColumn->addWidget(m_fields);
    auto* area = new QScrollArea(this);
    area->setWidget(form);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setAccessibleName(tr("Form"));
    area->setFocusPolicy(Qt::NoFocus);
    m_preview->setFit(PageView::Fit::Width);
    m_preview->setAccessibleName(tr("Pages of the scan"));
    m_preview->setFrameShape(QFrame::NoFrame);
    m_rightSide->setLayout(m_right);
    m_right->addWidget(m_noScan);
    m_right->addWidget(m_preview);

    auto* leftSide = new QWidget(this);
    auto* leftColumn = new QVBoxLayout(leftSide);
    bare(*leftColumn);
    leftColumn->addWidget(buildHead());
    leftColumn->addWidget(area, 1);
    auto* splitter = new QSplitter(this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(leftSide);
    splitter->addWidget(m_rightSide);
    splitter->setStretchFactor(0, 0);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({500, 600});
    leftSide->setMinimumWidth(380);
    auto* layout = new QVBoxLayout(this);
    bare(*layout);
    layout->addWidget(splitter);
    orderTabsByLayout(*this);
}

void PaperPage::connectAll() {
    m_twinTimer.setSingleShot(true);
    m_twinTimer.setInterval(350);
    connect(&m_twinTimer, &QTimer::timeout, this, &PaperPage::lookForTwins);
    connect(m_fields, &PaperFields::identityChanged, &m_twinTimer, qOverload<>(&QTimer::start));
    connect(m_fields, &PaperFields::changed, this, [this] { m_dirty = true; });
    connect(m_choose, &QPushButton::clicked, this, &PaperPage::chooseScan);
    connect(m_drop, &QPushButton::clicked, this, [this] {
        dropScan();
        if (m_corrects) {
            showOldScan();
        }
    });
    connect(m_noScan, &EmptyState::actionChosen, this, &PaperPage::chooseScan);
    connect(m_preview, &PageView::settled, this, &PaperPage::pagesSettled);
    connect(m_preview, &PageView::failed, this, [this](const QString& code, const QString& detail) {
        showError(app::Error(code, detail));
        emit pagesSettled();
    });
    const auto sayPage = [this] {
        if (m_preview->isOpen()) {
            emit pageWords(tr("Page %1/%2").arg(m_preview->currentPage() + 1).arg(m_preview->pageCount()));
        }
    };
    connect(m_preview, &PageView::currentPageChanged, this, sayPage);
    connect(m_preview, &PageView::opened, this, sayPage);
    const auto colour = [this] { m_preview->setColours(pageColours(m_theme.tokens())); };
    connect(&m_theme, &Theme::changed, this, colour);
    colour();
}

void PaperPage::begin(const QStringList& files) {
    if (m_corrects || !m_dirty) {
        clear();
    }
    expectNumber();
    offerPeople();
    if (!files.isEmpty()) {
        takeScan(files);
    } else if (m_scan.path.isEmpty()) {
        emit pagesSettled();
    }
    m_fields->focusFirst();
}

void PaperPage::correct(const app::DocumentId& id, const app::PaperEntry& entry) {
    clear();
    m_corrects = id;
    m_key = entry.key;
    showMode();
    m_fields->setEntry(entry);
    m_fields->focusFirst();
    offerPeople();
    if (entry.scanSha256.isEmpty()) {
        emit pagesSettled();
    } else {
        showOldScan();
    }
}

void PaperPage::showOldScan() {
    m_runner.run(
        this, [this, id = *m_corrects](std::stop_token) { return m_office.mainPdf(id); },
        [this, ticket = m_scanTicket](const app::Result<QString>& path) {
            if (ticket != m_scanTicket) {
                return; // there is another one by now
            }
            m_hasOldScan = path.has_value();
            showMode();
            if (path) {
                m_preview->openFile(*path);
            }
            if (!path || !m_preview->isVisible()) {
                emit pagesSettled(); // nothing will be drawn
            }
        });
}

void PaperPage::offerPeople() {
    m_runner.run(
        this, [this](std::stop_token) { return m_office.people(); },
        [this](const app::Result<QList<app::Person>>& people) {
            if (people) {
                m_fields->setPeople(*people);
            }
        });
}

void PaperPage::clear() {
    m_corrects.reset();
    m_key = app::newPaperKey();
    m_error->hide();
    m_fields->setEntry({});
    m_dirty = false;
    dropScan();
}

void PaperPage::showMode() {
    const bool corrects = m_corrects.has_value();
    m_heading->setText(corrects ? tr("Correct a paper document") : tr("Enter a paper document"));
    m_go->setText(corrects ? tr("&Correct · Ctrl+Enter") : tr("Re&gister · Ctrl+Enter"));
    m_number->setText(corrects ? tr("Its number and day of arrival stay; what stood there is kept in its history.")
                               : tr("The number is drawn from the incoming book."));
    m_fields->setCorrecting(corrects);
    const bool hasScan = !m_scan.path.isEmpty();
    m_choose->setText(hasScan ? tr("Choose oth&ers…") : tr("Choose f&iles…"));
    m_drop->setVisible(hasScan);
    m_scanWords->setText(hasScan ? m_scan.name : m_hasOldScan ? tr("as it is") : tr("none yet"));
    m_fields->setScanHint(hasScan        ? scanWords(m_scan, m_formatter)
                          : m_hasOldScan ? tr("Choose files to put others in its place.")
                                         : tr("A PDF, or pictures in their order."));
    m_noScan->say(tr("Drop the scan here, or choose its files. The document can be registered without one."),
                  tr("Choose files…"));
    m_right->setCurrentWidget(hasScan || m_hasOldScan ? static_cast<QWidget*>(m_preview) : m_noScan);
}

void PaperPage::expectNumber() {
    m_runner.run(
        this, [this](std::stop_token) { return m_office.expectedPaperNumber(); },
        [this](const app::Result<int>& number) {
            if (number && !m_corrects) {
                m_number->setText(tr("Expected number in the incoming book: %1").arg(m_formatter.bookNumber(*number)));
            }
        });
}

void PaperPage::showError(const app::Error& error) {
    if (error.code == "secret-book-instead"_L1) {
        dropScan(); // nothing of a secret document stays here
    }
    const QString words = m_formatter.sentence(error) + u"  ("_s + error.code + u')';
    if (const auto which = paperFieldOf(error.code)) {
        m_fields->setError(*which, words);
        return;
    }
    m_error->setText(words);
    m_error->show();
    speak(*m_error);
}

void PaperPage::lookForTwins() {
    const int ticket = ++m_twinTicket;
    m_runner.run(
        this, [this, entry = m_fields->entry()](std::stop_token) { return m_office.paperTwins(entry); },
        [this, ticket](const app::Result<QList<app::DocumentLink>>& twins) {
            if (ticket == m_twinTicket && twins) {
                m_fields->showTwins(*twins);
            }
        });
}

void PaperPage::chooseScan() {
    auto* chooser = new QFileDialog(this, tr("The scan of the document"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::ExistingFiles);
    chooser->setNameFilter(tr("PDF and pictures (%1)").arg(scanPatterns()));
    connect(chooser, &QFileDialog::filesSelected, this, &PaperPage::takeScan);
    chooser->open();
}

void PaperPage::takeScan(const QStringList& files) {
    const int ticket = ++m_scanTicket;
    m_fields->clearErrors();
    m_error->hide();
    setBusy(true, tr("Taking the scan in…"));
    m_runner.run(
        this, [this, files](std::stop_token stop) { return m_office.prepareScan(files, std::move(stop)); },
        [this, ticket](const app::Result<app::PreparedScan>& scan) {
            if (ticket != m_scanTicket) {
                if (scan) {
                    app::PaperScan::discard(*scan); // other files were chosen meanwhile
                }
                return;
            }
            setBusy(false);
            if (scan) {
                showScan(*scan);
            } else {
                showError(scan.error());
                emit pagesSettled();
            }
        });
}

void PaperPage::showScan(const app::PreparedScan& scan) {
    app::PaperScan::discard(m_scan);
    m_fields->countPages(m_scan.pages, scan.pages);
    m_scan = scan;
    m_dirty = true;
    showMode();
    expectNumber();
    m_preview->openFile(scan.path);
    if (!m_preview->isVisible()) {
        emit pagesSettled(); // nothing will be drawn
    }
}

void PaperPage::dropScan() {
    ++m_scanTicket;
    app::PaperScan::discard(m_scan);
    m_scan = {};
    m_hasOldScan = false;
    m_preview->clear();
    if (m_drop->hasFocus()) {
        m_choose->setFocus(Qt::OtherFocusReason);
    }
    showMode();
}

void PaperPage::setBusy(bool busy, const QString& words) {
    m_busy = busy;
    for (QWidget* one : QList<QWidget*>{m_go, m_choose, m_drop}) {
        one->setEnabled(!busy);
    }
    showMode();
    if (busy) {
        m_go->setText(words);
    } else {
        expectNumber();
    }
}

void PaperPage::press() {
    if (m_busy) {
        return;
    }
    m_error->hide();
    auto form = m_fields->form();
    if (!form) {
        return;
    }
    form->entry.key = m_key;
    form->scan = m_scan.path;
    form->scanName = m_scan.name;
    if (m_corrects) {
        correctNow(*form);
    } else {
        enter(*form);
    }
}

void PaperPage::enter(const app::PaperForm& form) {
    setBusy(true, tr("Registering…"));
    m_runner.run(
        this, [this, form](std::stop_token stop) { return m_office.registerPaper(form, std::move(stop)); },
        [this](const app::Result<app::RegisterPaper::Receipt>& receipt) {
            setBusy(false);
            if (!receipt) {
                showError(receipt.error());
                lookForTwins();
                return;
            }
            clear();
            emit done(receipt->document,
                      tr("Registered with number %1 in the incoming book.").arg(receipt->arrival.display));
        });
}

void PaperPage::correctNow(const app::PaperForm& form) {
    setBusy(true, tr("Correcting…"));
    m_runner.run(
        this,
        [this, form, id = *m_corrects, reason = m_fields->reason()](std::stop_token) {
            return m_office.correctPaper(id, form, reason);
        },
        [this, id = *m_corrects](const app::Result<void>& corrected) {
            setBusy(false);
            if (!corrected) {
                showError(corrected.error());
                return;
            }
            clear();
            emit done(id, tr("Corrected; what stood there before is in its history."));
        });
}

void PaperPage::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && !m_busy) {
        emit left();
        return;
    }
    Ground::keyPressEvent(event);
}

void PaperPage::resizeEvent(QResizeEvent* event) {
    Ground::resizeEvent(event);
    // Below this the pages could not be read, and the form would be pressed.
    m_rightSide->setVisible(width() >= RoomForScan);
}

} // namespace ui
