// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/transaction.h"
#include "officeplay.h"

#include <QHash>
#include <QRandomGenerator>
#include <QSet>
#include <QTest>

#include <memory>

namespace {

/// A clerk's desk of H99.02 to which H99.03 sends documents and changes of them, and H99.77 what it has no right to.
struct ChangePlay : OfficePlay {
    QByteArray packet(const QString& target, int type, const QString& from, const QString& name) {
        const QByteArray bytes = name.toUtf8();
        PacketFacts facts;
        facts.kind = PacketFacts::Kind::Document;
        facts.from = {.id = *OrganId::parse(from), .name = u"Cơ quan "_s + from};
        facts.receivers = {{.id = interior, .name = u"Sở Nội vụ"_s}};
        facts.packetDocumentId = type == 3 ? target + u" mới"_s + name : target;
        facts.number = u"12"_s;
        facts.notation = u"STC-"_s + target;
        facts.date = QDate(2026, 11, 20);
        facts.subject = name;
        facts.businessType = type;
        facts.change.reason = u"vì "_s + name;
        if (type == 3) {
            facts.change.replaced = {target};
        } else if (type != 0) {
            facts.change.target = target;
            facts.change.changesContent = type == 2;
        }
        packets.insert(exchange::sha256Hex(bytes), facts);
        hub.sendPacket(bytes, u"edoc"_s, from, {u"H99.02"_s});
        return exchange::sha256Hex(bytes);
    }

    /// One event of a story about the document `target`.
    QByteArray happen(const QString& event, const QString& target, const QString& name) {
        if (event == u"13"_s) {
            return statusFrom(finance, u"13"_s, {.organ = interior, .packetDocumentId = target});
        }
        const bool foreign = event == u"foreign"_s;
        const int type = event == u"doc"_s ? 0 : foreign ? 1 : event.right(1).toInt();
        return packet(target, type, foreign ? u"H99.77"_s : finance.text(), name);
    }
};

} // namespace

/// What follows at a desk from recalls, updates and replacements: in every order, again, by strangers, and before the
/// document is there; and what is owed for it. Steps of the way out that somebody writes elsewhere.
class TestChangeStore : public QObject {
    Q_OBJECT

private slots:
    void aStepElsewhereCountsForNothing() {
        OfficePlay w;
        const DocumentId id = DocumentId::create();
        const QString elsewhere = caseStream(interior, DocumentId::create());
        const auto forge = [&](ActBody body, const QList<QByteArray>& cites = {}) {
            Deed deed = w.deed(id, std::move(body), cites);
            deed.stream = elsewhere;
            (void)must(w.clerk.store().record(deed));
            QVERIFY(w.clerk.sync());
        };
        // Somebody who knows the id is faster, in a stream of their own.
        const QByteArray forged = w.content(w.clerk, "forged");
        forge(w.submitted(id, forged), {forged});
        w.submit(id);
        QVERIFY(w.leader.sync());
        DocumentDetail detail = *w.leader.store().documents().detail(id);
        QCOMPARE(detail.author, u"H99.02/an"_s);
        QVERIFY(detail.pdfSha256 != forged);
        forge(acts::Returned{.document = id, .reason = u"Giả mạo"_s});
        forge(acts::Signed{.document = id, .pdfSha256 = forged, .signerName = u"Giả mạo"_s}, {forged});
        QVERIFY(w.leader.sync());
        detail = *w.leader.store().documents().detail(id);
        QCOMPARE(detail.summary.state, DocumentState::WaitingForSignature);
        QVERIFY(detail.actions.canSign && detail.reason.isEmpty());
        must(w.leader.store().rebuild());
        QCOMPARE(w.leader.store().documents().detail(id)->summary.state, DocumentState::WaitingForSignature);
    }

