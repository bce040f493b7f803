// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/envelope/leniency.h"

#include "exchange/envelope/elementorder.h"
#include "exchange/envelope/packetmapper.h"

#include <algorithm>

namespace exchange {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString headerPath = u"edXMLEnvelope/edXMLHeader/MessageHeader"_s;
const QString tracePath = u"edXMLEnvelope/edXMLHeader/TraceHeaderList"_s;

class Look {
public:
    explicit Look(const XmlNode& root)
        : m_root(root) {}

    void atWhole();
    void atDocument(const XmlNode& header, const DocumentPacket& packet, const std::optional<QDate>& today);
    void atStatus(const StatusPacket& packet);
    [[nodiscard]] QList<Finding> found() const { return m_found; }

private:
    void atEmptyGroups(const XmlNode& node, const QString& path);
    void atSchemaHints(const XmlNode& node, const NamespaceScope& outer, const QString& path);
    void atContentIds();

    const XmlNode& m_root;
    QList<Finding> m_found;
};

bool isEmptyGroup(const XmlNode& node) {
    return std::ranges::all_of(node.children, [](const XmlNode& child) {
        return child.isText() ? child.text.trimmed().isEmpty() : isEmptyGroup(child);
    });
}

void Look::atWhole() {
    for (const QString& target : m_root.instructions) {
        m_found.append(finding("packet-instruction", {}, target));
    }
    atSchemaHints(m_root, {}, {});
}

/// A hint where a schema lies is never followed (it would be a request to a place that the sender names).
void Look::atSchemaHints(const XmlNode& node, const NamespaceScope& outer, const QString& path) {
    const NamespaceScope scope = scopeInside(node, outer);
    for (const XmlAttribute& attribute : node.attributes) {
        const QString prefix = attribute.name.contains(u':') ? attribute.name.section(u':', 0, 0) : QString();
        if (!prefix.isEmpty() && scope.value(prefix) == edxml::SchemaInstance) {
            m_found.append(finding("packet-schema-hint", path, attribute.value.left(200)));
        }
    }
    for (const XmlNode& child : node.children) {
        if (!child.isText()) {
            atSchemaHints(child, scope, path.isEmpty() ? child.local() : path + u'/' + child.local());
        }
    }
}

void Look::atEmptyGroups(const XmlNode& node, const QString& path) {
    static const QStringList groups{u"ResponseFor"_s, u"StaffInfo"_s,  u"SignerInfo"_s,      u"OtherInfo"_s,
                                    u"ToPlaces"_s,    u"Appendixes"_s, u"ResponseForTask"_s, u"ReplacementInfoList"_s,
                                    u"ReceiverList"_s};
    for (const XmlNode& child : node.children) {
        const QString place = path + u'/' + child.local();
        if (groups.contains(child.local()) && isEmptyGroup(child)) {
            m_found.append(finding("packet-group-empty", place));
        } else if (!child.isText()) {
            atEmptyGroups(child, place);
        }
    }
}

/// The list writes "cid:1" and the attachment "1", or the other way round: they meet, but not by their letters.
void Look::atContentIds() {
    const auto idsOf = [](const XmlNode* parent) {
        QStringList ids;
        for (const XmlNode& child : parent == nullptr ? std::vector<XmlNode>() : parent->children) {
            const XmlNode* id = child.child(u"ContentId");
            if (id != nullptr) {
                ids.append(id->leafText());
            }
        }
        return ids;
    };
    const XmlNode* envelope = m_root.child(u"edXMLEnvelope");
    const XmlNode* body = envelope == nullptr ? nullptr : envelope->child(u"edXMLBody");
    const QStringList listed = idsOf(body == nullptr ? nullptr : body->child(u"edXMLManifest"));
    for (const QString& id : idsOf(m_root.child(u"AttachmentEncoded"))) {
        const auto other = std::ranges::find_if(
            listed, [&](const QString& one) { return one != id && contentKey(one) == contentKey(id); });
        if (other != listed.end() && !listed.contains(id)) {
            m_found.append(finding("attachment-id-form", u"AttachmentEncoded"_s, id.left(100)));
        }
    }
}

void Look::atDocument(const XmlNode& header, const DocumentPacket& packet, const std::optional<QDate>& today) {
    if (!packet.trace.bussiness) {
        m_found.append(finding("packet-bussiness-missing", tracePath));
    }
    if (!followsAnOrder(header)) {
        m_found.append(finding("packet-order-unknown", headerPath));
    }
    const std::optional<QDate> date = packet.promulgation.date.date;
    if (today && date && *date > *today) {
        m_found.append(finding("packet-date-future", headerPath + u"/PromulgationInfo/PromulgationDate"_s,
                               packet.promulgation.date.raw));
    }
    for (const XmlNode& child : header.children) {
        const XmlNode* code = child.local() == "ResponseFor"_L1 ? child.child(u"Code") : nullptr;
        if (code != nullptr && code->child(u"CodeNumber") != nullptr) {
            m_found.append(finding("packet-reply-code-form", headerPath + u"/ResponseFor/Code"_s));
        }
    }
    atEmptyGroups(header, headerPath);
    atContentIds();
}

void Look::atStatus(const StatusPacket& packet) {
    if (packet.status() && wordsOf(*packet.status()).number != packet.statusCode) {
        m_found.append(finding("packet-status-form", headerPath + u"/StatusCode"_s, packet.statusCode.left(20)));
    }
}

} // namespace

QList<Finding> leniencies(const XmlNode& root, const Packet& packet, const std::optional<QDate>& today) {
    Look look(root);
    look.atWhole();
    const auto header = messageHeaderOf(root);
    if (const auto* document = std::get_if<DocumentPacket>(&packet); document != nullptr && header) {
        look.atDocument(**header, *document, today);
    } else if (const auto* status = std::get_if<StatusPacket>(&packet)) {
        look.atStatus(*status);
    }
    return look.found();
}

} // namespace exchange
