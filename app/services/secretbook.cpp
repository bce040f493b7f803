// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/secretbook.h"

#include "app/domain/documentregister.h"
#include "app/services/officedesk.h"
#include "app/services/reasons.h"
#include "app/sheets/secretsheet.h"
#include "app/sheets/sheetfile.h"

#include <QCryptographicHash>
#include <QFile>

#include <algorithm>
#include <set>
#include <tuple>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

/// How far the books went when this profile wrote them last: "<lines> <hash>". The hash tells nothing of what a line
/// says, since each has random bytes.
const QString headSetting = u"secret-book-head"_s;

constexpr qint64 largestScan = 48LL << 20;

QByteArray scanContext(const SecretRef& ref, const QByteArray& sha256) {
    return "congvan secret scan 1\n" + secretRefKey(ref).toLatin1() + '\n' + sha256;
}

Result<void> checkPassphrase(const docsig::Pin& passphrase) {
    const SecretText words = QString::fromUtf8(passphrase.utf8());
    return words.size() >= SecretBook::shortestPassphrase ? Result<void>() : fail("secret-passphrase-short");
}

Result<void> checkEntry(const SecretEntry& entry) {
    const QString fault = faultOf(entry);
    return fault.isEmpty() ? Result<void>() : fail("secret-entry-wrong", fault);
}

Result<SecretBytes> readSecretScan(const QString& path) {
    QFile file(path);
    const bool isOpen = file.open(QIODevice::ReadOnly) && file.size() <= largestScan;
    SecretBytes pdf = isOpen ? file.readAll() : QByteArray();
    if (!pdf.text().startsWith("%PDF-")) {
        return fail("secret-scan-unreadable", path);
    }
    return pdf;
}

} // namespace

SecretBook::SecretBook(OfficeDesk& desk, SecretVault::Options options)
    : m_desk(desk)
    , m_vault(std::move(options)) {}

bool SecretBook::exists() const {
    const std::lock_guard guard(m_guard);
    return m_vault.exists();
}

bool SecretBook::isOpen() const {
    const std::lock_guard guard(m_guard);
    return m_vault.isOpen();
}

Result<void> SecretBook::mayKeep() const {
    const Person person = m_desk.person();
    return person.role == Role::Clerk ? Result<void>() : fail("secret-book-not-clerk", person.mailbox());
}

Result<void> SecretBook::mustBeOpen() const {
    return m_vault.isOpen() ? Result<void>() : passOn(m_vault.content().error());
}

SecretLine SecretBook::lineOf(SecretDeed deed, const std::optional<SecretRef>& ref, const QString& words) const {
    return {.at = m_desk.now(), .by = m_desk.person().mailbox(), .deed = deed, .ref = ref, .words = words};
}

Result<SecretHead> SecretBook::notedHead() const {
    const auto noted = m_desk.store().settings().value(headSetting);
    if (!noted) {
        return std::unexpected(noted.error());
    }
    const QStringList parts = noted->split(u' ');
    return SecretHead{.lines = parts.first().toLongLong(), .hash = parts.value(1).toLatin1()};
}

Result<void> SecretBook::noteHead() {
    const SecretHead head = m_ledger.head();
    return m_desk.store().settings().set(headSetting, u"%1 %2"_s.arg(head.lines).arg(QString::fromLatin1(head.hash)));
}

Result<void> SecretBook::checkAge() const {
    const auto noted = notedHead();
    if (!noted) {
        return std::unexpected(noted.error());
    }
    return m_ledger.continues(*noted) ? Result<void>() : fail("secret-book-older", QString::number(noted->lines));
}

Result<void> SecretBook::add(const SecretLine& line) {
    SecretLedger next = m_ledger;
    if (auto added = next.append(line); !added) {
        return added;
    }
    if (auto written = m_vault.replace(next.bytes()); !written) {
        return written;
    }
    const bool goesOn = checkAge().has_value();
    m_ledger = std::move(next);
    if (line.deed == SecretDeed::RestoreAccepted) {
        return noteHead();
    }
    // Books that lack lines are not what the profile remembers until somebody accepts them. What stands in the book is
    // done, whether it is remembered or not: an older memory of it is as true.
    if (goesOn) {
        std::ignore = noteHead();
    }
    return {};
}

