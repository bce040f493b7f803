// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/folder.h"
#include "app/domain/sentences.h"
#include "ui/theme/theme.h"

#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>

namespace ui {

/// What congvan is started with.
struct StartOptions {
    QString profile; ///< empty: the first of this computer
    std::optional<ThemeChoice> theme;
    std::optional<app::Language> language;
    QString screenshot; ///< draw the window into this file and end
    std::optional<app::Folder> show;
    int row = 0;
    QString open; ///< with a picture: "act", "facts", "signatures", "trail", "draft", "palette"
    QSize size{1280, 800};
    bool syncFirst = false;
    bool measureStart = false; ///< print how long the start took, and end
    QString problem;           ///< what could not be understood; then nothing else counts
    bool help = false;

    [[nodiscard]] bool endsByItself() const { return !screenshot.isEmpty() || measureStart; }
};

[[nodiscard]] StartOptions readOptions(const QStringList& arguments);
[[nodiscard]] QString helpText();

} // namespace ui
