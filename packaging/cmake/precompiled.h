// SPDX-License-Identifier: GPL-3.0-or-later
// The headers that nearly every file needs, parsed once a target. Sources still include what they use.
#pragma once
#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <expected>
#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>
