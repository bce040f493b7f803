// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/levelword.h"

#include "app/domain/signaturelevel.h"

namespace app::cli {

Result<docsig::Level> levelNamed(const QString& word) {
    const docsig::Level level = levelFromWord(word);
    if (level == docsig::Level::None) {
        return fail("level-unknown", word);
    }
    return level;
}

} // namespace app::cli
