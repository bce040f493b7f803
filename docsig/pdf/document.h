// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/pdf/crossreference.h"
#include "docsig/pdf/decryption.h"
#include "docsig/pdf/filebytes.h"
#include "docsig/report/error.h"

#include <QByteArray>
#include <QHash>
#include <QSet>

#include <functional>
#include <memory>

namespace docsig::pdf {

/// A PDF file as its cross-reference sections describe it, read strictly: nothing is repaired or guessed, so what this
/// class reads is what the file says. One thread at a time; copies share what was read.
///
/// Codes of open(): pdf-empty, pdf-not-a-pdf, pdf-prepended-bytes, pdf-truncated, pdf-broken, pdf-too-large.
class Document {
public:
    [[nodiscard]] static Result<Document> open(QByteArray bytes);
    /// Of a large file, whose bytes are not copied.
    [[nodiscard]] static Result<Document> open(std::shared_ptr<const FileBytes> file);
    /// Of the first bytes of a document, as the file was before its later revisions; they are shared, not copied.
    [[nodiscard]] static Result<Document> openFront(const Document& whole, qsizetype size);

    /// Of a large file a view: what is cut off from it is copied, it itself is not.
    [[nodiscard]] const QByteArray& bytes() const { return m_bytes; }
    /// What was looked at of a large file leaves the memory; it comes again by itself.
    void letGo() const;
    /// Hands the bytes from `first` to before `last` on in pieces, and lets a large file go behind each.
    void passOver(qsizetype first, qsizetype last, const std::function<void(QByteArrayView)>& piece) const;
    [[nodiscard]] const Entries& entries() const { return m_entries; }
    [[nodiscard]] const Dictionary& trailer() const { return m_sections.constFirst().trailer; }
    /// Newest first.
    [[nodiscard]] const QList<Section>& sections() const { return m_sections; }
    [[nodiscard]] bool isEncrypted() const { return !trailer().value("Encrypt").isNull(); }
    /// Of an encrypted file: it opens with the empty user password, and what is read of it here is what a viewer shows.
    /// Never where its revisions do not all name the same encryption.
    [[nodiscard]] bool isReadable() const { return !isEncrypted() || m_decryption != nullptr; }
    /// One more than the highest object number that may be in use.
    [[nodiscard]] int size() const;

    /// The object of that number; null where there is none, or where another one stands at its place.
    [[nodiscard]] Value object(int number) const;
    /// Whether the entry leads to an object of that very number and generation.
    [[nodiscard]] bool isSound(int number) const;
    /// Follows references until there is none, at most 32 of them.
    [[nodiscard]] Value resolve(const Value& value) const;
    /// The resolved value of a key.
    [[nodiscard]] Value get(const Dictionary& dictionary, const char* key) const {
        return resolve(dictionary.value(key));
    }
    /// The undecoded bytes of a stream object, readable where the file is.
    [[nodiscard]] std::optional<QByteArray> rawStream(int number) const;
    [[nodiscard]] bool isStream(int number) const { return read(number).streamOffset.has_value(); }
    /// Where the value of /Contents in an object of the file stands, from "<" to behind ">".
    [[nodiscard]] std::optional<std::pair<qsizetype, qsizetype>> contentsPlace(int number) const;
    /// Whether "endobj" stands where the object ends, and before it "endstream" where the stream's /Length says: what
    /// comes without them is read differently by programs that look for these words. True for objects in streams.
    [[nodiscard]] bool isClosed(int number) const;
    /// An object whose dictionaries name a key twice can be read in two ways.
    [[nodiscard]] bool hasDuplicateKeys(int number) const;

    [[nodiscard]] Dictionary catalog() const { return get(trailer(), "Root").dictionary(); }
    [[nodiscard]] std::optional<Reference> catalogReference() const;
    /// The object numbers of the pages in order, at most 20,000; 0 for a page that lies directly in its parent. Nothing
    /// where the tree is broken.
    [[nodiscard]] std::optional<QList<int>> pages() const;

private:
    [[nodiscard]] static Result<Document> open(Document document);

    struct Read {
        Value value;
        bool sound = false;
        bool duplicateKeys = false;
        std::optional<qsizetype> streamOffset;
        std::pair<qsizetype, qsizetype> contents;
        qsizetype end = 0; ///< behind the value
    };
    struct ObjectStream {
        QByteArray data;
        QHash<int, std::pair<int, qsizetype>> places; ///< number -> index, offset in data
        bool sound = false;
    };

    [[nodiscard]] std::shared_ptr<const Decryption> emptyPassword() const;
    [[nodiscard]] bool isPlain(int number, const Dictionary& stream) const;
    [[nodiscard]] std::optional<QByteArray> storedStream(int number) const;
    [[nodiscard]] const Read& read(int number) const;
    [[nodiscard]] Read readInFile(int number, const Entry& entry) const;
    [[nodiscard]] Read readInStream(int number, const Entry& entry) const;
    [[nodiscard]] const ObjectStream& objectStream(int number) const;
    struct PageSearch {
        QList<int> found;
        QSet<int> visited;
    };
    [[nodiscard]] bool collectPages(const Value& kid, int depth, PageSearch& search) const;

    QByteArray m_bytes;
    QByteArray m_whole;                      ///< keeps what m_bytes is the front of
    std::shared_ptr<const FileBytes> m_file; ///< where m_bytes views a file
    QList<Section> m_sections;
    Entries m_entries;
    std::shared_ptr<const Decryption> m_decryption; ///< null: not encrypted, or not to be read
    struct Cache {
        QHash<int, Read> objects;
        QHash<int, ObjectStream> streams;
        int reads = 0; ///< since a large file was let go
    };
    std::shared_ptr<Cache> m_cache = std::make_shared<Cache>();
};

/// Where the revisions of a file end: behind each %%EOF whose startxref names one of the file's own sections, oldest
/// first (§7.5.6).
[[nodiscard]] QList<qsizetype> revisionEnds(const Document& document);

} // namespace docsig::pdf
