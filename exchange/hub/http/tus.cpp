// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/http/tus.h"

#include "exchange/hub/core/names.h"
#include "exchange/hub/http/headerfields.h"
#include "exchange/protocol/requestsigning.h"

#include <QCryptographicHash>
#include <QLocale>

namespace hub {

using exchange::fail;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype longestMetadata = 4096;

std::unexpected<exchange::Error> versionWrong() {
    return fail("tus-version-wrong", QString::fromLatin1(tusVersion));
}

std::optional<QByteArray> base64(QByteArrayView text) {
    auto decoded = QByteArray::fromBase64Encoding(text.toByteArray(), QByteArray::AbortOnBase64DecodingErrors);
    return decoded ? std::optional(std::move(*decoded)) : std::nullopt;
}

std::optional<QCryptographicHash::Algorithm> algorithmOf(QByteArrayView name) {
    if (name == "sha1") {
        return QCryptographicHash::Sha1;
    }
    return name == "sha256" ? std::optional(QCryptographicHash::Sha256) : std::nullopt;
}

/// A header that holds a whole number: nothing where it is missing.
Result<std::optional<qint64>> number(const QByteArray& text, const char* name) {
    if (text.isEmpty()) {
        return std::optional<qint64>();
    }
    const std::optional<qint64> read = parseWholeNumber(text);
    return read ? Result<std::optional<qint64>>(read) : malformedRequest(QString::fromLatin1(name));
}

/// "key base64,key base64,key": each key once, not empty and without blanks.
Result<QHash<QByteArray, QByteArray>> readMetadata(const QByteArray& text) {
    QHash<QByteArray, QByteArray> pairs;
    if (text.isEmpty()) {
        return pairs;
    }
    for (const QByteArray& pair : text.left(longestMetadata + 1).split(',')) {
        const QByteArray trimmed = pair.trimmed();
        const qsizetype blank = trimmed.indexOf(' ');
        const QByteArray key = trimmed.left(blank < 0 ? trimmed.size() : blank);
        const auto value = base64(blank < 0 ? QByteArray() : trimmed.mid(blank + 1));
        if (text.size() > longestMetadata || key.isEmpty() || !value || pairs.contains(key)) {
            return malformedRequest(u"Upload-Metadata"_s);
        }
        pairs.insert(key, *value);
    }
    return pairs;
}

Result<std::optional<TusHead::Checksum>> readChecksum(const QByteArray& text) {
    if (text.isEmpty()) {
        return std::optional<TusHead::Checksum>();
    }
    const qsizetype blank = text.indexOf(' ');
    const QByteArray name = text.left(std::max<qsizetype>(blank, 0));
    const auto algorithm = algorithmOf(name);
    const auto digest = base64(text.mid(blank + 1));
    if (!algorithm || !digest || digest->size() != QCryptographicHash::hashLength(*algorithm)) {
        return malformedRequest(u"Upload-Checksum; known are "_s + QLatin1StringView(tusChecksumAlgorithms));
    }
    return TusHead::Checksum{name, *digest};
}

} // namespace

Result<TusHead> parseTusHead(const std::function<QByteArray(const char*)>& header) {
    const QByteArray version = header("Tus-Resumable");
    if (!version.isEmpty() && version != tusVersion) {
        return versionWrong();
    }
    const auto offset = number(header("Upload-Offset"), "Upload-Offset");
    const auto length = number(header("Upload-Length"), "Upload-Length");
    const auto checksum = readChecksum(header("Upload-Checksum"));
    const auto metadata = readMetadata(header("Upload-Metadata"));
    if (!offset || !length) {
        return std::unexpected(!offset ? offset.error() : length.error());
    }
    if (!checksum || !metadata) {
        return std::unexpected(!checksum ? checksum.error() : metadata.error());
    }
    if (!header("Upload-Defer-Length").isEmpty()) {
        return malformedRequest(u"Upload-Defer-Length: not offered here"_s);
    }
    TusHead head;
    head.versioned = !version.isEmpty();
    head.offset = *offset;
    head.length = *length;
    head.checksum = *checksum;
    head.metadata = *metadata;
    const auto type = parseFieldValue(header("Content-Type"));
    head.partType = type && type->value == tusPartType;
    return head;
}

Result<void> needTusVersion(const TusHead& head) {
    return head.versioned ? Result<void>() : versionWrong();
}

class TusChecksum::Private {
public:
    QByteArray wanted;
    QCryptographicHash hash;
};

TusChecksum::TusChecksum(const TusHead::Checksum& wanted)
    : d(new Private{wanted.digest,
                    QCryptographicHash(algorithmOf(wanted.algorithm).value_or(QCryptographicHash::Sha256))}) {}

TusChecksum::~TusChecksum() = default;

void TusChecksum::addData(const QByteArray& bytes) {
    d->hash.addData(bytes);
}

Result<void> TusChecksum::check() const {
    if (!exchange::equalInConstantTime(d->hash.result(), d->wanted)) {
        return fail("upload-checksum-wrong");
    }
    return {};
}

QByteArray httpDate(const QDateTime& moment) {
    return QLocale::c().toString(moment.toUTC(), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).toLatin1();
}

Answer tusOptions(qint64 longestUpload) {
    Answer answer;
    answer.status = 204;
    answer.headers = {{"Tus-Version", tusVersion},
                      {"Tus-Extension", tusExtensions},
                      {"Tus-Max-Size", QByteArray::number(longestUpload)},
                      {"Tus-Checksum-Algorithm", tusChecksumAlgorithms}};
    return withTusVersion(std::move(answer));
}

Answer withTusVersion(Answer answer) {
    answer.headers.emplaceBack("Tus-Resumable", tusVersion);
    if (answer.status == 412) {
        answer.headers.emplaceBack("Tus-Version", tusVersion);
    }
    return answer;
}

} // namespace hub