Result<void> SecretBook::addLook(const SecretLine& line) {
    auto added = add(line);
    return !added && added.error().code == u"secret-book-full"_s ? Result<void>() : added;
}

Result<void> SecretBook::create(const docsig::Pin& passphrase, const QString& reason) {
    const std::lock_guard guard(m_guard);
    if (auto may = mayKeep(); !may) {
        return may;
    }
    if (auto good = checkPassphrase(passphrase); !good) {
        return good;
    }
    const auto noted = notedHead();
    if (!noted) {
        return std::unexpected(noted.error());
    }
    if (noted->lines > 0 && !m_vault.exists() && reason.trimmed().isEmpty()) {
        return fail("secret-book-gone", QString::number(noted->lines));
    }
    SecretLedger fresh;
    if (auto begun = fresh.append(lineOf(SecretDeed::Created, {}, reason.trimmed())); !begun) {
        return begun;
    }
    if (auto made = m_vault.create(passphrase, fresh.bytes()); !made) {
        return made;
    }
    m_ledger = std::move(fresh);
    return noteHead();
}

Result<void> SecretBook::unlock(const docsig::Pin& passphrase) {
    const std::lock_guard guard(m_guard);
    if (auto may = mayKeep(); !may) {
        return may;
    }
    const auto bytes = m_vault.open(passphrase);
    auto ledger = bytes ? SecretLedger::read(*bytes) : std::unexpected(bytes.error());
    if (ledger) {
        m_ledger = std::move(*ledger);
    }
    const auto opened = ledger ? addLook(lineOf(SecretDeed::Unlocked, {}, {})) : std::unexpected(ledger.error());
    if (!opened) {
        m_vault.close();
        m_ledger = {};
    }
    return opened;
}

void SecretBook::lock() {
    const std::lock_guard guard(m_guard);
    m_vault.close();
    m_ledger = {};
}

Result<QList<SecretRecord>> SecretBook::book(SecretDirection direction, int year) const {
    const std::lock_guard guard(m_guard);
    const auto open = mustBeOpen();
    return open ? Result<QList<SecretRecord>>(m_ledger.book(direction, year)) : std::unexpected(open.error());
}

Result<QList<SecretLine>> SecretBook::lines() const {
    const std::lock_guard guard(m_guard);
    const auto open = mustBeOpen();
    return open ? Result<QList<SecretLine>>(m_ledger.lines()) : std::unexpected(open.error());
}

Result<int> SecretBook::expectedNumber(SecretDirection direction) const {
    const std::lock_guard guard(m_guard);
    const auto open = mustBeOpen();
    return open ? Result<int>(m_ledger.nextNumber(direction, m_desk.today().year())) : std::unexpected(open.error());
}

Result<QList<int>> SecretBook::years(SecretDirection direction) const {
    const std::lock_guard guard(m_guard);
    if (const auto open = mustBeOpen(); !open) {
        return std::unexpected(open.error());
    }
    std::set<int, std::greater<>> years{m_desk.today().year()};
    for (const SecretRecord& record : m_ledger.records()) {
        if (record.ref.direction == direction) {
            years.insert(record.ref.year);
        }
    }
    return QList<int>(years.begin(), years.end());
}

