// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/vietnamtime.h"
#include "app/sheets/secretsheet.h"
#include "docsig/keys/cryptoruntime.h"
#include "tests/support/congvanctl.h"
#include "tests/world/office/officeworld.h"

#include <QDir>
#include <QDirIterator>
#include <QGuiApplication>
#include <QJsonArray>
#include <QScopeGuard>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace app;
using world::codeOf;
using world::OfficeWorld;

namespace {

const QString passphrase = u"sông Hồng bốn mùa nước đỏ"_s;
const QString nextPassphrase = u"núi Tản Viên quanh năm mây phủ"_s;
/// Words that stand nowhere else: where they are found in plain, something leaked.
const QString secretSubject = u"Phương án bảo vệ kho lúa Bờ Xanh"_s;
const QByteArray secretPage = "%PDF-1.7\nNoi dung mat cua kho lua Bo Xanh 20260917\n%%EOF\n";

docsig::Pin pinOf(const QString& text) {
    return docsig::Pin::fromString(text);
}

SecretEntry entryOf(const QString& subject = secretSubject) {
    return {.degree = Secrecy::Secret,
            .counterpart = u"Công an tỉnh Mẫu"_s,
            .documentNumber = u"15/CAT-PV01"_s,
            .documentDate = vietnamToday().addDays(-1),
            .kind = DocumentKind::KeHoach,
            .subject = subject,
            .copies = 2,
            .keeper = u"Trần Thị Mẫu"_s,
            .receiver = u"Lê Văn Mẫu"_s,
            .remark = u"Giao tận tay"_s};
}

QByteArray bytesOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList filesBelow(const QString& folder) {
    QStringList files;
    QDirIterator walk(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        files << walk.next();
    }
    return files;
}

/// Files in which the words stand in plain, as UTF-8 or UTF-16, whole or without diacritics.
QStringList leaksBelow(const QString& folder) {
    const QString bare = u"kho lua Bo Xanh"_s;
    const auto utf16 = [](const QString& text) {
        return QByteArray(reinterpret_cast<const char*>(text.utf16()), text.size() * 2);
    };
    const QList<QByteArray> words{secretSubject.toUtf8(), utf16(secretSubject),       bare.toUtf8(),
                                  secretPage.sliced(9),   "phuong an bao ve kho lua", u"Công an tỉnh Mẫu"_s.toUtf8(),
                                  "15/CAT-PV01"};
    QStringList leaks;
    for (const QString& path : filesBelow(folder)) {
        const QByteArray bytes = bytesOf(path);
        if (std::ranges::any_of(words, [&](const QByteArray& word) { return bytes.contains(word); })) {
            leaks << path;
        }
    }
    return leaks;
}

} // namespace

/// Registers of secret documents: sealed, apart, with a trace of everything, and never anywhere else.
class TestSecretBook : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { m_world.reset(); }
    void cleanup();

    void itIsLockedUntilThePassphraseIsGiven();
    void eachBookHasASeriesOfItsOwn();
    void correctionsAndVoidsHaveAReason();
    void everythingDoneStandsInIt();
    void aScanIsSealedAndGivenInMemory();
    void nothingOfItStandsAnywhereElse();
    void damageAndSwapsAreFound();
    void anOlderCopyDrawsNoNumber();
    void twoProgramsDoNotDrawTogether();
    void theYearEndsAtMidnightInVietnam();
    void theRegisterIsAPdfWithAWarning();
    void thePassphraseCanBeChanged();
    void onlyTheClerkKeepsIt();
    void secretPaperAndDraftsAreRefusedElsewhere();
    void killedAtAnyOperationNothingIsLost();
    void theCommandLineDoesItAll();

