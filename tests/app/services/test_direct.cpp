// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/streams.h"
#include "app/domain/vietnamtime.h"
#include "docsig/keys/cryptoruntime.h"
#include "tests/support/congvanctl.h"
#include "tests/world/office/officeworld.h"

#include <QGuiApplication>
#include <QJsonArray>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace app;
using world::codeOf;
using world::OfficeWorld;

namespace {

DocumentDetail detailAt(OfficeSession& desk, const DocumentId& id) {
    const auto detail = desk.queryDocuments().detail(id);
    if (!detail) {
        qFatal("%s %s", qPrintable(detail.error().code), qPrintable(detail.error().detail));
    }
    return *detail;
}

QString folderAt(OfficeSession& desk, const DocumentId& id) {
    const auto detail = desk.queryDocuments().detail(id);
    return detail ? folderKey(detail->summary.folder) : detail.error().code;
}

} // namespace

/// Who deals with a document that came in: from the clerk's desk to the leader's, from there to those who do it, each
/// at a desk of its own over a real hub.
class TestDirect : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_world = std::make_unique<OfficeWorld>(); }
    void cleanupTestCase() { m_world.reset(); }

    void itGoesToThoseWhoAreNamed();
    void theAnswerEndsTheWorkOfAll();
    void onlyWhoLeadsGivesItOn();
    void theDeskStaysWhoeverIsTold();
    void whatIsGivenBackComesToTheGiver();
    void aLaterDayIsAskedAndAnswered();
    void wrongDirectivesAreRefused();
    void severalAtOnce();
    void aRecalledDocumentRestsAtEveryDesk();
    void theCommandLineDoesItAll();

private:
    OfficeSession& clerk() { return m_world->clerk(OfficeWorld::finance); }
    OfficeSession& leader() { return m_world->leader(OfficeWorld::finance); }
    OfficeSession& officer() { return m_world->officer(OfficeWorld::finance); }
    QString mailbox(Role role) { return m_world->demo().profile(OfficeWorld::finance, role).person.mailbox(); }
    void carry(OfficeSession& from, OfficeSession& to) { CONGVAN_VERIFY(m_world->carry(from, {&to})); }
    /// A document that the clerk of the receiving office accepted.
    DocumentId accepted(const QDate& due = {}) {
        const auto packet = m_world->sendOne();
        if (!packet || !m_world->sync(clerk())) {
            qFatal("the document was not sent");
        }
        const DocumentId id = documentOfPacket(*packet);
        const auto receipt =
            clerk().acceptIncoming().accept(id, {.date = {}, .dueDate = due, .note = {}, .withoutVerdict = true});
        if (!receipt) {
            qFatal("%s %s", qPrintable(receipt.error().code), qPrintable(receipt.error().detail));
        }
        return id;
    }

    std::unique_ptr<OfficeWorld> m_world;
};

