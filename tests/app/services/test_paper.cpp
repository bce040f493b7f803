// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/office/actcodec.h"
#include "app/domain/streams.h"
#include "app/domain/vietnamtime.h"
#include "app/render/renderclient.h"
#include "docsig/keys/cryptoruntime.h"
#include "tests/support/congvanctl.h"
#include "tests/world/office/officeworld.h"

#include <QGuiApplication>
#include <QJsonArray>
#include <QPainter>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace app;
using world::codeOf;
using world::OfficeWorld;

namespace {

DocumentDetail paperAt(OfficeSession& desk, const DocumentId& id) {
    const auto detail = desk.queryDocuments().detail(id);
    if (!detail) {
        qFatal("%s %s", qPrintable(detail.error().code), qPrintable(detail.error().detail));
    }
    return *detail;
}

PaperForm formOf(const QString& number, const QString& subject) {
    return {.entry = {.sender = {.id = {}, .name = u"Công ty Cấp nước Mẫu"_s},
                      .number = number,
                      .notation = u"CNM-KD"_s,
                      .date = vietnamToday().addDays(-2),
                      .kind = DocumentKind::ThongBao,
                      .subject = subject,
                      .signer = u"Phạm Thị Mẫu"_s}};
}

} // namespace

/// What comes on paper goes the same way as what comes by the exchange: one series of numbers, the same desks, the same
/// lists; without a verdict and without a word to its sender. Over a real hub.
class TestPaper : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_world = std::make_unique<OfficeWorld>(); }
    void cleanupTestCase() { m_world.reset(); }

    void paperAndElectronicShareOneSeries();
    void itGoesTheSameWayToEveryDesk();
    void nothingGoesOutForIt();
    void whatSeemsTheSameIsSaid();
    void aCorrectionIsKeptInTheHistory();
    void onlyTheClerkMayEnterAndCorrect();
    void anEnvelopeIsForOnePersonAlone();
    void whatCannotBeIsRefused();
    void picturesBecomeOnePdf();
    void theTextOfAScanIsFound();
    void aScanThatIsNoneIsRefused();
    void withoutTheServerNothingIsEntered();
    void theCommandLineDoesItAll();

private:
    OfficeSession& clerk() { return m_world->clerk(OfficeWorld::finance); }
    OfficeSession& leader() { return m_world->leader(OfficeWorld::finance); }
    OfficeSession& officer() { return m_world->officer(OfficeWorld::finance); }
    QString mailbox(Role role) { return m_world->demo().profile(OfficeWorld::finance, role).person.mailbox(); }
    void carry(OfficeSession& from, OfficeSession& to) {
        const auto sent = m_world->sync(from);
        CONGVAN_VERIFY(sent);
        QVERIFY2(sent->problems.isEmpty(),
                 qPrintable(sent->problems.isEmpty() ? QString() : sent->problems.first().code));
        CONGVAN_VERIFY(m_world->sync(to));
    }
    DocumentId entered(const PaperForm& form) {
        const auto receipt = clerk().registerPaper().enter(form);
        if (!receipt) {
            qFatal("%s %s", qPrintable(receipt.error().code), qPrintable(receipt.error().detail));
        }
        return receipt->document;
    }
    /// A picture of a page as a scanner makes it, 200 dots an inch.
    QString pageFile(const QString& name, const char* format, const QColor& ink) {
        QImage page(1654, 2339, QImage::Format_RGB32);
        page.fill(Qt::white);
        page.setDotsPerMeterX(7874);
        page.setDotsPerMeterY(7874);
        QPainter painter(&page);
        painter.fillRect(QRect(200, 200, 600, 80), ink);
        painter.end();
        const QString path = m_world->path(name);
        if (!page.save(path, format)) {
            qFatal("no picture");
        }
        return path;
    }
    /// A program that reads the same word in every picture.
    QString readerOf(const QByteArray& word) {
        const QString path = m_world->path(u"đọc bản quét"_s);
        if (!congvanctl::put(path, "#!/bin/sh\nprintf 'level\\tpage\\n5\\t1\\t1\\t1\\t1\\t1\\t200\\t200\\t600\\t80"
                                   "\\t96\\t" +
                                       word + "\\n'\n")) {
            qFatal("no reader");
        }
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return path;
    }

    std::unique_ptr<OfficeWorld> m_world;
};