private:
    OfficeSession& clerk() { return m_world->clerk(OfficeWorld::finance); }
    SecretBook& book() { return clerk().secretBook(); }
    QString profileFolder() { return m_world->demo().profile(OfficeWorld::finance, Role::Clerk).folder; }
    QString folder() { return profileFolder() + u"/secretbook"_s; }
    QString bookFile() { return folder() + u"/book.sealed"_s; }
    void open() { CONGVAN_VERIFY(book().unlock(pinOf(passphrase))); }
    SecretRef entered(SecretDirection direction = SecretDirection::Incoming, const QString& subject = secretSubject) {
        const auto record = book().enter(direction, entryOf(subject));
        if (!record) {
            qFatal("%s %s", qPrintable(record.error().code), qPrintable(record.error().detail));
        }
        return record->ref;
    }
    QString scanFile() {
        const QString path = m_world->path(u"bản quét mật.pdf"_s);
        return congvanctl::put(path, secretPage) ? path : QString();
    }
    QStringList command(const QStringList& words) {
        return words + QStringList{u"--profile"_s, profileFolder(), u"--json"_s, u"--pin-env"_s, u"SECRET_WORDS"_s};
    }

    QDateTime m_now;
    std::unique_ptr<OfficeWorld> m_world;
};

void TestSecretBook::initTestCase() {
    qputenv("SECRET_WORDS", passphrase.toUtf8());
    m_world = std::make_unique<OfficeWorld>();
    SessionOptions options;
    options.secretCost = {.logN = 10, .r = 8, .p = 1};
    options.clock = [this] { return m_now.isValid() ? m_now : QDateTime::currentDateTimeUtc(); };
    m_world->setOptions(options);
    QVERIFY(!book().exists());
    QCOMPARE(codeOf(book().unlock(pinOf(passphrase))), u"secret-book-missing"_s);
    QCOMPARE(codeOf(book().create(pinOf(u"ngắn quá"_s))), u"secret-passphrase-short"_s);
    CONGVAN_VERIFY(book().create(pinOf(passphrase)));
    QVERIFY(book().isOpen());
    QCOMPARE(codeOf(book().create(pinOf(passphrase))), u"secret-book-exists"_s);
    book().lock();
    QCOMPARE(codeOf(book().create(pinOf(passphrase))), u"secret-book-exists"_s);
}

void TestSecretBook::cleanup() {
    m_now = {};
    book().lock();
}

void TestSecretBook::itIsLockedUntilThePassphraseIsGiven() {
    const int year = vietnamToday().year();
    const SecretRef ref{SecretDirection::Incoming, year, 1};
    const QString locked = u"secret-book-locked"_s;
    QCOMPARE(codeOf(book().book(SecretDirection::Incoming, year)), locked);
    QCOMPARE(codeOf(book().lines()), locked);
    QCOMPARE(codeOf(book().enter(SecretDirection::Incoming, entryOf())), locked);
    QCOMPARE(codeOf(book().show(ref)), locked);
    QCOMPARE(codeOf(book().correct(ref, entryOf(), u"lý do"_s)), locked);
    QCOMPARE(codeOf(book().voidEntry(ref, u"lý do"_s)), locked);
    QCOMPARE(codeOf(book().attachScan(ref, scanFile())), locked);
    QCOMPARE(codeOf(book().scan(ref)), locked);
    QCOMPARE(codeOf(book().verify()), locked);
    QCOMPARE(codeOf(book().changePassphrase(pinOf(passphrase), pinOf(nextPassphrase))), locked);
    QCOMPARE(codeOf(book().saveRegister({.year = year}, m_world->path(u"sổ.pdf"_s), Language::Vietnamese)), locked);
    QCOMPARE(codeOf(book().unlock(pinOf(nextPassphrase))), u"sealed-passphrase-wrong"_s);
    QVERIFY(!book().isOpen());
    open();
    CONGVAN_VERIFY(book().lines());
    for (const QString& path : filesBelow(folder())) {
        QVERIFY((QFile(path).permissions() & (QFile::ReadGroup | QFile::ReadOther)) == 0);
    }
}

