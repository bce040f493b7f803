// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/arrivalcopy.h"

#include "app/domain/bookentry.h"
#include "app/services/officedesk.h"
#include "app/services/purposesigning.h"

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

PurposeTask taskFor(const OfficeDesk& desk, const DocumentDetail& document) {
    PurposeTask task;
    task.purpose = SigningPurpose::IncomingStamp;
    task.agency = desk.profile().agency.name;
    task.arrival.number = numberDisplay(document.summary.arrivalNumber);
    task.arrival.date = document.arrivalDate;
    task.moment = desk.now();
    return task;
}

} // namespace

ArrivalCopy::ArrivalCopy(OfficeDesk& desk)
    : m_desk(desk) {}

Result<QByteArray> ArrivalCopy::copyOf(const DocumentId& id) {
    const auto document = m_desk.store().documents().detail(id);
    if (!document) {
        return std::unexpected(document.error());
    }
    if (!document->summary.incoming || document->summary.arrivalNumber <= 0 ||
        !document->summary.application.isEmpty()) {
        return fail("arrival-not-registered", id.text());
    }
    // The same original under the same number has the same copy.
    const QString key = u"arrival-copy/%1/%2/%3"_s.arg(QString::fromLatin1(document->pdfSha256))
                            .arg(document->arrivalDate.toString(Qt::ISODate))
                            .arg(document->summary.arrivalNumber);
    const auto known = m_desk.store().settings().value(key);
    if (known && m_desk.store().blobs().has(known->toLatin1())) {
        return known->toLatin1();
    }
    const auto original = m_desk.store().blobs().bytes(document->pdfSha256);
    if (!original) {
        return original;
    }
    const PurposeSigning stamping(m_desk.verifyClient(), m_desk.renderWorker());
    const auto plan = stamping.plan(*original, taskFor(m_desk, *document));
    const auto stamped = plan ? stamping.stamp(*original, *plan) : std::unexpected(plan.error());
    if (!stamped) {
        return stamped;
    }
    return m_desk.store().together([&]() -> Result<QByteArray> {
        const auto stored = m_desk.store().putContent(*stamped);
        const auto noted =
            stored ? m_desk.store().settings().set(key, QString::fromLatin1(*stored)) : std::unexpected(stored.error());
        return noted ? stored : std::unexpected(noted.error());
    });
}

} // namespace app
