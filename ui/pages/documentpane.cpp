// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/documentpane.h"

#include "ui/pages/pagecolours.h"
#include "ui/widgets/taborder.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QStackedLayout>

namespace ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int MostButtons = 3;

} // namespace

DocumentPane::DocumentPane(const Theme& theme, const Formatter& formatter, const QString& renderProgram,
                           QWidget* parent)
    : Ground(theme, &Tokens::window, {}, parent)
    , m_theme(theme)
    , m_formatter(formatter)
    , m_renderProgram(renderProgram)
    , m_facts(new TextLabel(theme, Type::Facts, Ink::Text2, this))
    , m_title(new TextLabel(theme, Type::Title, Ink::Text, this))
    , m_buttons(new QWidget(this))
    , m_panelPlace(new QWidget(this))
    , m_verdict(new VerdictBar(theme, this))
    , m_trail(new TrailStrip(theme, formatter, this))
    , m_copies(new CopyBar(theme, this))
    , m_pages(new PageView(renderProgram, this))
    , m_noPages(new EmptyState(theme, this))
    , m_pageStack(new QStackedLayout)
    , m_below(new YieldingArea(this))
    , m_details(new DetailsPanel(theme, formatter, this))
    , m_nothing(new EmptyState(theme, this))
    , m_stack(new QStackedLayout(this)) {
    setAccessibleName(tr("Document"));
    m_facts->setElided(true);
    m_title->setWordWrap(true);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_title->setAccessibleName(tr("Subject"));

    auto* head = new Ground(theme, &Tokens::surface, Qt::BottomEdge, this);
    auto* headLayout = new QVBoxLayout(head);
    headLayout->setContentsMargins(18, 12, 18, 12);
    headLayout->setSpacing(4);
    headLayout->addWidget(m_facts);
    headLayout->addWidget(m_title);
    headLayout->addSpacing(4);
    headLayout->addWidget(m_buttons);
    bare(*new QHBoxLayout(m_buttons), 8);
    bare(*new QVBoxLayout(m_panelPlace));
    m_panelPlace->hide();

    auto* page = new QWidget(this);
    auto* pageLayout = new QVBoxLayout(page);
    bare(*pageLayout);
    auto* belowLayout = new QVBoxLayout(m_below);
    bare(*belowLayout);
    belowLayout->addWidget(m_verdict);
    belowLayout->addWidget(m_trail);
    belowLayout->addWidget(m_copies);
    belowLayout->addLayout(m_pageStack, 1);
    m_pageStack->addWidget(m_pages);
    m_pageStack->addWidget(m_noPages);
    pageLayout->addWidget(head);
    pageLayout->addWidget(m_panelPlace);
    pageLayout->addWidget(m_below, 1);
    m_stack->addWidget(page);
    m_stack->addWidget(m_nothing);
    m_stack->setCurrentWidget(m_nothing);

    m_pages->setFit(PageView::Fit::Width);
    m_pages->setAccessibleName(tr("Pages"));
    m_pages->setFrameShape(QFrame::NoFrame);
    colourPages();
    connect(&theme, &Theme::changed, this, &DocumentPane::colourPages);
    connect(m_pages, &PageView::failed, this, [this](const QString& code, const QString&) {
        m_noPages->say(m_formatter.sentence(code) + u"  ("_s + code + u')');
        m_pageStack->setCurrentWidget(m_noPages);
        m_drawn = true;
        emit pagesSettled();
    });
    connect(
        m_pages, &PageView::warned, this, [this](const QString& code) { emit protectionLacking(code); },
        Qt::SingleShotConnection);
    connect(m_pages, &PageView::opened, this, [this] {
        if (!m_compare || m_pageStack->currentWidget() != m_compare) {
            m_pageStack->setCurrentWidget(m_pages);
        }
        showFrames();
        sayPage();
    });
    connect(m_pages, &PageView::currentPageChanged, this, &DocumentPane::sayPage);
    connect(m_pages, &PageView::zoomChanged, this, &DocumentPane::sayPage);
    connect(m_pages, &PageView::settled, this, [this] {
        m_drawn = true;
        emit pagesSettled();
    });
    connect(m_verdict, &VerdictBar::detailsWanted, this, [this] {
        showDetails(m_known && (m_known->verdict || m_known->ownReport) ? DetailTab::Signatures : DetailTab::Facts);
    });
    connect(m_verdict, &VerdictBar::evidenceWanted, this, &DocumentPane::evidenceWanted);
    connect(m_verdict, &VerdictBar::checkWanted, this, &DocumentPane::checkWanted);
    connect(m_trail, &TrailStrip::trailWanted, this, [this] { showDetails(DetailTab::Trail); });
    connect(m_details, &DetailsPanel::closed, this, [this] {
        m_details->hide();
        focusPages();
    });
    connect(m_details, &DetailsPanel::documentWanted, this, &DocumentPane::documentWanted);
    connect(m_details, &DetailsPanel::pinWanted, this, &DocumentPane::pinWanted);
    connect(m_details, &DetailsPanel::completionWanted, this, &DocumentPane::completionWanted);
    connect(m_details, &DetailsPanel::commentWanted, this, [this] { emit commandChosen(Command::Comment); });
    connect(m_details, &DetailsPanel::reportWanted, this, &DocumentPane::reportWanted);
    connect(m_details, &DetailsPanel::comparisonWanted, this, &DocumentPane::showComparison);
    connect(m_details, &DetailsPanel::pageWanted, this, [this](int wanted) {
        closeComparison();
        m_pages->goToPage(wanted);
    });
    connectCopies();
}

