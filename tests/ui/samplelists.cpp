// SPDX-License-Identifier: GPL-3.0-or-later
// The lists of the sample office and its searches.
#include "tests/ui/sampleoffice.h"

#include "app/domain/folding.h"

#include <QMutexLocker>

#include <algorithm>
#include <utility>

namespace tests {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isInTrouble(const app::DocumentSummary& row) {
    return row.state == app::DocumentState::Problem || row.state == app::DocumentState::Returned ||
           (row.incoming && row.verdict && row.verdict->verdict != docsig::Verdict::Valid);
}

bool fits(const app::DocumentSummary& row, const app::DocumentQuery& query) {
    const bool words = app::holdsWords(row.subject + u' ' + row.counterpart + u' ' + row.number + u' ' + row.excerpt,
                                       app::searchWords(query.words));
    return words && (!query.folder || row.folder == *query.folder) &&
           (!query.incoming || row.incoming == *query.incoming) && (!query.state || row.state == *query.state) &&
           (!query.urgent || row.urgency != app::Urgency::Normal) && (!query.trouble || isInTrouble(row)) &&
           (!query.application || !row.application.isEmpty());
}

} // namespace

void SampleOffice::addReports(int count) {
    for (int number = 0; number < count; ++number) {
        app::DocumentDetail& detail = add(app::Folder::ToAccept, u"Sở Y tế"_s, u"Báo cáo số %1"_s.arg(number), {});
        detail.summary.excerpt = u"… số liệu nhân lực y tế cơ sở tại các trạm y tế xã, phường đến hết quý III …"_s;
    }
}

void SampleOffice::addUnread() {
    add(app::Folder::ToAccept, u"Sở Y tế"_s, u"Báo cáo mới"_s, {}).summary.unread = true;
}

app::Result<app::DocumentPage> SampleOffice::page(const app::DocumentQuery& query, int limit,
                                                  const std::optional<app::ListPlace>& after) {
    const QMutexLocker lock(&m_mutex);
    QList<app::DocumentSummary> rows;
    for (const app::DocumentDetail& detail : m_documents) {
        if (fits(detail.summary, query)) {
            rows << detail.summary;
            if (query.words.isEmpty()) {
                rows.last().excerpt.clear();
            }
        }
    }
    if (query.order == app::ListOrder::Counterpart) {
        std::ranges::stable_sort(rows, {},
                                 [](const app::DocumentSummary& row) { return app::folded(row.counterpart); });
    }
    const qint64 from = after ? after->row : 0;
    app::DocumentPage page{.rows = rows.mid(from, limit > 0 ? limit : -1)};
    if (from + page.rows.size() < rows.size()) {
        page.next = app::ListPlace{.row = from + page.rows.size()};
    }
    return page;
}

app::Result<app::QueryCounts> SampleOffice::count(const app::DocumentQuery& query) {
    const QMutexLocker lock(&m_mutex);
    app::QueryCounts counts;
    for (const app::DocumentDetail& detail : m_documents) {
        if (fits(detail.summary, query)) {
            ++counts.all;
            counts.urgent += detail.summary.urgency != app::Urgency::Normal ? 1 : 0;
            counts.application += detail.summary.application.isEmpty() ? 0 : 1;
            counts.trouble += isInTrouble(detail.summary) ? 1 : 0;
        }
    }
    return counts;
}

app::Result<QList<app::SavedSearch>> SampleOffice::savedSearches() {
    const QMutexLocker lock(&m_mutex);
    return m_searches;
}

app::Result<void> SampleOffice::keepSearch(const app::SavedSearch& search) {
    const QMutexLocker lock(&m_mutex);
    m_searches << search;
    return {};
}

app::Result<void> SampleOffice::forgetSearch(const QString& name) {
    const QMutexLocker lock(&m_mutex);
    m_searches.removeIf([&](const app::SavedSearch& search) { return search.name == name; });
    return {};
}

app::Result<std::optional<app::Digest>> SampleOffice::takeDigest() {
    const QMutexLocker lock(&m_mutex);
    return std::exchange(digest, std::nullopt);
}

app::Result<QList<app::ReminderView>> SampleOffice::takeReminders() {
    const QMutexLocker lock(&m_mutex);
    return std::exchange(reminders, {});
}

app::Result<int> SampleOffice::readTexts(int, std::stop_token) {
    return 0;
}

} // namespace tests
