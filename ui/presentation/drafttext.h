// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/draft.h"

#include <QHash>
#include <QString>

namespace ui {

/// Between the lists of a draft and the text that a person types: one entry a line; paragraphs one a line; articles
/// parted by an empty line, a short first line without a full stop being the title of the lines under it.
[[nodiscard]] QStringList linesOf(const QString& text);
[[nodiscard]] QString textOf(const QStringList& lines);
[[nodiscard]] QList<app::Article> articlesOf(const QString& text);
[[nodiscard]] QString textOf(const QList<app::Article>& articles);

/// The fields of the form.
enum class DraftField { Subject, Addressees, Grounds, Body, Articles, Receivers, Signer, DueDate, Notation };

/// What is still missing before a draft can be submitted: a sentence per field. Empty: nothing.
[[nodiscard]] QHash<DraftField, QString> missingFor(const app::Draft& draft);

} // namespace ui
