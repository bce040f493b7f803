// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/keys/sealedbox.h"

#include <QCryptographicHash>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using docsig::Pin;
using docsig::SealedBox;
using docsig::SealingCost;

namespace {

constexpr SealingCost cheap{.logN = 10, .r = 8, .p = 1};

Pin words(const QString& text) {
    return Pin::fromString(text);
}

template <typename T>
QString codeOf(const docsig::Result<T>& result) {
    return result ? u"ok"_s : result.error().code;
}

/// A header whose checksum is right again after it was changed: what somebody who knows the format can write.
QByteArray rechecked(QByteArray header) {
    constexpr qsizetype checkBytes = 22;
    header.chop(checkBytes);
    return header + QCryptographicHash::hash(header, QCryptographicHash::Sha256).first(checkBytes);
}

QByteArray headerOf(const QString& passphrase) {
    const auto box = SealedBox::make(words(passphrase), cheap);
    if (!box) {
        qFatal("%s", qPrintable(box.error().code));
    }
    return box->header();
}

} // namespace

/// A passphrase opens what was sealed, and nothing else does; hostile headers are refused before they cost anything.
class SealedBoxTest : public QObject {
    Q_OBJECT

private slots:
    void whatWasSealedOpens();
    void theContextIsBound();
    void everyBitCounts();
    void aWrongPassphraseIsNoDamage();
    void aDamagedHeaderIsNoWrongPassphrase();
    void aDearHeaderIsRefused();
    void anotherPassphraseKeepsTheKey();
};

void SealedBoxTest::whatWasSealedOpens() {
    const auto box = SealedBox::make(words(u"Sông Hồng bốn mùa nước đỏ"_s), cheap);
    QVERIFY(box);
    QCOMPARE(box->header().size(), SealedBox::headerBytes);
    const QByteArray plain = "Kế hoạch bảo vệ";
    const auto sealed = box->seal(plain, "sổ");
    QVERIFY(sealed);
    QVERIFY(!sealed->contains(plain));
    const auto again = SealedBox::unlock(box->header(), words(u"Sông Hồng bốn mùa nước đỏ"_s));
    QVERIFY(again);
    const auto opened = again->open(*sealed, "sổ");
    QVERIFY(opened);
    QCOMPARE(*opened, plain);
    // The same bytes never look the same twice, and nothing at all can be sealed as well.
    QVERIFY(*box->seal(plain, "sổ") != *sealed);
    const auto nothing = box->seal({}, "sổ");
    QVERIFY(nothing);
    QCOMPARE(*box->open(*nothing, "sổ"), QByteArray());
}

void SealedBoxTest::theContextIsBound() {
    const auto box = SealedBox::make(words(u"mật khẩu"_s), cheap);
    QVERIFY(box);
    const auto sealed = box->seal("bản quét", "incoming/2026/1");
    QVERIFY(sealed);
    QCOMPARE(codeOf(box->open(*sealed, "incoming/2026/2")), u"sealed-content-damaged"_s);
    const auto other = SealedBox::make(words(u"mật khẩu"_s), cheap);
    QVERIFY(other);
    QCOMPARE(codeOf(other->open(*sealed, "incoming/2026/1")), u"sealed-content-damaged"_s);
}

void SealedBoxTest::everyBitCounts() {
    const auto box = SealedBox::make(words(u"mật khẩu"_s), cheap);
    QVERIFY(box);
    const auto sealed = box->seal("ba", "c");
    QVERIFY(sealed);
    for (qsizetype at = 0; at < sealed->size(); ++at) {
        QByteArray changed = *sealed;
        changed[at] = static_cast<char>(changed.at(at) ^ 0x10);
        QCOMPARE(codeOf(box->open(changed, "c")), u"sealed-content-damaged"_s);
        QCOMPARE(codeOf(box->open(sealed->first(at), "c")), u"sealed-content-damaged"_s);
    }
    QCOMPARE(codeOf(box->open(*sealed + 'x', "c")), u"sealed-content-damaged"_s);
}

void SealedBoxTest::aWrongPassphraseIsNoDamage() {
    const QByteArray header = headerOf(u"đúng rồi"_s);
    QCOMPARE(codeOf(SealedBox::unlock(header, words(u"đúng rồi"_s))), u"ok"_s);
    QCOMPARE(codeOf(SealedBox::unlock(header, words(u"đúng rồi "_s))), u"sealed-passphrase-wrong"_s);
    QCOMPARE(codeOf(SealedBox::unlock(header, Pin())), u"sealed-passphrase-wrong"_s);
    // The salt, or the cost, of somebody else opens nothing either.
    for (const qsizetype at : {11, 12, 27, 28, 60, 87}) {
        QByteArray changed = header;
        changed[at] = static_cast<char>(changed.at(at) ^ 0x02);
        QCOMPARE(codeOf(SealedBox::unlock(rechecked(changed), words(u"đúng rồi"_s))), u"sealed-passphrase-wrong"_s);
    }
}

void SealedBoxTest::aDamagedHeaderIsNoWrongPassphrase() {
    const QByteArray header = headerOf(u"đúng rồi"_s);
    for (qsizetype at = 0; at < header.size(); ++at) {
        QByteArray changed = header;
        changed[at] = static_cast<char>(changed.at(at) ^ 0x40);
        const QString code = codeOf(SealedBox::unlock(changed, words(u"đúng rồi"_s)));
        QCOMPARE(code, at == 8 ? u"sealed-version-unknown"_s : u"sealed-header-damaged"_s);
        QCOMPARE(codeOf(SealedBox::unlock(header.first(at), words(u"đúng rồi"_s))), u"sealed-header-damaged"_s);
    }
}

void SealedBoxTest::aDearHeaderIsRefused() {
    const QByteArray header = headerOf(u"đúng rồi"_s);
    struct Cost {
        char logN, r, p;
    };
    for (const Cost& cost : {Cost{40, 8, 1}, Cost{18, 16, 1}, Cost{17, 32, 1}, Cost{17, 8, 100}, Cost{2, 8, 1},
                             Cost{17, 0, 1}, Cost{17, 8, 0}, Cost{-1, 8, 1}, Cost{63, 127, 127}}) {
        QByteArray changed = header;
        changed[9] = cost.logN;
        changed[10] = cost.r;
        changed[11] = cost.p;
        QCOMPARE(codeOf(SealedBox::unlock(rechecked(changed), words(u"đúng rồi"_s))), u"sealed-cost-refused"_s);
    }
    QVERIFY(SealingCost().isBearable());
    QCOMPARE(codeOf(SealedBox::make(words(u"đúng rồi"_s), {.logN = 30})), u"sealed-not-made"_s);
}

void SealedBoxTest::anotherPassphraseKeepsTheKey() {
    const auto box = SealedBox::make(words(u"cũ"_s), cheap);
    QVERIFY(box);
    const auto sealed = box->seal("bản quét", "a");
    QVERIFY(sealed);
    const auto next = box->withPassphrase(words(u"mới"_s), cheap);
    QVERIFY(next);
    QCOMPARE(*next->open(*sealed, "a"), QByteArray("bản quét"));
    QCOMPARE(codeOf(SealedBox::unlock(next->header(), words(u"cũ"_s))), u"sealed-passphrase-wrong"_s);
    const auto again = SealedBox::unlock(next->header(), words(u"mới"_s));
    QVERIFY(again);
    QCOMPARE(*again->open(*sealed, "a"), QByteArray("bản quét"));
}

QTEST_GUILESS_MAIN(SealedBoxTest)
#include "sealedboxtest.moc"
