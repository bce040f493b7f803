// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/comment.h"
#include "app/domain/streams.h"
#include "docsig/keys/cryptoruntime.h"
#include "tests/support/congvanctl.h"
#include "tests/world/office/officeworld.h"

#include <QFile>
#include <QGuiApplication>
#include <QJsonArray>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace app;
using world::codeOf;
using world::OfficeWorld;

namespace {

DocumentDetail seenAt(OfficeSession& desk, const DocumentId& id) {
    const auto detail = desk.queryDocuments().detail(id);
    if (!detail) {
        qFatal("%s %s", qPrintable(detail.error().code), qPrintable(detail.error().detail));
    }
    return *detail;
}

QString listAt(OfficeSession& desk, const DocumentId& id) {
    const auto detail = desk.queryDocuments().detail(id);
    return detail ? folderKey(detail->summary.folder) : detail.error().code;
}

QStringList wordsAt(OfficeSession& desk, const DocumentId& id) {
    QStringList words;
    for (const Comment& comment : seenAt(desk, id).comments) {
        words << comment.text;
    }
    return words;
}

} // namespace

/// What people say to each other about a document, and whom it brings to their desks, over a real hub.
class TestConversation : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_world = std::make_unique<OfficeWorld>(); }
    void cleanupTestCase() { m_world.reset(); }

    void aMentionBringsTheDocument();
    void filesGoWithAComment();
    void whoIsNamedHasNoSayOverTheWork();
    void theSameIsReadAtEveryDesk();
    void wordsAreChecked();
    void whatBreaksTheRulesCountsNowhere();
    void whoIsSlippedIntoACaseHasNoSay();
    void anotherStreamMovesNothing();
    void aDocumentOfOursIsTalkedAbout();
    void aDocumentThatRestsTakesNone();
    void theCommandLineSaysIt();

private:
    OfficeSession& clerk() { return m_world->clerk(OfficeWorld::finance); }
    OfficeSession& leader() { return m_world->leader(OfficeWorld::finance); }
    OfficeSession& officer() { return m_world->officer(OfficeWorld::finance); }
    QString mailbox(Role role) { return m_world->demo().profile(OfficeWorld::finance, role).person.mailbox(); }
    void carry(OfficeSession& from, OfficeSession& to) { CONGVAN_VERIFY(m_world->carry(from, {&to})); }
    /// A document that the clerk of the receiving office accepted.
    DocumentId accepted(DocumentId* sent = nullptr) {
        const auto packet = m_world->sendOne(sent);
        if (!packet || !m_world->sync(clerk())) {
            qFatal("the document was not sent");
        }
        const DocumentId id = documentOfPacket(*packet);
        if (!clerk().acceptIncoming().accept(id, {.date = {}, .dueDate = {}, .note = {}, .withoutVerdict = true})) {
            qFatal("the document was not accepted");
        }
        return id;
    }
    /// Past every check of ours, into a stream of the office.
    void append(Role role, const QString& stream, const ActBody& body, const QStringList& joining = {}) {
        CONGVAN_VERIFY(m_world->append(mailbox(role), stream, body, joining));
    }
    QString caseOf(const DocumentId& id) { return caseStream(clerk().agency().id, id); }

    std::unique_ptr<OfficeWorld> m_world;
};

