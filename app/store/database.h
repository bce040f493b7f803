// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"

#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <type_traits>

namespace app {

class Transaction;

struct DatabaseOptions {
    QString file{};
    int busyMilliseconds = 5'000; ///< how long to wait for a lock of another process
    int largestPages = 0;         ///< tests: PRAGMA max_page_count, to meet a full disk; 0: no limit
};

/// The SQLite file of a profile: WAL, synchronous FULL, foreign keys on, brought to the newest schema by numbered
/// migrations when it is opened. One thread of its own holds the writing connection and two hold reading ones; callers
/// wait for them, so no call is made on the GUI's thread. May be called from any number of threads.
class Database {
public:
    /// Codes: store-cannot-open, store-too-new (made by a newer version), store-damaged, disk-full, store-failed.
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const DatabaseOptions& options);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    /// Runs `work(Transaction&)`, which returns a Result, on the writing thread in one transaction; returns after the
    /// commit. An error rolls everything back. A write inside a write joins it: an error of the inner one rolls back
    /// the inner part alone and is the caller's to hand on.
    template <typename Work>
    [[nodiscard]] auto write(Work&& work) -> std::invoke_result_t<Work, Transaction&> {
        return carry<std::invoke_result_t<Work, Transaction&>>(
            [this](const Piece& piece) { return runWrite(piece, true); }, std::forward<Work>(work));
    }

    /// The same for what the server gives again when it is asked: the commit does not wait for the disk. A loss of
    /// power may take the newest commits away, never one without those after it, and the next write() makes all of them
    /// durable. A mere end of the program takes nothing away.
    template <typename Work>
    [[nodiscard]] auto writeRefetchable(Work&& work) -> std::invoke_result_t<Work, Transaction&> {
        return carry<std::invoke_result_t<Work, Transaction&>>(
            [this](const Piece& piece) { return runWrite(piece, false); }, std::forward<Work>(work));
    }

    /// Runs `work(Transaction&)` on a consistent snapshot; it must not write. Inside a write it sees what was written.
    template <typename Work>
    [[nodiscard]] auto read(Work&& work) const -> std::invoke_result_t<Work, Transaction&> {
        return carry<std::invoke_result_t<Work, Transaction&>>([this](const Piece& piece) { return runRead(piece); },
                                                               std::forward<Work>(work));
    }

    /// Number of the newest migration.
    [[nodiscard]] static int newestSchema();

private:
    struct Parts;
    using Piece = std::function<Result<void>(Transaction&)>;

    explicit Database(std::unique_ptr<Parts> parts);

    template <typename Outcome, typename Run, typename Work>
    static Outcome carry(const Run& run, Work&& work) {
        std::optional<Outcome> outcome;
        const Result<void> ran = run([&](Transaction& transaction) -> Result<void> {
            outcome.emplace(work(transaction));
            return outcome->has_value() ? Result<void>() : std::unexpected(outcome->error());
        });
        if (!ran) {
            return std::unexpected(ran.error());
        }
        return std::move(*outcome);
    }

    [[nodiscard]] Result<void> runWrite(const Piece& piece, bool waitForDisk);
    [[nodiscard]] Result<void> runRead(const Piece& piece) const;

    std::unique_ptr<Parts> m_parts;
};

} // namespace app
