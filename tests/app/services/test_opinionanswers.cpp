// SPDX-License-Identifier: GPL-3.0-or-later
// Answers in the place of somebody, with a signature, and of other offices.
#include "app/domain/office/actcodec.h"
#include "app/domain/streams.h"
#include "app/domain/vietnamtime.h"
#include "docsig/keys/cryptoruntime.h"
#include "tests/world/office/officeworld.h"

#include <QFile>
#include <QGuiApplication>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace app;
using world::codeOf;
using world::OfficeWorld;

class TestOpinionAnswers : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_world = std::make_unique<OfficeWorld>();
        for (OfficeSession* desk : {&clerk(), &leader(), &officer()}) {
            CONGVAN_VERIFY(m_world->sync(*desk));
        }
    }
    void cleanup() { m_world.reset(); }

    void whoStandsInAnswersInTheirPlace();
    void whoDelegatesLaterBringsTheOther();
    void nobodyElseAnswersForAMember();
    void aSignedAnswerIsChecked();
    void aSignatureOfAnotherAnswerIsNone();
    void whoDidNotSignStaysAsked();
    void anotherOfficeAnswersByADocument();

private:
    OfficeSession& clerk() { return m_world->clerk(OfficeWorld::sender); }
    OfficeSession& leader() { return m_world->leader(OfficeWorld::sender); }
    OfficeSession& officer() { return m_world->officer(OfficeWorld::sender); }
    QString mailbox(Role role) { return m_world->demo().profile(OfficeWorld::sender, role).person.mailbox(); }
    OrganId organ(int office) { return m_world->demo().profile(office, Role::Clerk).person.organ; }
    void carry(const QList<OfficeSession*>& desks) {
        for (OfficeSession* desk : desks) {
            const auto synced = m_world->sync(*desk);
            CONGVAN_VERIFY(synced);
            QVERIFY2(synced->problems.isEmpty(),
                     qPrintable(synced->problems.isEmpty() ? QString() : synced->problems.first().code));
        }
    }
    OpinionForm form(const QStringList& members) {
        return {.subject = u"Dự thảo Quy chế làm việc"_s,
                .text = u"Đề nghị cho ý kiến về Điều 3."_s,
                .due = vietnamToday().addDays(5),
                .members = members};
    }
    OpinionId asked(const OpinionForm& wanted) {
        const auto id = leader().opinions().ask(wanted);
        if (!id) {
            qFatal("%s", qPrintable(id.error().code));
        }
        carry({&leader(), &officer(), &clerk()});
        return *id;
    }
    static Opinion seen(OfficeSession& desk, const OpinionId& id) {
        const auto opinion = desk.opinions().show(id);
        if (!opinion) {
            qFatal("%s", qPrintable(opinion.error().code));
        }
        return *opinion;
    }
    /// Signed, numbered, sealed and sent: the packet's hash.
    Result<QByteArray> issued(const DocumentId& id, int office) {
        const auto isSigned = m_world->sign(id, office);
        const auto numbered = isSigned ? m_world->number(id, office) : std::unexpected(isSigned.error());
        const auto sealed = numbered ? m_world->seal(id, office) : std::unexpected(numbered.error());
        const auto sent = sealed ? m_world->clerk(office).sendDocument().send(id) : std::unexpected(sealed.error());
        const auto synced = sent ? m_world->sync(m_world->clerk(office)) : std::unexpected(sent.error());
        return synced ? Result<QByteArray>(sent->packetSha256) : std::unexpected(synced.error());
    }
    void officerIsAway() {
        CONGVAN_VERIFY(officer().delegations().delegate(
            {.to = u"vanthu"_s, .from = {}, .until = vietnamToday().addDays(5), .words = u"Đi công tác"_s}));
        carry({&officer(), &clerk(), &leader()});
    }
    /// Past every check of ours, into a stream of the author's own.
    void answerPast(Role role, const acts::OpinionAnswered& body, const QList<QByteArray>& cites = {}) {
        const OfficeAct act = makeAct(mailbox(role), body);
        const auto receipt = m_world->hub()
                                 .client(mailbox(role))
                                 ->append({.stream = freshAnswerStream(organ(OfficeWorld::sender)),
                                           .expectedSequence = 1,
                                           .kind = u"office"_s,
                                           .messageId = act.id,
                                           .payload = writeAct(act),
                                           .cites = cites,
                                           .participants = {mailbox(role), mailbox(Role::Leader)},
                                           .lastSeenHead = {}});
        QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().code));
    }

    std::unique_ptr<OfficeWorld> m_world;
};

