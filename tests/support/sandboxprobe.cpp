// SPDX-License-Identifier: GPL-3.0-or-later
// Enters the sandbox of the workers and tries one thing that a worker must not be able to do.
//   sandboxprobe DEED PATH [READABLE-FOLDER …]
// Exit code: 0 the kernel refused it, 1 it was done, 2 the sandbox is not whole here, 3 no such deed.
#include "docsig/worker/sandbox.h"

#include <QFile>
#include <QHash>
#include <QStringList>

#include <cerrno>
#include <csignal>
#include <functional>

#include <fcntl.h>
#include <netinet/in.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int refused = 0;
constexpr int done = 1;

/// What a call's answer means: only a refusal counts, not any other failure.
int judged(long answer) {
    return answer < 0 && (errno == EPERM || errno == EACCES) ? refused : done;
}

int forked() {
    const pid_t child = fork();
    if (child == 0) {
        _exit(0);
    }
    return judged(child);
}

int connected() {
    return judged(socket(AF_INET, SOCK_STREAM, 0));
}

int mappedToRun() {
    void* memory = mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return judged(memory == MAP_FAILED ? -1 : 0);
}

int started() {
    char program[] = "/bin/true";
    char* arguments[] = {program, nullptr};
    execv(program, arguments);
    return judged(-1);
}

QHash<QString, std::function<int(const QByteArray&)>> deeds() {
    return {
        {u"read"_s, [](const QByteArray& path) { return judged(open(path.constData(), O_RDONLY)); }},
        {u"write"_s, [](const QByteArray& path) { return judged(open(path.constData(), O_WRONLY)); }},
        {u"create"_s, [](const QByteArray& path) { return judged(open(path.constData(), O_RDWR | O_CREAT, 0600)); }},
        {u"remove"_s, [](const QByteArray& path) { return judged(unlink(path.constData())); }},
        {u"connect"_s, [](const QByteArray&) { return connected(); }},
        {u"start"_s, [](const QByteArray&) { return started(); }},
        {u"fork"_s, [](const QByteArray&) { return forked(); }},
        {u"signal"_s, [](const QByteArray&) { return judged(kill(getppid(), SIGWINCH)); }},
        {u"run memory"_s, [](const QByteArray&) { return mappedToRun(); }},
    };
}

} // namespace

int main(int argc, char** argv) {
    QStringList words;
    for (int index = 1; index < argc; ++index) {
        words << QFile::decodeName(argv[index]);
    }
    const auto deed = deeds().value(words.value(0));
    if (!deed) {
        return 3;
    }
    const QByteArray path = QFile::encodeName(words.value(1));
    if (!docsig::worker::enterSandbox(words.mid(2)).isWhole()) {
        return 2;
    }
    const int outcome = deed(path);
    // The leak checker of a sanitizer build needs what a worker may not do.
    std::_Exit(outcome);
}
