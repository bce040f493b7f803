// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

#include <functional>

namespace app::cli {

/// The command's body, given the opened profile.
using SessionStep = std::function<Result<int>(OfficeSession&)>;
/// The command's body, given the opened profile and the document that the first argument names.
using DocumentStep = std::function<Result<int>(OfficeSession&, const DocumentId&)>;

/// Opens the profile, then runs the step.
[[nodiscard]] Result<int> onSession(Invocation& invocation, const SessionStep& step);

/// Opens the profile and finds the document by its id, the unambiguous beginning of it, or its number.
[[nodiscard]] Result<int> onDocument(Invocation& invocation, const DocumentStep& step);

/// Exit code 0, or the error.
template <typename T>
[[nodiscard]] Result<int> ended(const Result<T>& result) {
    return result ? Result<int>(0) : Result<int>(std::unexpected(result.error()));
}

/// Until the server has something new, or the time is over.
void waitForNews(OfficeSession& session, int seconds);

} // namespace app::cli
