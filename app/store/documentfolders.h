// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/folder.h"

namespace app {

struct DocumentDetail;
struct Person;

/// The list in which a document stands on this person's desk, by its state, its mark and who has a share of the work.
/// What its sender wants back waits for the clerk's decision wherever the document has come to; what we took back stays
/// where it was issued.
[[nodiscard]] Folder folderOf(const DocumentDetail& detail, const Person& owner);

} // namespace app