void DocumentPane::connectCopies() {
    connect(m_copies, &CopyBar::originalWanted, this, &DocumentPane::showOriginal);
    connect(m_copies, &CopyBar::stampedWanted, this, &DocumentPane::wantArrivalCopy);
    connect(m_copies, &CopyBar::saveWanted, this, &DocumentPane::saveWanted);
}

void DocumentPane::colourPages() {
    m_pages->setColours(pageColours(m_theme.tokens()));
}

std::optional<app::DocumentId> DocumentPane::shownId() const {
    return m_known ? std::optional(m_known->detail.summary.id) : std::nullopt;
}

void DocumentPane::show(const DocumentCase& known) {
    const bool other = shownId() != std::optional(known.detail.summary.id);
    m_known = known;
    if (other) {
        closePanel();
        closeComparison();
        m_awaitsCopy = false;
        m_stampedPath.clear();
        m_copies->say(CopyBar::Copy::Original);
    }
    m_stack->setCurrentIndex(0);
    m_facts->setText(headerFacts(known, m_formatter));
    m_title->setText(documentTitle(known));
    rebuildActions();
    m_verdict->say(verdictOf(known, m_formatter));
    m_trail->show(known.detail.trail);
    m_details->show(known);
    m_copies->setVisible(hasArrivalCopy());
    showPages();
}

void DocumentPane::showPages() {
    const DocumentCase& known = *m_known;
    const QString path = shownFile();
    if (path.isEmpty()) {
        m_pages->clear();
        m_shownPath.clear();
        m_noPages->say(
            known.pdfProblem            ? m_formatter.sentence(*known.pdfProblem)
            : known.detail.isUnopened() ? tr("The envelope was not opened.")
            : known.detail.task
                ? tr("Task of the meeting “%1”:\n%2").arg(known.detail.task->subject, known.detail.task->text)
            : known.detail.paper ? tr("The paper was not scanned; it is with the clerk.")
                                 : tr("The page is laid out when the draft is opened."));
        m_pageStack->setCurrentWidget(m_noPages);
        emit pageWords({});
        emit pagesSettled();
        return;
    }
    if (path != m_shownPath) {
        m_shownPath = path;
        m_drawn = false;
        m_pageStack->setCurrentWidget(m_pages);
        // What is about to be signed is shown from the very bytes whose hash the signer will be given.
        if (known.signing) {
            m_pages->openBytes(known.signing->pdf);
        } else {
            m_pages->openFile(path);
        }
    } else {
        if (known.signing && m_shownSha != known.signing->sha256) {
            m_drawn = false;
            m_pages->openBytes(known.signing->pdf, true);
        } else if (m_drawn) {
            emit pagesSettled(); // nothing new will be
        }
        showFrames();
    }
    m_shownSha = known.signing ? known.signing->sha256 : QByteArray();
}

