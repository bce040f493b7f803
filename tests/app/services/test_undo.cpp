// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/streams.h"
#include "app/store/database.h"
#include "app/store/transaction.h"
#include "docsig/keys/cryptoruntime.h"
#include "tests/support/congvanctl.h"
#include "tests/world/office/officeworld.h"

#include <QGuiApplication>
#include <QJsonArray>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace app;
using world::codeOf;
using world::OfficeWorld;

namespace {

DocumentDetail seenBy(OfficeSession& desk, const DocumentId& id) {
    const auto detail = desk.queryDocuments().detail(id);
    if (!detail) {
        qFatal("%s %s", qPrintable(detail.error().code), qPrintable(detail.error().detail));
    }
    return *detail;
}

QStringList kindsIn(const DocumentDetail& document) {
    QStringList kinds;
    for (const HistoryLine& line : document.history) {
        kinds << line.kind;
    }
    return kinds;
}

UndoOffer::Way newestWay(OfficeSession& desk, const DocumentId& id) {
    const auto offers = desk.undoAct().list(id);
    return offers && !offers->isEmpty() ? offers->first().way : UndoOffer::Way::None;
}

} // namespace

/// What somebody did is undone, or the program says what can be done instead; over a real hub.
class TestUndo : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_world = std::make_unique<OfficeWorld>(); }
    void cleanupTestCase() { m_world.reset(); }

    void whatWaitsIsTakenOutOfTheOutbox();
    void whatWasQueuedBehindMovesUp();
    void aDirectiveIsRecalledByADeed();
    void nothingIsRecalledThatSomebodyActedOn();
    void aCommentIsWithdrawn();
    void nobodyTakesBackWhatAnotherDid();
    void aDocumentLeavesADossierAgain();
    void aSubmissionIsTakenBackBeforeItIsSigned();
    void whatStaysSaysWhatToDoInstead();
    void theSameIsDerivedAnew();
    void theCommandLineDoesIt();

private:
    OfficeSession& clerk() { return m_world->clerk(OfficeWorld::finance); }
    OfficeSession& leader() { return m_world->leader(OfficeWorld::finance); }
    OfficeSession& officer() { return m_world->officer(OfficeWorld::finance); }
    QString mailbox(Role role) { return m_world->demo().profile(OfficeWorld::finance, role).person.mailbox(); }
    void carry(OfficeSession& from, OfficeSession& to) { CONGVAN_VERIFY(m_world->carry(from, {&to})); }
    DocumentId accepted() {
        const auto packet = m_world->sendOne();
        if (!packet || !m_world->sync(clerk())) {
            qFatal("the document was not sent");
        }
        const DocumentId id = documentOfPacket(*packet);
        if (!clerk().acceptIncoming().accept(id, {.date = {}, .dueDate = {}, .note = {}, .withoutVerdict = true})) {
            qFatal("the document was not accepted");
        }
        if (!m_world->sync(clerk())) {
            qFatal("the acceptance was not sent");
        }
        return id;
    }
    Directive toOfficer() { return {.words = u"Giao xử lý"_s, .shares = {{.to = mailbox(Role::Officer)}}}; }
    QString caseOf(const DocumentId& id) { return caseStream(clerk().agency().id, id); }
    qsizetype linesOf(const QString& stream) {
        const auto lines = m_world->hub().client(mailbox(Role::Clerk))->messages(stream, 1, 1000);
        return lines ? lines->size() : 0; // nobody wrote into it yet
    }

    std::unique_ptr<OfficeWorld> m_world;
};

void TestUndo::whatWaitsIsTakenOutOfTheOutbox() {
    const DocumentId id = accepted();
    const qsizetype before = linesOf(caseOf(id));
    const DocumentDetail untouched = seenBy(clerk(), id);
    CONGVAN_VERIFY(clerk().directDocument().direct(id, toOfficer()));
    QCOMPARE(int(newestWay(clerk(), id)), int(UndoOffer::Way::Outbox));
    const auto done = clerk().undoAct().undo(id);
    CONGVAN_VERIFY(done);
    QCOMPARE(done->kind, u"directed"_s);
    QCOMPARE(seenBy(clerk(), id), untouched); // as if it had not been
    carry(clerk(), officer());
    QCOMPARE(linesOf(caseOf(id)), before); // nobody learns of it
    QCOMPARE(codeOf(officer().queryDocuments().detail(id)), u"document-not-found"_s);
}

