// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/filepane.h"
#include "ui/panels/askopinionpanel.h"
#include "ui/presentation/opinionpresenter.h"
#include "ui/presentation/taskrunner.h"

#include <QPointer>

class QScrollArea;
class QStackedLayout;

namespace ui {

/// One question: what is asked, what lies beside it and its pages, the own answer, and for whoever asks everybody's.
class OpinionPane : public Ground {
    Q_OBJECT

public:
    OpinionPane(const Theme& theme, const Formatter& formatter, Office& office, TaskRunner& runner,
                QWidget* parent = nullptr);

    void open(const app::OpinionId& id);
    void showNothing(const QString& sentence);
    /// The panel for a new question.
    void askNew(const QList<app::Person>& people, const std::optional<OpinionDocument>& document);
    /// As if the primary button, or that of an open panel, were pressed.
    void press();
    [[nodiscard]] ActionPanel* panel() const { return m_panel; }
    [[nodiscard]] const std::optional<OpinionView>& shown() const { return m_view; }
    /// The pages that are shown are drawn, or none are.
    [[nodiscard]] bool isDrawn() const { return m_drawn; }
    /// Writes the summary to a file; its ending says as what.
    void saveTally(const QString& path);

signals:
    /// Something was written down: the sentence for the status bar; with an id where a question was asked.
    void done(const QString& sentence, const std::optional<app::OpinionId>& asked);
    /// Something was saved to a file.
    void saved(const QString& sentence);
    void failed(const app::Error& error);
    void pagesSettled();
    /// A panel was opened or closed.
    void panelChanged();
    /// A panel was closed, and nothing here is left to go on with.
    void left();

private:
    void show(const OpinionView& view);
    void fillPage(const OpinionView& view);
    void addFiles(const OpinionView& view, QBoxLayout& column);
    void addMembers(const OpinionView& view, QBoxLayout& column);
    /// What there is to do about other offices that have not answered.
    void addOffices(QBoxLayout& column);
    [[nodiscard]] QWidget* fileRow(const app::OpinionFile& file, int index);
    [[nodiscard]] QWidget* memberRow(const MemberText& text);
    TextLabel* addWords(QBoxLayout& column, Type type, Ink ink, const QString& words);
    void answer();
    /// The PIN for an answer that is wanted with a signature.
    void signAnswer(const app::OpinionId& id, const app::AnswerForm& form);
    void draftToOffices();
    void enterReply();
    void close();
    void chooseTally();
    void viewFile(int index);
    void chooseCopy(int index);
    void saveShown();
    void leaveFile();
    void openPanel(ActionPanel* panel);
    void closePanel();
    /// Head and pages, or neither while a new question is written.
    void arrange();
    template <typename Work, typename Said>
    void run(ActionPanel* panel, Work work, Said said);

    const Theme& m_theme;
    Formatter m_formatter;
    Office& m_office;
    TaskRunner& m_runner;
    std::optional<OpinionView> m_view;
    Ground* m_head;
    TextLabel* m_facts;
    TextLabel* m_title;
    TextLabel* m_state;
    QPushButton* m_answer;
    QPushButton* m_tally;
    QPushButton* m_close;
    QWidget* m_panelPlace;
    QPointer<ActionPanel> m_panel;
    QScrollArea* m_scroll;
    FilePane* m_file;
    /// The file that is looked at: of which question, its bytes.
    struct ShownFile {
        app::OpinionId opinion;
        QByteArray sha256{};
    };
    std::optional<ShownFile> m_shown;
    int m_fileTicket = 0;
    EmptyState* m_nothing;
    QWidget* m_beside; ///< empty: a question is written, and takes the room
    QStackedLayout* m_stack;
    QString m_sentence; ///< where there is no question
    QPointer<QWidget> m_focusBefore;
    bool m_drawn = true;
    int m_ticket = 0;
};

} // namespace ui
