// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/protocol/error.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <memory>
#include <utility>

class QIODevice;

namespace hub {

/// What a call answers: JSON, or a piece of a file.
struct Answer {
    int status = 200;
    QJsonObject object{};
    QList<std::pair<QByteArray, QByteArray>> headers{};
    QByteArray bytes{};                  ///< not empty: the body itself, of the type that the headers name
    bool quiet = false;                  ///< tells nothing new: a call that may wait for news waits
    QString filePath{};                  ///< not empty: the body is this file's bytes from `fileOffset` on
    std::shared_ptr<QIODevice> device{}; ///< not empty: the same of a content that is no file
    qint64 fileOffset = 0;
    qint64 fileLength = 0; ///< how many of them; -1: as many as the device has, which is read once
};

/// {"code", "detail"} with the status that belongs to the code. Details of the hub's own inside stay inside.
[[nodiscard]] Answer errorAnswer(const exchange::Error& error);

/// Raises "length-required".
[[nodiscard]] std::unexpected<exchange::Error> lengthRequired();

} // namespace hub
