// SPDX-License-Identifier: GPL-3.0-or-later
// What offices tell each other about a document after it was sent: statuses that go out by themselves, recalls, new
// versions and replacements, over a real hub.
#include "app/services/owedstatuses.h"
#include "app/services/packetcomposer.h"
#include "docsig/keys/cryptoruntime.h"
#include "exchange/envelope/packetwriter.h"
#include "exchange/protocol/message.h"
#include "tests/support/congvanctl.h"
#include "tests/world/office/officeworld.h"
#include "tests/world/office/onedesk.h"
#include "tests/world/office/receivingdesk.h"

#include <QBuffer>
#include <QFile>
#include <QGuiApplication>
#include <QJsonArray>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace app;
using world::codeOf;
using world::OfficeWorld;

namespace {

DocumentDetail detailAt(OfficeSession& desk, const DocumentId& id) {
    const auto detail = desk.queryDocuments().detail(id);
    return detail ? *detail : DocumentDetail{.summary = {.id = id, .state = DocumentState::Problem}};
}

TrailLine lineOf(OfficeSession& desk, const DocumentId& id, const QString& organ) {
    const auto trail = desk.documentTrail().trail(id);
    for (const TrailLine& line : trail ? *trail : QList<TrailLine>()) {
        if (line.receiver.id.text() == organ) {
            return line;
        }
    }
    return {};
}

QStringList codesOf(const TrailLine& line) {
    QStringList codes;
    for (const TrailEvent& event : line.history) {
        codes.append(event.late ? event.code + u" late"_s : event.code);
    }
    return codes;
}

const QString financeId = u"H99.03"_s;
const QString provinceId = u"H99"_s;

} // namespace

class TestRecall : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_world = std::make_unique<OfficeWorld>(); }
    void cleanupTestCase() { m_world.reset(); }
    void cleanup() { m_world->hub().setFault({}); }

    void arrivalIsToldByItself();
    void everyDeskMakesTheSameBytes();
    void workIsToldAsItIsDone();
    void aRecallIsAskedAndAgreed_data();
    void aRecallIsAskedAndAgreed();
    void aRecallIsRefusedWithAReason();
    void whatDidNotGoOutIsTakenBack();
    void oneOfTwoIsTakenBackBeforeItGoesOut();
    void aRecallBeforeTheDocumentIsSeen();
    void aStrangerChangesNothing();
    void aNewVersionGoesBesideTheOld();
    void receiversAreAddedAndRemoved();
    void aReplacementLinksBothOffices();
    void changesAreSignedAsTheOfficeWants();
    void wrongUpdatesAreRefused();
    void aDissolvedReceiverIsToldBeforeSigning();
    void theCommandLineDoesItAll();

private:
    OfficeSession& sender() { return m_world->clerk(); }
    OfficeSession& finance() { return m_world->clerk(OfficeWorld::finance); }
    OfficeSession& province() { return m_world->clerk(OfficeWorld::province); }
    void carry(OfficeSession& from, OfficeSession& to) {
        const auto sent = m_world->sync(from);
        CONGVAN_VERIFY(sent);
        QVERIFY2(sent->problems.isEmpty(),
                 qPrintable(sent->problems.isEmpty() ? QString() : sent->problems.first().code));
        CONGVAN_VERIFY(m_world->sync(to));
    }
    /// A document at the hub; its id here, and at its receivers.
    struct Sent {
        DocumentId id = DocumentId::create();
        DocumentId incoming = DocumentId::create();
    };
    Sent sendOne() {
        Sent sent;
        const auto packet = m_world->sendOne(&sent.id);
        if (!packet) {
            qFatal("%s %s", qPrintable(packet.error().code), qPrintable(packet.error().detail));
        }
        sent.incoming = documentOfPacket(*packet);
        return sent;
    }
    /// Sealed here, not sent.
    DocumentId sealOne() {
        const auto id = m_world->draft();
        if (!id || !m_world->submit(*id) || !m_world->sign(*id) || !m_world->number(*id) || !m_world->seal(*id)) {
            qFatal("the document could not be sealed");
        }
        return *id;
    }
    void acceptAtFinance(const DocumentId& incoming) {
        CONGVAN_VERIFY(finance().acceptIncoming().accept(
            incoming, {.date = {}, .dueDate = {}, .note = {}, .withoutVerdict = true}));
    }

    std::unique_ptr<OfficeWorld> m_world;
};

