// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/opinion.h"
#include "app/services/opinionoffices.h"
#include "ui/panels/actionpanel.h"

class QButtonGroup;
class QComboBox;
class QPlainTextEdit;

namespace ui {

/// The own answer to a question: agree, disagree or something else, with words.
class OpinionAnswerPanel : public ActionPanel {
    Q_OBJECT

public:
    /// `before`: the answer that this one takes the place of; null: it is the first.
    OpinionAnswerPanel(const Theme& theme, const app::OpinionAnswer* before, QWidget* parent = nullptr);
    /// For whoever asks, who enters what another office says in one of these documents.
    OpinionAnswerPanel(const Theme& theme, const QList<app::OfficeReply>& replies, QWidget* parent = nullptr);
    void focusFirst() override;
    /// The document that was chosen; nothing: it is an answer of one's own.
    [[nodiscard]] std::optional<app::DocumentId> document() const;

signals:
    void accepted(app::Stance stance, const QString& text);

protected:
    void go() override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    OpinionAnswerPanel(const Theme& theme, const QString& note, const QString& button, QWidget* parent);
    void makeFields(const app::OpinionAnswer* before);

    QComboBox* m_replies = nullptr;
    QButtonGroup* m_stances;
    QPlainTextEdit* m_text;
    LabelledField* m_stanceField = nullptr;
    LabelledField* m_textField = nullptr;
};

} // namespace ui