void TestConversation::filesGoWithAComment() {
    const DocumentId id = accepted();
    const QString table = m_world->path(u"bảng kê.xlsx"_s);
    const QString empty = m_world->path(u"rỗng.txt"_s);
    QVERIFY(congvanctl::put(table, "a table of numbers"));
    QVERIFY(congvanctl::put(empty, ""));
    CommentDocument& use = clerk().commentDocument();
    QCOMPARE(codeOf(use.comment(id, u"x"_s, {}, {empty})), u"shared-file-empty"_s);
    QCOMPARE(codeOf(use.comment(id, u"x"_s, {}, QStringList(11, table))), u"comment-files-too-many"_s);
    QVERIFY(!use.comment(id, u"x"_s, {}, {m_world->path(u"không có"_s)}));
    QVERIFY(seenAt(clerk(), id).comments.isEmpty());
    CONGVAN_VERIFY(use.comment(id, u"Nhờ @chuyenvien đối chiếu bảng kê"_s, {}, {table}));
    carry(clerk(), officer());
    const DocumentDetail told = seenAt(officer(), id);
    QCOMPARE(told.comments.first().files.size(), 1);
    const CommentFile file = told.comments.first().files.first();
    QCOMPARE(file.name, u"bảng kê.xlsx"_s);
    QCOMPARE(file.size, 18);
    // The bytes came with it, and leave the store with a line in the log.
    const QString copy = m_world->path(u"bản sao.xlsx"_s);
    CONGVAN_VERIFY(officer().documentFiles().save(id, file.sha256, copy));
    QFile kept(copy);
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), QByteArray("a table of numbers"));
    QVERIFY(officer().auditLog().lines(1, 100, id.text())->last().detail.contains(u"bảng kê.xlsx"_s));
    QCOMPARE(officer().documentFiles().at(id, int(told.contents.size()) + 1)->sha256, file.sha256);
    // Who takes no part has none of it, and who took it back offers it no more.
    CONGVAN_VERIFY(m_world->sync(leader()));
    QVERIFY(!leader().documentFiles().open(id, file.sha256));
    CONGVAN_VERIFY(clerk().undoAct().undo(id));
    carry(clerk(), officer());
    QVERIFY(seenAt(officer(), id).comments.first().files.isEmpty());
    QCOMPARE(codeOf(officer().documentFiles().open(id, file.sha256)), u"document-file-unknown"_s);
}

void TestConversation::aMentionBringsTheDocument() {
    const DocumentId id = accepted();
    CONGVAN_VERIFY(m_world->sync(officer()));
    QCOMPARE(listAt(officer(), id), u"document-not-found"_s);
    CONGVAN_VERIFY(clerk().commentDocument().comment(id, u"Nhờ @chuyenvien cho ý kiến"_s));
    QVERIFY(seenAt(clerk(), id).comments.first().isPending);
    QCOMPARE(listAt(clerk(), id), u"to-handle"_s); // to name somebody is not to say who deals with it
    carry(clerk(), officer());
    QVERIFY(!seenAt(clerk(), id).comments.first().isPending);

    const DocumentDetail told = seenAt(officer(), id);
    QCOMPARE(listAt(officer(), id), u"to-handle"_s);
    QCOMPARE(told.summary.arrivalNumber, seenAt(clerk(), id).summary.arrivalNumber);
    CONGVAN_VERIFY(officer().queryDocuments().mainPdf(id)); // the document itself came
    QCOMPARE(int(told.work.first().cause), int(WorkCause::Mentioned));
    // It waits to be read until it was looked at.
    QVERIFY(told.summary.mentioned);
    QCOMPARE(*officer().queryDocuments().unreadMentions(), QList{id});
    QVERIFY(officer().queryDocuments().list(Folder::ToHandle)->first().mentioned);
    QVERIFY(clerk().queryDocuments().unreadMentions()->isEmpty());
    CONGVAN_VERIFY(officer().queryDocuments().markRead(id));
    QVERIFY(officer().queryDocuments().unreadMentions()->isEmpty());
    QVERIFY(!seenAt(officer(), id).summary.mentioned);
    CONGVAN_VERIFY(officer().commentDocument().comment(id, u"Đã xem"_s));
    carry(officer(), clerk());
    QCOMPARE(wordsAt(clerk(), id), QStringList({u"Nhờ @chuyenvien cho ý kiến"_s, u"Đã xem"_s}));
    // The next one waits again.
    CONGVAN_VERIFY(clerk().commentDocument().comment(id, u"Cảm ơn"_s, {u"chuyenvien"_s}));
    carry(clerk(), officer());
    QVERIFY(seenAt(officer(), id).summary.mentioned);
}

