// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/worker/workerbounds.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <stop_token>

namespace docsig::worker {

/// How one run of a worker ended, and what it said.
struct CagedRun {
    enum class End { Answered, NotStarted, Died, TimedOut, Cancelled, TooTalkative };

    End end = End::Died;
    QByteArray answer; ///< standard output
    QString detail;    ///< for the log
};

/// Runs a worker on an open document (its standard input) under the limits, with next to no environment. An answer
/// larger than `largestAnswer` bytes ends it. Blocking; any thread but the GUI's.
[[nodiscard]] CagedRun runCaged(const QString& program, const QStringList& arguments, const WorkerLimits& limits,
                                int document, qsizetype largestAnswer, const std::stop_token& stop);

} // namespace docsig::worker
