// SPDX-License-Identifier: GPL-3.0-or-later
// What the window tells about signatures beyond the verdict bar: the comparison side by side, the list before the PIN,
// the trusted authorities.
#include "docsig/keys/demoauthority.h"
#include "tests/docsig/handmadepdf.h"
#include "tests/support/congvanctl.h"
#include "ui/pages/comparepane.h"
#include "ui/pages/trustpage.h"
#include "ui/panels/pinpanel.h"
#include "ui/presentation/detailspresenter.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QCryptographicHash>
#include <QDir>
#include <QListWidget>
#include <QPainter>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int Patience = 30000; // milliseconds, on a loaded machine under sanitizers

const QString renderProgram = QStringLiteral(CONGVAN_BIN_DIR "/congvan-render");

/// One page, and what an update made of it: another word in its text.
QByteArray original() {
    return handmade::pdfWithTable();
}

QByteArray withAnotherWord(const QByteArray& file) {
    QByteArray update = file;
    const qsizetype at = update.size();
    update += "4 0 obj\n" + handmade::stream("BT /F1 14 Tf 100 750 Td (QUYET DOAN) Tj ET") + "\nendobj\n";
    const qsizetype table = update.size();
    return update + "xref\n4 1\n" + QByteArray::number(at).rightJustified(10, '0') +
           " 00000 n \ntrailer\n<< /Size 6 /Root 1 0 R /Prev " + QByteArray::number(handmade::lastSection(file)) +
           " >>\nstartxref\n" + QByteArray::number(table) + "\n%%EOF\n";
}

docsig::SignatureReport reportOn(const QByteArray& file, qint64 covered, docsig::Judgement coverage) {
    docsig::SignatureReport report;
    report.documentSha256 = QCryptographicHash::hash(file, QCryptographicHash::Sha256).toHex();
    report.size = file.size();
    docsig::SignatureResult signature;
    signature.fieldName = u"LeaderSignature"_s;
    signature.signer.commonName = u"Trần Thị Bưởi"_s;
    signature.coveredBytes = covered;
    signature.coverage = coverage;
    report.signatures << signature;
    report.revisions << docsig::RevisionInfo{0, covered, u"revision-signature"_s, {}}
                     << docsig::RevisionInfo{1, file.size(), u"revision-unexplained"_s, {}};
    return report;
}

ui::DocumentCase anyCase() {
    app::DocumentSummary summary{.id = app::DocumentId::ofName("văn bản")};
    return ui::DocumentCase{.detail = {.summary = summary}};
}

} // namespace

class TestVerification : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void the_same_pictures_have_no_changed_place();
    void changed_letters_are_one_place();
    void a_changed_word_is_marked_on_both_sides();
    void what_was_only_added_unseen_looks_the_same();
    void another_file_than_the_judged_one_is_not_compared();
    void findings_lead_to_their_pages();
    void a_signature_with_later_revisions_can_be_compared();
    void the_pin_panel_lists_what_is_not_seen();
    void nothing_is_trusted_before_it_is_confirmed();
    void a_leaf_cannot_be_trusted();
    void what_is_removed_is_asked_first();
    void pictures_data();
    void pictures();

private:
    [[nodiscard]] QString put(const QString& name, const QByteArray& bytes) const {
        const QString path = m_folder.filePath(name);
        return congvanctl::put(path, bytes) ? path : QString();
    }
    [[nodiscard]] app::ManageTrust trust() const {
        return app::ManageTrust(m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction())), u"Lê Văn Thư"_s);
    }

    QTemporaryDir m_folder;
    ui::Theme m_theme{nullptr};
    const ui::Formatter m_formatter{app::Language::English};
};

void TestVerification::initTestCase() {
    m_theme.applyTo(*qApp);
}

void TestVerification::the_same_pictures_have_no_changed_place() {
    QImage one(200, 100, QImage::Format_RGB32);
    one.fill(Qt::white);
    QImage other = one;
    other.setPixel(10, 10, qRgb(240, 240, 240)); // smoothing, no ink
    QVERIFY(ui::changedPlaces(one, other).isEmpty());
}

void TestVerification::changed_letters_are_one_place() {
    QImage one(300, 200, QImage::Format_RGB32);
    one.fill(Qt::white);
    QImage other = one;
    QPainter painter(&other);
    painter.fillRect(QRect(30, 40, 4, 9), Qt::black); // two letters of one word
    painter.fillRect(QRect(38, 40, 4, 9), Qt::black);
    painter.fillRect(QRect(200, 150, 20, 10), Qt::black); // and something far off
    painter.end();
    const QList<QRect> places = ui::changedPlaces(one, other);
    QCOMPARE(places.size(), 2);
    QVERIFY(places[0].contains(QRect(30, 40, 12, 9)));
    QVERIFY(places[1].contains(QRect(200, 150, 20, 10)));
    QVERIFY(places[0].width() < 40 && places[1].height() < 40);
    QCOMPARE(ui::changedPlaces(one, QImage(10, 10, QImage::Format_RGB32)).size(), 1);
}