void TestConversation::whoIsNamedHasNoSayOverTheWork() {
    const DocumentId id = accepted();
    CONGVAN_VERIFY(clerk().commentDocument().comment(id, u"@chuyenvien"_s));
    carry(clerk(), officer());
    const Actions can = seenAt(officer(), id).actions;
    QVERIFY(can.canComment && !can.canDirect && !can.canReply && !can.canGiveBackWork);
    QCOMPARE(codeOf(officer().directDocument().direct(id, {.shares = {{.to = mailbox(Role::Officer)}}})),
             u"action-not-allowed"_s);
    // What they end is that they were told.
    CONGVAN_VERIFY(officer().handleIncoming().finish(id));
    QCOMPARE(listAt(officer(), id), u"done"_s);
    carry(officer(), clerk());
    QCOMPARE(stateKey(seenAt(clerk(), id).summary.state), u"registered"_s);
    // A clerk who is named still speaks for the desk.
    CONGVAN_VERIFY(officer().commentDocument().comment(id, u"@vanthu trình lãnh đạo"_s));
    carry(officer(), clerk());
    QVERIFY(seenAt(clerk(), id).summary.mentioned);
    QVERIFY(seenAt(clerk(), id).actions.canDirect);
    CONGVAN_VERIFY(clerk().directDocument().present(id, mailbox(Role::Leader)));
    carry(clerk(), leader());
    QCOMPARE(listAt(leader(), id), u"to-direct"_s);
}

void TestConversation::theSameIsReadAtEveryDesk() {
    const DocumentId id = accepted();
    CONGVAN_VERIFY(clerk().commentDocument().comment(id, u"Một"_s));
    CONGVAN_VERIFY(clerk().directDocument().present(id, mailbox(Role::Leader)));
    carry(clerk(), leader());
    QCOMPARE(wordsAt(leader(), id), QStringList{u"Một"_s}); // what was said before they came
    CONGVAN_VERIFY(leader().commentDocument().comment(id, u"Hai @chuyenvien"_s));
    const QDateTime before = seenAt(clerk(), id).summary.time;
    carry(leader(), officer());
    CONGVAN_VERIFY(m_world->sync(clerk()));
    for (OfficeSession* desk : {&leader(), &officer()}) {
        QCOMPARE(seenAt(*desk, id).comments, seenAt(clerk(), id).comments);
        QCOMPARE(seenAt(*desk, id).work, seenAt(clerk(), id).work);
    }
    QCOMPARE(seenAt(clerk(), id).summary.time, before); // talk moves nothing on
    QCOMPARE(seenAt(clerk(), id).history.last().kind, u"commented"_s);
}

void TestConversation::wordsAreChecked() {
    const DocumentId id = accepted();
    CommentDocument& use = clerk().commentDocument();
    QCOMPARE(codeOf(use.comment(id, u" \n\u200B "_s)), u"comment-missing"_s);
    QCOMPARE(codeOf(use.comment(id, QString(4001, u'x'))), u"comment-too-long"_s);
    QCOMPARE(codeOf(use.comment(id, u"Nhờ @khongco xem"_s)), u"mention-unknown"_s);
    QCOMPARE(codeOf(use.comment(id, u"x"_s, {u"H99.02/lanhdao"_s})), u"mention-unknown"_s); // of another office
    QCOMPARE(codeOf(use.comment(DocumentId::create(), u"x"_s)), u"document-not-found"_s);
    QVERIFY(seenAt(clerk(), id).comments.isEmpty());
    CONGVAN_VERIFY(use.comment(id, QString(4000, u'x')));
    CONGVAN_VERIFY(use.comment(id, u"x\u202Ey"_s, {mailbox(Role::Officer), u"chuyenvien"_s, u"vanthu"_s}));
    const Comment last = seenAt(clerk(), id).comments.last();
    QCOMPARE(last.text, u"xy"_s);
    QCOMPARE(last.mentions, QStringList{mailbox(Role::Officer)}); // once, and not whoever says it
    // Before it is registered there is no case.
    const auto packet = m_world->sendOne();
    CONGVAN_VERIFY(packet);
    CONGVAN_VERIFY(m_world->sync(clerk()));
    QCOMPARE(codeOf(use.comment(documentOfPacket(*packet), u"x"_s)), u"action-not-allowed"_s);
}