void TestRecall::arrivalIsToldByItself() {
    const Sent sent = sendOne();
    carry(finance(), sender());
    const TrailLine line = lineOf(sender(), sent.id, financeId);
    QCOMPARE(line.lastCode, u"01"_s);
    QVERIFY(line.history.last().person.isEmpty()); // nobody has acted there
    QCOMPARE(lineOf(sender(), sent.id, provinceId).lastCode, u"sent"_s);
    // Once: a second run has nothing to say.
    carry(finance(), sender());
    QCOMPARE(codesOf(lineOf(sender(), sent.id, financeId)), (QStringList{u"queued"_s, u"sent"_s, u"01"_s}));
    // Refused before it was told: "arrived" is no news any more.
    CONGVAN_VERIFY(m_world->sync(province()));
}

void TestRecall::everyDeskMakesTheSameBytes() {
    QList<QByteArray> made;
    for (int desk = 0; desk < 2; ++desk) {
        world::ReceivingDesk receiving;
        QVERIFY(receiving.deliver(world::samplePacket()));
        Profile profile = receiving.desk().profile();
        profile.person.name = u"Văn thư %1"_s.arg(desk);
        profile.agency.name = u"Sở Tài chính"_s;
        receiving.desk().setProfile(profile);
        const auto settled = OwedStatuses(receiving.desk()).settle();
        CONGVAN_VERIFY(settled);
        QCOMPARE(*settled, 1);
        const auto open = receiving.store().outbox().open();
        CONGVAN_VERIFY(open);
        QCOMPARE(open->size(), 1);
        QCOMPARE(open->first().packetKind, u"status"_s);
        made.append(open->first().sha256);
        QVERIFY(receiving.store().outbox().owed()->isEmpty());
        QCOMPARE(*OwedStatuses(receiving.desk()).settle(), 0);
    }
    QCOMPARE(made.first(), made.last());
}

void TestRecall::workIsToldAsItIsDone() {
    const Sent sent = sendOne();
    carry(finance(), sender());
    acceptAtFinance(sent.incoming);
    const QString officer = m_world->demo().profile(OfficeWorld::finance, Role::Officer).person.mailbox();
    CONGVAN_VERIFY(finance().directDocument().direct(
        sent.incoming, {.words = u"trước thứ Sáu"_s, .shares = {{.to = officer, .role = WorkRole::Lead}}}));
    CONGVAN_VERIFY(m_world->sync(finance()));
    CONGVAN_VERIFY(finance().handleIncoming().progress(sent.incoming, u"đã lấy ý kiến"_s));
    CONGVAN_VERIFY(m_world->sync(finance()));
    CONGVAN_VERIFY(finance().handleIncoming().finish(sent.incoming));
    QCOMPARE(detailAt(finance(), sent.incoming).summary.state, DocumentState::Answered);
    QCOMPARE(codeOf(finance().handleIncoming().finish(sent.incoming)), u"action-not-allowed"_s);
    carry(finance(), sender());
    const TrailLine line = lineOf(sender(), sent.id, financeId);
    QCOMPARE(codesOf(line), (QStringList{u"queued"_s, u"sent"_s, u"01"_s, u"03"_s, u"04"_s, u"05"_s, u"06"_s}));
    for (const TrailEvent& event : line.history) {
        QVERIFY(!event.reason.contains(u"thứ Sáu"_s) && !event.reason.contains(u"ý kiến"_s)); // notes stay here
    }
}

void TestRecall::aRecallIsAskedAndAgreed_data() {
    QTest::addColumn<bool>("byStatus");
    QTest::newRow("a packet of type 1") << false;
    QTest::newRow("status 13") << true;
}

