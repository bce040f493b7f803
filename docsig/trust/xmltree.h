// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/report/error.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <libxml/parser.h>
#include <libxml/tree.h>

#include <memory>

namespace docsig {

struct XmlFreeing {
    void operator()(xmlDoc* document) const noexcept { xmlFreeDoc(document); }
    void operator()(xmlParserCtxt* parser) const noexcept { xmlFreeParserCtxt(parser); }
};

using XmlDocument = std::unique_ptr<xmlDoc, XmlFreeing>;

/// Reads hostile XML into a tree, for the trusted lists alone: a document type ends it, nothing is fetched, no element
/// has a start tag over 64 KiB (libxml2 is quadratic in the attributes of one element). Codes: trusted-list-too-large,
/// trusted-list-not-xml. Private to docsig/trust.
[[nodiscard]] Result<XmlDocument> readHostileXml(const QByteArray& xml);

/// Whether an element has this name in this namespace.
[[nodiscard]] bool isElement(const xmlNode* node, const char* name, const char* space);
/// The child elements with this name.
[[nodiscard]] QList<xmlNode*> childrenOf(const xmlNode* node, const char* name, const char* space);
/// The first child along the names; null where one is missing.
[[nodiscard]] xmlNode* childAt(xmlNode* node, const QList<const char*>& names, const char* space);
/// The text of an element, all of it: a comment between two parts hides none. Empty for null.
[[nodiscard]] QString textOf(xmlNode* node);
[[nodiscard]] QString attributeOf(xmlNode* node, const char* name);

} // namespace docsig
