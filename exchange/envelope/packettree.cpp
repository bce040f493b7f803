// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/envelope/packettree.h"

#include "exchange/envelope/groupwriter.h"
#include "exchange/envelope/safename.h"

#include <QRegularExpression>

#include <algorithm>

namespace exchange {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString ZipType = u"application/zip"_s;

/// Writes the groups that both kinds of packet have, and the document's own.
class TreeMaker {
public:
    TreeMaker(const QList<UnknownElement>& unknown, const WriterProfile& profile)
        : m_writer(unknown)
        , m_profile(profile) {}

    [[nodiscard]] Result<XmlNode> document(const DocumentPacket& packet);
    [[nodiscard]] Result<XmlNode> status(const StatusPacket& packet);

private:
    using Group = XmlNode;

    void organ(Group& parent, const QString& path, const QString& name, const Organ& organ, int index = 0);
    void response(Group& parent, const QString& path, const ResponseFor& response, int index = 0);
    void staff(Group& parent, const QString& path, const QList<StaffInfo>& staff);
    void header(Group& parent, const QString& path, const DocumentPacket& packet);
    void documentType(Group& parent, const QString& path, DocumentType type);
    void otherInfo(Group& parent, const QString& path, const OtherInfo& other);
    void toPlaces(Group& parent, const QString& path, const QStringList& places);
    void middle(Group& parent, const QString& path, const DocumentPacket& packet);
    void trace(Group& parent, const QString& path, const TraceHeaderList& trace);
    void checkChange(const Bussiness& bussiness);
    void bussiness(Group& parent, const QString& path, const Bussiness& bussiness);
    void manifest(Group& parent, const QString& path, const DocumentPacket& packet);
    void attachments(Group& parent, const QString& path, const DocumentPacket& packet);
    void checkReceivers(const DocumentPacket& packet);
    void checkManifest(const DocumentPacket& packet);

