// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/hub/core/store.h"
#include "exchange/hub/secrets/secretbox.h"

namespace hub {

// The key file belongs to a store: which one is noted there as a value that only this key gives, so that no hub with
// another one ever serves, or seals a secret that the others can't open.

/// The data folder's key, if it is the one of the store; a store that has none yet takes it. A change of keys that was
/// cut off behind its commit is brought to its end. "hub-key-file-failed", "hub-key-foreign".
[[nodiscard]] Result<SecretBox> keyOfStore(const QString& dataFolder, Store& store);

/// Whether a secret may be sealed with this key, in the transaction that keeps it: a hub that went on while the key was
/// changed has one that is none any more. "hub-key-foreign".
[[nodiscard]] Result<void> checkKey(StoreSession& session, const SecretBox& key);

/// Makes another key, seals all secrets with it in one transaction and puts it in the place of the old one, which stays
/// beside it as "hub.key.old": older backups need it. At each moment one of the files is the key of the store, and
/// keyOfStore() finds it. No hub serves from the store meanwhile. How many secrets were sealed. Errors as of
/// keyOfStore(), "hub-secret-unreadable", and those of the store.
[[nodiscard]] Result<int> changeKey(const QString& dataFolder, Store& store);

} // namespace hub
