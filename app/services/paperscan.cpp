// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/paperscan.h"

#include "app/domain/plaintext.h"
#include "app/render/renderclient.h"
#include "app/services/officedesk.h"
#include "app/services/scanreading.h"

#include <QBuffer>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QImageReader>
#include <QTemporaryFile>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

/// For reading the text of all pages together; what is left goes without.
constexpr qint64 readingPatience = 180'000; // milliseconds

std::unexpected<Error> scanUnreadable(const QString& file, const QString& why) {
    return fail("paper-scan-unreadable", QFileInfo(file).fileName() + u": "_s + why);
}

std::unexpected<Error> scanTooLarge(const QString& file) {
    return fail("paper-scan-too-large", QFileInfo(file).fileName());
}

bool isPdfFile(const QString& file) {
    QFile bytes(file);
    return bytes.open(QIODevice::ReadOnly) && bytes.read(1024).contains("%PDF-");
}

Result<QByteArray> bytesOfScan(const QString& path, qint64 largest) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return scanUnreadable(path, file.errorString());
    }
    const QByteArray bytes = file.read(largest + 1);
    return bytes.size() <= largest ? Result<QByteArray>(bytes) : scanTooLarge(path);
}

/// "scan.pdf" of "/a/b/scan.tiff".
QString scanName(const QString& file) {
    constexpr qsizetype longest = 100;
    return visibleText(QFileInfo(file).completeBaseName()).left(longest) + u".pdf"_s;
}

/// Reads the words of one page after another, as long as that goes well.
class PageReading {
public:
    explicit PageReading(QString program)
        : m_program(std::move(program))
        , m_text(m_program.isEmpty() ? ScanText::NoReader : ScanText::Read) {
        m_clock.start();
    }

    QList<page::ScanWord> words(const QImage& picture, const std::stop_token& stop) {
        if (m_text != ScanText::Read) {
            return {};
        }
        const auto read = m_clock.hasExpired(readingPatience) ? std::nullopt : readScan(m_program, picture, stop);
        m_text = read ? ScanText::Read : ScanText::NotRead;
        return read.value_or(QList<page::ScanWord>());
    }
    [[nodiscard]] ScanText text() const { return m_text; }

private:
    QString m_program;
    ScanText m_text;
    QElapsedTimer m_clock;
};

/// Every picture of a file (a TIFF may hold several pages) becomes a page.
Result<void> addPictures(const QString& path, page::ScanPdf& pdf, PageReading& reading, const std::stop_token& stop) {
    static const QList<QByteArray> formats{"jpeg", "jpg", "png", "tiff", "tif"};
    const auto bytes = bytesOfScan(path, PaperScan::largestPicture);
    if (!bytes) {
        return std::unexpected(bytes.error());
    }
    QBuffer buffer;
    buffer.setData(*bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    if (!reader.canRead() || !formats.contains(reader.format())) {
        return scanUnreadable(path, QString::fromLatin1(reader.format()));
    }
    const int pictures = std::max(1, reader.imageCount());
    for (int index = 0; index < pictures && !stop.stop_requested(); ++index) {
        if (index > 0 && !reader.jumpToImage(index)) {
            return scanUnreadable(path, reader.errorString());
        }
        const QSize size = reader.size();
        const bool isLarge = qint64(size.width()) * size.height() > PaperScan::mostPixels;
        if (isLarge || pdf.pages() == PaperScan::mostPages || pdf.size() > PaperScan::largestFile) {
            return scanTooLarge(path);
        }
        const QImage picture = reader.read();
        if (picture.isNull()) {
            return scanUnreadable(path, reader.errorString());
        }
        pdf.addPage(picture, reading.words(picture, stop));
    }
    return {};
}

} // namespace

QString scanTextKey(ScanText text) {
    static const QStringList keys{u"as-it-came"_s, u"no-reader"_s, u"not-read"_s, u"read"_s};
    return keys.at(static_cast<qsizetype>(text));
}

PaperScan::PaperScan(OfficeDesk& desk)
    : m_desk(desk) {}

Result<PreparedScan> PaperScan::prepare(const QStringList& files, std::stop_token stop, const Progress& progress) {
    if (files.isEmpty()) {
        return fail("paper-scan-missing");
    }
    const auto pdfs = std::ranges::count_if(files, isPdfFile);
    if (pdfs > 0 && files.size() > 1) {
        return fail("paper-scan-mixed", QString::number(files.size()));
    }
    auto scan = pdfs > 0 ? takePdf(files.first(), stop) : join(files, stop, progress);
    if (stop.stop_requested()) {
        if (scan) {
            discard(*scan);
        }
        return fail("paper-scan-stopped");
    }
    return scan;
}

void PaperScan::discard(const PreparedScan& scan) {
    if (!scan.path.isEmpty()) {
        QFile::remove(scan.path);
    }
}

Result<PreparedScan> PaperScan::takePdf(const QString& file, const std::stop_token& stop) {
    const auto bytes = bytesOfScan(file, largestFile);
    auto scan = bytes ? keep(*bytes, file) : std::unexpected(bytes.error());
    if (!scan) {
        return scan;
    }
    // What is counted and looked at are the bytes that were kept, each by the worker for it.
    RenderClient pages(m_desk.renderWorker());
    const auto opened = pages.open(scan->path);
    if (!opened) {
        discard(*scan);
        return std::unexpected(opened.error());
    }
    scan->pages = static_cast<int>(opened->size());
    const docsig::SignatureReport report = m_desk.verifyClient().verifyFile(scan->path, {.at = m_desk.now()}, stop);
    if (report.verdict == docsig::Verdict::Unreadable) {
        discard(*scan); // whether somebody signed it is not known
        return report.findings.isEmpty() ? scanUnreadable(file, {})
                                         : Result<PreparedScan>(std::unexpected(
                                               Error(report.findings.first().code, report.findings.first().detail)));
    }
    if (!report.signatures.isEmpty()) {
        discard(*scan);
        return fail("paper-scan-signed", QFileInfo(file).fileName());
    }
    return scan;
}

Result<PreparedScan> PaperScan::join(const QStringList& files, const std::stop_token& stop, const Progress& progress) {
    page::ScanPdf pdf;
    PageReading reading(m_desk.scanReader());
    int done = 0;
    for (const QString& file : files) {
        if (progress) {
            progress(done++, static_cast<int>(files.size()));
        }
        if (stop.stop_requested()) {
            break;
        }
        if (auto added = addPictures(file, pdf, reading, stop); !added) {
            return std::unexpected(added.error());
        }
    }
    const int pages = pdf.pages();
    auto scan = keep(pdf.file(), files.first());
    if (scan) {
        scan->pages = pages;
        scan->text = reading.text();
    }
    return scan;
}

Result<PreparedScan> PaperScan::keep(const QByteArray& pdf, const QString& first) {
    if (pdf.size() > largestFile) {
        return scanTooLarge(first);
    }
    QDir().mkpath(m_desk.spoolFolder());
    QTemporaryFile file(m_desk.spoolFolder() + u"/scan-XXXXXX.pdf"_s);
    file.setAutoRemove(false);
    if (!file.open() || file.write(pdf) != pdf.size() || !file.flush()) {
        file.remove();
        return fail("paper-scan-not-kept", file.errorString());
    }
    return PreparedScan{.path = file.fileName(), .name = scanName(first)};
}

} // namespace app
