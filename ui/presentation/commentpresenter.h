// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presentation/detailspresenter.h"

namespace ui {

/// What those who take part said about the document: who, when, the words as they are; oldest first. The last block
/// offers to say something, where this person may.
[[nodiscard]] QList<DetailBlock> conversation(const DocumentCase& known, const Formatter& formatter);
/// "Mentions you in a comment", "3 comments"; empty where nobody said anything.
[[nodiscard]] QString commentsInBrief(const DocumentCase& known);

} // namespace ui
