// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/pdf/value.h"

#include <QByteArrayView>

#include <optional>

namespace docsig::pdf {

/// Where an object is (ISO 32000-1 §7.5.4, §7.5.8).
struct Entry {
    enum class Kind { Free, InFile, InStream };

    Kind kind = Kind::Free;
    qint64 place = 0;   ///< offset in the file, or number of the object stream
    int generation = 0; ///< or index in the object stream

    friend bool operator==(const Entry&, const Entry&) = default;
};

using Entries = QMap<int, Entry>;

/// One cross-reference section with its trailer; of a hybrid file with what /XRefStm adds (§7.5.8.4).
struct Section {
    qint64 offset = 0;
    bool isStream = false;
    Entries entries;
    Dictionary trailer;
};

/// Reads the section at `offset`; nothing where there is none or it breaks the rules or a limit.
[[nodiscard]] std::optional<Section> readSection(QByteArrayView file, qint64 offset);

/// The bytes of a stream with no filter or FlateDecode, predictors undone; nothing for other filters, damage, or more
/// than `limit` bytes.
[[nodiscard]] std::optional<QByteArray> decodeStream(QByteArrayView raw, const Dictionary& dictionary, qsizetype limit);

} // namespace docsig::pdf
