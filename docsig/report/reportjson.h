// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/report/signaturereport.h"

#include <QJsonObject>

#include <optional>

namespace docsig {

/// The stable words of the JSON form: "valid", "invalid", "cannot-tell", "unsigned", "unreadable"…
[[nodiscard]] QString word(Verdict verdict);
[[nodiscard]] QString word(Judgement judgement);
[[nodiscard]] QString word(Part part);
[[nodiscard]] QString word(Weight weight);
[[nodiscard]] QString word(Level level); ///< "none", "B-B", "B-T", "B-LT" or "B-LTA"

/// The report as `congvanctl verify --json` prints it and congvan-verify hands it over. Loses nothing.
[[nodiscard]] QJsonObject toJson(const SignatureReport& report);

/// Reads toJson()'s form back. Nothing, if a needed member is missing, has another type or an unknown word: the reader
/// of a worker's answer treats that as a broken worker. Unknown members are passed over.
[[nodiscard]] std::optional<SignatureReport> fromJson(const QJsonObject& object);

} // namespace docsig