void TestRecall::aRecallIsAskedAndAgreed() {
    QFETCH(const bool, byStatus);
    Profile profile = sender().profile();
    profile.recallBy = byStatus ? RecallBy::Status : RecallBy::Packet;
    CONGVAN_VERIFY(sender().saveProfile(profile));
    const Sent sent = sendOne();
    carry(finance(), sender());
    acceptAtFinance(sent.incoming);
    CONGVAN_VERIFY(m_world->sync(finance()));

    QCOMPARE(codeOf(sender().recallDocument().recall(sent.id, u" "_s)), u"reason-missing"_s);
    QCOMPARE(codeOf(m_world->officer().recallDocument().recall(sent.id, u"sai"_s)), u"action-not-allowed"_s);
    const auto receipt = sender().recallDocument().recall(sent.id, u"Sai căn cứ pháp lý"_s);
    CONGVAN_VERIFY(receipt);
    QCOMPARE(receipt->asked.size(), 2);
    QVERIFY(receipt->notSent.isEmpty());
    QCOMPARE(codeOf(sender().recallDocument().recall(sent.id, u"lần nữa"_s)), u"nobody-to-recall-from"_s);
    carry(sender(), finance());
    QCOMPARE(lineOf(sender(), sent.id, financeId).lastCode, u"13"_s);
    QCOMPARE(detailAt(sender(), sent.id).summary.mark, ChangeMark::RecallAsked);

    // Offered to a person, the work rests.
    const DocumentDetail offered = detailAt(finance(), sent.incoming);
    QCOMPARE(offered.summary.mark, ChangeMark::RecallOffered);
    QCOMPARE(offered.changes.first().reason, u"Sai căn cứ pháp lý"_s);
    QCOMPARE(codeOf(finance().replyTo().reply(sent.incoming)), u"action-not-allowed"_s);
    QCOMPARE(codeOf(finance().handleIncoming().finish(sent.incoming)), u"action-not-allowed"_s);
    const auto effect = finance().answerRecall().preview(sent.incoming);
    CONGVAN_VERIFY(effect);
    QCOMPARE(int(effect->state), int(DocumentState::Registered));
    QVERIFY(effect->arrivalNumber > 0);
    OfficeSession& officer = m_world->desk(OfficeWorld::finance, Role::Officer);
    QVERIFY(!officer.answerRecall().agree(sent.incoming)); // the clerk's, as accepting is
    CONGVAN_VERIFY(finance().answerRecall().agree(sent.incoming));
    QCOMPARE(codeOf(finance().answerRecall().agree(sent.incoming)), u"action-not-allowed"_s);
    const DocumentDetail frozen = detailAt(finance(), sent.incoming);
    QCOMPARE(frozen.summary.state, DocumentState::Withdrawn);
    QCOMPARE(frozen.summary.arrivalNumber, effect->arrivalNumber); // the trace stays
    QVERIFY(!frozen.actions.canReply && !frozen.actions.canAccept && !frozen.actions.canHandle);
    carry(finance(), sender());
    QCOMPARE(lineOf(sender(), sent.id, financeId).lastCode, u"15"_s);
    QCOMPARE(detailAt(sender(), sent.id).summary.state, DocumentState::Sent); // the province has not answered

    CONGVAN_VERIFY(m_world->sync(province()));
    CONGVAN_VERIFY(province().answerRecall().agree(sent.incoming, u"Đồng ý"_s));
    carry(province(), sender());
    QCOMPARE(detailAt(sender(), sent.id).summary.state, DocumentState::Withdrawn);
    QCOMPARE(detailAt(sender(), sent.id).summary.folder, Folder::Issued);
    profile.recallBy = RecallBy::Packet;
    CONGVAN_VERIFY(sender().saveProfile(profile));
}

void TestRecall::aRecallIsRefusedWithAReason() {
    const Sent sent = sendOne();
    carry(finance(), sender());
    acceptAtFinance(sent.incoming);
    QCOMPARE(codeOf(finance().answerRecall().preview(sent.incoming)), u"no-open-change"_s);
    CONGVAN_VERIFY(sender().recallDocument().recall(sent.id, u"Gửi nhầm"_s, {*OrganId::parse(financeId)}));
    carry(sender(), finance());
    QCOMPARE(codeOf(finance().answerRecall().refuse(sent.incoming, {})), u"reason-missing"_s);
    CONGVAN_VERIFY(finance().answerRecall().refuse(sent.incoming, u"Đã giải quyết xong"_s));
    QVERIFY(detailAt(finance(), sent.incoming).actions.canReply);
    carry(finance(), sender());
    const TrailLine line = lineOf(sender(), sent.id, financeId);
    QCOMPARE(line.lastCode, u"16"_s);
    QCOMPARE(line.reason, u"Đã giải quyết xong"_s);
    QCOMPARE(lineOf(sender(), sent.id, provinceId).lastCode, u"sent"_s);
    QCOMPARE(codeOf(sender().recallDocument().recall(sent.id, u"x"_s, {*OrganId::parse(u"H99.77")})),
             u"receiver-not-recallable"_s);
    // The work goes on and is told.
    CONGVAN_VERIFY(finance().handleIncoming().finish(sent.incoming));
    carry(finance(), sender());
    QCOMPARE(lineOf(sender(), sent.id, financeId).lastCode, u"06"_s);
}