void TestVerification::a_changed_word_is_marked_on_both_sides() {
    const QByteArray file = withAnotherWord(original());
    const QString path = put(u"đổi chữ.pdf"_s, file);
    ui::ComparePane pane(m_theme, m_formatter, renderProgram);
    pane.resize(1000, 700);
    pane.show();
    QSignalSpy ready(&pane, &ui::ComparePane::ready);
    pane.compare(path, reportOn(file, original().size(), docsig::Judgement::Invalid), 0);
    QTRY_VERIFY_WITH_TIMEOUT(!ready.isEmpty(), Patience);
    QVERIFY(pane.found());
    QCOMPARE(pane.found()->pages, 1);
    QCOMPARE(pane.found()->places.size(), 1);
    const ui::ChangedPlace place = pane.found()->places.first();
    QVERIFY(place.signedPage && place.shownPage);
    // "QUYET " is the same in both: the place begins behind it and lies on the line.
    QVERIFY2(place.rect.left() > 140 && place.rect.right() < 220, qPrintable(QString::number(place.rect.left())));
    QVERIFY(place.rect.top() < 752 && place.rect.bottom() > 758 && place.rect.height() < 30);
}

void TestVerification::what_was_only_added_unseen_looks_the_same() {
    QByteArray file = original();
    const qsizetype at = file.size();
    file += "6 0 obj\n<< /Hidden true >>\nendobj\n";
    const qsizetype table = file.size();
    file += "xref\n6 1\n" + QByteArray::number(at).rightJustified(10, '0') +
            " 00000 n \ntrailer\n<< /Size 7 /Root 1 0 R /Prev " +
            QByteArray::number(handmade::lastSection(original())) + " >>\nstartxref\n" + QByteArray::number(table) +
            "\n%%EOF\n";
    const auto same = ui::comparePages(renderProgram, original(), file, {});
    QVERIFY(same);
    QVERIFY(same->places.isEmpty());
    QCOMPARE(same->compared, 1);
}

void TestVerification::another_file_than_the_judged_one_is_not_compared() {
    const QByteArray file = withAnotherWord(original());
    const QString path = put(u"đã đổi.pdf"_s, original());
    ui::ComparePane pane(m_theme, m_formatter, renderProgram);
    QSignalSpy ready(&pane, &ui::ComparePane::ready);
    pane.compare(path, reportOn(file, original().size(), docsig::Judgement::Valid), 0);
    QTRY_VERIFY_WITH_TIMEOUT(!ready.isEmpty(), Patience);
    QVERIFY(!pane.found());
}

void TestVerification::findings_lead_to_their_pages() {
    ui::DocumentCase known = anyCase();
    known.ownReport = reportOn(original(), 100, docsig::Judgement::Invalid);
    docsig::Finding fault{u"annotation-added"_s, docsig::Part::Coverage, docsig::Weight::Fault, 4, u"Stamp1"_s, {}};
    known.ownReport->signatures.first().findings << fault;
    int leading = 0;
    for (const ui::DetailBlock& block : ui::blocksOf(known, ui::DetailTab::Signatures, m_formatter)) {
        for (const ui::DetailLine& line : block.lines) {
            if (line.code == "annotation-added"_L1) {
                QCOMPARE(line.page, 4);
                QCOMPARE(int(line.tone), int(ui::Tone::Bad));
                QVERIFY(line.words.contains(u"Stamp1"_s));
                ++leading;
            }
        }
    }
    QCOMPARE(leading, 1);
}

void TestVerification::a_signature_with_later_revisions_can_be_compared() {
    ui::DocumentCase known = anyCase();
    known.ownReport = reportOn(original(), 100, docsig::Judgement::Valid);
    known.ownReport->signatures.first().level = docsig::Level::BT;
    QList<ui::DetailBlock> blocks = ui::blocksOf(known, ui::DetailTab::Signatures, m_formatter);
    QCOMPARE(blocks.first().comparesWith, 0);
    QCOMPARE(blocks.first().side, u"PAdES B-T"_s);
    QCOMPARE(blocks.last().lines.size(), 2); // the revisions
    QVERIFY(blocks.last().offersReport);
    known.ownReport->revisions.removeLast();
    known.ownReport->signatures.first().coversWholeFile = true;
    blocks = ui::blocksOf(known, ui::DetailTab::Signatures, m_formatter);
    QCOMPARE(blocks.first().comparesWith, -1);
}

