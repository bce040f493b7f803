// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/labelledfield.h"

#include "ui/theme/accessiblefaces.h"

#include <QVBoxLayout>

namespace ui {

LabelledField::LabelledField(const Theme& theme, const QString& label, QWidget* editor, QWidget* parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_label(new TextLabel(theme, Type::Facts, Ink::Text2, this))
    , m_under(new TextLabel(theme, Type::Facts, Ink::Text2, this)) {
    m_label->setText(label);
    m_label->setBuddy(editor);
    m_under->setWordWrap(true);
    m_under->hide();
    editor->setAccessibleName(QString(label).remove(u'&'));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_label);
    layout->addWidget(editor);
    layout->addWidget(m_under);
}

void LabelledField::leadTo(QWidget& control) {
    m_label->setBuddy(&control);
}

void LabelledField::setError(const QString& sentence) {
    m_error = sentence;
    refresh();
    if (!sentence.isEmpty()) {
        speak(*m_under);
    }
}

void LabelledField::setHint(const QString& sentence) {
    m_hint = sentence;
    refresh();
}

bool LabelledField::hasError() const {
    return !m_error.isEmpty();
}

void LabelledField::refresh() {
    m_under->setInk(m_error.isEmpty() ? Ink::Text2 : Ink::Bad);
    m_under->setText(m_error.isEmpty() ? m_hint : m_error);
    m_under->setVisible(!m_under->text().isEmpty());
    m_editor->setProperty("wrong", !m_error.isEmpty());
    m_editor->setAccessibleDescription(m_under->text());
    m_editor->update();
}

} // namespace ui
