// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/envelope/packetmapper.h"

#include "exchange/envelope/attachmentstore.h"
#include "exchange/envelope/groupreader.h"
#include "exchange/envelope/leniency.h"
#include "exchange/envelope/safename.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>

namespace exchange {

using namespace Qt::Literals::StringLiterals;

namespace {

template <typename Group, size_t Count>
void readTable(const ElementAt& at, ReadNotes& notes, Group& group, const std::array<TextField<Group>, Count>& fields) {
    GroupReader reader(at, notes);
    reader.table(group, fields);
    reader.run();
}

class Mapper {
public:
    Mapper(const XmlNode& root, AttachmentStore* store)
        : m_root(root)
        , m_store(store) {}

    [[nodiscard]] Result<ReadPacket> map();

private:
    void readRoot(const std::function<void(const ElementAt&)>& header);
    void readDocumentHeader(const ElementAt& at);
    void readStatusHeader(const ElementAt& at);
    void tellContentOfStatus();
    void readOrgan(const ElementAt& at, Organ& organ);
    void readResponse(const ElementAt& at, ResponseFor& response);
    void readResponseCode(const ElementAt& at, QString& code);
    void readOtherInfo(const ElementAt& at);
    void readTrace(const ElementAt& at);
    void readBussiness(const ElementAt& at, Bussiness& bussiness);
    void readDocumentInfo(const ElementAt& at, BussinessDocumentInfo& info);
    void readReplacements(const ElementAt& at, QList<ReplacementInfo>& replacements);
    bool readStaff(const ElementAt& at, QList<StaffInfo>& staff);
    void readManifest(const ElementAt& at);
    void readAttachment(const ElementAt& at);
    void checkReceivers();
    void checkManifest();
    void group(const ElementAt& at, const std::function<void(GroupReader&)>& rules);