void TestConversation::whatBreaksTheRulesCountsNowhere() {
    const DocumentId id = accepted();
    CONGVAN_VERIFY(clerk().commentDocument().comment(id, u"Nhờ @chuyenvien"_s));
    carry(clerk(), officer());
    QStringList many;
    for (int number = 0; number < 21; ++number) {
        many << clerk().agency().id.text() + u"/nguoi%1"_s.arg(number);
    }
    const auto said = [&](const QString& text, const QStringList& mentions = {}) {
        append(Role::Officer, caseOf(id),
               acts::Commented{.document = id, .text = text, .mentions = mentions, .given = {}, .as = {}});
    };
    said(QString(4001, u'x'));
    said(u"\u200B\u202E"_s);
    said(u"quá nhiều"_s, many);
    said(u"đo\u202Eạn"_s, {u"H99.02/lanhdao"_s, u"khong phai hop thu"_s, mailbox(Role::Leader)});
    CONGVAN_VERIFY(m_world->sync(clerk()));
    QCOMPARE(wordsAt(clerk(), id), QStringList({u"Nhờ @chuyenvien"_s, u"đoạn"_s}));
    QCOMPARE(seenAt(clerk(), id).comments.last().mentions, QStringList{mailbox(Role::Leader)});
    // To name somebody without bringing them in gives them nothing.
    QCOMPARE(seenAt(clerk(), id).work.size(), 1);
}

void TestConversation::whoIsSlippedIntoACaseHasNoSay() {
    const DocumentId id = accepted();
    CONGVAN_VERIFY(clerk().commentDocument().comment(id, u"Nhờ @chuyenvien"_s));
    carry(clerk(), officer());
    append(Role::Officer, caseOf(id),
           acts::Commented{.document = id, .text = u"x"_s, .mentions = {}, .given = {}, .as = {}},
           {mailbox(Role::Leader)});
    append(Role::Leader, caseOf(id), acts::Finished{.document = id, .note = u"xong"_s});
    CONGVAN_VERIFY(m_world->sync(clerk()));
    QCOMPARE(stateKey(seenAt(clerk(), id).summary.state), u"registered"_s);
    QVERIFY(seenAt(clerk(), id).actions.canDirect);
}

void TestConversation::anotherStreamMovesNothing() {
    const DocumentId id = accepted();
    const QString stream = caseOf(DocumentId::create());
    const QStringList office{clerk().agency().id.mailbox()};
    append(Role::Officer, stream,
           acts::Commented{.document = id, .text = u"lạ"_s, .mentions = {}, .given = {}, .as = {}}, office);
    append(Role::Officer, stream, acts::Assigned{.document = id, .to = mailbox(Role::Officer)}, office);
    append(Role::Officer, stream, acts::Finished{.document = id, .note = u"xong"_s}, office);
    CONGVAN_VERIFY(m_world->sync(clerk()));
    const DocumentDetail seen = seenAt(clerk(), id);
    QVERIFY(seen.comments.isEmpty() && seen.work.isEmpty());
    QCOMPARE(stateKey(seen.summary.state), u"registered"_s);
}

