// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <memory>

namespace support {

/// A PostgreSQL of the test's own, on free ports of 127.0.0.1, in a temporary folder; as root it runs as the user
/// postgres, since its server refuses root. All servers end with the object, and with the test if that dies.
class PostgresCluster {
public:
    /// The sentence with which a test that needs a cluster is skipped; empty: PostgreSQL is installed.
    [[nodiscard]] static QString whatIsMissing();
    /// Folder of PostgreSQL's programs.
    [[nodiscard]] static QString programFolder();

    /// Starts a server; ends the process with words where it can't. `settings`: more of postgresql.conf, "name=value".
    /// Nothing is flushed to the disk unless they say so: what a test kills are processes, not machines.
    explicit PostgresCluster(const QStringList& settings = {});
    ~PostgresCluster();
    PostgresCluster(const PostgresCluster&) = delete;
    PostgresCluster& operator=(const PostgresCluster&) = delete;

    /// A new, empty place for tables; the connection string names every server.
    [[nodiscard]] QString emptyStore();
    /// One more place by its own name, to be shared.
    [[nodiscard]] QString connection(const QString& schema) const;
    [[nodiscard]] quint16 port() const;

    /// Copies the primary into a standby, which commits wait for from then on.
    void addStandby();
    /// SIGKILL to the primary's first process; its children end by themselves. Returns when they have.
    void killPrimary();
    /// Makes the standby the primary, which waits for no other.
    void promote();
    /// Stops (SIGSTOP) or goes on with what receives the primary's log at the standby.
    void holdStandby(bool held);

    /// Runs SQL at the primary and gives the first column of its rows. Ends the process where it fails.
    QStringList ask(const QString& sql);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace support
