// SPDX-License-Identifier: GPL-3.0-or-later
// What the verifier says of good files, of every kind of change that must be told, and of attacks.
#include "docsig/keys/cryptoruntime.h"
#include "docsig/keys/demoauthority.h"
#include "docsig/keys/pkcs12key.h"
#include "docsig/pades/padessigner.h"
#include "docsig/pades/padesverifier.h"
#include "docsig/pdf/formfields.h"
#include "docsig/pdf/incrementalupdate.h"
#include "tests/docsig/handmadepdf.h"

#include <QCryptographicHash>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace docsig;

namespace {

pdf::Reference referenceOf(const pdf::Value& value) {
    return *value.asReference();
}

const PagePlace numberPlace{0, QRectF(100, 700, 40, 16)};
const PagePlace datePlace{0, QRectF(300, 700, 160, 16)};
const PagePlace leaderPlace{0, QRectF(330, 200, 113, 45)};
const PagePlace sealPlace{0, QRectF(266, 170, 102, 102)};
const QString number = u"DocumentNumber"_s;

FlowFields flow() {
    return {{{u"LeaderSignature"_s, leaderPlace, {}}, {u"SealSignature"_s, sealPlace, {number, u"DocumentDate"_s}}},
            {{number, numberPlace}, {u"DocumentDate"_s, datePlace}}};
}

QList<Finding> allFindings(const SignatureReport& report) {
    QList<Finding> all = report.findings;
    for (const SignatureResult& signature : report.signatures) {
        all += signature.findings;
    }
    return all;
}

QStringList codesOf(const SignatureReport& report) {
    QStringList codes;
    for (const Finding& finding : allFindings(report)) {
        codes << finding.code;
    }
    return codes;
}

std::optional<Finding> found(const SignatureReport& report, const QString& code) {
    const auto all = allFindings(report);
    const auto one = std::ranges::find(all, code, &Finding::code);
    return one == all.end() ? std::nullopt : std::optional(*one);
}

int numberOfField(const pdf::Document& document, const QString& name) {
    const auto fields = pdf::formFields(document).value();
    return std::ranges::find(fields, name, &pdf::FormField::name)->number;
}

/// An incremental update that changes the file as the function wants.
template <typename Function>
QByteArray updated(const QByteArray& file, Function change) {
    const pdf::Document document = pdf::Document::open(file).value();
    pdf::IncrementalUpdate update(document);
    change(document, update);
    return update.write();
}

/// One key of an object set to a value.
QByteArray withKey(const QByteArray& file, int object, const char* key, const pdf::Value& value) {
    return updated(file, [&](const pdf::Document& document, pdf::IncrementalUpdate& update) {
        pdf::Dictionary dictionary = document.object(object).dictionary();
        dictionary.insert(key, value);
        update.put(update.referenceTo(object), pdf::Value(dictionary));
    });
}

/// One more annotation on the page.
QByteArray withAnnotation(const QByteArray& file, const pdf::Dictionary& annotation) {
    return updated(file, [&](const pdf::Document& document, pdf::IncrementalUpdate& update) {
        pdf::Dictionary page = document.object(3).dictionary();
        pdf::Array annotations = document.get(page, "Annots").array();
        annotations << pdf::Value(update.add(pdf::Value(annotation)));
        page.insert("Annots", pdf::Value(annotations));
        update.put(update.referenceTo(3), pdf::Value(page));
    });
}

} // namespace

class TestPadesVerifier : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theWholeFlowIsValid_data();
    void theWholeFlowIsValid();
    void placesAndFactsAreTold();
    void theRequiredFindingsDiffer();
    void changesAfterTheSealAreTold_data();
    void changesAfterTheSealAreTold();
    void attacksAreNeverValid_data();
    void attacksAreNeverValid();
    void nothingMayChangeUnderPermissionOne();
    void aHiddenCopyIsNotSwitchedIn();
    void unreadableAndUnsignedFiles_data();
    void unreadableAndUnsignedFiles();
    void aPreparedSignatureIsNone();
    void noCutIsValid();
    void noChangedByteIsValid();

