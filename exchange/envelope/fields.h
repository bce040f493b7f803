// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/envelope/packet.h"

#include <QLatin1StringView>

#include <array>
#include <variant>

/// The text elements of each group of a packet, in the order in which they are written, with their lengths (QCVN
/// 102:2016 as deployed validators apply it; Nghị định 30/2020 Phụ lục VI). Reader and writer go by the same tables.
namespace exchange {

template <typename Group>
struct TextField {
    QLatin1StringView name;
    std::variant<QString Group::*, DateText Group::*, TimeText Group::*, NumberText Group::*> member;
    qsizetype limit = 0;   ///< characters; 0: none
    bool required = false; ///< by the writer; the reader tells it as a finding
};

namespace fields {

using namespace Qt::Literals::StringLiterals;

inline constexpr std::array organ{
    TextField<Organ>{"OrganId"_L1, &Organ::organId, 35, true},
    TextField<Organ>{"OrganizationInCharge"_L1, &Organ::organizationInCharge, 500},
    TextField<Organ>{"OrganName"_L1, &Organ::organName, 200, true},
    TextField<Organ>{"OrganAdd"_L1, &Organ::organAdd, 500},
    TextField<Organ>{"Email"_L1, &Organ::email, 100},
    TextField<Organ>{"Telephone"_L1, &Organ::telephone, 20},
    TextField<Organ>{"Fax"_L1, &Organ::fax, 20},
    TextField<Organ>{"Website"_L1, &Organ::website, 100},
};

inline constexpr std::array code{
    TextField<DocumentCode>{"CodeNumber"_L1, &DocumentCode::number, 11, true},
    TextField<DocumentCode>{"CodeNotation"_L1, &DocumentCode::notation, 30, true},
};

inline constexpr std::array promulgation{
    TextField<PromulgationInfo>{"Place"_L1, &PromulgationInfo::place, 50},
    TextField<PromulgationInfo>{"PromulgationDate"_L1, &PromulgationInfo::date, 0, true},
};

inline constexpr std::array documentType{
    TextField<DocumentType>{"Type"_L1, &DocumentType::type, 0, true},
    TextField<DocumentType>{"TypeDetail"_L1, &DocumentType::typeDetail},
    TextField<DocumentType>{"TypeName"_L1, &DocumentType::typeName, 100, true},
};

inline constexpr std::array signerInfo{
    TextField<SignerInfo>{"Competence"_L1, &SignerInfo::competence, 100},
    TextField<SignerInfo>{"Position"_L1, &SignerInfo::position, 100},
    TextField<SignerInfo>{"FullName"_L1, &SignerInfo::fullName, 100},
};

inline constexpr std::array otherInfo{
    TextField<OtherInfo>{"Priority"_L1, &OtherInfo::priority},
    TextField<OtherInfo>{"SphereOfPromulgation"_L1, &OtherInfo::sphereOfPromulgation, 100},
    TextField<OtherInfo>{"TyperNotation"_L1, &OtherInfo::typerNotation, 10},
    TextField<OtherInfo>{"PromulgationAmount"_L1, &OtherInfo::promulgationAmount},
    TextField<OtherInfo>{"PageAmount"_L1, &OtherInfo::pageAmount},
    TextField<OtherInfo>{"Direction"_L1, &OtherInfo::direction, 5},
};

/// The code of a response may be a text or a group: it is read and written by hand, between these two and after the
/// first.
inline constexpr std::array responseOffice{
    TextField<ResponseFor>{"OrganId"_L1, &ResponseFor::organId, 35},
};
inline constexpr std::array responseRest{
    TextField<ResponseFor>{"PromulgationDate"_L1, &ResponseFor::promulgationDate},
    TextField<ResponseFor>{"DocumentId"_L1, &ResponseFor::documentId, 255},
};

inline constexpr std::array staff{
    TextField<StaffInfo>{"Department"_L1, &StaffInfo::department, 200},
    TextField<StaffInfo>{"DepartmentId"_L1, &StaffInfo::departmentId, 100},
    TextField<StaffInfo>{"Staff"_L1, &StaffInfo::staff, 100},
    TextField<StaffInfo>{"StaffId"_L1, &StaffInfo::staffId, 100},
    TextField<StaffInfo>{"Email"_L1, &StaffInfo::email, 100},
    TextField<StaffInfo>{"Mobile"_L1, &StaffInfo::mobile, 20},
};

inline constexpr std::array traceHeader{
    TextField<TraceHeader>{"OrganId"_L1, &TraceHeader::organId, 35, true},
    TextField<TraceHeader>{"Timestamp"_L1, &TraceHeader::timestamp, 0, true},
};

inline constexpr std::array bussiness{
    TextField<Bussiness>{"DocumentId"_L1, &Bussiness::documentId, 255},
    TextField<Bussiness>{"BussinessDocType"_L1, &Bussiness::docType, 0, true},
    TextField<Bussiness>{"BussinessDocReason"_L1, &Bussiness::docReason, 500},
    TextField<Bussiness>{"Paper"_L1, &Bussiness::paper},
};

inline constexpr std::array documentInfo{
    TextField<BussinessDocumentInfo>{"DocumentInfo"_L1, &BussinessDocumentInfo::documentInfo},
    TextField<BussinessDocumentInfo>{"DocumentReceiver"_L1, &BussinessDocumentInfo::documentReceiver},
};

inline constexpr std::array receiver{
    TextField<ReceiverChange>{"OrganId"_L1, &ReceiverChange::organId, 35, true},
    TextField<ReceiverChange>{"ReceiverType"_L1, &ReceiverChange::receiverType, 0, true},
};

inline constexpr std::array replacement{
    TextField<ReplacementInfo>{"DocumentId"_L1, &ReplacementInfo::documentId, 255, true},
};

inline constexpr std::array headerTexts{
    TextField<DocumentPacket>{"DocumentId"_L1, &DocumentPacket::documentId, 255},
    TextField<DocumentPacket>{"Subject"_L1, &DocumentPacket::subject, 500, true},
    TextField<DocumentPacket>{"Content"_L1, &DocumentPacket::content, 500},
    TextField<DocumentPacket>{"DueDate"_L1, &DocumentPacket::dueDate},
    TextField<DocumentPacket>{"SteeringType"_L1, &DocumentPacket::steeringType},
    TextField<DocumentPacket>{"ApplicationType"_L1, &DocumentPacket::applicationType, 100},
};

inline constexpr std::array status{
    TextField<StatusPacket>{"StatusCode"_L1, &StatusPacket::statusCode, 2, true},
    TextField<StatusPacket>{"Description"_L1, &StatusPacket::description, 500},
    TextField<StatusPacket>{"Timestamp"_L1, &StatusPacket::timestamp, 0, true},
};

inline constexpr std::array reference{
    TextField<ManifestReference>{"ContentId"_L1, &ManifestReference::contentId, 255, true},
    TextField<ManifestReference>{"ContentType"_L1, &ManifestReference::contentType, 255},
    TextField<ManifestReference>{"Description"_L1, &ManifestReference::description, 500},
    TextField<ManifestReference>{"AttachmentName"_L1, &ManifestReference::attachmentName, 255, true},
};

inline constexpr std::array attachment{
    TextField<Attachment>{"ContentId"_L1, &Attachment::contentId, 255, true},
    TextField<Attachment>{"AttachmentName"_L1, &Attachment::name, 255, true},
    TextField<Attachment>{"Description"_L1, &Attachment::description, 500},
    TextField<Attachment>{"FieldName"_L1, &Attachment::fieldName, 100},
    TextField<Attachment>{"MimeType"_L1, &Attachment::mimeType, 255},
    TextField<Attachment>{"ContentType"_L1, &Attachment::contentType, 255, true},
};

} // namespace fields

/// Limits of the elements that may stand several times.
inline constexpr qsizetype PlaceLimit = 150;
inline constexpr qsizetype AppendixLimit = 250;
inline constexpr qsizetype TaskCodeLimit = 255;

/// The text of a field as it stands in the packet.
template <typename Group>
[[nodiscard]] QString rawText(const Group& group, const TextField<Group>& field) {
    return std::visit(
        [&](auto member) -> QString {
            if constexpr (std::is_same_v<std::remove_cvref_t<decltype(group.*member)>, QString>) {
                return group.*member;
            } else {
                return (group.*member).raw;
            }
        },
        field.member);
}

} // namespace exchange
