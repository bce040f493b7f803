// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/officepicker.h"

#include "app/domain/vietnamtime.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/textlabel.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>

namespace ui {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Who looks for an office among more than these types another word.
constexpr qsizetype MostShown = 40;
constexpr int RowsInSight = 5;
constexpr int RowHeight = 28;

/// Names repeat ("Phòng Nội vụ"): the body above and the code tell them apart.
QString wordsOf(const app::Agency& agency) {
    QStringList words{agency.name, agency.superiorName, agency.id.text()};
    words.removeAll(QString());
    return words.join(u" · "_s);
}

} // namespace

OfficePicker::OfficePicker(const Theme& theme, TaskRunner& runner, AgencySearch search, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_runner(runner)
    , m_search(std::move(search))
    , m_input(new QLineEdit(this))
    , m_list(new QListWidget(this))
    , m_note(new TextLabel(theme, Type::Facts, Ink::Text2, this))
    , m_rows(new QVBoxLayout) {
    m_input->setPlaceholderText(tr("Add an office by name or code…"));
    m_input->setAccessibleName(tr("Add an office"));
    m_input->setClearButtonEnabled(false);
    m_input->installEventFilter(this);
    m_list->setAccessibleName(tr("Offices found"));
    m_list->setFocusPolicy(Qt::NoFocus); // the field keeps the keyboard and moves through the list
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->hide();
    m_note->setElided(true);
    m_note->hide();
    bare(*m_rows, 2);
    auto* layout = new QVBoxLayout(this);
    bare(*layout, 4);
    layout->addLayout(m_rows);
    layout->addWidget(m_input);
    layout->addWidget(m_list);
    layout->addWidget(m_note);
    connect(m_input, &QLineEdit::textEdited, this, [this](const QString& text) {
        if (text.trimmed().isEmpty()) {
            closeList();
        } else {
            ask();
        }
    });
    connect(m_list, &QListWidget::itemClicked, this, [this](QListWidgetItem* item) { choose(m_list->row(item)); });
}

OfficePicker::~OfficePicker() {
    delete m_list; // it may lie in the window by now
}

void OfficePicker::focusInEvent(QFocusEvent* event) {
    // Not a focus proxy: Tab would lead from whatever stands behind the field back to it.
    m_input->setFocus(event->reason());
}

void OfficePicker::setOneByName(const QString& placeholder) {
    m_one = true;
    m_input->setPlaceholderText(placeholder);
}

QString OfficePicker::typed() const {
    return m_input->text().trimmed();
}

void OfficePicker::setChosen(const QList<app::OrganRef>& offices) {
    m_chosen = offices;
    rebuild();
}

void OfficePicker::ask() {
    if (m_asking) {
        m_askAgain = true;
        return;
    }
    m_asking = true;
    m_askAgain = false;
    const QString text = m_input->text();
    m_runner.run(
        this, [search = m_search, text](std::stop_token) { return search(text); },
        [this, text](const app::Result<QList<app::Agency>>& found) {
            m_asking = false;
            if (m_askAgain) {
                ask(); // more was typed meanwhile: this answer is nobody's
            } else if (text == m_input->text() && m_input->hasFocus()) {
                showFound(found);
            }
        });
}

void OfficePicker::showFound(const app::Result<QList<app::Agency>>& found) {
    m_found.clear();
    m_list->clear();
    const QList<app::Agency> agencies = found.value_or(QList<app::Agency>());
    for (const app::Agency& agency : agencies) {
        const app::OrganRef office{agency.id, agency.name};
        const bool taken = std::ranges::any_of(m_chosen, [&](const app::OrganRef& one) { return one.id == office.id; });
        if (!taken && agency.isOpen(app::vietnamToday()) && m_found.size() < MostShown) {
            m_found << office;
            auto* item = new QListWidgetItem(wordsOf(agency), m_list);
            item->setToolTip(item->text());
            item->setSizeHint(QSize(0, RowHeight));
        }
    }
    const bool isMore = m_found.size() == MostShown;
    if (m_one && !typed().isEmpty()) {
        m_found << app::OrganRef{{}, typed()};
        auto* item = new QListWidgetItem(tr("\"%1\", which the directory does not have").arg(typed()), m_list);
        item->setToolTip(item->text());
        item->setSizeHint(QSize(0, RowHeight));
    }
    if (isMore) {
        auto* more = new QListWidgetItem(tr("There are more; type another word of the name."), m_list);
        more->setFlags(Qt::NoItemFlags);
        more->setSizeHint(QSize(0, RowHeight));
    }
    m_list->setVisible(!m_found.isEmpty());
    if (!m_found.isEmpty()) {
        m_list->setCurrentRow(0);
        layList();
    }
    m_note->setText(m_found.isEmpty() ? tr("No other office is found by these words.") : QString());
    m_note->setVisible(m_found.isEmpty());
    m_input->setAccessibleDescription(
        m_found.isEmpty()
            ? m_note->text()
            : tr("%n office(s) found; choose with the arrow keys and Enter.", nullptr, int(m_found.size())));
    QAccessibleEvent told(m_input, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&told);
}

void OfficePicker::layList() {
    // Over what lies below the field: a list in the form would push it about with every letter.
    QWidget* top = window();
    m_list->setParent(top);
    const int rows = int(qMin(m_found.size(), qsizetype(RowsInSight)));
    const QPoint below = m_input->mapTo(top, QPoint(0, m_input->height() + 2));
    m_list->setGeometry(below.x(), below.y(), m_input->width(), rows * RowHeight + 2 * m_list->frameWidth());
    m_list->show();
    m_list->raise();
}

void OfficePicker::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (m_list && m_list->isVisible()) {
        layList();
    }
}

