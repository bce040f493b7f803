// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/envelope/schema.h"

#include "exchange/envelope/resources.h"
#include "exchange/envelope/xmlguard.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlschemas.h>

#include <memory>

namespace exchange {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Delete {
    void operator()(xmlDoc* doc) const { xmlFreeDoc(doc); }
    void operator()(xmlParserCtxt* context) const { xmlFreeParserCtxt(context); }
    void operator()(xmlSchema* schema) const { xmlSchemaFree(schema); }
    void operator()(xmlSchemaParserCtxt* context) const { xmlSchemaFreeParserCtxt(context); }
    void operator()(xmlSchemaValidCtxt* context) const { xmlSchemaFreeValidCtxt(context); }
};
template <typename T>
using Owned = std::unique_ptr<T, Delete>;

#if LIBXML_VERSION >= 21200
using ErrorPointer = const xmlError*;
#else
using ErrorPointer = xmlErrorPtr;
#endif

/// Keeps the first message.
void onError(void* context, ErrorPointer error) {
    auto& first = *static_cast<QString*>(context);
    if (first.isEmpty() && error != nullptr && error->message != nullptr) {
        first = QString::fromUtf8(error->message).trimmed().left(400);
    }
}

constexpr int ParseOptions = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;

/// Null where the text is not well-formed or uses a prefix that it does not declare.
Owned<xmlDoc> parsed(const QByteArray& xml) {
    const Owned<xmlParserCtxt> context(xmlNewParserCtxt());
    if (context == nullptr) {
        return nullptr;
    }
    Owned<xmlDoc> doc(xmlCtxtReadMemory(context.get(), xml.constData(), static_cast<int>(xml.size()), nullptr, "UTF-8",
                                        ParseOptions));
    return context->nsWellFormed == 0 ? nullptr : std::move(doc);
}

Owned<xmlSchema> loadSchema() {
    xmlInitParser();
    const QByteArray text = builtInFile(u"schema/edxml.xsd"_s);
    const Owned<xmlSchemaParserCtxt> context(
        xmlSchemaNewMemParserCtxt(text.constData(), static_cast<int>(text.size())));
    return Owned<xmlSchema>(context == nullptr ? nullptr : xmlSchemaParse(context.get()));
}

std::unexpected<Error> against(const QString& message) {
    return fail("packet-schema", message);
}

} // namespace

Result<void> checkSchema(const QByteArray& envelope) {
    static const Owned<xmlSchema> schema = loadSchema(); // read-only from here on: shared by all threads
    const Owned<xmlDoc> doc = parsed(envelope);
    const Owned<xmlSchemaValidCtxt> context(schema == nullptr ? nullptr : xmlSchemaNewValidCtxt(schema.get()));
    if (doc == nullptr || context == nullptr) {
        return against(u"the envelope or the schema can't be parsed"_s);
    }
    QString message;
    xmlSchemaSetValidStructuredErrors(context.get(), onError, &message);
    if (xmlSchemaValidateDoc(context.get(), doc.get()) != 0) {
        return against(message);
    }
    return {};
}

Result<void> checkForwarded(const QString& xml) {
    const QByteArray text = xml.toUtf8();
    XmlGuard guard(ReaderLimits{});
    const bool startsAsElement = text.size() > 2 && text.at(0) == '<' && text.at(1) != '?' && text.at(1) != '!';
    // well-formedness.
    const Owned<xmlDoc> doc = startsAsElement && guard.look(text) ? parsed(text) : nullptr;
    const xmlNode* root = doc == nullptr ? nullptr : xmlDocGetRootElement(doc.get());
    if (root == nullptr || root->next != nullptr || root->prev != nullptr) {
        return fail("packet-forward-malformed", xml.left(200));
    }
    return {};
}

} // namespace exchange
