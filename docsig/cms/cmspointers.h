// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/keys/opensslpointers.h"

#include <openssl/cms.h>

namespace docsig {

/// Private to docsig/cms.
using CmsContent = std::unique_ptr<CMS_ContentInfo, Freeing<CMS_ContentInfo_free>>;

} // namespace docsig
