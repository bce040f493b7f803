// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/senderjudgement.h"

#include <QJsonObject>

namespace app {

/// The sender's judgement as the store and `congvanctl verify --json` write it.
[[nodiscard]] QJsonObject toJson(const SenderJudgement& judgement);
/// What cannot be read becomes cannot tell.
[[nodiscard]] SenderJudgement senderJudgementFromJson(const QJsonObject& object);

} // namespace app
