// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/streams.h"
#include "app/store/officestore.h"
#include "fakehub.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace app;

inline const OrganId interior = *OrganId::parse(u"H99.02");
inline const OrganId finance = *OrganId::parse(u"H99.03");

/// The value, or the end of the program with the error's code.
template <typename T>
T must(Result<T> result) {
    if (!result) {
        qFatal("%s: %s", qPrintable(result.error().code), qPrintable(result.error().detail));
    }
    if constexpr (!std::is_void_v<T>) {
        return std::move(*result);
    }
}

inline Person personOf(const OrganId& organ, const QString& login, Role role) {
    return {.organ = organ, .login = login, .name = login, .role = role};
}

/// An office whose people play the flow of documents over a fake hub: an officer, a leader and a clerk, each with a
/// store of their own.
struct OfficePlay {
    world::FakeHub hub;
    QHash<QByteArray, PacketFacts> packets;
    world::Desk officer{hub, packets, personOf(interior, u"an"_s, Role::Officer), {u"H99.02/an"_s}};
    world::Desk leader{hub, packets, personOf(interior, u"binh"_s, Role::Leader), {u"H99.02/binh"_s}};
    world::Desk clerk{hub, packets, personOf(interior, u"dung"_s, Role::Clerk), {u"H99.02/dung"_s, u"H99.02"_s}};

    QStringList everybody() const { return {u"H99.02/an"_s, u"H99.02/binh"_s, u"H99.02/dung"_s}; }

    Deed deed(const DocumentId& id, ActBody body, QList<QByteArray> cites = {}) const {
        return {.stream = caseStream(interior, id),
                .body = std::move(body),
                .participants = everybody(),
                .cites = std::move(cites)};
    }

    QByteArray content(world::Desk& desk, const QByteArray& bytes) { return *desk.store().putContent(bytes); }

    acts::Submitted submitted(const DocumentId& id, const QByteArray& pdf) const {
        acts::Submitted act{.document = id};
        act.kind = DocumentKind::QuyetDinh;
        act.subject = u"Về việc thành lập Tổ công tác"_s;
        act.notation = u"QĐ-SNV"_s;
        act.organName = u"SỞ NỘI VỤ"_s;
        act.signer = {
            .competence = {}, .position = u"GIÁM ĐỐC"_s, .fullName = u"Trần Văn Bình"_s, .mailbox = u"H99.02/binh"_s};
        act.receivers = {{.id = finance, .name = u"Sở Tài chính"_s}};
        act.pdfSha256 = pdf;
        act.pdfName = u"quyết định.pdf"_s;
        act.places.seal = {.page = 0, .rect = QRectF(1, 2, 3, 4)};
        return act;
    }

    void submit(const DocumentId& id) {
        const QByteArray pdf = content(officer, "pdf " + id.text().toLatin1());
        (void)must(officer.store().record(deed(id, submitted(id, pdf), {pdf})));
        QVERIFY(officer.sync());
    }

    void sign(const DocumentId& id) {
        QVERIFY(leader.sync());
        const QByteArray pdf = content(leader, "signed " + id.text().toLatin1());
        (void)must(leader.store().record(
            deed(id, acts::Signed{.document = id, .pdfSha256 = pdf, .signerName = u"Trần Văn Bình"_s}, {pdf})));
        QVERIFY(leader.sync());
    }

    /// Draws at the hub, as a clerk's desk does: the number is a function of the prefix that it has just read.
    int draw(world::Desk& desk, const DocumentId& id) {
        const QString stream = outgoingBookStream(interior, 2026, u"vb"_s);
        for (;;) {
            const int number = desk.store().books().end(stream)->next;
            const Deed deed{.stream = stream,
                            .body = acts::NumberDrawn{.document = id,
                                                      .number = number,
                                                      .notation = u"QĐ-SNV"_s,
                                                      .date = QDate(2026, 11, 23),
                                                      .subject = {}},
                            .participants = {u"H99.02"_s},
                            .cites = {}};
            const OfficeAct act = makeAct(desk.store().owner().mailbox(), deed.body);
            const exchange::Append append = *desk.store().appendFor(act, deed);
            const auto receipt = hub.append(append, act.by, interior.text());
            if (receipt) {
                exchange::Message message;
                message.header = receipt->header;
                message.payload = append.payload;
                message.participants = append.participants;
                if (!desk.store().accept(message)) {
                    qFatal("the drawn number is not stored");
                }
                return number;
            }
            const auto head = desk.store().messages().head(stream);
            for (const exchange::Message& message : hub.messages(stream, head->sequence + 1)) {
                if (!desk.store().accept(message)) {
                    qFatal("the tail is not stored");
                }
            }
        }
    }

