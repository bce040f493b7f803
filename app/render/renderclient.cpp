// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render/renderclient.h"

#include "app/render/renderprocess.h"
#include "docsig/keys/sealedbox.h"

#include <QFile>
#include <QThread>

#include <atomic>
#include <cmath>
#include <condition_variable>
#include <deque>
#include <future>
#include <mutex>

namespace app {

namespace {

using namespace Qt::Literals::StringLiterals;

} // namespace

/// The thread that owns the worker process, and the calls that wait for it. A QProcess lives on one thread; callers
/// come from many.
class RenderClient::Work {
public:
    Work(QString program, RenderLimits limits)
        : m_program(std::move(program))
        , m_limits(limits) {
        m_thread.reset(QThread::create([this] { serve(); }));
        m_thread->setObjectName(u"render client"_s);
        m_thread->start();
    }

    ~Work() {
        interrupt();
        {
            const std::lock_guard lock(m_mutex);
            m_ending = true;
        }
        m_wake.notify_all();
        m_thread->wait();
    }

    Work(const Work&) = delete;
    Work& operator=(const Work&) = delete;

    /// Runs a function on the thread and hands back what it gives; `stop` counts until the function begins.
    template <typename T>
    [[nodiscard]] Result<T> run(std::function<Result<T>()> function, const std::stop_token& stop) {
        const quint64 round = m_round;
        std::packaged_task<Result<T>()> task([this, round, stop, function = std::move(function)]() -> Result<T> {
            m_current = round;
            if (round != m_round || stop.stop_requested()) {
                return render::cancelledCall();
            }
            Result<T> result = function();
            m_processId = m_process && m_process->isRunning() ? m_process->processId() : 0;
            return result;
        });
        std::future<Result<T>> result = task.get_future();
        {
            const std::lock_guard lock(m_mutex);
            m_calls.push_back(
                [shared = std::make_shared<std::packaged_task<Result<T>()>>(std::move(task))] { (*shared)(); });
        }
        m_wake.notify_all();
        return result.get();
    }

    void interrupt() { ++m_round; }

    [[nodiscard]] qint64 processId() const { return m_processId; }

    [[nodiscard]] QString lacking() const {
        const std::lock_guard lock(m_mutex);
        return m_lacking;
    }

    [[nodiscard]] qint64 largestFile() const { return m_limits.fileBytes; }

    // What follows runs on the thread.

    [[nodiscard]] Result<QList<PageInfo>> open(const QByteArray& pdf) {
        letGo();
        m_pdf = pdf;
        if (pdf.size() > m_limits.fileBytes) {
            letGo();
            return tooLarge(pdf);
        }
        if (const Result<void> ready = makeReady(); !ready) {
            letGo();
            return std::unexpected(ready.error());
        }
        return m_pages;
    }

    void letGo() {
        m_process.reset();
        m_processId = 0;
        docsig::wipe(m_pdf); // it may have been a secret scan
        m_pages.clear();
    }

    [[nodiscard]] Result<QImage> page(int index, const std::function<QSize(QSizeF)>& size) {
        if (const Result<void> ready = makeReady(); !ready) {
            return std::unexpected(ready.error());
        }
        // An index outside is left to the worker, which has the code for it.
        const QSizeF points = index >= 0 && index < m_pages.size() ? m_pages.at(index).points : QSizeF(1, 1);
        const render::PageRequest request{index, size(points)};
        const Result<QByteArray> answer = m_process->ask(render::Request::Page, render::packed(request),
                                                         render::Answer::Pixels, m_limits.requestTime);
        if (!answer) {
            return std::unexpected(answer.error());
        }
        constexpr qsizetype sizeBytes = 8;
        QImage image(request.pixels, QImage::Format_RGB32);
        QSize given;
        if (!render::unpack(answer->left(sizeBytes), given) || given != request.pixels ||
            answer->size() != sizeBytes + image.sizeInBytes()) {
            return unexpectedAnswer(u"pixels of another size"_s);
        }
        std::copy_n(answer->constData() + sizeBytes, image.sizeInBytes(), reinterpret_cast<char*>(image.bits()));
        return image;
    }

    [[nodiscard]] Result<QList<TextWord>> text(int index) {
        if (const Result<void> ready = makeReady(); !ready) {
            return std::unexpected(ready.error());
        }
        const Result<QByteArray> answer = m_process->ask(render::Request::Text, render::packed(qint32(index)),
                                                         render::Answer::Words, m_limits.requestTime);
        if (!answer) {
            return std::unexpected(answer.error());
        }
        QList<TextWord> words;
        if (!render::unpack(*answer, words)) {
            return unexpectedAnswer(u"words that end early"_s);
        }
        return words;
    }

    [[nodiscard]] Result<QString> officeText(const QByteArray& file) {
        if (file.size() > m_limits.fileBytes) {
            return tooLarge(file);
        }
        render::RenderProcess worker(m_program, m_limits, [this] { return m_current != m_round; });
        if (const Result<void> started = worker.start(); !started) {
            return std::unexpected(started.error());
        }
        const Result<QByteArray> answer = worker.ask(render::Request::OfficeText, render::packed(workerLimits(), file),
                                                     render::Answer::OfficeWords, m_limits.openTime);
        if (!answer) {
            return std::unexpected(answer.error());
        }
        QString words;
        if (!render::unpack(*answer, words)) {
            return render::garbledAnswer(u"a text that ends early"_s);
        }
        return words;
    }

private:
    [[nodiscard]] static std::unexpected<Error> tooLarge(const QByteArray& file) {
        return fail("render-file-too-large", u"%1 bytes"_s.arg(file.size()));
    }

