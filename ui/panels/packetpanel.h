// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/pinpanel.h"

namespace ui {

/// The PIN for the signature of a packet, which is made with the seal's key.
class PacketPanel : public PinPanel {
    Q_OBJECT

public:
    PacketPanel(const Theme& theme, const Formatter& formatter, const std::optional<app::KeySource>& key,
                QWidget* parent = nullptr)
        : PinPanel(theme, formatter, Purpose::Seal, key, parent) {
        setSentence(tr("Signs the packet with the certificate of the office and sends it. The document in it stays as "
                       "it is; a packet over 20 MB goes unsigned."));
        setButton(tr("&Sign and send · Ctrl+Enter"));
    }
};

} // namespace ui
