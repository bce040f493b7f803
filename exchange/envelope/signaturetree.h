// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/protocol/error.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <libxml/tree.h>

#include <memory>

namespace exchange {

inline constexpr auto XmlSignatureSpace = "http://www.w3.org/2000/09/xmldsig#";

struct XmlDocumentFreeing {
    void operator()(xmlDoc* document) const noexcept { xmlFreeDoc(document); }
};
using XmlDocument = std::unique_ptr<xmlDoc, XmlDocumentFreeing>;

/// A packet as a tree with namespaces. Null where its namespaces are not sound (undeclared prefixes): then no signature
/// over it means anything. No DTD, no network, UTF-8 whatever the packet declares.
[[nodiscard]] XmlDocument treeOfPacket(QByteArrayView packet);

/// The ds:Signature and its parts, once their form was found to be the only one that is taken. Views into a tree.
struct SignatureParts {
    xmlNode* signature = nullptr;   ///< null: the packet carries none
    QString method;                 ///< address of the signature's algorithm
    QString digest;                 ///< address of the digest's
    QList<QByteArray> certificates; ///< DER, as they stand; may be empty
};

/// Looks at the form alone; codes as checkPacketSignature().
[[nodiscard]] Result<SignatureParts> signatureParts(xmlDoc* document);

/// The whole document in exclusive canonical XML without comments; empty on failure.
[[nodiscard]] QByteArray canonicalForm(xmlDoc* document);

} // namespace exchange