void TestVerification::the_pin_panel_lists_what_is_not_seen() {
    ui::PinPanel panel(m_theme, m_formatter, ui::PinPanel::Purpose::Signature, app::Pkcs12File{u"khóa.p12"_s});
    panel.resize(900, 400);
    panel.show();
    panel.showFindings({{u"annotation-added"_s, docsig::Part::Document, docsig::Weight::Doubt, 2, {}, {}},
                        {u"annotation-removed"_s, docsig::Part::Document, docsig::Weight::Doubt, -1, {}, {}}});
    QSignalSpy wanted(&panel, &ui::PinPanel::pageWanted);
    QStringList words;
    QPushButton* link = nullptr;
    for (QPushButton* button : panel.findChildren<QPushButton*>()) {
        link = button->accessibleName().startsWith(u"Go to page 3"_s) ? button : link;
    }
    for (const ui::TextLabel* label : panel.findChildren<ui::TextLabel*>()) {
        words << label->text();
    }
    QVERIFY(words.contains(u"annotation-added"_s));
    QVERIFY(words.contains(m_formatter.sentence(u"annotation-removed"_s)));
    QVERIFY(link);
    link->click();
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first().first().toInt(), 2);
}

void TestVerification::nothing_is_trusted_before_it_is_confirmed() {
    const auto authority = docsig::DemoAuthority::create(QDateTime::currentDateTimeUtc()).value();
    const QString file = put(u"gốc.cer"_s, authority.rootCertificate());
    ui::TaskRunner runner;
    ui::TrustPage page(m_theme, m_formatter, trust(), runner);
    page.resize(1000, 700);
    page.show();
    page.reload();
    QTRY_VERIFY_WITH_TIMEOUT(runner.isIdle(), Patience);
    page.look(file);
    QTRY_VERIFY_WITH_TIMEOUT(runner.isIdle(), Patience);
    QVERIFY(trust().list()->isEmpty());
    const QByteArray hash = QCryptographicHash::hash(authority.rootCertificate(), QCryptographicHash::Sha256).toHex();
    QString shown;
    for (const ui::TextLabel* label : page.findChildren<ui::TextLabel*>()) {
        shown += label->text().remove(u'\n') + u' ';
    }
    QVERIFY2(shown.contains(app::displayFingerprint(hash).remove(47, 1)), qPrintable(shown));
    QPushButton* yes = nullptr;
    for (QPushButton* button : page.findChildren<QPushButton*>()) {
        yes = button->isVisible() && button->text().startsWith(u"Yes"_s) ? button : yes;
    }
    QVERIFY(yes);
    QVERIFY(!yes->hasFocus()); // Enter alone trusts nobody
    QSignalSpy done(&page, &ui::TrustPage::done);
    yes->click();
    QTRY_VERIFY_WITH_TIMEOUT(!done.isEmpty() && runner.isIdle(), Patience);
    QCOMPARE(trust().list()->size(), 1);
    QCOMPARE(page.findChild<QListWidget*>()->count(), 1);
}

void TestVerification::a_leaf_cannot_be_trusted() {
    auto authority = docsig::DemoAuthority::create(QDateTime::currentDateTimeUtc()).value();
    const auto person =
        authority.issuePerson({u"Nguyễn Văn A"_s, {}, {}}, docsig::DemoFlaw::None, docsig::KeyKind::EllipticCurve);
    ui::TaskRunner runner;
    ui::TrustPage page(m_theme, m_formatter, trust(), runner);
    page.show();
    page.look(put(u"người.cer"_s, person->certificate));
    QTRY_VERIFY_WITH_TIMEOUT(runner.isIdle(), Patience);
    for (const QPushButton* button : page.findChildren<QPushButton*>()) {
        QVERIFY(!button->isVisible() || !button->text().startsWith(u"Yes"_s));
    }
}

void TestVerification::what_is_removed_is_asked_first() {
    const auto authority = docsig::DemoAuthority::create(QDateTime::currentDateTimeUtc()).value();
    app::ManageTrust managed = trust();
    QCOMPARE(managed.import(managed.look(put(u"gốc.cer"_s, authority.rootCertificate())).value()), 1);
    ui::TaskRunner runner;
    ui::TrustPage page(m_theme, m_formatter, trust(), runner);
    page.show();
    page.reload();
    QTRY_VERIFY_WITH_TIMEOUT(runner.isIdle(), Patience);
    auto* list = page.findChild<QListWidget*>();
    QCOMPARE(list->count(), 1);
    QPushButton* remove = nullptr;
    for (QPushButton* button : page.findChildren<QPushButton*>()) {
        remove = button->isVisible() && button->accessibleName().startsWith(u"Remove"_s) ? button : remove;
    }
    QVERIFY(remove);
    remove->click();
    QVERIFY(runner.isIdle());
    QCOMPARE(managed.list()->size(), 1); // only asked
    QTest::keyClick(&page, Qt::Key_Escape);
    remove->click();
    remove->click(); // asked and answered
    QTRY_VERIFY_WITH_TIMEOUT(runner.isIdle() && list->count() == 0, Patience);
    QVERIFY(managed.list()->isEmpty());
}