    void everyShortStoryEndsByTheRules() {
        ChangePlay w;
        const QStringList alphabet{u"doc"_s, u"type1"_s, u"type2"_s, u"type3"_s, u"13"_s, u"foreign"_s};
        QList<QStringList> stories{{}};
        for (qsizetype index = 0; index < stories.size(); ++index) {
            if (stories.at(index).size() < 3) {
                for (const QString& event : alphabet) {
                    stories.append(stories.at(index) + QStringList{event});
                }
            }
        }
        QCOMPARE(stories.size(), 1 + 6 + 36 + 216);
        QHash<QString, QList<QByteArray>> made;
        for (const QStringList& story : std::as_const(stories)) {
            const QString target = story.join(u'.');
            for (const QString& event : story) {
                made[target].append(w.happen(event, target, u"%1/%2"_s.arg(target).arg(made[target].size())));
            }
        }
        QVERIFY(w.clerk.sync());
        for (const QStringList& story : std::as_const(stories)) {
            check(w, story, made.value(story.join(u'.')));
        }
        const QStringList rows = world::derivedRows(w.clerk.store());
        QVERIFY(w.clerk.store().rebuild());
        QCOMPARE(world::derivedRows(w.clerk.store()), rows);
        arriveInAnyOrder(w, rows);
    }

    void aRecallFreezesUntilAPersonAnswers() {
        ChangePlay w;
        const DocumentId id = documentOfPacket(w.happen(u"doc"_s, u"A"_s, u"văn bản"_s));
        QVERIFY(w.clerk.sync());
        QVERIFY(detailOf(w, id).actions.canAccept);
        const QByteArray asked = w.happen(u"type1"_s, u"A"_s, u"thu hồi"_s);
        QVERIFY(w.clerk.sync());
        DocumentDetail detail = detailOf(w, id);
        QCOMPARE(detail.summary.mark, ChangeMark::RecallOffered);
        QCOMPARE(detail.summary.folder, Folder::ToAccept);
        QVERIFY(detail.actions.canAnswerChange);
        QVERIFY(!detail.actions.canAccept && !detail.actions.canRefuse && !detail.actions.canFile);
        QCOMPARE(detail.changes.size(), 1);
        QCOMPARE(detail.changes.first().reason, u"vì thu hồi"_s);
        QCOMPARE(detail.history.last().kind, u"withdraw-offered"_s);
        answer(w, id, asked, false);
        QVERIFY(w.clerk.sync()); // the same wish that comes before the answer is known would be the same offer
        detail = detailOf(w, id);
        QCOMPARE(detail.summary.mark, ChangeMark::None);
        QVERIFY(detail.actions.canAccept);
        const QByteArray again = w.happen(u"13"_s, u"A"_s, {});
        QVERIFY(w.clerk.sync());
        QCOMPARE(detailOf(w, id).summary.mark, ChangeMark::RecallOffered);
        answer(w, id, again, true);
        QVERIFY(w.clerk.sync());
        detail = detailOf(w, id);
        QCOMPARE(detail.summary.state, DocumentState::Withdrawn);
        QCOMPARE(detail.summary.folder, Folder::Done);
        QVERIFY(!detail.actions.canAccept && !detail.actions.canReply && !detail.actions.canAnswerChange);
        QVERIFY(!detail.contents.isEmpty() || !detail.packetSha256.isEmpty()); // the trace stays
        sameAfterRebuild(w);
    }

    void anAgreedVersionTakesTheNumberOver() {
        ChangePlay w;
        const DocumentId id = documentOfPacket(w.happen(u"doc"_s, u"A"_s, u"bản một"_s));
        QVERIFY(w.clerk.sync());
        w.registerIncoming(id, 7);
        const QByteArray packet = w.happen(u"type2"_s, u"A"_s, u"bản hai"_s);
        QVERIFY(w.clerk.sync());
        const DocumentId version = documentOfPacket(packet);
        QCOMPARE(detailOf(w, id).summary.mark, ChangeMark::UpdateOffered);
        QCOMPARE(detailOf(w, version).summary.mark, ChangeMark::Update);
        QVERIFY(!detailOf(w, version).actions.canAccept);
        answer(w, id, packet, true, version, 7);
        QVERIFY(w.clerk.sync());
        QCOMPARE(detailOf(w, id).summary.state, DocumentState::Replaced);
        QCOMPARE(detailOf(w, version).summary.state, DocumentState::Registered);
        QCOMPARE(detailOf(w, version).summary.arrivalNumber, 7);
        QCOMPARE(detailOf(w, id).links.first().kind, DocumentLink::Kind::UpdatedBy);
        QCOMPARE(detailOf(w, id).links.first().document, version);
        QCOMPARE(detailOf(w, version).links.first().kind, DocumentLink::Kind::Updates);
        // What its sender does next is about the version that counts.
        w.happen(u"type1"_s, u"A"_s, u"thu hồi bản hai"_s);
        QVERIFY(w.clerk.sync());
        QCOMPARE(detailOf(w, id).summary.mark, ChangeMark::Replaced);
        QCOMPARE(detailOf(w, version).summary.mark, ChangeMark::RecallOffered);
        sameAfterRebuild(w);
    }

