// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/world/office/drawingdesk.h"

#include "app/domain/streams.h"
#include "app/services/bookdrawing.h"

#include <atomic>
#include <mutex>
#include <thread>
#include <vector>

using namespace Qt::Literals::StringLiterals;
using namespace app;

namespace world {

DrawingDesk::DrawingDesk(const exchange::HubAccount& account)
    : m_verifier(QString(), QString()) {
    const Person clerk{
        .organ = *OrganId::parse(u"H99.01"_s), .login = u"clerk"_s, .name = u"Đặng Mỹ Linh"_s, .role = Role::Clerk};
    auto opened = OfficeStore::open({.database = {.file = m_folder.filePath(u"store.sqlite"_s)},
                                     .blobs = {.folder = m_folder.filePath(u"objects"_s)},
                                     .owner = clerk});
    if (!opened) {
        qFatal("%s", qPrintable(opened.error().code));
    }
    m_store = std::move(*opened);
    Profile profile;
    profile.folder = m_folder.path();
    profile.person = clerk;
    profile.agency.id = clerk.organ;
    m_desk = std::make_unique<OfficeDesk>(
        OfficeDesk::Collaborators{.store = *m_store,
                                  .verifyClient = m_verifier,
                                  .connect = [account] { return std::make_unique<exchange::HubClient>(account); },
                                  .spoolFolder = m_folder.path(),
                                  .clock = {}},
        profile);
}

QString DrawingDesk::book() {
    return outgoingBookStream(*OrganId::parse(u"H99.01"_s), 2026, u"cv"_s);
}

Result<int> DrawingDesk::draw(const DocumentId& document, std::stop_token stop) {
    const auto line = [&document](int number, const QDate&) -> Result<ActBody> {
        return acts::NumberDrawn{.document = document,
                                 .number = number,
                                 .notation = u"SM-VP"_s,
                                 .date = QDate(2026, 11, 26),
                                 .subject = u"Về việc"_s};
    };
    const auto entry = BookDrawing(*m_desk).draw(
        {.stream = book(), .document = document, .line = line, .alongside = {}}, std::move(stop));
    return entry ? Result<int>(entry->number) : std::unexpected(entry.error());
}

QList<int> drawAtOnce(const exchange::HubAccount& account, int clerks, int numbers) {
    std::vector<std::unique_ptr<DrawingDesk>> desks;
    for (int clerk = 0; clerk < clerks; ++clerk) {
        desks.push_back(std::make_unique<DrawingDesk>(account));
    }
    std::mutex guard;
    QList<int> drawn;
    std::atomic<int> left = numbers;
    std::vector<std::jthread> threads;
    for (const auto& desk : desks) {
        threads.emplace_back([&] {
            while (left-- > 0) {
                const auto number = desk->draw();
                if (!number) {
                    qFatal("no number: %s %s", qPrintable(number.error().code), qPrintable(number.error().detail));
                }
                const std::scoped_lock lock(guard);
                drawn.append(*number);
            }
        });
    }
    threads.clear(); // joins
    return drawn;
}

} // namespace world