    void number(const DocumentId& id) {
        QVERIFY(clerk.sync());
        const int drawn = draw(clerk, id);
        const QByteArray pdf = content(clerk, "numbered " + id.text().toLatin1());
        (void)must(clerk.store().record(deed(id,
                                             acts::NumberAssigned{.document = id,
                                                                  .number = drawn,
                                                                  .notation = u"QĐ-SNV"_s,
                                                                  .date = QDate(2026, 11, 23),
                                                                  .pdfSha256 = pdf},
                                             {pdf})));
    }

    void seal(const DocumentId& id) {
        const QByteArray pdf = content(clerk, "sealed " + id.text().toLatin1());
        (void)must(clerk.store().record(
            deed(id, acts::Sealed{.document = id, .pdfSha256 = pdf, .sealName = u"SỞ NỘI VỤ"_s}, {pdf})));
    }

    QByteArray send(const DocumentId& id, std::optional<DocumentId> answers = {}) {
        const QByteArray packet = content(clerk, "packet " + id.text().toLatin1());
        const auto sent = clerk.store().together([&]() -> Result<OfficeAct> {
            if (const Result<void> planned = clerk.store().outbox().planPacket(packet, u"edoc"_s); !planned) {
                return std::unexpected(planned.error());
            }
            return clerk.store().record(deed(id, acts::Sent{.document = id,
                                                            .packetSha256 = packet,
                                                            .packetDocumentId = u"id "_s + id.text(),
                                                            .receivers = {{.id = finance, .name = u"Sở Tài chính"_s}},
                                                            .answers = answers}));
        });
        [&] { QVERIFY(sent.has_value()); }();
        return packet;
    }

    DocumentId issue() {
        const DocumentId id = DocumentId::create();
        submit(id);
        sign(id);
        number(id);
        seal(id);
        send(id);
        [&] { QVERIFY(clerk.sync()); }();
        return id;
    }

    QByteArray statusFrom(const OrganId& from, const QString& code, const DocumentReference& about,
                          const QString& claimed = {}) {
        const QByteArray packet = "status " + code.toLatin1() + DocumentId::create().text().toLatin1();
        PacketFacts facts;
        facts.kind = PacketFacts::Kind::Status;
        facts.from = {.id = claimed.isEmpty() ? from : *OrganId::parse(claimed), .name = u"Sở Tài chính"_s};
        facts.about = about;
        facts.statusCode = code;
        facts.statusText = u"lý do "_s + code;
        packets.insert(exchange::sha256Hex(packet), facts);
        hub.sendPacket(packet, u"status"_s, from.text(), {u"H99.02"_s});
        return exchange::sha256Hex(packet);
    }

    DocumentId receive(const QByteArray& name, std::optional<DocumentReference> responseFor = {},
                       const QList<ContentRef>& contents = {}) {
        PacketFacts facts;
        facts.kind = PacketFacts::Kind::Document;
        facts.from = {.id = finance, .name = u"Sở Tài chính tỉnh Mẫu"_s};
        facts.receivers = {{.id = interior, .name = u"Sở Nội vụ"_s}};
        facts.packetDocumentId = u"incoming "_s + QString::fromUtf8(name);
        facts.number = u"34E31"_s;
        facts.notation = u"STC-NS"_s;
        facts.date = QDate(2026, 11, 20);
        facts.kindName = u"Công văn"_s;
        facts.subject = u"Đề nghị báo cáo "_s + QString::fromUtf8(name);
        facts.dueDate = QDate(2026, 11, 30);
        facts.urgency = Urgency::Urgent;
        facts.contents = contents;
        if (responseFor) {
            facts.responseFor = {*responseFor};
        }
        const QByteArray sha256 = exchange::sha256Hex(name);
        packets.insert(sha256, facts);
        hub.sendPacket(name, u"edoc"_s, finance.text(), {u"H99.02"_s});
        [&] { QVERIFY(clerk.sync()); }();
        return documentOfPacket(sha256);
    }

    void registerIncoming(const DocumentId& id, int arrival) {
        (void)must(clerk.store().record({.stream = incomingBookStream(interior, 2026),
                                         .body = acts::Registered{.document = id,
                                                                  .packetSha256 = QByteArray(64, 'a'),
                                                                  .number = arrival,
                                                                  .date = QDate(2026, 11, 24),
                                                                  .documentNumber = u"34E31/STC-NS"_s,
                                                                  .sender = u"Sở Tài chính"_s,
                                                                  .subject = u"Đề nghị"_s,
                                                                  .dueDate = {},
                                                                  .note = {}},
                                         .participants = {u"H99.02"_s},
                                         .cites = {}}));
    }
};
