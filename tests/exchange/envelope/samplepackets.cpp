// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/exchange/envelope/samplepackets.h"

#include "exchange/envelope/fields.h"

#include <archive.h>
#include <archive_entry.h>

#include <QFile>

using namespace Qt::Literals::StringLiterals;
using namespace exchange;

namespace samples {

namespace {

template <typename Group, size_t Count>
void collect(QStringList& texts, const Group& group, const std::array<TextField<Group>, Count>& fields) {
    for (const TextField<Group>& field : fields) {
        texts.append(rawText(group, field));
    }
}

void collectResponse(QStringList& texts, const ResponseFor& response) {
    collect(texts, response, fields::responseOffice);
    texts.append(response.code);
    collect(texts, response, fields::responseRest);
}

QStringList documentTexts(const DocumentPacket& packet) {
    QStringList texts;
    collect(texts, packet, fields::headerTexts);
    collect(texts, packet.from, fields::organ);
    for (const Organ& organ : packet.to) {
        collect(texts, organ, fields::organ);
    }
    collect(texts, packet.code, fields::code);
    collect(texts, packet.promulgation, fields::promulgation);
    collect(texts, packet.documentType, fields::documentType);
    collect(texts, packet.signerInfo, fields::signerInfo);
    collect(texts, packet.otherInfo, fields::otherInfo);
    texts += packet.toPlaces + packet.otherInfo.appendixes + packet.taskCodes;
    for (const ResponseFor& response : packet.responseFor) {
        collectResponse(texts, response);
    }
    for (const TraceHeader& hop : packet.trace.hops) {
        collect(texts, hop, fields::traceHeader);
    }
    if (packet.trace.bussiness) {
        const Bussiness& bussiness = *packet.trace.bussiness;
        collect(texts, bussiness, fields::bussiness);
        for (const BussinessDocumentInfo& info : bussiness.documentInfos) {
            collect(texts, info, fields::documentInfo);
            for (const ReceiverChange& receiver : info.receivers) {
                collect(texts, receiver, fields::receiver);
            }
        }
        for (const StaffInfo& person : bussiness.staff) {
            collect(texts, person, fields::staff);
        }
    }
    for (const ManifestReference& reference : packet.references) {
        collect(texts, reference, fields::reference);
    }
    for (const Attachment& attachment : packet.attachments) {
        collect(texts, attachment, fields::attachment);
    }
    return texts;
}

} // namespace

QByteArray fixture(const QString& name) {
    QFile file(QStringLiteral(CONGVAN_TEST_DATA "/edxml/") + name);
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("no fixture %s", qPrintable(file.fileName()));
    }
    return file.readAll();
}

QByteArray changed(const QString& name, const QByteArray& what, const QByteArray& with) {
    QByteArray bytes = fixture(name);
    if (bytes.count(what) != 1) {
        qFatal("'%s' stands %d times in %s", what.constData(), static_cast<int>(bytes.count(what)), qPrintable(name));
    }
    return bytes.replace(what, with);
}

QStringList typedTexts(const Packet& packet) {
    if (const auto* document = std::get_if<DocumentPacket>(&packet)) {
        return documentTexts(*document);
    }
    const auto& status = std::get<StatusPacket>(packet);
    QStringList texts;
    collect(texts, status.from, fields::organ);
    collectResponse(texts, status.responseFor);
    collect(texts, status, fields::status);
    for (const StaffInfo& person : status.staff) {
        collect(texts, person, fields::staff);
    }
    return texts;
}

