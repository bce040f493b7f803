// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presentation/documentcase.h"
#include "ui/presentation/formatter.h"
#include "ui/presentation/tone.h"

#include <QLatin1String>
#include <QList>
#include <QString>

namespace ui {

/// One line of a block: a label and what stands under it, or words alone.
struct DetailLine {
    QString label;
    QString words;
    Tone tone = Tone::Neutral;
    QLatin1String icon; ///< may be empty
    QString code;       ///< small beside the words
    int page = -1;      ///< from 0: the line leads to that page; -1 where it leads nowhere
};

/// A file of a document, to be looked at or saved.
struct DetailFile {
    QString name{}; ///< as the sender wrote it: text to show, never a path
    QString size{};
    QByteArray sha256{};
    bool hasPages = false; ///< it can be shown here
    bool here = true;      ///< its bytes are in this store

    friend bool operator==(const DetailFile&, const DetailFile&) = default;
};

/// A heading and its lines. A block may lead to a document.
struct DetailBlock {
    QString heading;
    QString side{}; ///< right of the heading: a time, a state
    Tone tone = Tone::Neutral;
    QLatin1String icon{};
    QList<DetailLine> lines{};
    QList<DetailFile> files{};
    std::optional<app::DocumentId> leadsTo{};
    bool offersPin = false;        ///< "I know this seal" is offered here
    bool offersCompletion = false; ///< "Try now": what the signatures wait for is asked for at once
    bool offersComment = false;    ///< something can be said from here
    bool offersReport = false;     ///< the report on the file can be saved from here
    int comparesWith = -1;         ///< index of a signature whose signed state can be laid beside the file
};

enum class DetailTab { Facts, Comments, Signatures, Trail, Links, History };

/// What an act of that kind is called in a history; the kind itself where this version has no words for it.
[[nodiscard]] QString actWords(const QString& kind);
[[nodiscard]] QString tabName(DetailTab tab);
[[nodiscard]] QList<DetailBlock> blocksOf(const DocumentCase& known, DetailTab tab, const Formatter& formatter);
/// Files that lie beside the main one.
[[nodiscard]] int attachmentCount(const DocumentCase& known);
/// What a tab says when it has no block.
[[nodiscard]] QString emptyTabText(DetailTab tab);
/// The tone and symbol of a line of the trail.
[[nodiscard]] Tone trailTone(const QString& code);
[[nodiscard]] QLatin1String trailIcon(const QString& code);

} // namespace ui