private:
    std::unique_ptr<SigningKey> opened(const DemoKey& key);
    QByteArray leaderSigned(bool streams, SigningKey& key, int permission = 2);
    QByteArray numbered(const QByteArray& file, const QByteArray& text = "07");
    QByteArray sealed(const QByteArray& file);
    SignatureReport verified(const QByteArray& file, bool integrityOnly = false) const;

    std::optional<CryptoRuntime> m_crypto;
    QTemporaryDir m_folder;
    std::optional<DemoAuthority> m_authority;
    std::unique_ptr<SigningKey> m_leader;
    std::unique_ptr<SigningKey> m_seal;
    TrustStore m_trust;
    QByteArray m_done; ///< leader, number and date, seal; with a table
};

std::unique_ptr<SigningKey> TestPadesVerifier::opened(const DemoKey& key) {
    const Pin pin = Pin::fromString(u"mã thử"_s);
    const QString path = m_folder.filePath(u"khóa %1.p12"_s.arg(qHash(key.certificate)));
    return key.writePkcs12(path, pin) ? openPkcs12(path, pin).value() : nullptr;
}

void TestPadesVerifier::initTestCase() {
    m_crypto.emplace();
    m_authority = DemoAuthority::create(QDateTime::currentDateTimeUtc()).value();
    m_leader = opened(m_authority->issuePerson({u"Trần Thị Bưởi"_s, u"Giám đốc"_s, u"Sở Mẫu"_s}).value());
    m_seal = opened(m_authority->issueSeal({u"Sở Mẫu"_s, u"H99.02"_s}).value());
    QVERIFY(m_leader && m_seal);
    const QString folder = m_folder.filePath(u"tin cậy"_s);
    QVERIFY(m_authority->writeTrustFolder(folder));
    m_trust = TrustStore::load(folder).value();
    m_done = sealed(numbered(leaderSigned(false, *m_leader)));
}

QByteArray TestPadesVerifier::leaderSigned(bool streams, SigningKey& key, int permission) {
    SignRequest request;
    request.fieldName = u"LeaderSignature"_s;
    request.appearancePdf = handmade::appearance(113, 45);
    request.docMdpPermission = permission;
    request.claimedTime = QDateTime::currentDateTimeUtc().toOffsetFromUtc(7 * 3600);
    const QByteArray plain = streams ? handmade::pdfWithStreams() : handmade::pdfWithTable();
    return PadesSigner().sign(addFlowFields(plain, flow()).value(), request, key).value();
}

QByteArray TestPadesVerifier::numbered(const QByteArray& file, const QByteArray& text) {
    return fillFields(file, {{number, QString::fromLatin1(text), handmade::appearance(40, 16)},
                             {u"DocumentDate"_s, u"23/11/2026"_s, handmade::appearance(160, 16)}})
        .value();
}

QByteArray TestPadesVerifier::sealed(const QByteArray& file) {
    SignRequest request;
    request.fieldName = u"SealSignature"_s;
    request.appearancePdf = handmade::appearance(102, 102);
    request.applyFieldLock = true;
    request.claimedTime = QDateTime::currentDateTimeUtc();
    return PadesSigner().sign(file, request, *m_seal).value();
}

SignatureReport TestPadesVerifier::verified(const QByteArray& file, bool integrityOnly) const {
    return PadesVerifier(m_trust).verify(file, {{}, integrityOnly});
}

void TestPadesVerifier::theWholeFlowIsValid_data() {
    QTest::addColumn<bool>("streams");
    QTest::newRow("cross-reference table") << false;
    QTest::newRow("cross-reference stream") << true;
}

