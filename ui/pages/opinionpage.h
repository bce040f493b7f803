// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/opinionpane.h"
#include "ui/presentation/opinionlistmodel.h"

class QListView;
class QSplitter;

namespace ui {

/// Lấy ý kiến: the questions that a person is asked, what waits for the answer first, and those that they ask; beside
/// the list the one that is chosen.
class OpinionPage : public Ground {
    Q_OBJECT

public:
    OpinionPage(const Theme& theme, const Formatter& formatter, Office& office, TaskRunner& runner,
                QWidget* parent = nullptr);

    /// Reads the list and what is shown anew.
    void reload();
    /// The panel for a new question; `document` lies beside it from the first.
    void askNew(const std::optional<OpinionDocument>& document = {});
    void focusList();
    void selectRow(int row);
    /// See OpinionPane::press().
    void press();
    [[nodiscard]] OpinionPane& pane() { return *m_pane; }

signals:
    /// Something was written down: the sentence for the status bar.
    void done(const QString& sentence);
    /// Something was saved to a file.
    void saved(const QString& sentence);
    void failed(const app::Error& error);
    void pagesSettled();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void show(const OpinionListView& view);
    void choose();
    /// In a narrow window a panel has the room of the list.
    void arrange();

    Office& m_office;
    TaskRunner& m_runner;
    Formatter m_formatter;
    OpinionListModel* m_model;
    QListView* m_list;
    OpinionPane* m_pane;
    QSplitter* m_splitter;
    QList<app::Person> m_people;
    std::optional<app::OpinionId> m_wanted; ///< is chosen when the list is read
    bool m_mayAsk;
    int m_ticket = 0;
};

} // namespace ui