    GroupWriter m_writer;
    const WriterProfile& m_profile;
};

/// A table without one of its fields stands at one place; this picks it.
const auto& headerField(QLatin1StringView name) {
    return *std::ranges::find(fields::headerTexts, name, &TextField<DocumentPacket>::name);
}

Result<XmlNode> TreeMaker::document(const DocumentPacket& packet) {
    checkReceivers(packet);
    checkManifest(packet);
    XmlNode root;
    root.name = u"edXML"_s;
    m_writer.group(root, {}, u"edXMLEnvelope"_s, true, [&](Group& envelope, const QString& path) {
        m_writer.group(envelope, path, u"edXMLHeader"_s, true, [&](Group& parts, const QString& partsPath) {
            header(parts, partsPath, packet);
            trace(parts, partsPath, packet.trace);
        });
        m_writer.group(envelope, path, u"edXMLBody"_s, true,
                       [&](Group& body, const QString& bodyPath) { manifest(body, bodyPath, packet); });
    });
    attachments(root, {}, packet);
    m_writer.appendUnknown(root, {});
    if (auto result = m_writer.result(); !result) {
        return std::unexpected(result.error());
    }
    return root;
}

Result<XmlNode> TreeMaker::status(const StatusPacket& packet) {
    if (!packet.status()) {
        m_writer.refuse(fail("packet-status-invalid", packet.statusCode.left(20)));
    }
    const bool refuses = packet.status() == StatusCode::Refused || packet.status() == StatusCode::ChangeRefused;
    if (refuses && packet.description.trimmed().isEmpty()) {
        m_writer.refuse(fail("packet-reason-missing", u"a refusal says why"_s));
    }
    if (packet.responseFor.organId.isEmpty()) {
        m_writer.refuse(fail("packet-status-for-nobody", u"ResponseFor/OrganId"_s));
    }
    XmlNode root;
    root.name = u"edXML"_s;
    m_writer.group(root, {}, u"edXMLEnvelope"_s, true, [&](Group& envelope, const QString& path) {
        m_writer.group(envelope, path, u"edXMLHeader"_s, true, [&](Group& parts, const QString& partsPath) {
            m_writer.group(parts, partsPath, u"MessageHeader"_s, true, [&](Group& header, const QString& headerPath) {
                organ(header, headerPath, u"From"_s, packet.from);
                response(header, headerPath, packet.responseFor);
                staff(header, headerPath, packet.staff);
                StatusPacket canonical = packet;
                canonical.statusCode = packet.status() ? wordsOf(*packet.status()).number : QString();
                m_writer.table(header, headerPath, canonical, fields::status);
            });
            trace(parts, partsPath, packet.trace);
        });
    });
    m_writer.appendUnknown(root, {});
    if (auto result = m_writer.result(); !result) {
        return std::unexpected(result.error());
    }
    return root;
}

void TreeMaker::organ(Group& parent, const QString& path, const QString& name, const Organ& organ, int index) {
    static const QRegularExpression usual(u"^[0-9A-Z]{1,6}(\\.[0-9A-Z]{1,6}){0,6}$"_s);
    if (!organ.organId.isEmpty() && !usual.match(organ.organId.trimmed()).hasMatch()) {
        m_writer.refuse(fail("packet-organ-id-invalid", name + u": "_s + organ.organId.left(60)));
    }
    m_writer.group(
        parent, path, name, true,
        [&](Group& node, const QString& at) { m_writer.table(node, at, organ, fields::organ); }, index);
}

void TreeMaker::response(Group& parent, const QString& path, const ResponseFor& response, int index) {
    m_writer.group(
        parent, path, u"ResponseFor"_s, false,
        [&](Group& node, const QString& at) {
            m_writer.table(node, at, response, fields::responseOffice);
            m_writer.leaf(node, at, u"Code"_s, response.code, 42, false);
            m_writer.table(node, at, response, fields::responseRest);
        },
        index);
}

void TreeMaker::staff(Group& parent, const QString& path, const QList<StaffInfo>& staff) {
    int index = 0;
    for (const StaffInfo& person : staff) {
        m_writer.group(
            parent, path, u"StaffInfo"_s, false,
            [&](Group& node, const QString& at) { m_writer.table(node, at, person, fields::staff); }, ++index);
    }
}

void TreeMaker::header(Group& parent, const QString& path, const DocumentPacket& packet) {
    const bool java = m_profile.order == ElementOrder::Java;
    m_writer.group(parent, path, u"MessageHeader"_s, true, [&](Group& node, const QString& at) {
        organ(node, at, u"From"_s, packet.from);
        int index = 0;
        for (const Organ& receiver : packet.to) {
            organ(node, at, u"To"_s, receiver, ++index);
        }
        if (java) {
            m_writer.field(node, at, packet, headerField("DocumentId"_L1));
        }
        m_writer.group(node, at, u"Code"_s, true, [&](Group& code, const QString& place) {
            m_writer.table(code, place, packet.code, fields::code);
        });
        m_writer.group(node, at, u"PromulgationInfo"_s, true, [&](Group& info, const QString& place) {
            m_writer.table(info, place, packet.promulgation, fields::promulgation);
        });
        documentType(node, at, packet.documentType);
        m_writer.field(node, at, packet, headerField("Subject"_L1));
        m_writer.field(node, at, packet, headerField("Content"_L1));
        m_writer.group(node, at, u"SignerInfo"_s, false, [&](Group& signer, const QString& place) {
            m_writer.table(signer, place, packet.signerInfo, fields::signerInfo);
        });
        m_writer.field(node, at, packet, headerField("DueDate"_L1));
        if (!java) {
            toPlaces(node, at, packet.toPlaces);
        }
        middle(node, at, packet);
        if (java) {
            toPlaces(node, at, packet.toPlaces);
        } else {
            m_writer.field(node, at, packet, headerField("DocumentId"_L1));
        }
    });
}

void TreeMaker::documentType(Group& parent, const QString& path, DocumentType type) {
    if (type.type.isEmpty()) {
        if (const auto number = m_profile.documentType(type.typeName)) {
            type.type = NumberText::of(*number);
        }
    }
    m_writer.group(parent, path, u"DocumentType"_s, true,
                   [&](Group& node, const QString& at) { m_writer.table(node, at, type, fields::documentType); });
}

void TreeMaker::middle(Group& parent, const QString& path, const DocumentPacket& packet) {
    otherInfo(parent, path, packet.otherInfo);
    int index = 0;
    for (const ResponseFor& answered : packet.responseFor) {
        response(parent, path, answered, ++index);
    }
    m_writer.field(parent, path, packet, headerField("SteeringType"_L1));
    m_writer.group(parent, path, u"ResponseForTask"_s, false, [&](Group& node, const QString& at) {
        m_writer.texts(node, at, u"TaskCode"_s, packet.taskCodes, TaskCodeLimit);
    });
    m_writer.field(parent, path, packet, headerField("ApplicationType"_L1));
}

void TreeMaker::otherInfo(Group& parent, const QString& path, const OtherInfo& other) {
    m_writer.group(parent, path, u"OtherInfo"_s, false, [&](Group& node, const QString& at) {
        m_writer.table(node, at, other, fields::otherInfo);
        m_writer.group(node, at, u"Appendixes"_s, false, [&](Group& list, const QString& place) {
            m_writer.texts(list, place, u"Appendix"_s, other.appendixes, AppendixLimit);
        });
    });
}

void TreeMaker::toPlaces(Group& parent, const QString& path, const QStringList& places) {
    m_writer.group(parent, path, u"ToPlaces"_s, false,
                   [&](Group& node, const QString& at) { m_writer.texts(node, at, u"Place"_s, places, PlaceLimit); });
}

void TreeMaker::trace(Group& parent, const QString& path, const TraceHeaderList& trace) {
    m_writer.group(parent, path, u"TraceHeaderList"_s, true, [&](Group& node, const QString& at) {
        for (const PacketAttribute& attribute : trace.attributes) {
            if (!QStringList{u"id"_s, u"version"_s, u"mustUnderstand"_s, u"actor"_s}.contains(attribute.name)) {
                m_writer.refuse(fail("packet-trace-attribute", attribute.name.left(40)));
            }
            node.attributes.append({attribute.name, m_writer.clean(attribute.value, at)});
        }
        int index = 0;
        for (const TraceHeader& hop : trace.hops) {
            m_writer.group(
                node, at, u"TraceHeader"_s, true,
                [&](Group& header, const QString& place) { m_writer.table(header, place, hop, fields::traceHeader); },
                ++index);
        }
        if (trace.bussiness) {
            bussiness(node, at, *trace.bussiness);
        }
    });
}

/// A change that names nothing can't be carried out by whoever gets it (QĐ 28/2018 Articles 8 and 9).
void TreeMaker::checkChange(const Bussiness& bussiness) {
    const bool changes = std::ranges::any_of(bussiness.documentInfos, [](const BussinessDocumentInfo& info) {
        return info.documentInfo.value == 1 || info.documentReceiver.value == 1;
    });
    switch (bussiness.docType.value.value_or(0)) {
    case int(BussinessDocType::Withdraw):
        if (bussiness.documentId.trimmed().isEmpty()) {
            m_writer.refuse(fail("packet-withdraw-without-document", u"Bussiness/DocumentId"_s));
        }
        break;
    case int(BussinessDocType::Update):
        if (bussiness.documentId.trimmed().isEmpty() || !changes) {
            m_writer.refuse(fail("packet-update-empty", u"Bussiness/BussinessDocumentInfo"_s));
        }
        break;
    case int(BussinessDocType::Replace):
        if (bussiness.replacements.isEmpty()) {
            m_writer.refuse(fail("packet-replacement-empty", u"Bussiness/ReplacementInfoList"_s));
        }
        break;
    default:
        break;
    }
}

void TreeMaker::bussiness(Group& parent, const QString& path, const Bussiness& bussiness) {
    checkChange(bussiness);
    m_writer.group(parent, path, u"Bussiness"_s, true, [&](Group& node, const QString& at) {
        m_writer.table(node, at, bussiness, fields::bussiness);
        int index = 0;
        for (const BussinessDocumentInfo& info : bussiness.documentInfos) {
            m_writer.group(
                node, at, u"BussinessDocumentInfo"_s, true,
                [&](Group& change, const QString& place) {
                    m_writer.table(change, place, info, fields::documentInfo);
                    m_writer.group(change, place, u"ReceiverList"_s, false, [&](Group& list, const QString& listPath) {
                        int number = 0;
                        for (const ReceiverChange& receiver : info.receivers) {
                            m_writer.group(
                                list, listPath, u"Receiver"_s, true,
                                [&](Group& one, const QString& where) {
                                    m_writer.table(one, where, receiver, fields::receiver);
                                },
                                ++number);
                        }
                    });
                },
                ++index);
        }
        m_writer.group(node, at, u"ReplacementInfoList"_s, false, [&](Group& list, const QString& place) {
            int number = 0;
            for (const ReplacementInfo& replacement : bussiness.replacements) {
                m_writer.group(
                    list, place, u"ReplacementInfo"_s, true,
                    [&](Group& one, const QString& where) {
                        m_writer.table(one, where, replacement, fields::replacement);
                        m_writer.group(one, where, u"OrganIdList"_s, false,
                                       [&](Group& organs, const QString& organsPath) {
                                           m_writer.texts(organs, organsPath, u"OrganId"_s, replacement.organIds, 35);
                                       });
                    },
                    ++number);
            }
        });
        staff(node, at, bussiness.staff);
    });
}

void TreeMaker::manifest(Group& parent, const QString& path, const DocumentPacket& packet) {
    m_writer.group(parent, path, u"edXMLManifest"_s, true, [&](Group& node, const QString& at) {
        const QString version = m_writer.clean(packet.manifestVersion, at);
        node.attributes.append({u"version"_s, version.isEmpty() ? u"1.0"_s : version});
        int index = 0;
        for (const ManifestReference& given : packet.references) {
            ManifestReference reference = given;
            for (const Attachment& attachment : packet.attachments) {
                if (contentKey(attachment.contentId) == contentKey(given.contentId)) {
                    reference.contentType = onTheWire(attachment, m_profile).contentType;
                }
            }
            m_writer.group(
                node, at, u"Reference"_s, true,
                [&](Group& line, const QString& place) {
                    if (!reference.href.isEmpty() || !reference.role.isEmpty()) {
                        line.attributes.append({u"xlink:type"_s, u"simple"_s});
                    }
                    if (!reference.href.isEmpty()) {
                        line.attributes.append({u"xlink:href"_s, m_writer.clean(reference.href, place)});
                    }
                    if (!reference.role.isEmpty()) {
                        line.attributes.append({u"xlink:role"_s, m_writer.clean(reference.role, place)});
                    }
                    m_writer.table(line, place, reference, fields::reference);
                },
                ++index);
        }
    });
}

void TreeMaker::attachments(Group& parent, const QString& path, const DocumentPacket& packet) {
    m_writer.group(parent, path, u"AttachmentEncoded"_s, false, [&](Group& list, const QString& at) {
        int index = 0;
        for (const Attachment& attachment : packet.attachments) {
            if (!isSafeFileName(attachment.name.trimmed())) {
                m_writer.refuse(fail("packet-attachment-name", attachment.name.left(200)));
            }
            m_writer.group(
                list, at, u"Attachment"_s, true,
                [&](Group& node, const QString& place) {
                    m_writer.table(node, place, onTheWire(attachment, m_profile), fields::attachment);
                    XmlNode content;
                    content.name = u"ContentTransferEncoded"_s;
                    content.content = index;
                    node.children.push_back(std::move(content));
                },
                index + 1);
            ++index;
        }
    });
}

void TreeMaker::checkReceivers(const DocumentPacket& packet) {
    if (packet.to.isEmpty()) {
        m_writer.refuse(fail("packet-no-receiver", u"the packet goes to nobody"_s));
    }
    QStringList seen;
    for (const Organ& organ : packet.to) {
        if (seen.contains(organ.organId)) {
            m_writer.refuse(fail("packet-receiver-doubled", organ.organId.left(60)));
        }
        seen.append(organ.organId);
    }
}

void TreeMaker::checkManifest(const DocumentPacket& packet) {
    QStringList listed;
    for (const ManifestReference& reference : packet.references) {
        listed.append(contentKey(reference.contentId));
    }
    QStringList present;
    for (const Attachment& attachment : packet.attachments) {
        present.append(contentKey(attachment.contentId));
    }
    listed.sort();
    present.sort();
    if (listed != present || listed.removeDuplicates() > 0) {
        m_writer.refuse(fail("packet-manifest-mismatch",
                             u"manifest: %1; attachments: %2"_s.arg(listed.join(u' '), present.join(u' ')).left(400)));
    }
}

} // namespace

Attachment onTheWire(const Attachment& attachment, const WriterProfile& profile) {
    Attachment wire = attachment;
    if (profile.zipAttachments && !attachment.zipped) {
        wire.mimeType = attachment.mimeType.isEmpty() ? attachment.contentType : attachment.mimeType;
        wire.contentType = ZipType;
        wire.zipped = true;
    } else if (!profile.zipAttachments && attachment.zipped) {
        wire.contentType = attachment.mimeType.isEmpty() ? u"application/octet-stream"_s : attachment.mimeType;
        wire.zipped = false;
    }
    return wire;
}

Result<XmlNode> treeOf(const DocumentPacket& packet, const WriterProfile& profile) {
    return TreeMaker(packet.unknown, profile).document(packet);
}

Result<XmlNode> treeOf(const StatusPacket& packet) {
    const WriterProfile profile;
    return TreeMaker(packet.unknown, profile).status(packet);
}

} // namespace exchange
