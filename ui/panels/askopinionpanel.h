// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/opinions.h"
#include "ui/panels/actionpanel.h"
#include "ui/widgets/officepicker.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;

namespace ui {

/// A document that is to lie beside a question.
struct OpinionDocument {
    app::DocumentId id;
    QString name{}; ///< number and subject
};

/// A question to members of the office: what, by when, in whose name, to whom, and what lies beside it.
class AskOpinionPanel : public ActionPanel {
    Q_OBJECT

public:
    /// `self` asks. `document`: lies beside it from the first.
    AskOpinionPanel(const Theme& theme, const app::Person& self, const QList<app::Person>& people,
                    const std::optional<OpinionDocument>& document, TaskRunner& runner, AgencySearch search,
                    QWidget* parent = nullptr);
    void focusFirst() override;
    /// Lies beside it, too.
    void addFiles(const QStringList& paths);

signals:
    void accepted(const app::OpinionForm& form);

protected:
    void go() override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void makeWords();
    void makeMembers(const app::Person& self, const QList<app::Person>& people);
    void makeFiles(const std::optional<OpinionDocument>& document, QWidget* offices);
    void checkAll();
    void chooseFiles();
    void removeFile();
    void sayMembers();
    [[nodiscard]] QStringList members() const;
    /// False where something is wrong; said where it stands.
    [[nodiscard]] bool check(const app::OpinionForm& form);

    QLineEdit* m_subject;
    QPlainTextEdit* m_text;
    QLineEdit* m_due;
    QComboBox* m_leader = nullptr; ///< null: the person asks in their own name
    QCheckBox* m_signed = nullptr;
    QListWidget* m_members;
    OfficePicker* m_offices; ///< other offices, which are asked by a document
    QListWidget* m_files;
    QPushButton* m_all;
    QPushButton* m_remove;
    LabelledField* m_subjectField = nullptr;
    LabelledField* m_textField = nullptr;
    LabelledField* m_dueField = nullptr;
    LabelledField* m_membersField = nullptr;
    LabelledField* m_filesField = nullptr;
};

} // namespace ui