void TestRecall::whatDidNotGoOutIsTakenBack() {
    const DocumentId id = sealOne();
    CONGVAN_VERIFY(m_world->sync(sender()));
    const auto sent = sender().sendDocument().send(id);
    CONGVAN_VERIFY(sent);
    const auto receipt = sender().recallDocument().recall(id, u"Chưa đủ phụ lục"_s);
    CONGVAN_VERIFY(receipt);
    QCOMPARE(receipt->notSent.size(), 2);
    QVERIFY(receipt->asked.isEmpty());
    QCOMPARE(detailAt(sender(), id).summary.state, DocumentState::Sealed);
    QCOMPARE(lineOf(sender(), id, financeId).lastCode, u"cancelled"_s);
    QCOMPARE(lineOf(sender(), id, financeId).reason, u"Chưa đủ phụ lục"_s);
    carry(sender(), finance());
    QVERIFY(!finance().queryDocuments().detail(documentOfPacket(sent->packetSha256)));
    // It may go out later.
    const auto again = sender().sendDocument().send(id);
    CONGVAN_VERIFY(again);
    carry(sender(), finance());
    QCOMPARE(lineOf(sender(), id, financeId).lastCode, u"sent"_s);
    QCOMPARE(detailAt(finance(), documentOfPacket(again->packetSha256)).summary.state, DocumentState::Arrived);
}

void TestRecall::oneOfTwoIsTakenBackBeforeItGoesOut() {
    const DocumentId id = sealOne();
    CONGVAN_VERIFY(m_world->sync(sender()));
    const auto first = sender().sendDocument().send(id);
    CONGVAN_VERIFY(first);
    const auto receipt = sender().recallDocument().recall(id, u"Gửi nhầm"_s, {*OrganId::parse(provinceId)});
    CONGVAN_VERIFY(receipt);
    QCOMPARE(receipt->notSent.size(), 1);
    QCOMPARE(receipt->sentAgain.size(), 1);
    carry(sender(), finance());
    CONGVAN_VERIFY(m_world->sync(province()));
    QCOMPARE(lineOf(sender(), id, financeId).lastCode, u"sent"_s);
    QCOMPARE(lineOf(sender(), id, provinceId).lastCode, u"cancelled"_s);
    const DocumentId incoming = documentOfPacket(detailAt(sender(), id).packetSha256);
    QCOMPARE(detailAt(finance(), incoming).summary.state, DocumentState::Arrived);
    QVERIFY(!province().queryDocuments().detail(incoming));
    QVERIFY(!province().queryDocuments().detail(documentOfPacket(first->packetSha256)));
}

void TestRecall::aRecallBeforeTheDocumentIsSeen() {
    const Sent sent = sendOne();
    CONGVAN_VERIFY(sender().recallDocument().recall(sent.id, u"Gửi nhầm"_s));
    CONGVAN_VERIFY(m_world->sync(sender()));
    CONGVAN_VERIFY(m_world->sync(finance())); // both come at once
    const DocumentDetail offered = detailAt(finance(), sent.incoming);
    QCOMPARE(offered.summary.mark, ChangeMark::RecallOffered);
    QVERIFY(!offered.actions.canAccept);
    const auto listed = finance().queryDocuments().list(Folder::ToAccept);
    CONGVAN_VERIFY(listed);
    QCOMPARE(std::ranges::count(*listed, offered.summary.subject, &DocumentSummary::subject) > 0, true);
    CONGVAN_VERIFY(finance().answerRecall().agree(sent.incoming));
    carry(finance(), sender());
    QCOMPARE(lineOf(sender(), sent.id, financeId).lastCode, u"15"_s);
}

