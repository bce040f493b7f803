// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/core/contentfiles.h"
#include "exchange/hub/core/storefailure.h"
#include "exchange/hub/store_postgres/pgpool.h"
#include "exchange/hub/store_postgres/postgresstore.h"
#include "exchange/protocol/sha256.h"

#include <QFile>

#include <cstring>

namespace hub {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int connectionsForContents = 4;
constexpr qint64 rowBytes = 1024 * 1024;

/// What owns the rows of an upload that is not whole yet; never as long as a hash, which owns those of a content.
PgValue ownerOf(const QByteArray& uploadId) {
    return PgValue::bytes("upload " + uploadId);
}

std::unexpected<Error> failed(PgConnection& connection) {
    const QString words = connection.fault();
    connection.rollBack();
    return storeFailed(words);
}

Result<void> committed(PgConnection& connection, std::chrono::milliseconds patience) {
    if (!connection.fault().isEmpty() || connection.commit(patience) != PgConnection::Ended::Committed) {
        return failed(connection);
    }
    return {};
}

qint64 sizeOf(PgConnection& connection, const PgValue& owner) {
    return connection
        .run("SELECT start + octet_length(bytes) FROM content_parts WHERE owner = $1 ORDER BY start DESC LIMIT 1",
             {owner})
        .number(0, 0);
}

/// A content that is read row by row; no connection is held in between.
class ContentDevice final : public QIODevice {
public:
    ContentDevice(PgPool& pool, QByteArray sha256, qint64 size)
        : m_pool(pool)
        , m_sha256(std::move(sha256))
        , m_size(size) {
        setOpenMode(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    [[nodiscard]] qint64 size() const override { return m_size; }

protected:
    /// Fewer bytes than asked for mean the end, so it goes on over the end of a row.
    qint64 readData(char* data, qint64 most) override {
        const qint64 first = pos();
        qint64 done = 0;
        while (done < most && first + done < m_size) {
            const qint64 place = first + done;
            if ((place < m_rowStart || place >= m_rowStart + m_row.size()) && !fetch(place)) {
                return -1;
            }
            const qint64 offset = place - m_rowStart;
            const qint64 count = std::min(most - done, m_row.size() - offset);
            std::memcpy(data + done, m_row.constData() + offset, static_cast<size_t>(count));
            done += count;
        }
        return done;
    }
    qint64 writeData(const char* /*data*/, qint64 /*most*/) override { return -1; }

private:
    bool fetch(qint64 place) {
        const Result<PgPool::Lease> lease = m_pool.take(PgPool::For::Reading);
        if (!lease) {
            return false;
        }
        PgConnection& connection = **lease;
        const PgRows rows = connection.run("SELECT start, bytes FROM content_parts WHERE owner = $1 AND start <= $2 "
                                           "ORDER BY start DESC LIMIT 1",
                                           {PgValue::hash(m_sha256), PgValue::number(place)});
        m_rowStart = rows.number(0, 0);
        m_row = rows.bytes(0, 1);
        return connection.settle() && place < m_rowStart + m_row.size();
    }

    PgPool& m_pool;
    QByteArray m_sha256;
    qint64 m_size = 0;
    qint64 m_rowStart = 0;
    QByteArray m_row;
};

/// An upload under a lock of the database's own, on the connection that holds it.
class HeldRows final : public HeldUpload {
public:
    HeldRows(PgPool::Lease lease, QByteArray uploadId, std::chrono::milliseconds patience)
        : m_lease(std::move(lease))
        , m_uploadId(std::move(uploadId))
        , m_patience(patience) {
        m_lease->run("SELECT pg_advisory_lock(hashtextextended($1, 2))", {key()});
        [[maybe_unused]] const bool settled = m_lease->settle();
    }

    ~HeldRows() override {
        m_lease->run("SELECT pg_advisory_unlock(hashtextextended($1, 2))", {key()});
        [[maybe_unused]] const bool settled = m_lease->settle();
    }

    [[nodiscard]] bool isHeld() const { return m_lease->fault().isEmpty(); }

    [[nodiscard]] Result<void> addPart(qint64 offset, const QString& partPath) override {
        QFile part(partPath);
        if (!part.open(QIODevice::ReadOnly)) {
            return filesFailed(part.errorString());
        }
        PgConnection& connection = *m_lease;
        const PgValue owner = ownerOf(m_uploadId);
        connection.send("BEGIN");
        // Of a part that was kept before, but not noted.
        connection.send("DELETE FROM content_parts WHERE owner = $1 AND start >= $2", {owner, PgValue::number(offset)});
        if (sizeOf(connection, owner) != offset && connection.fault().isEmpty()) {
            connection.rollBack();
            return filesFailed(u"an upload does not reach to its next part"_s);
        }
        for (qint64 start = offset; !part.atEnd() && connection.fault().isEmpty(); start = offset + part.pos()) {
            const QByteArray bytes = part.read(rowBytes);
            if (bytes.isEmpty()) {
                connection.rollBack();
                return filesFailed(part.errorString());
            }
            connection.run("INSERT INTO content_parts (owner, start, bytes) VALUES ($1, $2, $3)",
                           {owner, PgValue::number(start), PgValue::bytes(bytes)});
        }
        return committed(connection, m_patience);
    }

    [[nodiscard]] Result<void> finish(const QByteArray& sha256, qint64 length) override {
        PgConnection& connection = *m_lease;
        const PgValue owner = ownerOf(m_uploadId);
        connection.send("BEGIN");
        const Result<QByteArray> hash = hashOf(connection, owner, length);
        if (!hash) {
            connection.rollBack();
            return std::unexpected(hash.error());
        }
        if (*hash != sha256) {
            connection.send("DELETE FROM content_parts WHERE owner = $1", {owner});
            const Result<void> removed = committed(connection, m_patience);
            return removed ? contentHashWrong(sha256) : removed;
        }
        if (length == 0) {
            connection.send("INSERT INTO content_parts (owner, start, bytes) VALUES ($1, 0, '') ON CONFLICT DO NOTHING",
                            {owner});
        }
        const PgRows made =
            connection.run("INSERT INTO contents (sha256, size) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING 1",
                           {PgValue::hash(sha256), PgValue::number(length)});
        if (made.count() > 0) {
            // The bytes stay where they are: a column that is not changed is not written again.
            connection.send("UPDATE content_parts SET owner = $2 WHERE owner = $1", {owner, PgValue::hash(sha256)});
        } else {
            connection.send("DELETE FROM content_parts WHERE owner = $1", {owner}); // the same bytes are there already
        }
        return committed(connection, m_patience);
    }

private:
    [[nodiscard]] PgValue key() const { return PgValue::text(QString::fromLatin1(m_uploadId)); }

    /// Of all rows of an upload, which must be `length` bytes without a hole.
    static Result<QByteArray> hashOf(PgConnection& connection, const PgValue& owner, qint64 length) {
        exchange::Sha256 hash;
        qint64 place = 0;
        while (place < length) {
            const PgRows rows = connection.run("SELECT bytes FROM content_parts WHERE owner = $1 AND start = $2",
                                               {owner, PgValue::number(place)});
            const QByteArray bytes = rows.bytes(0, 0);
            if (!connection.fault().isEmpty()) {
                return storeFailed(connection.fault());
            }
            if (bytes.isEmpty()) {
                return filesFailed(u"an upload has a hole"_s);
            }
            hash.addData(bytes);
            place += bytes.size();
        }
        return place == length ? Result<QByteArray>(hash.result().toHex()) : filesFailed(u"an upload is too long"_s);
    }

    PgPool::Lease m_lease;
    QByteArray m_uploadId;
    std::chrono::milliseconds m_patience; ///< of a commit
};

class PostgresContents final : public Contents {
public:
    PostgresContents(const PostgresOptions& options, QString spoolFolder)
        : m_pool(options.connection, connectionsForContents, options.commitPatience) // hashing takes its time
        , m_patience(options.commitPatience)
        , m_spool(std::move(spoolFolder)) {}

    [[nodiscard]] Result<void> prepare() override { return prepareSpool(m_spool); }

    [[nodiscard]] QString newPartPath(const QByteArray& uploadId) const override {
        return newSpoolPath(m_spool, uploadId);
    }

    [[nodiscard]] Result<qint64> uploadSize(const QByteArray& uploadId) override {
        Result<PgPool::Lease> lease = m_pool.take(PgPool::For::Reading);
        if (!lease) {
            return std::unexpected(lease.error());
        }
        const qint64 size = sizeOf(**lease, ownerOf(uploadId));
        return (*lease)->settle() ? Result<qint64>(size) : failed(**lease);
    }

    [[nodiscard]] Result<std::unique_ptr<HeldUpload>> hold(const QByteArray& uploadId) override {
        Result<PgPool::Lease> lease = m_pool.take(PgPool::For::Writing);
        if (!lease) {
            return std::unexpected(lease.error());
        }
        auto held = std::make_unique<HeldRows>(std::move(*lease), uploadId, m_patience);
        if (!held->isHeld()) {
            return storeFailed(u"an upload can't be locked"_s);
        }
        return held;
    }

    [[nodiscard]] Result<void> removeUpload(const QByteArray& uploadId) override { return remove(ownerOf(uploadId)); }

    [[nodiscard]] QString filePath(const QByteArray& /*sha256*/) const override { return {}; }

    [[nodiscard]] Result<std::unique_ptr<QIODevice>> open(const QByteArray& sha256) override {
        Result<PgPool::Lease> lease = m_pool.take(PgPool::For::Reading);
        if (!lease) {
            return std::unexpected(lease.error());
        }
        const PgRows rows = (*lease)->run("SELECT size FROM contents WHERE sha256 = $1", {PgValue::hash(sha256)});
        if (!(*lease)->settle()) {
            return failed(**lease);
        }
        if (rows.count() == 0) {
            return filesFailed(u"a content is missing"_s);
        }
        return std::make_unique<ContentDevice>(m_pool, sha256, rows.number(0, 0));
    }

    [[nodiscard]] Result<void> removeContent(const QByteArray& sha256) override {
        return remove(PgValue::hash(sha256));
    }

private:
    [[nodiscard]] Result<void> remove(const PgValue& owner) {
        Result<PgPool::Lease> lease = m_pool.take(PgPool::For::Writing);
        if (!lease) {
            return std::unexpected(lease.error());
        }
        (*lease)->send("BEGIN");
        (*lease)->send("DELETE FROM content_parts WHERE owner = $1", {owner});
        return committed(**lease, m_patience);
    }

    PgPool m_pool;
    std::chrono::milliseconds m_patience; ///< of a commit
    QString m_spool;
};

} // namespace

std::unique_ptr<Contents> postgresContents(const PostgresOptions& options, const QString& spoolFolder) {
    return std::make_unique<PostgresContents>(options, spoolFolder);
}

} // namespace hub
