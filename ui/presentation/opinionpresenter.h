// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/opinion.h"
#include "app/domain/person.h"
#include "ui/presentation/office.h"
#include "ui/presentation/rowpresenter.h"

namespace ui {

/// The questions that a person asks or is asked.
struct OpinionListView {
    QList<app::OpinionSummary> rows{};
    QList<app::Person> people{}; ///< of the office
    QDate today{};

    friend bool operator==(const OpinionListView&, const OpinionListView&) = default;
};

/// One question with the names of those in it, as a person at a desk sees it.
struct OpinionView {
    app::Opinion opinion;
    QList<app::Person> people{};
    app::Person self{};
    QDate today{};

    [[nodiscard]] bool isAsker() const { return opinion.isAsker(self.mailbox()); }
    /// Their answer may be given, or given anew.
    [[nodiscard]] bool canAnswer() const;
    /// Whose answer they give: their own, or that of somebody absent; null: they are not asked.
    [[nodiscard]] const app::OpinionMember* turn() const;
    /// The one that counts; null: none was given.
    [[nodiscard]] const app::OpinionAnswer* ownAnswer() const;
    /// What was said lacks the valid signature that is wanted.
    [[nodiscard]] bool isOwnUnsigned() const;
    /// Other offices are asked and have not answered.
    [[nodiscard]] bool waitsForOffices() const;

    friend bool operator==(const OpinionView&, const OpinionView&) = default;
};

/// Blocking; not in the GUI's thread.
[[nodiscard]] app::Result<OpinionListView> readOpinions(Office& office);
[[nodiscard]] app::Result<OpinionView> readOpinion(Office& office, const app::OpinionId& id);

[[nodiscard]] RowText rowOf(const app::OpinionSummary& opinion, const QList<app::Person>& people,
                            const Formatter& formatter, const QDate& today);

[[nodiscard]] QString stanceWords(app::Stance stance);
[[nodiscard]] QLatin1String stanceIcon(app::Stance stance);
[[nodiscard]] Tone stanceTone(app::Stance stance);

/// "Trần Thị Bích Ngọc · asked 26/11/2026 09:12 · answer by 30/11/2026".
[[nodiscard]] QString opinionFacts(const OpinionView& view, const Formatter& formatter);
/// How it stands: what waits for whom, or how it ended.
[[nodiscard]] QString opinionState(const OpinionView& view, const Formatter& formatter);
/// "Agree 4 · disagree 1 · other opinion 1 · no answer 1".
[[nodiscard]] QString tallyWords(const app::OpinionTally& tally, const Formatter& formatter);

/// What one member said.
struct MemberText {
    QString who{};
    QString said{}; ///< what they say, when, and whether it came late
    QString words{};
    QStringList before{}; ///< answers that do not count any more, or came too late to count
    QLatin1String icon{};
    Tone tone = Tone::Neutral;

    friend bool operator==(const MemberText&, const MemberText&) = default;
};
/// Those who answered, those whose answer lacks the signature that is wanted, and the names of those who did not.
struct MemberTexts {
    QList<MemberText> answered;
    QList<MemberText> notSigned;
    QStringList missing;
};
[[nodiscard]] MemberTexts memberTexts(const OpinionView& view, const Formatter& formatter);
[[nodiscard]] MemberText memberText(const app::OpinionMember& member, const OpinionView& view,
                                    const Formatter& formatter);

/// Whether the pages of a file beside a question can be shown.
[[nodiscard]] bool hasPages(const app::OpinionFile& file);
/// A name under which it is saved: letters, digits, dots and hyphens alone.
[[nodiscard]] QString savedName(const app::OpinionFile& file);

} // namespace ui