void TestPaper::paperAndElectronicShareOneSeries() {
    const auto expected = clerk().registerPaper().expectedNumber();
    CONGVAN_VERIFY(expected);
    const auto first = clerk().registerPaper().enter(formOf(u"1"_s, u"Lịch bảo trì"_s));
    CONGVAN_VERIFY(first);
    QCOMPARE(first->arrival.number, *expected);
    const auto packet = m_world->sendOne();
    CONGVAN_VERIFY(packet);
    CONGVAN_VERIFY(m_world->sync(clerk()));
    const auto second = clerk().acceptIncoming().accept(
        documentOfPacket(*packet), {.date = {}, .dueDate = {}, .note = {}, .withoutVerdict = true});
    CONGVAN_VERIFY(second);
    QCOMPARE(second->number, *expected + 1);
    PaperForm form = formOf(u"2"_s, u"Đề nghị thanh toán"_s);
    form.arrival = vietnamToday().addDays(-1);
    const auto third = clerk().registerPaper().enter(form);
    CONGVAN_VERIFY(third);
    QCOMPARE(third->arrival.number, *expected + 2);
    QCOMPARE(third->arrival.date, form.arrival);
    // A second try of the same form is the same document.
    PaperForm again = formOf(u"3"_s, u"Báo cáo"_s);
    again.entry.key = newPaperKey();
    const auto once = clerk().registerPaper().enter(again);
    const auto twice = clerk().registerPaper().enter(again);
    CONGVAN_VERIFY(once);
    CONGVAN_VERIFY(twice);
    QCOMPARE(twice->arrival.number, once->arrival.number);
    QCOMPARE(twice->document, once->document);

    const auto lines = clerk().queryDocuments().book(vietnamToday().year(), true);
    CONGVAN_VERIFY(lines);
    QVERIFY(std::ranges::none_of(*lines, &BookEntry::flagged));
    const auto line = std::ranges::find(*lines, first->arrival.number, &BookEntry::number);
    QVERIFY(line != lines->end());
    QCOMPARE(line->documentNumber, u"1/CNM-KD"_s);
    QCOMPARE(line->counterpart, u"Công ty Cấp nước Mẫu"_s);
}

void TestPaper::itGoesTheSameWayToEveryDesk() {
    PaperForm form = formOf(u"10"_s, u"Xin ý kiến về giá nước"_s);
    form.entry.dueDate = vietnamToday().addDays(10);
    form.entry.pages = 2;
    const auto scan = clerk().paperScan().prepare({pageFile(u"đi.png"_s, "png", Qt::black)});
    CONGVAN_VERIFY(scan);
    form.scan = scan->path;
    form.scanName = scan->name;
    const DocumentId id = entered(form);
    PaperScan::discard(*scan);
    const DocumentDetail registered = paperAt(clerk(), id);
    QVERIFY(registered.summary.paper && registered.summary.incoming && !registered.summary.verdict);
    QVERIFY(!registered.summary.unread);
    QCOMPARE(folderKey(registered.summary.folder), u"to-handle"_s);
    QVERIFY(registered.actions.canPresent && registered.actions.canDirect && registered.actions.canCorrect);
    QVERIFY(!registered.actions.canAccept && !registered.actions.canRefuse);
    CONGVAN_VERIFY(m_world->sync(leader()));
    QCOMPARE(codeOf(leader().queryDocuments().detail(id)), u"document-not-found"_s); // nobody gave it to them

    CONGVAN_VERIFY(clerk().directDocument().present(id, mailbox(Role::Leader), u"Kính trình"_s));
    carry(clerk(), leader());
    const DocumentDetail presented = paperAt(leader(), id);
    QCOMPARE(folderKey(presented.summary.folder), u"to-direct"_s);
    QVERIFY(presented.summary.paper);
    QCOMPARE(presented.paper, registered.paper);
    QCOMPARE(presented.summary.subject, registered.summary.subject);
    QCOMPARE(presented.summary.arrivalNumber, registered.summary.arrivalNumber);
    QCOMPARE(presented.summary.dueDate, form.entry.dueDate);
    QCOMPARE(presented.received, registered.received);
    QCOMPARE(presented.signer.fullName, u"Phạm Thị Mẫu"_s);
    CONGVAN_VERIFY(leader().queryDocuments().mainPdf(id)); // the scan came along
    CONGVAN_VERIFY(leader().arrivalCopy().copyOf(id));

    CONGVAN_VERIFY(leader().directDocument().direct(id, {.shares = {{.to = mailbox(Role::Officer)}}}));
    carry(leader(), officer());
    QCOMPARE(folderKey(paperAt(officer(), id).summary.folder), u"to-handle"_s);
    CONGVAN_VERIFY(officer().handleIncoming().progress(id, u"đang làm"_s));
    CONGVAN_VERIFY(officer().handleIncoming().finish(id, u"đã trả lời bằng giấy"_s));
    carry(officer(), clerk());
    CONGVAN_VERIFY(m_world->sync(leader()));
    for (OfficeSession* desk : {&clerk(), &leader(), &officer()}) {
        QCOMPARE(stateKey(paperAt(*desk, id).summary.state), u"answered"_s);
    }
    // Registers and statistics count it, and a store that is derived anew has the same.
    const QDate today = vietnamToday();
    const auto report = clerk().reportWork().report({.from = today, .to = today}, Breakdown::Sender);
    CONGVAN_VERIFY(report);
    QVERIFY(std::ranges::any_of(report->rows, [](const StatisticsRow& row) {
        return row.name == u"Công ty Cấp nước Mẫu"_s && row.figures.doneInTime >= 1;
    }));
    const auto lines =
        clerk().registers().read({.kind = RegisterKind::Incoming, .year = today.year(), .from = today, .to = today});
    CONGVAN_VERIFY(lines);
    QVERIFY(std::ranges::any_of(lines->lines, [&](const RegisterLine& line) {
        return line.paper && line.subject == form.entry.subject && line.documentDate == form.entry.date;
    }));
}