    void aReplacementLinksBothWays() {
        ChangePlay w;
        const DocumentId id = documentOfPacket(w.happen(u"doc"_s, u"A"_s, u"cũ"_s));
        const DocumentId by = documentOfPacket(w.happen(u"type3"_s, u"A"_s, u"mới"_s));
        QVERIFY(w.clerk.sync());
        QCOMPARE(detailOf(w, id).summary.state, DocumentState::Replaced);
        QCOMPARE(detailOf(w, id).links.first().kind, DocumentLink::Kind::ReplacedBy);
        QCOMPARE(detailOf(w, id).links.first().document, by);
        QCOMPARE(detailOf(w, by).links.first().kind, DocumentLink::Kind::Replaces);
        QCOMPARE(detailOf(w, by).links.first().document, id);
        QVERIFY(detailOf(w, by).actions.canAccept);
    }

    void aStrangersStatusIsListedAndMovesNothing() {
        OfficePlay w;
        const DocumentId id = w.issue();
        const DocumentReference about{.organ = interior, .packetDocumentId = u"id "_s + id.text()};
        w.statusFrom(*OrganId::parse(u"H99.77"), u"03"_s, about);
        QVERIFY(w.clerk.sync());
        const DocumentDetail detail = *w.clerk.store().documents().detail(id);
        QCOMPARE(detail.trail.first().lastCode, u"sent"_s);
        QCOMPARE(detail.strangers.size(), 1);
        QCOMPARE(detail.strangers.first().from.id.text(), u"H99.77"_s);
        QCOMPARE(detail.strangers.first().event.code, u"03"_s);
        QVERIFY(detail.packetFindings.contains(u"status-foreign"_s));
    }

    void aStatusOfOursThatWasNotTakenIsTold() {
        OfficePlay w;
        const DocumentId id = w.receive("văn bản đến");
        QCOMPARE(w.clerk.store().documents().detail(id)->undelivered.size(), 0);
        // What a hub on the way writes: in the name of the document's sender, about the sender's own document.
        w.statusFrom(finance, u"02"_s,
                     {.organ = interior, .packetDocumentId = u"incoming văn bản đến"_s}); // by its identifier
        w.statusFrom(finance, u"02"_s,
                     {.organ = interior, .number = u"34E31"_s, .notation = u"STC-NS"_s, .date = QDate(2026, 11, 20)});
        w.statusFrom(*OrganId::parse(u"H99.77"), u"02"_s, // a stranger's word counts for nothing
                     {.organ = interior, .packetDocumentId = u"incoming văn bản đến"_s});
        QVERIFY(w.clerk.sync());
        const DocumentDetail detail = *w.clerk.store().documents().detail(id);
        QCOMPARE(detail.undelivered.size(), 2);
        QCOMPARE(detail.undelivered.first().reason, u"lý do 02"_s);
        QVERIFY(detail.packetFindings.contains(u"status-undelivered"_s));
        QCOMPARE(detail.summary.state, DocumentState::Arrived); // it moves nothing
        // The stranger's is held, and the one without an identifier, which is about no document of ours.
        QCOMPARE(w.clerk.store().documents().heldStatuses()->size(), 2);
    }

