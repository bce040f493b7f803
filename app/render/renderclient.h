// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"
#include "app/render/renderedpage.h"
#include "app/render/renderlimits.h"
#include "docsig/report/signaturereport.h"

#include <QByteArray>
#include <QImage>
#include <QList>
#include <QSize>
#include <QString>

#include <memory>
#include <optional>
#include <stop_token>

namespace app {

/// The face of congvan-render: turns a foreign PDF into pixels and words in a process of its own, under limits. One
/// worker process per client, kept alive while its document is open. The worker gets the bytes through its standard
/// input and never learns the path.
///
/// Calls block and may come from any thread but the GUI's; calls on one client are served one after the other. A worker
/// that died or ran out of time gives its code to the call under way; the next call starts a new worker with the same
/// document.
///
/// Errors: render-file-unreadable, render-file-too-large, render-worker-missing, render-worker-died,
/// render-worker-timeout, render-worker-garbled, render-not-a-pdf, render-locked, render-page-missing,
/// render-page-failed, render-too-large, render-cancelled, render-nothing-open, render-not-an-office-file.
class RenderClient {
public:
    /// `workerProgram` is the path of congvan-render.
    explicit RenderClient(QString workerProgram, RenderLimits limits = {});
    /// Ends the worker; a call under way on another thread returns render-cancelled first.
    ~RenderClient();

    RenderClient(const RenderClient&) = delete;
    RenderClient& operator=(const RenderClient&) = delete;

    /// Reads the file once and opens it in the worker; a document that was open is closed. Returns its pages.
    [[nodiscard]] Result<QList<PageInfo>> open(const QString& path);
    /// The same for bytes in memory: what is shown is exactly these bytes.
    [[nodiscard]] Result<QList<PageInfo>> openBytes(const QByteArray& pdf);
    /// Lets the document go and ends the worker.
    void close();

    /// The page at a resolution, antialiased, with annotations and form fields as they are; scripts do not run. `index`
    /// counts from 0. Opaque, white paper.
    [[nodiscard]] Result<QImage> page(int index, double dpi, std::stop_token stop = {});
    /// The page as a picture of exactly this many pixels (the shape should be the page's).
    [[nodiscard]] Result<QImage> pageOfSize(int index, QSize pixels, std::stop_token stop = {});
    /// The page with its longer side this many pixels long.
    [[nodiscard]] Result<QImage> thumbnail(int index, int longerSide, std::stop_token stop = {});
    /// The words of a page in reading order, with their boxes.
    [[nodiscard]] Result<QList<TextWord>> text(int index, std::stop_token stop = {});

    /// The words of a file of an office program (OOXML, OpenDocument), for the search, by a worker of their own: what
    /// is open stays open.
    [[nodiscard]] Result<QString> officeText(const QString& path, std::stop_token stop = {});

    /// A warning (render-unconfined) where the kernel could not shut off the worker that has the document open.
    [[nodiscard]] std::optional<docsig::Finding> warning() const;

    /// Makes the calls that wait return render-cancelled at once and ends the worker. Any thread, the GUI's too; does
    /// not block. The client can be used again afterwards.
    void interrupt();

    /// The worker's process id, 0 when none runs (for the tests that kill it).
    [[nodiscard]] qint64 workerProcess() const;

private:
    class Work;
    std::unique_ptr<Work> m_work;
};

} // namespace app
