// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/secrets/hubkey.h"

#include "exchange/hub/core/datafolder.h"

#include <QFile>

#include <cstdio>

#include <fcntl.h>
#include <unistd.h>

namespace hub {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString checkSetting = u"key-check"_s;

std::unexpected<Error> keyForeign(const QString& what) {
    return exchange::fail("hub-key-foreign", what);
}

QString newKeyFile(const QString& dataFolder) {
    return keyFile(dataFolder) + u".new"_s;
}

/// The value that the store notes; `own` where it notes none yet.
Result<QByteArray> notedCheck(Store& store, const QByteArray& own) {
    QByteArray noted;
    const auto look = [&](StoreSession& session) -> Result<void> {
        noted = session.records().setting(checkSetting);
        return {};
    };
    Result<void> done = store.read(look);
    if (done && noted.isEmpty()) {
        done = store.write([&](StoreSession& session) -> Result<void> {
            session.records().initSetting(checkSetting, own); // of several that begin together one is the first
            return look(session);
        });
    }
    return done ? Result<QByteArray>(noted) : std::unexpected(done.error());
}

/// Renames over what is there, for good.
bool putInPlace(const QString& from, const QString& to, const QString& folder) {
    if (std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0) {
        return false;
    }
    const int descriptor = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool flushed = descriptor >= 0 && ::fsync(descriptor) == 0;
    if (descriptor >= 0) {
        ::close(descriptor);
    }
    return flushed;
}

Result<QByteArray> sealedAnew(const SecretBox& from, const SecretBox& to, const QByteArray& sealed,
                              const QByteArray& context) {
    const Result<QByteArray> plain = from.open(sealed, context);
    return plain ? to.seal(*plain, context) : plain;
}

Result<int> sealAll(StoreSession& session, const SecretBox& from, const SecretBox& to) {
    int count = 0;
    for (AccountRecord account : session.accounts()) {
        if (account.sealedSecret.isEmpty()) {
            continue;
        }
        const auto sealed = sealedAnew(from, to, account.sealedSecret, accountContext(account.caller.account));
        if (!sealed) {
            return std::unexpected(sealed.error());
        }
        account.sealedSecret = *sealed;
        session.putAccount(account);
        ++count;
    }
    for (RelayRecord relay : session.relaying().relays()) {
        if (relay.sealedSecret.isEmpty()) {
            continue;
        }
        const auto sealed = sealedAnew(from, to, relay.sealedSecret, relayContext(relay.name));
        if (!sealed) {
            return std::unexpected(sealed.error());
        }
        relay.sealedSecret = *sealed;
        session.relaying().putRelay(relay);
        ++count;
    }
    return count;
}

} // namespace

Result<SecretBox> keyOfStore(const QString& dataFolder, Store& store) {
    Result<SecretBox> key = SecretBox::load(keyFile(dataFolder));
    const Result<QByteArray> noted = key ? notedCheck(store, key->checkValue()) : std::unexpected(key.error());
    if (!noted) {
        return std::unexpected(noted.error());
    }
    if (key->checkValue() == *noted) {
        return key;
    }
    const QString changed = newKeyFile(dataFolder);
    if (QFile::exists(changed)) {
        Result<SecretBox> next = SecretBox::load(changed);
        if (next && next->checkValue() == *noted) {
            // Whoever else does the same at this moment does it as well.
            [[maybe_unused]] const bool placed = putInPlace(changed, keyFile(dataFolder), dataFolder);
            return next;
        }
    }
    return keyForeign(keyFile(dataFolder));
}

Result<void> checkKey(StoreSession& session, const SecretBox& key) {
    const QByteArray noted = session.records().setting(checkSetting);
    return noted.isEmpty() || noted == key.checkValue() ? Result<void>() : keyForeign(u"it was changed"_s);
}

Result<int> changeKey(const QString& dataFolder, Store& store) {
    const Result<SecretBox> old = keyOfStore(dataFolder, store);
    if (!old) {
        return std::unexpected(old.error());
    }
    const QString changed = newKeyFile(dataFolder);
    QFile::remove(changed); // of a change that never was: the store's key is in place
    const Result<void> made = SecretBox::createKeyFile(changed);
    const Result<SecretBox> next = made ? SecretBox::load(changed) : std::unexpected(made.error());
    if (!next) {
        return std::unexpected(next.error());
    }
    int count = 0;
    const Result<void> sealed = store.write([&](StoreSession& session) -> Result<void> {
        if (session.records().setting(checkSetting) != old->checkValue()) {
            return exchange::fail("hub-key-changed", keyFile(dataFolder));
        }
        const Result<int> all = sealAll(session, *old, *next);
        if (!all) {
            return std::unexpected(all.error());
        }
        count = *all;
        session.records().putSetting(checkSetting, next->checkValue());
        return {};
    });
    if (!sealed) {
        return std::unexpected(sealed.error()); // it may be in doubt: both files stay
    }
    const QString kept = keyFile(dataFolder) + u".old"_s;
    QFile::remove(kept);
    [[maybe_unused]] const int linked =
        ::link(QFile::encodeName(keyFile(dataFolder)).constData(), QFile::encodeName(kept).constData());
    // Where this fails, or never comes, the next one who opens the store does it.
    [[maybe_unused]] const bool placed = putInPlace(changed, keyFile(dataFolder), dataFolder);
    return count;
}

} // namespace hub
