// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/draft.h"

#include <QJsonObject>

#include <optional>

namespace app {

/// A draft as the store and `congvanctl draft` write it. Unknown members are ignored; what is missing has its default.
[[nodiscard]] QJsonObject toJson(const Draft& draft);
/// Nothing where the id, the kind or an OrganId is not one.
[[nodiscard]] std::optional<Draft> draftFromJson(const QJsonObject& object);

// Parts that other documents use, too.
[[nodiscard]] QJsonObject toJson(const DocumentReference& reference);
[[nodiscard]] DocumentReference referenceFromJson(const QJsonObject& object);
[[nodiscard]] QJsonObject toJson(const FlowPlaces& places);
[[nodiscard]] FlowPlaces placesFromJson(const QJsonObject& object);
[[nodiscard]] QJsonObject toJson(const SignerFacts& signer);
[[nodiscard]] SignerFacts signerFromJson(const QJsonObject& object);
[[nodiscard]] QJsonObject toJson(const OrganRef& organ);
[[nodiscard]] OrganRef organFromJson(const QJsonObject& object);

} // namespace app