void TestPadesVerifier::theWholeFlowIsValid() {
    QFETCH(bool, streams);
    const QByteArray once = leaderSigned(streams, *m_leader);
    QCOMPARE(verified(once).verdict, Verdict::Valid);
    const SignatureReport report = verified(sealed(numbered(once)));
    QVERIFY2(report.verdict == Verdict::Valid, qPrintable(codesOf(report).join(u' ')));
    QCOMPARE(report.signatures.size(), 2);
    for (const SignatureResult& signature : report.signatures) {
        QCOMPARE(signature.integrity, Judgement::Valid);
        QCOMPARE(signature.coverage, Judgement::Valid);
        QCOMPARE(signature.trust, Judgement::Valid);
        QCOMPARE(signature.algorithm, Judgement::Valid);
        QCOMPARE(signature.time, Judgement::CannotTell);
    }
    QStringList explanations;
    for (const RevisionInfo& revision : report.revisions) {
        explanations << revision.explanation;
    }
    QCOMPARE(explanations.mid(0, 2), QStringList({u"revision-original"_s, u"revision-original"_s}));
    QCOMPARE(explanations.mid(2),
             QStringList({u"revision-signature"_s, u"revision-fields-filled"_s, u"revision-signature"_s}));
    QCOMPARE(report.fieldValues.value(number), u"07"_s);
}

void TestPadesVerifier::placesAndFactsAreTold() {
    const SignatureReport report = verified(m_done);
    QCOMPARE(report.documentSha256, QCryptographicHash::hash(m_done, QCryptographicHash::Sha256).toHex());
    QCOMPARE(report.pageCount, 1);
    const SignatureResult& leader = report.signatures.at(0);
    QCOMPARE(leader.fieldName, u"LeaderSignature"_s);
    QCOMPARE(leader.page, 0);
    QCOMPARE(leader.rect, leaderPlace.rect);
    QCOMPARE(leader.docMdpPermission, 2);
    QCOMPARE(leader.coversWholeFile, false);
    QVERIFY(leader.signer.commonName.contains(u"Trần Thị Bưởi"));
    QCOMPARE(leader.subFilter, u"ETSI.CAdES.detached"_s);
    QVERIFY2(qAbs(leader.claimedTime.secsTo(QDateTime::currentDateTimeUtc())) < 3600,
             qPrintable(leader.claimedTime.toString(Qt::ISODate)));
    const SignatureResult& seal = report.signatures.at(1);
    QCOMPARE(seal.coversWholeFile, true);
    QCOMPARE(seal.coveredBytes, m_done.size());
    QCOMPARE(seal.signer.organisationIdentifier, u"H99.02"_s);
    QCOMPARE(seal.lockedFields, QStringList({number, u"DocumentDate"_s}));
}

void TestPadesVerifier::theRequiredFindingsDiffer() {
    QSet<QString> codes;
    const auto expect = [&](const SignatureReport& report, Verdict verdict, const QString& code) {
        QVERIFY2(report.verdict == verdict && found(report, code),
                 qPrintable(code + u": "_s + codesOf(report).join(u' ')));
        QVERIFY2(!codes.contains(code), qPrintable(code));
        codes.insert(code);
    };
    expect(verified(QByteArray(m_done).replace("QUYET", "QUYEN")), Verdict::Invalid, u"cms-digest-mismatch"_s);
    const QByteArray withPage = updated(m_done, [](const pdf::Document& document, pdf::IncrementalUpdate& update) {
        pdf::Dictionary tree = document.object(2).dictionary();
        const pdf::Reference page = update.add(pdf::Value(document.object(3).dictionary()));
        tree.insert("Kids", pdf::Value(pdf::Array{pdf::Value(pdf::Reference{3, 0}), pdf::Value(page)}));
        tree.insert("Count", pdf::Value(2));
        update.put({2, 0}, pdf::Value(tree));
    });
    const SignatureReport paged = verified(withPage);
    expect(paged, Verdict::Invalid, u"page-tree-changed"_s);
    QCOMPARE(found(paged, u"page-tree-changed"_s)->page, 1);
    const SignatureReport edited = verified(handmade::revised(m_done, {{4, handmade::stream("BT (99) Tj ET")}}));
    expect(edited, Verdict::Invalid, u"page-content-changed"_s);
    QCOMPARE(found(edited, u"page-content-changed"_s)->page, 0);
    expect(PadesVerifier(TrustStore()).verify(m_done, {}), Verdict::CannotTell, u"path-unknown-root"_s);
    const auto expired = opened(m_authority->issuePerson({u"Cũ"_s, {}, {}}, DemoFlaw::Expired).value());
    expect(verified(leaderSigned(false, *expired)), Verdict::CannotTell, u"certificate-expired"_s);
    const SignatureReport renumbered = verified(numbered(m_done, "08"));
    expect(renumbered, Verdict::Invalid, u"locked-field-changed"_s);
    QCOMPARE(found(renumbered, u"locked-field-changed"_s)->place, number);
    const SignatureReport unsealed = verified(numbered(leaderSigned(false, *m_leader)));
    expect(unsealed, Verdict::CannotTell, u"field-filled-not-covered"_s);
    QCOMPARE(codes.size(), 7);
}

