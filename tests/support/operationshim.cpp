// SPDX-License-Identifier: GPL-3.0-or-later
// Laid under a program (LD_PRELOAD), this counts what the program does that outlives it: files made durable, renamed,
// linked or removed, and what it hands to the network. CONGVAN_SHIM_DIE=k ends the program with SIGKILL before its k-th
// such operation, so that a test can try a kill between any two of them. CONGVAN_SHIM_REPORT=FILE gets the counts when
// the program ends by itself. Nothing in the programs knows of this.
#include <atomic>
#include <csignal>
#include <cstdio>
#include <cstdlib>

#include <dlfcn.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

enum Kind { Sync, Name, Network, Kinds };

std::atomic<long> operations{0};
std::atomic<long> counts[Kinds];

void before(Kind kind) {
    static const char* const text = std::getenv("CONGVAN_SHIM_DIE");
    static const long last = text == nullptr ? 0 : std::atol(text);
    counts[kind].fetch_add(1);
    if (operations.fetch_add(1) + 1 == last) {
        (void)kill(getpid(), SIGKILL);
        pause(); // the signal may take its time
    }
}

struct Report {
    ~Report() {
        const char* path = std::getenv("CONGVAN_SHIM_REPORT");
        FILE* file = path == nullptr ? nullptr : std::fopen(path, "w");
        if (file != nullptr) {
            std::fprintf(file, "{\"operations\": %ld, \"syncs\": %ld, \"names\": %ld, \"sends\": %ld}\n",
                         operations.load(), counts[Sync].load(), counts[Name].load(), counts[Network].load());
            std::fclose(file);
        }
    }
} report;

/// The function of that name behind ours.
template <typename Function>
Function behind(const char* name) {
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

} // namespace

#define PASS_ON(kind, result, name, parameters, arguments)                                                             \
    extern "C" __attribute__((visibility("default"))) result name parameters {                                         \
        static const auto next = behind<result(*) parameters>(#name);                                                  \
        before(kind);                                                                                                  \
        return next arguments;                                                                                         \
    }

PASS_ON(Sync, int, fsync, (int file), (file))
PASS_ON(Sync, int, fdatasync, (int file), (file))
PASS_ON(Sync, int, syncfs, (int file), (file))
PASS_ON(Name, int, rename, (const char* from, const char* to), (from, to))
PASS_ON(Name, int, renameat, (int fromFolder, const char* from, int toFolder, const char* to),
        (fromFolder, from, toFolder, to))
PASS_ON(Name, int, renameat2, (int fromFolder, const char* from, int toFolder, const char* to, unsigned flags),
        (fromFolder, from, toFolder, to, flags))
PASS_ON(Name, int, link, (const char* from, const char* to), (from, to))
PASS_ON(Name, int, linkat, (int fromFolder, const char* from, int toFolder, const char* to, int flags),
        (fromFolder, from, toFolder, to, flags))
PASS_ON(Name, int, unlink, (const char* path), (path))
PASS_ON(Name, int, unlinkat, (int folder, const char* path, int flags), (folder, path, flags))
PASS_ON(Network, ssize_t, send, (int socket, const void* bytes, size_t size, int flags), (socket, bytes, size, flags))
PASS_ON(Network, ssize_t, sendto,
        (int socket, const void* bytes, size_t size, int flags, const sockaddr* address, socklen_t length),
        (socket, bytes, size, flags, address, length))
PASS_ON(Network, ssize_t, sendmsg, (int socket, const msghdr* message, int flags), (socket, message, flags))