    void aStatusSettlesAnUncertainSend() {
        OfficePlay w;
        const DocumentId id = w.issue();
        const DocumentId other = w.issue();
        const auto makeUncertain = [&](const DocumentId& document) {
            const QByteArray packet = w.clerk.store().documents().detail(document)->packetSha256;
            exchange::OutboxItem item;
            item.id = itemOf(w.clerk, packet);
            item.kind = exchange::OutboxItem::Kind::Send;
            item.sha256 = packet;
            item.state = exchange::OutboxItem::State::Uncertain;
            item.attempts = 1;
            QVERIFY(w.clerk.store().updateOutbox(item));
        };
        makeUncertain(id);
        makeUncertain(other);
        QCOMPARE(w.clerk.store().outbox().state()->uncertain, 2);
        const DocumentReference about{.organ = interior, .packetDocumentId = u"id "_s + id.text()};
        w.statusFrom(*OrganId::parse(u"H99.77"), u"01"_s, about); // no receiver: it proves nothing
        QVERIFY(w.clerk.fetch());
        QCOMPARE(w.clerk.store().outbox().state()->uncertain, 2);
        w.statusFrom(finance, u"01"_s, about);
        QVERIFY(w.clerk.fetch());
        QCOMPARE(w.clerk.store().outbox().state()->uncertain, 1);
        QCOMPARE(w.clerk.store().trails().trail(id)->first().lastCode, u"01"_s);
    }

    void arrivalAndWorkAreOwedByTheClerksDeskAlone() {
        OfficePlay w;
        const DocumentId id = w.receive("năm");
        QList<OwedStatus> owed = *w.clerk.store().outbox().owed();
        QCOMPARE(owed.size(), 1);
        QCOMPARE(owed.first().code, u"01"_s);
        w.registerIncoming(id, 3);
        (void)must(w.clerk.store().record(
            w.deed(id, acts::Assigned{.document = id, .to = w.officer.store().owner().mailbox(), .note = {}})));
        QVERIFY(w.clerk.sync());
        QVERIFY(w.officer.sync());
        (void)must(w.officer.store().record(w.deed(id, acts::Progressed{.document = id, .note = u"đang làm"_s})));
        (void)must(w.officer.store().record(w.deed(id, acts::Finished{.document = id, .note = {}})));
        QVERIFY(w.officer.sync());
        QVERIFY(w.clerk.sync());
        owed = *w.clerk.store().outbox().owed();
        QStringList codes;
        for (const OwedStatus& status : owed) {
            codes.append(status.code);
            QVERIFY(status.at.isValid());
        }
        QCOMPARE(codes.join(u' '), u"01 04 05 06"_s);
        QCOMPARE(w.clerk.store().documents().detail(id)->summary.state, DocumentState::Answered);
        QVERIFY(w.officer.store().outbox().owed()->isEmpty());
        for (const OwedStatus& status : owed) {
            QVERIFY(w.clerk.store().outbox().forgetOwed(status));
        }
        QVERIFY(w.clerk.store().outbox().owed()->isEmpty());
    }

    void whatIsTakenOutIsNotSentByARunThatPlannedIt() {
        OfficePlay w;
        const DocumentId id = DocumentId::create();
        w.submit(id);
        w.sign(id);
        w.number(id);
        w.seal(id);
        QVERIFY(w.clerk.sync());
        const QByteArray packet = w.send(id);
        exchange::OutboxItem item;
        const auto waiting = w.clerk.store().outbox().open();
        QVERIFY(waiting);
        for (const exchange::OutboxItem& open : *waiting) {
            if (open.kind == exchange::OutboxItem::Kind::Send) {
                item = open;
            }
        }
        QCOMPARE(item.sha256, packet);
        QVERIFY(*w.clerk.store().outbox().takeOut(packet));
        QVERIFY(!*w.clerk.store().outbox().takeOut(packet));
        item.state = exchange::OutboxItem::State::Started;
        item.attempts = 1;
        const auto begun = w.clerk.journal().update(item);
        QVERIFY(!begun);
        QCOMPARE(begun.error().code, u"outbox-item-taken-out"_s);
    }

private:
    static DocumentDetail detailOf(ChangePlay& w, const DocumentId& id) {
        return must(w.clerk.store().documents().detail(id));
    }

    static QString itemOf(world::Desk& desk, const QByteArray& packet);

    static void answer(ChangePlay& w, const DocumentId& id, const QByteArray& packet, bool agreed,
                       std::optional<DocumentId> version = {}, int number = 0) {
        (void)must(
            w.clerk.store().record({.stream = caseStream(interior, id),
                                    .body = acts::ChangeAnswered{.document = id,
                                                                 .packetSha256 = packet,
                                                                 .change = version,
                                                                 .agreed = agreed,
                                                                 .reason = u"trả lời"_s,
                                                                 .number = number,
                                                                 .date = number > 0 ? QDate(2026, 11, 24) : QDate()},
                                    .participants = {u"H99.02"_s},
                                    .cites = {}}));
    }

