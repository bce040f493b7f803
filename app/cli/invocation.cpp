// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

namespace app::cli {

Invocation::Invocation(Arguments arguments, Terminal& terminal, QString profileFolder, Programs programs)
    : m_arguments(std::move(arguments))
    , m_terminal(terminal)
    , m_profileFolder(std::move(profileFolder))
    , m_programs(std::move(programs)) {}

Invocation::~Invocation() = default;

Result<QString> Invocation::profileFolder() const {
    if (m_profileFolder.isEmpty()) {
        return fail("profile-not-named");
    }
    return m_profileFolder;
}

Result<Profile> Invocation::profile() const {
    const auto folder = profileFolder();
    return folder ? readProfile(*folder) : std::unexpected(folder.error());
}

Result<OfficeSession*> Invocation::session() {
    if (!m_session) {
        const auto folder = profileFolder();
        if (!folder) {
            return std::unexpected(folder.error());
        }
        auto opened = OfficeSession::open(*folder, m_programs);
        if (!opened) {
            return std::unexpected(opened.error());
        }
        m_session = std::move(*opened);
    }
    return m_session.get();
}

Result<QString> Invocation::positional(qsizetype index) const {
    if (index >= m_arguments.positional.size()) {
        return fail("argument-missing");
    }
    return m_arguments.positional[index];
}

} // namespace app::cli
