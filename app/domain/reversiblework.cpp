// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/reversiblework.h"

namespace app {

void ReversibleWork::note(Step step) {
    if (!step.may) {
        m_kept.clear(); // what came before it was acted on for good
        return;
    }
    m_kept.append({.step = std::move(step)});
    if (m_kept.size() > mostSteps) {
        m_kept.removeFirst();
    }
}

std::optional<ReversibleWork::Step> ReversibleWork::takeBack(const QString& act, const QString& by) {
    if (m_kept.isEmpty() || m_kept.last().step.act != act || m_kept.last().step.by != by) {
        return std::nullopt;
    }
    const Kept kept = m_kept.takeLast();
    m_fold = kept.step.before;
    for (const Presence& presence : kept.since) {
        add(presence);
    }
    return kept.step;
}

std::optional<ReversibleWork::Step> ReversibleWork::newest() const {
    return m_kept.isEmpty() ? std::nullopt : std::optional(m_kept.last().step);
}

void ReversibleWork::apply(const Presence& presence) {
    switch (presence.way) {
    case Presence::Way::Told:
        return m_fold.tell(presence.to, presence.by, presence.at);
    case Presence::Way::Joined:
        return m_fold.join(presence.to, presence.by, presence.at);
    case Presence::Way::Heard:
        return m_fold.heard(presence.by);
    }
}

void ReversibleWork::add(const Presence& presence) {
    apply(presence);
    if (!m_kept.isEmpty()) {
        m_kept.last().since.append(presence);
    }
}

void ReversibleWork::tell(const QString& to, const QString& by, const QDateTime& at) {
    add({.way = Presence::Way::Told, .to = to, .by = by, .at = at});
}

void ReversibleWork::join(const QString& to, const QString& by, const QDateTime& at) {
    add({.way = Presence::Way::Joined, .to = to, .by = by, .at = at});
}

void ReversibleWork::heard(const QString& by) {
    add({.way = Presence::Way::Heard, .to = {}, .by = by, .at = {}});
}

} // namespace app
