// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/pdf/entries.h"

#include <algorithm>

namespace docsig::pdf {

void Entries::insert(int number, const Entry& entry) {
    if (m_list.isEmpty() || number > m_list.constLast().number) {
        m_list.append({number, entry});
        return;
    }
    const auto at = std::ranges::lower_bound(std::as_const(m_list), number, {}, &Numbered::number);
    if (at->number == number) {
        m_list[at - m_list.constBegin()].entry = entry;
    } else {
        m_late.insert(number, {number, entry});
    }
}

void Entries::settle() {
    if (m_late.isEmpty()) {
        return;
    }
    // An entry that came late may lie behind the list's end by now, too: the numbers are all different.
    QList<Numbered> all;
    all.reserve(size());
    std::ranges::merge(m_list, m_late, std::back_inserter(all), {}, &Numbered::number, &Numbered::number);
    m_list = std::move(all);
    m_late.clear();
}

Entries Entries::merged(const QList<Entries>& lists) {
    if (lists.size() == 1) {
        return lists.constFirst();
    }
    Entries whole;
    qsizetype count = 0;
    for (const Entries& list : lists) {
        count += list.m_list.size();
    }
    whole.m_list.reserve(count);
    for (const Entries& list : lists) {
        whole.m_list.append(list.m_list);
    }
    std::ranges::stable_sort(whole.m_list, {}, &Numbered::number);
    const auto doubled = std::ranges::unique(whole.m_list, {}, &Numbered::number);
    whole.m_list.erase(doubled.begin(), doubled.end());
    return whole;
}

Entries::const_iterator Entries::constFind(int number) const {
    const auto at = std::ranges::lower_bound(m_list, number, {}, &Numbered::number);
    if (at != m_list.constEnd() && at->number == number) {
        return const_iterator(std::to_address(at));
    }
    const auto late = m_late.constFind(number);
    return late == m_late.constEnd() ? constEnd() : const_iterator(&*late);
}

} // namespace docsig::pdf
