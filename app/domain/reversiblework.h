// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/work.h"

#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace app {

/// The work on a document, with how it was before its newest deeds: whoever did one takes it back while nobody has
/// acted on it. Who was told or brought into the case meanwhile stays there.
class ReversibleWork {
public:
    /// A deed that counted, and what undoes it.
    struct Step {
        QString act{};     ///< its id
        QString kind{};    ///< of the act
        QString by{};      ///< mailbox of its author
        bool may = false;  ///< by its kind it may be taken back
        WorkFold before{}; ///< the work as it was
        QDate due{};       ///< the document's day as it was
        QDate after{};     ///< and as the deed left it
    };

    [[nodiscard]] WorkFold& fold() { return m_fold; }
    [[nodiscard]] const WorkFold& fold() const { return m_fold; }
    [[nodiscard]] const QList<WorkLine>& lines() const { return m_fold.lines(); }

    /// The newest deed, after it was applied to fold().
    void note(Step step);
    /// Takes the newest deed back, where `act` names it, `by` did it, and its kind allows it. Gives the deed; nothing
    /// where it can't be.
    [[nodiscard]] std::optional<Step> takeBack(const QString& act, const QString& by);
    /// The newest deed, where its author may take it back; nothing where there is none.
    [[nodiscard]] std::optional<Step> newest() const;

    // As WorkFold: who is told, brought in, or speaks for the desk.
    void tell(const QString& to, const QString& by, const QDateTime& at);
    void join(const QString& to, const QString& by, const QDateTime& at);
    void heard(const QString& by);

private:
    struct Presence {
        enum class Way { Told, Joined, Heard };
        Way way = Way::Told;
        QString to{};
        QString by{};
        QDateTime at{};
    };
    struct Kept {
        Step step{};
        QList<Presence> since{};
    };

    void apply(const Presence& presence);
    void add(const Presence& presence);

    static constexpr qsizetype mostSteps = 16; ///< that can be taken back one after the other

    WorkFold m_fold;
    QList<Kept> m_kept; ///< oldest first
};

} // namespace app
