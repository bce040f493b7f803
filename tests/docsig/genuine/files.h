// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/report/signaturereport.h"
#include "tests/docsig/attacks/workshop.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace genuine {

/// A genuine file and what must be said of it.
struct File {
    QByteArray name;
    QByteArray bytes;
    docsig::Verdict verdict = docsig::Verdict::Valid;
    QString code{};         ///< a finding that must be there; empty: none
    bool computable = true; ///< false: the program does not know the algorithm
    bool inProgram = false; ///< to be shown to congvanctl, too
    qsizetype signatures = 1;
};

/// One of every kind.
[[nodiscard]] QList<File> files(attacks::Workshop& workshop);

} // namespace genuine