void TestSecretBook::eachBookHasASeriesOfItsOwn() {
    open();
    const int year = vietnamToday().year();
    const int incoming = *book().expectedNumber(SecretDirection::Incoming);
    const int outgoing = *book().expectedNumber(SecretDirection::Outgoing);
    const auto ordinary = clerk().registerPaper().expectedNumber();
    QCOMPARE(entered(), (SecretRef{SecretDirection::Incoming, year, incoming}));
    QCOMPARE(entered(), (SecretRef{SecretDirection::Incoming, year, incoming + 1}));
    QCOMPARE(entered(SecretDirection::Outgoing), (SecretRef{SecretDirection::Outgoing, year, outgoing}));
    QCOMPARE(clerk().registerPaper().expectedNumber(), ordinary);
    const auto records = book().book(SecretDirection::Incoming, year);
    CONGVAN_VERIFY(records);
    for (int at = 0; at < records->size(); ++at) {
        QCOMPARE(records->at(at).ref.number, at + 1);
    }
    SecretEntry expected = entryOf();
    expected.date = vietnamToday();
    QCOMPARE(records->last().entry, expected);
    QCOMPARE(records->last().by, clerk().person().mailbox());
    // It is the same after it was locked.
    book().lock();
    open();
    QCOMPARE(*book().book(SecretDirection::Incoming, year), *records);

    SecretEntry wrong = entryOf();
    wrong.counterpart = u"  "_s;
    QCOMPARE(codeOf(book().enter(SecretDirection::Incoming, wrong)), u"secret-entry-wrong"_s);
    wrong = entryOf();
    wrong.degree = Secrecy::None;
    QCOMPARE(codeOf(book().enter(SecretDirection::Incoming, wrong)), u"secret-entry-wrong"_s);
    wrong = entryOf();
    wrong.date = vietnamToday().addDays(1);
    QCOMPARE(codeOf(book().enter(SecretDirection::Incoming, wrong)), u"secret-date-not-allowed"_s);
    wrong.date = vietnamToday().addDays(-1); // before the line that came last
    wrong.documentDate = {};
    if (wrong.date.year() == year) {
        QCOMPARE(codeOf(book().enter(SecretDirection::Incoming, wrong)), u"secret-date-not-allowed"_s);
    }
    SecretEntry withheld = entryOf(QString());
    CONGVAN_VERIFY(book().enter(SecretDirection::Incoming, withheld));
}

void TestSecretBook::correctionsAndVoidsHaveAReason() {
    open();
    const SecretRef ref = entered();
    SecretEntry right = entryOf();
    right.remark = u"Đã chuyển lãnh đạo"_s;
    QCOMPARE(codeOf(book().correct(ref, right, u" "_s)), u"reason-missing"_s);
    CONGVAN_VERIFY(book().correct(ref, right, u"Ghi thiếu"_s));
    QCOMPARE(codeOf(book().correct(ref, right, u"Ghi thiếu"_s)), u"secret-entry-unchanged"_s);
    QCOMPARE(book().show(ref)->entry.remark, right.remark);
    QCOMPARE(book().show(ref)->corrected, 1);
    QCOMPARE(codeOf(book().voidEntry(ref, {})), u"reason-missing"_s);
    CONGVAN_VERIFY(book().voidEntry(ref, u"Vào sổ hai lần"_s));
    QCOMPARE(codeOf(book().voidEntry(ref, u"Vào sổ hai lần"_s)), u"secret-entry-void"_s);
    QCOMPARE(codeOf(book().correct(ref, entryOf(), u"sửa"_s)), u"secret-entry-void"_s);
    QCOMPARE(codeOf(book().attachScan(ref, scanFile())), u"secret-entry-void"_s);
    QVERIFY(book().show(ref)->voided);
    QCOMPARE(book().show(ref)->voidReason.text(), u"Vào sổ hai lần"_s);
    QCOMPARE(entered().number, ref.number + 1); // its number stays taken
    QCOMPARE(codeOf(book().voidEntry({SecretDirection::Outgoing, 2001, 1}, u"?"_s)), u"secret-entry-missing"_s);
}

