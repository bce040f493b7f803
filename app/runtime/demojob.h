// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/runtime/demoworld.h"
#include "app/runtime/programs.h"

#include <QList>
#include <QString>

#include <functional>

namespace app {

/// One step of the main job: what was done, by whom, and the file that it left.
struct DemoStep {
    QString name;     ///< stable, e.g. "sign-decision"
    QString person;   ///< mailbox
    QString sentence; ///< Vietnamese, for people
    QString file;     ///< path of what the step left; may be empty
    double milliseconds = 0;
};

struct DemoResult {
    QList<DemoStep> steps;
    QString exportFolder; ///< the exported dossier
};

using DemoJobCallback = std::function<void(const DemoStep&)>;

/// Plays the whole main job in a demo world whose hub is running: a công văn and a quyết định are drafted, signed,
/// numbered, sealed and sent to two offices; one accepts, one refuses; statuses come back; the answer is linked; both
/// are filed in a dossier, which is closed, exported and checked. Every step asserts what it claims: the first that
/// does not hold ends the job with its code or `demo-step-failed`. `exportInto` is the folder that takes the export.
[[nodiscard]] Result<DemoResult> playDemoJob(const DemoWorld& world, const Programs& programs,
                                             const QString& exportInto, const DemoJobCallback& step = {});

} // namespace app
