// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presentation/secretdesk.h"

#include <QMutex>
#include <QStringList>

namespace tests {

/// Registers of secret documents in memory, with a few lines of this year.
class SampleSecrets final : public ui::SecretDesk {
public:
    SampleSecrets();

    QString passphrase = QStringLiteral("sông Hồng bốn mùa nước đỏ");
    bool isThere = true;          ///< false: they were not made yet
    QByteArray scanBytes{};       ///< of every line that has a scan
    QList<app::Error> findings{}; ///< of a check
    [[nodiscard]] bool isOpen() const;
    /// What was done: "viewed incoming/2026/1".
    [[nodiscard]] QStringList deeds() const;

    bool exists() override;
    app::Result<void> create(const docsig::Pin& words) override;
    app::Result<void> unlock(const docsig::Pin& words) override;
    void lock() override;
    app::Result<QList<app::SecretRecord>> book(app::SecretDirection direction, int year) override;
    app::Result<QList<int>> years(app::SecretDirection direction) override;
    app::Result<int> expectedNumber(app::SecretDirection direction) override;
    app::Result<app::SecretRecord> enter(app::SecretDirection direction, const app::SecretEntry& entry) override;
    app::Result<app::SecretRecord> show(const app::SecretRef& ref) override;
    app::Result<void> correct(const app::SecretRef& ref, const app::SecretEntry& entry, const QString& reason) override;
    app::Result<void> voidEntry(const app::SecretRef& ref, const QString& reason) override;
    app::Result<void> attachScan(const app::SecretRef& ref, const QString& path) override;
    app::Result<app::SecretBytes> scan(const app::SecretRef& ref) override;
    app::Result<qsizetype> saveRegister(const app::SecretRegisterRequest& request, const QString& path,
                                        app::Language language) override;
    app::Result<app::SecretCheck> verify(const std::stop_token& stop) override;
    app::Result<void> changePassphrase(const docsig::Pin& before, const docsig::Pin& now) override;

private:
    app::Result<void> add(app::SecretDeed deed, const app::SecretRef& ref, const std::optional<app::SecretEntry>& entry,
                          const QString& words);

    mutable QMutex m_mutex;
    app::SecretLedger m_ledger;
    bool m_open = false;
};

} // namespace tests