void TestDirect::itGoesToThoseWhoAreNamed() {
    const QDate due = vietnamToday().addDays(10);
    const DocumentId id = accepted(due);
    CONGVAN_VERIFY(m_world->sync(leader()));
    CONGVAN_VERIFY(m_world->sync(officer()));
    QCOMPARE(folderAt(leader(), id), u"document-not-found"_s); // nobody gave it to them
    QCOMPARE(folderAt(clerk(), id), u"to-handle"_s);

    CONGVAN_VERIFY(clerk().directDocument().present(id, mailbox(Role::Leader), u"Kính trình"_s));
    QCOMPARE(folderAt(clerk(), id), u"following"_s);
    carry(clerk(), leader());
    QCOMPARE(folderAt(leader(), id), u"to-direct"_s);
    const DocumentDetail presented = detailAt(leader(), id);
    const DocumentDetail registered = detailAt(clerk(), id);
    QCOMPARE(presented.summary.arrivalNumber, registered.summary.arrivalNumber);
    QCOMPARE(presented.summary.subject, registered.summary.subject);
    QCOMPARE(presented.summary.dueDate, due);
    QCOMPARE(presented.issuer.id, registered.issuer.id);
    QCOMPARE(presented.received, registered.received);
    QCOMPARE(presented.pdfSha256, registered.pdfSha256);
    CONGVAN_VERIFY(leader().queryDocuments().mainPdf(id)); // the document itself came, not its name alone
    QVERIFY(presented.actions.canDirect && !presented.actions.canAccept);
    QCOMPARE(leader().queryDocuments().counts()->toDirect, 1);

    const QDate sooner = due.addDays(-3);
    CONGVAN_VERIFY(
        leader().directDocument().direct(id, {.words = u"Giao tham mưu trả lời"_s,
                                              .dueDate = sooner,
                                              .shares = {{.to = mailbox(Role::Officer), .role = WorkRole::Lead}}}));
    QCOMPARE(folderAt(leader(), id), u"following"_s);
    carry(leader(), officer());
    QCOMPARE(folderAt(officer(), id), u"to-handle"_s);
    const DocumentDetail given = detailAt(officer(), id);
    QCOMPARE(given.summary.dueDate, sooner);
    QVERIFY(given.actions.canReply && given.actions.canHandle && given.actions.canGiveBackWork);
    QCOMPARE(given.work.last().words, u"Giao tham mưu trả lời"_s);
    CONGVAN_VERIFY(officer().queryDocuments().mainPdf(id));
    CONGVAN_VERIFY(m_world->sync(clerk()));
    QCOMPARE(detailAt(clerk(), id).work, given.work); // the same at each desk

    CONGVAN_VERIFY(officer().handleIncoming().progress(id, u"đang soạn"_s));
    carry(officer(), leader());
    QCOMPARE(int(detailAt(leader(), id).work.last().state), int(WorkState::Working));
    CONGVAN_VERIFY(officer().handleIncoming().finish(id, u"đã làm"_s));
    carry(officer(), leader());
    CONGVAN_VERIFY(m_world->sync(clerk()));
    for (OfficeSession* desk : {&clerk(), &leader(), &officer()}) {
        QCOMPARE(folderAt(*desk, id), u"done"_s);
        QVERIFY(!hasOpenShare(detailAt(*desk, id).work));
    }
}

void TestDirect::theAnswerEndsTheWorkOfAll() {
    const DocumentId id = accepted();
    CONGVAN_VERIFY(clerk().directDocument().present(id, mailbox(Role::Leader)));
    carry(clerk(), leader());
    CONGVAN_VERIFY(leader().directDocument().direct(id, {.shares = {{.to = mailbox(Role::Officer)}}}));
    carry(leader(), officer());
    const auto draft = officer().replyTo().reply(id);
    CONGVAN_VERIFY(draft);
    CONGVAN_VERIFY(m_world->issue(draft->id, OfficeWorld::finance));
    CONGVAN_VERIFY(m_world->sync(leader()));
    CONGVAN_VERIFY(m_world->sync(officer()));
    for (OfficeSession* desk : {&clerk(), &leader(), &officer()}) {
        const DocumentDetail answered = detailAt(*desk, id);
        QCOMPARE(stateKey(answered.summary.state), u"answered"_s);
        QVERIFY(!hasOpenShare(answered.work));
        QVERIFY(std::ranges::any_of(answered.links, [&](const DocumentLink& link) {
            return link.kind == DocumentLink::Kind::AnsweredBy && link.document == draft->id;
        }));
    }
}

