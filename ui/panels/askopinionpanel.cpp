// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/askopinionpanel.h"

#include "app/domain/comment.h"
#include "app/domain/plaintext.h"
#include "app/domain/vietnamtime.h"
#include "ui/panels/acceptpanel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>

namespace ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int questionHeight = 64;    // three lines
constexpr int memberListHeight = 112; // four rows; more are scrolled to
constexpr int fileListHeight = 60;
constexpr int leaderWidth = 260;

constexpr int listRowHeight = 28;

/// A list that is a field of the form.
void makeField(QListWidget& list, int height) {
    list.setProperty("kind", u"field"_s);
    list.setFixedHeight(height);
    list.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list.setTextElideMode(Qt::ElideMiddle);
    list.setUniformItemSizes(true);
}

QListWidgetItem* addRow(QListWidget& list, const QString& words) {
    auto* item = new QListWidgetItem(words, &list);
    item->setSizeHint({0, listRowHeight});
    return item;
}

enum OpinionItem { MailboxData = Qt::UserRole + 1, PathData, DocumentData };

} // namespace

AskOpinionPanel::AskOpinionPanel(const Theme& theme, const app::Person& self, const QList<app::Person>& people,
                                 const std::optional<OpinionDocument>& document, TaskRunner& runner,
                                 AgencySearch search, QWidget* parent)
    : ActionPanel(theme, tr("Goes to those who are chosen and to nobody else; each answers to whoever asks alone."),
                  tr("&Ask · Ctrl+Enter"), parent)
    , m_subject(new QLineEdit(this))
    , m_text(new QPlainTextEdit(this))
    , m_due(new QLineEdit(this))
    , m_members(new QListWidget(this))
    , m_offices(new OfficePicker(theme, runner, std::move(search), this))
    , m_files(new QListWidget(this))
    , m_all(makeButton(tr("C&hoose all"), ButtonKind::Plain, this))
    , m_remove(makeButton(tr("Take awa&y"), ButtonKind::Plain, this)) {
    if (!app::asksInOwnName(self.role)) {
        m_leader = makeChoiceBox(this);
        m_leader->setFixedWidth(leaderWidth);
        for (const app::Person& person : people) {
            if (person.role == app::Role::Leader) {
                m_leader->addItem(u"%1 · %2"_s.arg(person.name, person.title), person.mailbox());
            }
        }
    }
    makeWords();
    makeMembers(self, people);
    auto* offices = new LabelledField(theme, tr("Other o&ffices"), m_offices, this);
    offices->setHint(tr("They are asked by a document of ours and answer by one of theirs."));
    makeFiles(document, offices);
}

void AskOpinionPanel::makeWords() {
    m_subject->setMaxLength(app::longestOpinionSubject);
    m_subject->setPlaceholderText(tr("in a line, such as: draft rules of work"));
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(questionHeight);
    m_text->installEventFilter(this);
    m_due->setPlaceholderText(tr("dd/mm/yyyy"));
    m_due->setFixedWidth(DayFieldWidth);
    auto* row = new QHBoxLayout;
    bare(*row, 12);
    m_subjectField = new LabelledField(theme(), tr("&What about"), m_subject, this);
    m_dueField = new LabelledField(theme(), tr("Answer &by"), m_due, this);
    row->addWidget(m_subjectField, 1, Qt::AlignTop);
    row->addWidget(m_dueField, 0, Qt::AlignTop);
    body().addLayout(row);
    m_signed = new QCheckBox(tr("Answers are to be si&gned"), this);
    m_textField = new LabelledField(theme(), tr("&Question in full"), m_text, this);
    body().addWidget(m_textField);
    if (m_leader) {
        body().addWidget(new LabelledField(theme(), tr("In the &name of"), m_leader, this), 0, Qt::AlignLeft);
    }
}

void AskOpinionPanel::makeMembers(const app::Person& self, const QList<app::Person>& people) {
    makeField(*m_members, memberListHeight);
    m_members->setSelectionMode(QAbstractItemView::SingleSelection);
    m_members->installEventFilter(this);
    for (const app::Person& person : people) {
        if (person.mailbox() != self.mailbox()) {
            const QString words = person.title.isEmpty() ? person.name : u"%1 · %2"_s.arg(person.name, person.title);
            QListWidgetItem* item = addRow(*m_members, words);
            item->setData(MailboxData, person.mailbox());
            item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
            item->setCheckState(Qt::Unchecked);
        }
    }
    m_membersField = new LabelledField(theme(), tr("Who is as&ked"), m_members, this);
    auto* row = new QHBoxLayout;
    bare(*row, 12);
    row->addWidget(m_membersField, 1, Qt::AlignTop);
    auto* beside = new QVBoxLayout;
    bare(*beside);
    beside->addSpacing(20);
    beside->addWidget(m_all, 0, Qt::AlignLeft);
    beside->addSpacing(8);
    beside->addWidget(m_signed);
    beside->addStretch(1);
    row->addLayout(beside);
    body().addLayout(row);
    connect(m_all, &QPushButton::clicked, this, &AskOpinionPanel::checkAll);
    connect(m_members, &QListWidget::itemChanged, this, &AskOpinionPanel::sayMembers);
    sayMembers();
}

