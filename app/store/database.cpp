// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/database.h"

#include "app/store/connection.h"
#include "app/store/migrations.h"
#include "app/store/transaction.h"

#include <array>
#include <atomic>

using namespace Qt::Literals::StringLiterals;

namespace app {

struct Database::Parts {
    Connection writing{Connection::Mode::Writing};
    std::array<Connection, 2> reading{Connection{Connection::Mode::Reading}, Connection{Connection::Mode::Reading}};
    std::atomic<unsigned> turn = 0;
};

Database::Database(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts)) {}

Database::~Database() = default;

Result<std::unique_ptr<Database>> Database::open(const DatabaseOptions& options) {
    auto parts = std::make_unique<Parts>();
    if (Result<void> opened = parts->writing.open(options); !opened) {
        return std::unexpected(opened.error());
    }
    const Result<void> migrated = parts->writing.run([](Transaction& transaction) -> Result<void> {
        migrate(transaction);
        return {};
    });
    if (!migrated) {
        return std::unexpected(migrated.error());
    }
    for (Connection& connection : parts->reading) {
        if (Result<void> opened = connection.open(options); !opened) {
            return std::unexpected(opened.error());
        }
    }
    return std::unique_ptr<Database>(new Database(std::move(parts)));
}

int Database::newestSchema() {
    return migrations().isEmpty() ? 0 : migrations().last().number;
}

Result<void> Database::runWrite(const Piece& piece, bool waitForDisk) {
    if (Transaction* open = m_parts->writing.current()) {
        return m_parts->writing.runInside(*open, piece);
    }
    return m_parts->writing.run(piece, waitForDisk);
}

Result<void> Database::runRead(const Piece& piece) const {
    const auto inside = [&piece](Transaction& open) -> Result<void> {
        Result<void> outcome = piece(open);
        return open.hasFailed() ? std::unexpected(open.error()) : outcome;
    };
    if (Transaction* open = m_parts->writing.current()) {
        return inside(*open);
    }
    for (Connection& connection : m_parts->reading) {
        if (Transaction* open = connection.current()) {
            return inside(*open);
        }
    }
    return m_parts->reading.at(m_parts->turn++ % m_parts->reading.size()).run(piece);
}

} // namespace app
