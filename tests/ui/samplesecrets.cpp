// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/samplesecrets.h"

#include "app/domain/vietnamtime.h"

#include <QMutexLocker>

namespace tests {

using namespace Qt::Literals::StringLiterals;
using app::SecretDeed;
using app::SecretDirection;

namespace {

std::unexpected<app::Error> sampleFault(const QString& code) {
    return std::unexpected(app::Error(code, {}));
}

app::SecretEntry sampleEntry(int number) {
    const QDate today = app::vietnamToday();
    app::SecretEntry entry;
    entry.degree = number % 5 == 0   ? app::Secrecy::TopSecret
                   : number % 3 == 0 ? app::Secrecy::Secret
                                     : app::Secrecy::Confidential;
    entry.date = today;
    entry.documentDate = today.addDays(-2);
    entry.counterpart = number % 2 == 0 ? u"Bộ Chỉ huy Quân sự tỉnh Mẫu"_s : u"Công an tỉnh Mẫu"_s;
    entry.documentNumber = u"%1/CAT-PV01"_s.arg(40 + number);
    entry.kind = number % 3 == 0 ? app::DocumentKind::KeHoach : app::DocumentKind::CongVan;
    entry.subject = number % 5 == 0 ? QString() : u"Về việc phối hợp bảo đảm an ninh kỳ họp Hội đồng nhân dân"_s;
    entry.copies = number % 4 == 0 ? 2 : 1;
    entry.keeper = u"Giám đốc Trần Thị Mẫu"_s;
    entry.receiver = u"Lê Văn Mẫu"_s;
    entry.dueDate = number % 4 == 1 ? today.addDays(7) : QDate();
    entry.remark = number % 6 == 0 ? u"Trả lại bản gốc sau khi xem"_s : QString();
    return entry;
}

} // namespace

SampleSecrets::SampleSecrets() {
    std::ignore = add(SecretDeed::Created, {}, {}, {});
    for (int number = 1; number <= 12; ++number) {
        std::ignore = add(SecretDeed::Entered, {SecretDirection::Incoming, app::vietnamToday().year(), number},
                          sampleEntry(number), {});
    }
    std::ignore =
        add(SecretDeed::Voided, {SecretDirection::Incoming, app::vietnamToday().year(), 4}, {}, u"Vào sổ hai lần"_s);
}

app::Result<void> SampleSecrets::add(SecretDeed deed, const app::SecretRef& ref,
                                     const std::optional<app::SecretEntry>& entry, const QString& words) {
    app::SecretLine line{.at = QDateTime::currentDateTimeUtc(), .by = u"H99.02/vanthu"_s, .deed = deed};
    line.ref = ref.number > 0 ? std::optional(ref) : std::nullopt;
    line.entry = entry;
    line.words = words;
    if (deed == SecretDeed::ScanAttached) {
        line.scan = app::SecretScan{.file = QByteArray(64, 'a'), .sha256 = QByteArray(64, 'b'), .size = 1};
    }
    return m_ledger.append(line);
}

bool SampleSecrets::isOpen() const {
    const QMutexLocker lock(&m_mutex);
    return m_open;
}

QStringList SampleSecrets::deeds() const {
    const QMutexLocker lock(&m_mutex);
    QStringList deeds;
    for (const app::SecretLine& line : m_ledger.lines()) {
        deeds << app::secretDeedKey(line.deed) + (line.ref ? u' ' + app::secretRefKey(*line.ref) : QString());
    }
    return deeds;
}

bool SampleSecrets::exists() {
    return isThere;
}

app::Result<void> SampleSecrets::create(const docsig::Pin& words) {
    const QMutexLocker lock(&m_mutex);
    if (QString::fromUtf8(words.utf8()).size() < app::SecretBook::shortestPassphrase) {
        return sampleFault(u"secret-passphrase-short"_s);
    }
    isThere = true;
    m_open = true;
    return {};
}

app::Result<void> SampleSecrets::unlock(const docsig::Pin& words) {
    const QMutexLocker lock(&m_mutex);
    m_open = QString::fromUtf8(words.utf8()) == passphrase;
    return m_open ? app::Result<void>() : sampleFault(u"sealed-passphrase-wrong"_s);
}

void SampleSecrets::lock() {
    const QMutexLocker lock(&m_mutex);
    m_open = false;
}

app::Result<QList<app::SecretRecord>> SampleSecrets::book(SecretDirection direction, int year) {
    const QMutexLocker lock(&m_mutex);
    return m_open ? app::Result<QList<app::SecretRecord>>(m_ledger.book(direction, year))
                  : sampleFault(u"secret-book-locked"_s);
}

app::Result<QList<int>> SampleSecrets::years(SecretDirection) {
    return QList<int>{app::vietnamToday().year(), app::vietnamToday().year() - 1};
}

app::Result<int> SampleSecrets::expectedNumber(SecretDirection direction) {
    const QMutexLocker lock(&m_mutex);
    return m_ledger.nextNumber(direction, app::vietnamToday().year());
}

app::Result<app::SecretRecord> SampleSecrets::enter(SecretDirection direction, const app::SecretEntry& entry) {
    const QMutexLocker lock(&m_mutex);
    const int year = entry.date.year();
    const app::SecretRef ref{direction, year, m_ledger.nextNumber(direction, year)};
    const auto added = add(SecretDeed::Entered, ref, entry, {});
    return added ? app::Result<app::SecretRecord>(*m_ledger.record(ref)) : std::unexpected(added.error());
}

app::Result<app::SecretRecord> SampleSecrets::show(const app::SecretRef& ref) {
    const QMutexLocker lock(&m_mutex);
    const auto added = add(SecretDeed::Viewed, ref, {}, {});
    return added ? app::Result<app::SecretRecord>(*m_ledger.record(ref)) : std::unexpected(added.error());
}

app::Result<void> SampleSecrets::correct(const app::SecretRef& ref, const app::SecretEntry& entry,
                                         const QString& reason) {
    const QMutexLocker lock(&m_mutex);
    return add(SecretDeed::Corrected, ref, entry, reason);
}

app::Result<void> SampleSecrets::voidEntry(const app::SecretRef& ref, const QString& reason) {
    const QMutexLocker lock(&m_mutex);
    return add(SecretDeed::Voided, ref, {}, reason);
}

app::Result<void> SampleSecrets::attachScan(const app::SecretRef& ref, const QString&) {
    const QMutexLocker lock(&m_mutex);
    return add(SecretDeed::ScanAttached, ref, {}, {});
}

app::Result<app::SecretBytes> SampleSecrets::scan(const app::SecretRef& ref) {
    const QMutexLocker lock(&m_mutex);
    const auto added = add(SecretDeed::ScanViewed, ref, {}, {});
    return added ? app::Result<app::SecretBytes>(scanBytes) : std::unexpected(added.error());
}

app::Result<qsizetype> SampleSecrets::saveRegister(const app::SecretRegisterRequest& request, const QString& path,
                                                   app::Language) {
    const QMutexLocker lock(&m_mutex);
    const auto added = add(SecretDeed::Printed, {}, {}, path);
    return added ? app::Result<qsizetype>(m_ledger.book(request.direction, request.year).size())
                 : std::unexpected(added.error());
}

app::Result<app::SecretCheck> SampleSecrets::verify(const std::stop_token&) {
    const QMutexLocker lock(&m_mutex);
    return app::SecretCheck{.head = m_ledger.head(), .scans = 2, .findings = findings};
}

app::Result<void> SampleSecrets::changePassphrase(const docsig::Pin& before, const docsig::Pin& now) {
    const QMutexLocker lock(&m_mutex);
    if (QString::fromUtf8(before.utf8()) != passphrase) {
        return sampleFault(u"sealed-passphrase-wrong"_s);
    }
    passphrase = QString::fromUtf8(now.utf8());
    return add(SecretDeed::PassphraseChanged, {}, {}, {});
}

} // namespace tests