void AskOpinionPanel::makeFiles(const std::optional<OpinionDocument>& document, QWidget* offices) {
    makeField(*m_files, fileListHeight);
    m_files->installEventFilter(this);
    if (document) {
        QListWidgetItem* item = addRow(*m_files, document->name);
        item->setData(DocumentData, document->id.text());
        item->setToolTip(document->name);
    }
    auto* add = makeButton(tr("Add &files…"), ButtonKind::Plain, this);
    m_filesField = new LabelledField(theme(), tr("What li&es beside it"), m_files, this);
    auto* row = new QHBoxLayout;
    bare(*row, 12);
    row->addWidget(offices, 1, Qt::AlignTop);
    row->addWidget(m_filesField, 1, Qt::AlignTop);
    auto* beside = new QVBoxLayout;
    bare(*beside, 6);
    beside->addSpacing(14);
    beside->addWidget(add);
    beside->addWidget(m_remove);
    beside->addStretch(1);
    row->addLayout(beside);
    body().addLayout(row);
    m_remove->setEnabled(m_files->count() > 0);
    connect(add, &QPushButton::clicked, this, &AskOpinionPanel::chooseFiles);
    connect(m_remove, &QPushButton::clicked, this, &AskOpinionPanel::removeFile);
}

void AskOpinionPanel::focusFirst() {
    m_subject->setFocus(Qt::OtherFocusReason);
}

void AskOpinionPanel::addFiles(const QStringList& paths) {
    for (const QString& path : paths) {
        QListWidgetItem* item = addRow(*m_files, app::visibleText(QFileInfo(path).fileName()));
        item->setData(PathData, path);
        item->setToolTip(path);
    }
    m_remove->setEnabled(m_files->count() > 0);
    m_filesField->setError({});
}

void AskOpinionPanel::chooseFiles() {
    auto* chooser = new QFileDialog(this, tr("What lies beside the question"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::ExistingFiles);
    connect(chooser, &QFileDialog::filesSelected, this, &AskOpinionPanel::addFiles);
    chooser->open();
}

void AskOpinionPanel::removeFile() {
    delete m_files->takeItem(qMax(0, m_files->currentRow()));
    m_remove->setEnabled(m_files->count() > 0);
}

void AskOpinionPanel::checkAll() {
    const bool isFull = members().size() == m_members->count();
    const QSignalBlocker quiet(m_members); // said once
    for (int row = 0; row < m_members->count(); ++row) {
        m_members->item(row)->setCheckState(isFull ? Qt::Unchecked : Qt::Checked);
    }
    sayMembers();
    m_members->viewport()->update();
}

void AskOpinionPanel::sayMembers() {
    const auto chosen = members().size();
    m_membersField->setError({});
    m_membersField->setHint(tr("%n chosen; the space bar chooses", nullptr, int(chosen)));
    m_all->setText(chosen > 0 && chosen == m_members->count() ? tr("C&hoose none") : tr("C&hoose all"));
}

QStringList AskOpinionPanel::members() const {
    QStringList mailboxes;
    for (int row = 0; row < m_members->count(); ++row) {
        if (m_members->item(row)->checkState() == Qt::Checked) {
            mailboxes << m_members->item(row)->data(MailboxData).toString();
        }
    }
    return mailboxes;
}

bool AskOpinionPanel::eventFilter(QObject* watched, QEvent* event) {
    // Editor and lists keep Ctrl+Enter and Escape to themselves otherwise.
    if (event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if ((enter && key->modifiers().testFlag(Qt::ControlModifier)) || key->key() == Qt::Key_Escape) {
            keyPressEvent(key);
            return true;
        }
    }
    return ActionPanel::eventFilter(watched, event);
}

bool AskOpinionPanel::check(const app::OpinionForm& form) {
    const QDate today = app::vietnamToday();
    const bool passed = form.due.isValid() && form.due < today;
    m_subjectField->setError(form.subject.isEmpty() ? tr("Say what it is about.") : QString());
    m_dueField->setError(!form.due.isValid() ? tr("Write the day as dd/mm/yyyy.")
                                             : (passed ? tr("This day has passed.") : QString()));
    m_textField->setError(form.text.size() > app::longestOpinionText
                              ? tr("At most %n character(s).", nullptr, app::longestOpinionText)
                              : QString());
    const bool isNobody = form.members.isEmpty() && form.offices.isEmpty();
    m_membersField->setError(isNobody ? tr("Choose somebody.") : QString());
    m_filesField->setError(m_files->count() > app::mostOpinionFiles
                               ? tr("At most %n file(s).", nullptr, app::mostOpinionFiles)
                               : QString());
    const std::pair<LabelledField*, QWidget*> fields[] = {{m_subjectField, m_subject},
                                                          {m_dueField, m_due},
                                                          {m_textField, m_text},
                                                          {m_membersField, m_members},
                                                          {m_filesField, m_files}};
    for (const auto& [field, editor] : fields) {
        if (field->hasError()) {
            editor->setFocus();
            return false;
        }
    }
    return true;
}

void AskOpinionPanel::go() {
    app::OpinionForm form{.leader = m_leader ? m_leader->currentData().toString() : QString(),
                          .subject = app::visibleText(m_subject->text()),
                          .text = app::commentText(m_text->toPlainText()),
                          .due = readDay(m_due->text()).value_or(QDate()),
                          .members = members(),
                          .isSigned = m_signed->isChecked()};
    for (const app::OrganRef& office : m_offices->chosen()) {
        form.offices << office.id.text();
    }
    for (int row = 0; row < m_files->count(); ++row) {
        const QListWidgetItem* item = m_files->item(row);
        if (const auto id = app::DocumentId::parse(item->data(DocumentData).toString())) {
            form.documents << *id;
        } else {
            form.files << item->data(PathData).toString();
        }
    }
    if (check(form)) {
        emit accepted(form);
    }
}

} // namespace ui
