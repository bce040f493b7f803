// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/pdf/entries.h"
#include "docsig/pdf/value.h"

#include <QByteArrayView>

#include <optional>

namespace docsig::pdf {

/// One cross-reference section with its trailer; of a hybrid file with what /XRefStm adds (§7.5.8.4).
struct Section {
    qint64 offset = 0;
    bool isStream = false;
    Entries entries;
    Dictionary trailer;
    /// Two programs may read it in two ways: a number named twice, a comment between the rows, rows missing, a table
    /// and its /XRefStm that contradict each other.
    bool twoReadings = false;
};

/// Reads the section at `offset`; nothing where there is none or it breaks the rules or a limit.
[[nodiscard]] std::optional<Section> readSection(QByteArrayView file, qint64 offset);

/// The bytes of a stream with no filter or FlateDecode, predictors undone; nothing for other filters, damage, or more
/// than `limit` bytes.
[[nodiscard]] std::optional<QByteArray> decodeStream(QByteArrayView raw, const Dictionary& dictionary, qsizetype limit);

} // namespace docsig::pdf