void TestSecretBook::everythingDoneStandsInIt() {
    open();
    const qsizetype before = book().lines()->size();
    const SecretRef ref = entered();
    CONGVAN_VERIFY(book().show(ref));
    CONGVAN_VERIFY(book().attachScan(ref, scanFile()));
    CONGVAN_VERIFY(book().scan(ref));
    CONGVAN_VERIFY(
        book().saveRegister({.year = vietnamToday().year()}, m_world->path(u"sổ.pdf"_s), Language::Vietnamese));
    book().lock();
    open();
    QStringList deeds;
    for (const SecretLine& line : book().lines()->sliced(before)) {
        deeds << secretDeedKey(line.deed);
        QCOMPARE(line.by, clerk().person().mailbox());
    }
    QCOMPARE(deeds, (QStringList{u"entered"_s, u"viewed"_s, u"scan-attached"_s, u"scan-viewed"_s, u"printed"_s,
                                 u"unlocked"_s}));
}

void TestSecretBook::aScanIsSealedAndGivenInMemory() {
    open();
    const SecretRef ref = entered();
    QCOMPARE(codeOf(book().scan(ref)), u"secret-scan-none"_s);
    const QString text = m_world->path(u"không phải.pdf"_s);
    QVERIFY(congvanctl::put(text, "chữ"));
    QCOMPARE(codeOf(book().attachScan(ref, text)), u"secret-scan-unreadable"_s);
    QCOMPARE(codeOf(book().attachScan(ref, text + u"?"_s)), u"secret-scan-unreadable"_s);
    CONGVAN_VERIFY(book().attachScan(ref, scanFile()));
    const QStringList files = filesBelow(folder());
    const auto pdf = book().scan(ref);
    CONGVAN_VERIFY(pdf);
    QCOMPARE(pdf->text(), secretPage);
    QCOMPARE(filesBelow(folder()).size(), files.size());
    QVERIFY(bytesOf(scanFile()) == secretPage); // the file that was given stays where it was
}

void TestSecretBook::nothingOfItStandsAnywhereElse() {
    open();
    const SecretRef ref = entered();
    CONGVAN_VERIFY(book().attachScan(ref, scanFile()));
    CONGVAN_VERIFY(book().show(ref));
    CONGVAN_VERIFY(book().scan(ref));
    CONGVAN_VERIFY(m_world->sync(clerk()));
    CONGVAN_VERIFY(clerk().dailyDigest().takeToday());
    CONGVAN_VERIFY(clerk().auditLog().lines(1, 1000));
    CONGVAN_VERIFY(clerk().readTexts().readPending(100));
    QFile::remove(scanFile()); // where the person has it themselves
    QFile::remove(m_world->path(u"sổ.pdf"_s));
    QCOMPARE(leaksBelow(m_world->path({})), QStringList());
    QCOMPARE(leaksBelow(m_world->hub().dataFolder()), QStringList());
    QVERIFY(!filesBelow(profileFolder()).isEmpty() && !filesBelow(m_world->hub().dataFolder()).isEmpty());
    // What was looked for is found where it stands in plain.
    QVERIFY(congvanctl::put(m_world->path(u"lộ.txt"_s), secretSubject.toUtf8()));
    QCOMPARE(leaksBelow(m_world->path({})).size(), 1);
    QVERIFY(QFile::remove(m_world->path(u"lộ.txt"_s)));
}

