// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/worker/workerlimits.h"

#include "docsig/worker/workerprocess.h"

#include <cerrno>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

namespace docsig::worker {

namespace {

void limit(__rlimit_resource_t resource, rlim_t soft, rlim_t hard) {
    rlimit now{};
    if (getrlimit(resource, &now) != 0) {
        return;
    }
    const auto within = [&now](rlim_t wanted) {
        return now.rlim_max == RLIM_INFINITY || wanted < now.rlim_max ? wanted : now.rlim_max;
    };
    const rlimit wanted{within(soft), within(hard)};
    setrlimit(resource, &wanted);
}

} // namespace

void enterCage(int document, qint64 memoryBytes, int cpuSeconds) {
    dup2(document, STDIN_FILENO);
    closeOthersAtExec();
    limit(RLIMIT_CORE, 0, 0);
    limit(RLIMIT_FSIZE, 0, 0);
    limit(RLIMIT_NOFILE, 64, 64);
    if (cpuSeconds > 0) {
        // The soft limit ends the worker by SIGXCPU, which the client tells from a crash.
        limit(RLIMIT_CPU, static_cast<rlim_t>(cpuSeconds), static_cast<rlim_t>(cpuSeconds) + 2);
    }
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    if (memoryBytes > 0) {
        limit(RLIMIT_AS, static_cast<rlim_t>(memoryBytes), static_cast<rlim_t>(memoryBytes));
    }
#else
    static_cast<void>(memoryBytes);
#endif
}

int memoryFile(const char* bytes, qint64 size) {
    const int descriptor = memfd_create("congvan-document", MFD_CLOEXEC);
    qint64 written = 0;
    while (descriptor >= 0 && written < size) {
        const ssize_t now = write(descriptor, bytes + written, static_cast<std::size_t>(size - written));
        if (now < 0 && errno == EINTR) {
            continue;
        }
        if (now <= 0) {
            close(descriptor);
            return -1;
        }
        written += now;
    }
    if (descriptor >= 0) {
        lseek(descriptor, 0, SEEK_SET);
    }
    return descriptor;
}

void closeFile(int descriptor) {
    close(descriptor);
}

} // namespace docsig::worker
