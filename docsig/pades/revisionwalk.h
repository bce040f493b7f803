// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/pdf/document.h"

#include <QSet>

namespace docsig {

/// A place inside an object: its number (0: the trailer) and the keys that lead there, joined by slashes; arrays add
/// nothing. An empty path is the whole object.
struct Spot {
    int holder = 0;
    QByteArray path;

    friend bool operator==(const Spot&, const Spot&) = default;
    friend size_t qHash(const Spot& spot, size_t seed) { return qHashMulti(seed, spot.holder, spot.path); }
};

/// Goes everywhere that a reader of the file can get to, except through the places that were opened, and collects the
/// changed objects that it meets: a change is explained only if every way to it leads through an opened place.
class RevisionWalk {
public:
    struct Met {
        int number = 0;
        int page = -1; ///< the first page that leads there without going through the page tree; -1: none
    };

    RevisionWalk(const pdf::Document& document, const QSet<int>& changed, const QSet<int>& judged,
                 const QSet<Spot>& opened);

    /// First the pages, so that a change is told with its page, then all that the trailer leads to.
    void walk(const QList<int>& pages);
    /// From one object alone, passing by the keys named in `closed` wherever they occur.
    void walkFrom(int number, const QSet<QByteArray>& closed);

    /// Changed objects that no rule judged, in the order of meeting them.
    [[nodiscard]] const QList<Met>& met() const { return m_met; }
    [[nodiscard]] bool reached(int number) const { return m_visited.contains(number); }

private:
    void drain();
    void enter(const pdf::Value& value, const Spot& spot, int page);

    const pdf::Document& m_document;
    QSet<int> m_changed; ///< kept, not pointed at: a set may be made for the call alone
    QSet<int> m_judged;
    QSet<Spot> m_opened;
    QSet<int> m_holders;           ///< those with opened places, so that other objects need no paths
    QSet<QByteArray> m_closed;     ///< keys passed by
    QList<pdf::Value> m_postponed; ///< values of closed keys
    QList<Met> m_queue;
    QList<Met> m_met;
    QSet<int> m_visited;
};

} // namespace docsig