void TestSecretBook::damageAndSwapsAreFound() {
    open();
    const SecretRef first = entered();
    const SecretRef second = entered(SecretDirection::Outgoing);
    CONGVAN_VERIFY(book().attachScan(first, scanFile()));
    const QDir scans(folder() + u"/scans"_s);
    const QStringList before = scans.entryList(QDir::Files);
    CONGVAN_VERIFY(book().attachScan(second, scanFile()));
    const auto good = book().verify();
    CONGVAN_VERIFY(good);
    QCOMPARE(good->findings, QList<Error>());
    QVERIFY(good->scans >= 2);
    QString fresh;
    for (const QString& name : scans.entryList(QDir::Files)) {
        fresh = before.contains(name) ? fresh : scans.filePath(name);
    }
    // The scan of another line, sealed by the same key, in its place; then none.
    const QByteArray own = bytesOf(fresh);
    QVERIFY(congvanctl::put(fresh, bytesOf(scans.filePath(before.first()))));
    QCOMPARE(codeOf(book().scan(second)), u"sealed-content-damaged"_s);
    QVERIFY(QFile::remove(fresh));
    QCOMPARE(codeOf(book().scan(second)), u"secret-scan-missing"_s);
    QCOMPARE(book().verify()->findings, (QList<Error>{{u"secret-scan-missing"_s, secretRefKey(second)}}));
    QVERIFY(congvanctl::put(fresh, own));
    CONGVAN_VERIFY(book().scan(second));
    book().lock();
    const QByteArray whole = bytesOf(bookFile());
    for (const qsizetype at : {qsizetype(120), whole.size() / 2, whole.size() - 1}) {
        QByteArray changed = whole;
        changed[at] = static_cast<char>(changed.at(at) ^ 1);
        QVERIFY(congvanctl::put(bookFile(), changed));
        QCOMPARE(codeOf(book().unlock(pinOf(passphrase))), u"sealed-content-damaged"_s);
        QVERIFY(!book().isOpen());
    }
    QVERIFY(congvanctl::put(bookFile(), whole.first(50)));
    QCOMPARE(codeOf(book().unlock(pinOf(passphrase))), u"sealed-header-damaged"_s);
    QVERIFY(congvanctl::put(bookFile(), {}));
    QCOMPARE(codeOf(book().unlock(pinOf(passphrase))), u"sealed-header-damaged"_s);
    QVERIFY(congvanctl::put(bookFile(), whole));
    open();
}

void TestSecretBook::anOlderCopyDrawsNoNumber() {
    open();
    book().lock();
    const QByteArray older = bytesOf(bookFile());
    open();
    const SecretRef ref = entered();
    book().lock();
    const QByteArray newer = bytesOf(bookFile());
    QVERIFY(congvanctl::put(bookFile(), older));
    open(); // it can be looked at
    QCOMPARE(codeOf(book().enter(SecretDirection::Incoming, entryOf())), u"secret-book-older"_s);
    QCOMPARE(book().verify()->findings.first().code, u"secret-book-older"_s);
    book().lock();
    QVERIFY(congvanctl::put(bookFile(), newer));
    open();
    QCOMPARE(entered().number, ref.number + 1);
    // Accepted, with a reason that stays.
    book().lock();
    QVERIFY(congvanctl::put(bookFile(), older));
    open();
    QCOMPARE(codeOf(book().acceptRestored({})), u"reason-missing"_s);
    CONGVAN_VERIFY(book().acceptRestored(u"Ổ đĩa hỏng, phục hồi bản ngày trước"_s));
    QCOMPARE(entered().number, ref.number);
    QCOMPARE(book().verify()->findings, QList<Error>());
    // Gone altogether: nothing begins anew by itself.
    book().lock();
    const QByteArray kept = bytesOf(bookFile());
    QVERIFY(QFile::remove(bookFile()));
    QCOMPARE(codeOf(book().unlock(pinOf(passphrase))), u"secret-book-missing"_s);
    QCOMPARE(codeOf(book().create(pinOf(passphrase))), u"secret-book-gone"_s);
    QVERIFY(congvanctl::put(bookFile(), kept));
    open();
}

void TestSecretBook::twoProgramsDoNotDrawTogether() {
    // Another program on the same folder, by whatever way it came there.
    SecretVault other({.folder = folder(), .syncFolder = {}, .cost = {.logN = 10}});
    const auto content = other.open(pinOf(passphrase));
    CONGVAN_VERIFY(content);
    QCOMPARE(codeOf(book().unlock(pinOf(passphrase))), u"secret-book-in-use"_s);
    other.close();
    open();
    QCOMPARE(codeOf(other.open(pinOf(passphrase))), u"secret-book-in-use"_s);
    QCOMPARE(codeOf(other.create(pinOf(passphrase), "x")), u"secret-book-in-use"_s);
}

