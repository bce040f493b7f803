// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/meetinganswerpanel.h"

#include "app/domain/comment.h"
#include "ui/presentation/meetingpresenter.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QRadioButton>

namespace ui {

using namespace Qt::Literals::StringLiterals;
using app::Attendance;

MeetingAnswerPanel::MeetingAnswerPanel(const Theme& theme, const QList<app::Person>& others,
                                       const app::MeetingAnswer* before, QWidget* parent)
    : ActionPanel(theme, tr("Only whoever called the meeting, its chair and its secretary read your answer."),
                  tr("&Answer · Ctrl+Enter"), parent)
    , m_choices(new QButtonGroup(this))
    , m_substitute(makeChoiceBox(this))
    , m_words(new QLineEdit(this)) {
    auto* choices = new QWidget(this);
    auto* row = new QHBoxLayout(choices);
    bare(*row, 18);
    const std::pair<Attendance, QString> names[] = {{Attendance::Attends, tr("A&ttend")},
                                                    {Attendance::Absent, tr("A&bsent")},
                                                    {Attendance::Substitute, tr("&Send somebody else")}};
    for (const auto& [attendance, name] : names) {
        auto* choice = new QRadioButton(name, choices);
        choice->setAccessibleName(attendanceWords(attendance));
        choice->setChecked(before ? before->attendance == attendance : attendance == Attendance::Attends);
        m_choices->addButton(choice, int(attendance));
        row->addWidget(choice);
    }
    row->addStretch(1);
    for (const app::Person& person : others) {
        m_substitute->addItem(person.title.isEmpty() ? person.name : u"%1 · %2"_s.arg(person.name, person.title),
                              person.mailbox());
    }
    m_words->setMaxLength(app::longestMeetingWords);
    if (before) {
        m_words->setText(before->text);
        m_substitute->setCurrentIndex(qMax(0, m_substitute->findData(before->substitute)));
    }
    m_choiceField = new LabelledField(theme, tr("Do you come?"), choices, this);
    m_substituteField = new LabelledField(theme, tr("&Who comes instead"), m_substitute, this);
    m_wordsField = new LabelledField(theme, tr("&Reason"), m_words, this);
    m_wordsField->setHint(tr("Needed where you do not come."));
    body().addWidget(m_choiceField);
    body().addWidget(m_substituteField);
    body().addWidget(m_wordsField);
    const auto arrange = [this] {
        m_substituteField->setVisible(m_choices->checkedId() == int(Attendance::Substitute));
    };
    connect(m_choices, &QButtonGroup::idToggled, this, arrange);
    arrange();
}

void MeetingAnswerPanel::focusFirst() {
    m_choices->checkedButton()->setFocus(Qt::OtherFocusReason);
}

void MeetingAnswerPanel::go() {
    const auto attendance = Attendance(m_choices->checkedId());
    const QString words = app::commentText(m_words->text());
    if (attendance == Attendance::Absent && words.isEmpty()) {
        m_wordsField->setError(tr("Say why you do not come."));
        m_words->setFocus();
        return;
    }
    const bool isSubstitute = attendance == Attendance::Substitute;
    emit accepted(attendance, words, isSubstitute ? m_substitute->currentData().toString() : QString());
}

} // namespace ui
