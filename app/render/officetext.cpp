// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render/officetext.h"

#include <QXmlStreamReader>

#include <archive.h>
#include <archive_entry.h>

#include <memory>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace app::render {

namespace {

constexpr int mostParts = 20'000;
constexpr qsizetype mostUnpacked = qsizetype(32) << 20;
constexpr int mostDepth = 1'000;

struct ArchiveEnd {
    void operator()(archive* reader) const { archive_read_free(reader); }
};

/// What of an element's text counts, in one of the two families of formats.
enum class Family { OpenXml, OpenDocument };

/// The family of a part that holds words for the reader; nothing for every other part.
std::optional<Family> familyOf(const QByteArray& part) {
    if (part == "content.xml") {
        return Family::OpenDocument;
    }
    if (!part.endsWith(".xml")) {
        return std::nullopt;
    }
    static constexpr const char* holders[] = {"word/document",  "word/header",   "word/footer",
                                              "word/footnotes", "word/endnotes", "xl/sharedStrings",
                                              "xl/worksheets/", "ppt/slides/",   "ppt/notesSlides/"};
    for (const char* holder : holders) {
        if (part.startsWith(holder)) {
            return Family::OpenXml;
        }
    }
    return std::nullopt;
}

/// Takes the words out of one part.
class WordCollector {
public:
    WordCollector(Family family, QString& words, qsizetype most)
        : m_family(family)
        , m_words(words)
        , m_most(most) {}

    /// Whether the part is sound XML as far as it was read; an unsound one gives what stands before the fault.
    [[nodiscard]] bool read(const QByteArray& part) {
        QXmlStreamReader xml(part);
        while (!xml.atEnd() && m_words.size() < m_most) {
            switch (xml.readNext()) {
            case QXmlStreamReader::StartElement:
                begin(xml.name());
                break;
            case QXmlStreamReader::EndElement:
                end(xml.name());
                break;
            case QXmlStreamReader::Characters:
                if (m_counts > 0 && m_struck == 0) {
                    m_words += xml.text();
                }
                break;
            case QXmlStreamReader::DTD: // no office program writes one; entities multiply
                return false;
            default:
                break;
            }
            if (m_depth > mostDepth) {
                return false;
            }
        }
        m_words += u' ';
        return !xml.hasError();
    }

private:
    [[nodiscard]] bool holdsWords(QStringView name) const {
        return m_family == Family::OpenXml ? name == "t"_L1 : name == "body"_L1;
    }
    [[nodiscard]] bool isStruck(QStringView name) const {
        return m_family == Family::OpenDocument && name == "tracked-changes"_L1;
    }
    [[nodiscard]] bool partsWords(QStringView name) const {
        static const QList<QLatin1StringView> names{"p"_L1,  "h"_L1,  "br"_L1, "cr"_L1,         "tab"_L1,
                                                    "si"_L1, "is"_L1, "s"_L1,  "line-break"_L1, "table-cell"_L1};
        return names.contains(name);
    }

    void begin(QStringView name) {
        ++m_depth;
        m_counts += holdsWords(name) ? 1 : 0;
        m_struck += isStruck(name) ? 1 : 0;
    }

    void end(QStringView name) {
        --m_depth;
        m_counts -= holdsWords(name) ? 1 : 0;
        m_struck -= isStruck(name) ? 1 : 0;
        if (partsWords(name)) {
            m_words += u' ';
        }
    }

    const Family m_family;
    QString& m_words;
    const qsizetype m_most;
    int m_depth = 0;
    int m_counts = 0; ///< elements around this place whose text counts
    int m_struck = 0; ///< elements around this place whose text was struck out
};

/// The bytes of the part that the reader stands at, `most` of them.
QByteArray unpacked(archive* reader, qsizetype most) {
    QByteArray bytes;
    QByteArray piece(64 << 10, Qt::Uninitialized);
    while (bytes.size() < most) {
        const la_ssize_t got = archive_read_data(reader, piece.data(), size_t(piece.size()));
        if (got <= 0) {
            break;
        }
        bytes.append(piece.constData(), qMin(qsizetype(got), most - bytes.size()));
    }
    return bytes;
}

} // namespace

std::expected<QString, Fault> officeText(const QByteArray& file, qsizetype mostCharacters) {
    const std::unique_ptr<archive, ArchiveEnd> reader(archive_read_new());
    if (!reader || archive_read_support_format_zip_seekable(reader.get()) != ARCHIVE_OK ||
        archive_read_open_memory(reader.get(), file.constData(), size_t(file.size())) != ARCHIVE_OK) {
        return std::unexpected(Fault::NotAnOfficeFile);
    }
    QString words;
    qsizetype left = mostUnpacked;
    bool isOffice = false;
    archive_entry* entry = nullptr;
    for (int parts = 0; parts < mostParts && left > 0 && words.size() < mostCharacters; ++parts) {
        const int next = archive_read_next_header(reader.get(), &entry);
        if (next != ARCHIVE_OK && next != ARCHIVE_WARN) {
            break;
        }
        const auto family = familyOf(QByteArray(archive_entry_pathname(entry)));
        if (!family || archive_entry_is_encrypted(entry) != 0) {
            continue;
        }
        const QByteArray part = unpacked(reader.get(), left);
        left -= part.size();
        isOffice = WordCollector(*family, words, mostCharacters).read(part) || isOffice || !words.trimmed().isEmpty();
    }
    if (!isOffice) {
        return std::unexpected(Fault::NotAnOfficeFile);
    }
    return words.left(mostCharacters).simplified();
}

} // namespace app::render
