// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/envelope/xmlborder.h"

#include "exchange/envelope/contentsink.h"
#include "exchange/envelope/opendevice.h"
#include "exchange/envelope/xmlguard.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

#include <QIODevice>
#include <QStringList>

#include <memory>
#include <optional>

namespace exchange {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 ChunkBytes = 64 * 1024;
constexpr QByteArrayView ByteOrderMark("\xEF\xBB\xBF");

QString fromXml(const xmlChar* text) {
    return QString::fromUtf8(reinterpret_cast<const char*>(text));
}

/// Builds the tree from the parser's events. The first failure is kept and stops the parser.
class TreeBuilder {
public:
    TreeBuilder(const ReaderLimits& limits, ReadUntil until, ContentSink* sink)
        : m_limits(limits)
        , m_until(until)
        , m_sink(sink) {}

    void setParser(xmlParserCtxtPtr parser) { m_parser = parser; }
    void start(const xmlChar* name, const xmlChar** attributes);
    void end();
    void text(const xmlChar* bytes, int length);
    void instruction(const xmlChar* target);
    void refuse(std::unexpected<Error> failure);
    [[nodiscard]] bool isComplete() const { return m_complete; }
    [[nodiscard]] const std::optional<Error>& failure() const { return m_failure; }
    [[nodiscard]] XmlNode takeRoot() {
        m_root.instructions = std::move(m_instructions);
        return std::move(m_root);
    }

private:
    [[nodiscard]] bool count(qint64 bytes);
    void flushText();
    void beginContent(XmlNode& node);
    void stop() { xmlStopParser(m_parser); }
    void check(const Result<void>& result) {
        if (!result) {
            refuse(std::unexpected(result.error()));
        }
    }

    const ReaderLimits& m_limits;
    ReadUntil m_until;
    ContentSink* m_sink;
    xmlParserCtxtPtr m_parser = nullptr;
    XmlNode m_root;
    std::vector<XmlNode> m_open; ///< from the root inwards; a closed element moves into its parent
    QStringList m_names;         ///< their local names
    QByteArray m_text;           ///< the run of text so far
    QStringList m_instructions;  ///< targets; few are kept
    qint64 m_envelopeBytes = 0;
    int m_elements = 0;
    int m_contents = 0;
    bool m_inContent = false;
    bool m_complete = false;
    std::optional<Error> m_failure;
};

void TreeBuilder::refuse(std::unexpected<Error> failure) {
    if (!m_failure) {
        m_failure = std::move(failure).error();
    }
    stop();
}

bool TreeBuilder::count(qint64 bytes) {
    m_envelopeBytes += bytes;
    if (m_envelopeBytes > m_limits.envelopeBytes) {
        refuse(fail("packet-too-large", u"more than %1 bytes outside attachments"_s.arg(m_limits.envelopeBytes)));
        return false;
    }
    return true;
}

void TreeBuilder::start(const xmlChar* name, const xmlChar** attributes) {
    if (m_failure || m_complete) {
        return;
    }
    if (m_inContent) {
        refuse(fail("packet-content-nested", u"an element inside the content of an attachment"_s));
        return;
    }
    if (++m_elements > m_limits.elements) {
        refuse(fail("packet-too-many-elements", u"more than %1"_s.arg(m_limits.elements)));
        return;
    }
    if (static_cast<int>(m_open.size()) >= m_limits.depth) {
        refuse(fail("packet-too-deep", u"more than %1 nested elements"_s.arg(m_limits.depth)));
        return;
    }
    flushText();
    XmlNode node;
    node.name = fromXml(name);
    qint64 bytes = node.name.size();
    for (const xmlChar** at = attributes; at != nullptr && at[0] != nullptr; at += 2) {
        node.attributes.append({fromXml(at[0]), at[1] == nullptr ? QString() : fromXml(at[1])});
        bytes += node.attributes.last().name.size() + node.attributes.last().value.size();
        if (node.attributes.last().value == edxml::XInclude) {
            refuse(fail("packet-xinclude", u"the packet asks to include other files"_s));
            return;
        }
    }
    if (!count(bytes)) {
        return;
    }
    if (m_open.empty() && node.local() != "edXML"_L1) {
        refuse(fail("packet-not-edxml", u"the root element is "_s + node.name.left(80)));
        return;
    }
    m_names.append(node.local());
    if (m_names == QStringList{u"edXML"_s, u"AttachmentEncoded"_s, u"Attachment"_s, u"ContentTransferEncoded"_s}) {
        beginContent(node);
    }
    m_open.push_back(std::move(node));
}

void TreeBuilder::beginContent(XmlNode& node) {
    for (const XmlNode& sibling : m_open.back().children) {
        if (sibling.content >= 0) {
            refuse(fail("packet-content-doubled", u"one attachment has two contents"_s));
            return;
        }
    }
    node.content = m_contents++;
    m_inContent = true;
    if (m_sink != nullptr) {
        check(m_sink->begin());
    }
}

void TreeBuilder::end() {
    if (m_failure || m_complete || m_open.empty()) {
        return;
    }
    if (m_inContent) {
        m_inContent = false;
        if (m_sink != nullptr) {
            check(m_sink->end());
        }
    }
    flushText();
    const QString name = m_names.takeLast();
    XmlNode node = std::move(m_open.back());
    m_open.pop_back();
    if (m_open.empty()) {
        m_root = std::move(node);
        m_complete = true;
        return;
    }
    m_open.back().children.push_back(std::move(node));
    const bool header = m_until == ReadUntil::MessageHeader && name == "MessageHeader"_L1 && m_names.size() == 3;
    const bool envelope = m_until == ReadUntil::Envelope && name == "edXMLEnvelope"_L1 && m_names.size() == 1;
    if (header || envelope) {
        while (m_open.size() > 1) {
            XmlNode inner = std::move(m_open.back());
            m_open.pop_back();
            m_open.back().children.push_back(std::move(inner));
        }
        m_root = std::move(m_open.front());
        m_complete = true;
        stop();
    }
}

void TreeBuilder::text(const xmlChar* bytes, int length) {
    if (m_failure || m_complete || m_open.empty()) {
        return;
    }
    const QByteArrayView view(reinterpret_cast<const char*>(bytes), length);
    if (m_inContent) {
        if (m_sink != nullptr) {
            check(m_sink->take(view));
        }
        return;
    }
    m_text.append(view);
    if (m_text.size() > m_limits.textBytes) {
        refuse(fail("packet-text-too-long", u"in "_s + m_names.join(u'/')));
        return;
    }
    (void)count(length);
}

void TreeBuilder::instruction(const xmlChar* target) {
    constexpr qsizetype most = 8; // enough to tell that there are some
    if (m_instructions.size() < most) {
        m_instructions.append(fromXml(target).left(80));
    }
}

void TreeBuilder::flushText() {
    if (m_text.isEmpty() || m_open.empty()) {
        return;
    }
    XmlNode run;
    run.text = QString::fromUtf8(m_text);
    m_text.clear();
    m_open.back().children.push_back(std::move(run));
}

TreeBuilder& builderOf(void* context) {
    return *static_cast<TreeBuilder*>(context);
}

void onStart(void* context, const xmlChar* name, const xmlChar** attributes) {
    builderOf(context).start(name, attributes);
}

void onEnd(void* context, const xmlChar*) {
    builderOf(context).end();
}

void onText(void* context, const xmlChar* bytes, int length) {
    builderOf(context).text(bytes, length);
}

void onInstruction(void* context, const xmlChar* target, const xmlChar*) {
    builderOf(context).instruction(target);
}

void onDocumentType(void* context, const xmlChar*, const xmlChar*, const xmlChar*) {
    builderOf(context).refuse(XmlGuard::documentTypeRefused());
}

void onMessage(void*, const char*, ...) {
    // The parser keeps its last error; nothing is printed.
}

struct ParserDelete {
    void operator()(xmlParserCtxt* parser) const { xmlFreeParserCtxt(parser); }
};

std::unexpected<Error> notXml(const QString& detail) {
    return fail("packet-not-xml", detail);
}

QString lastMessage(xmlParserCtxt* parser) {
    const xmlError* error = xmlCtxtGetLastError(parser);
    if (error == nullptr || error->message == nullptr) {
        return u"no XML"_s;
    }
    return u"line %1: %2"_s.arg(error->line).arg(QString::fromUtf8(error->message).trimmed().left(200));
}

} // namespace

