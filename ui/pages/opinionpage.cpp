// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/opinionpage.h"

#include "ui/presentation/folderpresenter.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/rowview.h"

#include <QHBoxLayout>
#include <QSplitter>

namespace ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int opinionListWidth = 360;
constexpr int narrowestOpinionPane = 260;
constexpr int stacksBelow = 560; ///< the list stands over the question
constexpr int coversBelow = 760; ///< a panel has the room of the list

} // namespace

OpinionPage::OpinionPage(const Theme& theme, const Formatter& formatter, Office& office, TaskRunner& runner,
                         QWidget* parent)
    : Ground(theme, &Tokens::surface, {}, parent)
    , m_office(office)
    , m_runner(runner)
    , m_formatter(formatter)
    , m_model(new OpinionListModel(formatter, this))
    , m_list(new RowView(this))
    , m_pane(new OpinionPane(theme, formatter, office, runner, this))
    , m_splitter(new QSplitter(this))
    , m_mayAsk(app::mayAskOpinions(office.profile().person.role)) {
    setAccessibleName(folderName(app::Folder::Opinions));
    auto* head = new Ground(theme, &Tokens::surface, Qt::BottomEdge, this);
    auto* headLayout = new QHBoxLayout(head);
    headLayout->setContentsMargins(16, 8, 16, 8);
    auto* title = new TextLabel(theme, Type::Title, Ink::Text, head);
    title->setText(folderName(app::Folder::Opinions));
    auto* ask = makeButton(tr("Ask for &opinions…"), ButtonKind::Plain, head);
    ask->setVisible(m_mayAsk);
    headLayout->addWidget(title, 1);
    headLayout->addWidget(ask);
    m_list->setAccessibleName(tr("Questions"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new RowDelegate(theme, m_list));
    m_list->setEditTriggers(QListView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QListView::ScrollPerPixel);
    m_list->setMinimumWidth(180);
    m_pane->setMinimumWidth(narrowestOpinionPane);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_pane);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({opinionListWidth, 2 * opinionListWidth});
    auto* layout = new QVBoxLayout(this);
    bare(*layout);
    layout->addWidget(head);
    layout->addWidget(m_splitter, 1);
    connect(ask, &QPushButton::clicked, this, [this] { askNew(); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &OpinionPage::choose);
    connect(m_list, &QListView::activated, this, [this] { m_pane->press(); });
    connect(m_pane, &OpinionPane::done, this,
            [this](const QString& sentence, const std::optional<app::OpinionId>& asked) {
                m_wanted = asked ? asked : m_wanted;
                reload();
                emit done(sentence);
            });
    connect(m_pane, &OpinionPane::saved, this, &OpinionPage::saved);
    connect(m_pane, &OpinionPane::panelChanged, this, &OpinionPage::arrange);
    connect(m_pane, &OpinionPane::left, this, &OpinionPage::focusList);
    connect(m_pane, &OpinionPane::failed, this, &OpinionPage::failed);
    connect(m_pane, &OpinionPane::pagesSettled, this, &OpinionPage::pagesSettled);
}

void OpinionPage::reload() {
    const int ticket = ++m_ticket;
    m_runner.run(
        this, [this](std::stop_token) { return readOpinions(m_office); },
        [this, ticket](const app::Result<OpinionListView>& view) {
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

void OpinionPage::show(const OpinionListView& view) {
    m_people = view.people;
    std::optional<app::OpinionId> kept = m_wanted;
    if (!kept && m_pane->shown()) {
        kept = m_pane->shown()->opinion.id;
    }
    m_wanted.reset();
    {
        const QSignalBlocker quiet(m_list->selectionModel());
        m_model->show(view);
    }
    arrange();
    if (view.rows.isEmpty()) {
        m_pane->showNothing(m_mayAsk ? tr("Nobody asks for your opinion. What you ask others for stands here, too.")
                                     : tr("Nobody asks for your opinion."));
        return;
    }
    selectRow(kept ? qMax(0, m_model->rowOfOpinion(*kept)) : 0);
}

void OpinionPage::selectRow(int row) {
    if (m_list->currentIndex().row() == row) {
        choose(); // read anew
    } else {
        m_list->setCurrentIndex(m_model->index(row, 0));
    }
}

void OpinionPage::choose() {
    if (const auto id = m_model->opinion(m_list->currentIndex().row())) {
        m_pane->open(*id);
    }
}

void OpinionPage::askNew(const std::optional<OpinionDocument>& document) {
    m_runner.run(
        this, [this](std::stop_token) { return m_office.people(); },
        [this, document](const app::Result<QList<app::Person>>& people) {
            if (people) {
                m_pane->askNew(*people, document);
            } else {
                emit failed(people.error());
            }
        });
}

void OpinionPage::focusList() {
    m_list->setFocus(Qt::OtherFocusReason);
}

void OpinionPage::press() {
    m_pane->press();
}

void OpinionPage::resizeEvent(QResizeEvent* event) {
    Ground::resizeEvent(event);
    m_splitter->setOrientation(width() < stacksBelow ? Qt::Vertical : Qt::Horizontal);
    arrange();
}

void OpinionPage::arrange() {
    const bool isCovered = m_pane->panel() && width() < coversBelow;
    m_list->setVisible(m_model->rowCount() > 0 && !isCovered);
}

} // namespace ui
