// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/client/packetline.h"

#include "exchange/client/officecall.h"
#include "exchange/envelope/opendevice.h"
#include "exchange/protocol/requestsigning.h"

#include <QFile>
#include <QJsonDocument>
#include <QLocale>
#include <QSaveFile>

namespace exchange {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype longestErrorFile = 64 * 1024;
constexpr qint64 copyBytes = 1024 * 1024;

/// A file that gets its name when it is whole. Not flushed: it stands between a server, which keeps the packet until it
/// is acknowledged, and whoever stores it durably, and a flush for each packet would be the slowest part of a round.
class SpoolFile {
public:
    explicit SpoolFile(const QString& path)
        : m_path(path)
        , m_part(path + u".part"_s) {}
    ~SpoolFile() {
        m_part.close();
        m_part.remove();
    }
    SpoolFile(const SpoolFile&) = delete;
    SpoolFile& operator=(const SpoolFile&) = delete;

    bool open() { return m_part.open(QIODevice::WriteOnly | QIODevice::Truncate); }
    bool write(const QByteArray& bytes) { return m_part.write(bytes) == bytes.size(); }
    bool commit() {
        const bool whole = m_part.flush();
        m_part.close();
        return whole && (!QFile::exists(m_path) || QFile::remove(m_path)) && QFile::rename(m_part.fileName(), m_path);
    }
    QString words() const { return m_part.errorString(); }

private:
    QString m_path;
    QFile m_part;
};

bool isJson(const HttpAnswer& answer) {
    return answer.headers.value("content-type").toLower().startsWith("application/json");
}

bool hasContentType(const QList<QByteArray>& headers) {
    return std::ranges::any_of(headers,
                               [](const QByteArray& header) { return header.toLower().startsWith("content-type:"); });
}

} // namespace

std::unexpected<Error> unwritableFile(const QString& words) {
    return fail("packet-file-unwritable", words);
}

PacketLine::PacketLine(QUrl baseUrl, QString caFile, ClientLimits limits, std::function<QDateTime()> clock)
    : m_limits(limits)
    , m_clock(std::move(clock))
    , m_http(baseUrl, std::move(caFile), limits) {
    m_basePath = baseUrl.path(QUrl::FullyEncoded).toLatin1();
    while (m_basePath.endsWith('/')) {
        m_basePath.chop(1);
    }
}

QDateTime PacketLine::now() const {
    return m_clock ? m_clock() : QDateTime::currentDateTimeUtc();
}

QDateTime PacketLine::atServer(const QDateTime& time) const {
    return time.addSecs(m_offset.value_or(0));
}

void PacketLine::noteClock(const HttpAnswer& answer) {
    const QByteArray date = answer.headers.value("date");
    if (!date.endsWith(" GMT")) {
        return;
    }
    const QDateTime local =
        QLocale::c().toDateTime(QString::fromLatin1(date.chopped(4)), u"ddd, dd MMM yyyy HH:mm:ss"_s);
    const QDateTime stated(local.date(), local.time(), Qt::UTC);
    if (stated.isValid()) {
        m_offset = qRound64(static_cast<double>(now().msecsTo(stated)) / 1000); // the header tells whole seconds
    }
}

Result<HttpAnswer> PacketLine::perform(HttpRequest request, const CallOptions& options) {
    request.pathAndQuery.prepend(m_basePath);
    if (request.answerBytes == 0) {
        request.answerBytes = m_limits.answerBytes;
        request.answerMilliseconds = request.bodyDevice ? 0 : m_limits.answerMilliseconds;
    }
    request.stop = options.stop;
    request.progress = options.progress;
    Result<HttpAnswer> answer = m_http.perform(request);
    if (answer) {
        noteClock(*answer);
    }
    return answer;
}

Result<HttpAnswer> PacketLine::sendFile(HttpRequest head, const QString& path, const QByteArray& partName,
                                        const QList<std::pair<QByteArray, QByteArray>>& fields,
                                        const CallOptions& options) {
    QFile file(path);
    if (const Result<void> opened = openForReading(file); !opened) {
        return std::unexpected(opened.error());
    }
    const QByteArray boundary = "congvan-" + randomHex(16);
    for (const auto& [name, value] : fields) {
        head.body +=
            "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }
    head.body += "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + partName +
                 "\"; filename=\"packet.edxml\"\r\nContent-Type: application/octet-stream\r\n\r\n";
    head.once = true;
    head.bodyDevice = &file;
    head.bodyEnd = "\r\n--" + boundary + "--\r\n";
    if (!hasContentType(head.headers)) {
        head.headers.append("Content-Type: multipart/form-data; boundary=" + boundary);
    }
    return perform(std::move(head), options);
}

Result<HttpAnswer> PacketLine::download(HttpRequest request, const QString& targetPath, const CallOptions& options) {
    SpoolFile target(targetPath);
    if (!target.open()) {
        return unwritableFile(target.words());
    }
    QByteArray beginning; // of a file that turns out to be an answer in JSON
    request.answerBytes = m_limits.contentBytes;
    request.sink = [&](const QByteArray& bytes, int) {
        beginning += bytes.left(longestErrorFile - beginning.size());
        return target.write(bytes);
    };
    Result<HttpAnswer> answer = perform(std::move(request), options);
    if (!answer) {
        return answer;
    }
    if (answer->status != 200 || isJson(*answer)) {
        answer->body += beginning;
        return answer;
    }
    if (!target.commit()) {
        return unwritableFile(target.words());
    }
    answer->body.clear();
    return answer;
}

Result<QJsonObject> jsonAnswer(const HttpAnswer& answer) {
    const QJsonDocument document = QJsonDocument::fromJson(answer.body);
    if (document.isObject()) {
        return document.object();
    }
    if (answer.status < 200 || answer.status >= 300) {
        return statusFailed(answer.status);
    }
    return garbageAnswer(u"the body of the answer is no JSON object"_s);
}

Result<void> copyWhole(const QString& path, const QString& targetPath) {
    QFile source(path);
    if (const Result<void> opened = openForReading(source); !opened) {
        return opened;
    }
    QSaveFile target(targetPath);
    if (!target.open(QIODevice::WriteOnly)) {
        return unwritableFile(target.errorString());
    }
    while (!source.atEnd()) {
        const QByteArray bytes = source.read(copyBytes);
        if (bytes.isEmpty()) {
            return readFailed(source.errorString());
        }
        if (target.write(bytes) != bytes.size()) {
            return unwritableFile(target.errorString());
        }
    }
    return target.commit() ? Result<void>() : unwritableFile(target.errorString());
}

Result<void> placeFile(const QByteArray& bytes, const QString& targetPath) {
    SpoolFile target(targetPath);
    if (!target.open() || !target.write(bytes) || !target.commit()) {
        return unwritableFile(target.words());
    }
    return {};
}

} // namespace exchange
