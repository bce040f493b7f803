// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/person.h"
#include "ui/panels/actionpanel.h"
#include "ui/widgets/textlabel.h"

class QComboBox;
class QPlainTextEdit;

namespace ui {

/// Something said about the document to all who take part in it, with files where they are wanted. Whoever is chosen is
/// put into the words as "@login", so that the words alone tell who is named.
class CommentPanel : public ActionPanel {
    Q_OBJECT

public:
    /// `people`: the office without who writes.
    CommentPanel(const Theme& theme, const QList<app::Person>& people, QWidget* parent = nullptr);
    void focusFirst() override;
    /// As if they were chosen.
    void addFiles(const QStringList& paths);
    void showError(const app::Error& error, const Formatter& formatter) override;

signals:
    /// `files`: their paths.
    void accepted(const QString& text, const QStringList& files);

protected:
    void go() override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void mention(const QString& login);
    void makeFiles();
    void chooseFiles();
    void showFiles();

    QPlainTextEdit* m_text;
    QComboBox* m_people;
    LabelledField* m_field;
    QStringList m_files;
    TextLabel* m_fileNames;
    QPushButton* m_noFiles;
};

} // namespace ui