void TestUndo::whatWasQueuedBehindMovesUp() {
    const DocumentId id = accepted();
    const qsizetype before = linesOf(caseOf(id));
    CONGVAN_VERIFY(clerk().commentDocument().comment(id, u"Một"_s));
    CONGVAN_VERIFY(clerk().commentDocument().comment(id, u"Nhầm"_s));
    CONGVAN_VERIFY(clerk().commentDocument().comment(id, u"Ba"_s));
    const auto offers = clerk().undoAct().list(id);
    CONGVAN_VERIFY(offers);
    CONGVAN_VERIFY(clerk().undoAct().undo(id, offers->at(1).act)); // the one in the middle
    const auto sent = m_world->sync(clerk());
    CONGVAN_VERIFY(sent);
    QVERIFY(sent->problems.isEmpty());
    QCOMPARE(linesOf(caseOf(id)), before + 2);
    QStringList words;
    for (const Comment& comment : seenBy(clerk(), id).comments) {
        QVERIFY(!comment.isPending);
        words << comment.text;
    }
    QCOMPARE(words, QStringList({u"Một"_s, u"Ba"_s}));
}

void TestUndo::aDirectiveIsRecalledByADeed() {
    const DocumentId id = accepted();
    CONGVAN_VERIFY(clerk().directDocument().present(id, mailbox(Role::Leader)));
    carry(clerk(), leader());
    Directive directive = toOfficer();
    directive.dueDate = clerk().delegations().today().addDays(3);
    CONGVAN_VERIFY(leader().directDocument().direct(id, directive));
    carry(leader(), officer());
    QCOMPARE(folderKey(seenBy(officer(), id).summary.folder), u"to-handle"_s);
    // What is talked about meanwhile does not stand in the way, and whoever talked stays there.
    CONGVAN_VERIFY(officer().commentDocument().comment(id, u"Việc này của phòng khác ạ"_s));
    carry(officer(), leader());
    QCOMPARE(int(newestWay(leader(), id)), int(UndoOffer::Way::Counter));
    CONGVAN_VERIFY(leader().undoAct().undo(id));
    carry(leader(), officer());
    CONGVAN_VERIFY(m_world->sync(clerk()));
    for (OfficeSession* desk : {&leader(), &officer(), &clerk()}) {
        const DocumentDetail seen = seenBy(*desk, id);
        QVERIFY(!openShare(seen.work, officer().person()));
        QVERIFY(!seen.summary.dueDate.isValid());
        QCOMPARE(seen.history.last().kind, u"taken-back"_s);
        QCOMPARE(seen.history.last().detail, u"directed"_s);
        QVERIFY(kindsIn(seen).contains(u"directed"_s)); // both stand there
        QCOMPARE(seen.comments.size(), 1);
        QCOMPARE(seen.work, seenBy(clerk(), id).work);
    }
    QCOMPARE(folderKey(seenBy(leader(), id).summary.folder), u"to-direct"_s); // it waits for them again
    QVERIFY(!seenBy(officer(), id).actions.canDirect && !seenBy(officer(), id).actions.canReply);
    QCOMPARE(codeOf(leader().undoAct().undo(id)), u"undo-write-anew"_s);
}

void TestUndo::nothingIsRecalledThatSomebodyActedOn() {
    const DocumentId id = accepted();
    CONGVAN_VERIFY(clerk().directDocument().direct(id, toOfficer()));
    carry(clerk(), officer());
    CONGVAN_VERIFY(officer().handleIncoming().progress(id, u"Đang làm"_s));
    carry(officer(), clerk());
    QCOMPARE(codeOf(clerk().undoAct().undo(id)), u"undo-acted-on"_s);
    // Nor by a deed that goes past the check: it counts nowhere.
    const auto offers = clerk().undoAct().list(id);
    CONGVAN_VERIFY(offers);
    CONGVAN_VERIFY(
        m_world->append(mailbox(Role::Clerk), caseOf(id), acts::TakenBack{.document = id, .act = offers->first().act}));
    CONGVAN_VERIFY(m_world->sync(officer()));
    QVERIFY(openShare(seenBy(officer(), id).work, officer().person()));
    QVERIFY(!kindsIn(seenBy(officer(), id)).contains(u"taken-back"_s));
}

