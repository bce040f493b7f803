// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/worker/sandbox.h"

#include "docsig/worker/landlock.h"

#include <cerrno>
#include <memory>

#include <fcntl.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/mman.h>

namespace docsig::worker {

namespace {

using namespace Qt::Literals::StringLiterals;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool sanitized = true;
#else
constexpr bool sanitized = false;
#endif

/// What computing, memory, threads, time and files that are open already need. Names that an architecture lacks are
/// passed over.
constexpr const char* always[] = {
    "read",
    "readv",
    "pread64",
    "preadv",
    "write",
    "writev",
    "lseek",
    "_llseek",
    "close",
    "fstat",
    "fstat64",
    "fstatfs",
    "fcntl",
    "fcntl64",
    "dup",
    "dup2",
    "dup3",
    "poll",
    "ppoll",
    "select",
    "pselect6",
    "getdents64",
    "fadvise64",
    "ftruncate",
    "brk",
    "munmap",
    "mremap",
    "madvise",
    "mincore",
    "futex",
    "futex_time64",
    "set_robust_list",
    "rseq",
    "membarrier",
    "sched_yield",
    "sched_getaffinity",
    "gettid",
    "getpid",
    "getppid",
    "getuid",
    "geteuid",
    "getgid",
    "getegid",
    "getrusage",
    "getrlimit",
    "setrlimit",
    "prlimit64",
    "uname",
    "sysinfo",
    "getcpu",
    "getrandom",
    "clock_gettime",
    "clock_getres",
    "clock_nanosleep",
    "gettimeofday",
    "nanosleep",
    "time",
    "rt_sigaction",
    "rt_sigprocmask",
    "rt_sigreturn",
    "sigaltstack",
    "restart_syscall",
    "exit",
    "exit_group",
    "tgkill",
    "set_tid_address",
    "clock_gettime64",
    "arch_prctl",
    "sched_getparam",
    "sched_getscheduler",
};

/// Looking at paths: only useful together with opening, and bounded by Landlock.
constexpr const char* paths[] = {"stat",      "stat64",     "lstat",    "newfstatat", "statx",  "access",
                                 "faccessat", "faccessat2", "readlink", "readlinkat", "getcwd", "statfs"};

class Filter {
public:
    /// `otherwise` is what happens to a call that no rule names.
    explicit Filter(quint32 otherwise)
        : m_context(seccomp_init(otherwise), &seccomp_release) {}

    template <std::size_t Count>
    void allow(const char* const (&names)[Count]) {
        for (const char* name : names) {
            allow(name);
        }
    }

    void allow(const char* name) { add(SCMP_ACT_ALLOW, name); }

    /// Allowed when the masked argument has exactly this value.
    void allow(const char* name, scmp_arg_cmp argument) { add(SCMP_ACT_ALLOW, name, argument); }

    void refuse(const char* name) { add(SCMP_ACT_ERRNO(EPERM), name); }

    void refuse(const char* name, scmp_arg_cmp argument) { add(SCMP_ACT_ERRNO(EPERM), name, argument); }

    void answerMissing(const char* name) { add(SCMP_ACT_ERRNO(ENOSYS), name); }

    [[nodiscard]] bool load() { return m_context && m_whole && seccomp_load(m_context.get()) == 0; }

private:
    template <typename... Arguments>
    void add(quint32 action, const char* name, Arguments... arguments) {
        const int call = seccomp_syscall_resolve_name(name);
        if (call != __NR_SCMP_ERROR && call >= 0) {
            m_whole =
                seccomp_rule_add(m_context.get(), action, call, sizeof...(arguments), arguments...) == 0 && m_whole;
        }
    }

    std::unique_ptr<void, decltype(&seccomp_release)> m_context;
    bool m_whole = true;
};

scmp_arg_cmp masked(unsigned argument, scmp_datum_t mask, scmp_datum_t value) {
    return {argument, SCMP_CMP_MASKED_EQ, mask, value};
}

/// No memory can be written and then run, and no library loaded.
void allowPlainMemory(Filter& filter) {
    for (const char* name : {"mmap", "mmap2", "mprotect"}) {
        filter.allow(name, masked(2, PROT_EXEC, 0));
    }
}

/// Threads of this process, but no other process. The flags of clone3 lie behind a pointer where a filter can't look:
/// the C library goes back to clone when it is told that clone3 is missing.
void allowThreads(Filter& filter) {
    filter.answerMissing("clone3");
    filter.allow("clone", masked(0, CLONE_THREAD, CLONE_THREAD));
}

void allowReadingPaths(Filter& filter) {
    constexpr scmp_datum_t changing = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND;
    filter.allow(paths);
    filter.allow("open", masked(1, changing, 0));
    filter.allow("openat", masked(2, changing, 0));
}

/// What an open file is, in the form in which the C library asks since its version 2.33.
void allowAskingOpenFiles(Filter& filter) {
    filter.allow("newfstatat", masked(3, AT_EMPTY_PATH, AT_EMPTY_PATH));
    filter.allow("statx", masked(2, AT_EMPTY_PATH, AT_EMPTY_PATH));
}

bool allowWhatIsNeeded(bool mayOpen) {
    Filter filter(SCMP_ACT_ERRNO(EPERM));
    filter.allow(always);
    allowAskingOpenFiles(filter);
    allowPlainMemory(filter);
    allowThreads(filter);
    if (mayOpen) {
        allowReadingPaths(filter);
    }
    return filter.load();
}

/// For sanitizer builds, whose run-time trace and fork this process at its end: the other way round, what a document
/// could do harm with is refused.
bool refuseTheWorst() {
    Filter filter(SCMP_ACT_ALLOW);
    for (const char* name : {"socket", "socketpair", "connect", "bind", "listen", "sendto", "sendmsg", "execve",
                             "execveat", "fork", "vfork", "mount", "bpf", "keyctl", "io_uring_setup", "openat2"}) {
        filter.refuse(name);
    }
    filter.answerMissing("clone3");
    filter.refuse("clone", masked(0, CLONE_VM, 0));
    for (const char* name : {"mmap", "mprotect"}) {
        filter.refuse(name, masked(2, PROT_EXEC, PROT_EXEC));
    }
    for (const scmp_datum_t changing : {O_WRONLY, O_RDWR, O_CREAT}) {
        filter.refuse("open", masked(1, changing, changing));
        filter.refuse("openat", masked(2, changing, changing));
    }
    return filter.load();
}

bool filterCalls(bool mayOpen) {
    return sanitized ? refuseTheWorst() : allowWhatIsNeeded(mayOpen);
}

} // namespace

Confinement enterSandbox(const QStringList& readableFolders) {
    QStringList folders = readableFolders;
    if (sanitized) {
        folders << u"/proc"_s; // sanitizers read their own maps
    }
    Confinement confinement;
    // Landlock first: the filter refuses the calls that set it up.
    const bool below = folders.isEmpty() || allowOnlyReadingBelow(folders);
    confinement.calls = filterCalls(!folders.isEmpty());
    // Where nothing is to be read the filter alone keeps every file away.
    confinement.files = folders.isEmpty() ? confinement.calls : below;
    QStringList lacking;
    if (!confinement.calls) {
        lacking << u"seccomp"_s;
    }
    if (!confinement.files) {
        lacking << u"Landlock"_s;
    }
    confinement.lacking = lacking.join(u", "_s);
    return confinement;
}

} // namespace docsig::worker