void TestPadesVerifier::changesAfterTheSealAreTold_data() {
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("code");
    const pdf::Document document = pdf::Document::open(m_done).value();
    const int field = numberOfField(document, number);
    const int leader = numberOfField(document, u"LeaderSignature"_s);
    const auto pictureOf = [&document](int object) {
        const pdf::Dictionary looks = document.get(document.object(object).dictionary(), "AP").dictionary();
        return referenceOf(looks.value("N")).number;
    };
    const pdf::Dictionary form{
        {"Type", pdf::Value::name("XObject")},
        {"Subtype", pdf::Value::name("Form")},
        {"BBox", pdf::Value(pdf::Array{pdf::Value(0), pdf::Value(0), pdf::Value(9), pdf::Value(9)})}};
    const auto redrawn = [&](int picture) {
        return updated(m_done, [&](const pdf::Document&, pdf::IncrementalUpdate& update) {
            update.putStream({picture, 0}, form, "1 0 0 rg 0 0 9 9 re f");
        });
    };
    QTest::newRow("page size") << withKey(m_done, 3, "MediaBox", pdf::Value(pdf::Array{})) << u"page-changed"_s;
    QTest::newRow("page resources") << withKey(m_done, 3, "Resources", pdf::Value(pdf::Dictionary{}))
                                    << u"page-changed"_s;
    QTest::newRow("font") << handmade::revised(m_done, {{5, "<< /Type /Font /Subtype /Type1 /BaseFont /Symbol >>"}})
                          << u"page-content-changed"_s;
    QTest::newRow("inherited rotation") << withKey(m_done, 2, "Rotate", pdf::Value(90)) << u"object-changed"_s;
    QTest::newRow("open action") << withKey(m_done, 1, "OpenAction", pdf::Value(pdf::Dictionary{}))
                                 << u"catalog-changed"_s;
    QTest::newRow("number drawn anew") << redrawn(pictureOf(field)) << u"locked-field-changed"_s;
    QTest::newRow("signature drawn anew") << redrawn(pictureOf(leader)) << u"page-content-changed"_s;
    QTest::newRow("signature moved") << withKey(m_done, leader, "Rect", pdf::Value(pdf::Array{}))
                                     << u"signature-field-changed"_s;
    QTest::newRow("evil annotation") << withAnnotation(m_done, {{"Type", pdf::Value::name("Annot")},
                                                                {"Subtype", pdf::Value::name("FreeText")}})
                                     << u"annotation-added"_s;
    QTest::newRow("annotations taken away")
        << withKey(m_done, 3, "Annots", pdf::Value(pdf::Array{})) << u"annotation-removed"_s;
    const auto withField = [&](pdf::Dictionary dictionary) {
        return updated(m_done, [&](const pdf::Document& before, pdf::IncrementalUpdate& update) {
            dictionary.insert("T", pdf::Value(pdf::textString(u"Thêm"_s)));
            dictionary.insert("Subtype", pdf::Value::name("Widget"));
            const pdf::Reference added = update.add(pdf::Value(dictionary));
            const pdf::Reference home = referenceOf(before.catalog().value("AcroForm"));
            pdf::Dictionary whole = before.object(home.number).dictionary();
            whole.insert("Fields", pdf::Value(before.get(whole, "Fields").array() + pdf::Array{pdf::Value(added)}));
            update.put(home, pdf::Value(whole));
        });
    };
    QTest::newRow("text field added") << withField({{"FT", pdf::Value::name("Tx")}}) << u"field-added"_s;
    QTest::newRow("drawn field that is not signed")
        << withField({{"FT", pdf::Value::name("Sig")}, {"AP", pdf::Value(pdf::Dictionary{})}}) << u"field-added"_s;
    QTest::newRow("field with an action")
        << withField({{"FT", pdf::Value::name("Sig")}, {"AA", pdf::Value(pdf::Dictionary{})}}) << u"field-acts"_s;
    QTest::newRow("number field taken away") << updated(m_done, [&](const pdf::Document& before,
                                                                    pdf::IncrementalUpdate& update) {
        const pdf::Reference home = referenceOf(before.catalog().value("AcroForm"));
        pdf::Dictionary whole = before.object(home.number).dictionary();
        whole.insert("Fields", pdf::Value(before.get(whole, "Fields").array().mid(1)));
        update.put(home, pdf::Value(whole));
    }) << u"field-removed"_s;
    QTest::newRow("appearances to be made by the viewer")
        << withKey(m_done, referenceOf(document.catalog().value("AcroForm")).number, "NeedAppearances",
                   pdf::Value(true))
        << u"form-changed"_s;
}