void OfficePicker::closeList() {
    m_askAgain = false;
    m_found.clear();
    m_list->clear();
    m_list->hide();
    m_note->hide();
    m_input->setAccessibleDescription({});
}

bool OfficePicker::takeKey(int key, Qt::KeyboardModifiers modifiers) {
    const bool open = m_list->isVisible();
    if (!open && key == Qt::Key_Down) {
        ask(); // without a word: the first by name
        return true;
    }
    if (!open && key == Qt::Key_Escape && m_note->isVisible()) {
        closeList();
        return true;
    }
    if (!open || modifiers.testFlag(Qt::ControlModifier)) {
        return false;
    }
    switch (key) {
    case Qt::Key_Down:
    case Qt::Key_Up:
        m_list->setCurrentRow(
            qBound(0, m_list->currentRow() + (key == Qt::Key_Down ? 1 : -1), int(m_found.size()) - 1));
        m_input->setAccessibleDescription(m_list->currentItem()->text());
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(m_list->currentRow());
        return true;
    case Qt::Key_Escape:
        closeList();
        return true;
    default:
        return false;
    }
}

bool OfficePicker::eventFilter(QObject* watched, QEvent* event) {
    if (!m_list) {
        return QWidget::eventFilter(watched, event); // the window is going away
    }
    if (event->type() == QEvent::FocusOut && !m_list->underMouse()) {
        closeList();
    }
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (takeKey(key->key(), key->modifiers())) {
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void OfficePicker::choose(int row) {
    if (row < 0 || row >= m_found.size()) {
        return;
    }
    if (m_one) {
        m_chosen.clear();
    }
    m_chosen << m_found.at(row);
    m_input->clear();
    closeList();
    rebuild();
    if (m_one) {
        focusNextChild(); // there is nothing more to find
    } else {
        m_input->setFocus(Qt::OtherFocusReason);
    }
    emit changed();
}

void OfficePicker::rebuild() {
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        if (QWidget* row = item->widget()) {
            row->hide();
            row->deleteLater(); // one of its own buttons may be what called
        }
        delete item;
    }
    for (const app::OrganRef& office : std::as_const(m_chosen)) {
        auto* row = new QWidget(this);
        auto* layout = new QHBoxLayout(row);
        bare(*layout, 8);
        auto* name = new TextLabel(m_theme, Type::Body, Ink::Text, row);
        name->setText(office.name.isEmpty() ? office.id.text() : office.name);
        name->setElided(true);
        auto* code = new TextLabel(m_theme, Type::Facts, Ink::Text2, row);
        code->setText(office.id.isEmpty() ? tr("not in the directory") : office.id.text());
        auto* away = makeIconButton(m_theme, "close"_L1, tr("Take out %1").arg(name->text()), row);
        away->setFixedSize(26, 26);
        connect(away, &QPushButton::clicked, this, [this, id = office.id] {
            m_chosen.removeIf([&id](const app::OrganRef& one) { return one.id == id; });
            rebuild();
            m_input->setFocus(Qt::OtherFocusReason);
            emit changed();
        });
        layout->addWidget(name, 1);
        layout->addWidget(code);
        layout->addWidget(away);
        m_rows->addWidget(row);
        row->show();
    }
    m_input->setVisible(!m_one || m_chosen.isEmpty());
}

} // namespace ui