    const XmlNode& m_root;
    AttachmentStore* m_store;
    ReadNotes m_notes;
    DocumentPacket m_document;
    StatusPacket m_status;
    bool m_isStatus = false;
    std::optional<Error> m_failure;
};

void Mapper::group(const ElementAt& at, const std::function<void(GroupReader&)>& rules) {
    GroupReader reader(at, m_notes);
    rules(reader);
    reader.run();
}

Result<ReadPacket> Mapper::map() {
    const auto header = messageHeaderOf(m_root);
    if (!header) {
        return std::unexpected(header.error());
    }
    const QString space = scopeInside(m_root, {}).value(m_root.prefix());
    if (!space.isEmpty() && space != edxml::Namespace) {
        m_notes.findings.append(finding("packet-namespace-other", u"edXML"_s, space.left(200)));
    }
    // The contents of a second block would be lost or mixed with those of the first.
    if (std::ranges::count_if(m_root.children,
                              [](const XmlNode& node) { return node.local() == "AttachmentEncoded"_L1; }) > 1) {
        return fail("packet-attachments-doubled", u"two blocks of attachments"_s);
    }
    const bool status = m_isStatus = isStatusHeader(**header);
    if (status) {
        tellContentOfStatus();
    }
    readRoot([this, status](const ElementAt& at) { status ? readStatusHeader(at) : readDocumentHeader(at); });
    if (m_failure) {
        return std::unexpected(*m_failure);
    }
    if (status) {
        m_status.trace = m_document.trace;
        m_status.unknown = m_notes.unknown;
        return ReadPacket{m_status, m_notes.findings};
    }
    checkReceivers();
    if (m_store != nullptr) {
        checkManifest();
    }
    m_document.unknown = m_notes.unknown;
    return ReadPacket{m_document, m_notes.findings};
}

void Mapper::readRoot(const std::function<void(const ElementAt&)>& header) {
    group({m_root, {}, {}}, [&](GroupReader& root) {
        root.one("edXMLEnvelope"_L1, [this, &header](const ElementAt& envelope) {
            group(envelope, [&](GroupReader& parts) {
                parts.one("edXMLHeader"_L1, [this, &header](const ElementAt& at) {
                    group(at, [&](GroupReader& reader) {
                        reader.one("MessageHeader"_L1, header);
                        reader.one("TraceHeaderList"_L1, [this](const ElementAt& trace) { readTrace(trace); });
                    });
                });
                parts.one("edXMLBody"_L1, [this](const ElementAt& at) {
                    if (m_isStatus) {
                        return; // told by tellContentOfStatus()
                    }
                    group(at, [&](GroupReader& reader) {
                        reader.one("edXMLManifest"_L1, [this](const ElementAt& manifest) { readManifest(manifest); });
                    });
                });
            });
        });
        root.one("AttachmentEncoded"_L1, [this](const ElementAt& at) {
            if (m_store == nullptr || m_isStatus) {
                return;
            }
            group(at, [&](GroupReader& reader) {
                reader.many("Attachment"_L1, [this](const ElementAt& attachment) {
                    readAttachment(attachment);
                    return true;
                });
            });
        });
    });
}

void Mapper::readDocumentHeader(const ElementAt& at) {
    group(at, [this](GroupReader& header) {
        header.table(m_document, fields::headerTexts);
        for (const QLatin1StringView name : {"From"_L1, "To"_L1, "Code"_L1, "PromulgationInfo"_L1, "DocumentType"_L1}) {
            header.require(name);
        }
        header.one("From"_L1, [this](const ElementAt& from) { readOrgan(from, m_document.from); });
        header.many("To"_L1, [this](const ElementAt& to) {
            readOrgan(to, m_document.to.emplaceBack());
            return true;
        });
        header.one("Code"_L1,
                   [this](const ElementAt& code) { readTable(code, m_notes, m_document.code, fields::code); });
        header.one("PromulgationInfo"_L1, [this](const ElementAt& info) {
            readTable(info, m_notes, m_document.promulgation, fields::promulgation);
        });
        header.one("DocumentType"_L1, [this](const ElementAt& type) {
            readTable(type, m_notes, m_document.documentType, fields::documentType);
        });
        header.one("SignerInfo"_L1, [this](const ElementAt& signer) {
            readTable(signer, m_notes, m_document.signerInfo, fields::signerInfo);
        });
        header.one("ToPlaces"_L1, [this](const ElementAt& places) {
            group(places, [this](GroupReader& reader) { reader.texts("Place"_L1, m_document.toPlaces, PlaceLimit); });
        });
        header.one("OtherInfo"_L1, [this](const ElementAt& other) { readOtherInfo(other); });
        header.many("ResponseFor"_L1, [this](const ElementAt& response) {
            ResponseFor value;
            const qsizetype unknownBefore = m_notes.unknown.size();
            readResponse(response, value);
            if (value.isEmpty() && m_notes.unknown.size() == unknownBefore) {
                return false; // hand-written senders leave the empty group in
            }
            m_document.responseFor.append(value);
            return true;
        });
        header.one("ResponseForTask"_L1, [this](const ElementAt& task) {
            group(task,
                  [this](GroupReader& reader) { reader.texts("TaskCode"_L1, m_document.taskCodes, TaskCodeLimit); });
        });
    });
}

void Mapper::readStatusHeader(const ElementAt& at) {
    group(at, [this](GroupReader& header) {
        header.table(m_status, fields::status);
        header.require("From"_L1);
        header.require("ResponseFor"_L1);
        header.one("From"_L1, [this](const ElementAt& from) { readOrgan(from, m_status.from); });
        header.one("ResponseFor"_L1,
                   [this](const ElementAt& response) { readResponse(response, m_status.responseFor); });
        header.many("StaffInfo"_L1, [this](const ElementAt& staff) { return readStaff(staff, m_status.staff); });
    });
    if (!m_status.statusCode.isEmpty() && !m_status.status()) {
        m_notes.findings.append(
            finding("packet-status-unknown", at.childPath(u"StatusCode"_s), m_status.statusCode.left(20)));
    }
}

/// A status has no body and no attachments (QCVN 102:2016 §2.3): what comes all the same is not taken, and told.
void Mapper::tellContentOfStatus() {
    for (const XmlNode& part : m_root.children) {
        const bool body = part.local() == "edXMLEnvelope"_L1 && part.child(u"edXMLBody") != nullptr;
        if (body || part.local() == "AttachmentEncoded"_L1) {
            m_notes.findings.append(finding("packet-status-with-content", part.local()));
        }
    }
}

void Mapper::readOrgan(const ElementAt& at, Organ& organ) {
    static const QRegularExpression usual(u"^[0-9A-Z]{1,6}(\\.[0-9A-Z]{1,6}){0,6}$"_s);
    readTable(at, m_notes, organ, fields::organ);
    if (!organ.organId.isEmpty() && !usual.match(organ.organId).hasMatch()) {
        m_notes.findings.append(finding("packet-organ-id-odd", at.childPath(u"OrganId"_s), organ.organId.left(100)));
    }
}

void Mapper::readResponse(const ElementAt& at, ResponseFor& response) {
    group(at, [this, &response](GroupReader& reader) {
        reader.table(response, fields::responseOffice);
        reader.one("Code"_L1, [this, &response](const ElementAt& code) { readResponseCode(code, response.code); });
        reader.table(response, fields::responseRest);
    });
}

void Mapper::readResponseCode(const ElementAt& at, QString& code) {
    if (at.node.child(u"CodeNumber") == nullptr && at.node.child(u"CodeNotation") == nullptr) {
        lookAtNames(at, {}, m_notes);
        code = at.node.leafText();
        for (const XmlNode& child : at.node.children) {
            if (!child.isText()) {
                keepUnknown(child, at, m_notes);
            }
        }
        return;
    }
    DocumentCode parts;
    readTable(at, m_notes, parts, fields::code);
    code = parts.joined();
}

void Mapper::readOtherInfo(const ElementAt& at) {
    group(at, [this](GroupReader& reader) {
        reader.table(m_document.otherInfo, fields::otherInfo);
        reader.one("Appendixes"_L1, [this](const ElementAt& appendixes) {
            group(appendixes, [this](GroupReader& list) {
                list.texts("Appendix"_L1, m_document.otherInfo.appendixes, AppendixLimit);
            });
        });
    });
}

void Mapper::readTrace(const ElementAt& at) {
    TraceHeaderList& trace = m_document.trace;
    QStringList names;
    for (const XmlAttribute& attribute : at.node.attributes) {
        const bool declaration = attribute.name == "xmlns"_L1 || attribute.name.startsWith("xmlns:"_L1);
        const QString name = attribute.name.section(u':', -1);
        if (!declaration && QStringList{u"id"_s, u"version"_s, u"mustUnderstand"_s, u"actor"_s}.contains(name) &&
            !names.contains(name)) {
            names.append(name);
            trace.attributes.append({name, attribute.value});
        }
    }
    group(at, [this, &trace, &names](GroupReader& reader) {
        reader.knowAttributes(names);
        reader.many("TraceHeader"_L1, [this, &trace](const ElementAt& hop) {
            readTable(hop, m_notes, trace.hops.emplaceBack(), fields::traceHeader);
            return true;
        });
        reader.one("Bussiness"_L1,
                   [this, &trace](const ElementAt& bussiness) { readBussiness(bussiness, trace.bussiness.emplace()); });
    });
}

void Mapper::readBussiness(const ElementAt& at, Bussiness& bussiness) {
    group(at, [this, &bussiness](GroupReader& reader) {
        reader.table(bussiness, fields::bussiness);
        reader.many("BussinessDocumentInfo"_L1, [this, &bussiness](const ElementAt& info) {
            readDocumentInfo(info, bussiness.documentInfos.emplaceBack());
            return true;
        });
        reader.one("ReplacementInfoList"_L1,
                   [this, &bussiness](const ElementAt& list) { readReplacements(list, bussiness.replacements); });
        reader.many("StaffInfo"_L1,
                    [this, &bussiness](const ElementAt& staff) { return readStaff(staff, bussiness.staff); });
    });
}

void Mapper::readDocumentInfo(const ElementAt& at, BussinessDocumentInfo& info) {
    group(at, [this, &info](GroupReader& reader) {
        reader.table(info, fields::documentInfo);
        reader.one("ReceiverList"_L1, [this, &info](const ElementAt& list) {
            group(list, [this, &info](GroupReader& receivers) {
                receivers.many("Receiver"_L1, [this, &info](const ElementAt& receiver) {
                    readTable(receiver, m_notes, info.receivers.emplaceBack(), fields::receiver);
                    return true;
                });
            });
        });
    });
}

void Mapper::readReplacements(const ElementAt& at, QList<ReplacementInfo>& replacements) {
    group(at, [this, &replacements](GroupReader& list) {
        list.many("ReplacementInfo"_L1, [this, &replacements](const ElementAt& info) {
            ReplacementInfo& replacement = replacements.emplaceBack();
            group(info, [this, &replacement](GroupReader& reader) {
                reader.table(replacement, fields::replacement);
                reader.one("OrganIdList"_L1, [this, &replacement](const ElementAt& ids) {
                    group(ids, [&replacement](GroupReader& organs) {
                        organs.texts("OrganId"_L1, replacement.organIds, 35);
                    });
                });
            });
            return true;
        });
    });
}

bool Mapper::readStaff(const ElementAt& at, QList<StaffInfo>& staff) {
    StaffInfo person;
    const qsizetype unknownBefore = m_notes.unknown.size();
    readTable(at, m_notes, person, fields::staff);
    if (person == StaffInfo{} && m_notes.unknown.size() == unknownBefore) {
        return false;
    }
    staff.append(person);
    return true;
}

void Mapper::readManifest(const ElementAt& at) {
    for (const XmlAttribute& attribute : at.node.attributes) {
        if (attribute.name == "version"_L1) {
            m_document.manifestVersion = attribute.value;
        }
    }
    group(at, [this](GroupReader& reader) {
        reader.knowAttributes({u"version"_s});
        reader.many("Reference"_L1, [this](const ElementAt& line) {
            ManifestReference& reference = m_document.references.emplaceBack();
            for (const XmlAttribute& attribute : line.node.attributes) {
                const QString name = attribute.name.section(u':', -1);
                if (name == "href"_L1) {
                    reference.href = attribute.value;
                } else if (name == "role"_L1) {
                    reference.role = attribute.value;
                }
            }
            GroupReader fieldsOfLine(line, m_notes);
            fieldsOfLine.knowAttributes({u"href"_s, u"role"_s, u"type"_s});
            fieldsOfLine.table(reference, fields::reference);
            fieldsOfLine.run();
            return true;
        });
    });
}

void Mapper::readAttachment(const ElementAt& at) {
    if (m_failure) {
        return;
    }
    Attachment attachment;
    int content = -1;
    group(at, [&](GroupReader& reader) {
        reader.table(attachment, fields::attachment);
        reader.one("ContentTransferEncoded"_L1,
                   [&content](const ElementAt& encoded) { content = encoded.node.content; });
    });
    if (content < 0) {
        m_notes.findings.append(finding("attachment-without-content", at.path, attachment.name));
    } else if (auto settled = m_store->settle(content, attachment, at.path, m_notes.findings); !settled) {
        m_failure = settled.error();
        return;
    }
    if (!isSafeFileName(attachment.name)) {
        m_notes.findings.append(finding("attachment-name-unsafe", at.path, attachment.name.left(300)));
    }
    QStringList taken;
    for (const Attachment& other : std::as_const(m_document.attachments)) {
        taken.append(other.safeName);
    }
    attachment.safeName = uniqueFileName(safeFileName(attachment.name), taken);
    m_document.attachments.append(attachment);
}

void Mapper::checkReceivers() {
    QStringList seen;
    for (const Organ& organ : std::as_const(m_document.to)) {
        if (!organ.organId.isEmpty() && seen.contains(organ.organId)) {
            m_notes.findings.append(
                finding("packet-receiver-named-twice", u"MessageHeader/To"_s, organ.organId.left(100)));
        }
        seen.append(organ.organId);
    }
}

void Mapper::checkManifest() {
    QStringList listed;
    for (const ManifestReference& reference : std::as_const(m_document.references)) {
        listed.append(contentKey(reference.contentId));
    }
    QStringList present;
    for (const Attachment& attachment : std::as_const(m_document.attachments)) {
        const QString key = contentKey(attachment.contentId);
        if (present.contains(key)) {
            m_notes.findings.append(finding("attachment-id-doubled", u"AttachmentEncoded"_s, key.left(100)));
        } else if (!listed.contains(key)) {
            m_notes.findings.append(finding("attachment-unlisted", u"AttachmentEncoded"_s, key.left(100)));
        }
        present.append(key);
    }
    for (const QString& key : std::as_const(listed)) {
        if (!present.contains(key)) {
            m_notes.findings.append(finding("attachment-missing", u"edXMLManifest"_s, key.left(100)));
        }
    }
}

} // namespace

bool isStatusHeader(const XmlNode& messageHeader) {
    return messageHeader.child(u"StatusCode") != nullptr && messageHeader.child(u"Subject") == nullptr;
}

Result<const XmlNode*> messageHeaderOf(const XmlNode& root) {
    const XmlNode* at = &root;
    for (const QStringView step :
         {QStringView(u"edXMLEnvelope"), QStringView(u"edXMLHeader"), QStringView(u"MessageHeader")}) {
        at = at->child(step);
        if (at == nullptr) {
            return fail("packet-no-header", u"no "_s + step.toString());
        }
    }
    return at;
}

Result<ReadPacket> mapPacket(const XmlNode& root, AttachmentStore* store, const std::optional<QDate>& today) {
    auto read = Mapper(root, store).map();
    if (read) {
        read->findings.append(leniencies(root, read->packet, today));
    }
    return read;
}

} // namespace exchange
