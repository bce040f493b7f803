// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render/processlimits.h"

#include <csignal>
#include <sys/resource.h>

namespace app::render {

namespace {

void setLimit(int resource, rlim_t soft, bool hard) {
    rlimit limit{};
    if (getrlimit(static_cast<__rlimit_resource_t>(resource), &limit) != 0) {
        return;
    }
    limit.rlim_cur = limit.rlim_max == RLIM_INFINITY ? soft : qMin(soft, limit.rlim_max);
    if (hard) {
        limit.rlim_max = limit.rlim_cur;
    }
    setrlimit(static_cast<__rlimit_resource_t>(resource), &limit);
}

} // namespace

void forbidSideEffects() {
    std::signal(SIGXFSZ, SIG_IGN);
    std::signal(SIGPIPE, SIG_IGN);
    setLimit(RLIMIT_CORE, 0, true);
    setLimit(RLIMIT_FSIZE, 0, true);
    setLimit(RLIMIT_NOFILE, 64, true);
}

void limitAddressSpace(qint64 bytes) {
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    if (bytes > 0) {
        setLimit(RLIMIT_AS, rlim_t(bytes), true);
    }
#else
    Q_UNUSED(bytes)
#endif
}

void limitProcessorTime(int seconds) {
    rusage used{};
    if (seconds > 0 && getrusage(RUSAGE_SELF, &used) == 0) {
        const auto spent = rlim_t(used.ru_utime.tv_sec + used.ru_stime.tv_sec);
        setLimit(RLIMIT_CPU, spent + rlim_t(seconds) + 1, false);
    }
}

} // namespace app::render
