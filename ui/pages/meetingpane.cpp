// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/meetingpane.h"

#include "ui/pages/finddocuments.h"
#include "ui/panels/conclusionpanel.h"
#include "ui/panels/meetinganswerpanel.h"
#include "ui/panels/meetingnotepanel.h"
#include "ui/panels/meetingpanel.h"
#include "ui/panels/reasonpanel.h"
#include "ui/presentation/opinionpresenter.h"
#include "ui/presentation/workpresenter.h"
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

/// Words of a button that change with what is shown.
void nameMeetingButton(QPushButton& button, const QString& words) {
    button.setText(words);
    button.setAccessibleName(QString(words).remove(u'&'));
}

} // namespace

MeetingPane::MeetingPane(const Theme& theme, const Formatter& formatter, Office& office, TaskRunner& runner,
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
    , m_primary(makeButton({}, ButtonKind::Primary, m_head))
    , m_note(makeButton(tr("&Notes…"), ButtonKind::Plain, m_head))
    , m_change(makeButton(tr("C&hange…"), ButtonKind::Plain, m_head))
    , m_draft(makeButton({}, ButtonKind::Plain, m_head))
    , m_cancel(makeButton(tr("Cance&l meeting…"), ButtonKind::Plain, m_head))
    , m_panelPlace(new QWidget(this))
    , m_scroll(new QScrollArea(this))
    , m_file(new FilePane(theme, formatter, office.renderProgram(), this))
    , m_nothing(new EmptyState(theme, this))
    , m_beside(new QWidget(this))
    , m_stack(new QStackedLayout) {
    setAccessibleName(tr("Meeting"));
    makeHead();
    makeFilePane();
    bare(*new QVBoxLayout(m_panelPlace));
    m_scroll->setAccessibleName(tr("What the meeting is about"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    for (QWidget* page :
         {static_cast<QWidget*>(m_scroll), static_cast<QWidget*>(m_file), static_cast<QWidget*>(m_nothing), m_beside}) {
        m_stack->addWidget(page);
    }
    auto* below = new YieldingArea(this);
    below->setLayout(m_stack);
    auto* layout = new QVBoxLayout(this);
    bare(*layout);
    layout->addWidget(m_head);
    layout->addWidget(m_panelPlace);
    layout->addWidget(below, 1);
    showNothing({});
}

void MeetingPane::makeHead() {
    m_facts->setWordWrap(true);
    m_title->setWordWrap(true);
    m_state->setWordWrap(true);
    // In two rows: all of them on one have no room in a small window.
    auto* buttons = new QHBoxLayout;
    auto* more = new QHBoxLayout;
    for (QHBoxLayout* row : {buttons, more}) {
        bare(*row, 8);
        for (QPushButton* button : row == buttons ? QList<QPushButton*>{m_primary, m_note, m_change}
                                                  : QList<QPushButton*>{m_draft, m_cancel}) {
            row->addWidget(button);
        }
        row->addStretch(1);
    }
    auto* layout = new QVBoxLayout(m_head);
    layout->setContentsMargins(18, 12, 18, 12);
    layout->setSpacing(4);
    layout->addWidget(m_facts);
    layout->addWidget(m_title);
    layout->addWidget(m_state);
    layout->addSpacing(4);
    layout->addLayout(buttons);
    layout->addLayout(more);
    connect(m_primary, &QPushButton::clicked, this, &MeetingPane::press);
    connect(m_note, &QPushButton::clicked, this, &MeetingPane::note);
    connect(m_change, &QPushButton::clicked, this, &MeetingPane::change);
    connect(m_draft, &QPushButton::clicked, this, &MeetingPane::draftPaper);
    connect(m_cancel, &QPushButton::clicked, this, &MeetingPane::cancel);
}

void MeetingPane::makeFilePane() {
    m_file->setBack(tr("&Back to the meeting"));
    connect(m_file, &FilePane::closed, this, &MeetingPane::leaveFile);
    connect(m_file, &FilePane::saveWanted, this, [this] { saveShown(); });
    connect(m_file, &FilePane::settled, this, [this] {
        m_drawn = true;
        emit pagesSettled();
    });
}

template <typename Work>
void MeetingPane::run(ActionPanel* panel, Work work, const QString& sentence) {
    panel->setBusy(true);
    m_runner.run(
        this, [work = std::move(work)](std::stop_token) { return work(); },
        [this, shown = QPointer<ActionPanel>(panel), sentence](const auto& result) {
            if (!result) {
                if (shown) {
                    shown->setBusy(false);
                    shown->showError(result.error(), m_formatter);
                }
                return;
            }
            closePanel();
            if constexpr (requires { result->text(); }) {
                emit done(sentence, *result);
            } else {
                emit done(sentence, {});
            }
        });
}

void MeetingPane::open(const app::MeetingId& id) {
    const int ticket = ++m_ticket;
    m_runner.run(
        this, [this, id](std::stop_token) { return readMeeting(m_office, id); },
        [this, ticket](const app::Result<MeetingView>& view) {
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

void MeetingPane::showNothing(const QString& sentence) {
    ++m_ticket;
    m_view.reset();
    m_sentence = sentence;
    arrange();
}

bool MeetingPane::coversAll() const {
    return m_panel && m_isLargePanel;
}

void MeetingPane::arrange() {
    const bool isCovered = coversAll();
    const bool isFree = m_view && !m_panel; // while a panel asks, its button is the one to press
    const bool holds = isFree && m_view->holds();
    const bool isPlanned = isFree && !m_view->meeting.isOver();
    const bool isConcluded = holds && m_view->meeting.conclusion;
    m_head->setVisible(m_view && !isCovered);
    m_primary->setVisible(isFree && (m_view->canAnswer() || (holds && isPlanned)));
    m_note->setVisible(holds && !m_view->meeting.cancelled.isValid());
    m_change->setVisible(isFree && m_view->canChange());
    m_draft->setVisible(isConcluded || (holds && isPlanned));
    m_cancel->setVisible(isFree && m_view->canCancel());
    if (isCovered) {
        m_stack->setCurrentWidget(m_beside);
    } else if (!m_view) {
        m_nothing->say(m_sentence);
        m_stack->setCurrentWidget(m_nothing);
    } else if (m_stack->currentWidget() == m_nothing || m_stack->currentWidget() == m_beside) {
        m_stack->setCurrentWidget(m_scroll);
    }
}

void MeetingPane::show(const MeetingView& view) {
    if (m_view == view) {
        arrange(); // what is read stays where the reader left it
        return;
    }
    const bool isOther = !m_view || m_view->meeting.id != view.meeting.id;
    if (isOther && !coversAll()) {
        closePanel();
        leaveFile();
    }
    m_view = view;
    m_facts->setText(meetingFacts(view, m_formatter));
    m_title->setText(view.meeting.plan.subject);
    const QString state = meetingState(view, m_formatter);
    m_state->setText(state);
    m_state->setVisible(!state.isEmpty());
    nameMeetingButton(*m_primary, view.canAnswer()  ? (view.ownAnswer() ? tr("Change the &answer…") : tr("&Answer…"))
                                  : view.presides() ? tr("&Conclude…")
                                                    : tr("&Propose a conclusion…"));
    nameMeetingButton(*m_draft, view.meeting.conclusion ? tr("Draft the ann&ouncement") : tr("Draft the &invitation"));
    fillPage(view);
    arrange();
}

TextLabel* MeetingPane::addWords(QBoxLayout& column, Type type, Ink ink, const QString& words) {
    auto* label = new TextLabel(m_theme, type, ink);
    label->setWordWrap(true);
    label->setText(words);
    column.addWidget(label);
    return label;
}

void MeetingPane::fillPage(const MeetingView& view) {
    auto* page = new Ground(m_theme, &Tokens::surface);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(18, 14, 18, 18);
    column->setSpacing(8);
    if (!view.meeting.plan.text.isEmpty()) {
        addWords(*column, Type::Body, Ink::Text, view.meeting.plan.text)
            ->setTextInteractionFlags(Qt::TextSelectableByMouse);
        column->addSpacing(4);
    }
    addConclusion(view, *column);
    addAgenda(view, *column);
    addPeople(view, *column);
    if (view.meeting.changes.size() > 1) {
        addWords(*column, Type::Section, Ink::Text2, tr("Changes"));
        for (const app::MeetingChange& change : view.meeting.changes) {
            addWords(*column, Type::Facts, Ink::Text2, changeWords(change, m_formatter));
        }
    }
    column->addStretch(1);
    m_scroll->setWidget(page); // the area owns and replaces it
    orderTabsByLayout(*this);
}

void MeetingPane::addNotes(const app::Meeting& meeting, int item, QBoxLayout& column) {
    for (const bool isShared : {true, false}) {
        if (const app::MeetingNote* note = meeting.note(item, isShared)) {
            addWords(column, Type::Facts, Ink::Text2, isShared ? tr("Notes") : tr("Working notes"));
            addWords(column, Type::Body, Ink::Text, note->text)->setTextInteractionFlags(Qt::TextSelectableByMouse);
        }
    }
}

void MeetingPane::addAgenda(const MeetingView& view, QBoxLayout& column) {
    if (!view.meeting.plan.agenda.isEmpty()) {
        addWords(column, Type::Section, Ink::Text2, tr("Agenda"));
    }
    int number = 0;
    for (const app::AgendaItem& item : view.meeting.plan.agenda) {
        addWords(column, Type::Strong, Ink::Text, itemWords(item, ++number));
        int index = 0;
        for (const app::MeetingFile& file : item.files) {
            column.addWidget(fileRow(file, item.key, index++));
        }
        addNotes(view.meeting, item.key, column);
    }
    addNotes(view.meeting, 0, column);
    column.addSpacing(4);
}

void MeetingPane::addConclusion(const MeetingView& view, QBoxLayout& column) {
    const app::Meeting& meeting = view.meeting;
    const auto& said = meeting.conclusion ? meeting.conclusion : meeting.proposal;
    if (said) {
        addWords(column, Type::Section, Ink::Text2, meeting.conclusion ? tr("Conclusion") : tr("Proposed conclusion"));
        for (const app::ItemText& text : said->texts) {
            if (const app::AgendaItem* item = meeting.plan.item(text.item)) {
                addWords(column, Type::Strong, Ink::Text, item->title);
            }
            addWords(column, Type::Body, Ink::Text, text.text)->setTextInteractionFlags(Qt::TextSelectableByMouse);
        }
        column.addSpacing(4);
    }
    if (!view.tasks.isEmpty()) {
        addWords(column, Type::Section, Ink::Text2, tr("Tasks"));
        for (const app::TaskStanding& task : view.tasks) {
            column.addWidget(lineRow(taskLine(task, view, m_formatter),
                                     task.isKnown ? std::optional(task.task.document) : std::nullopt));
        }
    }
    if (!view.papers.isEmpty()) {
        addWords(column, Type::Section, Ink::Text2, tr("Documents of the office"));
        for (const app::PaperStanding& paper : view.papers) {
            column.addWidget(lineRow(paperLine(paper), paper.isKnown && paper.state != app::DocumentState::Draft
                                                           ? std::optional(paper.paper.document)
                                                           : std::nullopt));
        }
    }
}

void MeetingPane::addPeople(const MeetingView& view, QBoxLayout& column) {
    const app::Meeting& meeting = view.meeting;
    addWords(column, Type::Section, Ink::Text2, tr("Who is invited"));
    if (view.holds()) {
        addWords(column, Type::Strong, Ink::Text, attendanceTally(app::tallyOf(meeting), m_formatter));
        for (const app::MeetingMember& member : meeting.members) {
            column.addWidget(lineRow(memberLine(member, view, m_formatter), {}));
        }
    } else {
        QStringList names;
        for (const app::MeetingMember& member : meeting.members) {
            names << nameOf(view.people, member.mailbox);
        }
        addWords(column, Type::Body, Ink::Text2, names.join(u" · "_s));
    }
    if (const QString units = unitsInvited(meeting.plan, view.people); !units.isEmpty()) {
        addWords(column, Type::Body, Ink::Text2, units);
    }
    if (!meeting.plan.guests.isEmpty()) {
        addWords(column, Type::Body, Ink::Text2, tr("Guests: %1").arg(meeting.plan.guests.join(u" · "_s)));
    }
    column.addSpacing(4);
}

QWidget* MeetingPane::lineRow(const MeetingLine& line, const std::optional<app::DocumentId>& document) {
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 2, 0, 4);
    row->setSpacing(10);
    auto* mark = new IconLabel(m_theme, 16, box);
    mark->show(line.icon, line.tone);
    row->addWidget(mark, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout;
    bare(*column, 2);
    addWords(*column, Type::Strong, Ink::Text, line.title);
    addWords(*column, Type::Facts, inkOf(line.tone), line.facts);
    if (!line.words.isEmpty()) {
        addWords(*column, Type::Body, Ink::Text, line.words);
    }
    row->addLayout(column, 1);
    if (document) {
        auto* open = makeButton(tr("Open"), ButtonKind::Plain, box);
        open->setAccessibleName(tr("Open: %1").arg(line.title));
        connect(open, &QPushButton::clicked, this, [this, id = *document] { emit documentWanted(id); });
        row->addWidget(open, 0, Qt::AlignTop);
    }
    box->setAccessibleName(u"%1, %2"_s.arg(line.title, line.facts));
    return box;
}

QWidget* MeetingPane::fileRow(const app::MeetingFile& file, int item, int index) {
    auto* row =
        new FileRow(m_theme, {.name = file.name, .size = m_formatter.size(file.size), .hasPages = hasPages(file)},
                    FileRow::Shape::Wide);
    connect(row, &FileRow::viewWanted, this, [this, item, index] { viewFile(item, index); });
    connect(row, &FileRow::saveWanted, this, [this, item, index] { chooseCopy(item, index); });
    return row;
}

void MeetingPane::openPanel(ActionPanel* panel) {
    closePanel();
    m_panel = panel;
    m_isLargePanel = qobject_cast<MeetingPanel*>(panel) || qobject_cast<ConclusionPanel*>(panel);
    m_panelPlace->layout()->addWidget(panel);
    connect(panel, &ActionPanel::cancelled, this, &MeetingPane::closePanel);
    arrange();
    panel->show();
    emit panelChanged();
    panel->focusFirst();
}

void MeetingPane::closePanel() {
    if (!m_panel) {
        return;
    }
    m_panel->hide();
    m_panel->deleteLater();
    m_panel = nullptr;
    arrange();
    emit panelChanged();
    if (m_primary->isVisible()) {
        m_primary->setFocus(Qt::OtherFocusReason);
    } else {
        emit left();
    }
}

void MeetingPane::callNew(const QList<app::Person>& people) {
    auto* panel =
        new MeetingPanel(m_theme, m_runner, findDocuments(m_office), m_office.profile().person, people, nullptr);
    connect(panel, &MeetingPanel::accepted, this, [this, panel](const app::MeetingForm& form) {
        run(panel, [this, form] { return m_office.callMeeting(form); }, tr("The invitation is on its way."));
    });
    openPanel(panel);
}

void MeetingPane::change() {
    if (!m_view || !m_view->canChange()) {
        return;
    }
    app::MeetingPlan plan = m_view->meeting.plan;
    plan.invited += m_view->meeting.substitutesToInvite(); // offered; whoever changes it decides
    auto* panel = new MeetingPanel(m_theme, m_runner, findDocuments(m_office), m_view->self, m_view->people, &plan);
    connect(panel, &MeetingPanel::accepted, this,
            [this, panel, id = m_view->meeting.id](const app::MeetingForm& form, const QString& reason) {
                run(
                    panel, [this, id, form, reason] { return m_office.changeMeeting(id, form, reason); },
                    tr("The meeting was changed."));
            });
    openPanel(panel);
}

void MeetingPane::answer() {
    QList<app::Person> others = m_view->people;
    others.removeIf([this](const app::Person& person) { return person.mailbox() == m_view->self.mailbox(); });
    auto* panel = new MeetingAnswerPanel(m_theme, others, m_view->ownAnswer());
    connect(panel, &MeetingAnswerPanel::accepted, this,
            [this, panel, id = m_view->meeting.id](app::Attendance attendance, const QString& words,
                                                   const QString& substitute) {
                run(
                    panel,
                    [this, id, attendance, words, substitute] {
                        return m_office.answerMeeting(id, attendance, words, substitute);
                    },
                    tr("Your answer was written down."));
            });
    openPanel(panel);
}

void MeetingPane::note() {
    if (!m_view || !m_view->holds()) {
        return;
    }
    auto* panel = new MeetingNotePanel(m_theme, m_view->meeting);
    connect(panel, &MeetingNotePanel::accepted, this,
            [this, panel, id = m_view->meeting.id](int item, const QString& text, bool isShared) {
                run(
                    panel, [this, id, item, text, isShared] { return m_office.noteMeeting(id, item, text, isShared); },
                    isShared ? tr("The notes were shared.") : tr("The notes were kept."));
            });
    openPanel(panel);
}

void MeetingPane::conclude() {
    const bool isFinal = m_view->presides();
    auto* panel = new ConclusionPanel(m_theme, m_view->meeting, m_view->people, m_view->self);
    connect(panel, &ConclusionPanel::accepted, this,
            [this, panel, isFinal, id = m_view->meeting.id](const app::ConclusionForm& form) {
                run(
                    panel, [this, id, form, isFinal] { return m_office.concludeMeeting(id, form, isFinal); },
                    isFinal ? tr("The meeting was concluded.") : tr("The proposal went to the chair."));
            });
    openPanel(panel);
}

void MeetingPane::cancel() {
    if (!m_view || !m_view->canCancel()) {
        return;
    }
    auto* panel = new ReasonPanel(m_theme, tr("Those invited read the reason. It can't be undone."),
                                  tr("Cance&l meeting · Ctrl+Enter"));
    connect(panel, &ReasonPanel::accepted, this, [this, panel, id = m_view->meeting.id](const QString& reason) {
        run(panel, [this, id, reason] { return m_office.cancelMeeting(id, reason); }, tr("The meeting was cancelled."));
    });
    openPanel(panel);
}

void MeetingPane::press() {
    if (m_panel) {
        m_panel->press();
    } else if (m_view && m_view->canAnswer()) {
        answer();
    } else if (m_view && m_view->holds() && !m_view->meeting.isOver()) {
        conclude();
    }
}

void MeetingPane::draftPaper() {
    if (!m_view || !m_view->holds()) {
        return;
    }
    const auto what = m_view->meeting.conclusion ? app::MeetingPaper::Announcement : app::MeetingPaper::Invitation;
    m_runner.run(
        this, [this, id = m_view->meeting.id, what](std::stop_token) { return m_office.draftMeetingPaper(id, what); },
        [this](const app::Result<app::Draft>& draft) {
            if (draft) {
                emit draftMade(*draft);
            } else {
                emit failed(draft.error());
            }
        });
}

void MeetingPane::viewFile(int item, int index) {
    const app::AgendaItem* known = m_view ? m_view->meeting.plan.item(item) : nullptr;
    if (!known) {
        return;
    }
    if (index < 0 || index >= known->files.size()) {
        return;
    }
    m_focusBefore = focusWidget();
    const app::MeetingFile& file = known->files.at(index);
    m_runner.run(
        this,
        [&office = m_office, id = m_view->meeting.id, item, index](std::stop_token) {
            return office.openMeetingFile(id, item, index);
        },
        [this, ticket = ++m_fileTicket, shown = ShownFile{m_view->meeting.id, item, file.sha256},
         name = file.name](const app::Result<QString>& path) {
            // Another meeting, or another of its files, was chosen meanwhile.
            if (ticket != m_fileTicket || !m_view || m_view->meeting.id != shown.meeting) {
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

void MeetingPane::leaveFile() {
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

void MeetingPane::saveShown() {
    const bool isIts = m_view && m_shown && m_view->meeting.id == m_shown->meeting;
    const app::AgendaItem* known = isIts ? m_view->meeting.plan.item(m_shown->item) : nullptr;
    if (!known) {
        return;
    }
    // The plan may have been changed since: the same bytes, wherever they stand in it now.
    const auto found = std::ranges::find(known->files, m_shown->sha256, &app::MeetingFile::sha256);
    if (found != known->files.end()) {
        chooseCopy(m_shown->item, int(found - known->files.begin()));
    }
}

void MeetingPane::chooseCopy(int item, int index) {
    const app::AgendaItem* known = m_view ? m_view->meeting.plan.item(item) : nullptr;
    if (!known || index < 0 || index >= known->files.size()) {
        return;
    }
    auto* chooser = new QFileDialog(this, tr("Save the file"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->selectFile(savedName(known->files.at(index)));
    connect(chooser, &QFileDialog::fileSelected, this,
            [this, id = m_view->meeting.id, item, index](const QString& path) {
                m_runner.run(
                    this,
                    [this, id, item, index, path](std::stop_token) {
                        return m_office.saveMeetingFile(id, item, index, path);
                    },
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
