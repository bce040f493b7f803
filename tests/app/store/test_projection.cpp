// SPDX-License-Identifier: GPL-3.0-or-later
#include "officeplay.h"

#include <QRandomGenerator>
#include <QTest>

#include <thread>

/// What follows from messages: the flow of a document, books, trails, links, dossiers; and that the order of arrival
/// leaves no mark.
class TestProjection : public QObject {
    Q_OBJECT

private slots:
    void init() { m_world = std::make_unique<OfficePlay>(); }
    void cleanup() { m_world.reset(); }

    void aDocumentGoesItsWay() {
        OfficePlay& w = *m_world;
        const DocumentId id = DocumentId::create();
        Draft draft{.id = id};
        draft.subject = u"Về việc thành lập Tổ công tác"_s;
        QVERIFY(w.officer.store().drafts().save(draft));
        QCOMPARE(listed(w.officer, Folder::Drafts), 1);

        w.submit(id);
        QCOMPARE(listed(w.officer, Folder::Drafts), 0);
        QCOMPARE(listed(w.officer, Folder::ToSign), 1);
        QCOMPARE(w.officer.store().drafts().save(draft).error().code, u"draft-already-submitted"_s);

        QVERIFY(w.leader.sync());
        DocumentDetail detail = *w.leader.store().documents().detail(id);
        QVERIFY(detail.actions.canSign);
        QCOMPARE(detail.summary.state, DocumentState::WaitingForSignature);
        QCOMPARE(detail.summary.counterpart, u"Sở Tài chính"_s);
        QCOMPARE(detail.author, u"H99.02/an"_s);
        QCOMPARE(detail.places.seal.rect, QRectF(1, 2, 3, 4));
        QVERIFY(detail.contents.first().here);
        QVERIFY(!detail.summary.pending);

        w.sign(id);
        QVERIFY(!w.leader.store().documents().detail(id)->actions.canSign);
        w.number(id);
        detail = *w.clerk.store().documents().detail(id);
        QCOMPARE(detail.summary.state, DocumentState::Numbered);
        QCOMPARE(detail.summary.number, u"01/QĐ-SNV"_s);
        QCOMPARE(detail.number, 1);
        QVERIFY(detail.summary.pending);
        QVERIFY(detail.actions.canSeal);
        QCOMPARE(listed(w.clerk, Folder::ToIssue), 1);
        w.seal(id);
        QVERIFY(w.clerk.store().documents().detail(id)->actions.canSend);
        w.send(id);
        detail = *w.clerk.store().documents().detail(id);
        QCOMPARE(detail.summary.state, DocumentState::Sent);
        QCOMPARE(detail.trail.size(), 1);
        QCOMPARE(detail.trail.first().lastCode, u"queued"_s);
        QVERIFY(w.clerk.sync());
        detail = *w.clerk.store().documents().detail(id);
        QCOMPARE(detail.trail.first().lastCode, u"sent"_s);
        QVERIFY(!detail.summary.pending);
        QCOMPARE(detail.revisions.size(), 4);
        QCOMPARE(listed(w.clerk, Folder::Issued), 1);
        QStringList kinds;
        for (const HistoryLine& line : std::as_const(detail.history)) {
            kinds.append(line.kind);
        }
        QCOMPARE(kinds, (QStringList{u"submitted"_s, u"signed"_s, u"number-drawn"_s, u"number-assigned"_s, u"sealed"_s,
                                     u"sent"_s}));
        everybodyRebuilds();
    }

