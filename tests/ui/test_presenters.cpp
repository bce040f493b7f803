// SPDX-License-Identifier: GPL-3.0-or-later
// What the window says, without a window: numbers and days, rows, verdicts, colours that can be read.
#include "app/domain/vietnamtime.h"
#include "ui/panels/acceptpanel.h"
#include "ui/presentation/drafttext.h"
#include "ui/presentation/folderpresenter.h"
#include "ui/presentation/rowpresenter.h"
#include "ui/presentation/verdictpresenter.h"
#include "ui/startoptions.h"
#include "ui/theme/interfacefont.h"
#include "ui/widgets/rowdelegate.h"

#include <QFontMetrics>
#include <QTest>

#include <cmath>

using namespace Qt::Literals::StringLiterals;
using app::Language;

namespace {

/// WCAG 2: relative luminance and contrast.
double luminance(const QColor& colour) {
    const auto part = [](double value) {
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF()) + 0.0722 * part(colour.blueF());
}

double contrast(const QColor& letters, const QColor& ground) {
    const double one = luminance(letters);
    const double other = luminance(ground);
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

app::DocumentSummary incoming(docsig::Verdict verdict, const QString& finding) {
    app::DocumentSummary document{.id = app::DocumentId::ofName("row")};
    document.incoming = true;
    document.state = app::DocumentState::Arrived;
    document.counterpart = u"Sở Tài chính"_s;
    document.subject = u"Thông báo"_s;
    app::VerdictFacts facts;
    facts.verdict = verdict;
    facts.signatures = 2;
    facts.worstFinding = finding;
    document.verdict = facts;
    return document;
}

} // namespace

class TestPresenters : public QObject {
    Q_OBJECT

private slots:
    void numbers_and_days();
    void a_row_is_good_only_for_valid();
    void a_row_says_in_words_that_it_was_reminded_of();
    void rows_have_room_for_two_lines();
    void colours_can_be_read();
    void the_font_has_vietnamese();
    void articles_survive_the_form();
    void days_are_read_as_people_write_them();
    void every_folder_stands_once_for_every_role();
    void what_is_not_known_is_never_good();
    void options_are_checked();
};

void TestPresenters::numbers_and_days() {
    const ui::Formatter vietnamese(Language::Vietnamese);
    const ui::Formatter english(Language::English);
    QCOMPARE(vietnamese.count(1204), u"1.204"_s);
    QCOMPARE(english.count(1204), u"1,204"_s);
    QCOMPARE(vietnamese.bookNumber(7), u"07"_s);
    QCOMPARE(vietnamese.bookNumber(1204), u"1.204"_s);
    QCOMPARE(vietnamese.day(QDate(2026, 3, 5)), u"05/03/2026"_s);
    QCOMPARE(vietnamese.day(QDate()), QString());
    // 18:30 UTC is half past one of the next day in Vietnam, wherever this computer stands.
    const QDateTime evening(QDate(2026, 11, 22), QTime(18, 30), Qt::UTC);
    QCOMPARE(vietnamese.listTime(evening, QDate(2026, 11, 23)), u"01:30"_s);
    QCOMPARE(vietnamese.listTime(evening, QDate(2026, 11, 24)), u"Yesterday"_s);
    QCOMPARE(vietnamese.listTime(evening, QDate(2026, 12, 24)), u"23/11"_s);
    QCOMPARE(vietnamese.listTime(evening, QDate(2027, 1, 24)), u"23/11/2026"_s);
    QCOMPARE(english.kind(u"Quyết định"_s), app::factsOf(app::DocumentKind::QuyetDinh).english);
    QCOMPARE(vietnamese.kind(u"Quyết định"_s), u"Quyết định"_s);
}

void TestPresenters::a_row_is_good_only_for_valid() {
    const ui::Formatter formatter;
    const QDate today = app::vietnamToday();
    using docsig::Verdict;
    for (const Verdict verdict :
         {Verdict::Valid, Verdict::Invalid, Verdict::CannotTell, Verdict::Unsigned, Verdict::Unreadable}) {
        const ui::RowText row = ui::rowOf(incoming(verdict, {}), formatter, today);
        QCOMPARE(row.verdictTone == ui::Tone::Good, verdict == Verdict::Valid);
        QVERIFY(!row.verdict.isEmpty());
        QVERIFY(!row.verdictIcon.isEmpty()); // never colour alone
        QVERIFY(row.spoken.contains(row.verdict));
    }
    app::DocumentSummary unchecked = incoming(Verdict::Valid, {});
    unchecked.verdict.reset();
    QCOMPARE(ui::rowOf(unchecked, formatter, today).verdictTone, ui::Tone::Neutral);
    unchecked.state = app::DocumentState::Problem;
    QCOMPARE(ui::rowOf(unchecked, formatter, today).verdictTone, ui::Tone::Bad);
    QCOMPARE(ui::rowOf(incoming(Verdict::Invalid, u"page-content-changed"_s), formatter, today).verdict,
             u"Changed after signing"_s);
}

void TestPresenters::a_row_says_in_words_that_it_was_reminded_of() {
    const ui::Formatter formatter;
    const QDate today = app::vietnamToday();
    app::DocumentSummary document = incoming(docsig::Verdict::Valid, {});
    const QString plain = ui::rowOf(document, formatter, today).tag;
    QStringList said{plain};
    using app::ReminderStage;
    for (const ReminderStage stage : {ReminderStage::Before, ReminderStage::After, ReminderStage::Escalated}) {
        document.reminded = stage;
        const ui::RowText row = ui::rowOf(document, formatter, today);
        QVERIFY(row.tag.startsWith(plain) && !said.contains(row.tag)); // each in its own words
        QVERIFY(row.spoken.contains(row.tag));
        said << row.tag;
    }
    document.urgency = app::Urgency::Express;
    QVERIFY(ui::rowOf(document, formatter, today).tag.contains(u" · "_s)); // beside what else the label says
}

void TestPresenters::rows_have_room_for_two_lines() {
    const ui::Theme theme(nullptr);
    const ui::RowDelegate delegate(theme);
    ui::RowText row;
    row.subject = u"Ngắn"_s;
    const int one = delegate.heightOf(row, 384);
    row.subject = u"Rà soát danh mục hồ sơ và kế hoạch nộp lưu hồ sơ điện tử năm 2026 của các sở, ban, ngành"_s;
    const int two = delegate.heightOf(row, 384);
    QCOMPARE(two - one, 18);
    // The line height holds the highest Vietnamese letters of both fonts.
    QVERIFY(QFontMetrics(theme.font(ui::Type::Body)).boundingRect(u"Ẵgỵ"_s).height() <= 18);
    QVERIFY(QFontMetrics(theme.font(ui::Type::Facts)).boundingRect(u"Ẵgỵ"_s).height() <= 18);
    QVERIFY(QFontMetrics(theme.font(ui::Type::Strong)).boundingRect(u"Ẵgỵ"_s).height() <= 20);
}

void TestPresenters::colours_can_be_read() {
    for (const ui::Scheme scheme : {ui::Scheme::Light, ui::Scheme::Dark}) {
        const ui::Tokens& t = ui::tokensOf(scheme);
        for (const QColor& letters : {t.text, t.text2, t.text3}) {
            for (const QColor& ground : {t.surface, t.window, t.sidebar}) {
                QVERIFY2(contrast(letters, ground) >= 4.5,
                         qPrintable(letters.name() + u" on "_s + ground.name() + u" "_s +
                                    QString::number(contrast(letters, ground))));
            }
        }
        QVERIFY(contrast(t.text, t.selected) >= 4.5);
        QVERIFY(contrast(t.text2, t.selected) >= 4.5);
        QVERIFY(contrast(t.onAccent, t.accent) >= 4.5);
        QVERIFY(contrast(t.accent, t.surface) >= 4.5);
        for (const ui::Tone tone : {ui::Tone::Neutral, ui::Tone::Good, ui::Tone::Caution, ui::Tone::Bad}) {
            QVERIFY(contrast(t.of(tone), t.groundOf(tone)) >= 4.5);
            QVERIFY(contrast(t.of(tone), t.surface) >= 4.5);
            QVERIFY(contrast(t.of(tone), t.selected) >= 4.5);
        }
    }
}

void TestPresenters::the_font_has_vietnamese() {
    QVERIFY(ui::hasVietnamese(ui::interfaceFontFamily()));
    QVERIFY(!ui::hasVietnamese(u"a family that nobody has"_s));
}

void TestPresenters::articles_survive_the_form() {
    const QList<app::Article> articles{{u"Phạm vi điều chỉnh"_s, {u"Quy chế này quy định việc."_s, u"Hết."_s}},
                                       {{}, {u"Quyết định này có hiệu lực kể từ ngày ký."_s}}};
    QCOMPARE(ui::articlesOf(ui::textOf(articles)), articles);
    // What people type by habit: the layout sets these words itself.
    QCOMPARE(ui::articlesOf(u"Điều 1. Phê duyệt đề án.\n\n\nĐiều 2: Có hiệu lực."_s).size(), 2);
    QCOMPARE(ui::articlesOf(u"Điều 1. Phê duyệt đề án."_s).first().paragraphs, QStringList{u"Phê duyệt đề án."_s});
    QCOMPARE(ui::articlesOf(u" \n \n"_s).size(), 0);
}

void TestPresenters::days_are_read_as_people_write_them() {
    QCOMPARE(ui::readDay(u"5/12/2026"_s), std::optional(QDate(2026, 12, 5)));
    QCOMPARE(ui::readDay(u" 05-12-2026 "_s), std::optional(QDate(2026, 12, 5)));
    QVERIFY(!ui::readDay(u"31/02/2026"_s));
    QVERIFY(!ui::readDay(u"2026-12-05"_s));
    QVERIFY(!ui::readDay(u"mai"_s));
}

void TestPresenters::every_folder_stands_once_for_every_role() {
    for (const app::Role role : {app::Role::Officer, app::Role::Leader, app::Role::Clerk, app::Role::Archivist}) {
        QList<app::Folder> seen;
        for (const ui::FolderSection& section : ui::folderSections(role)) {
            seen << section.folders;
        }
        QCOMPARE(seen.size(), app::allFolders().size());
        for (const app::Folder folder : app::allFolders()) {
            QCOMPARE(seen.count(folder), 1);
            QVERIFY(!ui::emptyText(folder, false).sentence.isEmpty());
        }
        QVERIFY(seen.contains(ui::homeFolder(role)));
    }
}

void TestPresenters::what_is_not_known_is_never_good() {
    const ui::Formatter formatter;
    ui::DocumentCase known{.detail = {.summary = incoming(docsig::Verdict::Valid, {})}};
    // The list may remember a verdict; the bar over the document shows what was read with it, and nothing was.
    QCOMPARE(ui::verdictOf(known, formatter).tone, ui::Tone::Neutral);
    known.complete = true;
    QVERIFY(ui::verdictOf(known, formatter).canCheck);
    known.problem = app::Error(u"judging-cancelled"_s, {});
    QCOMPARE(ui::verdictOf(known, formatter).tone, ui::Tone::Bad);
    QCOMPARE(ui::verdictOf(known, formatter).code, u"judging-cancelled"_s);
    known.problem.reset();
    app::IncomingVerdict verdict{
        .document = known.detail.summary.id, .verdict = {}, .report = {}, .sender = {}, .judgedAt = {}};
    verdict.verdict = docsig::Verdict::Invalid;
    verdict.report.verdict = docsig::Verdict::Valid;
    verdict.sender.findings << app::SenderFinding{u"seal-not-of-sender"_s, {}, {}};
    known.verdict = verdict;
    QCOMPARE(ui::verdictOf(known, formatter).tone, ui::Tone::Bad);
    QCOMPARE(ui::verdictOf(known, formatter).sentence, app::sentence(u"seal-not-of-sender"_s, Language::Vietnamese));
}

void TestPresenters::options_are_checked() {
    const ui::StartOptions good = ui::readOptions({u"congvan"_s, u"--profile"_s, u"/a b"_s, u"--theme"_s, u"dark"_s,
                                                   u"--show"_s, u"to-sign:2"_s, u"--size"_s, u"1000x700"_s});
    QVERIFY(good.problem.isEmpty());
    QCOMPARE(good.row, 2);
    QCOMPARE(good.size, QSize(1000, 700));
    QVERIFY(good.show == std::optional(app::Folder::ToSign));
    QVERIFY(good.theme == std::optional(ui::ThemeChoice::Dark));
    QVERIFY(!ui::readOptions({u"congvan"_s, u"--theme"_s, u"pink"_s}).problem.isEmpty());
    QVERIFY(!ui::readOptions({u"congvan"_s, u"--show"_s, u"nowhere"_s}).problem.isEmpty());
    QVERIFY(!ui::readOptions({u"congvan"_s, u"--size"_s, u"big"_s}).problem.isEmpty());
    QVERIFY(!ui::readOptions({u"congvan"_s, u"--unheard-of"_s}).problem.isEmpty());
    QVERIFY(!ui::readOptions({u"congvan"_s, u"file.pdf"_s}).problem.isEmpty());
}

QTEST_MAIN(TestPresenters)
#include "test_presenters.moc"