void TestPadesVerifier::changesAfterTheSealAreTold() {
    QFETCH(QByteArray, file);
    QFETCH(QString, code);
    const SignatureReport report = verified(file);
    QVERIFY2(found(report, code), qPrintable(codesOf(report).join(u' ')));
    QCOMPARE(found(report, code)->weight, Weight::Fault);
    QCOMPARE(report.verdict, Verdict::Invalid);
    QCOMPARE(verified(file, true).verdict, Verdict::Invalid);
    QCOMPARE(report.revisions.constLast().explanation, u"revision-unexplained"_s);
    QCOMPARE(report.signatures.constFirst().integrity, Judgement::Valid);
}

void TestPadesVerifier::attacksAreNeverValid_data() {
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("code");
    const qsizetype seal = m_done.lastIndexOf("/ByteRange [");
    const qsizetype sealGap = m_done.lastIndexOf("/Contents <");
    const auto rewritten = [&](const QByteArray& range) {
        const qsizetype end = m_done.indexOf(']', seal) + 1;
        return QByteArray(m_done).replace(seal, end - seal, ("/ByteRange " + range).leftJustified(end - seal));
    };
    QTest::newRow("forgery: no ByteRange")
        << QByteArray(m_done).replace(seal, 10, "/ByteRangX") << u"byterange-missing"_s;
    QTest::newRow("forgery: ByteRange of nothing") << rewritten("[0 0 0 0]") << u"byterange-wrong"_s;
    QTest::newRow("forgery: negative") << rewritten("[0 -5 9 9]") << u"byterange-missing"_s;
    QTest::newRow("forgery: behind the end") << rewritten("[0 10 20 99999999]") << u"byterange-wrong"_s;
    QTest::newRow("forgery: overlap") << rewritten("[0 9000 8000 100]") << u"byterange-wrong"_s;
    QTest::newRow("forgery: begins late") << rewritten("[9 100 200 300]") << u"byterange-wrong"_s;
    QTest::newRow("wrapping: gap elsewhere") << rewritten("[0 1000 2000 3000]") << u"byterange-gap-elsewhere"_s;
    QTest::newRow("forgery: no Contents")
        << QByteArray(m_done).replace(sealGap, 9, "/Kontents") << u"contents-missing"_s;
    QTest::newRow("forgery: Contents that is no CMS")
        << QByteArray(m_done).replace(sealGap, 15, "/Contents <1234") << u"cms-unreadable"_s;
    QTest::newRow("incremental saving: another catalog")
        << handmade::revised(m_done, {{90, "<< /Type /Catalog /Pages 2 0 R >>"}}, {}, "/Root 90 0 R")
        << u""_s; // without the form there are no signatures left to show
    QTest::newRow("incremental saving: bytes behind the end")
        << m_done + "4 0 obj\n" + handmade::stream("BT (99) Tj ET") + "\nendobj\n"
        << u"bytes-behind-the-end"_s;
    const pdf::Document document = pdf::Document::open(m_done).value();
    const qsizetype font = document.entries().value(5).place;
    QTest::newRow("one offset for two objects") << handmade::revised(m_done, {}, {{4, font}}) << u"object-misplaced"_s;
    const int field = numberOfField(document, number);
    QByteArray twice = pdf::Value(document.object(field)).toPdf();
    twice.insert(2, "/V (09) ");
    QTest::newRow("a key twice") << handmade::revised(m_done, {{field, twice}}) << u"object-two-readings"_s;
}