void TestDirect::onlyWhoLeadsGivesItOn() {
    const DocumentId id = accepted();
    CONGVAN_VERIFY(
        clerk().directDocument().direct(id, {.shares = {{.to = mailbox(Role::Leader), .role = WorkRole::Lead},
                                                        {.to = mailbox(Role::Officer), .role = WorkRole::Support}}}));
    carry(clerk(), officer());
    CONGVAN_VERIFY(m_world->sync(leader()));
    const Directive toLeader{.shares = {{.to = mailbox(Role::Leader), .role = WorkRole::Lead}}};
    QCOMPARE(codeOf(officer().directDocument().direct(id, toLeader)), u"action-not-allowed"_s);
    QVERIFY(!officer().replyTo().reply(id));
    // Past every check of ours: the stream takes it, the work does not move.
    const DocumentDetail seen = detailAt(officer(), id);
    CONGVAN_VERIFY(m_world->append(
        mailbox(Role::Officer), caseStream(officer().agency().id, id),
        acts::Directed{.document = id,
                       .packetSha256 = seen.packetSha256,
                       .from = seen.issuer.id,
                       .received = seen.received,
                       .arrivalNumber = seen.summary.arrivalNumber,
                       .arrivalDate = seen.arrivalDate,
                       .directive = {.shares = {{.to = mailbox(Role::Officer), .role = WorkRole::Lead}}}}));
    CONGVAN_VERIFY(m_world->sync(leader()));
    CONGVAN_VERIFY(m_world->sync(officer()));
    QCOMPARE(detailAt(leader(), id).work, seen.work);
    QCOMPARE(detailAt(officer(), id).work, seen.work);
    // The part of one is not the end of the whole, and its sender hears of the whole.
    CONGVAN_VERIFY(officer().handleIncoming().finish(id));
    carry(officer(), clerk());
    QCOMPARE(folderAt(officer(), id), u"done"_s);
    QCOMPARE(stateKey(detailAt(clerk(), id).summary.state), u"registered"_s);
    QCOMPARE(codeOf(officer().handleIncoming().finish(id)), u"action-not-allowed"_s);
    CONGVAN_VERIFY(leader().handleIncoming().finish(id));
    carry(leader(), clerk());
    QCOMPARE(stateKey(detailAt(clerk(), id).summary.state), u"answered"_s);
}

void TestDirect::theDeskStaysWhoeverIsTold() {
    const DocumentId id = accepted();
    CONGVAN_VERIFY(clerk().directDocument().present(id, mailbox(Role::Leader)));
    carry(clerk(), leader());
    CONGVAN_VERIFY(
        leader().directDocument().direct(id, {.words = {},
                                              .dueDate = {},
                                              .shares = {{.to = mailbox(Role::Officer), .role = WorkRole::Lead},
                                                         {.to = mailbox(Role::Clerk), .role = WorkRole::Inform}}}));
    carry(leader(), clerk());

    // Being told takes nothing from who spoke for the desk: what is offered is also what moves.
    QVERIFY(detailAt(clerk(), id).actions.canDirect);
    CONGVAN_VERIFY(clerk().directDocument().direct(
        id, {.words = {}, .dueDate = {}, .shares = {{.to = mailbox(Role::Leader), .role = WorkRole::Lead}}}));
    const QList<WorkLine> work = detailAt(clerk(), id).work;
    QCOMPARE(work.last().to, mailbox(Role::Leader));
    QVERIFY(std::ranges::none_of(
        work, [&](const WorkLine& line) { return line.to == mailbox(Role::Officer) && line.isOpen(); }));
    carry(clerk(), leader());
    QCOMPARE(folderAt(leader(), id), u"to-handle"_s);
}

void TestDirect::whatIsGivenBackComesToTheGiver() {
    const DocumentId id = accepted();
    CONGVAN_VERIFY(clerk().directDocument().present(id, mailbox(Role::Leader)));
    carry(clerk(), leader());
    CONGVAN_VERIFY(leader().directDocument().direct(id, {.shares = {{.to = mailbox(Role::Officer)}}}));
    carry(leader(), officer());
    QCOMPARE(codeOf(officer().directDocument().giveBack(id, u" "_s)), u"reason-missing"_s);
    CONGVAN_VERIFY(officer().directDocument().giveBack(id, u"Không thuộc nhiệm vụ"_s));
    QCOMPARE(folderAt(officer(), id), u"done"_s);
    carry(officer(), leader());
    QCOMPARE(folderAt(leader(), id), u"to-direct"_s);
    const QList<WorkLine> work = detailAt(leader(), id).work;
    QCOMPARE(work.at(work.size() - 2).note, u"Không thuộc nhiệm vụ"_s);
    QCOMPARE(int(work.at(work.size() - 2).state), int(WorkState::GivenBack));
    CONGVAN_VERIFY(m_world->sync(clerk()));
    QCOMPARE(folderAt(clerk(), id), u"following"_s); // it is still with somebody
}

