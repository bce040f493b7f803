// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/client/contenttransfer.h"

#include "exchange/client/officecall.h"
#include "exchange/protocol/message.h"
#include "exchange/protocol/sha256.h"

#include <QFile>
#include <QSaveFile>

namespace exchange {

using namespace Qt::Literals::StringLiterals;

/// Where an upload stands at the hub.
struct ContentTransfer::Place {
    QByteArray id;
    qint64 offset = 0;
    bool done = false;
};

namespace {

constexpr qint64 copyBytes = 1024 * 1024;

std::unexpected<Error> unreadable(const QFile& file) {
    return fail("upload-file-unreadable", file.errorString());
}

std::unexpected<Error> unwritable(const QString& words) {
    return fail("download-file-unwritable", words);
}

} // namespace

ContentTransfer::ContentTransfer(Http& http, const HubAccount& account, const ClientLimits& limits)
    : m_http(http)
    , m_account(account)
    , m_limits(limits) {}

Result<ContentTransfer::Place> ContentTransfer::beginUpload(const QByteArray& sha256, qint64 size,
                                                            const CallOptions& options) {
    HttpRequest request;
    request.method = "POST";
    request.pathAndQuery =
        "/office/v1/uploads?" + parameter("sha256", QString::fromLatin1(sha256)) + '&' + parameter("length", size);
    request.answerMilliseconds = m_limits.answerMilliseconds;
    request.answerBytes = m_limits.answerBytes;
    request.stop = options.stop;
    const Result<OfficeAnswer> answer = performSigned(m_http, request, m_account);
    if (!answer) {
        return std::unexpected(answer.error());
    }
    Place place;
    place.id = answer->object.value("id"_L1).toString().toLatin1();
    place.offset = answer->object.value("offset"_L1).toInteger(-1);
    place.done = answer->object.value("done"_L1).toBool();
    const bool idGood = !place.id.isEmpty() && place.id.size() <= 64 &&
                        std::all_of(place.id.begin(), place.id.end(),
                                    [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
    if (!place.done && (!idGood || place.offset < 0 || place.offset > size)) {
        return garbageAnswer(u"an upload without a place"_s);
    }
    return place;
}

Result<void> ContentTransfer::upload(const QString& path, const QByteArray& sha256, const CallOptions& options) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return unreadable(file);
    }
    const qint64 size = file.size();
    Result<Place> begun = beginUpload(sha256, size, options);
    if (!begun) {
        return std::unexpected(begun.error());
    }
    Place place = *begun;
    int lookedAgain = 0;
    while (!place.done) {
        if (!file.seek(place.offset)) {
            return unreadable(file);
        }
        HttpRequest request;
        request.body = file.read(m_limits.partBytes);
        if (request.body.isEmpty() && place.offset < size) {
            return unreadable(file);
        }
        request.method = "PATCH";
        request.pathAndQuery = "/office/v1/uploads/" + place.id + '?' + parameter("offset", place.offset);
        request.headers = {"Content-Type: application/offset+octet-stream", "Tus-Resumable: 1.0.0",
                           "Upload-Offset: " + QByteArray::number(place.offset)};
        request.answerBytes = m_limits.answerBytes;
        request.stop = options.stop;
        if (options.progress) {
            request.progress = [&options, &place, size](qint64 done, qint64) {
                options.progress(place.offset + done, size);
            };
        }
        const Result<OfficeAnswer> answer = performSigned(m_http, request, m_account);
        if (!answer && answer.error().code == "upload-offset-wrong"_L1 && lookedAgain < 3) {
            // A part of an earlier try, whose answer was lost, was still on its way when the place was asked for.
            ++lookedAgain;
            begun = beginUpload(sha256, size, options);
            if (!begun) {
                return std::unexpected(begun.error());
            }
            place = *begun;
            continue;
        }
        if (!answer) {
            return std::unexpected(answer.error());
        }
        const qint64 offset = answer->object.value("offset"_L1).toInteger(-1);
        place.done = answer->object.value("done"_L1).toBool();
        if (offset != place.offset + request.body.size() || (offset == size) != place.done) {
            return garbageAnswer(u"an upload that went somewhere else"_s);
        }
        place.offset = offset;
    }
    return {};
}

Result<void> ContentTransfer::download(const QByteArray& sha256, const QString& targetPath, const QString& citingStream,
                                       const CallOptions& options) {
    const QString partPath = targetPath + u".part"_s;
    QFile part(partPath);
    if (!part.open(QIODevice::ReadWrite)) {
        return unwritable(part.errorString());
    }
    const qint64 had = part.size();
    if (!part.seek(had)) {
        return unwritable(part.errorString());
    }
    HttpRequest request;
    request.pathAndQuery = "/office/v1/content/" + sha256 + '?' + parameter("stream", citingStream);
    if (had > 0) {
        request.headers.append("Range: bytes=" + QByteArray::number(had) + '-');
    }
    request.answerBytes = m_limits.contentBytes;
    request.stop = options.stop;
    request.progress = options.progress;
    bool begun = false;
    request.sink = [&part, &begun](const QByteArray& bytes, int status) {
        // A server that ignores the range starts again at the beginning.
        if (!begun && status == 200 && (!part.resize(0) || !part.seek(0))) {
            return false;
        }
        begun = true;
        return part.write(bytes) == bytes.size();
    };
    signRequest(request, m_account, m_http.stampShift());
    const Result<HttpAnswer> raw = m_http.perform(request);
    const bool flushed = part.flush();
    const QString words = part.errorString();
    part.close();
    if (!raw) {
        return std::unexpected(raw.error());
    }
    // 416: all of it was there already, or the part is longer than the content; the hash decides.
    if (raw->status != 416) {
        if (const Result<OfficeAnswer> answer = readAnswer(*raw); !answer) {
            return std::unexpected(answer.error());
        }
    }
    if (!flushed) {
        return unwritable(words);
    }
    return checkAndPlace(partPath, sha256, targetPath);
}

Result<void> ContentTransfer::checkAndPlace(const QString& partPath, const QByteArray& sha256,
                                            const QString& targetPath) {
    QFile part(partPath);
    if (!part.open(QIODevice::ReadOnly)) {
        return unwritable(part.errorString());
    }
    // Copied, not renamed: QSaveFile writes through to the disk before it puts the name in place.
    QSaveFile target(targetPath);
    if (!target.open(QIODevice::WriteOnly)) {
        return unwritable(target.errorString());
    }
    Sha256 hash;
    while (!part.atEnd()) {
        const QByteArray bytes = part.read(copyBytes);
        if (bytes.isEmpty() || target.write(bytes) != bytes.size()) {
            return unwritable(bytes.isEmpty() ? part.errorString() : target.errorString());
        }
        hash.addData(bytes);
    }
    if (hash.result().toHex() != sha256) {
        target.cancelWriting();
        part.close();
        part.remove();
        return fail("download-hash-wrong", QString::fromLatin1(sha256));
    }
    if (!target.commit()) {
        return unwritable(target.errorString());
    }
    part.close();
    part.remove();
    return {};
}

} // namespace exchange
