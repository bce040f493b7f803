// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/listpane.h"

#include "ui/presentation/searchchoices.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/rowview.h"

#include <QActionGroup>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QListView>
#include <QMenu>
#include <QScopedValueRollback>
#include <QStackedLayout>

#include <algorithm>

namespace ui {

using namespace Qt::Literals::StringLiterals;

ListPane::ListPane(const Theme& theme, const Formatter& formatter, QWidget* parent)
    : Ground(theme, &Tokens::surface, {}, parent)
    , m_formatter(formatter)
    , m_model(new DocumentListModel(formatter, this))
    , m_title(new TextLabel(theme, Type::Title, Ink::Text, this))
    , m_count(new TextLabel(theme, Type::Body, Ink::Text2, this))
    , m_newDossier(makeButton(tr("New &dossier…"), ButtonKind::Plain, this))
    , m_newPaper(makeIconButton(theme, "plus"_L1, tr("Enter a paper document"), this))
    , m_order(makeButton({}, ButtonKind::Quiet, this))
    , m_chips(new QWidget(this))
    , m_all(makeButton({}, ButtonKind::Chip, m_chips))
    , m_urgent(makeButton({}, ButtonKind::Chip, m_chips))
    , m_application(makeButton({}, ButtonKind::Chip, m_chips))
    , m_trouble(makeButton({}, ButtonKind::Chip, m_chips))
    , m_filter(new SearchFilter(theme, formatter, this))
    , m_view(new RowView(this))
    , m_nothing(new EmptyState(theme, this))
    , m_stack(new QStackedLayout) {
    setAccessibleName(tr("List"));
    auto* heading = new QHBoxLayout;
    bare(*heading, 8);
    heading->addWidget(m_title, 0, Qt::AlignBaseline);
    heading->addWidget(m_count, 0, Qt::AlignBaseline);
    heading->addStretch(1);
    heading->addWidget(m_newDossier);
    heading->addWidget(m_order);
    m_newDossier->setFixedHeight(28);
    m_newPaper->setFixedSize(24, 24);
    m_newPaper->hide();
    m_order->setFixedHeight(28);
    m_order->setFont(theme.font(Type::Facts));
    fillOrderMenu();

    auto* group = new QButtonGroup(this);
    auto* chips = new QHBoxLayout(m_chips);
    bare(*chips, 7);
    for (QPushButton* chip : {m_all, m_urgent, m_application, m_trouble}) {
        chip->setCheckable(true);
        QFont small = theme.font(Type::Facts);
        chip->setFont(small);
        group->addButton(chip);
        chips->addWidget(chip);
    }
    chips->addStretch(1);
    chips->addWidget(m_newPaper);
    m_all->setChecked(true);
    connect(m_all, &QPushButton::clicked, this, [this] { narrow(Narrow::All); });
    connect(m_urgent, &QPushButton::clicked, this, [this] { narrow(Narrow::Urgent); });
    connect(m_application, &QPushButton::clicked, this, [this] { narrow(Narrow::Application); });
    connect(m_trouble, &QPushButton::clicked, this, [this] { narrow(Narrow::Trouble); });

    auto* head = new Ground(theme, &Tokens::surface, Qt::BottomEdge, this);
    head->setFixedHeight(79);
    auto* headLayout = new QVBoxLayout(head);
    headLayout->setContentsMargins(16, 10, 16, 10);
    headLayout->setSpacing(8);
    headLayout->addLayout(heading);
    headLayout->addWidget(m_chips);
    headLayout->addStretch(1);

    m_view->setAccessibleName(tr("Documents"));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setModel(m_model);
    auto* const rows = new RowDelegate(theme, m_view);
    rows->keepHeightsOf(*m_model);
    m_view->setItemDelegate(rows);
    m_view->setMouseTracking(true);
    m_view->setEditTriggers(QListView::NoEditTriggers);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setVerticalScrollMode(QListView::ScrollPerPixel);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] { onCurrentChanged(); });
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] { onSelectionChanged(); });
    connect(m_view, &QListView::activated, this, &ListPane::opened);
    connect(m_view, &QListView::clicked, this, [this] {
        if (m_told.isEmpty()) {
            emit clicked(); // whoever chooses several stays in the list
        }
    });

    auto* layout = new QVBoxLayout(this);
    bare(*layout);
    layout->addWidget(head);
    layout->addWidget(m_filter);
    m_filter->hide();
    layout->addLayout(m_stack, 1);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_nothing);
    connect(m_nothing, &EmptyState::actionChosen, this, [this] {
        if (m_narrow != Narrow::All) {
            m_all->setChecked(true);
            narrow(Narrow::All);
            return;
        }
        emit emptyActionChosen(m_empty.does);
    });
    connect(m_newDossier, &QPushButton::clicked, this, &ListPane::newDossierWanted);
    connect(m_newPaper, &QPushButton::clicked, this, &ListPane::paperWanted);
    connect(m_model, &DocumentListModel::moreWanted, this, &ListPane::moreWanted);
    setMinimumWidth(260);
}

