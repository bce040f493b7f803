// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/protocol/error.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <functional>

class QIODevice;

namespace exchange {

/// What a zip file of one entry turned out to be.
enum class ZipVerdict {
    Unpacked, ///< one plain file: its bytes went to the target
    NotOne,   ///< no entry, several entries, or a folder
    Damaged,  ///< not a zip that can be read (encrypted ones included)
};

struct ZipLimits {
    qint64 unpackedBytes = 512LL << 20;
    int ratio = 200; ///< looked at above 1 MiB
};

/// Unpacks the only entry of `zipFile` into the open device `target`. The entry's name is not looked at. Refuses a zip
/// bomb and a full disk; every other fault is a verdict, after which `target` may hold a part. Reentrant.
[[nodiscard]] Result<ZipVerdict> unpackSingle(const QString& zipFile, QIODevice& target, const ZipLimits& limits);

/// Packs `source`, from where it stands to its end (`size` bytes), as the only entry `entryName` of a zip. The zip goes
/// to `out` in pieces; the same content gives the same bytes. `look` sees the content on its way. Reentrant.
[[nodiscard]] Result<void> packSingle(QIODevice& source, qint64 size, const QByteArray& entryName,
                                      const std::function<void(QByteArrayView)>& look,
                                      const std::function<Result<void>(QByteArrayView)>& out);

} // namespace exchange
