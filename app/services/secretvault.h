// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"
#include "app/domain/wiped.h"
#include "docsig/keys/sealedbox.h"
#include "exchange/protocol/processlock.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <optional>

namespace app {

/// The sealed files of a folder: one that is replaced as a whole (`book.sealed`) and others that never change, by the
/// hash of their sealed bytes. Nothing is ever written there, in no temporary file either, that is not sealed. One
/// process has it open, by a lock of the kernel. A kill at any instruction leaves what was there before or what came
/// after. Blocking; not thread-safe.
class SecretVault {
public:
    struct Options {
        QString folder{};
        /// Makes the entries of a folder durable (given by app/runtime). Empty: left to the file system.
        std::function<void(const QString& folder)> syncFolder{};
        docsig::SealingCost cost{};
    };

    explicit SecretVault(Options options);

    [[nodiscard]] bool exists() const;
    [[nodiscard]] bool isOpen() const { return m_box.has_value(); }

    /// Makes it, and leaves it open. Codes: `secret-book-exists`, `secret-book-in-use` by another process,
    /// `secret-book-not-written`, those of docsig::SealedBox.
    [[nodiscard]] Result<void> create(const docsig::Pin& passphrase, const QByteArray& content);
    /// Gives the content. Codes: `secret-book-missing`, `secret-book-in-use`, `secret-book-unreadable`, those of
    /// docsig::SealedBox.
    [[nodiscard]] Result<SecretBytes> open(const docsig::Pin& passphrase);
    void close();

    // While it is open; `secret-book-locked` else.
    /// The content as the disk has it now.
    [[nodiscard]] Result<SecretBytes> content() const;
    /// On the disk when this returns. Code: `secret-book-not-written`.
    [[nodiscard]] Result<void> replace(const QByteArray& content);
    /// Under another passphrase from now on; the one before must be right.
    [[nodiscard]] Result<void> replace(const QByteArray& content, const docsig::Pin& before, const docsig::Pin& now);
    /// Keeps bytes in a sealed file of their own; gives its name, the SHA-256 (hex) of what lies there. `context` is
    /// bound to them.
    [[nodiscard]] Result<QByteArray> put(const QByteArray& bytes, const QByteArray& context);
    /// Codes: `secret-scan-missing`, `sealed-content-damaged`.
    [[nodiscard]] Result<SecretBytes> get(const QByteArray& name, const QByteArray& context) const;

    static constexpr qint64 largestFile = 64LL << 20; ///< bytes; larger ones are neither written nor read

private:
    [[nodiscard]] QString bookFile() const;
    [[nodiscard]] QString fileOf(const QByteArray& name) const;
    [[nodiscard]] Result<void> take();
    [[nodiscard]] Result<void> write(const QString& path, const QByteArray& bytes) const;
    [[nodiscard]] Result<const docsig::SealedBox*> box() const;

    Options m_options;
    std::optional<exchange::ProcessLock> m_lock;
    std::optional<docsig::SealedBox> m_box;
};

} // namespace app
