// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/readtexts.h"

#include "app/render/renderclient.h"
#include "app/services/officedesk.h"
#include "app/services/scanreading.h"
#include "app/store/documentrecord.h"

#include <QFile>
#include <QStringDecoder>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

enum class Kind { Pdf, Plain, Office, Other };

Kind kindOf(const ContentRef& content) {
    static const QStringList office{u".docx"_s, u".docm"_s, u".xlsx"_s, u".xlsm"_s,
                                    u".pptx"_s, u".odt"_s,  u".ods"_s,  u".odp"_s};
    const QString name = content.name.toLower();
    const auto ends = [&name](const QString& ending) { return name.endsWith(ending); };
    if (std::ranges::any_of(office, ends)) {
        return Kind::Office;
    }
    if (content.role == ContentRef::Role::Main || ends(u".pdf"_s) || content.mediaType == "application/pdf"_L1) {
        return Kind::Pdf;
    }
    const bool isPlain = ends(u".txt"_s) || ends(u".csv"_s) || content.mediaType == "text/plain"_L1;
    return isPlain ? Kind::Plain : Kind::Other;
}

/// The reader itself failed, not the file: it may go better next time.
bool isFaultOfReader(const Error& error) {
    static const QStringList ours{u"render-worker-missing"_s, u"render-cancelled"_s, u"render-file-unreadable"_s};
    return ours.contains(error.code);
}

/// The reader broke down on the file, or was broken before: which of the two, only other files tell.
bool brokeReader(const Error& error) {
    static const QStringList breaks{u"render-worker-died"_s, u"render-worker-timeout"_s, u"render-worker-garbled"_s};
    return breaks.contains(error.code);
}

/// What one call reads with: the reader of files, and how many scanned pages it still may read.
struct Reading {
    RenderClient& reader;
    const QString& scanReader;
    const std::stop_token& stop;
    int scans = ReadTexts::mostScans;
    int ofDocument = 0; ///< the same, of the document that is read
};

/// The words of a page that is nothing but a picture; false where it broke the reader.
bool addScan(Reading& reading, int page, QString& text) {
    constexpr double dpi = 200; // what Tesseract asks for at least; beyond it costs time alone
    --reading.scans;
    --reading.ofDocument;
    const auto picture = reading.reader.page(page, dpi, reading.stop);
    const auto words = picture ? readScan(reading.scanReader, *picture, reading.stop) : std::nullopt;
    for (const page::ScanWord& word : words.value_or(QList<page::ScanWord>())) {
        text += word.text + u' ';
    }
    return picture || !brokeReader(picture.error());
}

Result<void> addPdf(Reading& reading, const QString& path, QString& text, int& pages) {
    const auto opened = reading.reader.open(path);
    if (!opened) {
        const bool isOwed = isFaultOfReader(opened.error()) || brokeReader(opened.error());
        return isOwed ? std::unexpected(opened.error()) : Result<void>();
    }
    constexpr int mostBreakdowns = 3;
    int breakdowns = 0;
    for (int page = 0; page < opened->size() && pages < ReadTexts::mostPages; ++page, ++pages) {
        const auto words = reading.reader.text(page, reading.stop);
        if (!words) {
            if (isFaultOfReader(words.error())) {
                return std::unexpected(words.error());
            }
            breakdowns += brokeReader(words.error()) ? 1 : 0;
        }
        if (breakdowns >= mostBreakdowns) {
            return {}; // each costs a new reader; what was read so far is kept
        }
        if (!words) {
            continue;
        }
        if (words->isEmpty() && !reading.scanReader.isEmpty() && reading.ofDocument > 0) {
            breakdowns += addScan(reading, page, text) ? 0 : 1;
        }
        for (const TextWord& word : *words) {
            text += word.text + u' ';
        }
        if (text.size() > ReadTexts::mostCharacters) {
            return {};
        }
    }
    return {};
}

Result<void> addOffice(Reading& reading, const QString& path, QString& text) {
    const auto words = reading.reader.officeText(path, reading.stop);
    if (!words) {
        const bool isOwed = isFaultOfReader(words.error()) || brokeReader(words.error());
        return isOwed ? std::unexpected(words.error()) : Result<void>();
    }
    text += *words + u' ';
    return {};
}

/// UTF-8 only: a text in an unknown encoding would fill the index with words that nobody wrote.
void addPlain(const QString& path, QString& text) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return;
    }
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString words = decoder(file.read(ReadTexts::mostCharacters));
    if (!decoder.hasError()) {
        text += words + u' ';
    }
}

} // namespace

ReadTexts::ReadTexts(OfficeDesk& desk)
    : m_desk(desk) {}

Result<int> ReadTexts::owed() const {
    return m_desk.store().textJobs().count();
}

namespace {

Result<QString> textOf(const DocumentDetail& document, const BlobStore& blobs, Reading& reading) {
    reading.ofDocument = ReadTexts::mostScannedPages;
    QString text;
    int pages = 0;
    int files = 0;
    for (const ContentRef& content : document.contents) {
        const bool counts = content.role == ContentRef::Role::Main || content.role == ContentRef::Role::Attachment;
        const Kind kind = kindOf(content);
        if (!counts || kind == Kind::Other || files == ReadTexts::mostFiles ||
            text.size() > ReadTexts::mostCharacters) {
            continue;
        }
        const auto path = blobs.path(content.sha256);
        if (!path) {
            return std::unexpected(path.error());
        }
        ++files;
        if (kind == Kind::Plain) {
            addPlain(*path, text);
            continue;
        }
        const auto added = kind == Kind::Office ? addOffice(reading, *path, text) : addPdf(reading, *path, text, pages);
        if (!added) {
            return std::unexpected(added.error());
        }
    }
    return text.left(ReadTexts::mostCharacters).trimmed();
}

} // namespace

Result<int> ReadTexts::readAll(const QList<DocumentId>& ids, const std::stop_token& stop) {
    TextJobs& jobs = m_desk.store().textJobs();
    RenderClient reader(m_desk.renderWorker());
    const std::stop_callback onStop(stop, [&reader] { reader.interrupt(); });
    Reading reading{.reader = reader, .scanReader = m_desk.scanReader(), .stop = stop};
    int read = 0;
    for (const DocumentId& id : ids) {
        if (stop.stop_requested() || reading.scans <= 0) {
            break;
        }
        const auto document = m_desk.store().documents().detail(id);
        if (!document && document.error().code != "document-not-found"_L1) {
            return std::unexpected(document.error());
        }
        // Secret documents stand in no index; what is not there any more has no text.
        const bool isOpen = document && document->summary.secrecy == Secrecy::None;
        const Result<QString> text =
            isOpen ? textOf(*document, m_desk.store().blobs(), reading) : Result<QString>(QString());
        if (stop.stop_requested()) {
            break;
        }
        if (!text && text.error().code == "render-worker-missing"_L1) {
            return std::unexpected(text.error()); // no document is to blame
        }
        const QString source = isOpen ? textSource(document->contents) : QString();
        const auto kept = text ? jobs.keep(id, source, *text) : jobs.noteFailure(id, text.error());
        if (!kept) {
            return std::unexpected(kept.error());
        }
        read += text ? 1 : 0;
    }
    return read;
}

Result<int> ReadTexts::readPending(int limit, std::stop_token stop) {
    if (m_desk.renderWorker().isEmpty() || m_runs.test_and_set()) {
        return 0;
    }
    const auto ids = m_desk.store().textJobs().pending(limit);
    const Result<int> read = ids ? readAll(*ids, stop) : std::unexpected(ids.error());
    m_runs.clear();
    return read;
}

} // namespace app
