// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/meetingpane.h"
#include "ui/presentation/meetinglistmodel.h"

class QListView;
class QSplitter;

namespace ui {

/// Họp: the meetings that a person holds or is invited to, those to come first; beside the list the one that is chosen.
class MeetingPage : public Ground {
    Q_OBJECT

public:
    MeetingPage(const Theme& theme, const Formatter& formatter, Office& office, TaskRunner& runner,
                QWidget* parent = nullptr);

    /// Reads the list and what is shown anew.
    void reload();
    /// The panel for a new meeting.
    void callNew();
    void focusList();
    void selectRow(int row);
    /// See MeetingPane::press().
    void press();
    [[nodiscard]] MeetingPane& pane() { return *m_pane; }

signals:
    /// Something was written down: the sentence for the status bar.
    void done(const QString& sentence);
    /// Something was saved to a file.
    void saved(const QString& sentence);
    void failed(const app::Error& error);
    /// A draft was made: it is to be looked at.
    void draftMade(const app::Draft& draft);
    /// The work of a task, or a document of the meeting.
    void documentWanted(const app::DocumentId& id);
    void pagesSettled();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void show(const MeetingListView& view);
    void choose();
    /// In a narrow window a panel has the room of the list.
    void arrange();

    Office& m_office;
    TaskRunner& m_runner;
    Formatter m_formatter;
    MeetingListModel* m_model;
    QListView* m_list;
    MeetingPane* m_pane;
    QSplitter* m_splitter;
    std::optional<app::MeetingId> m_wanted; ///< is chosen when the list is read
    bool m_mayCall;
    int m_ticket = 0;
};

} // namespace ui
