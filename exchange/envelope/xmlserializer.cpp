// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/envelope/xmlserializer.h"

#include <algorithm>

namespace exchange {

using namespace Qt::Literals::StringLiterals;

namespace {

bool usesXLink(const XmlNode& node) {
    return std::ranges::any_of(node.attributes,
                               [](const XmlAttribute& attribute) { return attribute.name.startsWith("xlink:"_L1); }) ||
           std::ranges::any_of(node.children, usesXLink);
}

class Serializer {
public:
    Serializer(const ByteOutlet& out, const std::function<Result<void>(int)>& content)
        : m_out(out)
        , m_content(content) {}

    [[nodiscard]] Result<void> document(const XmlNode& root) {
        m_text = u"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<edXML xmlns=\""_s + edxml::Namespace.toString() +
                 u"\" xmlns:edXML=\""_s + edxml::Namespace.toString() + u'"';
        if (usesXLink(root)) {
            m_text += u" xmlns:xlink=\""_s + edxml::XLink.toString() + u'"';
        }
        m_text += u'>';
        if (auto written = children(root); !written) {
            return written;
        }
        m_text += u"</edXML>\n"_s;
        return flush();
    }

private:
    [[nodiscard]] Result<void> children(const XmlNode& node) {
        for (const XmlNode& child : node.children) {
            if (auto written = element(child); !written) {
                return written;
            }
        }
        return {};
    }

    [[nodiscard]] Result<void> element(const XmlNode& node) {
        if (!node.raw.isEmpty()) {
            if (m_content) {
                m_text += node.raw;
            }
            return {};
        }
        if (node.isText()) {
            m_text += escapedText(node.text);
            return {};
        }
        m_text += u"<edXML:"_s + node.name;
        for (const XmlAttribute& attribute : node.attributes) {
            m_text += u' ' + attribute.name + u"=\""_s + escapedAttribute(attribute.value) + u'"';
        }
        m_text += u'>';
        if (node.content >= 0 && m_content) {
            if (auto written = flush(); !written) {
                return written;
            }
            if (auto written = m_content(node.content); !written) {
                return written;
            }
        }
        if (auto written = children(node); !written) {
            return written;
        }
        m_text += u"</edXML:"_s + node.name + u'>';
        return {};
    }

    [[nodiscard]] Result<void> flush() {
        const QByteArray bytes = m_text.toUtf8();
        m_text.clear();
        return m_out(bytes);
    }

    const ByteOutlet& m_out;
    const std::function<Result<void>(int)>& m_content;
    QString m_text;
};

} // namespace

Result<void> writeXml(const XmlNode& root, const ByteOutlet& out, const std::function<Result<void>(int)>& content) {
    return Serializer(out, content).document(root);
}

} // namespace exchange
