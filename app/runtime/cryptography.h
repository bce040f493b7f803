// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/keys/cryptoruntime.h"

namespace app {

/// What every program makes once, after its application object and before a session is opened, and keeps to its end.
/// For floors that do not see docsig/keys.
using Cryptography = docsig::CryptoRuntime;

} // namespace app