void TestPaper::nothingGoesOutForIt() {
    CONGVAN_VERIFY(clerk().judgeIncoming().judgePending()); // of others
    const DocumentId id = entered(formOf(u"20"_s, u"Không gửi gì"_s));
    CONGVAN_VERIFY(clerk().handleIncoming().finish(id));
    const auto sent = m_world->sync(clerk());
    CONGVAN_VERIFY(sent);
    QVERIFY(sent->problems.isEmpty());
    QVERIFY(clerk().syncOffice().waiting()->isEmpty());
    // No job judges it, nobody is told a verdict, and asking for one says why there is none.
    QCOMPARE(*clerk().judgeIncoming().judgePending(), 0);
    QCOMPARE(codeOf(clerk().judgeIncoming().judge(id)), u"paper-has-no-signatures"_s);
    QCOMPARE(codeOf(clerk().askEvidence().about(id)), u"paper-has-no-signatures"_s);
    const auto stored = clerk().judgeIncoming().stored(id);
    QVERIFY(stored && !*stored);
    QCOMPARE(codeOf(clerk().refuseIncoming().refuse(id, u"không nhận"_s)), u"action-not-allowed"_s);
}

void TestPaper::whatSeemsTheSameIsSaid() {
    const DocumentId first = entered(formOf(u"30"_s, u"Bản thứ nhất"_s));
    PaperForm second = formOf(u"30"_s, u"Bản thứ hai"_s);
    second.entry.sender.name = u"CÔNG TY CẤP NƯỚC MẪU"_s;
    QCOMPARE(codeOf(clerk().registerPaper().enter(second)), u"arrival-twin"_s);
    const auto twins = clerk().registerPaper().twins(second.entry);
    CONGVAN_VERIFY(twins);
    QCOMPARE(twins->size(), 1);
    QCOMPARE(twins->first().document, std::optional(first));
    second.despiteTwin = true;
    const DocumentId other = entered(second);
    QVERIFY(std::ranges::any_of(paperAt(clerk(), other).links, [&](const DocumentLink& link) {
        return link.kind == DocumentLink::Kind::SameAs && link.document == first;
    }));
    PaperForm lastYear = formOf(u"30"_s, u"Năm trước"_s);
    lastYear.entry.date = vietnamToday().addDays(-2).addYears(-1);
    QVERIFY(clerk().registerPaper().twins(lastYear.entry)->isEmpty());

    // The same that came by the exchange: by its office's code, and by its name.
    const auto packet = m_world->sendOne();
    CONGVAN_VERIFY(packet);
    CONGVAN_VERIFY(m_world->sync(clerk()));
    const DocumentDetail electronic = paperAt(clerk(), documentOfPacket(*packet));
    PaperForm paper;
    paper.entry = {.sender = electronic.issuer,
                   .number = electronic.numberText,
                   .notation = electronic.notation,
                   .date = electronic.date,
                   .subject = u"Bản giấy"_s};
    QCOMPARE(codeOf(clerk().registerPaper().enter(paper)), u"arrival-twin"_s);
    paper.entry.sender.id = {};
    QCOMPARE(codeOf(clerk().registerPaper().enter(paper)), u"arrival-twin"_s);
}