void TestPadesVerifier::attacksAreNeverValid() {
    QFETCH(QByteArray, file);
    QFETCH(QString, code);
    const SignatureReport report = verified(file);
    QVERIFY2(code.isEmpty() || found(report, code), qPrintable(codesOf(report).join(u' ')));
    QVERIFY(report.verdict != Verdict::Valid);
    QVERIFY(verified(file, true).verdict != Verdict::Valid);
    QVERIFY(code.isEmpty() || report.verdict == Verdict::Invalid);
}

void TestPadesVerifier::nothingMayChangeUnderPermissionOne() {
    const QByteArray certified = leaderSigned(false, *m_leader, 1);
    QCOMPARE(verified(certified).verdict, Verdict::Valid);
    const pdf::Document document = pdf::Document::open(certified).value();
    const QByteArray filled =
        withKey(certified, numberOfField(document, number), "V", pdf::Value(pdf::textString(u"07"_s)));
    const SignatureReport report = verified(filled);
    QCOMPARE(report.verdict, Verdict::Invalid);
    QVERIFY(found(report, u"field-fill-not-allowed"_s));
}

/// Hide and replace: the file that is signed carries a second object 4 that nothing names; an update that consists of a
/// table alone lets it take the place of the first.
void TestPadesVerifier::aHiddenCopyIsNotSwitchedIn() {
    const QByteArray hidden =
        "4 0 obj\n" + handmade::stream("BT /F1 14 Tf 100 750 Td (BAI BO QUYET DINH) Tj ET") + "\nendobj";
    QList<QByteArray> objects = handmade::onePage();
    objects << handmade::stream(hidden);
    SignRequest request;
    request.fieldName = u"Leader"_s;
    request.place = leaderPlace;
    const QByteArray file = PadesSigner().sign(handmade::withTable(objects), request, *m_leader).value();
    QCOMPARE(verified(file).verdict, Verdict::Valid);
    const SignatureReport report = verified(handmade::revised(file, {}, {{4, file.indexOf(hidden)}}));
    QCOMPARE(report.verdict, Verdict::Invalid);
    QCOMPARE(found(report, u"page-content-changed"_s)->page, 0);
}

