// SPDX-License-Identifier: GPL-3.0-or-later
// The lists of the sample office and its searches.
#include "tests/ui/sampleoffice.h"

#include "app/domain/folding.h"

#include "app/domain/vietnamtime.h"

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

/// A code for an office that the sample knows by its name.
app::OrganId senderCode(const QString& name) {
    return *app::OrganId::parse(u"H98.%1"_s.arg(qHash(name) % 90 + 10));
}

bool fits(const app::DocumentSummary& row, const app::DocumentQuery& query) {
    const bool words = app::holdsWords(row.subject + u' ' + row.counterpart + u' ' + row.number + u' ' + row.excerpt,
                                       app::searchWords(query.words));
    return words && (!query.folder || row.folder == *query.folder) &&
           (!query.incoming || row.incoming == *query.incoming) && (!query.state || row.state == *query.state) &&
           (!query.urgent || row.urgency != app::Urgency::Normal) && (!query.trouble || isInTrouble(row)) &&
           (!query.application || !row.application.isEmpty()) &&
           (query.sender.isEmpty() || (row.incoming && query.sender == senderCode(row.counterpart))) &&
           (query.book.isEmpty() || (row.arrivalNumber > 0 && query.book == "2026-incoming"_L1));
}

} // namespace

void SampleOffice::addReports(int count) {
    for (int number = 0; number < count; ++number) {
        app::DocumentDetail& detail = add(app::Folder::ToAccept, u"Sở Y tế"_s, u"Báo cáo số %1"_s.arg(number), {});
        detail.summary.excerpt = u"… số liệu nhân lực y tế cơ sở tại các trạm y tế xã, phường đến hết quý III …"_s;
    }
}

void SampleOffice::attachFiles() {
    using Role = app::ContentRef::Role;
    m_documents.first().contents = {
        {.sha256 = "1",
         .name = u"Công văn số 412.pdf"_s,
         .mediaType = {},
         .size = 183'200,
         .role = Role::Main,
         .here = true},
        {.sha256 = "2", .name = u"Phụ lục I - Danh mục tài liệu.pdf"_s, .mediaType = {}, .size = 96'400, .here = true},
        {.sha256 = "3",
         .name = u"Biểu tổng hợp số liệu sáu tháng cuối năm.xlsx"_s,
         .mediaType = {},
         .size = 42'000,
         .here = true},
        {.sha256 = "4", .name = u"Bản đồ quy hoạch.pdf"_s, .mediaType = {}, .size = 24'800'000, .here = false}};
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

app::Result<app::SearchChoices> SampleOffice::searchChoices() {
    const QMutexLocker lock(&m_mutex);
    const auto own = *app::OrganId::parse(u"H99.02"_s);
    app::SearchChoices choices{
        .books = {{own, 2026, true, {}}, {own, 2026, false, u"cv"_s}, {own, 2026, false, u"vb"_s}}};
    QStringList names;
    for (const app::DocumentDetail& detail : m_documents) {
        if (detail.summary.incoming && !names.contains(detail.summary.counterpart)) {
            names << detail.summary.counterpart;
        }
    }
    names.sort();
    for (const QString& name : names) {
        choices.senders.append({.id = senderCode(name), .name = name});
    }
    return choices;
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

app::Result<app::DutyTurn> SampleOffice::duties() {
    const QDateTime morning = app::vietnamDayBegin(app::vietnamToday()).addSecs(8 * 3600 + 720);
    return app::DutyTurn{.lease = app::Lease{.holder = {.mailbox = m_profile.person.organ.text() + u"/vanthu"_s,
                                                        .desk = u"b"_s,
                                                        .kind = app::LeaseKind::Window},
                                             .since = morning,
                                             .until = morning.addDays(1)}};
}

app::Result<app::ReminderDays> SampleOffice::reminderDays() {
    return app::usualReminderDays();
}

app::Result<void> SampleOffice::leaveDuties() {
    return note(u"leave-duties"_s);
}

app::Result<QList<app::ReminderView>> SampleOffice::takeReminders() {
    const QMutexLocker lock(&m_mutex);
    return std::exchange(reminders, {});
}

app::Result<int> SampleOffice::readTexts(int, std::stop_token) {
    return 0;
}

} // namespace tests
