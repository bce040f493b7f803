// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcessEnvironment>
#include <QStringList>

namespace docsig::worker {

/// Only what a worker needs to start: nothing else of the caller's environment tells it anything. `alsoKept` names
/// further variables that are passed on as they are.
[[nodiscard]] QProcessEnvironment smallEnvironment(const QStringList& alsoKept = {});

/// Called in a fresh child between fork and exec: every inherited file but the three standard ones is closed at exec.
void closeOthersAtExec();

} // namespace docsig::worker