void TestOpinionAnswers::whoStandsInAnswersInTheirPlace() {
    officerIsAway();
    const OpinionId id = asked(form({u"chuyenvien"_s}));
    const auto rows = clerk().opinions().list();
    CONGVAN_VERIFY(rows);
    QCOMPARE(rows->size(), 1); // was brought in with who is asked
    QVERIFY(rows->first().waits());
    QCOMPARE(rows->first().answersFor, mailbox(Role::Officer));
    CONGVAN_VERIFY(clerk().opinions().answer(id, Stance::Agree, u"Nhất trí"_s));
    carry({&clerk(), &leader(), &officer()});
    for (OfficeSession* desk : {&leader(), &officer()}) {
        const Opinion known = seen(*desk, id);
        const OpinionAnswer* answer = known.member(mailbox(Role::Officer))->answer();
        QVERIFY(answer);
        QCOMPARE(answer->by, mailbox(Role::Clerk));
    }
    QCOMPARE(tallyOf(seen(leader(), id)).agree, 1);
    const QString sheet = m_world->path(u"tổng hợp.csv"_s);
    CONGVAN_VERIFY(leader().opinions().saveTally(id, sheet, Language::Vietnamese));
    QFile file(sheet);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const Person inPlace = m_world->demo().profile(OfficeWorld::sender, Role::Clerk).person;
    const Person absent = m_world->demo().profile(OfficeWorld::sender, Role::Officer).person;
    QVERIFY(QString::fromUtf8(file.readAll()).contains(u"%1 thay %2"_s.arg(inPlace.name, absent.name)));
    // The absent one says otherwise, and that counts.
    CONGVAN_VERIFY(officer().opinions().answer(id, Stance::Disagree, u"Thiếu căn cứ"_s));
    carry({&officer(), &leader()});
    QCOMPARE(tallyOf(seen(leader(), id)).disagree, 1);
    // They are back.
    CONGVAN_VERIFY(officer().delegations().end());
    carry({&officer(), &clerk()});
    QVERIFY(clerk().opinions().list()->isEmpty());
    QCOMPARE(codeOf(clerk().opinions().show(id)), u"opinion-not-found"_s);
    QCOMPARE(tallyOf(seen(leader(), id)).members, 1);
}

void TestOpinionAnswers::whoDelegatesLaterBringsTheOther() {
    const OpinionId id = asked(form({u"chuyenvien"_s}));
    QVERIFY(clerk().opinions().list()->isEmpty());
    officerIsAway();
    CONGVAN_VERIFY(
        clerk().opinions().answer(id, {.stance = Stance::Other, .text = u"Bổ sung"_s, .as = u"chuyenvien"_s}));
    carry({&clerk(), &leader()});
    QCOMPARE(tallyOf(seen(leader(), id)).other, 1);
}

