// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/pades/revisionwalk.h"

namespace docsig {

namespace {

/// What a trailer says about the file's own make-up (ISO 32000-1 tables 15 and 17).
bool isOfTheMakeUp(const QByteArray& key) {
    static const QSet<QByteArray> keys{"Prev",   "Size",        "ID", "XRefStm", "Length",
                                       "Filter", "DecodeParms", "W",  "Index",   "Type"};
    return keys.contains(key);
}

} // namespace

RevisionWalk::RevisionWalk(const pdf::Document& document, const QSet<int>& changed, const QSet<int>& judged,
                           const QSet<Spot>& opened)
    : m_document(document)
    , m_changed(changed)
    , m_judged(judged)
    , m_opened(opened) {
    for (const Spot& spot : opened) {
        m_holders.insert(spot.holder);
    }
}

void RevisionWalk::walk(const QList<int>& pages) {
    m_closed = {"Parent", "P"};
    for (qsizetype page = 0; page < pages.size(); ++page) {
        m_queue << Met{pages[page], static_cast<int>(page)};
        drain();
    }
    m_closed.clear();
    const QList<pdf::Value> postponed = std::exchange(m_postponed, {});
    for (const pdf::Value& value : postponed) {
        enter(value, {-1, {}}, -1);
        drain();
    }
    const pdf::Dictionary& trailer = m_document.trailer();
    for (auto entry = trailer.constBegin(); entry != trailer.constEnd(); ++entry) {
        if (!isOfTheMakeUp(entry.key()) && !m_opened.contains({0, entry.key()})) {
            enter(entry.value(), {0, entry.key()}, -1);
            drain();
        }
    }
}

void RevisionWalk::walkFrom(int number, const QSet<QByteArray>& closed) {
    m_closed = closed;
    m_queue << Met{number, -1};
    drain();
    m_postponed.clear();
}

void RevisionWalk::drain() {
    while (!m_queue.isEmpty()) {
        const Met next = m_queue.takeLast();
        if (m_visited.contains(next.number)) {
            continue;
        }
        m_visited.insert(next.number);
        if (m_changed.contains(next.number) && !m_judged.contains(next.number)) {
            m_met << next;
        }
        if (!m_opened.contains({next.number, {}})) {
            enter(m_document.object(next.number), {next.number, {}}, next.page);
        }
    }
}

void RevisionWalk::enter(const pdf::Value& value, const Spot& spot, int page) {
    if (const pdf::Reference* reference = value.asReference()) {
        if (!m_visited.contains(reference->number)) {
            m_queue << Met{reference->number, page};
        }
        return;
    }
    for (const pdf::Value& entry : value.array()) {
        enter(entry, spot, page);
    }
    const bool needsPath = m_holders.contains(spot.holder);
    for (auto entry = value.dictionary().constBegin(); entry != value.dictionary().constEnd(); ++entry) {
        if (m_closed.contains(entry.key())) {
            m_postponed << entry.value();
            continue;
        }
        Spot inner{spot.holder, {}};
        if (needsPath) {
            inner.path = spot.path.isEmpty() ? entry.key() : spot.path + '/' + entry.key();
            if (m_opened.contains(inner)) {
                continue;
            }
        }
        enter(entry.value(), inner, page);
    }
}

} // namespace docsig