Result<XmlNode> readXml(QIODevice& device, const ReaderLimits& limits, ReadUntil until, ContentSink* sink) {
    xmlInitParser();
    xmlSAXHandler handler{};
    handler.startElement = onStart;
    handler.endElement = onEnd;
    handler.characters = onText;
    handler.ignorableWhitespace = onText;
    handler.cdataBlock = onText;
    handler.processingInstruction = onInstruction;
    handler.internalSubset = onDocumentType;
    handler.warning = onMessage;
    handler.error = onMessage;
    handler.fatalError = onMessage;
    handler.initialized = 1; // the events of version 1 know nothing of namespaces

    TreeBuilder builder(limits, until, sink);
    const std::unique_ptr<xmlParserCtxt, ParserDelete> parser(
        xmlCreatePushParserCtxt(&handler, &builder, nullptr, 0, nullptr));
    if (parser == nullptr) {
        return notXml(u"no memory for a parser"_s);
    }
    // The guard understands UTF-8 alone, so nothing else may ever be decoded behind it, whatever the packet says.
    xmlSwitchEncoding(parser.get(), XML_CHAR_ENCODING_UTF8);
    // Without NOENT an `&amp;` in an attribute reaches us as `&#38;`. There is no other entity to replace: a DTD never
    // gets here.
    xmlCtxtUseOptions(parser.get(), XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_IGNORE_ENC);
    builder.setParser(parser.get());

    XmlGuard guard(limits);
    QByteArray chunk(ChunkBytes, Qt::Uninitialized);
    bool isFirst = true;
    for (bool last = false; !last && !(builder.isComplete() && until != ReadUntil::End);) {
        const qint64 size = device.read(chunk.data(), chunk.size());
        if (size < 0) {
            return readFailed(device.errorString());
        }
        last = size == 0;
        // With its encoding given, libxml2 no longer passes over the mark itself.
        const qsizetype mark = isFirst && QByteArrayView(chunk.constData(), size).startsWith(ByteOrderMark) ? 3 : 0;
        isFirst = false;
        if (auto looked = guard.look(QByteArrayView(chunk.constData(), size)); !looked) {
            return std::unexpected(looked.error());
        }
        const int parsed =
            xmlParseChunk(parser.get(), chunk.constData() + mark, static_cast<int>(size - mark), last ? 1 : 0);
        if (builder.failure()) {
            return std::unexpected(*builder.failure());
        }
        const bool stoppedByUs = builder.isComplete() && until != ReadUntil::End;
        if (!stoppedByUs && (parsed != XML_ERR_OK || parser->wellFormed == 0)) {
            return notXml(lastMessage(parser.get()));
        }
    }
    if (!builder.isComplete()) {
        return notXml(u"the packet ends too early"_s);
    }
    return builder.takeRoot();
}

} // namespace exchange
