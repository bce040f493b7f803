// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presentation/meetingpresenter.h"

#include <QAbstractListModel>

namespace ui {

/// The rows of the list of meetings, drawn as those of documents are (DocumentListModel::RowRole).
class MeetingListModel : public QAbstractListModel {
    Q_OBJECT

public:
    explicit MeetingListModel(const Formatter& formatter, QObject* parent = nullptr);

    void show(const MeetingListView& view);
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] std::optional<app::MeetingId> meeting(int row) const;
    [[nodiscard]] int rowOfMeeting(const app::MeetingId& id) const; ///< -1: not here

private:
    Formatter m_formatter;
    MeetingListView m_view;
};

} // namespace ui
