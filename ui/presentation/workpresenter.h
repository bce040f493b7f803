// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presentation/detailspresenter.h"

namespace ui {

/// "leads", "supports", …: a part of the work as a person reads it.
[[nodiscard]] QString workRoleName(app::WorkRole role);
[[nodiscard]] QString workStateName(app::WorkState state);
/// The name of whoever has a mailbox; the name of the unit that has it, or the mailbox itself.
[[nodiscard]] QString nameOf(const QList<app::Person>& people, const QString& mailbox);

/// "B in place of A": the name of whoever acted, and in whose place.
[[nodiscard]] QString actorName(const QList<app::Person>& people, const QString& by, const QString& as);

/// Who deals with the document: the directive, then a line for each share. No lines: nobody has one.
[[nodiscard]] DetailBlock workBlock(const DocumentCase& known, const Formatter& formatter);
/// "Leads: Lê Quang Minh", or "Waits for a directive of …"; empty where nobody else has anything to
/// do.
[[nodiscard]] QString workInBrief(const DocumentCase& known);

} // namespace ui
