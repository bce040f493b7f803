// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/pinpanel.h"

namespace ui {

/// The PIN for several documents: typed once, tried once.
class PilePanel : public PinPanel {
    Q_OBJECT

public:
    PilePanel(const Theme& theme, const Formatter& formatter, int documents, const std::optional<app::KeySource>& key,
              QWidget* parent = nullptr)
        : PinPanel(theme, formatter, Purpose::Signature, key, parent) {
        setSentence(tr("Signs the %n document(s) listed below with your certificate; the PIN is entered once.", nullptr,
                       documents));
        setButton(tr("&Sign %n document(s) · Ctrl+Enter", nullptr, documents));
    }
};

} // namespace ui
