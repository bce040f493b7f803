// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/filepane.h"
#include "ui/panels/actionpanel.h"
#include "ui/presentation/meetingpresenter.h"
#include "ui/presentation/taskrunner.h"

#include <QPointer>

class QScrollArea;
class QStackedLayout;

namespace ui {

/// One meeting: what the invitation says, the agenda with its documents and notes, who comes, the conclusion, what
/// became of its tasks, and what may be done with it.
class MeetingPane : public Ground {
    Q_OBJECT

public:
    MeetingPane(const Theme& theme, const Formatter& formatter, Office& office, TaskRunner& runner,
                QWidget* parent = nullptr);

    void open(const app::MeetingId& id);
    void showNothing(const QString& sentence);
    /// The panel for a new meeting.
    void callNew(const QList<app::Person>& people);
    /// As if the primary button, or that of an open panel, were pressed.
    void press();
    [[nodiscard]] ActionPanel* panel() const { return m_panel; }
    [[nodiscard]] const std::optional<MeetingView>& shown() const { return m_view; }
    /// The pages that are shown are drawn, or none are.
    [[nodiscard]] bool isDrawn() const { return m_drawn; }

signals:
    /// Something was written down: the sentence for the status bar; with an id where a meeting was called.
    void done(const QString& sentence, const std::optional<app::MeetingId>& called);
    /// Something was saved to a file.
    void saved(const QString& sentence);
    void failed(const app::Error& error);
    void draftMade(const app::Draft& draft);
    void documentWanted(const app::DocumentId& id);
    void pagesSettled();
    /// A panel was opened or closed.
    void panelChanged();
    /// A panel was closed, and nothing here is left to go on with.
    void left();

private:
    void makeHead();
    void makeFilePane();
    void show(const MeetingView& view);
    void fillPage(const MeetingView& view);
    void addAgenda(const MeetingView& view, QBoxLayout& column);
    void addNotes(const app::Meeting& meeting, int item, QBoxLayout& column);
    void addConclusion(const MeetingView& view, QBoxLayout& column);
    void addPeople(const MeetingView& view, QBoxLayout& column);
    [[nodiscard]] QWidget* fileRow(const app::MeetingFile& file, int item, int index);
    [[nodiscard]] QWidget* lineRow(const MeetingLine& line, const std::optional<app::DocumentId>& document);
    TextLabel* addWords(QBoxLayout& column, Type type, Ink ink, const QString& words);
    void answer();
    void change();
    void note();
    void conclude();
    void cancel();
    void draftPaper();
    void viewFile(int item, int index);
    void chooseCopy(int item, int index);
    void saveShown();
    void leaveFile();
    void openPanel(ActionPanel* panel);
    void closePanel();
    /// Head and pages, or neither while a panel has the room.
    void arrange();
    [[nodiscard]] bool coversAll() const;
    template <typename Work>
    void run(ActionPanel* panel, Work work, const QString& sentence);

    const Theme& m_theme;
    Formatter m_formatter;
    Office& m_office;
    TaskRunner& m_runner;
    std::optional<MeetingView> m_view;
    Ground* m_head;
    TextLabel* m_facts;
    TextLabel* m_title;
    TextLabel* m_state;
    QPushButton* m_primary;
    QPushButton* m_note;
    QPushButton* m_change;
    QPushButton* m_draft;
    QPushButton* m_cancel;
    QWidget* m_panelPlace;
    QPointer<ActionPanel> m_panel;
    bool m_isLargePanel = false;
    QScrollArea* m_scroll;
    FilePane* m_file;
    /// The file that is looked at: of which meeting, key of the item, its bytes.
    struct ShownFile {
        app::MeetingId meeting;
        int item = 0;
        QByteArray sha256{};
    };
    std::optional<ShownFile> m_shown;
    int m_fileTicket = 0;
    EmptyState* m_nothing;
    QWidget* m_beside; ///< empty: a large panel takes the room
    QStackedLayout* m_stack;
    QString m_sentence; ///< where there is no meeting
    QPointer<QWidget> m_focusBefore;
    bool m_drawn = true;
    int m_ticket = 0;
};

} // namespace ui