void TestRecall::aStrangerChangesNothing() {
    const Sent sent = sendOne();
    CONGVAN_VERIFY(m_world->sync(finance()));
    // The province's own account sends a withdrawal of a document that another office sent.
    const DocumentDetail document = detailAt(sender(), sent.id);
    const auto packet = withdrawalPacket(document, {{.id = *OrganId::parse(financeId), .name = u"Sở Tài chính"_s}},
                                         u"Phá rối"_s, province().profile(), QDateTime::currentDateTimeUtc());
    QBuffer bytes;
    QVERIFY(bytes.open(QIODevice::WriteOnly));
    QVERIFY(exchange::PacketWriter(exchange::WriterProfile::dotNet()).write(packet, bytes));
    const QString path = m_world->path(u"lạ.edxml"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes.data()) == bytes.size());
    file.close();
    const auto client =
        m_world->hub().client(m_world->demo().profile(OfficeWorld::province, Role::Clerk).person.mailbox());
    const auto taken = client->sendPacket(path, u"edoc"_s, exchange::sha256Hex(bytes.data()));
    QVERIFY2(taken.has_value(), qPrintable(taken ? QString() : taken.error().code));
    CONGVAN_VERIFY(m_world->sync(finance()));
    const DocumentDetail untouched = detailAt(finance(), sent.incoming);
    QCOMPARE(untouched.summary.mark, ChangeMark::None);
    QVERIFY(untouched.actions.canAccept && !untouched.actions.canAnswerChange);
    QVERIFY(untouched.packetFindings.contains(u"change-foreign"_s));
    QCOMPARE(untouched.foreignChanges.size(), 1);
    QCOMPARE(untouched.foreignChanges.first().from.text(), provinceId);
    acceptAtFinance(sent.incoming);
}