void ListPane::setHeading(const QString& title, const EmptyText& empty) {
    m_title->setText(title);
    m_view->setAccessibleName(title);
    m_empty = empty;
    m_problem.clear();
    m_all->setChecked(true);
    m_narrow = Narrow::All;
}

app::DocumentQuery ListPane::narrowed(app::DocumentQuery query) const {
    query.urgent = query.urgent || m_narrow == Narrow::Urgent;
    query.application = query.application || m_narrow == Narrow::Application;
    query.trouble = query.trouble || m_narrow == Narrow::Trouble;
    query.order = m_listOrder;
    return query;
}

app::DocumentQuery ListPane::takeNarrowing(app::DocumentQuery query) {
    m_listOrder = query.order;
    setOrder(m_listOrder);
    query.order = app::ListOrder::Time;
    // The chips are one choice; of several that hold together none can be shown.
    if (int(query.urgent) + int(query.application) + int(query.trouble) == 1) {
        m_narrow = query.urgent ? Narrow::Urgent : query.application ? Narrow::Application : Narrow::Trouble;
        QPushButton* chip = query.urgent ? m_urgent : query.application ? m_application : m_trouble;
        chip->setChecked(true);
        query.urgent = query.application = query.trouble = false;
    }
    return query;
}

void ListPane::setPaperOffered(bool offered) {
    m_newPaper->setVisible(offered);
}

void ListPane::setFilterShown(bool shown) {
    m_filter->setShown(shown);
}

void ListPane::fillOrderMenu() {
    auto* menu = new QMenu(m_order);
    menu->setAccessibleName(tr("Order of the list"));
    auto* group = new QActionGroup(menu);
    for (const app::ListOrder order : {app::ListOrder::Time, app::ListOrder::DueDate, app::ListOrder::Counterpart,
                                       app::ListOrder::Number, app::ListOrder::Urgency}) {
        QAction* action = menu->addAction(orderWords(order));
        action->setCheckable(true);
        action->setChecked(order == m_listOrder);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, order] { setOrder(order); });
    }
    m_order->setMenu(menu);
    setOrder(m_listOrder);
}

void ListPane::setOrder(app::ListOrder order) {
    m_order->setText(orderWords(order));
    m_order->setAccessibleName(tr("Order: %1").arg(orderWords(order)));
    const QList<QAction*> orders = m_order->menu()->actions();
    if (int(order) < orders.size()) {
        orders.at(int(order))->setChecked(true);
    }
    if (order != m_listOrder) {
        m_listOrder = order;
        emit queryChanged();
    }
}

void ListPane::appendDocuments(const app::DocumentPage& page) {
    m_model->appendDocuments(page);
}

void ListPane::setCounts(const app::QueryCounts& counts) {
    m_counts = counts;
    refresh();
}

