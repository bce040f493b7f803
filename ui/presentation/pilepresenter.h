// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/signdocuments.h"
#include "ui/presentation/formatter.h"
#include "ui/presentation/tone.h"

#include <QLatin1String>
#include <QStringList>

namespace ui {

/// A document among several that are signed with one PIN: what it is, how it stands, what is to be weighed.
struct PileRow {
    app::DocumentId id;
    QString title{}; ///< subject
    QString facts{}; ///< kind, number, receivers
    Tone tone = Tone::Neutral;
    QLatin1String icon{};
    QString state{};       ///< in a few words, or the sentence of what went wrong
    QString code{};        ///< of that; may be empty
    QStringList weighed{}; ///< what a look at the pages does not show: sentence, place and code each
};

/// Not looked at yet.
[[nodiscard]] PileRow rowOf(const app::DocumentSummary& document, const Formatter& formatter);
/// Looked at, before the PIN.
[[nodiscard]] PileRow rowOf(const app::PileCheck& check, const Formatter& formatter);
/// What became of it.
[[nodiscard]] PileRow rowOf(const app::PileResult& result, const Formatter& formatter);

/// What the whole pile asks to weigh: about the certificate, each point with its code, then the documents.
[[nodiscard]] QString pileFacts(const app::PileView& view, const Formatter& formatter);
/// Without mere notes.
[[nodiscard]] QList<docsig::Finding> weighty(const QList<docsig::Finding>& findings);
/// "3 of 3 documents signed".
[[nodiscard]] QString pileDone(const app::PileOutcome& outcome);

} // namespace ui