void TestOpinionAnswers::nobodyElseAnswersForAMember() {
    const OpinionId id = asked(form({u"chuyenvien"_s, u"vanthu"_s}));
    QCOMPARE(codeOf(clerk().opinions().answer(id, {.stance = Stance::Agree, .text = {}, .as = u"chuyenvien"_s})),
             u"opinion-not-in-place"_s);
    QCOMPARE(codeOf(leader().opinions().answer(id, {.stance = Stance::Agree, .text = {}, .as = u"chuyenvien"_s})),
             u"opinion-not-in-place"_s);
    answerPast(Role::Clerk, {.opinion = id, .stance = Stance::Agree, .text = {}, .as = mailbox(Role::Officer)});
    answerPast(Role::Leader, {.opinion = id, .stance = Stance::Agree, .text = {}, .as = mailbox(Role::Officer)});
    carry({&leader()});
    QCOMPARE(tallyOf(seen(leader(), id)).answered(), 0);
}

void TestOpinionAnswers::aSignedAnswerIsChecked() {
    OpinionForm wanted = form({u"chuyenvien"_s});
    wanted.isSigned = true;
    const OpinionId id = asked(wanted);
    QCOMPARE(codeOf(officer().opinions().answer(id, Stance::Agree, {})), u"opinion-signature-wanted"_s);
    const KeySource key = *officer().profile().signatureKey;
    QVERIFY(!officer().opinions().answerSigned(id, {.stance = Stance::Agree}, key, docsig::Pin::fromUtf8("0000")));
    QVERIFY(!seen(officer(), id).member(mailbox(Role::Officer))->answer());
    CONGVAN_VERIFY(officer().opinions().answerSigned(id, {.stance = Stance::Disagree, .text = u"Thiếu căn cứ"_s}, key,
                                                     OfficeWorld::pin()));
    carry({&officer(), &leader()});
    const Opinion known = seen(leader(), id);
    const OpinionAnswer* answer = known.member(mailbox(Role::Officer))->answer();
    QVERIFY(answer);
    QCOMPARE(signatureKey(answer->signature), u"valid"_s);
    QCOMPARE(answer->signerName, m_world->demo().profile(OfficeWorld::sender, Role::Officer).person.name);
    QCOMPARE(tallyOf(known).withSignature, 1);
    QCOMPARE(leader().opinions().list()->first().answered, 1); // the list follows what was found
    const QString sheet = m_world->path(u"tổng hợp.csv"_s);
    CONGVAN_VERIFY(leader().opinions().saveTally(id, sheet, Language::Vietnamese));
    QFile file(sheet);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(QString::fromUtf8(file.readAll()).contains(u"đã ký số"_s));
}

void TestOpinionAnswers::aSignatureOfAnotherAnswerIsNone() {
    OpinionForm wanted = form({u"chuyenvien"_s, u"vanthu"_s});
    wanted.isSigned = true;
    const OpinionId id = asked(wanted);
    CONGVAN_VERIFY(officer().opinions().answerSigned(id, {.stance = Stance::Agree, .text = u"Nhất trí"_s},
                                                     *officer().profile().signatureKey, OfficeWorld::pin()));
    carry({&officer()});
    const QByteArray proof = seen(officer(), id).member(mailbox(Role::Officer))->answer()->proof;
    // The same PDF beside other words, and bytes that are no PDF at all.
    answerPast(Role::Officer, {.opinion = id, .stance = Stance::Disagree, .text = u"Khác"_s, .as = {}, .proof = proof},
               {proof});
    carry({&leader()});
    const Opinion known = seen(leader(), id);
    QCOMPARE(signatureKey(known.member(mailbox(Role::Officer))->answers.first().signature), u"valid"_s);
    QCOMPARE(signatureKey(known.member(mailbox(Role::Officer))->answers.last().signature), u"wrong"_s);
    QVERIFY(known.member(mailbox(Role::Officer))->answers.last().isUnsigned);
    QCOMPARE(known.member(mailbox(Role::Officer))->answer()->stance, Stance::Agree); // what was signed stands
    QCOMPARE(tallyOf(known).withSignature, 1);
    QCOMPARE(tallyOf(known).disagree, 0);
    const QByteArray junk = exchange::sha256Hex("không phải PDF");
    const QString path = m_world->path(u"giả.pdf"_s);
    QFile fake(path);
    QVERIFY(fake.open(QIODevice::WriteOnly) && fake.write("không phải PDF") > 0);
    fake.close();
    const auto line = m_world->hub().client(mailbox(Role::Clerk));
    QVERIFY(line->upload(path, junk));
    answerPast(Role::Clerk, {.opinion = id, .stance = Stance::Agree, .text = {}, .as = {}, .proof = junk}, {junk});
    carry({&leader()});
    const Opinion last = seen(leader(), id);
    QCOMPARE(signatureKey(last.member(mailbox(Role::Clerk))->answers.last().signature), u"wrong"_s);
    QVERIFY(!last.member(mailbox(Role::Clerk))->answer());
    QCOMPARE(tallyOf(last).notSigned, 1);
    QCOMPARE(leader().opinions().list()->first().answered, 1);
    const QString sheet = m_world->path(u"tổng hợp.csv"_s);
    CONGVAN_VERIFY(leader().opinions().saveTally(id, sheet, Language::Vietnamese));
    QFile written(sheet);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QVERIFY(QString::fromUtf8(written.readAll()).contains(u"chưa ký, không tính: 1"_s));
}

