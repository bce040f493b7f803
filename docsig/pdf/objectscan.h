// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/pdf/parser.h"

#include <QByteArrayView>

#include <functional>

namespace docsig::pdf {

/// Shows every object that stands in the bytes of a file, wherever its cross-reference leads, with the place where its
/// number begins, from first to last. Ends early, with false, where `show` says so.
bool scanObjects(QByteArrayView file, const std::function<bool(const IndirectObject& object, qsizetype place)>& show);

} // namespace docsig::pdf
