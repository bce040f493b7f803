// SPDX-License-Identifier: GPL-3.0-or-later
// The demo world: demo (make it where it is missing, play the whole job), demo create.
#include "app/cli/commands.h"
#include "app/cli/demosamples.h"
#include "app/cli/demoworldfiles.h"
#include "app/runtime/demojob.h"

#include <QDir>
#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace app::cli {

namespace {

Result<DemoWorld> worldAt(Invocation& invocation, const QString& folder) {
    if (auto world = openDemoWorld(folder)) {
        return world;
    }
    return createWorldFiles(folder, hubProgram(),
                            [&](const QString& doing) { invocation.terminal().line(u"  "_s + doing); });
}

QString worldFolder(const Arguments& arguments) {
    return QDir(arguments.value(u"folder"_s, u"congvan-demo"_s)).absolutePath();
}

Result<int> play(Invocation& invocation) {
    const QString folder = worldFolder(invocation.arguments());
    const auto world = worldAt(invocation, folder);
    if (!world) {
        return std::unexpected(world.error());
    }
    const auto hub = startHubOf(*world, hubProgram());
    if (!hub) {
        return std::unexpected(hub.error());
    }
    Terminal& terminal = invocation.terminal();
    QJsonArray steps;
    const auto result =
        playDemoJob(*world, invocation.programs(), freshExportFolder(folder), [&](const DemoStep& step) {
            terminal.line(
                u"✓ %1 %2  %3"_s.arg(terminal.language() == Language::Vietnamese ? step.sentence : step.name, -64)
                    .arg(step.milliseconds, 6, 'f', 0)
                    .arg(step.file));
            steps << QJsonObject{{u"name"_s, step.name},
                                 {u"person"_s, step.person},
                                 {u"file"_s, step.file},
                                 {u"milliseconds"_s, step.milliseconds}};
        });
    if (!result) {
        return std::unexpected(result.error());
    }
    double total = 0;
    for (const DemoStep& step : result->steps) {
        total += step.milliseconds;
    }
    terminal.line(u"%1 steps held in %2 s; the export lies in %3"_s.arg(result->steps.size())
                      .arg(total / 1000, 0, 'f', 2)
                      .arg(result->exportFolder),
                  u"%1 bước đều đúng trong %2 giây; hồ sơ xuất tại %3"_s.arg(result->steps.size())
                      .arg(total / 1000, 0, 'f', 2)
                      .arg(result->exportFolder));
    terminal.object({{u"steps"_s, steps}, {u"milliseconds"_s, total}, {u"export"_s, result->exportFolder}});
    return 0;
}

Result<int> create(Invocation& invocation) {
    const QString folder = worldFolder(invocation.arguments());
    const auto world = createWorldFiles(folder, hubProgram(),
                                        [&](const QString& doing) { invocation.terminal().line(u"  "_s + doing); });
    if (!world) {
        return std::unexpected(world.error());
    }
    if (invocation.arguments().has(u"samples"_s)) {
        const auto hub = startHubOf(*world, hubProgram());
        const auto played =
            hub ? playSamples(*world, invocation.programs()) : Result<void>(std::unexpected(hub.error()));
        if (!played) {
            return std::unexpected(played.error());
        }
    }
    invocation.terminal().line(folder);
    invocation.terminal().object({{u"folder"_s, folder}});
    return 0;
}

} // namespace

QList<Command> demoCommands() {
    const Option folder{u"folder"_s, u"DIR"_s, u"where the demo world lies (default: congvan-demo)"_s};
    return {
        {u"demo"_s,
         u"plays the whole job in a demo world of three offices; makes the world where it is missing"_s,
         {},
         {folder},
         {},
         Needs::Page,
         play},
        {u"demo create"_s,
         u"makes a demo world"_s,
         {},
         {folder, {u"samples"_s, {}, u"with documents in every folder"_s}},
         {},
         Needs::Page,
         create},
    };
}

} // namespace app::cli