void TestOpinionAnswers::whoDidNotSignStaysAsked() {
    OpinionForm wanted = form({u"chuyenvien"_s, u"vanthu"_s});
    wanted.isSigned = true;
    const OpinionId id = asked(wanted);
    answerPast(Role::Officer, {.opinion = id, .stance = Stance::Agree, .text = u"Nhất trí"_s, .as = {}});
    carry({&leader(), &officer()});
    const OpinionTally tally = tallyOf(seen(leader(), id));
    QCOMPARE(tally.answered(), 0);
    QCOMPARE(tally.notSigned, 1);
    QCOMPARE(tally.missing(), 1);
    QCOMPARE(leader().opinions().list()->first().answered, 0);
    QVERIFY(officer().opinions().list()->first().waits()); // and the digest tells them
    QCOMPARE(officer().queryDocuments().counts()->opinions, 1);
    CONGVAN_VERIFY(officer().opinions().answerSigned(id, {.stance = Stance::Agree, .text = u"Nhất trí"_s},
                                                     *officer().profile().signatureKey, OfficeWorld::pin()));
    QVERIFY(!officer().opinions().list()->first().waits());
    carry({&officer(), &leader()});
    QCOMPARE(tallyOf(seen(leader(), id)).agree, 1);
    QCOMPARE(tallyOf(seen(leader(), id)).notSigned, 0);
}

