// SPDX-License-Identifier: GPL-3.0-or-later
// Files of office programs: whatever comes, the words stay within their limit, and the same file gives the same words.
#include "app/render/officetext.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    constexpr qsizetype most = 4'000;
    const QByteArray file(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const auto words = app::render::officeText(file, most);
    if ((words && words->size() > most) || words != app::render::officeText(file, most)) {
        std::abort();
    }
    return 0;
}
