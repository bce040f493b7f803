// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/pdf/document.h"

#include "docsig/pdf/parser.h"

#include <QSet>

namespace docsig::pdf {

namespace {

constexpr qsizetype tailLength = 2048;
constexpr qsizetype largestObjectStream = 64 << 20;
constexpr int mostSections = 1000;
constexpr qsizetype mostEntriesTogether = 10'000'000; // of all sections together
constexpr qsizetype memoryPiece = 4 << 20;
constexpr int mostReads = 256; // a read brings 64 KiB or so into memory
constexpr qsizetype mostPages = 20'000;
constexpr int deepestPageTree = 64;

/// The number behind the last "startxref" of the file.
std::optional<qint64> lastStart(const QByteArray& bytes) {
    const qsizetype found = bytes.lastIndexOf("startxref");
    if (found < 0 || found < bytes.size() - tailLength) {
        return std::nullopt;
    }
    Parser parser(bytes, found + 9);
    return parser.integer();
}

Result<void> checkHead(const QByteArray& bytes) {
    if (bytes.isEmpty()) {
        return fail("pdf-empty");
    }
    if (const auto fits = checkSize(bytes.size()); !fits) {
        return fits;
    }
    const qsizetype head = QByteArrayView(bytes).first(std::min<qsizetype>(bytes.size(), 1024)).indexOf("%PDF-");
    if (head < 0) {
        return fail("pdf-not-a-pdf");
    }
    if (head > 0) {
        return fail("pdf-prepended-bytes", QString::number(head));
    }
    return {};
}

} // namespace

Result<Document> Document::open(QByteArray bytes) {
    Document document;
    document.m_bytes = std::move(bytes);
    return open(std::move(document));
}

Result<Document> Document::open(std::shared_ptr<const FileBytes> file) {
    Document document;
    document.m_bytes = QByteArray::fromRawData(file->bytes().data(), file->bytes().size());
    document.m_file = std::move(file);
    return open(std::move(document));
}

Result<Document> Document::openFront(const Document& whole, qsizetype size) {
    Document document;
    document.m_whole = whole.m_whole.isNull() ? whole.m_bytes : whole.m_whole;
    document.m_file = whole.m_file;
    document.m_bytes = QByteArray::fromRawData(whole.m_bytes.constData(), std::min(size, whole.m_bytes.size()));
    return open(std::move(document));
}

Result<Document> Document::open(Document document) {
    const QByteArray& bytes = document.m_bytes;
    if (const auto head = checkHead(bytes); !head) {
        return std::unexpected(head.error());
    }
    const auto start = lastStart(bytes);
    if (!start) {
        return fail("pdf-truncated");
    }
    QSet<qint64> visited;
    std::optional<qint64> next = start;
    bool whole = true;
    qsizetype count = 0;
    QList<Entries> entries;
    while (whole && next && document.m_sections.size() < mostSections && count <= mostEntriesTogether) {
        auto section = visited.contains(*next) ? std::nullopt : readSection(document.m_bytes, *next);
        whole = section.has_value();
        if (whole) {
            visited.insert(*next);
            next = section->trailer.value("Prev").asInteger();
            count += section->entries.size();
            entries << section->entries;
            document.m_sections << std::move(*section);
        }
    }
    if (!whole || next || document.m_sections.isEmpty()) {
        return fail("pdf-broken", QStringLiteral("cross-reference section"));
    }
    document.m_entries = Entries::merged(entries);
    document.m_decryption = document.emptyPassword();
    *document.m_cache = {}; // nothing that was read before the encryption was known
    document.letGo();
    return document;
}

/// How the file is to be read, if every section says the same: an encryption that only a later revision names, or
/// changes, would give the signed bytes another meaning.
std::shared_ptr<const Decryption> Document::emptyPassword() const {
    const auto identifierIn = [](const Dictionary& trailer) {
        const Array parts = trailer.value("ID").array();
        const String* first = parts.isEmpty() ? nullptr : parts.constFirst().asString();
        return first != nullptr ? first->bytes : QByteArray();
    };
    const Value named = trailer().value("Encrypt");
    const Reference* reference = named.asReference();
    int written = 0;
    for (const Section& section : m_sections) {
        if (!(section.trailer.value("Encrypt") == named) || identifierIn(section.trailer) != identifierIn(trailer())) {
            return nullptr;
        }
        written += reference != nullptr && section.entries.contains(reference->number) ? 1 : 0;
    }
    // §7.5.7: the encryption dictionary does not lie in an object stream, which would be encrypted itself.
    if (reference != nullptr && m_entries.value(reference->number).kind != Entry::Kind::InFile) {
        return nullptr;
    }
    if (named.isNull() || (reference != nullptr && written != 1)) {
        return nullptr;
    }
    return Decryption::withEmptyPassword(resolve(named).dictionary(), identifierIn(trailer()));
}

/// What the encryption leaves alone (§7.6.1): its own dictionary and cross-reference streams.
bool Document::isPlain(int number, const Dictionary& stream) const {
    const Value named = trailer().value("Encrypt");
    const bool own = named.asReference() != nullptr && named.asReference()->number == number;
    return !m_decryption || own || stream.value("Type").isName("XRef");
}

void Document::letGo() const {
    if (m_file) {
        m_file->letGo();
        m_cache->reads = 0;
    }
}

void Document::passOver(qsizetype first, qsizetype last, const std::function<void(QByteArrayView)>& piece) const {
    const QByteArrayView all(m_bytes);
    for (qsizetype at = first; at < last; at += memoryPiece) {
        piece(all.sliced(at, std::min(memoryPiece, last - at)));
        letGo();
    }
}

int Document::size() const {
    const int highest = m_entries.isEmpty() ? 0 : m_entries.lastKey();
    const qint64 declared = trailer().value("Size").asInteger().value_or(0);
    return std::max(highest + 1, static_cast<int>(std::clamp<qint64>(declared, 0, 8'388'607)));
}

Value Document::object(int number) const {
    return read(number).value;
}

bool Document::isSound(int number) const {
    return read(number).sound;
}

bool Document::hasDuplicateKeys(int number) const {
    return read(number).duplicateKeys;
}

Value Document::resolve(const Value& value) const {
    Value current = value;
    for (int step = 0; step < 32; ++step) {
        const Reference* reference = current.asReference();
        if (reference == nullptr) {
            return current;
        }
        const auto entry = m_entries.constFind(reference->number);
        const bool sameGeneration = entry != m_entries.constEnd() &&
                                    (entry->kind == Entry::Kind::InStream ? reference->generation == 0
                                                                          : entry->generation == reference->generation);
        current = sameGeneration ? object(reference->number) : Value();
    }
    return {};
}

const Document::Read& Document::read(int number) const {
    auto cached = m_cache->objects.find(number);
    if (cached == m_cache->objects.end()) {
        const Entry entry = m_entries.value(number);
        Read fresh;
        if (entry.kind == Entry::Kind::InFile) {
            fresh = readInFile(number, entry);
        } else if (entry.kind == Entry::Kind::InStream) {
            fresh = readInStream(number, entry);
        }
        cached = m_cache->objects.insert(number, std::move(fresh));
    }
    return *cached;
}

Document::Read Document::readInFile(int number, const Entry& entry) const {
    if (entry.place <= 0 || entry.place >= m_bytes.size()) {
        return {};
    }
    if (++m_cache->reads > mostReads) {
        letGo();
    }
    Parser parser(m_bytes, static_cast<qsizetype>(entry.place));
    const auto object = parser.indirectObject();
    if (!object || object->id.number != number || object->id.generation != entry.generation) {
        return {};
    }
    const StreamPlace contents = parser.lastContentsPlace();
    const bool plain = isPlain(number, object->streamOffset ? object->value.dictionary() : Dictionary());
    const auto value = plain ? std::optional(object->value) : m_decryption->read(object->value, object->id);
    if (!value) {
        return {};
    }
    return {*value,
            true,
            parser.sawDuplicateKey(),
            object->streamOffset,
            {contents.offset, contents.offset + contents.length},
            object->end};
}

Document::Read Document::readInStream(int number, const Entry& entry) const {
    const ObjectStream& stream = objectStream(static_cast<int>(entry.place));
    const auto place = stream.places.constFind(number);
    if (!stream.sound || place == stream.places.constEnd() || place->first != entry.generation) {
        return {};
    }
    Parser parser(stream.data, place->second);
    const auto value = parser.value();
    return value ? Read{*value, true, parser.sawDuplicateKey(), std::nullopt, {}, 0} : Read{};
}

const Document::ObjectStream& Document::objectStream(int number) const {
    auto cached = m_cache->streams.find(number);
    if (cached != m_cache->streams.end()) {
        return *cached;
    }
    // A place is taken before reading, so that a stream which claims to lie in itself ends here.
    m_cache->streams.insert(number, {});
    ObjectStream stream;
    const bool direct = m_entries.value(number).kind == Entry::Kind::InFile;
    const Dictionary dictionary = direct ? object(number).dictionary() : Dictionary();
    const auto raw = dictionary.value("Type").isName("ObjStm") ? rawStream(number) : std::nullopt;
    const auto data = raw ? decodeStream(*raw, dictionary, largestObjectStream) : std::nullopt;
    const qint64 count = get(dictionary, "N").asInteger().value_or(-1);
    const qint64 first = get(dictionary, "First").asInteger().value_or(-1);
    if (data && count >= 0 && count <= 100'000 && first >= 0 && first <= data->size()) {
        stream.data = *data;
        stream.sound = true;
        Parser parser(stream.data);
        for (int index = 0; index < count; ++index) {
            const auto object = parser.integer();
            const auto offset = object ? parser.integer() : std::nullopt;
            if (!offset || first + *offset > stream.data.size() || *object > 8'388'607) {
                stream.sound = false;
                break;
            }
            stream.places.insert(static_cast<int>(*object), {index, static_cast<qsizetype>(first + *offset)});
        }
    }
    return *m_cache->streams.insert(number, std::move(stream));
}

std::optional<QByteArray> Document::rawStream(int number) const {
    const auto stored = storedStream(number);
    const Dictionary dictionary = stored ? object(number).dictionary() : Dictionary();
    return !stored || isPlain(number, dictionary)
               ? stored
               : m_decryption->readStream(*stored, dictionary, {number, m_entries.value(number).generation});
}

std::optional<QByteArray> Document::storedStream(int number) const {
    const Read found = read(number);
    if (!found.streamOffset) {
        return std::nullopt;
    }
    const auto length = get(found.value.dictionary(), "Length").asInteger();
    if (!length || *length < 0 || *length > m_bytes.size() - *found.streamOffset) {
        return std::nullopt;
    }
    Parser after(m_bytes, *found.streamOffset + static_cast<qsizetype>(*length));
    return after.keyword("endstream") ? std::optional(m_bytes.mid(*found.streamOffset, static_cast<qsizetype>(*length)))
                                      : std::nullopt;
}

bool Document::isClosed(int number) const {
    const Read found = read(number);
    if (m_entries.value(number).kind != Entry::Kind::InFile) {
        return true;
    }
    Parser parser(m_bytes, found.end);
    if (found.streamOffset) {
        const auto raw = storedStream(number);
        parser = Parser(m_bytes, *found.streamOffset + (raw ? raw->size() : 0));
        if (!raw || !parser.keyword("endstream")) {
            return false;
        }
    }
    return parser.keyword("endobj");
}

std::optional<std::pair<qsizetype, qsizetype>> Document::contentsPlace(int number) const {
    const Read& found = read(number);
    return found.sound && found.contents.second > found.contents.first ? std::optional(found.contents) : std::nullopt;
}

std::optional<Reference> Document::catalogReference() const {
    const Value root = trailer().value("Root");
    return root.asReference() == nullptr ? std::nullopt : std::optional(*root.asReference());
}

std::optional<QList<int>> Document::pages() const {
    PageSearch search;
    if (!collectPages(catalog().value("Pages"), 0, search)) {
        return std::nullopt;
    }
    return search.found;
}

bool Document::collectPages(const Value& kid, int depth, PageSearch& search) const {
    const int number = kid.asReference() == nullptr ? 0 : kid.asReference()->number;
    const Dictionary node = resolve(kid).dictionary();
    if (depth > deepestPageTree || node.isEmpty() || (number != 0 && search.visited.contains(number))) {
        return false;
    }
    search.visited.insert(number);
    const Value kids = get(node, "Kids");
    if (!kids.isArray()) {
        search.found << number;
        return search.found.size() <= mostPages;
    }
    return std::ranges::all_of(kids.array(),
                               [&](const Value& entry) { return collectPages(entry, depth + 1, search); });
}

namespace {

/// Every place of a word, found piece by piece; a piece overlaps with the one before, as the word may lie across.
QList<qsizetype> placesOf(const Document& document, QByteArrayView word) {
    QList<qsizetype> places;
    const QByteArrayView all(document.bytes());
    qsizetype behind = 0;
    document.passOver(0, all.size(), [&](QByteArrayView piece) {
        const qsizetype begin = std::max<qsizetype>(behind - word.size() + 1, 0);
        behind += piece.size();
        const QByteArrayView window = all.sliced(begin, behind - begin);
        for (qsizetype at = 0; (at = window.indexOf(word, at)) >= 0; at += word.size()) {
            places << begin + at;
        }
    });
    return places;
}

} // namespace

QList<qsizetype> revisionEnds(const Document& document) {
    QSet<qint64> own;
    for (const Section& section : document.sections()) {
        own.insert(section.offset);
    }
    QList<qsizetype> ends;
    const QByteArray& bytes = document.bytes();
    for (qsizetype from : placesOf(document, "startxref")) {
        from += 9;
        Parser parser(bytes, from);
        const auto start = parser.integer();
        if (!start || !own.contains(*start) || *start > from) {
            continue;
        }
        const qsizetype mark = bytes.indexOf("%%EOF", parser.position());
        if (mark < 0 || mark > parser.position() + 64) {
            ends << parser.position();
            continue;
        }
        qsizetype end = mark + 5;
        if (end < bytes.size() && bytes[end] == '\r') {
            ++end;
        }
        if (end < bytes.size() && bytes[end] == '\n') {
            ++end;
        }
        ends << end;
    }
    return ends;
}

} // namespace docsig::pdf
