// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/secretvault.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

constexpr QFile::Permissions ownersFile = QFile::ReadOwner | QFile::WriteOwner;
constexpr QFile::Permissions ownersFolder = ownersFile | QFile::ExeOwner;

/// Another header than the one that the content was sealed with does not open it.
QByteArray bookContext(const docsig::SealedBox& box) {
    return "congvan secret book 1\n" + box.header();
}

Result<QByteArray> readSealed(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > SecretVault::largestFile) {
        return fail("secret-book-unreadable", path + u": "_s + file.errorString());
    }
    return file.readAll();
}

} // namespace

SecretVault::SecretVault(Options options)
    : m_options(std::move(options)) {}

QString SecretVault::bookFile() const {
    return m_options.folder + u"/book.sealed"_s;
}

QString SecretVault::fileOf(const QByteArray& name) const {
    return m_options.folder + u"/scans/"_s + QString::fromLatin1(name);
}

bool SecretVault::exists() const {
    return QFileInfo::exists(bookFile());
}

Result<void> SecretVault::take() {
    if (m_lock) {
        return {};
    }
    m_lock = exchange::ProcessLock::take(m_options.folder + u"/lock"_s);
    if (!m_lock) {
        return fail("secret-book-in-use", m_options.folder);
    }
    // What a kill left behind; it was sealed, too.
    QDir folder(m_options.folder);
    for (const QString& left : folder.entryList({u"book.sealed.*"_s}, QDir::Files)) {
        folder.remove(left);
    }
    return {};
}

Result<void> SecretVault::create(const docsig::Pin& passphrase, const QByteArray& content) {
    QDir().mkpath(m_options.folder + u"/scans"_s);
    QFile::setPermissions(m_options.folder, ownersFolder);
    const bool wasOpen = isOpen();
    if (auto taken = take(); !taken) {
        return taken;
    }
    if (exists()) { // asked under the lock: nobody else makes it meanwhile
        if (!wasOpen) {
            close();
        }
        return fail("secret-book-exists", m_options.folder);
    }
    auto box = docsig::SealedBox::make(passphrase, m_options.cost);
    if (!box) {
        close();
        return passOn(box.error());
    }
    m_box = std::move(*box);
    auto written = replace(content);
    if (!written) {
        close();
    } else if (m_options.syncFolder) {
        m_options.syncFolder(QFileInfo(m_options.folder).path());
    }
    return written;
}

Result<SecretBytes> SecretVault::open(const docsig::Pin& passphrase) {
    if (!exists()) {
        return fail("secret-book-missing", m_options.folder);
    }
    if (auto taken = take(); !taken) {
        return std::unexpected(taken.error());
    }
    const auto bytes = readSealed(bookFile());
    if (!bytes) {
        close();
        return std::unexpected(bytes.error());
    }
    auto box = docsig::SealedBox::unlock(
        QByteArrayView(*bytes).first(std::min(bytes->size(), docsig::SealedBox::headerBytes)), passphrase);
    if (!box) {
        close();
        return passOn(box.error());
    }
    m_box = std::move(*box);
    auto inside = content();
    if (!inside) {
        close();
    }
    return inside;
}

void SecretVault::close() {
    m_box.reset();
    m_lock.reset();
}

Result<const docsig::SealedBox*> SecretVault::box() const {
    return m_box ? Result<const docsig::SealedBox*>(&*m_box) : fail("secret-book-locked");
}

Result<SecretBytes> SecretVault::content() const {
    const auto box = this->box();
    const auto bytes = box ? readSealed(bookFile()) : std::unexpected(box.error());
    if (!bytes) {
        return std::unexpected(bytes.error());
    }
    auto inside = (*box)->open(QByteArrayView(*bytes).sliced(std::min(bytes->size(), docsig::SealedBox::headerBytes)),
                               bookContext(**box));
    return inside ? Result<SecretBytes>(std::move(*inside)) : passOn(inside.error());
}

Result<void> SecretVault::replace(const QByteArray& content) {
    const auto box = this->box();
    if (!box) {
        return std::unexpected(box.error());
    }
    const auto sealed = (*box)->seal(content, bookContext(**box));
    return sealed ? write(bookFile(), (*box)->header() + *sealed) : passOn(sealed.error());
}

Result<void> SecretVault::replace(const QByteArray& content, const docsig::Pin& before, const docsig::Pin& now) {
    const auto box = this->box();
    if (!box) {
        return std::unexpected(box.error());
    }
    if (const auto right = docsig::SealedBox::unlock((*box)->header(), before); !right) {
        return passOn(right.error());
    }
    auto next = (*box)->withPassphrase(now, m_options.cost);
    const auto sealed = next ? next->seal(content, bookContext(*next)) : std::unexpected(next.error());
    if (!sealed) {
        return passOn(sealed.error());
    }
    auto written = write(bookFile(), next->header() + *sealed);
    if (written) {
        m_box = std::move(*next);
    }
    return written;
}

Result<QByteArray> SecretVault::put(const QByteArray& bytes, const QByteArray& context) {
    const auto box = this->box();
    if (!box) {
        return std::unexpected(box.error());
    }
    const auto sealed = (*box)->seal(bytes, context);
    if (!sealed) {
        return passOn(sealed.error());
    }
    const QByteArray name = QCryptographicHash::hash(*sealed, QCryptographicHash::Sha256).toHex();
    auto written = write(fileOf(name), *sealed);
    return written ? Result<QByteArray>(name) : std::unexpected(written.error());
}

Result<SecretBytes> SecretVault::get(const QByteArray& name, const QByteArray& context) const {
    const auto box = this->box();
    if (!box) {
        return std::unexpected(box.error());
    }
    if (!QFileInfo::exists(fileOf(name))) {
        return fail("secret-scan-missing", QString::fromLatin1(name));
    }
    const auto sealed = readSealed(fileOf(name));
    if (!sealed) {
        return std::unexpected(sealed.error());
    }
    auto bytes = (*box)->open(*sealed, context);
    return bytes ? Result<SecretBytes>(std::move(*bytes)) : passOn(bytes.error());
}

Result<void> SecretVault::write(const QString& path, const QByteArray& bytes) const {
    // Written beside it, flushed to the disk, renamed over it.
    QSaveFile file(path);
    const bool isWritten = bytes.size() <= largestFile && file.open(QIODevice::WriteOnly) &&
                           file.setPermissions(ownersFile) && file.write(bytes) == bytes.size() && file.commit();
    if (!isWritten) {
        return fail("secret-book-not-written", path + u": "_s + file.errorString());
    }
    if (m_options.syncFolder) {
        m_options.syncFolder(QFileInfo(path).path());
    }
    return {};
}

} // namespace app