void ListPane::setDocuments(const app::DocumentPage& page, std::optional<app::DocumentId> select) {
    m_dossiers = false;
    if (!page.next && m_narrow == Narrow::All) {
        m_counts.all = int(page.rows.size()); // known before it is counted
    }
    m_problem.clear();
    const QList<app::DocumentId> several = chosenIds();
    {
        const QScopedValueRollback guard(m_quiet, true);
        m_model->setDocuments(page);
        if (m_unchosen) {
            m_view->selectionModel()->clear();
        }
    }
    refresh();
    if (m_unchosen) {
        m_view->scrollTo(m_model->index(0, 0)); // also lays the rows out
        return;
    }
    if (several.size() > 1 && chooseAgain(several)) {
        return;
    }
    int row = select ? m_model->rowOfDocument(*select) : -1;
    if (row < 0) {
        row = m_view->currentIndex().isValid() ? m_view->currentIndex().row() : 0;
    }
    selectRow(qMin(row, m_model->rowCount() - 1));
}

void ListPane::setDossiers(const QList<app::DossierSummary>& dossiers, std::optional<app::DossierId> select) {
    m_dossiers = true;
    m_problem.clear();
    {
        const QScopedValueRollback guard(m_quiet, true);
        m_model->setDossiers(dossiers);
    }
    refresh();
    int wanted = 0;
    for (int row = 0; select && row < m_model->rowCount(); ++row) {
        if (m_model->dossier(row)->id == *select) {
            wanted = row;
        }
    }
    selectRow(qMin(wanted, m_model->rowCount() - 1));
}

void ListPane::showProblem(const QString& sentence) {
    m_problem = sentence;
    {
        const QScopedValueRollback guard(m_quiet, true);
        m_counts = {};
        m_model->setDocuments({});
    }
    refresh();
    emit nothingChosen();
}

void ListPane::selectRow(int row) {
    if (row < 0 || row >= m_model->rowCount()) {
        emit nothingChosen();
        return;
    }
    const QModelIndex index = m_model->index(row, 0);
    if (m_view->currentIndex() == index) {
        onCurrentChanged(); // the same row may hold another document now; the reader may look elsewhere
    } else {
        m_view->setCurrentIndex(index);
        m_view->scrollTo(index);
    }
}

void ListPane::selectDocument(const app::DocumentId& id) {
    if (const int row = m_model->rowOfDocument(id); row >= 0) {
        {
            const QScopedValueRollback guard(m_quiet, true);
            m_view->selectionModel()->setCurrentIndex(m_model->index(row, 0), QItemSelectionModel::ClearAndSelect);
        }
        m_view->scrollTo(m_model->index(row, 0));
        onCurrentChanged();
    }
}

void ListPane::focusList() {
    m_view->setFocus(Qt::OtherFocusReason);
}

int ListPane::currentRow() const {
    return m_view->currentIndex().isValid() ? m_view->currentIndex().row() : -1;
}

int ListPane::rows() const {
    return m_model->rowCount();
}

void ListPane::onCurrentChanged() {
    if (m_quiet) {
        return;
    }
    const QList<app::DocumentSummary> several = chosen();
    if (several.size() > 1) {
        return; // told by the selection
    }
    m_unchosen = false;
    m_told.clear();
    const int row = several.isEmpty() ? currentRow() : m_model->rowOfDocument(several.first().id);
    if (const auto document = m_model->document(row)) {
        emit documentChosen(document->id);
    } else if (const auto dossier = m_model->dossier(row)) {
        emit dossierChosen(dossier->id);
    } else {
        emit nothingChosen();
    }
}

void ListPane::onSelectionChanged() {
    if (m_quiet) {
        return;
    }
    const QList<app::DocumentSummary> several = chosen();
    if (several.size() > 1) {
        const QList<app::DocumentId> ids = chosenIds();
        if (ids != m_told) {
            m_unchosen = false;
            m_told = ids;
            emit severalChosen(several);
        }
    } else if (!m_told.isEmpty()) {
        onCurrentChanged(); // back to one
    }
}