Result<SecretRecord> SecretBook::enter(SecretDirection direction, const SecretEntry& entry) {
    const std::lock_guard guard(m_guard);
    if (const auto open = mustBeOpen(); !open) {
        return std::unexpected(open.error());
    }
    if (const auto age = checkAge(); !age) {
        return std::unexpected(age.error());
    }
    const QDate today = m_desk.today();
    SecretEntry tidy = tidied(entry);
    tidy.date = tidy.date.isValid() ? tidy.date : today;
    if (const auto good = checkEntry(tidy); !good) {
        return std::unexpected(good.error());
    }
    const QDate latest = m_ledger.latestDate(direction, tidy.date.year());
    if (tidy.date > today || (latest.isValid() && tidy.date < latest)) {
        return fail("secret-date-not-allowed", tidy.date.toString(Qt::ISODate));
    }
    const SecretRef ref{
        .direction = direction, .year = tidy.date.year(), .number = m_ledger.nextNumber(direction, tidy.date.year())};
    SecretLine line = lineOf(SecretDeed::Entered, ref, {});
    line.entry = tidy;
    const auto added = add(line);
    return added ? Result<SecretRecord>(*m_ledger.record(ref)) : std::unexpected(added.error());
}

Result<SecretRecord> SecretBook::open(const SecretRef& ref) const {
    if (const auto open = mustBeOpen(); !open) {
        return std::unexpected(open.error());
    }
    const auto record = m_ledger.record(ref);
    return record ? Result<SecretRecord>(*record) : fail("secret-entry-missing", secretRefKey(ref));
}

Result<SecretRecord> SecretBook::valid(const SecretRef& ref) const {
    auto record = open(ref);
    if (record && record->voided) {
        return fail("secret-entry-void", secretRefKey(ref));
    }
    return record;
}

Result<SecretRecord> SecretBook::show(const SecretRef& ref) {
    const std::lock_guard guard(m_guard);
    auto record = open(ref);
    if (!record) {
        return record;
    }
    const auto noted = addLook(lineOf(SecretDeed::Viewed, ref, {}));
    return noted ? record : std::unexpected(noted.error());
}

Result<void> SecretBook::correct(const SecretRef& ref, const SecretEntry& entry, const QString& reason) {
    const std::lock_guard guard(m_guard);
    const auto record = valid(ref);
    const auto words = record ? checkedReason(reason) : std::unexpected(record.error());
    if (!words) {
        return std::unexpected(words.error());
    }
    SecretLine line = lineOf(SecretDeed::Corrected, ref, *words);
    line.entry = tidied(entry);
    line.entry->date = record->entry.date;
    if (auto good = checkEntry(*line.entry); !good) {
        return good;
    }
    if (*line.entry == record->entry) {
        return fail("secret-entry-unchanged", secretRefKey(ref));
    }
    return add(line);
}

Result<void> SecretBook::voidEntry(const SecretRef& ref, const QString& reason) {
    const std::lock_guard guard(m_guard);
    const auto record = valid(ref);
    const auto words = record ? checkedReason(reason) : std::unexpected(record.error());
    return words ? add(lineOf(SecretDeed::Voided, ref, *words)) : std::unexpected(words.error());
}

Result<void> SecretBook::attachScan(const SecretRef& ref, const QString& path) {
    const std::lock_guard guard(m_guard);
    const auto record = valid(ref);
    const auto pdf = record ? readSecretScan(path) : std::unexpected(record.error());
    if (!pdf) {
        return std::unexpected(pdf.error());
    }
    const QByteArray sha256 = QCryptographicHash::hash(pdf->text(), QCryptographicHash::Sha256).toHex();
    const auto file = m_vault.put(*pdf, scanContext(ref, sha256));
    if (!file) {
        return std::unexpected(file.error());
    }
    SecretLine line = lineOf(SecretDeed::ScanAttached, ref, {});
    line.scan = SecretScan{.file = *file, .sha256 = sha256, .size = pdf->size()};
    return add(line);
}

Result<SecretBytes> SecretBook::scan(const SecretRef& ref) {
    const std::lock_guard guard(m_guard);
    const auto record = open(ref);
    if (!record) {
        return std::unexpected(record.error());
    }
    if (!record->scan) {
        return fail("secret-scan-none", secretRefKey(ref));
    }
    if (const auto noted = addLook(lineOf(SecretDeed::ScanViewed, ref, {})); !noted) {
        return std::unexpected(noted.error());
    }
    return m_vault.get(record->scan->file, scanContext(ref, record->scan->sha256));
}