void TestSecretBook::theYearEndsAtMidnightInVietnam() {
    const int year = vietnamToday().year() + 1;
    m_now = QDateTime(QDate(year, 12, 31), QTime(16, 59, 59), Qt::UTC); // 23:59:59 in Vietnam
    open();
    SecretEntry entry = entryOf();
    entry.documentDate = {};
    const auto last = book().enter(SecretDirection::Outgoing, entry);
    CONGVAN_VERIFY(last);
    QCOMPARE(last->ref.year, year);
    m_now = m_now.addSecs(1);
    const auto first = book().enter(SecretDirection::Outgoing, entry);
    CONGVAN_VERIFY(first);
    QCOMPARE(first->ref, (SecretRef{SecretDirection::Outgoing, year + 1, 1}));
    QCOMPARE(first->entry.date, QDate(year + 1, 1, 1));
    QVERIFY(book().years(SecretDirection::Outgoing)->contains(year));
}

void TestSecretBook::theRegisterIsAPdfWithAWarning() {
    open();
    const int year = vietnamToday().year();
    entered();
    const QString path = m_world->path(u"sổ mật đến.pdf"_s);
    const auto lines = book().saveRegister({.year = year}, path, Language::Vietnamese);
    CONGVAN_VERIFY(lines);
    QCOMPARE(*lines, book().book(SecretDirection::Incoming, year)->size());
    QVERIFY(bytesOf(path).startsWith("%PDF-"));
    for (const QString& name : {u"sổ.csv"_s, u"sổ.ods"_s, u"sổ"_s}) {
        QCOMPARE(codeOf(book().saveRegister({.year = year}, m_world->path(name), Language::Vietnamese)),
                 u"secret-register-not-pdf"_s);
        QVERIFY(!QFile::exists(m_world->path(name)));
    }
    const SecretRegister whole{.year = year,
                               .days = yearOf(year),
                               .officeName = u"Sở Tài chính"_s,
                               .lines = *book().book(SecretDirection::Incoming, year)};
    const Sheet sheet = secretSheet(whole, Language::Vietnamese);
    QVERIFY(sheet.hasCover);
    QVERIFY(sheet.facts.first().startsWith(u"TỐI MẬT"_s));
    QCOMPARE(sheet.rows.size(), whole.lines.size());
    for (const auto& row : sheet.rows) {
        QCOMPARE(row.size(), sheet.columns.size());
    }
    const SecretRegister out{.direction = SecretDirection::Outgoing,
                             .year = year,
                             .days = yearOf(year),
                             .lines = *book().book(SecretDirection::Outgoing, year)};
    const Sheet outgoing = secretSheet(out, Language::English);
    QVERIFY(!outgoing.rows.isEmpty());
    QCOMPARE(outgoing.rows.first().size(), outgoing.columns.size());
    QFile::remove(path);
}

void TestSecretBook::thePassphraseCanBeChanged() {
    open();
    const SecretRef ref = entered();
    CONGVAN_VERIFY(book().attachScan(ref, scanFile()));
    QCOMPARE(codeOf(book().changePassphrase(pinOf(nextPassphrase), pinOf(nextPassphrase))),
             u"sealed-passphrase-wrong"_s);
    QCOMPARE(codeOf(book().changePassphrase(pinOf(passphrase), pinOf(u"ngắn"_s))), u"secret-passphrase-short"_s);
    CONGVAN_VERIFY(book().changePassphrase(pinOf(passphrase), pinOf(nextPassphrase)));
    entered();
    book().lock();
    QCOMPARE(codeOf(book().unlock(pinOf(passphrase))), u"sealed-passphrase-wrong"_s);
    CONGVAN_VERIFY(book().unlock(pinOf(nextPassphrase)));
    QCOMPARE(book().scan(ref)->text(), secretPage);
    QCOMPARE(book().verify()->findings, QList<Error>());
    CONGVAN_VERIFY(book().changePassphrase(pinOf(nextPassphrase), pinOf(passphrase)));
}

void TestSecretBook::onlyTheClerkKeepsIt() {
    for (OfficeSession* desk : {&m_world->leader(OfficeWorld::finance), &m_world->officer(OfficeWorld::finance)}) {
        QCOMPARE(codeOf(desk->secretBook().create(pinOf(passphrase))), u"secret-book-not-clerk"_s);
        QCOMPARE(codeOf(desk->secretBook().unlock(pinOf(passphrase))), u"secret-book-not-clerk"_s);
        QVERIFY(!desk->secretBook().exists());
    }
}