void TestDirect::aLaterDayIsAskedAndAnswered() {
    const DocumentId id = accepted();
    const QDate due = vietnamToday().addDays(5);
    const QDate later = due.addDays(7);
    CONGVAN_VERIFY(clerk().directDocument().present(id, mailbox(Role::Leader)));
    carry(clerk(), leader());
    CONGVAN_VERIFY(leader().directDocument().direct(
        id, {.dueDate = due, .shares = {{.to = mailbox(Role::Officer), .role = WorkRole::Lead}}}));
    carry(leader(), officer());
    DirectDocument& asking = officer().directDocument();
    QCOMPARE(codeOf(asking.askMoreTime(id, later, u" "_s)), u"reason-missing"_s);
    QCOMPARE(codeOf(asking.askMoreTime(id, {}, u"x"_s)), u"more-time-past"_s);
    QCOMPARE(codeOf(asking.askMoreTime(id, due, u"x"_s)), u"more-time-earlier"_s);
    QCOMPARE(codeOf(leader().directDocument().askMoreTime(id, later, u"x"_s)), u"action-not-allowed"_s);
    QCOMPARE(codeOf(leader().directDocument().answerMoreTime(id, {.granted = true})), u"action-not-allowed"_s);
    CONGVAN_VERIFY(asking.askMoreTime(id, later, u"Chờ ý kiến các phòng"_s));
    carry(officer(), leader());

    // It comes before whoever gave the work, and waits there for a word.
    QCOMPARE(folderAt(leader(), id), u"to-direct"_s);
    const DocumentDetail asked = detailAt(leader(), id);
    QVERIFY(asked.actions.canAnswerTime);
    QCOMPARE(asked.work.last().askedWhy, u"Chờ ý kiến các phòng"_s);
    QCOMPARE(detailAt(officer(), id).summary.dueDate, due);
    QCOMPARE(codeOf(leader().directDocument().answerMoreTime(id, {.granted = false})), u"reason-missing"_s);
    QCOMPARE(codeOf(leader().directDocument().answerMoreTime(id, {.to = mailbox(Role::Clerk), .granted = true})),
             u"nobody-asks-time"_s);
    CONGVAN_VERIFY(leader().directDocument().answerMoreTime(id, {.granted = true}));
    QCOMPARE(folderAt(leader(), id), u"following"_s);
    carry(leader(), officer());
    const DocumentDetail granted = detailAt(officer(), id);
    QCOMPARE(granted.summary.dueDate, later);
    QCOMPARE(granted.work.last().dueDate, later);
    QVERIFY(!granted.work.last().askedUntil.isValid());
    QCOMPARE(granted.history.last().kind, u"time-granted"_s);
}