    void aReturnedDocumentIsADraftAgain() {
        OfficePlay& w = *m_world;
        const DocumentId id = DocumentId::create();
        Draft draft{.id = id};
        QVERIFY(w.officer.store().drafts().save(draft));
        w.submit(id);
        QVERIFY(w.leader.sync());
        (void)must(
            w.leader.store().record(w.deed(id, acts::Returned{.document = id, .reason = u"Sửa căn cứ pháp lý"_s})));
        QVERIFY(w.leader.sync());
        QVERIFY(w.officer.sync());
        const auto drafts = search(w.officer, {}, Folder::Drafts);
        QCOMPARE(drafts->size(), 1);
        QCOMPARE(drafts->first().state, DocumentState::Returned);
        QCOMPARE(w.officer.store().drafts().load(id)->returnReason, u"Sửa căn cứ pháp lý"_s);
        QCOMPARE(w.officer.store().documents().detail(id)->reason, u"Sửa căn cứ pháp lý"_s);
        QVERIFY(w.officer.store().documents().detail(id)->actions.canEdit);
        QCOMPARE(listed(w.leader, Folder::Drafts), 0);
        QVERIFY(w.officer.store().drafts().save(draft));
        w.submit(id);
        QVERIFY(w.leader.sync());
        QCOMPARE(w.leader.store().documents().detail(id)->summary.state, DocumentState::WaitingForSignature);
        QCOMPARE(w.leader.store().documents().detail(id)->reason, QString());
    }

    void evidenceStaysBesideWhatCameIn() {
        OfficePlay& w = *m_world;
        const QByteArray came = w.content(w.clerk, "như đã đến");
        const DocumentId id = w.receive(
            "bằng chứng", {}, {{.sha256 = came, .name = u"văn bản.pdf"_s, .size = 12, .role = ContentRef::Role::Main}});
        w.registerIncoming(id, 1);
        OfficeStore& store = w.clerk.store();
        const DocumentDetail before = *store.documents().detail(id);
        const auto add = [&](const QByteArray& base, const char* pdf, const QString& level) {
            const QByteArray made = w.content(w.clerk, pdf);
            (void)must(store.record(w.deed(
                id, acts::EvidenceAdded{.document = id, .basePdfSha256 = base, .pdfSha256 = made, .level = level})));
            return made;
        };
        const QByteArray stamped = add(before.pdfSha256, "có dấu thời gian", u"B-T"_s);
        QCOMPARE(store.documents().detail(id)->evidenceSha256, stamped);
        // Added to other bytes: of no use. The same level from the same beginning: the first one stays.
        (void)add(QByteArray(64, 'f'), "lạc", u"B-LTA"_s);
        (void)add(before.pdfSha256, "lần nữa", u"B-T"_s);
        QCOMPARE(store.documents().detail(id)->evidenceSha256, stamped);
        const QByteArray archived = add(stamped, "lưu trữ", u"B-LTA"_s);
        DocumentDetail after = *store.documents().detail(id);
        QCOMPARE(after.evidenceSha256, archived);
        QCOMPARE(after.evidenceLevel, docsig::Level::BLta);
        QCOMPARE(after.pdfSha256, before.pdfSha256);
        QCOMPARE(after.summary.state, before.summary.state);
        QCOMPARE(after.summary.time, before.summary.time);
        QCOMPARE(after.contents.last().role, ContentRef::Role::Evidence);
        QVERIFY(after.contents.last().name.endsWith(u".B-LTA.pdf"_s));
        everybodyRebuilds();
    }

    void actsOutOfOrderChangeNothing() {
        OfficePlay& w = *m_world;
        const DocumentId id = DocumentId::create();
        w.submit(id);
        QVERIFY(w.clerk.sync());
        w.seal(id);
        QCOMPARE(w.clerk.store().documents().detail(id)->summary.state, DocumentState::WaitingForSignature);
        QCOMPARE(w.clerk.store().documents().detail(id)->revisions.size(), 1);
    }

