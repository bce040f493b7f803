// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/report/reportjson.h"
#include "docsig/report/signaturereport.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace docsig;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr Judgement all[] = {Judgement::Valid, Judgement::Invalid, Judgement::CannotTell};

SignatureResult good() {
    SignatureResult one;
    one.integrity = one.coverage = one.trust = one.time = one.algorithm = Judgement::Valid;
    return one;
}

SignatureReport richReport() {
    SignatureReport report;
    report.verdict = Verdict::Invalid;
    report.documentSha256 = "ab01";
    report.size = 4'294'967'297;
    report.pageCount = 3;
    SignatureResult one = good();
    one.fieldName = u"chu_ky \"lãnh đạo\""_s;
    one.kind = u"docTimeStamp"_s;
    one.revision = 2;
    one.coveredBytes = 17'000;
    one.coversWholeFile = true;
    one.trust = Judgement::CannotTell;
    one.algorithm = Judgement::Invalid;
    one.signer = {u"Nguyễn Văn Ánh"_s,
                  u"Sở Nội vụ"_s,
                  u"G22.113.000"_s,
                  u"Giám đốc"_s,
                  u"Gốc"_s,
                  u"0f"_s,
                  QDateTime({2026, 1, 2}, {3, 4, 5}, Qt::UTC),
                  QDateTime({2028, 1, 2}, {3, 4, 5}, Qt::UTC),
                  "cd",
                  "\x30\x00"};
    one.claimedTime = QDateTime({2026, 3, 5}, {14, 7, 9}, Qt::OffsetFromUTC, 7 * 3600);
    one.provenTime = QDateTime({2026, 3, 5}, {7, 8, 9, 10}, Qt::UTC);
    one.subFilter = u"ETSI.CAdES.detached"_s;
    one.reason = u"Ký ban hành"_s;
    one.location = u"Tỉnh Mẫu"_s;
    one.docMdpPermission = 2;
    one.lockedFields = {u"so"_s, u"ngay"_s};
    one.page = 1;
    one.rect = {10.5, 20.25, 30, 40};
    one.findings = {{u"path-unknown-root"_s, Part::Trust, Weight::Doubt, 1, u"Gốc"_s, u"x"_s}};
    report.signatures = {one, good()};
    report.revisions = {{0, 100, u"revision-original"_s, {}}, {1, 200, u"revision-signature"_s, {u"a"_s, u"b"_s}}};
    report.findings = {{u"x-note"_s, Part::Document, Weight::Note, -1, {}, {}}};
    report.fieldValues = {{u"so"_s, u"12/QĐ-SNV"_s}, {u"ngay"_s, {}}};
    return report;
}

} // namespace

class ReportTest : public QObject {
    Q_OBJECT

private slots:
    void everyCombinationOfParts_data();
    void everyCombinationOfParts();
    void worstSignatureDecides();
    void nothingSignedIsUnsigned();
    void unreadableStays();
    void findingsOfTheFileCount();
    void findingsMakeAPart();
    void jsonLosesNothing();
    void jsonHasTheAgreedShape();
    void brokenJsonIsRefused_data();
    void brokenJsonIsRefused();
};

void ReportTest::everyCombinationOfParts_data() {
    QTest::addColumn<QList<int>>("parts");
    for (const Judgement integrity : all) {
        for (const Judgement coverage : all) {
            for (const Judgement trust : all) {
                for (const Judgement time : all) {
                    for (const Judgement algorithm : all) {
                        const QList<int> parts{int(integrity), int(coverage), int(trust), int(time), int(algorithm)};
                        const QStringList words{word(integrity), word(coverage), word(trust), word(time),
                                                word(algorithm)};
                        QTest::newRow(qPrintable(words.join(u'/'))) << parts;
                    }
                }
            }
        }
    }
}

void ReportTest::everyCombinationOfParts() {
    QFETCH(QList<int>, parts);
    const auto has = [&parts](int from, int count, Judgement wanted) {
        return parts.mid(from, count).contains(int(wanted));
    };
    SignatureReport report;
    report.signatures = {SignatureResult()};
    SignatureResult& one = report.signatures.first();
    one.integrity = Judgement(parts[0]);
    one.coverage = Judgement(parts[1]);
    one.trust = Judgement(parts[2]);
    one.time = Judgement(parts[3]);
    one.algorithm = Judgement(parts[4]);

    const Verdict whole = has(0, 5, Judgement::Invalid)      ? Verdict::Invalid
                          : has(0, 3, Judgement::CannotTell) ? Verdict::CannotTell
                                                             : Verdict::Valid;
    const Verdict bytesAlone = has(0, 2, Judgement::Invalid)      ? Verdict::Invalid
                               : has(0, 2, Judgement::CannotTell) ? Verdict::CannotTell
                                                                  : Verdict::Valid;
    QCOMPARE(judge(report, false), whole);
    QCOMPARE(judge(report, true), bytesAlone);
}

