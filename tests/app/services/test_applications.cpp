// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/applicationkind.h"
#include "app/domain/streams.h"
#include "app/store/database.h"
#include "app/store/transaction.h"
#include "docsig/keys/cryptoruntime.h"
#include "tests/support/congvanctl.h"
#include "tests/world/office/officeworld.h"
#include "tests/world/office/receivingdesk.h"

#include <QGuiApplication>
#include <QJsonArray>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace app;
using world::codeOf;
using world::officeSample;
using world::OfficeWorld;

/// One-stop dossiers and other kinds on the same axis: taken as what they are, kept whole, answered by their statuses.
class TestApplications : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_world = std::make_unique<OfficeWorld>(); }
    void cleanupTestCase() { m_world.reset(); }

    void theTableSaysWhatIsWhat();
    void whatCameIsShownAsWhatItIs();
    void nothingOfItIsLost();
    void itHasABookOfItsKind();
    void itIsAnsweredByItsStatuses();
    void itIsReturnedWithAReason();
    void anOfficialDocumentStaysOne();
    void theListIsNarrowedToThem();
    void theCommandLineTellsIt();

private:
    OfficeSession& clerk() { return m_world->clerk(OfficeWorld::finance); }
    OfficeSession& officer() { return m_world->officer(OfficeWorld::finance); }
    DocumentId came(const QByteArray& packet) {
        const auto sent = m_world->sendRaw(packet);
        if (!sent || !m_world->sync(clerk())) {
            qFatal("the packet was not sent: %s", sent ? "" : qPrintable(sent.error().code + sent.error().detail));
        }
        return documentOfPacket(exchange::sha256Hex(packet));
    }
    DocumentDetail seen(const DocumentId& id) {
        const auto detail = clerk().queryDocuments().detail(id);
        if (!detail) {
            qFatal("%s", qPrintable(detail.error().code));
        }
        return *detail;
    }

    /// The statuses that came to the sender's desk, from its store.
    QStringList reportedAbout(const QString& packetDocumentId) {
        if (!m_world->sync(m_world->clerk())) {
            return {};
        }
        const QString file = m_world->clerk().profile().storeFile();
        m_world->close(OfficeWorld::sender, Role::Clerk);
        const auto database = Database::open({.file = file});
        QStringList codes;
        if (database) {
            std::ignore = (*database)->read([&](Transaction& transaction) -> Result<void> {
                Rows rows = transaction.query(u"SELECT code FROM status_note WHERE packet_document_id = ?"_s,
                                              {packetDocumentId});
                while (rows.next()) {
                    codes << rows.text(0);
                }
                return {};
            });
        }
        return codes;
    }

    std::unique_ptr<OfficeWorld> m_world;
};

void TestApplications::theTableSaysWhatIsWhat() {
    QCOMPARE(applicationKindOf(u" MotCua "_s, u"x"_s, u"12"_s), u"one-stop"_s);
    QCOMPARE(applicationKindOf({}, u"H99.02-261120-0007"_s, {}), u"one-stop"_s);
    QCOMPARE(applicationKindOf({}, u"H99.02-261120-0007"_s, u"12"_s), QString()); // it has a number
    QCOMPARE(applicationKindOf({}, u"H99.02-2026-12/STC"_s, {}), QString());
    QCOMPARE(applicationKindOf(u"eDoc"_s, u"H99.02-261120-0007"_s, {}), QString());
    QCOMPARE(applicationKindOf(u"chua-tung-thay"_s, {}, u"12"_s), u"other"_s);
    QCOMPARE(applicationKindOf({}, {}, {}), QString());
    for (const QString& type : {u"task"_s, u"(TASK)"_s, u"Nhiệm vụ"_s}) {
        QCOMPARE(applicationKindOf(type, {}, {}), u"other"_s); // no packet makes itself a task of the office
    }
    QVERIFY(!applicationKind(u"official"_s) && !applicationKind({}));
    QStringList keys;
    for (const ApplicationKind& kind : applicationKinds()) {
        QVERIFY(!kind.name.isEmpty() && !kind.english.isEmpty());
        QVERIFY2(QFile::exists(u"" CONGVAN_SOURCE_DIR "/resources/icons/"_s + kind.icon + u".svg"_s),
                 qPrintable(kind.icon));
        // The key is the series of a book.
        QVERIFY(parseBookStream(incomingBookStream(*OrganId::parse(u"H99.02"), 2026, kind.key)));
        QVERIFY(!keys.contains(kind.key));
        keys << kind.key;
    }
}