    void anIncomingDocumentIsRegisteredAndAnswered() {
        OfficePlay& w = *m_world;
        const DocumentId id = w.receive("một");
        DocumentDetail detail = *w.clerk.store().documents().detail(id);
        QCOMPARE(detail.summary.state, DocumentState::Arrived);
        QCOMPARE(detail.summary.counterpart, u"Sở Tài chính tỉnh Mẫu"_s);
        QCOMPARE(detail.summary.number, u"34E31/STC-NS"_s);
        QVERIFY(detail.summary.unread);
        QVERIFY(!detail.summary.verdict);
        QVERIFY(detail.actions.canAccept);
        QCOMPARE(*w.clerk.store().verdicts().pending(), QList<DocumentId>{id});
        QCOMPARE(w.clerk.store().documents().counts(QDate(2026, 11, 23))->unread, 1);
        QVERIFY(w.clerk.store().documents().markRead(id));
        QCOMPARE(w.clerk.store().documents().counts(QDate(2026, 11, 23))->unread, 0);

        w.registerIncoming(id, 1);
        QCOMPARE(listed(w.clerk, Folder::ToAccept), 0);
        QCOMPARE(listed(w.clerk, Folder::ToHandle), 1);
        QCOMPARE(listed(w.clerk, Folder::Overdue, QDate(2026, 11, 30)), 0);
        QCOMPARE(listed(w.clerk, Folder::Overdue, QDate(2026, 12, 1)), 1);
        QCOMPARE(w.clerk.store().documents().counts(QDate(2026, 12, 1))->overdue, 1);
        detail = *w.clerk.store().documents().detail(id);
        QCOMPARE(detail.summary.arrivalNumber, 1);
        QVERIFY(detail.actions.canReply);

        const DocumentId answer = DocumentId::create();
        acts::Submitted submitted = w.submitted(answer, w.content(w.officer, "answer"));
        submitted.replyTo = DocumentReference{.organ = finance,
                                              .packetDocumentId = detail.packetDocumentId,
                                              .number = u"34E31"_s,
                                              .notation = u"STC-NS"_s,
                                              .date = QDate(2026, 11, 20),
                                              .local = id};
        (void)must(w.officer.store().record(w.deed(answer, submitted, {submitted.pdfSha256})));
        QVERIFY(w.officer.sync());
        w.sign(answer);
        w.number(answer);
        w.seal(answer);
        QCOMPARE(listed(w.clerk, Folder::Done), 0);
        w.send(answer, id);
        QVERIFY(w.clerk.sync());
        detail = *w.clerk.store().documents().detail(id);
        QCOMPARE(detail.summary.state, DocumentState::Answered);
        QCOMPARE(listed(w.clerk, Folder::Done), 1);
        QCOMPARE(detail.links.size(), 1);
        QCOMPARE(detail.links.first().kind, DocumentLink::Kind::AnsweredBy);
        QCOMPARE(detail.links.first().document, std::optional(answer));
        const DocumentDetail other = *w.clerk.store().documents().detail(answer);
        QCOMPARE(other.links.size(), 1);
        QCOMPARE(other.links.first().kind, DocumentLink::Kind::Answers);
        QCOMPARE(other.links.first().document, std::optional(id));
        everybodyRebuilds();
    }

    void anAnswerFromOutsideIsLinked_data() {
        QTest::addColumn<bool>("byId");
        QTest::newRow("by the packet's id") << true;
        QTest::newRow("by number, notation and date") << false;
    }

    void anAnswerFromOutsideIsLinked() {
        QFETCH(const bool, byId);
        OfficePlay& w = *m_world;
        const DocumentId ours = w.issue();
        DocumentReference about{.organ = interior, .packetDocumentId = {}};
        if (byId) {
            about.packetDocumentId = u"id "_s + ours.text();
        } else {
            about.number = u"1"_s;
            about.notation = u"qđ-snv"_s;
            about.date = QDate(2026, 11, 23);
        }
        const DocumentId answer = w.receive("trả lời", about);
        const DocumentDetail detail = *w.clerk.store().documents().detail(ours);
        QCOMPARE(detail.links.size(), 1);
        QCOMPARE(detail.links.first().document, std::optional(answer));
        QCOMPARE(detail.links.first().kind, DocumentLink::Kind::AnsweredBy);
        const auto matching = w.clerk.store().documents().matching(about);
        QCOMPARE(*matching, QList<DocumentId>{ours});
    }

