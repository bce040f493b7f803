// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/agendafields.h"

#include "app/domain/plaintext.h"
#include "ui/presentation/meetingpresenter.h"
#include "ui/widgets/controls.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QTextBlock>

namespace ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int agendaHeight = 106; // beside it: the list, the field that finds, the buttons
constexpr int besideHeight = 34;
constexpr int besideRowHeight = 28;

enum BesideItem { FileData = Qt::UserRole + 1, DocumentData, PlaceData };

} // namespace

AgendaFields::AgendaFields(const Theme& theme, TaskRunner& runner, FindRows documents, QWidget* parent)
    : QWidget(parent)
    , m_agenda(new QPlainTextEdit(this))
    , m_beside(new QListWidget(this))
    , m_find(new FindField(theme, runner, std::move(documents),
                           {.placeholder = tr("Add a document by number or words…"),
                            .name = tr("Add a document of this desk"),
                            .listName = tr("Documents found"),
                            .nothing = tr("No document is found by these words.")},
                           this))
    , m_remove(makeButton(tr("Take awa&y"), ButtonKind::Plain, this))
    , m_agendaField(nullptr) {
    m_agenda->setTabChangesFocus(true);
    m_agenda->setFixedHeight(agendaHeight);
    m_agenda->setPlaceholderText(tr("one item on a line: title | who presents | minutes"));
    m_agendaField = new LabelledField(theme, tr("Agen&da"), m_agenda, this);
    m_beside->setProperty("kind", u"field"_s);
    m_beside->setFixedHeight(besideHeight);
    m_beside->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_beside->setTextElideMode(Qt::ElideMiddle);
    m_beside->setUniformItemSizes(true);
    m_beside->setToolTip(tr("They go with the item in whose line the cursor is."));
    auto* add = makeButton(tr("Add &files…"), ButtonKind::Plain, this);
    auto* buttons = new QHBoxLayout;
    bare(*buttons, 6);
    buttons->addWidget(add);
    buttons->addWidget(m_remove);
    buttons->addStretch(1);
    auto* beside = new QVBoxLayout;
    bare(*beside, 6);
    beside->addWidget(new LabelledField(theme, tr("D&ocuments"), m_beside, this));
    beside->addWidget(m_find);
    beside->addLayout(buttons);
    auto* row = new QHBoxLayout(this);
    bare(*row, 12);
    row->addWidget(m_agendaField, 3, Qt::AlignTop);
    row->addLayout(beside, 2);
    m_remove->setEnabled(false);
    connect(add, &QPushButton::clicked, this, &AgendaFields::chooseFiles);
    connect(m_remove, &QPushButton::clicked, this, &AgendaFields::removeBeside);
    connect(m_find, &FindField::chosen, this, [this](const FoundRow& found) {
        addDocument(found.value.toString(), found.words);
        m_find->input().setFocus(Qt::OtherFocusReason);
    });
}

QList<QWidget*> AgendaFields::editors() const {
    return {m_agenda, m_beside};
}

void AgendaFields::fill(const QList<app::AgendaItem>& agenda) {
    m_before = agenda;
    m_agenda->setPlainText(agendaText(agenda));
}

int AgendaFields::itemAtCursor() const {
    int item = 0;
    for (QTextBlock block = m_agenda->document()->begin(); block.isValid(); block = block.next()) {
        if (block == m_agenda->textCursor().block()) {
            break;
        }
        item += block.text().section(u'|', 0, 0).trimmed().isEmpty() ? 0 : 1;
    }
    const int last = int(agendaFrom(m_agenda->toPlainText(), {}).size()) - 1;
    return qBound(0, item, qMax(0, last));
}

void AgendaFields::addBeside(const QString& words, const QString& tip, int role, const QString& value) {
    const int item = itemAtCursor();
    auto* row = new QListWidgetItem(u"%1. %2"_s.arg(item + 1).arg(words), m_beside);
    row->setSizeHint({0, besideRowHeight});
    row->setData(role, value);
    row->setData(PlaceData, item);
    row->setToolTip(tip);
    m_beside->setCurrentItem(row);
    m_beside->scrollToItem(row);
    m_remove->setEnabled(true);
}

void AgendaFields::addFiles(const QStringList& paths) {
    for (const QString& path : paths) {
        addBeside(app::visibleText(QFileInfo(path).fileName()), path, FileData, path);
    }
}

void AgendaFields::addDocument(const QString& id, const QString& words) {
    addBeside(words, words, DocumentData, id);
}

void AgendaFields::chooseFiles() {
    auto* chooser = new QFileDialog(this, tr("Documents of the meeting"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::ExistingFiles);
    connect(chooser, &QFileDialog::filesSelected, this, &AgendaFields::addFiles);
    chooser->open();
}

void AgendaFields::removeBeside() {
    delete m_beside->takeItem(qMax(0, m_beside->currentRow()));
    m_remove->setEnabled(m_beside->count() > 0);
}

QList<app::AgendaForm> AgendaFields::agenda() const {
    QList<app::AgendaForm> items = agendaFrom(m_agenda->toPlainText(), m_before);
    for (int row = 0; row < m_beside->count(); ++row) {
        const QListWidgetItem& one = *m_beside->item(row);
        const int place = one.data(PlaceData).toInt();
        if (place >= items.size()) {
            continue;
        }
        if (const auto document = app::DocumentId::parse(one.data(DocumentData).toString())) {
            items[place].documents << *document;
        } else {
            items[place].files << one.data(FileData).toString();
        }
    }
    return items;
}

bool AgendaFields::check() {
    const int items = int(agendaFrom(m_agenda->toPlainText(), {}).size());
    bool isLost = false; // its line was taken out of the agenda
    for (int row = 0; row < m_beside->count(); ++row) {
        isLost = isLost || m_beside->item(row)->data(PlaceData).toInt() >= items;
    }
    m_agendaField->setError(isLost ? tr("Documents go with an item.") : QString());
    if (isLost) {
        m_agenda->setFocus();
    }
    return !isLost;
}

} // namespace ui
