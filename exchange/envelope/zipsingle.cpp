// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/envelope/zipsingle.h"

#include <archive.h>
#include <archive_entry.h>

#include <QFile>
#include <QIODevice>

#include <algorithm>
#include <memory>
#include <optional>

namespace exchange {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 ZipChunkBytes = 64 * 1024;
constexpr qint64 RatioFrom = 1 << 20;

struct ReadDelete {
    void operator()(archive* zip) const { archive_read_free(zip); }
};
struct WriteDelete {
    void operator()(archive* zip) const { archive_write_free(zip); }
};
struct EntryDelete {
    void operator()(archive_entry* entry) const { archive_entry_free(entry); }
};

/// What libarchive's callback hands the bytes to, and the failure that it can't carry itself.
struct Outlet {
    const std::function<Result<void>(QByteArrayView)>* out;
    std::optional<Error> failure;
};

la_ssize_t onPacked(archive* zip, void* context, const void* bytes, size_t length) {
    auto& outlet = *static_cast<Outlet*>(context);
    const auto written = (*outlet.out)(QByteArrayView(static_cast<const char*>(bytes), static_cast<qsizetype>(length)));
    if (!written) {
        outlet.failure = written.error();
        archive_set_error(zip, ARCHIVE_FATAL, "the target refused");
        return -1;
    }
    return static_cast<la_ssize_t>(length);
}

} // namespace

Result<ZipVerdict> unpackSingle(const QString& zipFile, QIODevice& target, const ZipLimits& limits) {
    const std::unique_ptr<archive, ReadDelete> zip(archive_read_new());
    archive_read_support_format_zip_seekable(zip.get());
    const qint64 packed = QFile(zipFile).size();
    if (archive_read_open_filename(zip.get(), QFile::encodeName(zipFile).constData(), ZipChunkBytes) != ARCHIVE_OK) {
        return ZipVerdict::Damaged;
    }
    archive_entry* entry = nullptr;
    const int first = archive_read_next_header(zip.get(), &entry);
    if (first == ARCHIVE_EOF) {
        return ZipVerdict::NotOne;
    }
    if (first != ARCHIVE_OK && first != ARCHIVE_WARN) {
        return ZipVerdict::Damaged;
    }
    if (archive_entry_filetype(entry) != AE_IFREG) {
        return ZipVerdict::NotOne;
    }
    if (archive_entry_is_encrypted(entry) != 0) {
        return ZipVerdict::Damaged;
    }
    QByteArray chunk(ZipChunkBytes, Qt::Uninitialized);
    qint64 total = 0;
    for (;;) {
        const la_ssize_t size = archive_read_data(zip.get(), chunk.data(), static_cast<size_t>(chunk.size()));
        if (size == 0) {
            break;
        }
        if (size < 0) {
            return ZipVerdict::Damaged;
        }
        total += size;
        if (total > limits.unpackedBytes || (total > RatioFrom && total / limits.ratio > packed)) {
            return fail("packet-zip-bomb", u"%1 bytes unpack to more than %2"_s.arg(packed).arg(total));
        }
        if (target.write(chunk.constData(), size) != size) {
            return fail("packet-unpack-failed", target.errorString());
        }
    }
    const int second = archive_read_next_header(zip.get(), &entry);
    if (second == ARCHIVE_EOF) {
        return ZipVerdict::Unpacked;
    }
    return second == ARCHIVE_OK || second == ARCHIVE_WARN ? ZipVerdict::NotOne : ZipVerdict::Damaged;
}

Result<void> packSingle(QIODevice& source, qint64 size, const QByteArray& entryName,
                        const std::function<void(QByteArrayView)>& look,
                        const std::function<Result<void>(QByteArrayView)>& out) {
    Outlet outlet{&out, {}};
    const std::unique_ptr<archive, WriteDelete> zip(archive_write_new());
    const auto failed = [&]() -> std::unexpected<Error> {
        if (outlet.failure) {
            return std::unexpected(*outlet.failure);
        }
        const char* message = archive_error_string(zip.get());
        return fail("packet-zip-failed", message == nullptr ? QString() : QString::fromUtf8(message));
    };
    archive_write_set_format_zip(zip.get());
    archive_write_set_bytes_in_last_block(zip.get(), 1);
    if (archive_write_open(zip.get(), &outlet, nullptr, onPacked, nullptr) != ARCHIVE_OK) {
        return failed();
    }
    const std::unique_ptr<archive_entry, EntryDelete> entry(archive_entry_new());
    archive_entry_set_pathname(entry.get(), entryName.constData());
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0644);
    archive_entry_set_size(entry.get(), size);
    archive_entry_set_mtime(entry.get(), 1'577'836'800, 0); // a fixed moment: the content alone makes the bytes
    if (archive_write_header(zip.get(), entry.get()) != ARCHIVE_OK) {
        return failed();
    }
    QByteArray chunk(ZipChunkBytes, Qt::Uninitialized);
    for (qint64 left = size; left > 0;) {
        const qint64 got = source.read(chunk.data(), std::min<qint64>(chunk.size(), left));
        if (got <= 0) {
            break; // the caller sees by the hash that the content is not what it was
        }
        left -= got;
        look(QByteArrayView(chunk.constData(), got));
        if (archive_write_data(zip.get(), chunk.constData(), static_cast<size_t>(got)) != got) {
            return failed();
        }
    }
    if (archive_write_close(zip.get()) != ARCHIVE_OK) {
        return failed();
    }
    return {};
}

} // namespace exchange