    void aRefusedDocumentIsDone() {
        OfficePlay& w = *m_world;
        const DocumentId id = w.receive("hai");
        const Deed refusal{.stream = caseStream(interior, id),
                           .body = acts::Refused{.document = id,
                                                 .packetSha256 = QByteArray(64, 'a'),
                                                 .reason = u"Không thuộc thẩm quyền"_s},
                           .participants = {u"H99.02"_s},
                           .cites = {}};
        (void)must(w.clerk.store().record(refusal));
        QCOMPARE(w.clerk.store().documents().detail(id)->summary.state, DocumentState::Refused);
        QCOMPARE(w.clerk.store().documents().detail(id)->reason, u"Không thuộc thẩm quyền"_s);
        w.registerIncoming(id, 1);
        QCOMPARE(w.clerk.store().documents().detail(id)->summary.state, DocumentState::Refused);
    }

    void aPacketThatCannotBeReadIsShownAndKept() {
        OfficePlay& w = *m_world;
        PacketFacts facts;
        facts.problem = Error(u"packet-not-xml"_s, u"line 1"_s);
        const QByteArray packet = "<edXML";
        w.packets.insert(exchange::sha256Hex(packet), facts);
        w.hub.sendPacket(packet, u"edoc"_s, finance.text(), {u"H99.02"_s});
        const DocumentId good = w.receive("ba");
        const DocumentId bad = documentOfPacket(exchange::sha256Hex(packet));
        const DocumentDetail detail = *w.clerk.store().documents().detail(bad);
        QCOMPARE(detail.summary.state, DocumentState::Problem);
        QCOMPARE(detail.summary.problem.code, u"packet-not-xml"_s);
        QVERIFY(!detail.actions.canAccept);
        QCOMPARE(*w.clerk.store().blobs().bytes(exchange::sha256Hex(packet)), packet);
        QCOMPARE(*w.clerk.store().verdicts().pending(), QList<DocumentId>{good});
        QCOMPARE(listed(w.clerk, Folder::ToAccept), 2);
    }

    void statusesMakeATrail() {
        OfficePlay& w = *m_world;
        const DocumentId id = w.issue();
        const DocumentReference about{.organ = interior, .packetDocumentId = u"id "_s + id.text()};
        w.statusFrom(finance, u"01"_s, about);
        w.statusFrom(finance, u"03"_s, about);
        w.statusFrom(finance, u"01"_s, about);
        QVERIFY(w.clerk.sync());
        QList<TrailLine> trail = *w.clerk.store().trails().trail(id);
        QCOMPARE(trail.size(), 1);
        QCOMPARE(trail.first().lastCode, u"03"_s);
        QCOMPARE(trail.first().words, u"Đã tiếp nhận"_s);
        QCOMPARE(trail.first().history.size(), 5);
        QVERIFY(trail.first().history.last().late);

        // Not from a receiver, and from one office in the name of another: neither counts.
        const OrganId stranger = *OrganId::parse(u"H99.09");
        w.statusFrom(stranger, u"06"_s, about);
        w.statusFrom(stranger, u"06"_s, about, u"H99.03"_s);
        QVERIFY(w.clerk.sync());
        trail = *w.clerk.store().trails().trail(id);
        QCOMPARE(trail.first().lastCode, u"03"_s);
        everybodyRebuilds();
    }

    void aStatusForAnUnknownDocumentIsHeld() {
        OfficePlay& w = *m_world;
        const DocumentReference about{.organ = interior,
                                      .packetDocumentId = {},
                                      .number = u"01"_s,
                                      .notation = u"QĐ-SNV"_s,
                                      .date = QDate(2026, 11, 23)};
        w.statusFrom(finance, u"02"_s, about);
        QVERIFY(w.clerk.sync());
        QCOMPARE(w.clerk.store().documents().heldStatuses()->size(), 1);
        const DocumentId id = w.issue();
        QCOMPARE(w.clerk.store().documents().heldStatuses()->size(), 0);
        QCOMPARE(w.clerk.store().trails().trail(id)->first().lastCode, u"02"_s);
        QCOMPARE(w.clerk.store().trails().trail(id)->first().reason, u"lý do 02"_s);
    }