    [[nodiscard]] render::WorkerLimits workerLimits() const {
        return {m_limits.addressSpace, m_limits.processorSeconds, m_limits.pixels, m_limits.pages, m_limits.words};
    }

    void serve() {
        while (true) {
            std::function<void()> call;
            {
                std::unique_lock lock(m_mutex);
                m_wake.wait(lock, [this] { return m_ending || !m_calls.empty(); });
                if (m_calls.empty()) {
                    break;
                }
                call = std::move(m_calls.front());
                m_calls.pop_front();
            }
            call();
        }
        letGo();
    }

    /// A running worker that has the document open.
    [[nodiscard]] Result<void> makeReady() {
        if (m_pdf.isNull()) {
            return fail("render-nothing-open");
        }
        if (m_process && m_process->isRunning()) {
            return {};
        }
        m_process =
            std::make_unique<render::RenderProcess>(m_program, m_limits, [this] { return m_current != m_round; });
        if (const Result<void> started = m_process->start(); !started) {
            return started;
        }
        QByteArray request = render::packed(workerLimits(), m_pdf);
        const Result<QByteArray> answer =
            m_process->ask(render::Request::Open, request, render::Answer::Pages, m_limits.openTime);
        docsig::wipe(request);
        if (!answer) {
            m_process->end();
            return std::unexpected(answer.error());
        }
        QString lacking;
        if (!render::unpack(*answer, m_pages, lacking) || m_pages.isEmpty()) {
            return unexpectedAnswer(u"no pages"_s);
        }
        const std::lock_guard lock(m_mutex);
        m_lacking = lacking;
        return {};
    }

    [[nodiscard]] std::unexpected<Error> unexpectedAnswer(const QString& what) {
        m_process->end();
        return render::garbledAnswer(what);
    }

    const QString m_program;
    const RenderLimits m_limits;

    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::function<void()>> m_calls;
    bool m_ending = false;
    QString m_lacking;                ///< of the running worker's sandbox
    std::atomic<quint64> m_round = 0; ///< counts interruptions: a call of an earlier round is cancelled
    std::atomic<qint64> m_processId = 0;

    // Of the thread alone.
    quint64 m_current = 0;
    std::unique_ptr<render::RenderProcess> m_process;
    QByteArray m_pdf;
    QList<PageInfo> m_pages;

    std::unique_ptr<QThread> m_thread;
};

RenderClient::RenderClient(QString workerProgram, RenderLimits limits)
    : m_work(std::make_unique<Work>(std::move(workerProgram), limits)) {}

RenderClient::~RenderClient() = default;

namespace {

/// One byte more than is allowed is enough to know that it is too large.
Result<QByteArray> bytesOf(const QString& path, qint64 largest) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail("render-file-unreadable", path + u": "_s + file.errorString());
    }
    return file.read(largest + 1);
}

} // namespace

Result<QList<PageInfo>> RenderClient::open(const QString& path) {
    const auto bytes = bytesOf(path, m_work->largestFile());
    return bytes ? openBytes(*bytes) : std::unexpected(bytes.error());
}

Result<QList<PageInfo>> RenderClient::openBytes(const QByteArray& pdf) {
    const QByteArray bytes = pdf.isNull() ? QByteArray("") : pdf;
    return m_work->run<QList<PageInfo>>([this, bytes] { return m_work->open(bytes); }, {});
}

void RenderClient::close() {
    const Result<void> closed = m_work->run<void>(
        [this]() -> Result<void> {
            m_work->letGo();
            return {};
        },
        {});
    Q_UNUSED(closed)
}

Result<QImage> RenderClient::page(int index, double dpi, std::stop_token stop) {
    const auto size = [dpi](QSizeF points) {
        const auto side = [dpi](double length) { return int(qBound(1.0, std::round(length * dpi / 72), 1e6)); };
        return QSize(side(points.width()), side(points.height()));
    };
    return m_work->run<QImage>([this, index, size] { return m_work->page(index, size); }, stop);
}

Result<QImage> RenderClient::pageOfSize(int index, QSize pixels, std::stop_token stop) {
    return m_work->run<QImage>(
        [this, index, pixels] { return m_work->page(index, [pixels](QSizeF) { return pixels; }); }, stop);
}

Result<QImage> RenderClient::thumbnail(int index, int longerSide, std::stop_token stop) {
    const auto size = [longerSide](QSizeF points) {
        return points.scaled(longerSide, longerSide, Qt::KeepAspectRatio).toSize().expandedTo({1, 1});
    };
    return m_work->run<QImage>([this, index, size] { return m_work->page(index, size); }, stop);
}

Result<QList<TextWord>> RenderClient::text(int index, std::stop_token stop) {
    return m_work->run<QList<TextWord>>([this, index] { return m_work->text(index); }, stop);
}

Result<QString> RenderClient::officeText(const QString& path, std::stop_token stop) {
    const auto bytes = bytesOf(path, m_work->largestFile());
    if (!bytes) {
        return std::unexpected(bytes.error());
    }
    return m_work->run<QString>([this, file = *bytes] { return m_work->officeText(file); }, stop);
}

std::optional<docsig::Finding> RenderClient::warning() const {
    const QString lacking = m_work->lacking();
    if (lacking.isEmpty()) {
        return std::nullopt;
    }
    return docsig::finding("render-unconfined", docsig::Part::Document, docsig::Weight::Note, lacking);
}

void RenderClient::interrupt() {
    m_work->interrupt();
}

qint64 RenderClient::workerProcess() const {
    return m_work->processId();
}

} // namespace app
