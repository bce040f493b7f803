// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/relay/tracesplice.h"

#include "exchange/envelope/fieldtext.h"
#include "exchange/envelope/packetsignature.h"
#include "exchange/hub/core/packetaddresses.h"

#include <QBuffer>
#include <QFile>
#include <QSaveFile>

namespace hub {

using exchange::fail;
using exchange::PacketSignature;
using exchange::Result;

namespace {

constexpr qint64 headBytes = 8LL * 1024 * 1024; // the reader's own limit for all that is no attachment
constexpr qint64 spliceBytes = 1024 * 1024;

/// One tag of a text that the packet reader took before, so that it is known to be well formed and without a DTD.
struct Tag {
    qsizetype begin = 0; ///< of its '<'
    QByteArray name;     ///< with its prefix
    bool closes = false;
    bool isEmpty = false; ///< "<a/>"

    [[nodiscard]] QByteArray localName() const { return name.mid(name.indexOf(':') + 1); }
    [[nodiscard]] QByteArray prefix() const { return name.left(name.indexOf(':') + 1); }
};

/// Walks from tag to tag; comments, CDATA and instructions are stepped over.
class Tags {
public:
    explicit Tags(const QByteArray& text)
        : m_text(text) {}

    std::optional<Tag> next() {
        for (;;) {
            const qsizetype begin = m_text.indexOf('<', m_at);
            if (begin < 0) {
                return std::nullopt;
            }
            const char* end = endingOf(begin);
            if (end != nullptr) {
                const qsizetype found = m_text.indexOf(end, begin);
                if (found < 0) {
                    return std::nullopt;
                }
                m_at = found + qsizetype(qstrlen(end));
                continue;
            }
            return tagAt(begin);
        }
    }

private:
    /// What ends the construct that begins here; null for a tag.
    [[nodiscard]] const char* endingOf(qsizetype begin) const {
        const QByteArrayView rest = QByteArrayView(m_text).sliced(begin);
        return rest.startsWith("<!--")        ? "-->"
               : rest.startsWith("<![CDATA[") ? "]]>"
               : rest.startsWith("<?")        ? "?>"
                                              : nullptr;
    }

    std::optional<Tag> tagAt(qsizetype begin) {
        char quote = 0;
        for (qsizetype i = begin + 1; i < m_text.size(); ++i) {
            const char letter = m_text.at(i);
            if (quote != 0) {
                quote = letter == quote ? char(0) : quote;
            } else if (letter == '"' || letter == '\'') {
                quote = letter;
            } else if (letter == '>') {
                m_at = i + 1;
                Tag tag;
                tag.begin = begin;
                tag.closes = m_text.at(begin + 1) == '/';
                tag.isEmpty = m_text.at(i - 1) == '/';
                qsizetype end = begin + (tag.closes ? 2 : 1);
                const qsizetype first = end;
                while (end < i && m_text.at(end) != '/' && QByteArrayView(" \t\r\n").indexOf(m_text.at(end)) < 0) {
                    ++end;
                }
                tag.name = m_text.mid(first, end - first);
                return tag;
            }
        }
        return std::nullopt;
    }

    const QByteArray& m_text;
    qsizetype m_at = 0;
};

std::unexpected<exchange::Error> traceFailed(const QString& why) {
    return fail("relay-trace-failed", why);
}

/// Whether the header has an element with such a local name.
bool headerHas(const QByteArray& packet, const QByteArray& name) {
    Tags tags(packet);
    while (const auto tag = tags.next()) {
        if (tag->localName() == name) {
            return true;
        }
        if (tag->closes && tag->localName() == "edXMLHeader") {
            break;
        }
    }
    return false;
}

/// Whether a signature may cover the packet: one that holds, or of which nobody can tell.
bool maySigned(const QByteArray& head, QFile& file) {
    if (!headerHas(head, "Signature")) {
        return false;
    }
    if (file.size() > exchange::largestSignedPacket || !file.seek(0)) {
        return true;
    }
    const Result<PacketSignature> signature = exchange::checkPacketSignature(file.readAll());
    return !signature || signature->state == PacketSignature::State::Valid ||
           signature->state == PacketSignature::State::Unchecked;
}

/// Whether only the trace differs, by one hop.
bool onlyTraceDiffers(QIODevice& before, QIODevice& after, const QString& organId) {
    auto first = readPacketAddresses(before);
    const auto second = readPacketAddresses(after);
    if (!first || !second) {
        return false;
    }
    first->trace.append(organId);
    return *first == *second;
}

} // namespace

std::optional<QByteArray> withTrace(const QByteArray& packet, const QString& organId, const QDateTime& time) {
    Tags tags(packet);
    bool inside = false;
    while (const auto tag = tags.next()) {
        const QByteArray name = tag->localName();
        inside = inside || (name == "TraceHeaderList" && !tag->closes && !tag->isEmpty);
        // Hops come before what the packet is for (QCVN 102:2016, TraceHeaderList).
        const bool here =
            inside && ((name == "Bussiness" && !tag->closes) || (name == "TraceHeaderList" && tag->closes));
        if (here) {
            const QByteArray p = tag->prefix();
            const QByteArray hop = '<' + p + "TraceHeader><" + p + "OrganId>" + organId.toHtmlEscaped().toUtf8() +
                                   "</" + p + "OrganId><" + p + "Timestamp>" +
                                   exchange::TimeText::of(time).raw.toHtmlEscaped().toUtf8() + "</" + p +
                                   "Timestamp></" + p + "TraceHeader>";
            QByteArray traced = packet;
            traced.insert(tag->begin, hop);
            return traced;
        }
        if (tag->closes && name == "edXMLHeader") {
            break;
        }
    }
    return std::nullopt;
}

Result<bool> addTrace(const QString& path, const QString& organId, const QDateTime& time) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return traceFailed(file.errorString());
    }
    const QByteArray head = file.read(headBytes);
    const std::optional<QByteArray> traced = withTrace(head, organId, time);
    if (!traced || maySigned(head, file)) {
        return false;
    }
    QSaveFile target(path + QStringLiteral(".traced"));
    target.setDirectWriteFallback(true);
    bool good = target.open(QIODevice::WriteOnly) && target.write(*traced) == traced->size() && file.seek(head.size());
    while (good && !file.atEnd()) {
        const QByteArray bytes = file.read(spliceBytes);
        good = !bytes.isEmpty() && target.write(bytes) == bytes.size();
    }
    if (!good || !target.commit()) {
        return traceFailed(target.errorString());
    }
    QFile result(target.fileName());
    const bool right = file.seek(0) && result.open(QIODevice::ReadOnly) && onlyTraceDiffers(file, result, organId);
    result.close();
    file.close();
    if (!right) {
        result.remove();
        return false;
    }
    if (!QFile::remove(path) || !result.rename(path)) {
        return traceFailed(path);
    }
    return true;
}

} // namespace hub
