// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QString>
#include <QWidget>

namespace ui {

/// What the row of a file says.
struct FileRowText {
    QString name{};
    QString size{};
    bool hasPages = false; ///< it can be shown here
    bool isHere = true;    ///< its bytes came
};

/// One file that lies beside something: its name and size, and what may be done with it.
class FileRow : public QWidget {
    Q_OBJECT

public:
    /// Where the size stands: behind the name, or under it where there is little room.
    enum class Shape { Wide, Narrow };

    FileRow(const Theme& theme, const FileRowText& text, Shape shape, QWidget* parent = nullptr);

signals:
    void viewWanted();
    void saveWanted();
};

} // namespace ui