Result<qsizetype> SecretBook::saveRegister(const SecretRegisterRequest& request, const QString& path,
                                           Language language) {
    const std::lock_guard guard(m_guard);
    if (const auto open = mustBeOpen(); !open) {
        return std::unexpected(open.error());
    }
    const auto days = daysOf({.year = request.year, .from = request.from, .to = request.to});
    if (!days) {
        return std::unexpected(days.error());
    }
    if (const auto format = sheetFormatOf(path); !format || *format != SheetFormat::Pdf) {
        return fail("secret-register-not-pdf", path); // a table for other programs would be read by them
    }
    const Profile profile = m_desk.profile();
    SecretRegister whole{.direction = request.direction,
                         .year = request.year,
                         .volume = request.volume,
                         .days = *days,
                         .superiorName = profile.superiorName,
                         .officeName = profile.agency.name};
    const QList<SecretRecord> book = m_ledger.book(request.direction, request.year);
    std::ranges::copy_if(book, std::back_inserter(whole.lines),
                         [&](const SecretRecord& record) { return days->contains(record.entry.date); });
    const QString what = u"%1 %2, %3: %4"_s.arg(secretDirectionKey(request.direction))
                             .arg(request.year)
                             .arg(whole.lines.size())
                             .arg(path);
    if (const auto noted = addLook(lineOf(SecretDeed::Printed, {}, what)); !noted) {
        return std::unexpected(noted.error());
    }
    const auto written =
        writeSheet(path, secretSheet(whole, language), language, m_desk.now(), SheetReaders::OwnerAlone);
    return written ? Result<qsizetype>(whole.lines.size()) : std::unexpected(written.error());
}

Result<void> SecretBook::changePassphrase(const docsig::Pin& before, const docsig::Pin& now) {
    const std::lock_guard guard(m_guard);
    if (auto open = mustBeOpen(); !open) {
        return open;
    }
    if (auto good = checkPassphrase(now); !good) {
        return good;
    }
    SecretLedger next = m_ledger;
    if (auto added = next.append(lineOf(SecretDeed::PassphraseChanged, {}, {})); !added) {
        return added;
    }
    const auto age = checkAge();
    if (auto written = m_vault.replace(next.bytes(), before, now); !written) {
        return written;
    }
    m_ledger = std::move(next);
    if (age) {
        std::ignore = noteHead();
    }
    return {};
}

Result<SecretCheck> SecretBook::verify(const std::stop_token& stop) const {
    std::unique_lock guard(m_guard);
    const auto bytes = m_vault.content();
    const auto ledger = bytes ? SecretLedger::read(*bytes) : std::unexpected(bytes.error());
    if (!ledger) {
        return std::unexpected(ledger.error());
    }
    SecretCheck check{.head = ledger->head()};
    if (const auto age = checkAge(); !age) {
        check.findings.append(age.error());
    }
    for (const SecretRecord& record : ledger->records()) {
        if (!record.scan) {
            continue;
        }
        guard.unlock(); // whoever waits to look or to lock need not wait for every scan
        guard.lock();
        if (const auto open = mustBeOpen(); !open || stop.stop_requested()) {
            return open ? fail("secret-check-stopped") : std::unexpected(open.error());
        }
        const auto pdf = m_vault.get(record.scan->file, scanContext(record.ref, record.scan->sha256));
        if (pdf) {
            ++check.scans;
        } else {
            check.findings.append({pdf.error().code, secretRefKey(record.ref)});
        }
    }
    return check;
}

Result<void> SecretBook::acceptRestored(const QString& reason) {
    const std::lock_guard guard(m_guard);
    if (auto open = mustBeOpen(); !open) {
        return open;
    }
    const auto words = checkedReason(reason);
    return words ? add(lineOf(SecretDeed::RestoreAccepted, {}, *words)) : std::unexpected(words.error());
}

} // namespace app
