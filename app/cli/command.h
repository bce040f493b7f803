// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "app/cli/terminal.h"
#include "app/runtime/officesession.h"

#include <QString>

#include <functional>
#include <memory>

namespace app::cli {

/// Everything a command may use: its arguments, the terminal, and the profile's session, opened when first asked for.
class Invocation {
public:
    Invocation(Arguments arguments, Terminal& terminal, QString profileFolder, Programs programs);
    ~Invocation();

    [[nodiscard]] const Arguments& arguments() const { return m_arguments; }
    [[nodiscard]] Terminal& terminal() { return m_terminal; }
    [[nodiscard]] const Programs& programs() const { return m_programs; }
    /// Opens the profile named by --profile or CONGVAN_PROFILE. Code: `profile-not-named`.
    [[nodiscard]] Result<OfficeSession*> session();
    /// The same profile without opening it: for what needs its settings alone and may run beside a window. Codes:
    /// `profile-not-named`, `profile-missing`, `profile-unreadable`.
    [[nodiscard]] Result<Profile> profile() const;
    /// The positional argument at `index`. Code: `argument-missing`.
    [[nodiscard]] Result<QString> positional(qsizetype index) const;

private:
    [[nodiscard]] Result<QString> profileFolder() const;

    Arguments m_arguments;
    Terminal& m_terminal;
    QString m_profileFolder;
    Programs m_programs;
    std::unique_ptr<OfficeSession> m_session;
};

/// What a command needs of the process before it runs.
enum class Needs {
    Core,          ///< nothing of the graphics system: starts fastest
    Page,          ///< lays out or draws pages: a QGuiApplication on the offscreen platform
    PageForReport, ///< as Page with --report, else as Core
};

/// One command of congvanctl. `name` may have two words ("dossier open"). `run` returns the exit code, or an error that
/// main prints as one sentence with its code.
struct Command {
    QString name;
    QString summary;
    QString positional; ///< for the usage line, e.g. "DOCUMENT"
    QList<Option> options;
    QString exitCodes; ///< beyond 0 and those of errors, one per line
    Needs needs = Needs::Core;
    std::function<Result<int>(Invocation&)> run;
};

} // namespace app::cli