void TestApplications::whatCameIsShownAsWhatItIs() {
    const DocumentDetail dossier = seen(came(officeSample("one-stop.edxml")));
    QCOMPARE(dossier.summary.application, u"one-stop"_s);
    QCOMPARE(dossier.summary.kindName, u"Hồ sơ một cửa"_s);
    QCOMPARE(dossier.summary.number, u"H99.02-261120-0007"_s);
    QCOMPARE(dossier.applicationType, u"motcua"_s);
    QCOMPARE(stateKey(dossier.summary.state), u"arrived"_s);
    QVERIFY(!dossier.actions.canReply);
    // A file that is no document to be signed is not one that can't be read.
    const auto verdict = clerk().judgeIncoming().judge(dossier.summary.id);
    CONGVAN_VERIFY(verdict);
    QCOMPARE(int(verdict->verdict), int(docsig::Verdict::Unsigned));
    const DocumentDetail unnamed = seen(came(officeSample("one-stop-by-identifier.edxml")));
    QCOMPARE(unnamed.summary.application, u"one-stop"_s);
    const DocumentDetail other = seen(came(officeSample("another-kind.edxml")));
    QCOMPARE(other.summary.application, u"other"_s);
    QCOMPARE(other.applicationType, u"KhaoSat2026"_s);
}

void TestApplications::nothingOfItIsLost() {
    const QByteArray packet = officeSample("one-stop.edxml");
    const DocumentDetail dossier = seen(documentOfPacket(exchange::sha256Hex(packet)));
    QCOMPARE(dossier.contents.size(), 3);
    for (const ContentRef& content : dossier.contents) {
        QVERIFY2(content.here, qPrintable(content.name));
    }
    QStringList extras;
    for (const PacketExtra& extra : dossier.extras) {
        extras << extra.name + u'=' + extra.value;
    }
    QCOMPARE(extras, QStringList({u"MaThuTuc=1.001612"_s, u"TenThuTuc=Đăng ký thành lập hộ kinh doanh"_s,
                                  u"HoTen=Nguyễn Văn A"_s, u"NgayHenTra=2026/12/01"_s}));
    const auto kept = clerk().queryDocuments().content(dossier.packetSha256);
    CONGVAN_VERIFY(kept);
    QFile file(*kept);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), packet); // byte for byte
}

void TestApplications::itHasABookOfItsKind() {
    const DocumentId id = documentOfPacket(exchange::sha256Hex(officeSample("one-stop.edxml")));
    const auto official = clerk().acceptIncoming().expectedNumber();
    const auto expected = clerk().acceptIncoming().expectedNumber(id);
    CONGVAN_VERIFY(expected);
    QCOMPARE(*expected, 1);
    const auto receipt =
        clerk().acceptIncoming().accept(id, {.date = {}, .dueDate = {}, .note = {}, .withoutVerdict = true});
    CONGVAN_VERIFY(receipt);
    QCOMPARE(receipt->number, 1);
    QCOMPARE(codeOf(clerk().arrivalCopy().copyOf(id)), u"arrival-not-registered"_s); // no stamp ĐẾN
    QCOMPARE(*clerk().acceptIncoming().expectedNumber(), *official); // official documents go on as before
    const int year = clerk().delegations().today().year();
    const auto books = clerk().queryDocuments().applicationBooks(year);
    CONGVAN_VERIFY(books);
    QCOMPARE(books->size(), 1);
    QCOMPARE(books->first().documentNumber, u"H99.02-261120-0007"_s);
    const auto book = clerk().queryDocuments().book(year, true);
    CONGVAN_VERIFY(book);
    for (const BookEntry& entry : *book) {
        QVERIFY(entry.document != std::optional(id));
    }
    const auto report =
        clerk().reportWork().report({.from = QDate(year, 1, 1), .to = QDate(year, 12, 31)}, Breakdown::Month);
    CONGVAN_VERIFY(report);
    QCOMPARE(report->total.received, 0); // nor is it counted among them
}

