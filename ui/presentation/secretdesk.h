// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/secretbook.h"

#include <stop_token>

namespace ui {

/// What the window asks of the registers of secret documents. Everything blocks, and is called on other threads than
/// the GUI's; lock() may wait for what runs.
class SecretDesk {
public:
    virtual ~SecretDesk() = default;

    [[nodiscard]] virtual bool exists() = 0;
    [[nodiscard]] virtual app::Result<void> create(const docsig::Pin& passphrase) = 0;
    [[nodiscard]] virtual app::Result<void> unlock(const docsig::Pin& passphrase) = 0;
    virtual void lock() = 0;
    [[nodiscard]] virtual app::Result<QList<app::SecretRecord>> book(app::SecretDirection direction, int year) = 0;
    [[nodiscard]] virtual app::Result<QList<int>> years(app::SecretDirection direction) = 0;
    [[nodiscard]] virtual app::Result<int> expectedNumber(app::SecretDirection direction) = 0;
    [[nodiscard]] virtual app::Result<app::SecretRecord> enter(app::SecretDirection direction,
                                                               const app::SecretEntry& entry) = 0;
    [[nodiscard]] virtual app::Result<app::SecretRecord> show(const app::SecretRef& ref) = 0;
    [[nodiscard]] virtual app::Result<void> correct(const app::SecretRef& ref, const app::SecretEntry& entry,
                                                    const QString& reason) = 0;
    [[nodiscard]] virtual app::Result<void> voidEntry(const app::SecretRef& ref, const QString& reason) = 0;
    [[nodiscard]] virtual app::Result<void> attachScan(const app::SecretRef& ref, const QString& path) = 0;
    [[nodiscard]] virtual app::Result<app::SecretBytes> scan(const app::SecretRef& ref) = 0;
    /// Gives how many lines the register has.
    [[nodiscard]] virtual app::Result<qsizetype> saveRegister(const app::SecretRegisterRequest& request,
                                                              const QString& path, app::Language language) = 0;
    [[nodiscard]] virtual app::Result<app::SecretCheck> verify(const std::stop_token& stop) = 0;
    [[nodiscard]] virtual app::Result<void> changePassphrase(const docsig::Pin& before, const docsig::Pin& now) = 0;
};

/// The real one.
class SessionSecrets final : public SecretDesk {
public:
    explicit SessionSecrets(app::SecretBook& book)
        : m_book(book) {}

    bool exists() override { return m_book.exists(); }
    app::Result<void> create(const docsig::Pin& passphrase) override { return m_book.create(passphrase); }
    app::Result<void> unlock(const docsig::Pin& passphrase) override { return m_book.unlock(passphrase); }
    void lock() override { m_book.lock(); }
    app::Result<QList<app::SecretRecord>> book(app::SecretDirection direction, int year) override {
        return m_book.book(direction, year);
    }
    app::Result<QList<int>> years(app::SecretDirection direction) override { return m_book.years(direction); }
    app::Result<int> expectedNumber(app::SecretDirection direction) override {
        return m_book.expectedNumber(direction);
    }
    app::Result<app::SecretRecord> enter(app::SecretDirection direction, const app::SecretEntry& entry) override {
        return m_book.enter(direction, entry);
    }
    app::Result<app::SecretRecord> show(const app::SecretRef& ref) override { return m_book.show(ref); }
    app::Result<void> correct(const app::SecretRef& ref, const app::SecretEntry& entry,
                              const QString& reason) override {
        return m_book.correct(ref, entry, reason);
    }
    app::Result<void> voidEntry(const app::SecretRef& ref, const QString& reason) override {
        return m_book.voidEntry(ref, reason);
    }
    app::Result<void> attachScan(const app::SecretRef& ref, const QString& path) override {
        return m_book.attachScan(ref, path);
    }
    app::Result<app::SecretBytes> scan(const app::SecretRef& ref) override { return m_book.scan(ref); }
    app::Result<qsizetype> saveRegister(const app::SecretRegisterRequest& request, const QString& path,
                                        app::Language language) override {
        return m_book.saveRegister(request, path, language);
    }
    app::Result<app::SecretCheck> verify(const std::stop_token& stop) override { return m_book.verify(stop); }
    app::Result<void> changePassphrase(const docsig::Pin& before, const docsig::Pin& now) override {
        return m_book.changePassphrase(before, now);
    }

private:
    app::SecretBook& m_book;
};

} // namespace ui
