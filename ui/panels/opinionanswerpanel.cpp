// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/opinionanswerpanel.h"

#include "app/domain/comment.h"
#include "ui/presentation/opinionpresenter.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QRadioButton>

namespace ui {

using app::Stance;

namespace {

constexpr int answerHeight = 84; // four lines

} // namespace

OpinionAnswerPanel::OpinionAnswerPanel(const Theme& theme, const QString& note, const QString& button, QWidget* parent)
    : ActionPanel(theme, note, button, parent)
    , m_stances(new QButtonGroup(this))
    , m_text(new QPlainTextEdit(this)) {}

OpinionAnswerPanel::OpinionAnswerPanel(const Theme& theme, const app::OpinionAnswer* before, QWidget* parent)
    : OpinionAnswerPanel(theme,
                         tr("Only whoever asks reads your answer. Until the last day you can change it; every answer "
                            "is kept, the last one counts."),
                         tr("&Answer · Ctrl+Enter"), parent) {
    makeFields(before);
}

OpinionAnswerPanel::OpinionAnswerPanel(const Theme& theme, const QList<app::OfficeReply>& replies, QWidget* parent)
    : OpinionAnswerPanel(theme, tr("What the other office says in its document; the document is the proof."),
                         tr("&Enter · Ctrl+Enter"), parent) {
    m_replies = makeChoiceBox(this);
    for (const app::OfficeReply& reply : replies) {
        m_replies->addItem(QStringLiteral("%1 · %2 · %3").arg(reply.office.name, reply.number, reply.subject),
                           reply.document.text());
    }
    body().addWidget(new LabelledField(theme, tr("Docu&ment"), m_replies, this));
    makeFields(nullptr);
}

std::optional<app::DocumentId> OpinionAnswerPanel::document() const {
    return m_replies ? app::DocumentId::parse(m_replies->currentData().toString()) : std::nullopt;
}

void OpinionAnswerPanel::makeFields(const app::OpinionAnswer* before) {
    auto* choices = new QWidget(this);
    auto* row = new QHBoxLayout(choices);
    bare(*row, 18);
    const std::pair<Stance, QString> names[] = {
        {Stance::Agree, tr("A&gree")}, {Stance::Disagree, tr("&Disagree")}, {Stance::Other, tr("O&ther opinion")}};
    for (const auto& [stance, name] : names) {
        auto* choice = new QRadioButton(name, choices);
        choice->setAccessibleName(stanceWords(stance));
        choice->setChecked(before && before->stance == stance);
        choice->installEventFilter(this);
        m_stances->addButton(choice, int(stance));
        row->addWidget(choice);
    }
    row->addStretch(1);
    m_stanceField = new LabelledField(theme(), m_replies ? tr("Its opinion") : tr("Your opinion"), choices, this);
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(answerHeight);
    m_text->setPlainText(before ? before->text : QString());
    m_text->installEventFilter(this);
    m_textField = new LabelledField(theme(), tr("&Words"), m_text, this);
    m_textField->setHint(tr("Needed unless you simply agree."));
    body().addWidget(m_stanceField);
    body().addWidget(m_textField);
}

void OpinionAnswerPanel::focusFirst() {
    QAbstractButton* chosen = m_stances->checkedButton();
    (chosen ? chosen : m_stances->button(int(Stance::Agree)))->setFocus(Qt::OtherFocusReason);
}

bool OpinionAnswerPanel::eventFilter(QObject* watched, QEvent* event) {
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

void OpinionAnswerPanel::go() {
    m_stanceField->setError(m_stances->checkedId() < 0 ? tr("Choose one of the three.") : QString());
    m_textField->setError({});
    if (m_stances->checkedId() < 0) {
        focusFirst();
        return;
    }
    const auto stance = Stance(m_stances->checkedId());
    const QString text = app::commentText(m_text->toPlainText());
    if (!app::isWholeAnswer(stance, text)) {
        m_textField->setError(text.isEmpty() ? tr("Say why, or what else you think.")
                                             : tr("At most %n character(s).", nullptr, app::longestOpinionAnswer));
        m_text->setFocus();
        return;
    }
    emit accepted(stance, text);
}

} // namespace ui