DocumentPacket fullDocument() {
    DocumentPacket packet;
    packet.from = {u"H99.01"_s,         u"Tỉnh Mẫu"_s, u"Sở Mẫu"_s,  u"1 phố Mẫu"_s,
                   u"vt@mau.example"_s, u"024 000"_s,  u"024 001"_s, u"mau.example"_s};
    packet.to = {{u"G99.02"_s, {}, u"Vụ Thử nghiệm & Đánh giá <1>"_s, {}, {}, {}, {}, {}},
                 {u"H98.03.01"_s, {}, u"Sở Hai"_s, u"2 phố \"Hai\""_s, {}, {}, {}, {}}};
    packet.documentId = u"H99.01,2026/03/05,07/SM-VP"_s;
    packet.code = {u"07"_s, u"SM-VPĐ"_s};
    packet.promulgation = {u"Hà Nội"_s, DateText::of(QDate(2026, 3, 5))};
    packet.documentType = {NumberText::of(18), NumberText::of(0), u"Công văn"_s};
    packet.subject = u"V/v thử nghiệm liên thông\n(dòng hai)"_s;
    packet.content = u"Tóm tắt"_s;
    packet.signerInfo = {u"KT. GIÁM ĐỐC"_s, u"PHÓ GIÁM ĐỐC"_s, u"Nguyễn Văn A"_s};
    packet.dueDate = DateText::of(QDate(2026, 4, 1));
    packet.toPlaces = {u"Như trên"_s, u"Lưu: VT"_s};
    packet.otherInfo = {NumberText::of(3),
                        u"Lưu hành nội bộ"_s,
                        u"NVA"_s,
                        NumberText::of(5),
                        NumberText::of(2),
                        u"true"_s,
                        {u"Phụ lục I"_s, u"Phụ lục II"_s}};
    packet.responseFor = {
        {u"G99.02"_s, u"12/BM-VP"_s, DateText::of(QDate(2026, 2, 28)), u"G99.02,2026/02/28,12/BM-VP"_s}};
    packet.steeringType = NumberText::of(1);
    packet.applicationType = u"eDoc"_s;
    packet.taskCodes = {u"NV-1"_s, u"NV-2"_s};
    packet.trace.attributes = {{u"version"_s, u"1.0"_s}, {u"mustUnderstand"_s, u"1"_s}};
    packet.trace.hops = {{u"H99.01"_s, TimeText::fromText(u"2026/03/05 09:15:00"_s)}};
    Bussiness bussiness;
    bussiness.documentId = u"H99.01,2026/03/01,06/SM-VP"_s;
    bussiness.docType = NumberText::of(3);
    bussiness.docReason = u"Thay thế"_s;
    bussiness.paper = NumberText::of(1);
    bussiness.documentInfos = {
        {NumberText::of(1), NumberText::of(1), {{u"H97"_s, NumberText::of(0)}, {u"H96"_s, NumberText::of(1)}}}};
    bussiness.replacements = {{u"H99.01,2026/03/01,06/SM-VP"_s, {u"G99.02"_s, u"H98.03.01"_s}}};
    bussiness.staff = {{u"Văn thư"_s, u"VT"_s, u"Lê Thị Mẫu"_s, u"17"_s, u"lm@mau.example"_s, u"0900"_s}};
    packet.trace.bussiness = bussiness;
    packet.manifestVersion = u"1.0"_s;
    addAttachment(packet, Attachment::fromBytes(u"07-SM-VPĐ.pdf"_s, u"application/pdf"_s, "%PDF-1.7 nội dung"));
    return packet;
}

StatusPacket fullStatus() {
    StatusPacket packet;
    packet.from = {u"G99.02"_s, {}, u"Vụ Thử nghiệm"_s, {}, {}, {}, {}, {}};
    packet.responseFor = {u"H99.01"_s, u"07/SM-VPĐ"_s, DateText::of(QDate(2026, 3, 5)),
                          u"H99.01,2026/03/05,07/SM-VP"_s};
    packet.statusCode = u"03"_s;
    packet.description = u"Đã tiếp nhận"_s;
    packet.timestamp = TimeText::fromText(u"2026/03/05 10:00:01"_s);
    packet.staff = {{u"Văn thư"_s, {}, u"Lê Thị Mẫu"_s, {}, {}, {}}};
    packet.trace.hops = {{u"G99.02"_s, TimeText::fromText(u"2026/03/05 10:00:02"_s)}};
    return packet;
}

QByteArray zipOf(const QList<std::pair<QByteArray, QByteArray>>& entries) {
    QByteArray out(32 * 1024 * 1024, '\0');
    size_t used = 0;
    archive* zip = archive_write_new();
    archive_write_set_format_zip(zip);
    archive_write_set_bytes_in_last_block(zip, 1);
    archive_write_open_memory(zip, out.data(), static_cast<size_t>(out.size()), &used);
    for (const auto& [name, bytes] : entries) {
        archive_entry* entry = archive_entry_new();
        archive_entry_set_pathname(entry, name.constData());
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        archive_entry_set_size(entry, bytes.size());
        archive_write_header(zip, entry);
        archive_write_data(zip, bytes.constData(), static_cast<size_t>(bytes.size()));
        archive_entry_free(entry);
    }
    archive_write_close(zip);
    archive_write_free(zip);
    out.resize(static_cast<qsizetype>(used));
    return out;
}

} // namespace samples