void TestRecall::aNewVersionGoesBesideTheOld() {
    const Sent sent = sendOne();
    carry(finance(), sender());
    acceptAtFinance(sent.incoming);
    CONGVAN_VERIFY(m_world->sync(finance()));
    const int number = detailAt(finance(), sent.incoming).summary.arrivalNumber;
    // A version with signatures of this office: that of another document serves.
    const DocumentId other = sealOne();
    const auto path = sender().queryDocuments().mainPdf(other);
    CONGVAN_VERIFY(path);
    QFile file(*path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray pdf = file.readAll();
    CONGVAN_VERIFY(sender().updateDocument().update(
        sent.id, {.pdf = pdf, .added = {}, .removed = {}, .reason = u"Đính chính trang 2"_s}));
    const DocumentDetail here = detailAt(sender(), sent.id);
    QVERIFY(here.revisions.size() > 1 && here.revisions.contains(here.pdfSha256));
    carry(sender(), finance());
    QCOMPARE(lineOf(sender(), sent.id, financeId).lastCode, u"update"_s);
    QCOMPARE(detailAt(finance(), sent.incoming).summary.mark, ChangeMark::UpdateOffered);
    QVERIFY(detailAt(finance(), sent.incoming).actions.canReply); // the work goes on meanwhile
    const auto offer = detailAt(finance(), sent.incoming).changes.first();
    QVERIFY(offer.document);
    const DocumentDetail version = detailAt(finance(), *offer.document);
    QCOMPARE(version.summary.mark, ChangeMark::Update);
    QCOMPARE(version.pdfSha256, exchange::sha256Hex(pdf));
    QVERIFY(!version.actions.canAccept && version.actions.canAnswerChange);
    CONGVAN_VERIFY(finance().answerRecall().agree(version.summary.id));
    QCOMPARE(detailAt(finance(), sent.incoming).summary.state, DocumentState::Replaced);
    QVERIFY(!detailAt(finance(), sent.incoming).pdfSha256.isEmpty()); // the old bytes are kept
    QCOMPARE(detailAt(finance(), version.summary.id).summary.arrivalNumber, number);
    QVERIFY(detailAt(finance(), version.summary.id).actions.canReply);
    carry(finance(), sender());
    QCOMPARE(lineOf(sender(), sent.id, financeId).lastCode, u"15"_s);
    QCOMPARE(detailAt(sender(), sent.id).summary.state, DocumentState::Sent);
    // The other receiver refuses.
    CONGVAN_VERIFY(m_world->sync(province()));
    CONGVAN_VERIFY(province().answerRecall().refuse(sent.incoming, u"Đã ban hành"_s));
    QVERIFY(detailAt(province(), sent.incoming).actions.canAccept);
    QCOMPARE(detailAt(province(), version.summary.id).summary.state, DocumentState::Refused);
    carry(province(), sender());
    QCOMPARE(lineOf(sender(), sent.id, provinceId).lastCode, u"16"_s);
}

void TestRecall::receiversAreAddedAndRemoved() {
    const DocumentId id = sealOne();
    CONGVAN_VERIFY(sender().sendDocument().send(id, {*OrganId::parse(financeId)}));
    carry(sender(), finance());
    CONGVAN_VERIFY(sender().updateDocument().update(id, {.pdf = {},
                                                         .added = {*OrganId::parse(provinceId)},
                                                         .removed = {*OrganId::parse(financeId)},
                                                         .reason = u"Chuyển nơi nhận"_s}));
    carry(sender(), province());
    CONGVAN_VERIFY(m_world->sync(finance()));
    QCOMPARE(lineOf(sender(), id, provinceId).lastCode, u"sent"_s);
    QCOMPARE(lineOf(sender(), id, financeId).lastCode, u"13"_s);
    const DocumentId removed = documentOfPacket(detailAt(sender(), id).packetSha256);
    QCOMPARE(detailAt(finance(), removed).summary.mark, ChangeMark::RecallOffered);
    const auto inbox = province().queryDocuments().list(Folder::ToAccept);
    CONGVAN_VERIFY(inbox);
    QVERIFY(!inbox->isEmpty());
    const DocumentDetail added = detailAt(province(), inbox->first().id);
    QCOMPARE(added.packetDocumentId, detailAt(sender(), id).packetDocumentId);
    QCOMPARE(added.summary.mark, ChangeMark::None);
    QVERIFY(added.actions.canAccept); // new to this office, whatever the packet calls it
    carry(province(), sender());
    QCOMPARE(lineOf(sender(), id, provinceId).lastCode, u"01"_s);
}

void TestRecall::aReplacementLinksBothOffices() {
    const Sent sent = sendOne();
    carry(finance(), sender());
    acceptAtFinance(sent.incoming);
    CONGVAN_VERIFY(m_world->sync(finance()));
    CONGVAN_VERIFY(m_world->sync(province()));
    const DocumentId by = sealOne();
    QCOMPARE(codeOf(sender().replaceDocument().replace({}, by, u"x"_s)), u"replaces-nothing"_s);
    QCOMPARE(codeOf(sender().replaceDocument().replace({by}, sent.id, u"x"_s)), u"replaced-not-sent"_s);
    const auto receipt = sender().replaceDocument().replace({sent.id}, by, u"Thay thế theo chỉ đạo"_s);
    CONGVAN_VERIFY(receipt);
    carry(sender(), finance());
    CONGVAN_VERIFY(m_world->sync(province()));
    const DocumentDetail ours = detailAt(sender(), sent.id);
    QCOMPARE(ours.summary.mark, ChangeMark::Replaced);
    QCOMPARE(ours.links.first().kind, DocumentLink::Kind::ReplacedBy);
    QCOMPARE(ours.links.first().document, by);
    QCOMPARE(detailAt(sender(), by).links.first().kind, DocumentLink::Kind::Replaces);
    const DocumentId newer = documentOfPacket(receipt->packetSha256);
    // Work that was begun stays where it is; what nobody had accepted is done with.
    const DocumentDetail begun = detailAt(finance(), sent.incoming);
    QCOMPARE(begun.summary.mark, ChangeMark::Replaced);
    QCOMPARE(begun.summary.state, DocumentState::Registered);
    QCOMPARE(begun.links.first().kind, DocumentLink::Kind::ReplacedBy);
    QCOMPARE(begun.links.first().document, newer);
    QCOMPARE(detailAt(province(), sent.incoming).summary.state, DocumentState::Replaced);
    QVERIFY(detailAt(finance(), newer).actions.canAccept);
    QCOMPARE(detailAt(finance(), newer).links.first().document, sent.incoming);
}

void TestRecall::changesAreSignedAsTheOfficeWants() {
    using State = PacketSignatureFacts::State;
    const docsig::Pin pin = m_world->pin();
    const docsig::Pin wrong = docsig::Pin::fromString(u"sai");
    const PacketSeal seal{.key = *sender().profile().sealKey, .pin = pin};
    const PacketSeal refused{.key = seal.key, .pin = wrong};
    const DocumentId id = sealOne();
    CONGVAN_VERIFY(sender().sendDocument().send(id, {*OrganId::parse(financeId)}));
    carry(sender(), finance());
    carry(finance(), sender());
    const OrganId added = *OrganId::parse(provinceId);

    // A wrong PIN changes nothing, whatever was to be done.
    const auto waiting = [this] { return sender().syncOffice().waiting()->size(); };
    const DocumentId by = sealOne();
    const qsizetype before = waiting();
    QCOMPARE(codeOf(sender().updateDocument().update(id, {.added = {added}, .reason = u"x"_s}, &refused)),
             u"pkcs12-wrong-pin"_s);
    QCOMPARE(codeOf(sender().replaceDocument().replace({id}, by, u"x"_s, &refused)), u"pkcs12-wrong-pin"_s);
    QCOMPARE(codeOf(sender().recallDocument().recall(id, u"x"_s, {}, &refused)), u"pkcs12-wrong-pin"_s);
    QCOMPARE(waiting(), before);

    const auto replaced = sender().replaceDocument().replace({id}, by, u"Thay thế"_s, &seal);
    CONGVAN_VERIFY(replaced);
    QCOMPARE(replaced->sealing, PacketSealing::Signed);
    carry(sender(), finance());
    const DocumentDetail newer = detailAt(finance(), documentOfPacket(replaced->packetSha256));
    QCOMPARE(newer.packetSignature.state, State::Valid);

    const auto updated = sender().updateDocument().update(id, {.added = {added}, .reason = u"Gửi thêm"_s}, &seal);
    CONGVAN_VERIFY(updated);
    QCOMPARE(*updated, PacketSealing::Signed);
    const auto recalled = sender().recallDocument().recall(by, u"Sai số"_s, {*OrganId::parse(financeId)}, &seal);
    CONGVAN_VERIFY(recalled);
    QCOMPARE(recalled->sealing, PacketSealing::Signed);
    const auto plain = sender().recallDocument().recall(by, u"Sai số"_s, {});
    CONGVAN_VERIFY(plain);
    QCOMPARE(plain->sealing, PacketSealing::NotWanted);
}

void TestRecall::wrongUpdatesAreRefused() {
    const Sent sent = sendOne();
    const auto path = sender().queryDocuments().mainPdf(sent.id);
    CONGVAN_VERIFY(path);
    QFile file(*path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray pdf = file.readAll();
    UpdateDocument& update = sender().updateDocument();
    const OrganId finance = *OrganId::parse(financeId);
    QCOMPARE(codeOf(update.update(sent.id, {.reason = u"x"_s})), u"update-empty"_s);
    QCOMPARE(codeOf(update.update(sent.id, {.added = {finance}, .reason = {}})), u"reason-missing"_s);
    QCOMPARE(codeOf(update.update(sent.id, {.added = {finance}, .reason = u"x"_s})), u"receiver-known"_s);
    QCOMPARE(codeOf(update.update(sent.id, {.added = {*OrganId::parse(u"H99.77")}, .reason = u"x"_s})),
             u"receiver-not-possible"_s);
    QCOMPARE(codeOf(update.update(sent.id, {.pdf = pdf, .reason = u"x"_s})), u"update-same"_s);
    pdf[pdf.size() / 2] = char(pdf.at(pdf.size() / 2) ^ 1);
    QCOMPARE(codeOf(update.update(sent.id, {.pdf = pdf, .reason = u"x"_s})), u"update-not-signed"_s);
    QCOMPARE(codeOf(update.update(sent.id, {.pdf = "no PDF", .reason = u"x"_s})), u"update-not-signed"_s);
    QCOMPARE(lineOf(sender(), sent.id, financeId).lastCode, u"sent"_s);
}

void TestRecall::aDissolvedReceiverIsToldBeforeSigning() {
    world::OneDesk desk;
    const auto id = desk.draft();
    CONGVAN_VERIFY(id);
    OfficeDesk& officer = desk.as(Role::Officer);
    auto draft = officer.store().drafts().load(*id);
    CONGVAN_VERIFY(draft);
    exchange::Directory directory;
    directory.version = 100;
    exchange::AgencyEntry closed;
    closed.organId = u"H99.40"_s;
    closed.name = u"Sở Nhà đất"_s;
    closed.validTo = QDate(2025, 6, 30);
    closed.successor = u"H99.41"_s;
    exchange::AgencyEntry successor;
    successor.organId = u"H99.41"_s;
    successor.name = u"Sở Xây dựng"_s;
    directory.agencies = {closed, successor};
    CONGVAN_VERIFY(officer.store().directory().merge(directory, officer.organ()));
    draft->receivers = {{.id = *OrganId::parse(u"H99.40"), .name = u"Sở Nhà đất"_s}};
    CONGVAN_VERIFY(officer.store().drafts().save(*draft));
    const auto refused = desk.submit(*id);
    QCOMPARE(codeOf(refused), u"receiver-dissolved"_s);
    QVERIFY2(refused.error().detail.contains(u"H99.41 Sở Xây dựng"_s), qPrintable(refused.error().detail));
    draft->receivers = {{.id = *OrganId::parse(u"H99.41"), .name = u"Sở Xây dựng"_s}};
    CONGVAN_VERIFY(desk.as(Role::Officer).store().drafts().save(*draft));
    CONGVAN_VERIFY(desk.submit(*id));
}

void TestRecall::theCommandLineDoesItAll() {
    const Sent sent = sendOne();
    carry(finance(), sender());
    const QStringList here{u"--profile"_s, sender().profile().folder, u"--json"_s};
    const QStringList there{u"--profile"_s, finance().profile().folder, u"--json"_s};
    m_world->close(OfficeWorld::sender, Role::Clerk);
    m_world->close(OfficeWorld::finance, Role::Clerk);
    const QString id = sent.id.text();
    const QString incoming = sent.incoming.text();
    for (const char* command : {"recall", "recall-by", "answer", "update", "replace", "assign", "progress", "finish"}) {
        const auto help = congvanctl::run({QString::fromLatin1(command), u"--help"_s});
        QCOMPARE(help.exitCode, 0);
        QVERIFY(help.out.contains(QLatin1StringView(command)));
    }
    QCOMPARE(congvanctl::run(QStringList{u"recall-by"_s, u"letter"_s} + here).exitCode, 64);
    QCOMPARE(congvanctl::run(QStringList{u"recall-by"_s, u"packet"_s} + here).json()[u"recallBy"_s].toString(),
             u"packet"_s);
    const auto without = congvanctl::run(QStringList{u"recall"_s, id} + here);
    QVERIFY(without.exitCode != 0 && without.err.contains(u"[reason-missing]"_s));
    QCOMPARE(congvanctl::run(QStringList{u"update"_s, id, u"--reason"_s, u"x"_s} + here).exitCode, 64);
    QCOMPARE(congvanctl::run(QStringList{u"update"_s, id, u"--add"_s, u"sở"_s, u"--reason"_s, u"x"_s} + here).exitCode,
             64);
    QCOMPARE(congvanctl::run(QStringList{u"replace"_s, u"--by"_s, id, u"--reason"_s, u"x"_s} + here).exitCode, 64);
    const auto recalled =
        congvanctl::run(QStringList{u"recall"_s, id, u"--reason"_s, u"Sai căn cứ"_s, u"--from"_s, financeId} + here);
    QVERIFY2(recalled.exitCode == 0, qPrintable(recalled.err));
    QCOMPARE(recalled.json()[u"asked"_s].toArray().first().toString(), financeId);
    QCOMPARE(congvanctl::run(QStringList{u"sync"_s} + here).exitCode, 0);
    QCOMPARE(congvanctl::run(QStringList{u"sync"_s} + there).exitCode, 0);
    const auto shown = congvanctl::run(QStringList{u"show"_s, incoming} + there).json();
    QCOMPARE(shown[u"mark"_s].toString(), u"recall-offered"_s);
    QCOMPARE(shown[u"changes"_s].toArray().first().toObject()[u"reason"_s].toString(), u"Sai căn cứ"_s);
    const auto preview = congvanctl::run(QStringList{u"answer"_s, incoming} + there);
    QCOMPARE(preview.exitCode, 0);
    QCOMPARE(preview.json()[u"kind"_s].toString(), u"withdraw"_s);
    QCOMPARE(congvanctl::run(QStringList{u"answer"_s, incoming, u"--agree"_s, u"--refuse"_s} + there).exitCode, 64);
    QCOMPARE(congvanctl::run(QStringList{u"answer"_s, incoming, u"--agree"_s} + there).exitCode, 0);
    QCOMPARE(congvanctl::run(QStringList{u"answer"_s, incoming, u"--agree"_s} + there).exitCode, 77);
    QCOMPARE(congvanctl::run(QStringList{u"finish"_s, incoming} + there).exitCode, 77);
    QCOMPARE(congvanctl::run(QStringList{u"sync"_s} + there).exitCode, 0);
    QCOMPARE(congvanctl::run(QStringList{u"sync"_s} + here).exitCode, 0);
    const QJsonArray trail = congvanctl::run(QStringList{u"show"_s, id} + here).json()[u"trail"_s].toArray();
    QStringList codes;
    for (const QJsonValue& line : trail) {
        codes.append(line.toObject()[u"receiver"_s].toString() + u' ' + line.toObject()[u"code"_s].toString());
    }
    QVERIFY2(codes.contains(financeId + u" 15"_s), qPrintable(codes.join(u", "_s)));
}

int main(int argc, char** argv) {
    const QGuiApplication application(argc, argv);
    const docsig::CryptoRuntime crypto;
    TestRecall test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_recall.moc"
