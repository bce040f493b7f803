// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/http/uploadcall.h"

#include "exchange/hub/core/names.h"

namespace hub {

using exchange::fail;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Where an upload stands, as JSON and as the headers of tus.
Answer uploadAnswer(const UploadPlace& place, int status) {
    Answer answer;
    answer.status = status;
    answer.object = {{u"id"_s, QString::fromLatin1(place.id)}, {u"offset"_s, place.offset}, {u"done"_s, place.done}};
    answer.headers = {{"Upload-Offset", QByteArray::number(place.offset)},
                      {"Upload-Length", QByteArray::number(place.length)}};
    if (place.expires.isValid()) {
        answer.headers.emplaceBack("Upload-Expires", httpDate(place.expires));
    }
    if (status == 201) {
        answer.headers.emplaceBack("Location", "/office/v1/uploads/" + place.id);
    }
    return answer;
}

} // namespace

UploadCall::UploadCall(HubCore& core)
    : m_core(core) {}

UploadCall::~UploadCall() {
    if (m_held) {
        m_part.remove();
    }
}

std::optional<Answer> UploadCall::begin(const Caller& caller, const OfficeHead& head) {
    m_caller = caller;
    m_head = head;
    const bool creates = head.line.call == Call::BeginUpload;
    m_standard = !head.line.query.hasQueryItem(creates ? u"length"_s : u"offset"_s);
    if (m_standard) {
        if (const Result<void> versioned = needTusVersion(head.tus); !versioned) {
            return errorAnswer(versioned.error());
        }
    }
    const Result<void> begun = head.line.call == Call::UploadPart ? beginPart() : Result<void>();
    return begun ? std::nullopt : std::optional(errorAnswer(begun.error()));
}

Result<void> UploadCall::beginPart() {
    const std::optional<qint64> named = m_head.tus.offset;
    const qint64 offset = m_standard ? named.value_or(-1) : numberOf(m_head.line.query, u"offset"_s, -1);
    if (offset < 0 || (named && *named != offset)) {
        return malformedRequest(u"the offset of the part"_s);
    }
    if (!m_head.tus.partType) {
        return fail("media-type-wrong", QString::fromLatin1(tusPartType));
    }
    if (m_head.tus.checksum) {
        m_checksum = std::make_unique<TusChecksum>(*m_head.tus.checksum);
    }
    return holdPart(m_head.line.argument, offset, m_head.length);
}

Result<void> UploadCall::holdPart(const QByteArray& id, qint64 offset, qint64 length) {
    const Result<QString> path = m_core.beginPart(m_caller, id, offset, length);
    if (!path) {
        return std::unexpected(path.error());
    }
    m_id = id;
    m_offset = offset;
    m_held = true;
    m_part.setFileName(*path);
    // Unbuffered: a full disk shows at the write that meets it.
    m_failed = !m_part.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered);
    return m_failed ? filesFailed(m_part.errorString()) : Result<void>();
}

void UploadCall::takeBody(const QByteArray& piece) {
    if (!m_held) {
        return;
    }
    m_failed = m_failed || m_part.write(piece) != piece.size();
    if (m_checksum) {
        m_checksum->addData(piece);
    }
}

Answer UploadCall::finish() {
    switch (m_head.line.call) {
    case Call::BeginUpload:
        return create();
    case Call::UploadPart:
        return finishPart();
    case Call::EndUpload: {
        const Result<void> ended = m_core.endUpload(m_caller, m_head.line.argument);
        Answer answer;
        answer.status = 204;
        return ended ? answer : errorAnswer(ended.error());
    }
    default: {
        const Result<UploadPlace> place = m_core.uploadPlace(m_caller, m_head.line.argument);
        return place ? uploadAnswer(*place, 200) : errorAnswer(place.error());
    }
    }
}

Answer UploadCall::create() {
    const QByteArray sha256 = m_standard ? m_head.tus.metadata.value(tusHashName)
                                         : m_head.line.query.queryItemValue(u"sha256"_s, QUrl::FullyDecoded).toLatin1();
    const qint64 length = m_standard ? m_head.tus.length.value_or(-1) : numberOf(m_head.line.query, u"length"_s, -1);
    const Result<UploadPlace> place = m_core.beginUpload(m_caller, sha256, length);
    if (!place) {
        return errorAnswer(place.error());
    }
    // Nothing will follow an upload of nothing: by the standard it is complete when it is created.
    if (m_standard && length == 0 && !place->done) {
        if (const Result<void> held = holdPart(place->id, 0, 0); !held) {
            return errorAnswer(held.error());
        }
        const Answer finished = finishPart();
        return finished.status < 300 ? uploadAnswer(*place, 201) : finished;
    }
    return uploadAnswer(*place, 201);
}

Answer UploadCall::finishPart() {
    const QString words = m_part.errorString();
    m_part.close();
    if (m_failed) {
        return errorAnswer(filesFailed(words).error());
    }
    if (m_checksum) {
        if (const Result<void> right = m_checksum->check(); !right) {
            return errorAnswer(right.error());
        }
    }
    m_held = false;
    const Result<UploadPlace> place = m_core.endPart(m_caller, m_id, m_offset, m_part.fileName());
    return place ? uploadAnswer(*place, m_standard ? 204 : 200) : errorAnswer(place.error());
}

} // namespace hub