void TestPaper::aCorrectionIsKeptInTheHistory() {
    const DocumentId id = entered(formOf(u"40"_s, u"Trích yếu sai"_s));
    CONGVAN_VERIFY(clerk().directDocument().direct(id, {.shares = {{.to = mailbox(Role::Officer)}}}));
    carry(clerk(), officer());
    const DocumentDetail before = paperAt(clerk(), id);
    PaperForm right{.entry = *before.paper};
    RegisterPaper& paper = clerk().registerPaper();
    QCOMPARE(codeOf(paper.correct(id, right, u"không đổi gì"_s)), u"paper-unchanged"_s);
    right.entry.number = u"41"_s;
    right.entry.subject = u"Trích yếu đúng"_s;
    QCOMPARE(codeOf(paper.correct(id, right, u" "_s)), u"reason-missing"_s);
    CONGVAN_VERIFY(paper.correct(id, right, u"Gõ nhầm"_s));
    carry(clerk(), officer());
    for (OfficeSession* desk : {&clerk(), &officer()}) {
        const DocumentDetail now = paperAt(*desk, id);
        QCOMPARE(now.summary.number, u"41/CNM-KD"_s);
        QCOMPARE(now.summary.subject, u"Trích yếu đúng"_s);
        QCOMPARE(now.summary.arrivalNumber, before.summary.arrivalNumber);
        const auto line = std::ranges::find(now.history, u"paper-corrected"_s, &HistoryLine::kind);
        QVERIFY(line != now.history.end());
        QVERIFY(line->detail.contains(u"Gõ nhầm"_s) && line->detail.contains(u"Trích yếu sai → Trích yếu đúng"_s));
        QCOMPARE(std::ranges::count(now.history, u"paper-corrected"_s, &HistoryLine::kind), 1);
    }
    const auto lines = clerk().queryDocuments().book(vietnamToday().year(), true);
    const auto line = std::ranges::find(*lines, before.summary.arrivalNumber, &BookEntry::number);
    QCOMPARE(line->documentNumber, u"41/CNM-KD"_s);
    QCOMPARE(line->subject, u"Trích yếu đúng"_s);
    QCOMPARE(clerk().queryDocuments().list(Folder::Following, u"dung 41"_s)->size(), 1); // found by the new words
    QCOMPARE(clerk().queryDocuments().list(Folder::Following, u"yeu sai"_s)->size(), 0);

    // A scan may come later; the earlier one stays beside it.
    PaperForm scanned{.entry = *paperAt(clerk(), id).paper};
    for (const QString& name : {u"lần một.png"_s, u"lần hai.png"_s}) {
        const auto scan = clerk().paperScan().prepare({pageFile(name, "png", Qt::red)});
        CONGVAN_VERIFY(scan);
        scanned.scan = scan->path;
        scanned.scanName = scan->name;
        scanned.entry.note = name;
        CONGVAN_VERIFY(paper.correct(id, scanned, u"Bổ sung bản quét"_s));
        PaperScan::discard(*scan);
    }
    // A correction that waits for its scan does not hold up the book.
    CONGVAN_VERIFY(clerk().registerPaper().enter(formOf(u"43"_s, u"Vào sổ khi bản sửa còn chờ"_s)));
    carry(clerk(), officer());
    const DocumentDetail whole = paperAt(officer(), id);
    QVERIFY(!whole.pdfSha256.isEmpty());
    CONGVAN_VERIFY(officer().queryDocuments().mainPdf(id));
}

