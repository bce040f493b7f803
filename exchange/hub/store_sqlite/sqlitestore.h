// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/hub/core/store.h"

#include <QString>

#include <memory>

namespace hub {

/// The embedded store: one SQLite file in WAL mode, one writing thread that commits in groups and two reading ones. One
/// process serves from it; the command line may write beside.
class SqliteStore final : public Store {
public:
    /// Opens the file and brings its schema up to date; `create` allows a new one. "hub-store-unusable".
    [[nodiscard]] static Result<std::unique_ptr<SqliteStore>> open(const QString& file, bool create);
    ~SqliteStore() override;

    [[nodiscard]] Result<void> write(const Work& work) override;
    [[nodiscard]] Result<void> note(const Work& work) override;
    [[nodiscard]] Result<void> read(const Work& work) override;

private:
    SqliteStore();
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace hub
