// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace app::page {

/// The small words and signs that the decree puts around what a person wrote.

/// NFC, one space between words, no control characters; line breaks become spaces unless they are kept.
[[nodiscard]] QString tidy(const QString& text);
[[nodiscard]] QString tidyKeepingLines(const QString& text);
/// The same for a list; what is empty then is left out.
[[nodiscard]] QStringList tidy(const QStringList& texts);

/// The text without closing ; , . and without "./.".
[[nodiscard]] QString withoutClosing(const QString& text);

/// Every line closed with ';', the last with '.'.
[[nodiscard]] QStringList closedList(const QStringList& texts);

/// "Đề nghị … thực hiện./." closes the body.
[[nodiscard]] QString withEndMark(const QString& text);

/// "V/v …" before the summary of a công văn, unless it stands there.
[[nodiscard]] QString aboutLine(const QString& subject);

/// "ỦY BAN NHÂN DÂN TỈNH MẪU" on two lines, as councils and committees write themselves; other names as they are.
[[nodiscard]] QString agencyLines(const QString& agency);

} // namespace app::page