void DocumentPane::showNothing(const QString& sentence) {
    closePanel();
    m_known.reset();
    m_actions.clear();
    m_shownPath.clear();
    m_stampedPath.clear();
    m_shownSha.clear();
    m_pages->clear();
    m_details->hide();
    m_nothing->say(sentence);
    m_stack->setCurrentWidget(m_nothing);
    emit pageWords({});
    emit pagesSettled();
}

void DocumentPane::showFrames() {
    QList<PlacementFrame> frames;
    if (m_known && m_known->signing && m_known->signing->place) {
        const bool seal = m_known->detail.actions.canSeal;
        frames << PlacementFrame{m_known->signing->place->page,
                                 m_known->signing->place->rect,
                                 seal                                 ? tr("Seal")
                                 : m_known->detail.actions.canInitial ? tr("Initials")
                                                                      : tr("Signature"),
                                 false,
                                 {}};
    }
    m_pages->setFrames(frames);
}

void DocumentPane::rebuildActions() {
    const QList<ActionText> actions = actionsOf(*m_known, m_formatter);
    if (actions == m_actions && m_buttons->layout()->count() > 0) {
        return; // the button that has the focus keeps it
    }
    m_actions = actions;
    auto* layout = static_cast<QHBoxLayout*>(m_buttons->layout());
    while (QLayoutItem* item = layout->takeAt(0)) {
        if (QWidget* old = item->widget()) {
            old->hide();
            old->deleteLater();
        }
        delete item;
    }
    int made = 0;
    QMenu* more = nullptr;
    for (const ActionText& action : std::as_const(m_actions)) {
        const Command command = action.command;
        if (made < MostButtons) {
            auto* button =
                makeButton(action.words, action.primary ? ButtonKind::Primary : ButtonKind::Plain, m_buttons);
            connect(button, &QPushButton::clicked, this, [this, command] { emit commandChosen(command); });
            layout->addWidget(button);
            button->show();
            if (action.primary) {
                m_primary = button;
            }
        } else {
            if (!more) {
                auto* button = makeButton(tr("&More"), ButtonKind::Quiet, m_buttons);
                more = new QMenu(button);
                more->setAccessibleName(tr("More"));
                button->setMenu(more);
                layout->addWidget(button);
                button->show();
            }
            connect(more->addAction(action.words), &QAction::triggered, this,
                    [this, command] { emit commandChosen(command); });
        }
        ++made;
    }
    layout->addStretch(1);
    auto* facts = makeButton(tr("&Information"), ButtonKind::Quiet, m_buttons);
    connect(facts, &QPushButton::clicked, this, [this] { showDetails(DetailTab::Facts); });
    layout->addWidget(facts);
    facts->show();
    orderTabsByLayout(*this);
    rankPrimary();
}

void DocumentPane::rankPrimary() {
    if (m_primary) {
        setKind(*m_primary, m_panel ? ButtonKind::Plain : ButtonKind::Primary);
    }
}

void DocumentPane::openPanel(ActionPanel* panel) {
    m_focusBefore = QApplication::focusWidget();
    closePanel();
    m_details->hide();
    m_panel = panel;
    m_panelPlace->layout()->addWidget(panel);
    m_panelPlace->show();
    panel->show();
    rankPrimary();
    orderTabsByLayout(*this);
    // The panel takes its room from the pages now, so that whoever opened it can show a place on them.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    connect(panel, &ActionPanel::cancelled, this, &DocumentPane::closePanel);
    panel->focusFirst();
}

