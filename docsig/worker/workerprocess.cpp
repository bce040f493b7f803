// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/worker/workerprocess.h"

#include <fcntl.h>
#include <unistd.h>

namespace docsig::worker {

using namespace Qt::Literals::StringLiterals;

QProcessEnvironment smallEnvironment(const QStringList& alsoKept) {
    const QProcessEnvironment own = QProcessEnvironment::systemEnvironment();
    QProcessEnvironment small;
    small.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    const QStringList kept{u"LD_LIBRARY_PATH"_s, u"OPENSSL_CONF"_s, u"ASAN_OPTIONS"_s,
                           u"UBSAN_OPTIONS"_s,   u"LSAN_OPTIONS"_s, u"TSAN_OPTIONS"_s};
    for (const QString& name : kept + alsoKept) {
        if (own.contains(name)) {
            small.insert(name, own.value(name));
        }
    }
    return small;
}

void closeOthersAtExec() {
    // Closing at exec and not now: QProcess reports a failed exec through a pipe of its own.
    if (close_range(3, ~0U, CLOSE_RANGE_CLOEXEC) == 0) {
        return;
    }
    for (int descriptor = 3; descriptor < 1024; ++descriptor) {
        fcntl(descriptor, F_SETFD, FD_CLOEXEC);
    }
}

} // namespace docsig::worker