void TestSecretBook::secretPaperAndDraftsAreRefusedElsewhere() {
    const auto next = clerk().registerPaper().expectedNumber();
    const QStringList before = filesBelow(profileFolder());
    PaperForm form{.entry = {.sender = {.id = {}, .name = u"Công an tỉnh Mẫu"_s},
                             .number = u"15"_s,
                             .notation = u"CAT-PV01"_s,
                             .subject = secretSubject},
                   .scan = scanFile()};
    for (const Secrecy degree : {Secrecy::Confidential, Secrecy::Secret, Secrecy::TopSecret}) {
        form.secrecy = degree;
        QCOMPARE(codeOf(clerk().registerPaper().enter(form)), u"secret-book-instead"_s);
    }
    QCOMPARE(clerk().registerPaper().expectedNumber(), next);
    OfficeSession& officer = m_world->officer(OfficeWorld::finance);
    auto draft = officer.draftDocument().start(DocumentKind::CongVan);
    CONGVAN_VERIFY(draft);
    draft->subject = secretSubject;
    draft->secrecy = Secrecy::Confidential;
    QCOMPARE(codeOf(officer.draftDocument().save(*draft)), u"secret-book-instead"_s);
    QVERIFY(officer.draftDocument().list()->isEmpty());
    QFile::remove(scanFile());
    QCOMPARE(leaksBelow(m_world->path({})), QStringList());
    QCOMPARE(filesBelow(profileFolder()).size(), before.size());
}

void TestSecretBook::killedAtAnyOperationNothingIsLost() {
    open();
    int last = entered().number;
    const SecretRef scanned = entered();
    last = scanned.number;
    const QString scan = scanFile();
    m_world->close(OfficeWorld::finance, Role::Clerk);
    qputenv("LD_PRELOAD", CONGVAN_BIN_DIR "/congvan_operationshim.so");
    const QByteArray sanitizer = qgetenv("ASAN_OPTIONS");
    qputenv("ASAN_OPTIONS", sanitizer + ":verify_asan_link_order=0:detect_leaks=0");
    const auto away = qScopeGuard([&] {
        qunsetenv("LD_PRELOAD");
        qunsetenv("CONGVAN_SHIM_DIE");
        qputenv("ASAN_OPTIONS", sanitizer);
    });
    const QList<QStringList> steps{{u"secret"_s, u"enter"_s, u"incoming"_s, u"-"_s},
                                   {u"secret"_s, u"scan"_s, secretRefKey(scanned), u"--attach"_s, scan}};
    for (const QStringList& step : steps) {
        int kills = 0;
        for (int die = 1;; ++die) {
            qputenv("CONGVAN_SHIM_DIE", QByteArray::number(die));
            const auto killed =
                congvanctl::run(command(step), {}, u"{\"counterpart\":\"Công an tỉnh Mẫu\"}"_s.toUtf8());
            qputenv("CONGVAN_SHIM_DIE", "0");
            const auto checked = congvanctl::run(command({u"secret"_s, u"verify"_s}));
            QVERIFY2(checked.exitCode == 0, qPrintable(checked.out + checked.err));
            const auto list = congvanctl::run(command({u"secret"_s, u"list"_s, u"incoming"_s}));
            const QJsonArray entries = list.json()[u"entries"_s].toArray();
            // Nothing that was there is missing, and what was drawn was drawn once, in order.
            QVERIFY(entries.size() == last || entries.size() == last + 1);
            QCOMPARE(entries.last()[u"number"_s].toInt(), int(entries.size()));
            last = int(entries.size());
            if (killed.exitCode >= 0) {
                QCOMPARE(killed.exitCode, 0);
                break;
            }
            ++kills;
        }
        QVERIFY(kills > 3);
    }
}

