// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentview.h"
#include "app/domain/dossier.h"
#include "ui/presentation/formatter.h"
#include "ui/presentation/tone.h"

#include <QLatin1String>
#include <QMetaType>
#include <QString>

namespace ui {

/// A row of a list as it is drawn: three lines. Plain text, already in the window's language.
struct RowText {
    QString title; ///< line 1, bold
    QString time;  ///< line 1, right
    bool timeUrgent = false;
    QString subject; ///< line 2, two lines at most
    QString excerpt; ///< of a search: below the subject, where the words stand in the text
    QString tag;     ///< line 3: a small label with a pale ground
    Tone tagTone = Tone::Caution;
    QLatin1String kindIcon; ///< line 3, before the facts: of what is no official document
    QString facts;          ///< line 3
    QString verdict;        ///< line 3, with its symbol
    QLatin1String verdictIcon;
    Tone verdictTone = Tone::Neutral;
    bool unread = false;
    QString spoken; ///< the whole row for a screen reader

    friend bool operator==(const RowText&, const RowText&) = default;
};

[[nodiscard]] RowText rowOf(const app::DocumentSummary& document, const Formatter& formatter, const QDate& today);
[[nodiscard]] RowText rowOf(const app::DossierSummary& dossier, const Formatter& formatter, const QDate& today);

[[nodiscard]] QString urgencyWords(app::Urgency urgency);
[[nodiscard]] QString stateWords(app::DocumentState state);
/// What hangs over a document besides its state; empty: nothing.
[[nodiscard]] QString markWords(app::ChangeMark mark);
/// A few words for a finding, as a row has room for; general words for one that has none of its own.
[[nodiscard]] QString shortFinding(const QString& code, docsig::Verdict verdict);

} // namespace ui

Q_DECLARE_METATYPE(ui::RowText)
