// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/comparepane.h"

#include "app/services/signedstate.h"
#include "ui/pages/pagecolours.h"
#include "ui/presentation/verdictpresenter.h"
#include "ui/theme/accessiblefaces.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>

namespace ui {

using namespace Qt::Literals::StringLiterals;

ComparePane::ComparePane(const Theme& theme, const Formatter& formatter, const QString& renderProgram, QWidget* parent)
    : Ground(theme, &Tokens::window, {}, parent)
    , m_theme(theme)
    , m_formatter(formatter)
    , m_program(renderProgram)
    , m_title(new TextLabel(theme, Type::Strong, Ink::Text, this))
    , m_summary(new TextLabel(theme, Type::Facts, Ink::Text2, this))
    , m_back(makeButton(tr("P&revious change"), ButtonKind::Quiet, this))
    , m_next(makeButton(tr("&Next change"), ButtonKind::Plain, this))
    , m_signedCaption(new TextLabel(theme, Type::Facts, Ink::Text2, this))
    , m_shownCaption(new TextLabel(theme, Type::Facts, Ink::Text2, this))
    , m_signed(new PageView(renderProgram, this))
    , m_shown(new PageView(renderProgram, this)) {
    setAccessibleName(tr("Comparison"));
    m_title->setWordWrap(true);
    m_summary->setWordWrap(true);
    m_summary->setAccessibleName(tr("What differs"));
    m_signed->setAccessibleName(tr("Pages as signed"));
    m_shown->setAccessibleName(tr("Pages as they are now"));
    auto* close = makeIconButton(theme, "close"_L1, tr("Close the comparison"), this);
    auto* words = new QVBoxLayout;
    bare(*words, 2);
    words->addWidget(m_title);
    words->addWidget(m_summary);
    auto* head = new Ground(theme, &Tokens::surface, Qt::BottomEdge, this);
    auto* headLayout = new QHBoxLayout(head);
    headLayout->setContentsMargins(18, 9, 12, 9);
    headLayout->setSpacing(8);
    headLayout->addLayout(words, 1);
    headLayout->addWidget(m_back);
    headLayout->addWidget(m_next);
    headLayout->addWidget(close);
    auto* sides = new QHBoxLayout;
    bare(*sides, 1);
    const auto addSide = [&](TextLabel* caption, PageView* pages) {
        auto* column = new QVBoxLayout;
        bare(*column);
        caption->setContentsMargins(18, 6, 12, 6);
        column->addWidget(caption);
        column->addWidget(pages, 1);
        sides->addLayout(column, 1);
        pages->setFit(PageView::Fit::Width);
    };
    addSide(m_signedCaption, m_signed);
    addSide(m_shownCaption, m_shown);
    auto* layout = new QVBoxLayout(this);
    bare(*layout);
    layout->addWidget(head);
    layout->addLayout(sides, 1);
    setTabOrder(m_back, m_next);
    colour();
    tieScrolling();
    connect(&theme, &Theme::changed, this, &ComparePane::colour);
    connect(m_back, &QPushButton::clicked, this, [this] { step(-1); });
    connect(m_next, &QPushButton::clicked, this, [this] { step(1); });
    connect(close, &QPushButton::clicked, this, &ComparePane::closed);
    for (PageView* pages : {m_signed, m_shown}) {
        connect(pages, &PageView::opened, this, &ComparePane::mark);
        connect(pages, &PageView::failed, this, [this](const QString& code) {
            m_summary->setText(m_formatter.sentence(code) + u"  ("_s + code + u')');
        });
    }
}

void ComparePane::compare(const QString& path, const docsig::SignatureReport& report, int index) {
    const docsig::SignatureResult signature = report.signatures.at(index);
    m_signature = signature;
    m_found.reset();
    m_at = -1;
    m_signed->clear();
    m_shown->clear();
    m_title->setText(tr("What %1 signed, beside the file as it is").arg(signerName(signature.signer)));
    m_summary->setInk(Ink::Text2);
    m_summary->setText(tr("The pages are being compared…"));
    m_signedCaption->setText(tr("As signed · the first %1").arg(m_formatter.size(signature.coveredBytes)));
    m_shownCaption->setText(tr("As it is now"));
    m_back->setEnabled(false);
    m_next->setEnabled(false);
    const int ticket = ++m_ticket;
    m_runner.run(
        this, [path, report, signature](std::stop_token) { return app::signedState(path, report, signature); },
        [this, ticket](const app::Result<app::SignedState>& both) {
            if (ticket != m_ticket) {
                return;
            }
            if (!both) {
                take(std::unexpected(both.error()));
                return;
            }
            m_signed->openBytes(both->before);
            m_shown->openBytes(both->now);
            m_shownCaption->setText(tr("As it is now · %1").arg(m_formatter.size(both->now.size())));
            m_runner.run(
                this,
                [program = m_program, both = *both](std::stop_token stop) {
                    return comparePages(program, both.before, both.now, stop);
                },
                [this, ticket](const app::Result<PageComparison>& comparison) {
                    if (ticket == m_ticket) {
                        take(comparison);
                    }
                });
        });
}

void ComparePane::take(const app::Result<PageComparison>& comparison) {
    if (comparison) {
        m_found = *comparison;
        m_summary->setText(summary());
        m_back->setEnabled(!m_found->places.isEmpty());
        m_next->setEnabled(!m_found->places.isEmpty());
        mark();
    } else {
        m_summary->setInk(Ink::Bad);
        m_summary->setText(m_formatter.sentence(comparison.error()) + u"  ("_s + comparison.error().code + u')');
    }
    speak(*m_summary);
    emit ready();
}

QString ComparePane::summary() const {
    if (m_found->places.isEmpty()) {
        return m_found->compared < m_found->pages
                   ? tr("The first %1 pages look the same; the others were not compared.").arg(m_found->compared)
                   : tr("The pages look the same. What can't be seen is told under Signatures.");
    }
    QString words = tr("%n changed place(s).", nullptr, int(m_found->places.size()));
    words +=
        u' ' + (m_signature.coverage == docsig::Judgement::Valid
                    ? tr("Every change is explained: a later signature, evidence, or a field that could be filled.")
                    : tr("Not every change is explained: do not rely on what was changed."));
    if (m_found->compared < m_found->pages) {
        words += u' ' + tr("Only the first %1 pages were compared.").arg(m_found->compared);
    }
    return words;
}

void ComparePane::mark() {
    if (!m_found) {
        return;
    }
    const bool explained = m_signature.coverage == docsig::Judgement::Valid;
    const auto weight = explained ? PageHighlight::Weight::Note : PageHighlight::Weight::Fault;
    QList<PageHighlight> before;
    QList<PageHighlight> after;
    for (const ChangedPlace& place : std::as_const(m_found->places)) {
        const QString words = !place.shownPage    ? tr("This page is gone")
                              : !place.signedPage ? tr("This page was not there when it was signed")
                                                  : tr("Looks otherwise since it was signed");
        const QRectF rect = place.rect.isEmpty() ? QRectF() : place.rect.adjusted(-2, -2, 2, 2);
        if (place.signedPage) {
            before << PageHighlight{place.page, rect, weight, words};
        }
        if (place.shownPage) {
            after << PageHighlight{place.page, rect, weight, words};
        }
    }
    m_signed->setHighlights(before);
    m_shown->setHighlights(after);
}

void ComparePane::step(int by) {
    if (!m_found || m_found->places.isEmpty()) {
        return;
    }
    const int count = int(m_found->places.size());
    m_at = m_at < 0 ? (by > 0 ? 0 : count - 1) : (m_at + by + count) % count;
    const ChangedPlace& place = m_found->places.at(m_at);
    for (PageView* pages : {m_signed, m_shown}) {
        if (place.rect.isEmpty()) {
            pages->goToPage(std::min(place.page, pages->pageCount() - 1));
        } else {
            pages->showPlace(place.page, place.rect);
        }
    }
}

void ComparePane::focusPages() {
    m_shown->setFocus(Qt::OtherFocusReason);
}

void ComparePane::colour() {
    for (PageView* pages : {m_signed, m_shown}) {
        pages->setColours(pageColours(m_theme.tokens()));
    }
}

void ComparePane::tieScrolling() {
    const auto tie = [this](PageView* leading, PageView* following) {
        connect(leading->verticalScrollBar(), &QScrollBar::valueChanged, following->verticalScrollBar(),
                &QScrollBar::setValue);
        connect(leading, &PageView::zoomChanged, following, [following](double zoom, PageView::Fit fit) {
            if (fit != PageView::Fit::None && following->fit() != fit) {
                following->setFit(fit);
            } else if (fit == PageView::Fit::None && following->zoom() != zoom) {
                following->setZoom(zoom);
            }
        });
    };
    tie(m_signed, m_shown);
    tie(m_shown, m_signed);
}

void ComparePane::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        emit closed();
        return;
    }
    if (event->key() == Qt::Key_F3) {
        step(event->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
        return;
    }
    Ground::keyPressEvent(event);
}

} // namespace ui