void TestSecretBook::theCommandLineDoesItAll() {
    const int year = vietnamToday().year();
    m_world->close(OfficeWorld::finance, Role::Clerk);
    const auto ran = [&](const QStringList& words, const QJsonObject& input = {}) {
        return congvanctl::run(command(QStringList{u"secret"_s} + words), {}, QJsonDocument(input).toJson());
    };
    const auto again = ran({u"create"_s});
    QVERIFY2(again.err.contains(u"secret-book-exists"_s), qPrintable(again.err));
    const auto entry = ran({u"enter"_s, u"incoming"_s, u"-"_s}, {{u"degree"_s, u"top-secret"_s},
                                                                 {u"counterpart"_s, u"Công an tỉnh Mẫu"_s},
                                                                 {u"subject"_s, secretSubject},
                                                                 {u"copies"_s, 3}});
    QVERIFY2(entry.exitCode == 0, qPrintable(entry.err));
    const QString ref = entry.json()[u"ref"_s].toString();
    QVERIFY(ref.startsWith(u"incoming/%1/"_s.arg(year)));
    const auto corrected =
        ran({u"correct"_s, ref, u"-"_s}, {{u"subject"_s, QJsonValue()}, {u"reason"_s, u"Không được ghi"_s}});
    QVERIFY2(corrected.exitCode == 0, qPrintable(corrected.err));
    const auto shown = ran({u"show"_s, ref}).json();
    QCOMPARE(shown[u"subject"_s].toString(), QString());
    QCOMPARE(shown[u"degree"_s].toString(), u"top-secret"_s);
    QCOMPARE(shown[u"copies"_s].toInt(), 3);
    QCOMPARE(ran({u"scan"_s, ref, u"--attach"_s, scanFile()}).exitCode, 0);
    QCOMPARE(ran({u"scan"_s, ref, u"--output"_s, u"-"_s}).out.toUtf8(), secretPage);
    QCOMPARE(ran({u"scan"_s, ref, u"--output"_s, m_world->path(u"lộ.pdf"_s)}).exitCode, 64);
    QVERIFY(!QFile::exists(m_world->path(u"lộ.pdf"_s)));
    const QString path = m_world->path(u"sổ mật.pdf"_s);
    QCOMPARE(ran({u"register"_s, u"incoming"_s, u"--output"_s, path}).exitCode, 0);
    QVERIFY(bytesOf(path).startsWith("%PDF-"));
    QCOMPARE(ran({u"void"_s, ref, u"-"_s}, {{u"reason"_s, u"Vào sổ hai lần"_s}}).exitCode, 0);
    const QJsonArray list = ran({u"list"_s, u"incoming"_s}).json()[u"entries"_s].toArray();
    QVERIFY(list.last()[u"voided"_s].toBool());
    QVERIFY(ran({u"log"_s}).json()[u"lines"_s].toArray().size() > 10);
    QCOMPARE(ran({u"list"_s, u"thường"_s}).exitCode, 64);
    qputenv("NEXT_WORDS", nextPassphrase.toUtf8());
    QCOMPARE(ran({u"passphrase"_s, u"--new-pin-env"_s, u"NEXT_WORDS"_s}).exitCode, 0);
    const auto wrong = ran({u"verify"_s});
    QCOMPARE(wrong.exitCode, 77);
    QVERIFY(wrong.err.contains(u"sealed-passphrase-wrong"_s) && !wrong.err.contains(passphrase));
    qputenv("SECRET_WORDS", nextPassphrase.toUtf8());
    QCOMPARE(ran({u"verify"_s}).json()[u"good"_s].toBool(), true);
    const auto refused = congvanctl::run(command({u"paper"_s, u"register"_s, u"--secrecy"_s, u"secret"_s, u"--sender"_s,
                                                  u"Công an tỉnh Mẫu"_s, u"--subject"_s, u"?"_s})
                                             .first(10));
    QVERIFY2(refused.err.contains(u"secret-book-instead"_s), qPrintable(refused.err));
    qputenv("SECRET_WORDS", passphrase.toUtf8());
    qputenv("NEXT_WORDS", passphrase.toUtf8());
}

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    const docsig::CryptoRuntime crypto;
    TestSecretBook test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_secretbook.moc"
