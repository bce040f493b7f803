// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/meetingnotepanel.h"

#include "app/domain/comment.h"

#include <QCheckBox>
#include <QComboBox>
#include <QKeyEvent>
#include <QPlainTextEdit>

namespace ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int noteHeight = 112;

} // namespace

MeetingNotePanel::MeetingNotePanel(const Theme& theme, const app::Meeting& meeting, QWidget* parent)
    : ActionPanel(theme, tr("Working notes are read by whoever called the meeting, its chair and its secretary alone."),
                  tr("&Keep · Ctrl+Enter"), parent)
    , m_meeting(meeting)
    , m_item(makeChoiceBox(this))
    , m_text(new QPlainTextEdit(this))
    , m_shared(new QCheckBox(tr("&Share with all invited"), this)) {
    int number = 0;
    for (const app::AgendaItem& item : meeting.plan.agenda) {
        m_item->addItem(u"%1. %2"_s.arg(++number).arg(item.title), item.key);
    }
    m_item->addItem(tr("The meeting as a whole"), 0);
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(noteHeight);
    m_text->installEventFilter(this);
    m_textField = new LabelledField(theme, tr("&Words"), m_text, this);
    body().addWidget(new LabelledField(theme, tr("&Item"), m_item, this));
    body().addWidget(m_textField);
    body().addWidget(m_shared);
    connect(m_item, &QComboBox::currentIndexChanged, this, &MeetingNotePanel::fill);
    fill();
}

void MeetingNotePanel::fill() {
    const int item = m_item->currentData().toInt();
    const app::MeetingNote* working = m_meeting.note(item, false);
    const app::MeetingNote* shared = m_meeting.note(item, true);
    const app::MeetingNote* known = working ? working : shared;
    m_text->setPlainText(known ? known->text : QString());
    m_shared->setChecked(shared && !working);
}

void MeetingNotePanel::focusFirst() {
    m_text->setFocus(Qt::OtherFocusReason);
}

bool MeetingNotePanel::eventFilter(QObject* watched, QEvent* event) {
    // The editor keeps Ctrl+Enter and Escape to itself otherwise.
    if (watched == m_text && event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if ((enter && key->modifiers().testFlag(Qt::ControlModifier)) || key->key() == Qt::Key_Escape) {
            keyPressEvent(key);
            return true;
        }
    }
    return ActionPanel::eventFilter(watched, event);
}

void MeetingNotePanel::go() {
    const QString text = app::commentText(m_text->toPlainText());
    if (text.size() > app::longestMeetingText) {
        m_textField->setError(tr("At most %n character(s).", nullptr, app::longestMeetingText));
        return;
    }
    emit accepted(m_item->currentData().toInt(), text, m_shared->isChecked());
}

} // namespace ui