void ReportTest::worstSignatureDecides() {
    SignatureReport report;
    report.signatures = {good(), good(), good()};
    QCOMPARE(judge(report, false), Verdict::Valid);
    report.signatures[1].trust = Judgement::CannotTell;
    QCOMPARE(judge(report, false), Verdict::CannotTell);
    QCOMPARE(judge(report, true), Verdict::Valid);
    report.signatures[2].coverage = Judgement::Invalid;
    QCOMPARE(judge(report, false), Verdict::Invalid);
    QCOMPARE(judge(report, true), Verdict::Invalid);
    report.signatures[2] = good();
    report.signatures[0].time = Judgement::Invalid;
    QCOMPARE(judge(report, false), Verdict::Invalid);
    QCOMPARE(judge(report, true), Verdict::Valid);
}

void ReportTest::nothingSignedIsUnsigned() {
    QCOMPARE(judge(SignatureReport(), false), Verdict::Unsigned);
    QCOMPARE(judge(SignatureReport(), true), Verdict::Unsigned);
}

void ReportTest::unreadableStays() {
    SignatureReport report;
    report.signatures = {good()};
    report.verdict = Verdict::Unreadable;
    QCOMPARE(judge(report, false), Verdict::Unreadable);
    report.signatures.clear();
    QCOMPARE(judge(report, true), Verdict::Unreadable);
}

void ReportTest::findingsOfTheFileCount() {
    SignatureReport report;
    report.signatures = {good()};
    report.findings = {{u"x"_s, Part::Document, Weight::Fault, -1, {}, {}},
                       {u"y"_s, Part::Coverage, Weight::Note, -1, {}, {}}};
    QCOMPARE(judge(report, false), Verdict::Valid);
    report.findings.append({u"z"_s, Part::Coverage, Weight::Doubt, -1, {}, {}});
    QCOMPARE(judge(report, true), Verdict::CannotTell);
    report.findings.append({u"w"_s, Part::Coverage, Weight::Fault, -1, {}, {}});
    QCOMPARE(judge(report, true), Verdict::Invalid);
}

void ReportTest::findingsMakeAPart() {
    const QList<Finding> findings{{u"a"_s, Part::Trust, Weight::Note, -1, {}, {}},
                                  {u"b"_s, Part::Time, Weight::Fault, -1, {}, {}},
                                  {u"c"_s, Part::Coverage, Weight::Doubt, -1, {}, {}}};
    QCOMPARE(judgementFrom(findings, Part::Trust), Judgement::Valid);
    QCOMPARE(judgementFrom(findings, Part::Time), Judgement::Invalid);
    QCOMPARE(judgementFrom(findings, Part::Coverage), Judgement::CannotTell);
}

void ReportTest::jsonLosesNothing() {
    const SignatureReport report = richReport();
    const QByteArray text = QJsonDocument(toJson(report)).toJson();
    const auto back = fromJson(QJsonDocument::fromJson(text).object());
    QVERIFY(back.has_value());
    QVERIFY(*back == report);
    QCOMPARE(fromJson(toJson(SignatureReport())), std::optional(SignatureReport()));
}

void ReportTest::jsonHasTheAgreedShape() {
    const QJsonObject json = toJson(richReport());
    QCOMPARE(json[u"verdict"].toString(), u"invalid"_s);
    const QJsonObject one = json[u"signatures"].toArray().at(0).toObject();
    QCOMPARE(one[u"field"].toString(), u"chu_ky \"lãnh đạo\""_s);
    QCOMPARE(one[u"kind"].toString(), u"docTimeStamp"_s);
    QCOMPARE(one[u"trust"].toString(), u"cannot-tell"_s);
    const QJsonObject found = one[u"findings"].toArray().at(0).toObject();
    QCOMPARE(found[u"code"].toString(), u"path-unknown-root"_s);
    QCOMPARE(found[u"part"].toString(), u"trust"_s);
    QCOMPARE(found[u"weight"].toString(), u"doubt"_s);
    QCOMPARE(found[u"page"].toInt(), 1);
}

void ReportTest::brokenJsonIsRefused_data() {
    QTest::addColumn<QString>("member");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("unknown verdict") << u"verdict"_s << QJsonValue(u"splendid"_s);
    QTest::newRow("verdict of another type") << u"verdict"_s << QJsonValue(0);
    QTest::newRow("no signatures") << u"signatures"_s << QJsonValue(QJsonValue::Undefined);
    QTest::newRow("signatures are an object") << u"signatures"_s << QJsonValue(QJsonObject());
    QTest::newRow("a signature is a string") << u"signatures"_s << QJsonValue(QJsonArray{u"x"_s});
    QTest::newRow("an empty signature") << u"signatures"_s << QJsonValue(QJsonArray{QJsonObject()});
    QTest::newRow("size is a text") << u"size"_s << QJsonValue(u"12"_s);
    QTest::newRow("page count too large") << u"pageCount"_s << QJsonValue(qint64(1) << 40);
    QTest::newRow("page count not whole") << u"pageCount"_s << QJsonValue(1.5);
    QTest::newRow("a field's value is a number") << u"fieldValues"_s << QJsonValue(QJsonObject{{u"so"_s, 1}});
}

void ReportTest::brokenJsonIsRefused() {
    QFETCH(QString, member);
    QFETCH(QJsonValue, value);
    QJsonObject json = toJson(richReport());
    QVERIFY(fromJson(json));
    json[member] = value; // an undefined value takes the member out
    QVERIFY(!fromJson(json));
}

QTEST_GUILESS_MAIN(ReportTest)
#include "reporttest.moc"
