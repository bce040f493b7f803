// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runtime/programs.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

QString findProgram(const QString& name) {
    const QString here = QCoreApplication::applicationDirPath();
    for (const QString& folder : {here, here + u"/../libexec/congvan"_s}) {
        const QFileInfo candidate(folder + u'/' + name);
        if (candidate.isExecutable()) {
            return QDir::cleanPath(candidate.absoluteFilePath());
        }
    }
    return QDir::cleanPath(here + u'/' + name);
}

} // namespace

Programs Programs::besideThisProgram() {
    return {.verifyWorker = findProgram(u"congvan-verify"_s),
            .renderWorker = findProgram(u"congvan-render"_s),
            .hub = findProgram(u"congvan-hub"_s),
            .scanReader = QStandardPaths::findExecutable(u"tesseract"_s)};
}

} // namespace app
