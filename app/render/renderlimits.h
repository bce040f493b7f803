// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>

namespace app {

/// What one document may cost in the render worker. A request beyond a limit fails with one code; the program that
/// asked lives on.
struct RenderLimits {
    std::chrono::milliseconds openTime{20000};            ///< wall clock for opening; then render-worker-timeout
    std::chrono::milliseconds requestTime{15000};         ///< wall clock for one page or one page's text
    int processorSeconds = 20;                            ///< of the processor, for one request
    qint64 addressSpace = qint64(3) * 1024 * 1024 * 1024; ///< bytes; not set in sanitizer builds
    qint64 fileBytes = qint64(512) * 1024 * 1024;         ///< largest document
    qint64 pixels = 40'000'000;                           ///< largest picture, width × height
    int pages = 20'000;                                   ///< pages of a document
    int words = 200'000;                                  ///< words of one page
};

} // namespace app
