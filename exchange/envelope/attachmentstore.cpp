// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/envelope/attachmentstore.h"

#include "exchange/envelope/zipsingle.h"
#include "exchange/protocol/sha256.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <array>

namespace exchange {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Files that are zips by their own nature: a zip of that name is the document itself, not its wrapping.
bool isZipByName(const QString& name) {
    static const std::array<QLatin1StringView, 14> extensions{
        ".zip"_L1,  ".docx"_L1, ".xlsx"_L1, ".pptx"_L1, ".odt"_L1, ".ods"_L1,   ".odp"_L1,
        ".docm"_L1, ".xlsm"_L1, ".jar"_L1,  ".epub"_L1, ".kmz"_L1, ".asice"_L1, ".asics"_L1};
    return std::ranges::any_of(
        extensions, [&](QLatin1StringView extension) { return name.endsWith(extension, Qt::CaseInsensitive); });
}

bool isZipType(const QString& contentType) {
    const QString type = contentType.section(u';', 0, 0).trimmed().toLower();
    return type.isEmpty() || type == "application/zip"_L1 || type == "application/x-zip-compressed"_L1;
}

std::unexpected<Error> notBase64(int number) {
    return fail("packet-base64-bad", u"attachment %1"_s.arg(number));
}

std::unexpected<Error> cannotStore(const QString& detail) {
    return fail("packet-attachment-not-stored", detail);
}

Result<QByteArray> hashOf(QFile& file) {
    Sha256 hash;
    if (!file.seek(0) || !hash.addFrom(file)) {
        return cannotStore(file.errorString());
    }
    return hash.result();
}

} // namespace

AttachmentStore::AttachmentStore(QString folder, const ReaderLimits& limits)
    : m_folder(std::move(folder))
    , m_limits(limits) {}

AttachmentStore::~AttachmentStore() {
    for (const QString& file : std::as_const(m_made)) {
        QFile::remove(file);
    }
}

Result<std::unique_ptr<QTemporaryFile>> AttachmentStore::makeFile() const {
    auto file = std::make_unique<QTemporaryFile>(QDir(m_folder).filePath(u"reading-XXXXXX.part"_s));
    if (!file->open()) {
        return cannotStore(file->errorString());
    }
    return file;
}

Result<void> AttachmentStore::begin() {
    if (static_cast<int>(m_contents.size()) >= m_limits.attachments) {
        return fail("packet-too-many-attachments", u"more than %1"_s.arg(m_limits.attachments));
    }
    auto file = makeFile();
    if (!file) {
        return std::unexpected(file.error());
    }
    m_contents.emplace_back();
    m_contents.back().file = std::move(*file);
    m_decoder = {};
    m_hash = std::make_unique<Sha256>();
    return {};
}

Result<void> AttachmentStore::take(QByteArrayView text) {
    m_decoded.resize(0);
    if (!m_decoder.decode(text, m_decoded)) {
        return notBase64(static_cast<int>(m_contents.size()));
    }
    return write(m_decoded);
}

Result<void> AttachmentStore::write(QByteArrayView bytes) {
    Content& content = m_contents.back();
    if (content.head.size() < 4) {
        content.head.append(bytes.first(std::min<qsizetype>(4 - content.head.size(), bytes.size())));
    }
    content.size += bytes.size();
    m_total += bytes.size();
    if (content.size > m_limits.attachmentBytes || m_total > m_limits.allAttachmentBytes) {
        return fail("packet-attachment-too-large",
                    u"attachment %1, %2 bytes so far"_s.arg(m_contents.size()).arg(m_total));
    }
    m_hash->addData(bytes);
    if (content.file->write(bytes.data(), bytes.size()) != bytes.size()) {
        return cannotStore(content.file->errorString());
    }
    return {};
}

Result<void> AttachmentStore::end() {
    m_decoded.resize(0);
    if (!m_decoder.finish(m_decoded)) {
        return notBase64(static_cast<int>(m_contents.size()));
    }
    if (auto written = write(m_decoded); !written) {
        return written;
    }
    Content& content = m_contents.back();
    content.unpadded = m_decoder.wasUnpadded();
    content.sha256 = m_hash->result();
    if (!content.file->flush()) {
        return cannotStore(content.file->errorString());
    }
    content.file->close(); // a packet of hundreds of attachments must not hold hundreds of open files
    return {};
}

Result<void> AttachmentStore::settle(int content, Attachment& attachment, const QString& place,
                                     QList<Finding>& findings) {
    Content& found = m_contents.at(static_cast<size_t>(content));
    if (found.unpadded) {
        findings.append(finding("attachment-base64-unpadded", place));
    }
    if (found.head == "PK\x03\x04" && isZipType(attachment.contentType) && !isZipByName(attachment.name)) {
        if (auto unpacked = unpack(found, attachment, place, findings); !unpacked) {
            return unpacked;
        }
    }
    auto path = moveToName(found);
    if (!path) {
        return std::unexpected(path.error());
    }
    attachment.filePath = *path;
    attachment.sha256 = found.sha256;
    attachment.size = found.size;
    if (found.size == 0) {
        findings.append(finding("attachment-empty", place, attachment.name));
    }
    return {};
}

Result<void> AttachmentStore::unpack(Content& content, Attachment& attachment, const QString& place,
                                     QList<Finding>& findings) {
    auto target = makeFile();
    if (!target) {
        return std::unexpected(target.error());
    }
    const qint64 left = m_limits.allAttachmentBytes - m_total + content.size;
    const auto verdict = unpackSingle(content.file->fileName(), **target,
                                      {std::min(left, m_limits.attachmentBytes), m_limits.unpackRatio});
    if (!verdict) {
        return std::unexpected(verdict.error());
    }
    if (*verdict == ZipVerdict::NotOne) {
        findings.append(finding("attachment-zip-several", place, attachment.name));
        return {};
    }
    if (*verdict == ZipVerdict::Damaged) {
        findings.append(finding("attachment-zip-damaged", place, attachment.name));
        return {};
    }
    if (!(*target)->flush()) {
        return cannotStore((*target)->errorString());
    }
    auto hash = hashOf(**target);
    if (!hash) {
        return std::unexpected(hash.error());
    }
    m_total += (*target)->size() - content.size;
    content.sha256 = *hash;
    content.size = (*target)->size();
    (*target)->close();
    content.file = std::move(*target);
    attachment.zipped = true;
    return {};
}

Result<QString> AttachmentStore::moveToName(Content& content) {
    const QString path = QDir(m_folder).filePath(QString::fromLatin1(content.sha256.toHex()));
    if (QFile existing(path); existing.open(QIODevice::ReadOnly)) {
        const auto hash = hashOf(existing);
        if (hash && *hash == content.sha256) {
            content.file.reset();
            return path;
        }
        existing.close();
        if (!existing.remove()) { // another content under this name: a remainder of something cut short
            return cannotStore(existing.errorString());
        }
    }
    if (!content.file->rename(path)) {
        return cannotStore(content.file->errorString());
    }
    content.file->setAutoRemove(false);
    content.file.reset();
    m_made.append(path);
    return path;
}

} // namespace exchange