    void twoClerksNeverDrawTheSameNumber() {
        OfficePlay& w = *m_world;
        world::Desk second(w.hub, w.packets, personOf(interior, u"giang"_s, Role::Clerk), {u"H99.02"_s});
        constexpr int each = 25;
        QList<int> first;
        QList<int> other;
        std::thread one([&] {
            for (int count = 0; count < each; ++count) {
                first.append(w.draw(w.clerk, DocumentId::create()));
            }
        });
        std::thread two([&] {
            for (int count = 0; count < each; ++count) {
                other.append(w.draw(second, DocumentId::create()));
            }
        });
        one.join();
        two.join();
        QList<int> all = first + other;
        std::ranges::sort(all);
        QList<int> expected(2 * each);
        std::iota(expected.begin(), expected.end(), 1);
        QCOMPARE(all, expected);
        QVERIFY(w.clerk.sync());
        const QString stream = outgoingBookStream(interior, 2026, u"vb"_s);
        const QList<BookEntry> entries = *w.clerk.store().books().entries(stream);
        QCOMPARE(entries.size(), 2 * each);
        QVERIFY(std::ranges::none_of(entries, &BookEntry::flagged));
        QCOMPARE(w.clerk.store().books().end(stream)->next, 2 * each + 1);
        everybodyRebuilds();
    }

    void aLineThatBreaksTheBookIsFlagged() {
        OfficePlay& w = *m_world;
        const QString stream = outgoingBookStream(interior, 2026, u"vb"_s);
        int sequence = 0;
        for (const int number : {1, 9, 2}) {
            const OfficeAct act = makeAct(u"H99.02/dung"_s, acts::NumberDrawn{.document = DocumentId::create(),
                                                                              .number = number,
                                                                              .notation = u"QĐ-SNV"_s,
                                                                              .date = QDate(2026, 11, 23),
                                                                              .subject = {}});
            exchange::Append append = *w.clerk.store().appendFor(act, {.stream = stream, .body = act.body});
            append.expectedSequence = ++sequence;
            append.participants = {u"H99.02"_s};
            QVERIFY(w.hub.append(append, u"H99.02/dung"_s, u"H99.02"_s));
        }
        const OfficeAct voiding = makeAct(u"H99.02/dung"_s, acts::EntryVoided{.number = 2, .reason = u"Cấp nhầm"_s});
        QVERIFY(w.clerk.sync());
        (void)must(w.clerk.store().record(voiding, {.stream = stream, .body = voiding.body}));
        const QList<BookEntry> entries = *w.clerk.store().books().entries(stream);
        QCOMPARE(entries.size(), 3);
        QVERIFY(entries.at(1).flagged);
        QVERIFY(!entries.at(2).flagged);
        QVERIFY(entries.at(2).voided);
        QCOMPARE(entries.at(2).voidReason, u"Cấp nhầm"_s);
        // A flagged line counts for nothing, a voided one keeps its number and says nothing of the date.
        QCOMPARE(*w.clerk.store().books().end(stream), (BookEnd{.next = 3, .latestDate = QDate(2026, 11, 23)}));
        QCOMPARE(*w.clerk.store().books().end(u"book/H99.02/2026-outgoing-cv"_s), BookEnd());
        QCOMPARE(w.clerk.store().books().year(u"H99.02"_s, 2026, false)->size(), 3);
        QCOMPARE(w.clerk.store().books().year(u"H99.02"_s, 2026, true)->size(), 0);
        everybodyRebuilds();
    }

