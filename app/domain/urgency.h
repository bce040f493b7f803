// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace app {

/// Độ khẩn; the values are those of edXML's Priority. 4 ("hỏa tốc hẹn giờ", abolished by Nghị định 30) is read as 3.
enum class Urgency { Normal = 0, Urgent = 1, VeryUrgent = 2, Express = 3 };

/// Độ mật. Anything but None never leaves this computer by the exchange.
enum class Secrecy { None = 0, Confidential = 1, Secret = 2, TopSecret = 3 };

/// "normal", "urgent", "very-urgent", "express".
[[nodiscard]] QString urgencyKey(Urgency urgency);
[[nodiscard]] std::optional<Urgency> urgencyFromKey(QStringView key);
/// From a packet's number; anything odd is Normal.
[[nodiscard]] Urgency urgencyFromPriority(int priority);

/// "none", "confidential", "secret", "top-secret".
[[nodiscard]] QString secrecyKey(Secrecy secrecy);
[[nodiscard]] std::optional<Secrecy> secrecyFromKey(QStringView key);
/// As it stands on the paper, the same in every language: "MẬT", "TỐI MẬT", "TUYỆT MẬT"; empty for none.
[[nodiscard]] QString secrecyMark(Secrecy secrecy);

} // namespace app