void TestUndo::aCommentIsWithdrawn() {
    const DocumentId id = accepted();
    CONGVAN_VERIFY(clerk().commentDocument().comment(id, u"Nhầm văn bản, nhờ @chuyenvien"_s));
    carry(clerk(), officer());
    QVERIFY(seenBy(officer(), id).summary.mentioned);
    CONGVAN_VERIFY(officer().commentDocument().comment(id, u"Vâng"_s)); // an answer does not stand in the way
    carry(officer(), clerk());
    CONGVAN_VERIFY(clerk().undoAct().undo(id));
    carry(clerk(), officer());
    const QList<Comment> comments = seenBy(officer(), id).comments;
    QCOMPARE(comments.size(), 2);
    QVERIFY(comments.first().withdrawn.isValid());
    QVERIFY(comments.first().text.isEmpty() && comments.first().mentions.isEmpty());
    QVERIFY(!seenBy(officer(), id).summary.mentioned);
    QCOMPARE(comments.last().text, u"Vâng"_s);
    QCOMPARE(comments, seenBy(clerk(), id).comments);
    // The record keeps its words.
    const auto lines = m_world->hub().client(mailbox(Role::Clerk))->messages(caseOf(id), 1, 1000);
    QVERIFY(lines.has_value());
    QVERIFY(std::ranges::any_of(
        *lines, [](const exchange::Message& message) { return message.payload.contains("Nhầm văn bản"); }));
}

void TestUndo::nobodyTakesBackWhatAnotherDid() {
    const DocumentId id = accepted();
    CONGVAN_VERIFY(clerk().commentDocument().comment(id, u"Nhờ @chuyenvien"_s));
    carry(clerk(), officer());
    QCOMPARE(codeOf(officer().undoAct().undo(id)), u"undo-nothing"_s);
    const QString comment = seenBy(clerk(), id).comments.first().id;
    CONGVAN_VERIFY(
        m_world->append(mailbox(Role::Officer), caseOf(id), acts::TakenBack{.document = id, .act = comment}));
    CONGVAN_VERIFY(m_world->sync(clerk()));
    QVERIFY(!seenBy(clerk(), id).comments.first().withdrawn.isValid());
}

void TestUndo::aDocumentLeavesADossierAgain() {
    const DocumentId id = accepted();
    const DocumentId other = accepted();
    const auto dossier = clerk().dossiers().open({.code = {}, .title = u"Hồ sơ thử"_s, .retention = {}});
    CONGVAN_VERIFY(dossier);
    CONGVAN_VERIFY(clerk().dossiers().file(*dossier, other));
    CONGVAN_VERIFY(clerk().dossiers().file(*dossier, id));
    CONGVAN_VERIFY(m_world->sync(clerk()));
    QCOMPARE(int(newestWay(clerk(), id)), int(UndoOffer::Way::Counter));
    CONGVAN_VERIFY(clerk().undoAct().undo(id));
    QVERIFY(seenBy(clerk(), id).dossiers.isEmpty());
    QCOMPARE(clerk().dossiers().detail(*dossier)->documents.size(), 1);
    CONGVAN_VERIFY(m_world->sync(clerk()));
    CONGVAN_VERIFY(clerk().undoAct().undo(id)); // and in again
    QCOMPARE(seenBy(clerk(), id).dossiers, QList{*dossier});
    CONGVAN_VERIFY(m_world->sync(clerk()));
    CONGVAN_VERIFY(clerk().dossiers().close(*dossier));
    QCOMPARE(codeOf(clerk().undoAct().undo(id)), u"undo-dossier-stays"_s);
}

void TestUndo::aSubmissionIsTakenBackBeforeItIsSigned() {
    OfficeSession& author = m_world->officer();
    const auto draft = m_world->draft();
    CONGVAN_VERIFY(draft);
    CONGVAN_VERIFY(m_world->submit(*draft));
    // Still in the outbox or not: nobody but the author knows.
    const auto first = author.undoAct().list(*draft);
    CONGVAN_VERIFY(first);
    CONGVAN_VERIFY(author.undoAct().undo(*draft));
    const QString state = stateKey(seenBy(author, *draft).summary.state);
    QVERIFY2(state == u"draft"_s || state == u"returned"_s, qPrintable(state));
    CONGVAN_VERIFY(m_world->submit(*draft));
    CONGVAN_VERIFY(m_world->sync(author));
    CONGVAN_VERIFY(m_world->sync(m_world->leader()));
    QVERIFY(seenBy(m_world->leader(), *draft).actions.canSign);
    QCOMPARE(int(newestWay(author, *draft)), int(UndoOffer::Way::Counter));
    CONGVAN_VERIFY(author.undoAct().undo(*draft));
    CONGVAN_VERIFY(m_world->sync(author));
    CONGVAN_VERIFY(m_world->sync(m_world->leader()));
    QVERIFY(!seenBy(m_world->leader(), *draft).actions.canSign);
    QVERIFY(seenBy(author, *draft).actions.canEdit);
    // A signed one stays.
    CONGVAN_VERIFY(m_world->submit(*draft));
    CONGVAN_VERIFY(m_world->sync(author));
    CONGVAN_VERIFY(m_world->sync(m_world->leader()));
    CONGVAN_VERIFY(m_world->sign(*draft));
    CONGVAN_VERIFY(m_world->sync(m_world->leader()));
    CONGVAN_VERIFY(m_world->sync(author));
    QCOMPARE(codeOf(author.undoAct().undo(*draft)), u"undo-acted-on"_s);
    QCOMPARE(codeOf(m_world->leader().undoAct().undo(*draft)), u"undo-signature-stays"_s);
}