    void aClosedBookTakesNothingMore() {
        OfficePlay& w = *m_world;
        const QString stream = outgoingBookStream(interior, 2026, u"vb"_s);
        const auto know = [&](qint64 version, const QString& login, const QString& role) {
            exchange::Directory directory;
            directory.version = version;
            directory.people << exchange::PersonEntry{
                .mailbox = u"H99.02/"_s + login, .login = login, .name = login, .role = role, .title = {}, .unit = {}};
            QVERIFY(w.clerk.store().directory().merge(directory, interior));
        };
        know(1, u"an"_s, u"officer"_s);
        know(2, u"dung"_s, u"clerk"_s);
        int sequence = 0;
        const auto write = [&](const ActBody& body, const QString& by = u"H99.02/dung"_s) {
            const OfficeAct act = makeAct(by, body);
            exchange::Append append = *w.clerk.store().appendFor(act, {.stream = stream, .body = act.body});
            append.expectedSequence = ++sequence;
            append.participants = {u"H99.02"_s};
            QVERIFY(w.hub.append(append, by, by.section(u'/', 0, 0)));
        };
        const auto draw = [&](int number) {
            write(acts::NumberDrawn{.document = DocumentId::create(),
                                    .number = number,
                                    .notation = u"QĐ-SNV"_s,
                                    .date = QDate(2026, 11, 23),
                                    .subject = {}});
        };
        draw(1);
        // Whoever keeps no books, or is of another office, says nothing in them, whatever their program writes.
        write(acts::BookClosed{.lastNumber = 1, .reason = u"phá"_s}, u"H99.02/an"_s);
        write(acts::EntryVoided{.number = 1, .reason = u"phá"_s}, u"H99.02/an"_s);
        write(acts::BookClosed{.lastNumber = 1, .reason = u"phá"_s}, u"H99.03/dung"_s);
        // Nor does a closing count that tells another last number.
        write(acts::BookClosed{.lastNumber = 7, .reason = u"nhầm"_s});
        QVERIFY(w.clerk.sync());
        QCOMPARE(w.clerk.store().books().end(stream)->closing, std::nullopt);
        QVERIFY(!w.clerk.store().books().entries(stream)->first().voided);
        draw(2);
        write(acts::EntryVoided{.number = 2, .reason = u"Cấp nhầm"_s});
        write(acts::BookClosed{.lastNumber = 2, .reason = u"Hết năm"_s});
        QVERIFY(w.clerk.sync());
        // Somebody's program goes on all the same: with the next number, or with what would be the first.
        draw(3);
        draw(1);
        write(acts::EntryVoided{.number = 1, .reason = u"Sau khi khóa"_s});
        write(acts::BookClosed{.lastNumber = 2, .reason = u"Lần nữa"_s});
        QVERIFY(w.clerk.sync());
        const QList<BookEntry> entries = *w.clerk.store().books().entries(stream);
        QCOMPARE(entries.size(), 4);
        QVERIFY(!entries.at(0).flagged && !entries.at(0).voided);
        QVERIFY(!entries.at(1).flagged && entries.at(1).voided);
        QVERIFY(entries.at(2).flagged && entries.at(3).flagged);
        const BookEnd end = *w.clerk.store().books().end(stream);
        QCOMPARE(end.next, 3);
        QVERIFY(end.closing);
        QCOMPARE(end.closing->reason, u"Hết năm"_s);
        QCOMPARE(end.closing->by, u"H99.02/dung"_s);
        const QList<BookOverview> books = *w.clerk.store().books().overview(u"H99.02"_s, 2026);
        QCOMPARE(books.size(), 1);
        QCOMPARE(books.first().lastNumber, 2);
        QCOMPARE(books.first().voided, 1);
        QCOMPARE(books.first().flagged, 2);
        everybodyRebuilds();
        QCOMPARE(*w.clerk.store().books().end(stream), end);
        // Who was a clerk then: what they said stays said.
        know(3, u"dung"_s, u"leader"_s);
        QVERIFY(w.clerk.store().rebuild());
        QCOMPARE(*w.clerk.store().books().end(stream), end);
    }