void ListPane::setSeveralAllowed(bool allowed) {
    m_view->setSelectionMode(allowed ? QListView::ExtendedSelection : QListView::SingleSelection);
    m_unchosen = false;
    if (!allowed && !m_told.isEmpty()) {
        m_told.clear();
        const QScopedValueRollback guard(m_quiet, true);
        m_view->selectionModel()->clear();
    }
}

void ListPane::keepUnchosen() {
    m_unchosen = true;
    m_told.clear();
    const QScopedValueRollback guard(m_quiet, true);
    m_view->selectionModel()->clear();
}

QList<app::DocumentSummary> ListPane::chosen() const {
    QModelIndexList rows = m_view->selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    QList<app::DocumentSummary> documents;
    for (const QModelIndex& index : std::as_const(rows)) {
        if (const auto document = m_model->document(index.row())) {
            documents << *document;
        }
    }
    return documents;
}

QList<app::DocumentId> ListPane::chosenIds() const {
    QList<app::DocumentId> ids;
    for (const app::DocumentSummary& document : chosen()) {
        ids << document.id;
    }
    return ids;
}

bool ListPane::chooseAgain(const QList<app::DocumentId>& ids) {
    QItemSelection selection;
    int last = -1;
    for (const app::DocumentId& id : ids) {
        if (const int row = m_model->rowOfDocument(id); row >= 0) {
            selection.select(m_model->index(row, 0), m_model->index(row, 0));
            last = row;
        }
    }
    {
        const QScopedValueRollback guard(m_quiet, true);
        if (last >= 0 && !m_view->currentIndex().isValid()) {
            m_view->selectionModel()->setCurrentIndex(m_model->index(last, 0), QItemSelectionModel::NoUpdate);
        }
        m_view->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    }
    onSelectionChanged();
    return chosen().size() > 1;
}

void ListPane::narrow(Narrow wanted) {
    if (wanted != m_narrow) {
        m_narrow = wanted;
        emit queryChanged();
    }
}

void ListPane::refresh() {
    const int all = m_counts.all;
    const int shown = m_model->rowCount();
    m_count->setText(m_dossiers ? tr("%n dossier(s)", nullptr, shown) : tr("%n document(s)", nullptr, all));
    if (all >= 1000 || (m_counts.isMore && !m_dossiers)) {
        const bool isOpen = m_counts.isMore && all <= app::mostCounted;
        m_count->setText(tr("%1 documents").arg(m_formatter.countUpToLimit(all) + (isOpen ? u"+"_s : QString())));
    }
    const auto chip = [this](QPushButton* button, const QString& words, Narrow which, int count) {
        button->setText(which == Narrow::All ? words : words + u' ' + m_formatter.countUpToLimit(count));
        button->setAccessibleName(button->text());
        button->setVisible(which == Narrow::All || count > 0 || m_narrow == which);
    };
    chip(m_all, tr("All"), Narrow::All, all);
    chip(m_urgent, tr("Urgent"), Narrow::Urgent, m_counts.urgent);
    chip(m_application, tr("Others"), Narrow::Application, m_counts.application);
    chip(m_trouble, tr("With a problem"), Narrow::Trouble, m_counts.trouble);
    m_order->setVisible(!m_dossiers);
    m_chips->setVisible(!m_dossiers);
    m_newDossier->setVisible(m_dossiers);
    if (shown > 0) {
        m_stack->setCurrentWidget(m_view);
        return;
    }
    if (!m_problem.isEmpty()) {
        m_nothing->say(m_problem);
    } else if (m_narrow != Narrow::All) {
        m_nothing->say(tr("Nothing here fits the filter."), tr("Show all"));
    } else {
        m_nothing->say(m_empty.sentence, m_empty.action);
    }
    m_stack->setCurrentWidget(m_nothing);
}

} // namespace ui