    static void sameAfterRebuild(ChangePlay& w) {
        const QStringList rows = world::derivedRows(w.clerk.store());
        QVERIFY(w.clerk.store().rebuild());
        QCOMPARE(world::derivedRows(w.clerk.store()), rows);
    }

    /// The rules, said once more: a recall before everything, a replacement before an update; strangers move nothing.
    static void check(ChangePlay& w, const QStringList& story, const QList<QByteArray>& packets) {
        const QByteArray name = story.join(u' ').toUtf8();
        const bool hasDocument = story.contains(u"doc"_s);
        const bool isRecalled = story.contains(u"type1"_s) || story.contains(u"13"_s);
        for (qsizetype index = 0; index < story.size(); ++index) {
            const QString& event = story.at(index);
            const auto detail = w.clerk.store().documents().detail(documentOfPacket(packets.at(index)));
            if (event == u"type1"_s || event == u"foreign"_s || event == u"13"_s) {
                QVERIFY2(!detail, name); // it is no document
                continue;
            }
            QVERIFY2(detail.has_value(), name);
            if (event == u"type2"_s && !hasDocument) {
                continue; // the first version that came here
            }
            if (event == u"type2"_s) {
                QVERIFY2(detail->summary.mark == ChangeMark::Update, name);
                QVERIFY2(!detail->actions.canAccept && detail->actions.canAnswerChange, name);
            } else if (event == u"doc"_s) {
                const ChangeMark mark = isRecalled                   ? ChangeMark::RecallOffered
                                        : story.contains(u"type3"_s) ? ChangeMark::Replaced
                                        : story.contains(u"type2"_s) ? ChangeMark::UpdateOffered
                                                                     : ChangeMark::None;
                QVERIFY2(detail->summary.mark == mark, name);
                QVERIFY2(detail->foreignChanges.size() == story.count(u"foreign"_s), name);
                QVERIFY2(detail->packetFindings.contains(u"change-foreign"_s) == story.contains(u"foreign"_s), name);
                const auto withdrawals = std::ranges::count(detail->changes, ChangeKind::Withdraw, &ChangeOffer::kind);
                QVERIFY2(withdrawals == (isRecalled ? 1 : 0), name); // by both ways, or again: one offer
            } else {
                QVERIFY2(detail->summary.mark == ChangeMark::None && detail->actions.canAccept, name);
            }
        }
    }

    static void arriveInAnyOrder(ChangePlay& w, const QStringList& expected) {
        QRandomGenerator random(20261126);
        for (int round = 0; round < 2; ++round) {
            world::Desk fresh(w.hub, w.packets, personOf(interior, u"dung"_s, Role::Clerk), {});
            QList<exchange::Message> messages = w.hub.all();
            std::shuffle(messages.begin(), messages.end(), random);
            for (const exchange::Message& message : std::as_const(messages)) {
                for (const QByteArray& cited : message.cites) {
                    QVERIFY(fresh.store().putContent(w.hub.contents.value(cited)));
                }
                QVERIFY(fresh.sink().accept(message));
            }
            QCOMPARE(world::derivedRows(fresh.store()), expected);
        }
    }
};

QString TestChangeStore::itemOf(world::Desk& desk, const QByteArray& packet) {
    return must(desk.store().database().read([&](Transaction& transaction) -> Result<QString> {
        return transaction
            .value(u"SELECT id FROM outbox WHERE kind = 'packet' AND sha256 = ?"_s, {QString::fromLatin1(packet)})
            .toString();
    }));
}

/// Of domain/test_changes.cpp.
std::unique_ptr<QObject> changeRules();

/// Both classes; those that know the functions which the command line names, where it names some.
int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    const std::unique_ptr<QObject> rules = changeRules();
    TestChangeStore store;
    int failed = 0;
    for (QObject* test : {rules.get(), static_cast<QObject*>(&store)}) {
        const QByteArray wanted = argc > 1 && argv[1][0] != '-' ? QByteArray(argv[1]) + "()" : QByteArray();
        if (wanted.isEmpty() || test->metaObject()->indexOfMethod(wanted) >= 0) {
            failed += QTest::qExec(test, argc, argv);
        }
    }
    return failed;
}

#include "test_changestore.moc"
