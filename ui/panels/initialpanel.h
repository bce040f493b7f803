// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/pinpanel.h"

namespace ui {

/// The PIN for initials under a draft (ký nháy).
class InitialPanel : public PinPanel {
    Q_OBJECT

public:
    InitialPanel(const Theme& theme, const Formatter& formatter, const std::optional<app::KeySource>& key,
                 QWidget* parent = nullptr)
        : PinPanel(theme, formatter, Purpose::Signature, key, parent) {
        setSentence(
            tr("Puts your initials after the text as it is shown below; then the document goes to the leader."));
        setButton(tr("&Initial · Ctrl+Enter"));
    }
};

} // namespace ui