void TestVerification::pictures_data() {
    QTest::addColumn<QString>("what");
    QTest::addColumn<bool>("english");
    QTest::addColumn<bool>("dark");
    for (const QString& what : {u"compare"_s, u"trust"_s, u"trust-import"_s, u"pin"_s}) {
        for (const bool english : {false, true}) {
            for (const bool dark : {false, true}) {
                QTest::addRow("%s-%s-%s", qPrintable(what), english ? "en" : "vi", dark ? "dark" : "light")
                    << what << english << dark;
            }
        }
    }
}

void TestVerification::pictures() {
    QFETCH(QString, what);
    QFETCH(bool, english);
    QFETCH(bool, dark);
    const QString keep = qEnvironmentVariable("CONGVAN_PICTURES");
    if (keep.isEmpty() && dark == english) {
        return; // two of the four tell enough where nobody looks at the pictures
    }
    QTranslator words;
    QVERIFY(words.load(u":/i18n/congvan_%1.qm"_s.arg(english ? u"en"_s : u"vi"_s)));
    QApplication::installTranslator(&words);
    ui::Theme theme(nullptr);
    theme.setChoice(dark ? ui::ThemeChoice::Dark : ui::ThemeChoice::Light);
    theme.applyTo(*qApp);
    const ui::Formatter formatter(english ? app::Language::English : app::Language::Vietnamese);
    ui::TaskRunner runner;
    std::unique_ptr<QWidget> shown;
    if (what == "compare"_L1) {
        const QByteArray file = withAnotherWord(original());
        auto pane = std::make_unique<ui::ComparePane>(theme, formatter, renderProgram);
        pane->resize(1100, 700);
        pane->show();
        QSignalSpy ready(pane.get(), &ui::ComparePane::ready);
        QSignalSpy drawn(&pane->shownPages(), &ui::PageView::settled);
        QSignalSpy drawnToo(&pane->signedPages(), &ui::PageView::settled);
        pane->compare(put(u"hình.pdf"_s, file), reportOn(file, original().size(), docsig::Judgement::Invalid), 0);
        QTRY_VERIFY_WITH_TIMEOUT(!ready.isEmpty() && !drawn.isEmpty() && !drawnToo.isEmpty(), Patience);
        shown = std::move(pane);
    } else if (what == "pin"_L1) {
        auto panel = std::make_unique<ui::PinPanel>(theme, formatter, ui::PinPanel::Purpose::Signature,
                                                    app::Pkcs12File{u"giamdoc.p12"_s});
        panel->resize(900, 340);
        panel->showFindings({{u"annotation-added"_s, docsig::Part::Document, docsig::Weight::Doubt, 2, u"Stamp"_s, {}},
                             {u"annotation-removed"_s, docsig::Part::Document, docsig::Weight::Fault, -1, {}, {}}});
        panel->show();
        shown = std::move(panel);
    } else {
        const auto authority =
            docsig::DemoAuthority::create(QDateTime::currentDateTimeUtc(), u"Tổ chức chứng thực mẫu"_s).value();
        app::ManageTrust managed = trust();
        const QString root = put(u"hình.cer"_s, authority.rootCertificate());
        const QString between = put(u"hình 2.cer"_s, authority.intermediateCertificate());
        QVERIFY(managed.import(managed.look(root).value()));
        auto page = std::make_unique<ui::TrustPage>(theme, formatter, managed, runner);
        page->resize(1000, 620);
        page->show();
        page->reload();
        QTRY_VERIFY_WITH_TIMEOUT(runner.isIdle(), Patience);
        if (what == "trust-import"_L1) {
            page->look(between);
            QTRY_VERIFY_WITH_TIMEOUT(runner.isIdle(), Patience);
        }
        shown = std::move(page);
    }
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    for (const QPushButton* button : shown->findChildren<QPushButton*>()) {
        QVERIFY2(!button->isVisible() || button->text().isEmpty() || button->width() >= button->sizeHint().width(),
                 qPrintable(button->text()));
        QVERIFY(!button->isVisible() || !(button->text() + button->accessibleName()).trimmed().isEmpty());
    }
    const QImage picture = shown->grab().toImage();
    QVERIFY(!picture.isNull());
    if (!keep.isEmpty()) {
        QVERIFY(QDir().mkpath(keep));
        QVERIFY(picture.save(QDir(keep).filePath(QString::fromLatin1(QTest::currentDataTag()) + u".png"_s)));
    }
    shown.reset();
    QApplication::removeTranslator(&words);
    m_theme.applyTo(*qApp);
}

QTEST_MAIN(TestVerification)
#include "test_verification.moc"
