// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/envelope/xmlnode.h"

#include <QSet>

#include <algorithm>

namespace exchange {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isDeclaration(const QString& attribute) {
    return attribute == "xmlns"_L1 || attribute.startsWith("xmlns:"_L1);
}

QString prefixOf(const QString& name) {
    return name.contains(u':') ? name.section(u':', 0, 0) : QString();
}

/// A name has one colon at most in namespace-aware XML; what is left of a broken one goes on with underscores.
QString mendedName(const QString& name) {
    const qsizetype colon = name.indexOf(u':');
    if (colon < 0) {
        return name;
    }
    const QString prefix = name.first(colon);
    QString local = name.sliced(colon + 1);
    local.replace(u':', u'_');
    const bool startsLocal = !local.isEmpty() && (local.front().isLetter() || local.front() == u'_');
    if (prefix.isEmpty() || !startsLocal || prefix == "xmlns"_L1) {
        return u'_' + prefix + u'_' + local;
    }
    return prefix + u':' + local;
}

QString namespaceOf(const QString& prefix, const NamespaceScope& scope) {
    if (const auto found = scope.find(prefix); found != scope.end() && (prefix.isEmpty() || !found->isEmpty())) {
        return *found;
    }
    if (prefix.isEmpty()) {
        return {};
    }
    if (prefix == edxml::Prefix) {
        return edxml::Namespace.toString();
    }
    return prefix == "xlink"_L1 ? edxml::XLink.toString() : u"urn:congvan:undeclared:"_s + prefix;
}

void appendElement(QString& out, const XmlNode& node, const NamespaceScope& outer, NamespaceScope declared) {
    const NamespaceScope scope = scopeInside(node, outer);
    const QString name = mendedName(node.name);
    QStringList used{prefixOf(name)};
    QList<XmlAttribute> attributes;
    QSet<QString> names;
    for (const XmlAttribute& attribute : node.attributes) {
        if (isDeclaration(attribute.name)) {
            continue;
        }
        const QString attributeName = mendedName(attribute.name);
        const QString prefix = prefixOf(attributeName);
        const QString expanded =
            prefix.isEmpty() ? attributeName : namespaceOf(prefix, scope) + u'\n' + attributeName.section(u':', -1);
        if (names.contains(expanded)) {
            continue; // two prefixes of one namespace: the second would not be well-formed
        }
        names.insert(expanded);
        attributes.append({attributeName, attribute.value});
        if (!prefix.isEmpty()) {
            used.append(prefix);
        }
    }
    used.removeDuplicates();
    std::ranges::sort(used);
    out += u'<' + name;
    for (const QString& prefix : std::as_const(used)) {
        const QString uri = namespaceOf(prefix, scope);
        if (prefix == "xml"_L1 || declared.value(prefix) == uri) {
            continue;
        }
        declared.insert(prefix, uri);
        out += (prefix.isEmpty() ? u" xmlns=\""_s : u" xmlns:"_s + prefix + u"=\""_s) + escapedAttribute(uri) + u'"';
    }
    for (const XmlAttribute& attribute : std::as_const(attributes)) {
        out += u' ' + attribute.name + u"=\""_s + escapedAttribute(attribute.value) + u'"';
    }
    if (node.children.empty()) {
        out += u"/>"_s;
        return;
    }
    out += u'>';
    for (const XmlNode& child : node.children) {
        if (child.isText()) {
            out += escapedText(child.text);
        } else {
            appendElement(out, child, scope, declared);
        }
    }
    out += u"</"_s + name + u'>';
}

} // namespace

QString XmlNode::leafText() const {
    QString joined;
    for (const XmlNode& run : children) {
        joined += run.text;
    }
    return joined.trimmed();
}

const XmlNode* XmlNode::child(QStringView localName) const {
    const auto found = std::ranges::find_if(
        children, [&](const XmlNode& node) { return !node.isText() && node.local() == localName; });
    return found == children.end() ? nullptr : &*found;
}

NamespaceScope scopeInside(const XmlNode& node, const NamespaceScope& outer) {
    NamespaceScope scope = outer;
    for (const XmlAttribute& attribute : node.attributes) {
        if (attribute.name == "xmlns"_L1) {
            scope.insert(QString(), attribute.value);
        } else if (attribute.name.startsWith("xmlns:"_L1)) {
            scope.insert(attribute.name.sliced(6), attribute.value);
        }
    }
    return scope;
}

QString standaloneXml(const XmlNode& node, const NamespaceScope& outer) {
    QString out;
    appendElement(out, node, outer, {});
    return out;
}

QString escapedText(const QString& text) {
    QString out;
    out.reserve(text.size() + 8);
    for (const QChar character : text) {
        switch (character.unicode()) {
        case u'&':
            out += "&amp;"_L1;
            break;
        case u'<':
            out += "&lt;"_L1;
            break;
        case u'>':
            out += "&gt;"_L1; // "]]>" may not stand in text
            break;
        case u'\r':
            out += "&#13;"_L1; // a bare one would be read as a line feed
            break;
        default:
            out += character;
        }
    }
    return out;
}

QString escapedAttribute(const QString& text) {
    QString out = escapedText(text);
    out.replace(u'"', "&quot;"_L1);
    out.replace(u'\t', "&#9;"_L1);
    out.replace(u'\n', "&#10;"_L1);
    return out;
}

} // namespace exchange