void DocumentPane::closePanel() {
    if (!m_panel) {
        return;
    }
    const bool hadFocus = m_panel->isAncestorOf(QApplication::focusWidget());
    m_panel->hide();
    m_panel->deleteLater();
    m_panel = nullptr;
    m_panelPlace->hide();
    rankPrimary();
    if (hadFocus && m_focusBefore && m_focusBefore->isVisible()) {
        m_focusBefore->setFocus(Qt::OtherFocusReason);
    } else if (hadFocus) {
        focusPages();
    }
}

void DocumentPane::showDetails(DetailTab tab) {
    if (m_known) {
        placeDetails();
        m_details->openAt(tab);
    }
}

QString DocumentPane::filePath() const {
    return !m_known ? QString() : m_known->signing ? m_known->signing->path : m_known->pdfPath;
}

bool DocumentPane::hasArrivalCopy() const {
    return m_known && m_known->detail.summary.incoming && m_known->detail.summary.arrivalNumber > 0 &&
           m_known->detail.summary.application.isEmpty() && !filePath().isEmpty();
}

void DocumentPane::wantArrivalCopy() {
    if (hasArrivalCopy() && !showsArrivalCopy()) {
        m_awaitsCopy = true;
        m_copies->say(CopyBar::Copy::Awaited);
        emit arrivalCopyWanted();
    }
}

void DocumentPane::showArrivalCopy(const QString& path) {
    if (!m_awaitsCopy || path.isEmpty()) {
        showOriginal();
        return;
    }
    m_awaitsCopy = false;
    m_stampedPath = path;
    m_copies->say(CopyBar::Copy::Stamped);
    closeComparison();
    showPages();
}

void DocumentPane::showOriginal() {
    m_awaitsCopy = false;
    m_stampedPath.clear();
    m_copies->say(CopyBar::Copy::Original);
    if (m_known) {
        showPages();
    }
}

void DocumentPane::showComparison(int signature) {
    const docsig::SignatureReport* report = m_known ? reportOf(*m_known) : nullptr;
    if (!report || signature < 0 || signature >= report->signatures.size() || filePath().isEmpty()) {
        return;
    }
    if (!m_compare) {
        m_compare = new ComparePane(m_theme, m_formatter, m_renderProgram, this);
        m_pageStack->addWidget(m_compare);
        connect(m_compare, &ComparePane::closed, this, [this] {
            closeComparison();
            showDetails(DetailTab::Signatures); // back to where it was asked for
        });
    }
    m_details->hide();
    m_pageStack->setCurrentWidget(m_compare);
    m_compare->compare(filePath(), *report, signature);
    m_compare->focusPages();
}

void DocumentPane::closeComparison() {
    if (m_compare && m_pageStack->currentWidget() == m_compare) {
        m_pageStack->setCurrentWidget(m_pages->isOpen() ? static_cast<QWidget*>(m_pages) : m_noPages);
    }
}

void DocumentPane::focusPages() {
    m_pages->setFocus(Qt::OtherFocusReason);
}

void DocumentPane::sayPage() {
    if (!m_pages->isOpen()) {
        emit pageWords({});
        return;
    }
    const QString zoom = m_pages->fit() == PageView::Fit::Width  ? tr("fit width")
                         : m_pages->fit() == PageView::Fit::Page ? tr("whole page")
                                                                 : tr("%1 %").arg(qRound(m_pages->zoom() * 100));
    emit pageWords(tr("Page %1/%2 · %3").arg(m_pages->currentPage() + 1).arg(m_pages->pageCount()).arg(zoom));
}

void DocumentPane::placeDetails() {
    const int wide = qMin(width(), qMax(460, width() / 3));
    const int top = m_below->mapTo(this, QPoint()).y();
    m_details->setGeometry(width() - wide, top, wide, height() - top);
}

void DocumentPane::resizeEvent(QResizeEvent* event) {
    Ground::resizeEvent(event);
    placeDetails();
}

} // namespace ui