    void dossiersCollectUntilTheyAreClosed() {
        OfficePlay& w = *m_world;
        const DocumentId late = w.receive("muộn");
        const DocumentId first = w.receive("sớm");
        const DossierId id = DossierId::create();
        const auto record = [&](ActBody body) {
            return w.clerk.store().record({.stream = dossierStream(interior, id),
                                           .body = std::move(body),
                                           .participants = {u"H99.02"_s},
                                           .cites = {}});
        };
        QVERIFY(record(acts::DossierOpened{
            .dossier = id, .code = u"H99.02.2026.01"_s, .title = u"Chuyển đổi số"_s, .retention = u"06"_s}));
        QVERIFY(record(acts::DossierFiled{.dossier = id, .document = first}));
        QVERIFY(record(acts::DossierFiled{.dossier = id, .document = first}));
        QVERIFY(record(acts::DossierFiled{.dossier = id, .document = late}));
        QVERIFY(w.clerk.sync());
        // What somebody else says to the clerk alone, in a stream of their own, takes nothing out.
        (void)must(w.officer.store().record({.stream = u"dossier/H99.02/khac"_s,
                                             .body = acts::DossierUnfiled{.dossier = id, .document = first},
                                             .participants = {u"H99.02"_s, u"H99.02/dung"_s},
                                             .cites = {}}));
        QVERIFY(w.officer.sync());
        QVERIFY(w.clerk.sync());
        QVERIFY(w.clerk.store().messages().head(u"dossier/H99.02/khac"_s)->sequence == 1);
        QCOMPARE(w.clerk.store().dossiers().detail(id)->documents.size(), 2);
        QVERIFY(record(acts::DossierClosed{.dossier = id}));
        QVERIFY(record(acts::DossierFiled{.dossier = id, .document = DocumentId::create()}));
        const DossierDetail detail = *w.clerk.store().dossiers().detail(id);
        QVERIFY(detail.summary.isClosed());
        QCOMPARE(detail.summary.documents, 2);
        QCOMPARE(detail.documents.size(), 2);
        QCOMPARE(detail.documents.first().id, late);
        QCOMPARE(*w.clerk.store().dossiers().find(u"H99.02.2026.01"_s), id);
        QCOMPARE(*w.clerk.store().dossiers().find(id.text().left(8)), id);
        QCOMPARE(w.clerk.store().dossiers().find(u"nothing"_s).error().code, u"dossier-not-found"_s);
        QCOMPARE(w.clerk.store().documents().detail(first)->dossiers, QList<DossierId>{id});
        QCOMPARE(w.clerk.store().dossiers().list()->size(), 1);
        QVERIFY(w.clerk.sync());
        everybodyRebuilds();
    }

    void pinnedSealsAreKnown() {
        OfficePlay& w = *m_world;
        (void)must(w.clerk.store().record({.stream = sealStream(interior),
                                           .body = acts::SealPinned{.organ = finance,
                                                                    .certificateSha256 = QByteArray(64, 'f'),
                                                                    .certificateName = u"SỞ TÀI CHÍNH"_s},
                                           .participants = {u"H99.02"_s},
                                           .cites = {}}));
        const QList<PinnedSeal> seals = *w.clerk.store().verdicts().pinnedSeals(finance);
        QCOMPARE(seals.size(), 1);
        QCOMPARE(seals.first().certificateSha256, QByteArray(64, 'f'));
        QCOMPARE(w.clerk.store().verdicts().pinnedSeals(interior)->size(), 0);
        QVERIFY(w.clerk.sync());
        everybodyRebuilds();
    }

    /// The same messages in another order of arrival, and with a copy of each, give the same tables.
    void theOrderOfArrivalLeavesNoMark() {
        OfficePlay& w = *m_world;
        w.issue();
        const DocumentId second = w.issue();
        w.statusFrom(finance, u"03"_s, {.organ = interior, .packetDocumentId = u"id "_s + second.text()});
        const DocumentId incoming =
            w.receive("bốn", DocumentReference{.organ = interior, .packetDocumentId = u"id "_s + second.text()});
        w.registerIncoming(incoming, 1);
        QVERIFY(w.clerk.sync());
        const QStringList expected = world::derivedRows(w.clerk.store());
        QVERIFY(expected.size() > 20);

        QRandomGenerator random(20261123);
        for (int round = 0; round < 12; ++round) {
            world::Desk fresh(w.hub, w.packets, personOf(interior, u"dung"_s, Role::Clerk), {});
            QHash<QString, QList<exchange::Message>> streams;
            for (const exchange::Message& message : w.hub.all()) {
                streams[message.header.stream].append(message);
                for (const QByteArray& cited : message.cites) {
                    QVERIFY(fresh.store().putContent(w.hub.contents.value(cited)));
                }
            }
            while (!streams.isEmpty()) {
                QStringList names = streams.keys();
                std::ranges::sort(names);
                const QString name = names.at(random.bounded(names.size()));
                const exchange::Message message = streams[name].takeFirst();
                QVERIFY(fresh.sink().accept(message));
                QVERIFY(fresh.sink().accept(message));
                if (streams.value(name).isEmpty()) {
                    streams.remove(name);
                }
            }
            QCOMPARE(world::derivedRows(fresh.store()), expected);
            QVERIFY(fresh.store().rebuild());
            QCOMPARE(world::derivedRows(fresh.store()), expected);
        }
    }