void TestDirect::wrongDirectivesAreRefused() {
    const DocumentId id = accepted();
    DirectDocument& use = clerk().directDocument();
    const WorkShare officerLeads{.to = mailbox(Role::Officer), .role = WorkRole::Lead};
    const WorkShare leaderLeads{.to = mailbox(Role::Leader), .role = WorkRole::Lead};
    const QDate today = vietnamToday();
    QCOMPARE(codeOf(use.direct(id, {})), u"assignee-missing"_s);
    QCOMPARE(codeOf(use.direct(id, {.shares = {{.to = u"  "_s}}})), u"assignee-missing"_s);
    QCOMPARE(codeOf(use.direct(id, {.shares = {officerLeads, {.to = officerLeads.to, .role = WorkRole::Inform}}})),
             u"assignee-twice"_s);
    QCOMPARE(codeOf(use.direct(id, {.shares = {officerLeads, leaderLeads}})), u"directive-lead-twofold"_s);
    QCOMPARE(codeOf(use.direct(id, {.dueDate = today.addDays(-1), .shares = {officerLeads}})),
             u"directive-date-past"_s);
    QCOMPARE(codeOf(use.direct(id, {.words = QString(2001, u'x'), .shares = {officerLeads}})), u"directive-too-long"_s);
    QCOMPARE(codeOf(use.present(id, u"H99.03/khongco"_s)), u"presentee-unknown"_s);
    QVERIFY(detailAt(clerk(), id).work.isEmpty());
    // Before it is registered nobody directs it.
    const auto packet = m_world->sendOne();
    CONGVAN_VERIFY(packet);
    CONGVAN_VERIFY(m_world->sync(clerk()));
    QCOMPARE(codeOf(use.direct(documentOfPacket(*packet), {.shares = {officerLeads}})), u"action-not-allowed"_s);
    // A unit without a mailbox is named, and nobody's desk gets it.
    CONGVAN_VERIFY(use.direct(id, {.dueDate = today, .shares = {{.to = u"Phòng Ngân sách"_s}}}));
    const auto synced = m_world->sync(clerk());
    CONGVAN_VERIFY(synced);
    QVERIFY(synced->problems.isEmpty());
}

void TestDirect::severalAtOnce() {
    const DocumentId first = accepted();
    const DocumentId second = accepted();
    const QList<DirectedDocument> results = clerk().directDocument().directSeveral(
        {first, DocumentId::create(), second}, {.shares = {{.to = mailbox(Role::Officer)}}});
    QCOMPARE(results.size(), 3);
    QVERIFY(results.at(0).problem.code.isEmpty() && results.at(2).problem.code.isEmpty());
    QCOMPARE(results.at(1).problem.code, u"document-not-found"_s);
    carry(clerk(), officer());
    QCOMPARE(folderAt(officer(), first), u"to-handle"_s);
    QCOMPARE(folderAt(officer(), second), u"to-handle"_s);
}

void TestDirect::aRecalledDocumentRestsAtEveryDesk() {
    DocumentId sentId = DocumentId::create();
    const auto packet = m_world->sendOne(&sentId);
    CONGVAN_VERIFY(packet);
    CONGVAN_VERIFY(m_world->sync(clerk()));
    const DocumentId id = documentOfPacket(*packet);
    CONGVAN_VERIFY(
        clerk().acceptIncoming().accept(id, {.date = {}, .dueDate = {}, .note = {}, .withoutVerdict = true}));
    CONGVAN_VERIFY(clerk().directDocument().direct(id, {.shares = {{.to = mailbox(Role::Officer)}}}));
    carry(clerk(), officer());
    CONGVAN_VERIFY(m_world->clerk().recallDocument().recall(sentId, u"Sai căn cứ"_s));
    carry(m_world->clerk(), clerk());
    QCOMPARE(folderAt(clerk(), id), u"to-accept"_s);
    CONGVAN_VERIFY(clerk().answerRecall().agree(id));
    carry(clerk(), officer());
    QCOMPARE(stateKey(detailAt(officer(), id).summary.state), u"withdrawn"_s);
    QVERIFY(!hasOpenShare(detailAt(officer(), id).work));
    QCOMPARE(codeOf(officer().handleIncoming().progress(id, u"tiếp tục"_s)), u"action-not-allowed"_s);
}