void TestUndo::whatStaysSaysWhatToDoInstead() {
    const DocumentId id = accepted();
    QCOMPARE(codeOf(clerk().undoAct().undo(id)), u"undo-number-stays"_s);
    QCOMPARE(codeOf(clerk().undoAct().undo(id, u"khong-co"_s)), u"undo-nothing"_s);
    CONGVAN_VERIFY(clerk().handleIncoming().progress(id, u"Đang làm"_s));
    QCOMPARE(int(newestWay(clerk(), id)), int(UndoOffer::Way::Outbox));
    CONGVAN_VERIFY(m_world->sync(clerk()));
    QCOMPARE(codeOf(clerk().undoAct().undo(id)), u"undo-sender-knows"_s);
}

void TestUndo::theSameIsDerivedAnew() {
    const DocumentId id = accepted();
    CONGVAN_VERIFY(clerk().directDocument().direct(id, toOfficer()));
    CONGVAN_VERIFY(clerk().commentDocument().comment(id, u"Nhầm"_s));
    CONGVAN_VERIFY(m_world->sync(clerk()));
    CONGVAN_VERIFY(clerk().undoAct().undo(id));
    const auto offers = clerk().undoAct().list(id);
    CONGVAN_VERIFY(offers);
    const auto directive = std::ranges::find(*offers, u"directed"_s, &UndoOffer::kind);
    QVERIFY(directive != offers->end());
    CONGVAN_VERIFY(clerk().undoAct().undo(id, directive->act));
    const DocumentDetail before = seenBy(clerk(), id);
    QCOMPARE(kindsIn(before).count(u"taken-back"_s), 2);
    const QString file = clerk().profile().storeFile();
    m_world->close(OfficeWorld::finance, Role::Clerk);
    auto database = Database::open({.file = file});
    CONGVAN_VERIFY(database);
    CONGVAN_VERIFY((*database)->write([](Transaction& transaction) -> Result<void> {
        transaction.change(u"DELETE FROM setting WHERE key = 'projection-version'"_s); // an older version's
        return {};
    }));
    database->reset();
    QCOMPARE(seenBy(clerk(), id), before);
}

void TestUndo::theCommandLineDoesIt() {
    const DocumentId id = accepted();
    for (const Role role : {Role::Clerk, Role::Leader, Role::Officer}) {
        m_world->close(OfficeWorld::finance, role);
    }
    const QStringList of{u"--profile"_s, m_world->demo().profile(OfficeWorld::finance, Role::Clerk).folder,
                         u"--json"_s};
    const QStringList undo{u"undo"_s, id.text()};
    QCOMPARE(congvanctl::run(undo + of).exitCode, 65); // the number stays
    QCOMPARE(congvanctl::run(QStringList{u"comment"_s, id.text(), u"--text"_s, u"Nhầm"_s} + of).exitCode, 0);
    const auto listed = congvanctl::run(undo + QStringList{u"--list"_s} + of).json()[u"acts"_s].toArray();
    QCOMPARE(listed.first().toObject()[u"way"_s].toString(), u"outbox"_s);
    QCOMPARE(listed.last().toObject()[u"instead"_s].toString(), u"undo-number-stays"_s);
    const auto undone = congvanctl::run(undo + of);
    QVERIFY2(undone.exitCode == 0, qPrintable(undone.err));
    QCOMPARE(undone.json()[u"kind"_s].toString(), u"commented"_s);
    const auto shown = congvanctl::run(QStringList{u"show"_s, id.text()} + of).json();
    QVERIFY(shown[u"comments"_s].toArray().isEmpty());
    QCOMPARE(congvanctl::run(QStringList{u"mark"_s, id.text(), u"--unread"_s} + of).exitCode, 0);
}

int main(int argc, char** argv) {
    const QGuiApplication application(argc, argv);
    const docsig::CryptoRuntime runtime;
    TestUndo test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_undo.moc"
