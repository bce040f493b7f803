// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/commentpanel.h"

#include "app/domain/comment.h"
#include "app/domain/plaintext.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QTextBlock>

namespace ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int textHeight = 84; // four lines
constexpr int peopleWidth = 240;

} // namespace

CommentPanel::CommentPanel(const Theme& theme, const QList<app::Person>& people, QWidget* parent)
    : ActionPanel(theme, tr("Everybody who takes part in the document reads it; the sender does not."),
                  tr("&Add comment · Ctrl+Enter"), parent)
    , m_text(new QPlainTextEdit(this))
    , m_people(new QComboBox(this)) {
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(textHeight);
    m_text->installEventFilter(this);
    m_field = new LabelledField(theme, tr("&Comment"), m_text, this);
    m_people->addItem(tr("Choose somebody"));
    for (const app::Person& person : people) {
        m_people->addItem(u"%1 · %2"_s.arg(person.name, person.title), person.login);
    }
    m_people->setFixedWidth(peopleWidth);
    connect(m_people, &QComboBox::activated, this, [this](int index) {
        if (const QString login = m_people->itemData(index).toString(); !login.isEmpty()) {
            mention(login);
        }
    });
    auto* row = new QHBoxLayout;
    bare(*row, 12);
    row->addWidget(m_field, 1, Qt::AlignTop);
    row->addWidget(new LabelledField(theme, tr("&Name somebody"), m_people, this), 0, Qt::AlignTop);
    body().addLayout(row);
    makeFiles();
}

void CommentPanel::makeFiles() {
    auto* choose = makeButton(tr("Add &files…"), ButtonKind::Plain, this);
    m_fileNames = new TextLabel(theme(), Type::Body, Ink::Text, this);
    m_fileNames->setElided(true);
    m_noFiles = makeIconButton(theme(), "close"_L1, tr("Without files"), this);
    m_noFiles->setFixedSize(26, 26);
    auto* row = new QHBoxLayout;
    bare(*row, 8);
    row->addWidget(choose);
    row->addWidget(m_fileNames, 1);
    row->addWidget(m_noFiles);
    body().addLayout(row);
    connect(choose, &QPushButton::clicked, this, &CommentPanel::chooseFiles);
    connect(m_noFiles, &QPushButton::clicked, this, [this] {
        m_files.clear();
        showFiles();
        focusFirst();
    });
    showFiles();
}

void CommentPanel::chooseFiles() {
    auto* chooser = new QFileDialog(this, tr("Files that go with the comment"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::ExistingFiles);
    connect(chooser, &QFileDialog::filesSelected, this, &CommentPanel::addFiles);
    chooser->open();
}

void CommentPanel::addFiles(const QStringList& paths) {
    for (const QString& path : paths) {
        if (!m_files.contains(path)) {
            m_files.append(path);
        }
    }
    showFiles();
}

void CommentPanel::showFiles() {
    QStringList names;
    for (const QString& path : std::as_const(m_files)) {
        names.append(app::visibleText(QFileInfo(path).fileName()));
    }
    const bool isTooMany = m_files.size() > app::mostCommentFiles;
    m_fileNames->setInk(isTooMany ? Ink::Bad : Ink::Text);
    m_fileNames->setText(isTooMany ? tr("At most %n file(s).", nullptr, app::mostCommentFiles) : names.join(u", "_s));
    m_noFiles->setVisible(!m_files.isEmpty());
}

void CommentPanel::focusFirst() {
    m_text->setFocus(Qt::OtherFocusReason);
}

void CommentPanel::mention(const QString& login) {
    QTextCursor cursor = m_text->textCursor();
    const QString before = cursor.block().text().left(cursor.positionInBlock());
    const bool joins = !before.isEmpty() && !before.back().isSpace();
    cursor.insertText((joins ? u" @"_s : u"@"_s) + login + u' ');
    m_text->setTextCursor(cursor);
    m_people->setCurrentIndex(0);
    focusFirst();
}

bool CommentPanel::eventFilter(QObject* watched, QEvent* event) {
    // The editor keeps Ctrl+Enter and Escape to itself otherwise.
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

void CommentPanel::showError(const app::Error& error, const Formatter& formatter) {
    // Which login it is stands in the error; the words are what is to be mended.
    m_field->setError(error.code == "mention-unknown"_L1 ? u"@%1: %2"_s.arg(error.detail, formatter.sentence(error))
                                                         : QString());
    ActionPanel::showError(error, formatter);
}

void CommentPanel::go() {
    const QString text = app::commentText(m_text->toPlainText());
    if (text.isEmpty() || text.size() > app::longestComment) {
        m_field->setError(text.isEmpty() ? tr("Write a comment first.")
                                         : tr("At most %n character(s).", nullptr, app::longestComment));
        m_text->setFocus();
        return;
    }
    m_field->setError({});
    if (m_files.size() > app::mostCommentFiles) {
        return; // said beside the button
    }
    emit accepted(text, m_files);
}

} // namespace ui
