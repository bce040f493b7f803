// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/pagerenderer.h"

#include "app/render/renderclient.h"

#include <QFutureWatcher>
#include <QtConcurrentRun>

#include <algorithm>

namespace ui {

namespace {

constexpr qint64 memoryShare = 192 * 1024 * 1024;

/// Hands the result to the context on its own thread, and never before the caller has returned (QFuture::then does that
/// when the future is finished already).
template <typename T, typename Function>
void whenDone(const QFuture<T>& future, QObject* context, Function function) {
    auto* watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcher<T>::finished, context, [watcher, function = std::move(function)] {
        watcher->deleteLater();
        function(watcher->result());
    });
    watcher->setFuture(future);
}

/// A client whose end, which waits for its process, is never the GUI thread's business.
std::shared_ptr<app::RenderClient> makeClient(const QString& program) {
    return {new app::RenderClient(program),
            [](app::RenderClient* client) { QThreadPool::globalInstance()->start([client] { delete client; }); }};
}

} // namespace

PageRenderer::PageRenderer(QString renderProgram, QObject* parent)
    : QObject(parent)
    , m_program(std::move(renderProgram)) {
    // A worker serves one call after the other; the second thread lets a new document open meanwhile.
    m_pool.setMaxThreadCount(2);
}

PageRenderer::~PageRenderer() {
    stopOpening();
    letGoOfClient();
    m_pool.waitForDone();
}

void PageRenderer::open(const QString& path) {
    start([path](app::RenderClient& client) { return client.open(path); }, false);
}

void PageRenderer::open(const QByteArray& pdf, bool keepPictures) {
    start([pdf](app::RenderClient& client) { return client.openBytes(pdf); }, keepPictures);
}

void PageRenderer::close() {
    ++m_generation;
    stopOpening();
    letGoOfClient();
    m_pages.clear();
    m_thumbnails.clear();
    m_failures.clear();
    m_wishes.clear();
}

void PageRenderer::stopOpening() {
    if (m_opening) {
        m_opening->interrupt();
        m_opening.reset();
    }
}

void PageRenderer::letGoOfClient() {
    for (Pending& pending : m_pending) {
        pending.stop.request_stop();
    }
    m_pending.clear();
    if (m_client) {
        m_client->interrupt();
        m_client.reset();
    }
}

void PageRenderer::start(Opener opener, bool keepPictures) {
    const quint64 generation = ++m_generation;
    stopOpening();
    const std::shared_ptr<app::RenderClient> client = makeClient(m_program);
    m_opening = client;
    const auto opening = QtConcurrent::run(&m_pool, [client, opener = std::move(opener)] { return opener(*client); });
    whenDone(opening, this, [this, client, generation, keepPictures](const app::Result<QList<app::PageInfo>>& pages) {
        if (generation == m_generation) {
            takeDocument(client, pages, keepPictures);
        }
    });
}

void PageRenderer::takeDocument(const std::shared_ptr<app::RenderClient>& client,
                                const app::Result<QList<app::PageInfo>>& pages, bool keepPictures) {
    m_opening.reset();
    letGoOfClient();
    m_failures.clear();
    m_wishes.clear();
    if (!pages || !keepPictures) {
        m_pages.clear();
        m_thumbnails.clear();
    }
    for (QHash<int, Kept>* kept : {&m_pages, &m_thumbnails}) {
        for (Kept& one : *kept) {
            one.fresh = false;
        }
    }
    if (pages) {
        m_client = client;
        emit opened(*pages);
        if (const auto warning = client->warning()) {
            emit warned(warning->code);
        }
    } else {
        emit failed(pages.error().code, pages.error().detail);
    }
}

bool PageRenderer::isPending(const PageWish& wish) const {
    return std::ranges::any_of(m_pending, [&](const Pending& pending) { return pending.wish == wish; });
}

bool PageRenderer::isThere(const PageWish& wish) const {
    const Kept kept = (wish.thumbnail ? m_thumbnails : m_pages).value(wish.page);
    return (kept.fresh && kept.image.size() == wish.pixels) || (!wish.thumbnail && m_failures.contains(wish.page));
}

bool PageRenderer::isSettled() const {
    return std::ranges::all_of(m_wishes, [&](const PageWish& wish) { return wish.thumbnail || isThere(wish); });
}

void PageRenderer::want(const QList<PageWish>& wishes) {
    if (!m_client) {
        return;
    }
    m_wishes = wishes;
    for (Pending& pending : m_pending) {
        if (!wishes.contains(pending.wish)) {
            pending.stop.request_stop();
        }
    }
    m_pending.removeIf([](const Pending& pending) { return pending.stop.stop_requested(); });
    for (const PageWish& wish : wishes) {
        auto& kept = wish.thumbnail ? m_thumbnails : m_pages;
        if (kept.contains(wish.page)) {
            kept[wish.page].used = ++m_clock;
        }
        if (!isThere(wish) && !isPending(wish)) {
            request(wish);
        }
    }
    forgetOld();
}

void PageRenderer::request(const PageWish& wish) {
    const quint64 id = ++m_clock;
    m_pending.append({id, wish, {}});
    const auto asked = QtConcurrent::run(&m_pool, [client = m_client, wish, stop = m_pending.last().stop.get_token()] {
        return client->pageOfSize(wish.page, wish.pixels, stop);
    });
    whenDone(asked, this, [this, id](const app::Result<QImage>& result) { take(id, result); });
}

void PageRenderer::take(quint64 id, const app::Result<QImage>& result) {
    const auto pending = std::ranges::find(m_pending, id, &Pending::id);
    if (pending == m_pending.end()) {
        return; // cancelled, or of a document that is gone
    }
    const PageWish wish = pending->wish;
    m_pending.erase(pending);
    if (result) {
        (wish.thumbnail ? m_thumbnails : m_pages)[wish.page] = {*result, true, ++m_clock};
    } else if (!wish.thumbnail) {
        m_failures.insert(wish.page, result.error().code);
    }
    if (wish.thumbnail) {
        emit thumbnailReady(wish.page);
    } else {
        emit pageReady(wish.page);
    }
}

void PageRenderer::forgetOld() {
    qint64 bytes = 0;
    for (const Kept& kept : std::as_const(m_pages)) {
        bytes += kept.image.sizeInBytes();
    }
    while (bytes > memoryShare) {
        const auto oldest = std::ranges::min_element(m_pages, {}, &Kept::used);
        const bool inSight = std::ranges::any_of(
            m_wishes, [&](const PageWish& wish) { return !wish.thumbnail && wish.page == oldest.key(); });
        if (inSight) {
            break;
        }
        bytes -= oldest->image.sizeInBytes();
        m_pages.erase(oldest);
    }
}

QImage PageRenderer::picture(int page) const {
    return m_pages.value(page).image;
}

QImage PageRenderer::thumbnail(int page) const {
    return m_thumbnails.value(page).image;
}

QString PageRenderer::failure(int page) const {
    return m_failures.value(page);
}

} // namespace ui
