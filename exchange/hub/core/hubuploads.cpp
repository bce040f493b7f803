// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/core/hubcore.h"
#include "exchange/hub/core/names.h"
#include "exchange/hub/core/quota.h"
#include "exchange/protocol/errorkind.h"
#include "exchange/protocol/requestsigning.h"

#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>

namespace hub {

using exchange::fail;
using exchange::tooLarge;
using namespace Qt::Literals::StringLiterals;

namespace {

std::unexpected<Error> uploadUnknown(const QByteArray& id) {
    return fail("upload-unknown", QString::fromLatin1(id.left(64)));
}

std::unexpected<Error> offsetWrong(qint64 right) {
    return fail("upload-offset-wrong", QString::number(right));
}

/// When an upload was begun is the beginning of its id, so that no store has to keep it: 8 hexadecimal digits, then 32
/// random ones. Ids of earlier versions have 32 and do not expire.
constexpr qsizetype timeDigits = 8;
constexpr qsizetype randomBytes = 16;

QByteArray newUploadId(const QDateTime& now) {
    return QByteArray::number(now.toSecsSinceEpoch(), 16).rightJustified(timeDigits, '0') +
           exchange::randomHex(randomBytes);
}

} // namespace

QDateTime HubCore::uploadExpiry(const QByteArray& id) const {
    bool numeric = false;
    const qint64 begun = id.left(timeDigits).toLongLong(&numeric, 16);
    if (!numeric || id.size() != timeDigits + 2 * randomBytes) {
        return {};
    }
    return QDateTime::fromSecsSinceEpoch(begun + m_limits.uploadSeconds, Qt::UTC);
}

/// An upload of the caller's own that has not expired.
Result<UploadRecord> HubCore::ownUpload(StoreSession& session, const Caller& caller, const QByteArray& id) const {
    const std::optional<UploadRecord> found = session.upload(id);
    if (!found || found->account != caller.account) {
        return uploadUnknown(id);
    }
    if (const QDateTime expiry = uploadExpiry(id); expiry.isValid() && expiry <= m_clock()) {
        return fail("upload-expired", QString::fromLatin1(id));
    }
    return *found;
}

Result<UploadPlace> HubCore::beginUpload(const Caller& caller, const QByteArray& sha256, qint64 length) {
    if (!exchange::isSha256Hex(sha256) || length < 0) {
        return malformedRequest(u"an upload needs sha256 and length"_s);
    }
    if (length > m_limits.contentBytes) {
        return tooLarge(u"a content of %1 bytes; the hub takes %2"_s.arg(length).arg(m_limits.contentBytes));
    }
    UploadRecord upload;
    QByteArray replaced;
    bool finished = false;
    const Result<void> begun = m_store.write([&](StoreSession& session) -> Result<void> {
        replaced.clear();
        finished = session.uploadedBy(sha256, caller.account) && session.contentSize(sha256) == length;
        if (finished) {
            session.noteUploader(sha256, caller.account, m_clock()); // wanted again: it stays
        } else if (const Result<void> room = checkQuota(session, caller.agency, length); !room) {
            return room;
        }
        std::optional<UploadRecord> found = session.uploadOf(caller.account, sha256);
        const bool usable = found && found->length == length && ownUpload(session, caller, found->id);
        if (found && !usable) {
            session.removeUpload(found->id);
            replaced = found->id;
            found.reset();
        }
        if (!found) {
            found = UploadRecord{newUploadId(m_clock()), caller.account, sha256, length, finished ? length : 0};
            session.putUpload(*found);
        }
        session.noteUpload(found->id, m_clock());
        upload = *found;
        return {};
    });
    if (!begun) {
        return std::unexpected(begun.error());
    }
    if (finished) { // this account's own, earlier; the record is asked for by its id all the same
        return UploadPlace{upload.id, length, length, true, uploadExpiry(upload.id), sha256};
    }
    if (!replaced.isEmpty()) {
        if (const Result<void> removed = m_contents.removeUpload(replaced); !removed) {
            return std::unexpected(removed.error());
        }
    }
    const Result<qint64> kept = upload.offset > 0 ? m_contents.uploadSize(upload.id) : 0;
    if (!kept) {
        return std::unexpected(kept.error());
    }
    if (upload.offset > *kept) {
        upload.offset = *kept; // the bytes were lost, or the store is restored from a newer backup than they
        const Result<void> corrected = m_store.write([&](StoreSession& session) -> Result<void> {
            session.putUpload(upload);
            return {};
        });
        if (!corrected) {
            return std::unexpected(corrected.error());
        }
    }
    return UploadPlace{upload.id, upload.offset, length, false, uploadExpiry(upload.id), sha256};
}

Result<UploadPlace> HubCore::uploadPlace(const Caller& caller, const QByteArray& id) {
    Result<UploadPlace> place = notedPlace(caller, id);
    return place && !place->done && place->offset == place->length ? endCutUpload(caller, id) : place;
}

Result<UploadPlace> HubCore::notedPlace(const Caller& caller, const QByteArray& id) {
    UploadPlace place;
    const Result<void> done = m_store.read([&](StoreSession& session) -> Result<void> {
        const Result<UploadRecord> upload = ownUpload(session, caller, id);
        if (!upload) {
            return std::unexpected(upload.error());
        }
        const bool whole = upload->offset == upload->length && session.uploadedBy(upload->sha256, caller.account);
        place = {upload->id, upload->offset, upload->length, whole, uploadExpiry(id), upload->sha256};
        return {};
    });
    if (!done) {
        return std::unexpected(done.error());
    }
    return place;
}

Result<void> HubCore::notePlace(const Caller& caller, const QByteArray& id, qint64 offset) {
    return m_store.write([&](StoreSession& session) -> Result<void> {
        Result<UploadRecord> upload = ownUpload(session, caller, id);
        if (!upload) {
            return std::unexpected(upload.error());
        }
        upload->offset = offset;
        session.putUpload(*upload);
        session.noteUpload(id, m_clock());
        return {};
    });
}

Result<UploadPlace> HubCore::endCutUpload(const Caller& caller, const QByteArray& id) {
    const Result<std::unique_ptr<HeldUpload>> held = m_contents.hold(id);
    if (!held) {
        return std::unexpected(held.error());
    }
    Result<UploadPlace> place = notedPlace(caller, id);
    if (!place || place->done || place->offset != place->length) {
        return place; // its last part was still being looked at
    }
    const Result<qint64> kept = m_contents.uploadSize(id);
    if (!kept) {
        return std::unexpected(kept.error());
    }
    if (*kept < place->length) {
        // They became content, and that was not noted. Whose they were is not known for sure: they are sent again.
        place->offset = *kept;
        const Result<void> noted = notePlace(caller, id, *kept);
        return noted ? place : std::unexpected(noted.error());
    }
    if (const Result<void> made = makeContent(caller, *place, **held); !made) {
        return std::unexpected(made.error());
    }
    place->done = true;
    return place;
}

Result<QString> HubCore::beginPart(const Caller& caller, const QByteArray& id, qint64 offset, qint64 length) {
    const Result<UploadPlace> place = uploadPlace(caller, id);
    if (!place) {
        return std::unexpected(place.error());
    }
    if (place->offset != offset || length < 0 || offset + length > place->length || (place->done && length > 0)) {
        return offsetWrong(place->offset);
    }
    return m_contents.newPartPath(id);
}

Result<UploadPlace> HubCore::endPart(const Caller& caller, const QByteArray& id, qint64 offset,
                                     const QString& partPath) {
    const qint64 written = QFileInfo(partPath).size();
    const auto drop = qScopeGuard([&] { QFile::remove(partPath); });
    const Result<std::unique_ptr<HeldUpload>> held = m_contents.hold(id);
    if (!held) {
        return std::unexpected(held.error());
    }
    Result<UploadPlace> place = notedPlace(caller, id);
    if (!place) {
        return place;
    }
    if (place->done && written == 0) {
        return place;
    }
    if (place->offset != offset || offset + written > place->length) {
        return offsetWrong(place->offset); // the same part came twice
    }
    place->offset = offset + written;
    place->done = place->offset == place->length;
    if (const Result<void> added = (*held)->addPart(offset, partPath); !added) {
        return std::unexpected(added.error());
    }
    if (const Result<void> counted = notePlace(caller, id, place->offset); !counted) {
        return std::unexpected(counted.error());
    }
    const Result<void> made = place->done ? makeContent(caller, *place, **held) : Result<void>();
    return made ? place : std::unexpected(made.error());
}

Result<void> HubCore::makeContent(const Caller& caller, const UploadPlace& place, HeldUpload& held) {
    // Hashing a large file must not hold up the store: outside of the transaction.
    const Result<void> finished = held.finish(place.sha256, place.length);
    if (!finished && finished.error().code != "content-hash-wrong"_L1) {
        return finished;
    }
    const QString file = m_contents.filePath(place.sha256);
    const Result<void> noted = m_store.write([&](StoreSession& session) -> Result<void> {
        if (!finished) {
            session.removeUpload(place.id);
            return {};
        }
        // The record stays until it expires: who asks by its id hears that all is there.
        if (file.isEmpty() ? !session.contentSize(place.sha256) : !QFile::exists(file)) {
            return filesFailed(u"the bytes that were there already went meanwhile"_s); // see Retention::forget()
        }
        if (const Result<void> room = countContent(session, caller, {place.sha256, place.length}, m_clock()); !room) {
            return room;
        }
        session.addContent(place.sha256, place.length);
        return {};
    });
    return finished ? noted : finished;
}

Result<void> HubCore::endUpload(const Caller& caller, const QByteArray& id) {
    const Result<void> removed = m_store.write([&](StoreSession& session) -> Result<void> {
        const Result<UploadRecord> upload = ownUpload(session, caller, id);
        if (!upload) {
            return std::unexpected(upload.error());
        }
        session.removeUpload(id);
        return {};
    });
    return removed ? m_contents.removeUpload(id) : removed;
}

QString HubCore::spoolPath() const {
    return m_contents.newPartPath("whole-" + exchange::randomHex(16));
}

Result<void> HubCore::addWhole(const Caller& caller, const QByteArray& sha256, const QString& path) {
    const auto drop = qScopeGuard([&] { QFile::remove(path); });
    Result<UploadPlace> place = beginUpload(caller, sha256, QFileInfo(path).size());
    if (place && !place->done && place->offset > 0) {
        // The same content was begun in parts and left; all of it is here now.
        if (const Result<void> ended = endUpload(caller, place->id); !ended) {
            return ended;
        }
        place = beginUpload(caller, sha256, QFileInfo(path).size());
    }
    if (!place) {
        return std::unexpected(place.error());
    }
    if (place->done) {
        return {};
    }
    const Result<UploadPlace> ended = endPart(caller, place->id, 0, path);
    return ended ? Result<void>() : std::unexpected(ended.error());
}

} // namespace hub
