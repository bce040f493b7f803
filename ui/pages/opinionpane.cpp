// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/opinionpane.h"

#include "ui/pages/sheetchooser.h"
#include "ui/panels/confirmpanel.h"
#include "ui/panels/opinionanswerpanel.h"
#include "ui/panels/pinpanel.h"
#include "ui/panels/reasonpanel.h"
#include "ui/widgets/filerow.h"
#include "ui/widgets/taborder.h"
#include "ui/widgets/toneink.h"
#include "ui/widgets/yieldingarea.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QStackedLayout>

#include <algorithm>

namespace ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype answersAtOnce = 50;

} // namespace

OpinionPane::OpinionPane(const Theme& theme, const Formatter& formatter, Office& office, TaskRunner& runner,
                         QWidget* parent)
    : Ground(theme, &Tokens::surface, {}, parent)
    , m_theme(theme)
    , m_formatter(formatter)
    , m_office(office)
    , m_runner(runner)
    , m_head(new Ground(theme, &Tokens::surface, Qt::BottomEdge, this))
    , m_facts(new TextLabel(theme, Type::Facts, Ink::Text2, m_head))
    , m_title(new TextLabel(theme, Type::Title, Ink::Text, m_head))
    , m_state(new TextLabel(theme, Type::Facts, Ink::Text2, m_head))
    , m_answer(makeButton({}, ButtonKind::Primary, m_head))
    , m_tally(makeButton(tr("&Summary…"), ButtonKind::Plain, m_head))
    , m_close(makeButton(tr("C&lose question…"), ButtonKind::Plain, m_head))
    , m_panelPlace(new QWidget(this))
    , m_scroll(new QScrollArea(this))
    , m_file(new FilePane(theme, formatter, office.renderProgram(), this))
    , m_nothing(new EmptyState(theme, this))
    , m_beside(new QWidget(this))
    , m_stack(new QStackedLayout) {
    setAccessibleName(tr("Question"));
    m_facts->setWordWrap(true);
    m_title->setWordWrap(true);
    m_state->setWordWrap(true);
    auto* buttons = new QHBoxLayout;
    bare(*buttons, 8);
    for (QPushButton* button : {m_answer, m_tally, m_close}) {
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    auto* headLayout = new QVBoxLayout(m_head);
    headLayout->setContentsMargins(18, 12, 18, 12);
    headLayout->setSpacing(4);
    headLayout->addWidget(m_facts);
    headLayout->addWidget(m_title);
    headLayout->addWidget(m_state);
    headLayout->addSpacing(4);
    headLayout->addLayout(buttons);
    bare(*new QVBoxLayout(m_panelPlace));
    m_scroll->setAccessibleName(tr("What is asked and answered"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_file->setBack(tr("Back to the &question"));
    m_stack->addWidget(m_scroll);
    m_stack->addWidget(m_file);
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(m_beside);
    auto* below = new YieldingArea(this);
    below->setLayout(m_stack);
    auto* layout = new QVBoxLayout(this);
    bare(*layout);
    layout->addWidget(m_head);
    layout->addWidget(m_panelPlace);
    layout->addWidget(below, 1);
    connect(m_answer, &QPushButton::clicked, this, &OpinionPane::answer);
    connect(m_tally, &QPushButton::clicked, this, &OpinionPane::chooseTally);
    connect(m_close, &QPushButton::clicked, this, &OpinionPane::close);
    connect(m_file, &FilePane::closed, this, &OpinionPane::leaveFile);
    connect(m_file, &FilePane::saveWanted, this, [this] { saveShown(); });
    connect(m_file, &FilePane::settled, this, [this] {
        m_drawn = true;
        emit pagesSettled();
    });
    showNothing({});
}

template <typename Work, typename Said>
void OpinionPane::run(ActionPanel* panel, Work work, Said said) {
    panel->setBusy(true);
    m_runner.run(
        this, [work = std::move(work)](std::stop_token) { return work(); },
        [this, shown = QPointer<ActionPanel>(panel), said = std::move(said)](const auto& result) {
            if (result) {
                closePanel();
                said(result);
            } else if (shown) {
                shown->setBusy(false);
                shown->showError(result.error(), m_formatter);
            }
        });
}

void OpinionPane::open(const app::OpinionId& id) {
    const int ticket = ++m_ticket;
    m_runner.run(
        this, [this, id](std::stop_token) { return readOpinion(m_office, id); },
        [this, ticket](const app::Result<OpinionView>& view) {
            if (ticket != m_ticket) {
                return;
            }
            if (view) {
                show(*view);
            } else {
                showNothing(m_formatter.sentence(view.error()));
            }
        });
}

void OpinionPane::showNothing(const QString& sentence) {
    ++m_ticket;
    m_view.reset();
    m_sentence = sentence;
    arrange();
}

void OpinionPane::arrange() {
    const bool isAsking = qobject_cast<AskOpinionPanel*>(m_panel) != nullptr;
    m_head->setVisible(m_view && !isAsking);
    // While a panel asks, its button is the one to press.
    m_answer->setVisible(!m_panel && m_view && m_view->canAnswer());
    m_close->setVisible(!m_panel && m_view && m_view->isAsker() && !m_view->opinion.isClosed());
    if (isAsking) {
        m_stack->setCurrentWidget(m_beside);
    } else if (!m_view) {
        m_nothing->say(m_sentence);
        m_stack->setCurrentWidget(m_nothing);
    } else if (m_stack->currentWidget() == m_nothing || m_stack->currentWidget() == m_beside) {
        m_stack->setCurrentWidget(m_scroll);
    }
}

void OpinionPane::show(const OpinionView& view) {
    if (m_view == view) {
        arrange(); // what is read stays where the reader left it
        return;
    }
    const bool isOther = !m_view || m_view->opinion.id != view.opinion.id;
    if (isOther && !qobject_cast<AskOpinionPanel*>(m_panel)) {
        closePanel();
        leaveFile();
    }
    m_view = view;
    m_facts->setText(opinionFacts(view, m_formatter));
    m_title->setText(view.opinion.subject);
    const QString state = opinionState(view, m_formatter);
    m_state->setText(state);
    m_state->setVisible(!state.isEmpty());
    m_answer->setText(view.ownAnswer() ? tr("Change the &answer…") : tr("&Answer…"));
    m_tally->setVisible(view.isAsker());
    fillPage(view);
    arrange();
}

TextLabel* OpinionPane::addWords(QBoxLayout& column, Type type, Ink ink, const QString& words) {
    auto* label = new TextLabel(m_theme, type, ink);
    label->setWordWrap(true);
    label->setText(words);
    column.addWidget(label);
    return label;
}

void OpinionPane::fillPage(const OpinionView& view) {
    auto* page = new Ground(m_theme, &Tokens::surface);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(18, 14, 18, 18);
    column->setSpacing(8);
    if (!view.opinion.text.isEmpty()) {
        addWords(*column, Type::Body, Ink::Text, view.opinion.text)->setTextInteractionFlags(Qt::TextSelectableByMouse);
        column->addSpacing(8);
    }
    addFiles(view, *column);
    if (view.isAsker()) {
        addMembers(view, *column);
    } else if (const app::OpinionMember* own = view.turn(); own && !own->answers.isEmpty()) {
        addWords(*column, Type::Section, Ink::Text2, tr("Your answer"));
        MemberText text = memberText(*own, view, m_formatter);
        if (own->mailbox == view.self.mailbox()) {
            text.who.clear();
        }
        column->addWidget(memberRow(text));
    } else if (!view.opinion.isClosed()) {
        addWords(*column, Type::Section, Ink::Text2, tr("Your answer"));
        addWords(*column, Type::Body, Ink::Text2, tr("You have not answered yet."));
    }
    column->addStretch(1);
    m_scroll->setWidget(page); // the area owns and replaces it
    orderTabsByLayout(*this);
}

void OpinionPane::addFiles(const OpinionView& view, QBoxLayout& column) {
    if (view.opinion.files.isEmpty()) {
        return;
    }
    addWords(column, Type::Section, Ink::Text2, tr("Documents"));
    int index = 0;
    for (const app::OpinionFile& file : view.opinion.files) {
        column.addWidget(fileRow(file, index++));
    }
    column.addSpacing(8);
}

QWidget* OpinionPane::fileRow(const app::OpinionFile& file, int index) {
    auto* row =
        new FileRow(m_theme, {.name = file.name, .size = m_formatter.size(file.size), .hasPages = hasPages(file)},
                    FileRow::Shape::Wide);
    connect(row, &FileRow::viewWanted, this, [this, index] { viewFile(index); });
    connect(row, &FileRow::saveWanted, this, [this, index] { chooseCopy(index); });
    return row;
}

void OpinionPane::addMembers(const OpinionView& view, QBoxLayout& column) {
    const MemberTexts texts = memberTexts(view, m_formatter);
    addWords(column, Type::Section, Ink::Text2, tr("Answers"));
    addWords(column, Type::Strong, Ink::Text, tallyWords(app::tallyOf(view.opinion), m_formatter));
    column.addSpacing(4);
    auto* rows = new QVBoxLayout;
    bare(*rows, 8);
    column.addLayout(rows);
    auto* more = makeButton({}, ButtonKind::Plain);
    column.addWidget(more, 0, Qt::AlignLeft);
    // Hundreds of answers take long to be laid out: the others come when they are asked for.
    const auto addPart = [this, rows, more, answered = texts.answered] {
        const qsizetype end = qMin(answered.size(), rows->count() + answersAtOnce);
        while (rows->count() < end) {
            rows->addWidget(memberRow(answered.at(rows->count())));
        }
        more->setText(tr("Show more (%n left)", nullptr, int(answered.size() - end)));
        more->setAccessibleName(more->text());
        more->setVisible(end < answered.size());
    };
    addPart();
    connect(more, &QPushButton::clicked, this, [this, addPart] {
        addPart();
        orderTabsByLayout(*this);
    });
    if (!texts.notSigned.isEmpty()) {
        column.addSpacing(4);
        addWords(column, Type::Section, Ink::Text2, tr("Not signed, not counted"));
        for (const MemberText& text : texts.notSigned) {
            column.addWidget(memberRow(text));
        }
    }
    if (!texts.missing.isEmpty()) {
        column.addSpacing(4);
        addWords(column, Type::Section, Ink::Text2, tr("No answer yet"));
        addWords(column, Type::Body, Ink::Text2, texts.missing.join(u" · "_s));
    }
    if (view.waitsForOffices()) {
        addOffices(column);
    }
}

void OpinionPane::addOffices(QBoxLayout& column) {
    auto* draft = makeButton(tr("Ask other &offices…"), ButtonKind::Plain);
    auto* reply = makeButton(tr("&Enter a reply…"), ButtonKind::Plain);
    column.addSpacing(4);
    column.addWidget(draft, 0, Qt::AlignLeft);
    column.addWidget(reply, 0, Qt::AlignLeft);
    connect(draft, &QPushButton::clicked, this, &OpinionPane::draftToOffices);
    connect(reply, &QPushButton::clicked, this, &OpinionPane::enterReply);
}

QWidget* OpinionPane::memberRow(const MemberText& text) {
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 2, 0, 6);
    row->setSpacing(10);
    auto* mark = new IconLabel(m_theme, 16, box);
    mark->show(text.icon, text.tone);
    row->addWidget(mark, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout;
    bare(*column, 2);
    if (!text.who.isEmpty()) {
        addWords(*column, Type::Strong, Ink::Text, text.who);
    }
    addWords(*column, Type::Facts, inkOf(text.tone), text.said);
    if (!text.words.isEmpty()) {
        addWords(*column, Type::Body, Ink::Text, text.words)->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    for (const QString& earlier : text.before) {
        addWords(*column, Type::Facts, Ink::Text2, tr("Another time: %1").arg(earlier));
    }
    row->addLayout(column, 1);
    box->setAccessibleName(text.who.isEmpty() ? text.said : u"%1, %2"_s.arg(text.who, text.said));
    return box;
}

void OpinionPane::openPanel(ActionPanel* panel) {
    closePanel();
    m_panel = panel;
    m_panelPlace->layout()->addWidget(panel);
    connect(panel, &ActionPanel::cancelled, this, &OpinionPane::closePanel);
    arrange();
    panel->show();
    emit panelChanged();
    panel->focusFirst();
}

void OpinionPane::closePanel() {
    if (m_panel) {
        m_panel->hide();
        m_panel->deleteLater();
        m_panel = nullptr;
        arrange();
        emit panelChanged();
        if (m_answer->isVisible() || m_tally->isVisible()) {
            (m_answer->isVisible() ? m_answer : m_tally)->setFocus(Qt::OtherFocusReason);
        } else {
            emit left();
        }
    }
}

void OpinionPane::askNew(const QList<app::Person>& people, const std::optional<OpinionDocument>& document) {
    auto* panel = new AskOpinionPanel(m_theme, m_office.profile().person, people, document, m_runner,
                                      [&office = m_office](const QString& text) { return office.findAgencies(text); });
    connect(panel, &AskOpinionPanel::accepted, this, [this, panel](const app::OpinionForm& form) {
        run(
            panel, [this, form] { return m_office.askOpinion(form); },
            [this](const app::Result<app::OpinionId>& id) { emit done(tr("The question is on its way."), *id); });
    });
    openPanel(panel);
}

void OpinionPane::answer() {
    if (!m_view || !m_view->canAnswer()) {
        return;
    }
    auto* panel = new OpinionAnswerPanel(m_theme, m_view->ownAnswer());
    connect(panel, &OpinionAnswerPanel::accepted, this,
            [this, panel, id = m_view->opinion.id](app::Stance stance, const QString& text) {
                if (m_view && m_view->opinion.isSigned) {
                    signAnswer(id, {.stance = stance, .text = text});
                    return;
                }
                run(
                    panel, [this, id, stance, text] { return m_office.answerOpinion(id, stance, text); },
                    [this](const app::Result<void>&) { emit done(tr("Your answer was written down."), {}); });
            });
    openPanel(panel);
}

void OpinionPane::signAnswer(const app::OpinionId& id, const app::AnswerForm& form) {
    auto* panel = new PinPanel(m_theme, m_formatter, PinPanel::Purpose::Signature, m_office.profile().signatureKey);
    connect(panel, &PinPanel::accepted, this, [this, panel, id, form] {
        // The PIN moves through once and is wiped where it ends.
        const auto pin = std::make_shared<docsig::Pin>(panel->takePin());
        const app::KeySource key = *panel->key();
        run(
            panel, [this, id, form, key, pin] { return m_office.answerOpinionSigned(id, form, key, *pin); },
            [this](const app::Result<void>&) { emit done(tr("Your answer was signed and written down."), {}); });
    });
    openPanel(panel);
}

void OpinionPane::draftToOffices() {
    if (!m_view) {
        return;
    }
    auto* panel = new ConfirmPanel(
        m_theme,
        tr("Makes a draft to the offices that have not answered. It goes the usual way: it is signed, numbered, sealed "
           "and sent."),
        tr("Make &draft · Ctrl+Enter"));
    connect(panel, &ConfirmPanel::accepted, this, [this, panel, id = m_view->opinion.id] {
        run(
            panel, [this, id] { return m_office.draftOpinion(id); },
            [this](const app::Result<app::DocumentId>&) { emit done(tr("The draft stands among the drafts."), {}); });
    });
    openPanel(panel);
}

void OpinionPane::enterReply() {
    if (!m_view) {
        return;
    }
    m_runner.run(
        this, [this, id = m_view->opinion.id](std::stop_token) { return m_office.opinionReplies(id); },
        [this, id = m_view->opinion.id](const app::Result<QList<app::OfficeReply>>& replies) {
            if (!replies) {
                emit failed(replies.error());
                return;
            }
            if (replies->isEmpty()) {
                emit saved(tr("No document came yet in answer to this question."));
                return;
            }
            auto* panel = new OpinionAnswerPanel(m_theme, *replies);
            connect(panel, &OpinionAnswerPanel::accepted, this,
                    [this, panel, id](app::Stance stance, const QString& text) {
                        run(
                            panel,
                            [this, id, document = *panel->document(), stance, text] {
                                return m_office.recordOpinion(id, document, stance, text);
                            },
                            [this](const app::Result<void>&) { emit done(tr("The answer was entered."), {}); });
                    });
            openPanel(panel);
        });
}

void OpinionPane::close() {
    if (!m_view || m_view->opinion.isClosed()) {
        return;
    }
    const auto closing = [this, id = m_view->opinion.id](ActionPanel* panel, const QString& reason) {
        run(
            panel, [this, id, reason] { return m_office.closeOpinion(id, reason); },
            [this](const app::Result<void>&) { emit done(tr("The question was closed."), {}); });
    };
    const QString button = tr("C&lose question · Ctrl+Enter");
    if (m_view->today > m_view->opinion.due) {
        auto* panel = new ConfirmPanel(m_theme, tr("Nobody can answer any more after that."), button);
        connect(panel, &ConfirmPanel::accepted, this, [closing, panel] { closing(panel, {}); });
        openPanel(panel);
        return;
    }
    auto* panel = new ReasonPanel(
        m_theme,
        tr("Its last day is %1. Nobody can answer any more after you close it; the members read the reason.")
            .arg(m_formatter.day(m_view->opinion.due)),
        button);
    connect(panel, &ReasonPanel::accepted, this, [closing, panel](const QString& reason) { closing(panel, reason); });
    openPanel(panel);
}

void OpinionPane::press() {
    if (m_panel) {
        m_panel->press();
    } else {
        answer();
    }
}

void OpinionPane::chooseTally() {
    if (m_view) {
        const QString name = u"%1-%2"_s.arg(tr("opinions"), m_view->opinion.asked.toString(u"yyyyMMdd"_s));
        chooseSheetFile(this, tr("Save the summary to a file"), name, [this](const QString& path) { saveTally(path); });
    }
}

void OpinionPane::saveTally(const QString& path) {
    if (!m_view) {
        return;
    }
    m_runner.run(
        this,
        [this, id = m_view->opinion.id, path, language = m_formatter.language()](std::stop_token) {
            return m_office.saveOpinionTally(id, path, language);
        },
        [this, path](const app::Result<app::OpinionTally>& written) {
            if (written) {
                emit saved(tr("The summary was saved: %1").arg(path));
            } else {
                emit failed(written.error());
            }
        });
}

void OpinionPane::viewFile(int index) {
    if (!m_view || index < 0 || index >= m_view->opinion.files.size()) {
        return;
    }
    m_focusBefore = focusWidget();
    const app::OpinionFile& file = m_view->opinion.files.at(index);
    m_runner.run(
        this,
        [&office = m_office, id = m_view->opinion.id, index](std::stop_token) {
            return office.openOpinionFile(id, index);
        },
        [this, ticket = ++m_fileTicket, shown = ShownFile{m_view->opinion.id, file.sha256},
         name = file.name](const app::Result<QString>& path) {
            // Another question, or another of its files, was chosen meanwhile.
            if (ticket != m_fileTicket || !m_view || m_view->opinion.id != shown.opinion) {
                return;
            }
            if (!path) {
                emit failed(path.error());
                return;
            }
            m_drawn = false;
            m_shown = shown;
            m_file->show(name, *path);
            m_stack->setCurrentWidget(m_file);
            m_file->focusPages();
        });
}

void OpinionPane::leaveFile() {
    if (m_stack->currentWidget() != m_file) {
        return;
    }
    m_file->clear();
    m_drawn = true;
    m_stack->setCurrentWidget(m_view ? static_cast<QWidget*>(m_scroll) : m_nothing);
    if (m_focusBefore) {
        m_focusBefore->setFocus(Qt::OtherFocusReason);
    }
    emit pagesSettled();
}

void OpinionPane::saveShown() {
    if (!m_view || !m_shown || m_view->opinion.id != m_shown->opinion) {
        return;
    }
    const auto found = std::ranges::find(m_view->opinion.files, m_shown->sha256, &app::OpinionFile::sha256);
    if (found != m_view->opinion.files.end()) {
        chooseCopy(int(found - m_view->opinion.files.begin()));
    }
}

void OpinionPane::chooseCopy(int index) {
    if (!m_view || index < 0 || index >= m_view->opinion.files.size()) {
        return;
    }
    auto* chooser = new QFileDialog(this, tr("Save the file"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->selectFile(savedName(m_view->opinion.files.at(index)));
    connect(chooser, &QFileDialog::fileSelected, this, [this, id = m_view->opinion.id, index](const QString& path) {
        m_runner.run(
            this, [this, id, index, path](std::stop_token) { return m_office.saveOpinionFile(id, index, path); },
            [this, path](const app::Result<void>& copied) {
                if (copied) {
                    emit saved(tr("The file was saved: %1").arg(path));
                } else {
                    emit failed(copied.error());
                }
            });
    });
    chooser->open();
}

} // namespace ui
