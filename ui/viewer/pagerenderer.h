// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"
#include "app/render/renderedpage.h"

#include <QHash>
#include <QImage>
#include <QList>
#include <QObject>
#include <QSize>
#include <QString>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <stop_token>

namespace app {
class RenderClient;
}

namespace ui {

/// A picture that the view would like to have.
struct PageWish {
    int page = 0;
    QSize pixels;
    bool thumbnail = false;

    friend bool operator==(const PageWish&, const PageWish&) = default;
};

/// Gets pages from congvan-render without ever waiting in the GUI thread: keeps the pictures that were made, drops
/// requests that nobody wants any more, and forgets the oldest pictures above its share of memory. One document at a
/// time, each with a worker process of its own.
class PageRenderer : public QObject {
    Q_OBJECT

public:
    explicit PageRenderer(QString renderProgram, QObject* parent = nullptr);
    ~PageRenderer() override;

    /// Opens another document; opened() or failed() follows. `keepPictures` shows the old ones until the new are made.
    void open(const QString& path);
    void open(const QByteArray& pdf, bool keepPictures);
    void close();

    /// What is in sight now, most wanted first. Requests that are not in the list any more are cancelled.
    void want(const QList<PageWish>& wishes);

    /// The best picture there is for a page, of another size perhaps; null when there is none.
    [[nodiscard]] QImage picture(int page) const;
    [[nodiscard]] QImage thumbnail(int page) const;
    /// The code with which a page could not be rendered; empty when it could.
    [[nodiscard]] QString failure(int page) const;
    /// Every page picture of the last wishes is there, or failed.
    [[nodiscard]] bool isSettled() const;

signals:
    void opened(const QList<app::PageInfo>& pages);
    void failed(const QString& code, const QString& detail);
    /// The document is open, but its worker is not shut off as it should be; comes once a document.
    void warned(const QString& code);
    void pageReady(int page);
    void thumbnailReady(int page);

private:
    struct Kept {
        QImage image;
        bool fresh = false; ///< of this document and of the size that was wanted last
        quint64 used = 0;
    };
    struct Pending {
        quint64 id = 0;
        PageWish wish;
        std::stop_source stop;
    };
    using Opener = std::function<app::Result<QList<app::PageInfo>>(app::RenderClient&)>;

    void start(Opener opener, bool keepPictures);
    void takeDocument(const std::shared_ptr<app::RenderClient>& client, const app::Result<QList<app::PageInfo>>& pages,
                      bool keepPictures);
    void request(const PageWish& wish);
    void take(quint64 id, const app::Result<QImage>& result);
    void forgetOld();
    void stopOpening();
    void letGoOfClient();
    [[nodiscard]] bool isPending(const PageWish& wish) const;
    [[nodiscard]] bool isThere(const PageWish& wish) const;

    const QString m_program;
    QThreadPool m_pool;
    std::shared_ptr<app::RenderClient> m_client;
    std::shared_ptr<app::RenderClient> m_opening;
    quint64 m_generation = 0; ///< one a document: answers for an earlier one are dropped
    quint64 m_clock = 0;
    QList<PageWish> m_wishes;
    QList<Pending> m_pending;
    QHash<int, Kept> m_pages;
    QHash<int, Kept> m_thumbnails;
    QHash<int, QString> m_failures;
};

} // namespace ui