void TestPadesVerifier::unreadableAndUnsignedFiles_data() {
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<Verdict>("verdict");
    QTest::addColumn<QString>("code");
    const QByteArray plain = handmade::pdfWithTable();
    const auto encrypted = [](const QByteArray& file) {
        return QByteArray(file).replace("/Root 1 0 R", "/Encrypt 5 0 R /Root 1 0 R");
    };
    QTest::newRow("unsigned") << plain << Verdict::Unsigned << QString();
    QTest::newRow("unsigned, streams") << handmade::pdfWithStreams() << Verdict::Unsigned << QString();
    QTest::newRow("fields, unsigned") << addFlowFields(plain, flow()).value() << Verdict::Unsigned << QString();
    QTest::newRow("nothing") << QByteArray() << Verdict::Unreadable << u"pdf-empty"_s;
    QTest::newRow("not a PDF") << QByteArray("Kính gửi các sở") << Verdict::Unreadable << u"pdf-not-a-pdf"_s;
    QTest::newRow("signed, bytes before")
        << QByteArray("x") + m_done << Verdict::Unreadable << u"pdf-prepended-bytes"_s;
    QTest::newRow("signed, cut") << m_done.left(m_done.size() - 200) << Verdict::Unreadable << u"pdf-truncated"_s;
    QTest::newRow("signed, table elsewhere")
        << QByteArray(m_done).replace("startxref\n", "startxref\n1") << Verdict::Unreadable << u"pdf-broken"_s;
    QTest::newRow("signed, encrypted") << handmade::revised(m_done, {}, {}, "/Root 1 0 R /Encrypt 5 0 R")
                                       << Verdict::Unreadable << u"encrypted-not-judged"_s;
    QTest::newRow("unsigned, damaged") << QByteArray(plain).replace("startxref\n", "startxref\n1") << Verdict::Unsigned
                                       << u"pdf-broken"_s;
    QTest::newRow("unsigned, encrypted") << encrypted(plain) << Verdict::Unsigned << u"encrypted-not-judged"_s;
    QByteArray packed = handmade::pdfWithStreams();
    const qsizetype data = packed.indexOf("stream\n", packed.indexOf("/ObjStm")) + 7;
    packed[data + 4] = static_cast<char>(packed[data + 4] ^ 0x55);
    QTest::newRow("an object stream that does not open")
        << packed << Verdict::Unreadable << u"structure-not-readable"_s;
    QTest::newRow("a page tree in a circle")
        << handmade::withTable({"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R] /Count 1 >>"})
        << Verdict::Unsigned << u"structure-not-readable"_s;
}

void TestPadesVerifier::unreadableAndUnsignedFiles() {
    QFETCH(QByteArray, file);
    QFETCH(Verdict, verdict);
    QFETCH(QString, code);
    const SignatureReport report = verified(file);
    QVERIFY2(report.verdict == verdict, qPrintable(codesOf(report).join(u' ')));
    QVERIFY2(code.isEmpty() ? report.findings.isEmpty() : found(report, code).has_value(),
             qPrintable(codesOf(report).join(u' ')));
    QVERIFY(report.signatures.isEmpty());
}

void TestPadesVerifier::aPreparedSignatureIsNone() {
    QByteArray file = leaderSigned(false, *m_leader);
    const qsizetype begin = file.lastIndexOf("/Contents <") + 11;
    const qsizetype end = file.indexOf('>', begin);
    file.replace(begin, end - begin, QByteArray(end - begin, '0'));
    const SignatureReport report = verified(file);
    QCOMPARE(report.verdict, Verdict::Unsigned);
    QVERIFY(found(report, u"signature-only-prepared"_s));
}

void TestPadesVerifier::noCutIsValid() {
    const pdf::Document document = pdf::Document::open(m_done).value();
    const QList<qsizetype> ends = pdf::revisionEnds(document);
    for (qsizetype size = 0; size < m_done.size(); size += 97) {
        const SignatureReport report = verified(m_done.left(size));
        const bool whole = std::ranges::any_of(ends, [size](qsizetype end) { return size <= end && end - size <= 1; });
        QVERIFY2(whole || report.verdict != Verdict::Valid, qPrintable(QString::number(size)));
    }
}

void TestPadesVerifier::noChangedByteIsValid() {
    const qsizetype gapBegin = m_done.lastIndexOf("/Contents <") + 11;
    const qsizetype gapEnd = m_done.indexOf('>', gapBegin);
    for (qsizetype at = 0; at < m_done.size(); at += 61) {
        if (at >= gapBegin && at < gapEnd) {
            continue; // certificates above the signer's stand there: without them the store's own are taken
        }
        QByteArray changed = m_done;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        QVERIFY2(verified(changed, true).verdict != Verdict::Valid, qPrintable(QString::number(at)));
    }
}

QTEST_GUILESS_MAIN(TestPadesVerifier)
#include "test_padesverifier.moc"