void TestConversation::aDocumentOfOursIsTalkedAbout() {
    OfficeSession& author = m_world->officer();
    const auto draft = m_world->draft();
    CONGVAN_VERIFY(draft);
    QCOMPARE(codeOf(author.commentDocument().comment(*draft, u"x"_s)), u"action-not-allowed"_s); // on one desk alone
    CONGVAN_VERIFY(m_world->submit(*draft));
    CONGVAN_VERIFY(author.commentDocument().comment(*draft, u"Kính trình, nhờ @vanthu soát thể thức"_s));
    CONGVAN_VERIFY(m_world->sync(author));
    CONGVAN_VERIFY(m_world->sync(m_world->leader()));
    CONGVAN_VERIFY(m_world->sync(m_world->clerk()));
    QCOMPARE(wordsAt(m_world->leader(), *draft).size(), 1);
    QVERIFY(seenAt(m_world->clerk(), *draft).summary.mentioned);
    QVERIFY(seenAt(m_world->leader(), *draft).actions.canSign);
    QVERIFY(seenAt(m_world->leader(), *draft).work.isEmpty());
}

void TestConversation::aDocumentThatRestsTakesNone() {
    DocumentId sent = DocumentId::create();
    const DocumentId id = accepted(&sent);
    CONGVAN_VERIFY(clerk().commentDocument().comment(id, u"Nhờ @chuyenvien"_s));
    carry(clerk(), officer());
    CONGVAN_VERIFY(m_world->clerk().recallDocument().recall(sent, u"Sai căn cứ"_s));
    carry(m_world->clerk(), clerk());
    QCOMPARE(codeOf(clerk().commentDocument().comment(id, u"x"_s)), u"action-not-allowed"_s);
    CONGVAN_VERIFY(clerk().answerRecall().agree(id));
    carry(clerk(), officer());
    QCOMPARE(codeOf(officer().commentDocument().comment(id, u"x"_s)), u"action-not-allowed"_s);
    append(Role::Officer, caseOf(id),
           acts::Commented{.document = id, .text = u"vẫn nói"_s, .mentions = {}, .given = {}, .as = {}});
    CONGVAN_VERIFY(m_world->sync(clerk()));
    CONGVAN_VERIFY(m_world->sync(officer()));
    QCOMPARE(wordsAt(clerk(), id).size(), 1);
    QCOMPARE(wordsAt(officer(), id).size(), 1);
}

void TestConversation::theCommandLineSaysIt() {
    const DocumentId id = accepted();
    const auto of = [this](Role role) {
        return QStringList{u"--profile"_s, m_world->demo().profile(OfficeWorld::finance, role).folder, u"--json"_s};
    };
    for (const Role role : {Role::Clerk, Role::Leader, Role::Officer}) {
        m_world->close(OfficeWorld::finance, role);
    }
    const QStringList comment{u"comment"_s, id.text()};
    QCOMPARE(congvanctl::run({u"comment"_s, u"--help"_s}).exitCode, 0);
    QCOMPARE(congvanctl::run(comment + of(Role::Clerk)).exitCode, 64);
    QCOMPARE(congvanctl::run(comment + QStringList{u"--text"_s, u"x"_s, u"--mention"_s, u"khongco"_s} + of(Role::Clerk))
                 .exitCode,
             64);
    const auto said = congvanctl::run(
        comment +
        QStringList{u"--text"_s, u"Xem giúp"_s, u"--mention"_s, u"chuyenvien"_s, u"--mention"_s, u"lanhdao"_s} +
        of(Role::Clerk));
    QVERIFY2(said.exitCode == 0, qPrintable(said.err));
    QCOMPARE(congvanctl::run(QStringList{u"sync"_s} + of(Role::Clerk)).exitCode, 0);
    QCOMPARE(congvanctl::run(QStringList{u"sync"_s} + of(Role::Officer)).exitCode, 0);
    const auto shown = congvanctl::run(QStringList{u"show"_s, id.text()} + of(Role::Officer)).json();
    const QJsonObject only = shown[u"comments"_s].toArray().first().toObject();
    QCOMPARE(only[u"text"_s].toString(), u"Xem giúp"_s);
    QCOMPARE(only[u"mentions"_s].toArray().size(), 2);
    QVERIFY(shown[u"mentioned"_s].toBool());
}

int main(int argc, char** argv) {
    const QGuiApplication application(argc, argv);
    const docsig::CryptoRuntime runtime;
    TestConversation test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_conversation.moc"