void TestDirect::theCommandLineDoesItAll() {
    const DocumentId id = accepted();
    const auto of = [this](Role role) {
        return QStringList{u"--profile"_s, m_world->demo().profile(OfficeWorld::finance, role).folder, u"--json"_s};
    };
    const auto run = [](const QStringList& command, const QStringList& where) {
        return congvanctl::run(command + where);
    };
    carry(clerk(), leader());
    for (const Role role : {Role::Clerk, Role::Leader, Role::Officer}) {
        m_world->close(OfficeWorld::finance, role);
    }
    for (const char* command : {"present", "direct", "assign", "give-back", "ask-time", "answer-time"}) {
        QCOMPARE(congvanctl::run({QString::fromLatin1(command), u"--help"_s}).exitCode, 0);
    }
    const QString name = id.text();
    QCOMPARE(run({u"present"_s, name}, of(Role::Clerk)).exitCode, 64);
    QCOMPARE(run({u"present"_s, name, u"--to"_s, u"lanhdao"_s}, of(Role::Clerk)).exitCode, 0);
    QCOMPARE(run({u"sync"_s}, of(Role::Clerk)).exitCode, 0);
    QCOMPARE(run({u"sync"_s}, of(Role::Leader)).exitCode, 0);
    const auto listed = run({u"list"_s, u"to-direct"_s}, of(Role::Leader)).json()[u"documents"_s].toArray();
    QCOMPARE(listed.first().toObject()[u"id"_s].toString(), name);
    QCOMPARE(run({u"direct"_s, name, u"--lead"_s, u"chuyenvien"_s, u"--due"_s, u"31/12"_s}, of(Role::Leader)).exitCode,
             64);
    const auto directed = run({u"direct"_s, name, u"--lead"_s, u"chuyenvien"_s, u"--inform"_s, u"vanthu"_s, u"--due"_s,
                               u"2099-12-31"_s, u"--note"_s, u"Tham mưu trả lời"_s},
                              of(Role::Leader));
    QVERIFY2(directed.exitCode == 0, qPrintable(directed.err));
    QCOMPARE(run({u"direct"_s, name, u"khongco"_s, u"--lead"_s, u"chuyenvien"_s}, of(Role::Leader)).exitCode, 66);
    QCOMPARE(run({u"sync"_s}, of(Role::Leader)).exitCode, 0);
    QCOMPARE(run({u"sync"_s}, of(Role::Officer)).exitCode, 0);
    const auto work = run({u"show"_s, name}, of(Role::Officer)).json()[u"work"_s].toArray();
    QCOMPARE(work.size(), 3);
    QCOMPARE(work.at(1).toObject()[u"role"_s].toString(), u"lead"_s);
    QCOMPARE(work.at(1).toObject()[u"words"_s].toString(), u"Tham mưu trả lời"_s);
    QCOMPARE(work.at(1).toObject()[u"dueDate"_s].toString(), u"2099-12-31"_s);
    QCOMPARE(
        run({u"ask-time"_s, name, u"--until"_s, u"2100-01-31"_s, u"--reason"_s, u"Chờ"_s}, of(Role::Officer)).exitCode,
        0);
    QCOMPARE(run({u"sync"_s}, of(Role::Officer)).exitCode, 0);
    QCOMPARE(run({u"sync"_s}, of(Role::Leader)).exitCode, 0);
    QCOMPARE(run({u"answer-time"_s, name}, of(Role::Leader)).exitCode, 64); // grant or refuse
    QCOMPARE(run({u"answer-time"_s, name, u"--grant"_s, u"--until"_s, u"2100-01-15"_s}, of(Role::Leader)).exitCode, 0);
    const auto answered = run({u"show"_s, name}, of(Role::Leader)).json()[u"work"_s].toArray();
    QCOMPARE(answered.at(1).toObject()[u"dueDate"_s].toString(), u"2100-01-15"_s);
    QCOMPARE(run({u"give-back"_s, name, u"--reason"_s, u"Không đúng việc"_s}, of(Role::Officer)).exitCode, 0);
    QCOMPARE(run({u"progress"_s, name, u"--note"_s, u"x"_s}, of(Role::Officer)).exitCode, 77);
}

int main(int argc, char** argv) {
    const QGuiApplication application(argc, argv);
    const docsig::CryptoRuntime runtime;
    TestDirect test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_direct.moc"
