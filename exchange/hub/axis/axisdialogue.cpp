// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/axis/axisdialogue.h"

#include "exchange/hub/core/authenticator.h"
#include "exchange/hub/core/names.h"
#include "exchange/hub/core/packetaddresses.h"
#include "exchange/hub/core/rules.h"
#include "exchange/hub/http/calls.h"
#include "exchange/protocol/errorkind.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

#include <algorithm>

namespace hub {

using namespace Qt::Literals::StringLiterals;
namespace axis = exchange::axis;

namespace {

constexpr qint64 formBytes = 64 * 1024;      // what a form adds to the packet
constexpr qint64 smallBodyBytes = 64 * 1024; // "{}", or an agency
constexpr qsizetype longestFirstLine = 80;   // two hyphens, a boundary of at most 70 (RFC 2046 §5.1.1), line end

} // namespace

AxisDialogue::AxisDialogue(HubCore& core, Authenticator& authenticator)
    : m_core(core)
    , m_authenticator(authenticator) {}

AxisDialogue::~AxisDialogue() {
    if (!m_file.fileName().isEmpty()) {
        m_file.remove();
    }
}

DialogueNames AxisDialogue::names() const {
    DialogueNames names;
    if (m_call) {
        names.call = axisCallName(*m_call);
    }
    names.account = m_known ? m_caller.account : QString();
    return names;
}

Result<void> AxisDialogue::checkHead(const RequestHead& head) {
    m_call = axisCallOf(head.method, head.rawUri);
    if (!m_call) {
        // Says that there is no such call, in the words of the office calls.
        return std::unexpected(parseRequestLine(head.method, head.rawUri).error());
    }
    const QByteArray lengthText = head.header("Content-Length");
    bool numeric = false;
    m_length = lengthText.toLongLong(&numeric);
    const bool bodiless = head.method == "GET" && lengthText.isEmpty();
    if (!head.header("Transfer-Encoding").isEmpty() || (!bodiless && (!numeric || m_length < 0))) {
        return lengthRequired();
    }
    const qint64 limit = *m_call == AxisCall::SendEdoc ? m_core.limits().contentBytes + formBytes
                         : head.method == "GET"        ? 0
                                                       : smallBodyBytes;
    if (m_length > limit) {
        return exchange::tooLarge(u"a body of %1 bytes; this call takes %2"_s.arg(m_length).arg(limit));
    }
    if (const Result<void> proven = authenticate(head); !proven) {
        return proven;
    }
    return *m_call == AxisCall::SendEdoc ? checkSend() : Result<void>();
}

Result<void> AxisDialogue::authenticate(const RequestHead& head) {
    const Result<axis::SignedCall> call = axis::readHeaders(head.header, head.headerCount);
    if (!call) {
        return std::unexpected(call.error());
    }
    m_parameters = *call;
    Proof proof;
    proof.account = QString::fromUtf8(m_parameters.value("systemid"));
    proof.signature = m_parameters.hash;
    proof.expected = [this](const QByteArray& secret) { return axis::hashOf(m_parameters.json, secret); };
    proof.nonce = m_parameters.hash; // two calls that differ in nothing, not even in the millisecond, are one replayed
    proof.stamp = axis::readTimestamp(m_parameters.value("timestamp")).value_or(QDateTime());
    proof.bytes = m_length;
    const Result<Caller> caller = m_authenticator.authenticate(proof, head.address);
    if (!caller) {
        return std::unexpected(caller.error());
    }
    m_caller = *caller;
    m_known = true;
    return {};
}

Result<void> AxisDialogue::checkSend() const {
    const QString from = QString::fromUtf8(m_parameters.value("from"));
    if (!m_caller.reads(from)) {
        return senderForeign(from);
    }
    const QByteArray kind = m_parameters.value("messagetype");
    if (m_parameters.value("hash-file").isEmpty() || (kind != "edoc" && kind != "status")) {
        return malformedRequest(u"hash-file or messagetype"_s);
    }
    return {};
}

std::optional<Answer> AxisDialogue::begin(RequestHead head) {
    const Result<void> checked = checkHead(head);
    return checked ? std::nullopt : std::optional(dated(axisError(checked.error())));
}

Answer AxisDialogue::dated(Answer answer) const {
    const QString date = QLocale::c().toString(m_core.now().toUTC(), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
    answer.headers.emplaceBack("Date", date.toLatin1());
    return answer;
}

void AxisDialogue::takeBody(const char* bytes, size_t size) {
    m_received += static_cast<qint64>(size);
    if (m_body && m_call == AxisCall::SendEdoc) {
        m_body = takePiece(QByteArrayView(bytes, static_cast<qsizetype>(size)));
    }
}

Result<void> AxisDialogue::takePiece(QByteArrayView bytes) {
    if (m_form) {
        return m_form->take(bytes);
    }
    // The boundary stands in the form's first line. The header that names it, too, was not signed, and some clients
    // name another type there.
    m_firstLine += bytes;
    const qsizetype end = m_firstLine.indexOf("\r\n");
    if ((end < 0 && m_firstLine.size() > longestFirstLine) || end > longestFirstLine ||
        (end >= 0 && !m_firstLine.startsWith("--"))) {
        return malformedRequest(u"no form"_s);
    }
    if (end < 0) {
        return {};
    }
    const Result<QByteArray> boundary =
        multipartBoundary("multipart/form-data; boundary=\"" + m_firstLine.mid(2, end - 2) + '"');
    if (!boundary) {
        return std::unexpected(boundary.error());
    }
    MultipartLimits limits;
    limits.partBytes = m_core.limits().contentBytes;
    limits.allBytes = limits.partBytes + formBytes;
    MultipartEvents events;
    events.begin = [this](const PartHead& part) { return beginPart(part); };
    events.bytes = [this](QByteArrayView piece) -> Result<void> {
        if (!m_inFile) {
            return {};
        }
        m_hash.addData(piece);
        const bool written = m_file.write(piece.data(), piece.size()) == piece.size();
        return written ? Result<void>() : filesFailed(m_file.errorString());
    };
    events.end = [this]() -> Result<void> {
        m_inFile = false;
        return {};
    };
    m_form = std::make_unique<MultipartReader>(*boundary, limits, std::move(events));
    const QByteArray first = std::exchange(m_firstLine, {});
    return m_form->take(first);
}

Result<void> AxisDialogue::beginPart(const PartHead& part) {
    m_inFile = part.name == "file_doc";
    if (!m_inFile) {
        return {};
    }
    if (!m_file.fileName().isEmpty()) {
        return malformedRequest(u"two packets"_s);
    }
    m_file.setFileName(m_core.spoolPath());
    // Unbuffered: a full disk shows at the write that meets it.
    const bool opened = m_file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered);
    return opened ? Result<void>() : filesFailed(m_file.errorString());
}

Result<void> AxisDialogue::checkReceivers(const PacketAddresses& addresses) const {
    const QByteArray signedTo = m_parameters.value("to");
    if (signedTo.isEmpty()) {
        return {}; // it may be left out
    }
    // One code, or several as the text of a JSON array.
    const QJsonDocument array = QJsonDocument::fromJson(signedTo);
    QStringList named = array.isArray() ? array.toVariant().toStringList() : QStringList{QString::fromUtf8(signedTo)};
    named.removeDuplicates();
    if (named.isEmpty()) {
        return {};
    }
    const bool known = std::ranges::all_of(named, [&](const QString& to) { return addresses.to.contains(to); });
    // A hub below names those of the receivers that it can't reach itself.
    if (!known || (named.size() != addresses.to.size() && !m_caller.isRelay())) {
        return exchange::fail("axis-receivers-differ", named.join(u' ') + u" / "_s + addresses.to.join(u' '));
    }
    return {};
}

Result<exchange::PacketReceipt> AxisDialogue::deposit() {
    if (m_body) {
        m_body = m_form ? m_form->finish() : malformedRequest(u"no form"_s);
    }
    if (!m_body) {
        return std::unexpected(m_body.error());
    }
    m_file.close();
    if (m_file.fileName().isEmpty() || m_received != m_length) {
        return malformedRequest(u"no packet"_s);
    }
    const QByteArray sha256 = m_hash.result().toHex();
    const QByteArray announced = m_parameters.value("hash-file");
    if (announced != axis::fileHash(sha256, false) && announced != axis::fileHash(sha256, true)) {
        return contentHashWrong(announced);
    }
    if (!m_file.open(QIODevice::ReadOnly)) {
        return filesFailed(m_file.errorString());
    }
    const auto addresses = readPacketAddresses(m_file);
    m_file.close();
    if (!addresses) {
        return std::unexpected(addresses.error());
    }
    // Both are the caller's, but the words of a call and of its packet must be one.
    if (addresses->from != QString::fromUtf8(m_parameters.value("from"))) {
        return senderForeign(addresses->from);
    }
    if (const Result<void> same = checkReceivers(*addresses); !same) {
        return std::unexpected(same.error());
    }
    if (const Result<void> added = m_core.addWhole(m_caller, sha256, m_file.fileName()); !added) {
        return std::unexpected(added.error());
    }
    return m_core.postPacket(m_caller, sha256, QString::fromLatin1(m_parameters.value("messagetype")));
}

std::optional<Answer> AxisDialogue::finish(const std::function<void()>&, const std::function<void()>&) {
    if (*m_call != AxisCall::SendEdoc) {
        return dated(answerAxisCall(m_core, m_caller, *m_call, m_parameters));
    }
    const Result<exchange::PacketReceipt> receipt = deposit();
    return dated(receipt ? axisAnswer({{u"DocId"_s, QString::fromLatin1(receipt->sha256)}})
                         : axisError(receipt.error()));
}

} // namespace hub