void TestPaper::onlyTheClerkMayEnterAndCorrect() {
    QCOMPARE(codeOf(officer().registerPaper().enter(formOf(u"50"_s, u"Chuyên viên nhập"_s))), u"paper-not-clerk"_s);
    const DocumentId id = entered(formOf(u"51"_s, u"Giữ nguyên"_s));
    CONGVAN_VERIFY(clerk().directDocument().direct(id, {.shares = {{.to = mailbox(Role::Officer)}}}));
    carry(clerk(), officer());
    const DocumentDetail given = paperAt(officer(), id);
    QVERIFY(!given.actions.canCorrect);
    PaperForm wrong{.entry = *given.paper};
    wrong.entry.subject = u"Sửa trộm"_s;
    QCOMPARE(codeOf(officer().registerPaper().correct(id, wrong, u"x"_s)), u"action-not-allowed"_s);
    // Past every check of ours: the case takes it from whoever takes part, and nothing changes at any desk.
    const QString stream = caseStream(officer().agency().id, id);
    const auto line = m_world->hub().client(mailbox(Role::Officer));
    const auto before = line->messages(stream, 1, 100);
    QVERIFY(before);
    const auto append = [&](const QString& where, qint64 place, const ActBody& body) {
        const OfficeAct forged = makeAct(mailbox(Role::Officer), body);
        return line->append({.stream = where,
                             .expectedSequence = place,
                             .kind = u"office"_s,
                             .messageId = forged.id,
                             .payload = writeAct(forged),
                             .cites = {},
                             .participants = {},
                             .lastSeenHead = {}});
    };
    QVERIFY(append(stream, before->size() + 1,
                   acts::PaperCorrected{.document = id, .entry = wrong.entry, .reason = u"x"_s}));
    // The book is the clerks' alone.
    const QString book = incomingBookStream(officer().agency().id, vietnamToday().year());
    const auto refused =
        append(book, 1'000, acts::PaperCorrected{.document = id, .entry = wrong.entry, .reason = u"x"_s});
    QVERIFY(!refused);
    CONGVAN_VERIFY(m_world->sync(clerk()));
    CONGVAN_VERIFY(m_world->sync(officer()));
    QCOMPARE(paperAt(clerk(), id).summary.subject, u"Giữ nguyên"_s);
    QCOMPARE(paperAt(officer(), id).summary.subject, u"Giữ nguyên"_s);
}

void TestPaper::anEnvelopeIsForOnePersonAlone() {
    const QDate today = vietnamToday();
    CONGVAN_VERIFY(m_world->sync(leader())); // knows who works in the office
    CONGVAN_VERIFY(m_world->sync(clerk()));
    CONGVAN_VERIFY(
        leader().delegations().delegate({.to = u"chuyenvien"_s, .from = today, .until = today, .words = {}}));
    carry(leader(), clerk());
    CONGVAN_VERIFY(m_world->sync(officer()));
    PaperForm form;
    form.entry.sender.name = u"Tòa án Mẫu"_s;
    form.entry.envelopeFor = u"khongco"_s;
    QCOMPARE(codeOf(clerk().registerPaper().enter(form)), u"paper-envelope-person-unknown"_s);
    form.entry.envelopeFor = u"lanhdao"_s;
    const DocumentId id = entered(form);
    const DocumentDetail envelope = paperAt(clerk(), id);
    QVERIFY(envelope.isUnopened() && envelope.summary.arrivalNumber > 0 && !envelope.summary.subject.isEmpty());
    QCOMPARE(folderKey(envelope.summary.folder), u"following"_s);
    Actions clerks;
    clerks.canCorrect = true;
    QCOMPARE(envelope.actions, clerks); // the clerk gives it to nobody else
    QCOMPARE(codeOf(clerk().directDocument().direct(id, {.shares = {{.to = mailbox(Role::Officer)}}})),
             u"action-not-allowed"_s);
    carry(clerk(), leader());
    CONGVAN_VERIFY(m_world->sync(officer()));
    // Whoever stands in for them has no part in it, though the rest of their work is theirs now.
    QCOMPARE(codeOf(officer().queryDocuments().detail(id)), u"document-not-found"_s);
    const DocumentDetail named = paperAt(leader(), id);
    QCOMPARE(folderKey(named.summary.folder), u"to-handle"_s);
    QVERIFY(named.actions.canHandle && named.actions.canGiveBackWork);
    QVERIFY(!named.actions.canDirect && !named.actions.canComment && !named.actions.canReply);
    // Only whom it names decides that it is opened.
    PaperForm opened{.entry = *envelope.paper};
    opened.entry.envelopeFor.clear();
    opened.entry.subject = u"Giấy triệu tập"_s;
    QCOMPARE(codeOf(clerk().registerPaper().correct(id, opened, u"Tò mò"_s)), u"paper-envelope-not-returned"_s);
    CONGVAN_VERIFY(leader().directDocument().giveBack(id, u"Việc chung của cơ quan"_s));
    carry(leader(), clerk());
    PaperForm nameless = opened;
    nameless.entry.subject = envelope.summary.subject;
    QCOMPARE(codeOf(clerk().registerPaper().correct(id, nameless, u"Được trả lại"_s)), u"paper-subject-missing"_s);
    CONGVAN_VERIFY(clerk().registerPaper().correct(id, opened, u"Được trả lại"_s));
    const DocumentDetail open = paperAt(clerk(), id);
    QVERIFY(!open.isUnopened() && open.actions.canDirect && open.actions.canComment);
    QCOMPARE(open.summary.arrivalNumber, envelope.summary.arrivalNumber);
    PaperForm sealedAgain{.entry = *open.paper};
    sealedAgain.entry.envelopeFor = mailbox(Role::Leader);
    QCOMPARE(codeOf(clerk().registerPaper().correct(id, sealedAgain, u"x"_s)), u"paper-envelope-not-returned"_s);
    CONGVAN_VERIFY(clerk().directDocument().direct(id, {.shares = {{.to = mailbox(Role::Officer)}}}));
    carry(clerk(), officer());
    QCOMPARE(paperAt(officer(), id).summary.subject, u"Giấy triệu tập"_s);
    // One that is kept is done with; nobody else hears of it.
    const DocumentId kept = entered(form);
    carry(clerk(), leader());
    CONGVAN_VERIFY(leader().handleIncoming().finish(kept, {}));
    carry(leader(), clerk());
    CONGVAN_VERIFY(m_world->sync(officer()));
    QCOMPARE(stateKey(paperAt(clerk(), kept).summary.state), u"answered"_s);
    QVERIFY(!paperAt(clerk(), kept).actions.canComment && !paperAt(clerk(), kept).actions.canCorrect);
    QCOMPARE(codeOf(officer().queryDocuments().detail(kept)), u"document-not-found"_s);
    CONGVAN_VERIFY(leader().delegations().end({}));
}

void TestPaper::whatCannotBeIsRefused() {
    RegisterPaper& paper = clerk().registerPaper();
    const auto number = paper.expectedNumber();
    const auto codeWith = [&](const std::function<void(PaperForm&)>& spoil) {
        PaperForm form = formOf(u"60"_s, u"Sai"_s);
        spoil(form);
        return codeOf(paper.enter(form));
    };
    QCOMPARE(codeWith([](PaperForm& form) { form.entry.sender.name = u" \u200B "_s; }), u"paper-sender-missing"_s);
    QCOMPARE(codeWith([](PaperForm& form) { form.entry.subject.clear(); }), u"paper-subject-missing"_s);
    QCOMPARE(codeWith([](PaperForm& form) { form.entry.subject = QString(4001, u'x'); }), u"paper-entry-wrong"_s);
    QCOMPARE(codeWith([](PaperForm& form) { form.entry.date = vietnamToday().addDays(1); }),
             u"paper-date-not-allowed"_s);
    QCOMPARE(codeWith([](PaperForm& form) { form.arrival = vietnamToday().addDays(1); }),
             u"arrival-date-not-allowed"_s);
    QCOMPARE(codeWith([](PaperForm& form) { form.entry.sender.id = *OrganId::parse(u"Z99.99"); }),
             u"paper-sender-unknown"_s);
    QCOMPARE(*paper.expectedNumber(), *number); // no number was drawn for any of them
}

void TestPaper::picturesBecomeOnePdf() {
    const QStringList files{pageFile(u"b.png"_s, "png", Qt::red), pageFile(u"a.jpg"_s, "jpg", Qt::blue)};
    const auto scan = clerk().paperScan().prepare(files);
    CONGVAN_VERIFY(scan);
    QCOMPARE(scan->pages, 2);
    QCOMPARE(scan->name, u"b.pdf"_s);
    QCOMPARE(scanTextKey(scan->text), u"no-reader"_s);
    RenderClient pages(m_world->programs().renderWorker);
    const auto opened = pages.open(scan->path);
    CONGVAN_VERIFY(opened);
    QCOMPARE(opened->size(), 2);
    QCOMPARE(opened->first().points.toSize(), QSize(595, 842)); // A4, by its resolution
    // In the order in which they were given.
    const auto inkOf = [&](int page) {
        const auto picture = pages.pageOfSize(page, QSize(595, 842));
        return picture ? QColor(picture->pixel(150, 85)) : QColor();
    };
    QVERIFY(inkOf(0).red() > 200 && inkOf(0).blue() < 60);
    QVERIFY(inkOf(1).blue() > 200 && inkOf(1).red() < 60);
    PaperScan::discard(*scan);
    QVERIFY(!QFile::exists(scan->path));
    // A PDF stays as it is, byte for byte.
    const auto made = clerk().paperScan().prepare({files.first()});
    CONGVAN_VERIFY(made);
    const auto kept = clerk().paperScan().prepare({made->path});
    CONGVAN_VERIFY(kept);
    QFile one(made->path);
    QFile other(kept->path);
    QVERIFY(one.open(QIODevice::ReadOnly) && other.open(QIODevice::ReadOnly));
    QCOMPARE(other.readAll(), one.readAll());
    QCOMPARE(kept->pages, 1);
    PaperScan::discard(*made);
    PaperScan::discard(*kept);
}

void TestPaper::theTextOfAScanIsFound() {
    m_world->close(OfficeWorld::finance, Role::Clerk);
    m_world->setScanReader(readerOf("Khảo_sát"));
    PaperForm form = formOf(u"70"_s, u"Có lớp chữ"_s);
    const auto scan = clerk().paperScan().prepare({pageFile(u"chữ.png"_s, "png", Qt::black)});
    CONGVAN_VERIFY(scan);
    QCOMPARE(scanTextKey(scan->text), u"read"_s);
    // The word stands where it was seen, and is not drawn.
    RenderClient pages(m_world->programs().renderWorker);
    CONGVAN_VERIFY(pages.open(scan->path));
    const auto words = pages.text(0);
    CONGVAN_VERIFY(words);
    QCOMPARE(words->size(), 1);
    QCOMPARE(words->first().text, u"Khảo_sát"_s);
    QVERIFY(std::abs(words->first().rect.left() - 72) < 3);
    form.scan = scan->path;
    form.scanName = scan->name;
    const DocumentId id = entered(form);
    PaperScan::discard(*scan);
    CONGVAN_VERIFY(clerk().readTexts().readPending(100));
    const auto found = clerk().queryDocuments().page({.words = u"khao sat"_s}, 10);
    CONGVAN_VERIFY(found);
    QVERIFY(std::ranges::any_of(found->rows, [&](const DocumentSummary& row) { return row.id == id && row.paper; }));
    // A reader that fails costs the text alone.
    m_world->close(OfficeWorld::finance, Role::Clerk);
    m_world->setScanReader(u"/bin/false"_s);
    const auto without = clerk().paperScan().prepare({pageFile(u"hỏng.png"_s, "png", Qt::black)});
    CONGVAN_VERIFY(without);
    QCOMPARE(scanTextKey(without->text), u"not-read"_s);
    // A PDF that is but a picture is kept as it is, and found all the same.
    m_world->close(OfficeWorld::finance, Role::Clerk);
    m_world->setScanReader(readerOf("Thuỷ_lợi"));
    form.scan = without->path;
    form.entry.key.clear();
    form.entry.number = u"71"_s;
    const DocumentId picture = entered(form);
    PaperScan::discard(*without);
    CONGVAN_VERIFY(clerk().readTexts().readPending(100));
    const auto seen = clerk().queryDocuments().page({.words = u"thuy loi"_s}, 10);
    CONGVAN_VERIFY(seen);
    QVERIFY(seen->rows.size() == 1 && seen->rows.first().id == picture);
    m_world->close(OfficeWorld::finance, Role::Clerk);
    m_world->setScanReader({});
}

void TestPaper::aScanThatIsNoneIsRefused() {
    PaperScan& scans = clerk().paperScan();
    const QString page = pageFile(u"tốt.png"_s, "png", Qt::black);
    const QString text = m_world->path(u"thư.png"_s);
    QVERIFY(congvanctl::put(text, "no picture at all"));
    const QString drawing = m_world->path(u"hình.png"_s);
    QVERIFY(congvanctl::put(drawing, "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"));
    const QString broken = m_world->path(u"hỏng.pdf"_s);
    QVERIFY(congvanctl::put(broken, "%PDF-1.7\nnothing"));
    QCOMPARE(codeOf(scans.prepare({})), u"paper-scan-missing"_s);
    QCOMPARE(codeOf(scans.prepare({page, text})), u"paper-scan-unreadable"_s);
    QCOMPARE(codeOf(scans.prepare({drawing})), u"paper-scan-unreadable"_s);
    QCOMPARE(codeOf(scans.prepare({m_world->path(u"không có.png"_s)})), u"paper-scan-unreadable"_s);
    QCOMPARE(codeOf(scans.prepare({page, broken})), u"paper-scan-mixed"_s);
    QVERIFY(!scans.prepare({broken}));
    std::stop_source stopped;
    stopped.request_stop();
    QCOMPARE(codeOf(scans.prepare({page}, stopped.get_token())), u"paper-scan-stopped"_s);
    // What carries digital signatures did not come on paper.
    DocumentId id = DocumentId::create();
    CONGVAN_VERIFY(m_world->sendOne(&id));
    const auto signedPdf = m_world->clerk().queryDocuments().mainPdf(id);
    CONGVAN_VERIFY(signedPdf);
    QCOMPARE(codeOf(scans.prepare({*signedPdf})), u"paper-scan-signed"_s);
    // A signed file that was damaged is not taken for one without signatures.
    QFile whole(*signedPdf);
    QVERIFY(whole.open(QIODevice::ReadOnly));
    const QString harmed = m_world->path(u"ký rồi hỏng.pdf"_s);
    QVERIFY(congvanctl::put(harmed, whole.readAll().replace("startxref", "startxxxx")));
    QVERIFY(!scans.prepare({harmed}));
    // Nothing of them stays behind.
    const QDir spool(clerk().profile().folder + u"/spool"_s);
    QVERIFY(spool.entryList({u"scan-*"_s}, QDir::Files).isEmpty());
}

void TestPaper::withoutTheServerNothingIsEntered() {
    m_world->hub().setFault({.kind = world::Fault::Kind::Down});
    PaperForm form = formOf(u"80"_s, u"Mất mạng"_s);
    form.entry.key = newPaperKey();
    QCOMPARE(codeOf(clerk().registerPaper().enter(form)), u"number-needs-server"_s);
    QCOMPARE(codeOf(clerk().queryDocuments().detail(documentOfPaper(form.entry.key))), u"document-not-found"_s);
    m_world->hub().setFault({});
    CONGVAN_VERIFY(clerk().registerPaper().enter(form));
}

void TestPaper::theCommandLineDoesItAll() {
    const QStringList where{u"--profile"_s, m_world->demo().profile(OfficeWorld::finance, Role::Clerk).folder,
                            u"--json"_s};
    const QString page = pageFile(u"lệnh.png"_s, "png", Qt::black);
    m_world->close(OfficeWorld::finance, Role::Clerk);
    const QStringList entry{u"paper"_s,     u"register"_s,
                            u"--sender"_s,  u"Ông Nguyễn Văn Mẫu"_s,
                            u"--kind"_s,    u"thu-cong"_s,
                            u"--subject"_s, u"Đơn đề nghị"_s,
                            u"--date"_s,    u"2026-01-05"_s,
                            u"--urgency"_s, u"urgent"_s,
                            u"--due"_s,     u"2099-12-31"_s,
                            u"--scan"_s,    page,
                            u"--scan"_s,    page};
    const auto made = congvanctl::run(entry + where);
    QVERIFY2(made.exitCode == 0, qPrintable(made.err));
    QVERIFY(made.json()[u"number"_s].toInt() > 0);
    QCOMPARE(made.json()[u"scan"_s].toObject()[u"pages"_s].toInt(), 2);
    const QString id = made.json()[u"id"_s].toString();
    const auto shown = congvanctl::run(QStringList{u"show"_s, id} + where).json();
    QVERIFY(shown[u"paper"_s].toBool());
    QCOMPARE(shown[u"verdict"_s].toString(), u"none"_s);
    QCOMPARE(shown[u"entry"_s].toObject()[u"pages"_s].toInt(), 2);
    QCOMPARE(shown[u"dueDate"_s].toString(), u"2099-12-31"_s);
    const QStringList correct{u"paper"_s, u"correct"_s, id, u"--number"_s, u"9"_s, u"--notation"_s, u"ĐN"_s};
    QCOMPARE(congvanctl::run(correct + where).exitCode, 64); // why
    QCOMPARE(congvanctl::run(correct + QStringList{u"--reason"_s, u"Thiếu số"_s} + where).exitCode, 0);
    const auto corrected = congvanctl::run(QStringList{u"show"_s, id} + where).json();
    QCOMPARE(corrected[u"number"_s].toString(), u"9/ĐN"_s);
    QCOMPARE(corrected[u"subject"_s].toString(), u"Đơn đề nghị"_s);
    QCOMPARE(congvanctl::run(QStringList{u"paper"_s, u"register"_s, u"--subject"_s, u"x"_s} + where).exitCode, 64);
    QCOMPARE(congvanctl::run(QStringList{u"paper"_s, u"register"_s, u"--pages"_s, u"nhiều"_s} + where).exitCode, 64);
}

int main(int argc, char** argv) {
    const QGuiApplication application(argc, argv);
    const docsig::CryptoRuntime runtime;
    TestPaper test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_paper.moc"
