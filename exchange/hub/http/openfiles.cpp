// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/http/openfiles.h"

#include <sys/resource.h>

#include <algorithm>

namespace hub {

void raiseOpenFiles() {
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < limit.rlim_max) {
        limit.rlim_cur = limit.rlim_max;
        setrlimit(RLIMIT_NOFILE, &limit);
    }
}

unsigned int openFilesAllowed() {
    rlimit limit{};
    constexpr rlim_t most = 1U << 20U;
    return getrlimit(RLIMIT_NOFILE, &limit) == 0 ? static_cast<unsigned int>(std::min(limit.rlim_cur, most)) : 1024;
}

} // namespace hub
