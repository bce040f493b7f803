// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>
#include <QStringView>

#include <vector>

namespace exchange {

/// The namespaces of edXML packets.
namespace edxml {
inline constexpr QStringView Namespace = u"http://www.mic.gov.vn/TBT/QCVN_102_2016";
inline constexpr QStringView Prefix = u"edXML";
inline constexpr QStringView XLink = u"http://www.w3.org/1999/xlink";
inline constexpr QStringView XInclude = u"http://www.w3.org/2001/XInclude";
inline constexpr QStringView SchemaInstance = u"http://www.w3.org/2001/XMLSchema-instance";
} // namespace edxml

/// Prefix (empty: the default) to namespace, as it stands at one element.
using NamespaceScope = QMap<QString, QString>;

struct XmlAttribute {
    QString name; ///< as written, with its prefix
    QString value;
};

/// An element of a packet's envelope, or a run of text (no name) inside one. Attachments' content is not in here:
/// `content` is its number among the contents of the packet.
struct XmlNode {
    QString name; ///< as written, with its prefix
    QString text; ///< of a run of text
    QList<XmlAttribute> attributes;
    std::vector<XmlNode> children;
    int content = -1;
    QStringList
        instructions; ///< of the root alone: targets of the packet's processing instructions, none of them followed
    QString raw;      ///< when writing: an element that is written as it stands; everything else is empty

    [[nodiscard]] bool isText() const { return name.isEmpty(); }
    [[nodiscard]] QString local() const { return name.section(u':', -1); }
    [[nodiscard]] QString prefix() const { return name.contains(u':') ? name.section(u':', 0, 0) : QString(); }
    /// The runs of text directly inside, joined and trimmed.
    [[nodiscard]] QString leafText() const;
    /// The first child element with that local name; null without.
    [[nodiscard]] const XmlNode* child(QStringView localName) const;
};

/// The scope inside `node`: that of its parent and its own declarations.
[[nodiscard]] NamespaceScope scopeInside(const XmlNode& node, const NamespaceScope& outer);

/// The element as a text that stands alone: each namespace is declared where it is first used (as in exclusive
/// canonical XML), so that reading and writing it again changes nothing. A prefix that was never declared gets a
/// namespace: the one it is known for, else `urn:congvan:undeclared:<prefix>`.
[[nodiscard]] QString standaloneXml(const XmlNode& node, const NamespaceScope& outer);

/// Text and attribute values, escaped for XML 1.0.
[[nodiscard]] QString escapedText(const QString& text);
[[nodiscard]] QString escapedAttribute(const QString& text);

} // namespace exchange
