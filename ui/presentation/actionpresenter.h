// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presentation/documentcase.h"
#include "ui/presentation/formatter.h"

#include <QList>
#include <QString>

namespace ui {

/// What a person can do with the document that is shown.
enum class Command {
    Accept,
    Refuse,
    Initial,
    Sign,
    GiveBack,
    Number,
    Seal,
    Send,
    Submit,
    Edit,
    Remove,
    Reply,
    FileInto,
    Comment,
    Present,
    Direct,
    GiveBackWork,
    AskTime,
    GrantTime,
    RefuseTime,
    Finish,
    Recall,
    Update,
    Replace,
    AgreeChange,
    RefuseChange,
    CorrectPaper
};

/// A button over the document. The first one is the primary and names its effect.
struct ActionText {
    Command command = Command::Edit;
    QString words;
    bool primary = false;

    friend bool operator==(const ActionText&, const ActionText&) = default;
};

[[nodiscard]] QList<ActionText> actionsOf(const DocumentCase& known, const Formatter& formatter);

/// What agreeing to what its sender asks means for the work that was begun, in sentences.
[[nodiscard]] QString effectWords(const app::RecallEffect& effect, const Formatter& formatter);

/// The line over the title: who, number, day, kind.
[[nodiscard]] QString headerFacts(const DocumentCase& known, const Formatter& formatter);
[[nodiscard]] QString documentTitle(const DocumentCase& known);

} // namespace ui
