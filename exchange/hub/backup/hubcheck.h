// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/hub/core/contents.h"
#include "exchange/hub/core/store.h"

#include <functional>
#include <memory>

class QIODevice;

namespace hub {

/// Opens a content for reading.
using ContentOpener = std::function<Result<std::unique_ptr<QIODevice>>(const QByteArray& sha256)>;
/// From where a hub keeps them: the store itself, or its contents. Both must outlive it.
[[nodiscard]] ContentOpener contentOpener(Store& store, Contents& contents);
/// How far a long piece of work is.
using Progress = std::function<void(qint64 done, qint64 total)>;

/// What a check of a hub found.
struct CheckReport {
    StoreCounts counts;
    qint64 faults = 0;
    QList<Error> findings; ///< the first hundred of them
    qint64 strayFiles = 0; ///< of contents that the store does not know

    [[nodiscard]] bool isGood() const { return faults == 0; }
};

/// Looks at everything that a hub holds: the chain of every stream, each payload against its header, each cited content
/// there and with the bytes of its hash, each feed complete. The hub may serve meanwhile. Files that no row names, left
/// by a kill more than an hour ago, are counted; they harm nothing and retention removes them. Findings:
/// "check-chain-broken", "check-payload-damaged", "check-content-missing", "check-content-damaged",
/// "check-feed-incomplete". An error means that the check could not be made.
[[nodiscard]] Result<CheckReport> checkHub(Store& store, Contents& contents, const Progress& progress);

/// Hashes a content's bytes. "check-content-missing", "check-content-damaged".
[[nodiscard]] Result<void> checkContent(const ContentOpener& open, const StoredContent& content);

} // namespace hub
