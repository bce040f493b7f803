// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/meetings.h"
#include "ui/widgets/findfield.h"
#include "ui/widgets/labelledfield.h"

#include <QWidget>

class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace ui {

/// The agenda of a meeting in a form, a line for each item, and what lies beside the items: files of this computer, and
/// documents of the desk, found by their words. Everything from the keyboard.
class AgendaFields : public QWidget {
    Q_OBJECT

public:
    /// `documents`: finds documents of the desk; the value of a row is the text of the document's id.
    AgendaFields(const Theme& theme, TaskRunner& runner, FindRows documents, QWidget* parent = nullptr);

    /// As it is changed.
    void fill(const QList<app::AgendaItem>& agenda);
    /// Beside the item in whose line of the agenda the cursor is.
    void addFiles(const QStringList& paths);
    void addDocument(const QString& id, const QString& words);
    [[nodiscard]] QList<app::AgendaForm> agenda() const;
    /// Says what is wrong with it; false where something is, and leads there.
    [[nodiscard]] bool check();
    /// The ones that keep keys to themselves.
    [[nodiscard]] QList<QWidget*> editors() const;

private:
    void chooseFiles();
    void removeBeside();
    void addBeside(const QString& words, const QString& tip, int role, const QString& value);
    [[nodiscard]] int itemAtCursor() const;

    QList<app::AgendaItem> m_before;
    QPlainTextEdit* m_agenda;
    QListWidget* m_beside;
    FindField* m_find;
    QPushButton* m_remove;
    LabelledField* m_agendaField;
};

} // namespace ui