void TestOpinionAnswers::anotherOfficeAnswersByADocument() {
    OpinionForm wanted = form({u"chuyenvien"_s});
    wanted.offices = {u"H99.77.77"_s};
    QCOMPARE(codeOf(leader().opinions().ask(wanted)), u"opinion-office-unknown"_s);
    wanted.offices = {organ(OfficeWorld::finance).text()};
    const OpinionId id = asked(wanted);
    QCOMPARE(tallyOf(seen(leader(), id)).members, 2);
    QCOMPARE(codeOf(officer().opinionOffices().draft(id)), u"opinion-not-asker"_s);
    const auto draft = leader().opinionOffices().draft(id);
    CONGVAN_VERIFY(draft);
    const auto text = leader().draftDocument().load(*draft);
    CONGVAN_VERIFY(text);
    QCOMPARE(text->receivers.size(), 1);
    QCOMPARE(text->receivers.first().id, organ(OfficeWorld::finance));
    QVERIFY(text->subject.contains(wanted.subject));
    // The usual way.
    CONGVAN_VERIFY(leader().submitForSignature().submit(*draft, mailbox(Role::Leader)));
    carry({&leader(), &clerk()});
    const auto packet = issued(*draft, OfficeWorld::sender);
    CONGVAN_VERIFY(packet);
    // The other office answers it.
    OfficeSession& theirClerk = m_world->clerk(OfficeWorld::finance);
    OfficeSession& theirLeader = m_world->leader(OfficeWorld::finance);
    CONGVAN_VERIFY(m_world->sync(theirClerk));
    const DocumentId arrived = documentOfPacket(*packet);
    CONGVAN_VERIFY(
        theirClerk.acceptIncoming().accept(arrived, {.date = {}, .dueDate = {}, .note = {}, .withoutVerdict = true}));
    auto reply = theirClerk.replyTo().reply(arrived);
    CONGVAN_VERIFY(reply);
    CONGVAN_VERIFY(theirClerk.submitForSignature().submit(
        reply->id, m_world->demo().profile(OfficeWorld::finance, Role::Leader).person.mailbox()));
    CONGVAN_VERIFY(m_world->sync(theirClerk));
    CONGVAN_VERIFY(m_world->sync(theirLeader));
    const auto answer = issued(reply->id, OfficeWorld::finance);
    CONGVAN_VERIFY(answer);
    // It comes in, and is offered once it is registered.
    carry({&clerk()});
    const DocumentId came = documentOfPacket(*answer);
    QCOMPARE(codeOf(clerk().opinionOffices().record(id, came, Stance::Agree, {})), u"opinion-not-found"_s);
    CONGVAN_VERIFY(
        clerk().acceptIncoming().accept(came, {.date = {}, .dueDate = {}, .note = {}, .withoutVerdict = true}));
    CONGVAN_VERIFY(clerk().directDocument().present(came, mailbox(Role::Leader)));
    carry({&clerk(), &leader()});
    const auto offered = leader().opinionOffices().replies(id);
    CONGVAN_VERIFY(offered);
    QCOMPARE(offered->size(), 1);
    QCOMPARE(offered->first().document, came);
    QCOMPARE(codeOf(leader().opinionOffices().record(id, *draft, Stance::Agree, {})), u"opinion-reply-foreign"_s);
    QCOMPARE(codeOf(leader().opinionOffices().record(id, came, Stance::Other, {})), u"opinion-answer-missing"_s);
    CONGVAN_VERIFY(leader().opinionOffices().record(id, came, Stance::Other, u"Bổ sung Điều 4"_s));
    carry({&leader(), &officer()});
    const Opinion known = seen(leader(), id);
    const OpinionAnswer* said = known.member(organ(OfficeWorld::finance).text())->answer();
    QVERIFY(said);
    QCOMPARE(said->document, std::optional(came));
    QCOMPARE(tallyOf(known).other, 1);
    QVERIFY(leader().opinionOffices().replies(id)->isEmpty());
    QCOMPARE(codeOf(leader().opinionOffices().draft(id)), u"opinion-no-office-waits"_s);
    // A member does not enter what another office says.
    const OfficeAct forged =
        makeAct(mailbox(Role::Officer),
                acts::OpinionRecorded{
                    .opinion = id, .office = organ(OfficeWorld::finance), .document = came, .stance = Stance::Agree});
    const QString stream = opinionStream(organ(OfficeWorld::sender), id);
    const auto line = m_world->hub().client(mailbox(Role::Officer));
    const auto before = line->messages(stream, 1, 100);
    QVERIFY(before && line->append({.stream = stream,
                                    .expectedSequence = before->size() + 1,
                                    .kind = u"office"_s,
                                    .messageId = forged.id,
                                    .payload = writeAct(forged),
                                    .cites = {},
                                    .participants = {},
                                    .lastSeenHead = {}}));
    carry({&leader()});
    QCOMPARE(tallyOf(seen(leader(), id)).agree, 0);
}

int main(int argc, char** argv) {
    const QGuiApplication application(argc, argv);
    const docsig::CryptoRuntime runtime;
    TestOpinionAnswers test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_opinionanswers.moc"