    void aMessageThatSaysNothingIsKept() {
        OfficePlay& w = *m_world;
        exchange::Append append;
        append.stream = u"case/H99.02/x"_s;
        append.expectedSequence = 1;
        append.kind = u"office"_s;
        append.messageId = DocumentId::create().text();
        append.payload = "<act xmlns='urn:congvan:office:2'/>";
        append.participants = {u"H99.02"_s};
        QVERIFY(w.hub.append(append, u"H99.02/dung"_s, u"H99.02"_s));
        QVERIFY(w.clerk.sync());
        QCOMPARE(*w.clerk.store().messages().count(), 1);
        QCOMPARE(w.clerk.store().messages().stream(append.stream)->first().payload, append.payload);
    }

    void searchFindsWithoutDiacritics() {
        OfficePlay& w = *m_world;
        const DocumentId id = w.receive("năm");
        for (const QString& text : {u"de nghi"_s, u"ĐỀ NGHỊ"_s, u"34e31"_s, u"stc"_s, u"tai chinh de"_s}) {
            const auto found = search(w.clerk, text);
            QCOMPARE(found->size(), 1);
            QCOMPARE(found->first().id, id);
        }
        for (const QString& text : {u"nghi*\" OR \"x"_s, u"kho bac"_s}) {
            const auto found = search(w.clerk, text);
            QVERIFY2(found.has_value(), qPrintable(text));
            QCOMPARE(found->size(), 0);
        }
        QCOMPARE(listed(w.clerk, Folder::ToAccept), 1);
        QCOMPARE(search(w.clerk, u"bao cao"_s, Folder::ToAccept)->size(), 1);
        QCOMPARE(search(w.clerk, u"khac"_s, Folder::ToAccept)->size(), 0);
        QCOMPARE(*w.clerk.store().documents().find(id.text().left(6)), id);
        QCOMPARE(*w.clerk.store().documents().find(u"34E31/STC-NS"_s), id);
        QCOMPARE(w.clerk.store().documents().find(u"zz"_s).error().code, u"document-not-found"_s);
        w.receive("sáu");
        QCOMPARE(w.clerk.store().documents().find(u"34E31/STC-NS"_s).error().code, u"document-ambiguous"_s);
    }

private:
    static qsizetype listed(world::Desk& desk, Folder folder, const QDate& today = QDate(2026, 11, 23)) {
        const auto page = desk.store().documents().page({.folder = folder}, today, 0);
        const auto counts = desk.store().documents().counts(today);
        if (page->rows.size() != counts->of(folder)) {
            return -1;
        }
        return page->rows.size();
    }

    static std::optional<QList<DocumentSummary>> search(world::Desk& desk, const QString& words,
                                                        std::optional<Folder> folder = {}) {
        const auto page = desk.store().documents().page({.words = words, .folder = folder}, QDate(2026, 11, 23), 0);
        return page ? std::optional(page->rows) : std::nullopt;
    }

    void everybodyRebuilds() {
        for (world::Desk* desk : {&m_world->officer, &m_world->leader, &m_world->clerk}) {
            const QStringList before = world::derivedRows(desk->store());
            QVERIFY(desk->store().rebuild());
            QCOMPARE(world::derivedRows(desk->store()), before);
        }
    }

    std::unique_ptr<OfficePlay> m_world;
};

QTEST_GUILESS_MAIN(TestProjection)
#include "test_projection.moc"
