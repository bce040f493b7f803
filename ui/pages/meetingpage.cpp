// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/meetingpage.h"

#include "ui/presentation/folderpresenter.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/rowview.h"

#include <QHBoxLayout>
#include <QSplitter>

namespace ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int meetingListWidth = 360;
constexpr int narrowestMeetingPane = 260;
constexpr int meetingStacksBelow = 560; ///< the list stands over the meeting
constexpr int meetingCoversBelow = 760; ///< a panel has the room of the list

} // namespace

MeetingPage::MeetingPage(const Theme& theme, const Formatter& formatter, Office& office, TaskRunner& runner,
                         QWidget* parent)
    : Ground(theme, &Tokens::surface, {}, parent)
    , m_office(office)
    , m_runner(runner)
    , m_formatter(formatter)
    , m_model(new MeetingListModel(formatter, this))
    , m_list(new RowView(this))
    , m_pane(new MeetingPane(theme, formatter, office, runner, this))
    , m_splitter(new QSplitter(this))
    , m_mayCall(app::mayCallMeetings(office.profile().person.role)) {
    setAccessibleName(folderName(app::Folder::Meetings));
    auto* head = new Ground(theme, &Tokens::surface, Qt::BottomEdge, this);
    auto* headLayout = new QHBoxLayout(head);
    headLayout->setContentsMargins(16, 8, 16, 8);
    auto* title = new TextLabel(theme, Type::Title, Ink::Text, head);
    title->setText(folderName(app::Folder::Meetings));
    auto* call = makeButton(tr("Call a &meeting…"), ButtonKind::Plain, head);
    call->setVisible(m_mayCall);
    headLayout->addWidget(title, 1);
    headLayout->addWidget(call);
    m_list->setAccessibleName(tr("Meetings"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new RowDelegate(theme, m_list));
    m_list->setEditTriggers(QListView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QListView::ScrollPerPixel);
    m_list->setMinimumWidth(180);
    m_pane->setMinimumWidth(narrowestMeetingPane);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_pane);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({meetingListWidth, 2 * meetingListWidth});
    auto* layout = new QVBoxLayout(this);
    bare(*layout);
    layout->addWidget(head);
    layout->addWidget(m_splitter, 1);
    connect(call, &QPushButton::clicked, this, [this] { callNew(); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &MeetingPage::choose);
    connect(m_list, &QListView::activated, this, [this] { m_pane->press(); });
    connect(m_pane, &MeetingPane::done, this,
            [this](const QString& sentence, const std::optional<app::MeetingId>& called) {
                m_wanted = called ? called : m_wanted;
                reload();
                emit done(sentence);
            });
    connect(m_pane, &MeetingPane::saved, this, &MeetingPage::saved);
    connect(m_pane, &MeetingPane::panelChanged, this, &MeetingPage::arrange);
    connect(m_pane, &MeetingPane::left, this, &MeetingPage::focusList);
    connect(m_pane, &MeetingPane::failed, this, &MeetingPage::failed);
    connect(m_pane, &MeetingPane::draftMade, this, &MeetingPage::draftMade);
    connect(m_pane, &MeetingPane::documentWanted, this, &MeetingPage::documentWanted);
    connect(m_pane, &MeetingPane::pagesSettled, this, &MeetingPage::pagesSettled);
}

void MeetingPage::reload() {
    const int ticket = ++m_ticket;
    m_runner.run(
        this, [this](std::stop_token) { return readMeetings(m_office); },
        [this, ticket](const app::Result<MeetingListView>& view) {
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

void MeetingPage::show(const MeetingListView& view) {
    std::optional<app::MeetingId> kept = m_wanted;
    if (!kept && m_pane->shown()) {
        kept = m_pane->shown()->meeting.id;
    }
    m_wanted.reset();
    {
        const QSignalBlocker quiet(m_list->selectionModel());
        m_model->show(view);
    }
    arrange();
    if (view.rows.isEmpty()) {
        m_pane->showNothing(m_mayCall ? tr("No meeting waits for you. Those that you call stand here, too.")
                                      : tr("No meeting waits for you."));
        return;
    }
    selectRow(kept ? qMax(0, m_model->rowOfMeeting(*kept)) : 0);
}

void MeetingPage::selectRow(int row) {
    if (m_list->currentIndex().row() == row) {
        choose(); // read anew
    } else {
        m_list->setCurrentIndex(m_model->index(row, 0));
    }
}

void MeetingPage::choose() {
    if (const auto id = m_model->meeting(m_list->currentIndex().row())) {
        m_pane->open(*id);
    }
}

void MeetingPage::callNew() {
    m_runner.run(
        this, [this](std::stop_token) { return m_office.people(); },
        [this](const app::Result<QList<app::Person>>& people) {
            if (people) {
                m_pane->callNew(*people);
            } else {
                emit failed(people.error());
            }
        });
}

void MeetingPage::focusList() {
    m_list->setFocus(Qt::OtherFocusReason);
}

void MeetingPage::press() {
    m_pane->press();
}

void MeetingPage::resizeEvent(QResizeEvent* event) {
    Ground::resizeEvent(event);
    m_splitter->setOrientation(width() < meetingStacksBelow ? Qt::Vertical : Qt::Horizontal);
    arrange();
}

void MeetingPage::arrange() {
    const bool isCovered = m_pane->panel() && width() < meetingCoversBelow;
    m_list->setVisible(m_model->rowCount() > 0 && !isCovered);
}

} // namespace ui