void TestApplications::itIsAnsweredByItsStatuses() {
    const DocumentId id = documentOfPacket(exchange::sha256Hex(officeSample("one-stop.edxml")));
    QVERIFY(!seen(id).actions.canReply);
    QVERIFY(seen(id).actions.canDirect && seen(id).actions.canHandle);
    CONGVAN_VERIFY(clerk().directDocument().direct(
        id, {.words = u"Giao bộ phận một cửa"_s, .shares = {{.to = officer().person().mailbox()}}}));
    CONGVAN_VERIFY(m_world->sync(clerk()));
    CONGVAN_VERIFY(m_world->sync(officer()));
    const auto given = officer().queryDocuments().detail(id);
    CONGVAN_VERIFY(given);
    QCOMPARE(given->summary.application, u"one-stop"_s); // the same at the desk that got it
    QVERIFY(!given->actions.canReply);
    CONGVAN_VERIFY(officer().handleIncoming().progress(id, u"Đang thẩm định"_s));
    CONGVAN_VERIFY(officer().handleIncoming().finish(id, u"Đã trả kết quả"_s));
    CONGVAN_VERIFY(m_world->sync(officer()));
    CONGVAN_VERIFY(m_world->sync(clerk()));
    CONGVAN_VERIFY(m_world->sync(clerk()));
    const QStringList codes = reportedAbout(u"H99.02-261120-0007"_s);
    for (const QString& code : {u"01"_s, u"03"_s, u"04"_s, u"05"_s, u"06"_s}) {
        QVERIFY2(codes.contains(code), qPrintable(code + u" of "_s + codes.join(u' ')));
    }
}

void TestApplications::itIsReturnedWithAReason() {
    const DocumentId id = documentOfPacket(exchange::sha256Hex(officeSample("another-kind.edxml")));
    CONGVAN_VERIFY(clerk().refuseIncoming().refuse(id, u"Không thuộc thẩm quyền"_s));
    QCOMPARE(stateKey(seen(id).summary.state), u"refused"_s);
}

void TestApplications::anOfficialDocumentStaysOne() {
    const DocumentDetail letter = seen(came(officeSample("official-with-dossier-identifier.edxml")));
    QVERIFY(letter.summary.application.isEmpty());
    QCOMPARE(letter.summary.kindName, u"Công văn"_s);
    QCOMPARE(letter.summary.number, u"9/SNV-VP"_s);
    QVERIFY(letter.extras.isEmpty());
}

void TestApplications::theListIsNarrowedToThem() {
    const DocumentQuery all{.folder = Folder::ToAccept};
    DocumentQuery others = all;
    others.application = true;
    const auto counts = clerk().queryDocuments().count(all);
    const auto page = clerk().queryDocuments().page(others, 0);
    CONGVAN_VERIFY(counts);
    CONGVAN_VERIFY(page);
    QCOMPARE(counts->all, 2); // the letter, and the dossier that nobody accepted
    QCOMPARE(counts->application, 1);
    QCOMPARE(page->rows.size(), 1);
    QCOMPARE(page->rows.first().number, u"H99.02-261120-0008"_s);
    QCOMPARE(queryFromText(queryText(others)), std::optional(others));
    const DocumentQuery found{.words = u"giay phep"_s, .application = true};
    QCOMPARE(clerk().queryDocuments().page(found, 0)->rows.size(), 1);
    QCOMPARE(clerk().queryDocuments().count(found)->application, 1);
}

void TestApplications::theCommandLineTellsIt() {
    m_world->close(OfficeWorld::finance, Role::Clerk);
    const QStringList of{u"--profile"_s, m_world->demo().profile(OfficeWorld::finance, Role::Clerk).folder,
                         u"--json"_s};
    const QString id = documentOfPacket(exchange::sha256Hex(officeSample("one-stop.edxml"))).text();
    const auto shown = congvanctl::run(QStringList{u"show"_s, id} + of).json();
    QCOMPARE(shown[u"application"_s].toString(), u"one-stop"_s);
    QCOMPARE(shown[u"extras"_s].toArray().size(), 4);
    const auto found = congvanctl::run(QStringList{u"search"_s, u"--application"_s} + of);
    QVERIFY2(found.exitCode == 0, qPrintable(found.err));
    QVERIFY(found.out.contains(u"H99.02-261120-0008"_s));
}

int main(int argc, char** argv) {
    const QGuiApplication application(argc, argv);
    const docsig::CryptoRuntime runtime;
    TestApplications test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_applications.moc"
