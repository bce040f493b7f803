// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/office/actcodec.h"
#include "app/domain/streams.h"
#include "app/domain/vietnamtime.h"
#include "docsig/keys/cryptoruntime.h"
#include "tests/support/congvanctl.h"
#include "tests/world/office/officeworld.h"

#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QJsonArray>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace app;
using world::codeOf;
using world::OfficeWorld;

/// A leader asks members of the office: desks of their own over a real hub.
class TestOpinions : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_world = std::make_unique<OfficeWorld>();
        for (OfficeSession* desk : {&clerk(), &leader(), &officer()}) {
            QVERIFY(m_world->sync(*desk)); // who is of the office
        }
    }
    void cleanup() { m_world.reset(); }

    void thoseAskedAnswerAndNobodyElseLearnsOfIt();
    void theyReadWhatLiesBesideIt();
    void aClerkAsksInALeadersName();
    void theLastAnswerCounts();
    void afterTheLastDay();
    void whoMayNotIsRefused();
    void wrongOnesAreRefused();
    void whatBreaksTheRulesCountsNowhere();
    void theDigestReminds();
    void fiveHundredAreAsked();
    void aNewComputerSeesTheSame();
    void theCommandLineDoesItAll();

private:
    OfficeSession& clerk() { return m_world->clerk(OfficeWorld::finance); }
    OfficeSession& leader() { return m_world->leader(OfficeWorld::finance); }
    OfficeSession& officer() { return m_world->officer(OfficeWorld::finance); }
    QString mailbox(Role role) { return m_world->demo().profile(OfficeWorld::finance, role).person.mailbox(); }
    OrganId organ() {
        return *OrganId::parse(m_world->demo().profile(OfficeWorld::finance, Role::Clerk).person.organ.text());
    }
    void carry(OfficeSession& from, const QList<OfficeSession*>& to) { CONGVAN_VERIFY(m_world->carry(from, to)); }
    OpinionForm form(const QStringList& members = {u"chuyenvien"_s, u"vanthu"_s}) {
        return {.subject = u"Dự thảo Quy chế làm việc"_s,
                .text = u"Đề nghị cho ý kiến về Điều 3."_s,
                .due = vietnamToday().addDays(5),
                .members = members};
    }
    /// By the leader, and on the desks of those asked.
    OpinionId asked(const QStringList& members = {u"chuyenvien"_s, u"vanthu"_s}) {
        const auto id = leader().opinions().ask(form(members));
        if (!id) {
            qFatal("%s", qPrintable(id.error().code));
        }
        carry(leader(), {&officer(), &clerk()});
        return *id;
    }
    static Opinion seen(OfficeSession& desk, const OpinionId& id) {
        const auto opinion = desk.opinions().show(id);
        if (!opinion) {
            qFatal("%s", qPrintable(opinion.error().code));
        }
        return *opinion;
    }
    /// Past every check of ours, into a stream of the office.
    void append(Role role, const QString& stream, const ActBody& body, const QStringList& joining = {}) {
        CONGVAN_VERIFY(m_world->append(mailbox(role), stream, body, joining));
    }
    /// That desk, tomorrow.
    void beTomorrow(Role role, int days) {
        m_world->close(OfficeWorld::finance, role);
        SessionOptions later;
        later.clock = [days] { return QDateTime::currentDateTimeUtc().addDays(days); };
        m_world->setOptions(later);
    }

    std::unique_ptr<OfficeWorld> m_world;
};

void TestOpinions::thoseAskedAnswerAndNobodyElseLearnsOfIt() {
    const OpinionId id = asked({u"chuyenvien"_s});
    QCOMPARE(officer().opinions().list()->size(), 1);
    QVERIFY(officer().opinions().list()->first().waits());
    QCOMPARE(officer().queryDocuments().counts()->opinions, 1);
    QCOMPARE(leader().queryDocuments().counts()->opinions, 0);
    QVERIFY(clerk().opinions().list()->isEmpty());
    QCOMPARE(codeOf(clerk().opinions().show(id)), u"opinion-not-found"_s);
    // The hub gives the stream to nobody else either.
    const auto line = m_world->hub().client(mailbox(Role::Clerk));
    QVERIFY(!line->messages(opinionStream(organ(), id), 1, 10));

    CONGVAN_VERIFY(officer().opinions().answer(id, Stance::Disagree, u"Điều 3 thiếu căn cứ"_s));
    QVERIFY(officer().opinions().list()->first().isPending);
    QCOMPARE(officer().queryDocuments().counts()->opinions, 0);
    carry(officer(), {&leader(), &clerk()});
    const Opinion known = seen(leader(), id);
    QCOMPARE(known.member(mailbox(Role::Officer))->answer()->text, u"Điều 3 thiếu căn cứ"_s);
    QVERIFY(leader().opinions().list()->first().isToClose(vietnamToday())); // all have answered

    QCOMPARE(codeOf(leader().opinions().close(id)), u"reason-missing"_s);
    CONGVAN_VERIFY(leader().opinions().close(id, u"Đã đủ ý kiến"_s));
    carry(leader(), {&officer()});
    QCOMPARE(seen(officer(), id).closeReason, u"Đã đủ ý kiến"_s);
    QCOMPARE(codeOf(officer().opinions().answer(id, Stance::Agree, {})), u"opinion-over"_s);
    QCOMPARE(codeOf(leader().opinions().close(id, u"lại"_s)), u"opinion-over"_s);

    for (const QString& ending : {u"pdf"_s, u"ods"_s, u"csv"_s}) {
        const QString path = m_world->path(u"tổng hợp."_s + ending);
        CONGVAN_VERIFY(leader().opinions().saveTally(id, path, Language::Vietnamese));
        QVERIFY(QFile(path).size() > 100);
    }
    QCOMPARE(codeOf(leader().opinions().saveTally(id, m_world->path(u"x.txt"_s), Language::English)),
             u"sheet-format-unknown"_s);
    QCOMPARE(codeOf(officer().opinions().saveTally(id, m_world->path(u"x.pdf"_s), Language::English)),
             u"opinion-not-asker"_s);
    QVERIFY(leader().auditLog().lines(1, 100)->last().detail.contains(id.text())); // it left the store
}

void TestOpinions::theyReadWhatLiesBesideIt() {
    const auto packet = m_world->sendOne();
    QVERIFY(packet && m_world->sync(clerk()));
    const DocumentId document = documentOfPacket(*packet);
    const QString note = m_world->path(u"tờ trình\u202E.txt"_s);
    QVERIFY(congvanctl::put(note, "nội dung tờ trình"));
    OpinionForm wanted = form({u"chuyenvien"_s});
    wanted.leader = u"lanhdao"_s;
    wanted.documents = {document};
    wanted.files = {note};
    const auto id = clerk().opinions().ask(wanted);
    CONGVAN_VERIFY(id);
    carry(clerk(), {&officer(), &leader()});
    const Opinion known = seen(officer(), *id);
    QCOMPARE(known.files.size(), 2);
    QCOMPARE(known.files.first().document, std::optional(document));
    QCOMPARE(known.files.last().name, u"tờ trình.txt"_s);
    QCOMPARE(codeOf(officer().queryDocuments().detail(document)), u"document-not-found"_s); // the file alone
    const auto pdf = officer().opinions().openFile(*id, 0);
    CONGVAN_VERIFY(pdf);
    QFile file(*pdf);
    QVERIFY(file.open(QIODevice::ReadOnly) && file.read(5) == "%PDF-");
    const AuditLine viewed = officer().auditLog().lines(1, 100)->last();
    QVERIFY(viewed.deed == u"viewed"_s && viewed.document == document.text());
    const QString copy = m_world->path(u"bản sao.txt"_s);
    CONGVAN_VERIFY(officer().opinions().saveFile(*id, 1, copy));
    QFile saved(copy);
    QVERIFY(saved.open(QIODevice::ReadOnly));
    QCOMPARE(saved.readAll(), QByteArray("nội dung tờ trình"));
    QCOMPARE(codeOf(officer().opinions().openFile(*id, 2)), u"opinion-file-unknown"_s);
    QCOMPARE(codeOf(officer().opinions().openFile(*id, -1)), u"opinion-file-unknown"_s);
}

void TestOpinions::aClerkAsksInALeadersName() {
    QCOMPARE(codeOf(clerk().opinions().ask(form({u"chuyenvien"_s}))), u"opinion-asking-not-allowed"_s);
    OpinionForm wanted = form({u"chuyenvien"_s, u"vanthu"_s, u"lanhdao"_s});
    wanted.leader = u"chuyenvien"_s;
    QCOMPARE(codeOf(clerk().opinions().ask(wanted)), u"opinion-leader-unknown"_s);
    wanted.leader = u"lanhdao"_s;
    const auto id = clerk().opinions().ask(wanted);
    CONGVAN_VERIFY(id);
    carry(clerk(), {&officer(), &leader()});
    QCOMPARE(seen(leader(), *id).members.size(), 1); // whoever asks is not asked
    CONGVAN_VERIFY(officer().opinions().answer(*id, Stance::Agree, {}));
    carry(officer(), {&clerk(), &leader()});
    for (OfficeSession* desk : {&clerk(), &leader()}) {
        QCOMPARE(tallyOf(seen(*desk, *id)).agree, 1);
        QVERIFY(desk->opinions().list()->first().isAsker);
    }
    CONGVAN_VERIFY(leader().opinions().close(*id, u"Thống nhất"_s));
    carry(leader(), {&clerk()});
    QVERIFY(seen(clerk(), *id).isClosed());
}

void TestOpinions::theLastAnswerCounts() {
    const OpinionId id = asked();
    CONGVAN_VERIFY(officer().opinions().answer(id, Stance::Agree, {}));
    CONGVAN_VERIFY(officer().opinions().answer(id, Stance::Other, u"Bổ sung Điều 5"_s)); // without a line between
    carry(officer(), {&leader(), &clerk()});
    CONGVAN_VERIFY(officer().opinions().answer(id, Stance::Disagree, u"Chưa phù hợp"_s));
    carry(officer(), {&leader(), &clerk()});
    const Opinion known = seen(leader(), id);
    const OpinionMember* member = known.member(mailbox(Role::Officer));
    QCOMPARE(member->answers.size(), 3);
    QCOMPARE(member->answer()->stance, Stance::Disagree);
    QCOMPARE(member->answers.first().stream, member->answers.last().stream);
    // The other member learns nothing of it.
    QCOMPARE(tallyOf(seen(clerk(), id)).answered(), 0);
    const auto line = m_world->hub().client(mailbox(Role::Clerk));
    QVERIFY(!line->messages(member->answers.first().stream, 1, 10));
}

void TestOpinions::afterTheLastDay() {
    OpinionForm wanted = form();
    wanted.due = vietnamToday();
    const auto id = leader().opinions().ask(wanted);
    CONGVAN_VERIFY(id);
    carry(leader(), {&officer(), &clerk()});
    CONGVAN_VERIFY(officer().opinions().answer(*id, Stance::Agree, {}));
    carry(officer(), {&leader()});
    beTomorrow(Role::Officer, 1);
    beTomorrow(Role::Leader, 1);
    QCOMPARE(codeOf(officer().opinions().answer(*id, Stance::Disagree, u"đổi"_s)), u"opinion-change-late"_s);
    QVERIFY(leader().opinions().list()->first().isToClose(vietnamToday().addDays(1)));
    CONGVAN_VERIFY(leader().opinions().close(*id)); // without a reason by then
}

void TestOpinions::whoMayNotIsRefused() {
    const OpinionId id = asked({u"chuyenvien"_s});
    QCOMPARE(codeOf(leader().opinions().answer(id, Stance::Agree, {})), u"opinion-not-asked"_s);
    QCOMPARE(codeOf(clerk().opinions().answer(id, Stance::Agree, {})), u"opinion-not-found"_s);
    QCOMPARE(codeOf(officer().opinions().close(id, u"xong"_s)), u"opinion-not-asker"_s);
    QVERIFY(!mayAskOpinions(Role::Archivist) && mayAskOpinions(Role::Officer) && !asksInOwnName(Role::Officer));
}

void TestOpinions::wrongOnesAreRefused() {
    const auto refused = [this](const auto& change) {
        OpinionForm wanted = form();
        change(wanted);
        return codeOf(leader().opinions().ask(wanted));
    };
    QCOMPARE(refused([](OpinionForm& one) { one.subject = u" \u200B"_s; }), u"opinion-subject-missing"_s);
    QCOMPARE(refused([](OpinionForm& one) { one.subject = QString(301, u'a'); }), u"opinion-subject-too-long"_s);
    QCOMPARE(refused([](OpinionForm& one) { one.text = QString(10'001, u'a'); }), u"opinion-text-too-long"_s);
    for (const QDate& day : {QDate(), vietnamToday().addDays(-1), vietnamToday().addDays(367)}) {
        QCOMPARE(refused([&](OpinionForm& one) { one.due = day; }), u"opinion-day-wrong"_s);
    }
    QCOMPARE(refused([](OpinionForm& one) { one.members = {}; }), u"opinion-members-missing"_s);
    QCOMPARE(refused([](OpinionForm& one) { one.members = {u"lanhdao"_s}; }), u"opinion-members-missing"_s);
    QCOMPARE(refused([](OpinionForm& one) { one.members = {u"khongai"_s}; }), u"opinion-member-unknown"_s);
    QCOMPARE(refused([](OpinionForm& one) { one.members = {u"H99.01/vanthu"_s}; }), u"opinion-member-unknown"_s);
    QCOMPARE(refused([](OpinionForm& one) { one.documents = {DocumentId::create()}; }), u"document-not-found"_s);
    QCOMPARE(refused([](OpinionForm& one) { one.files = QStringList(21, u"x"_s); }), u"opinion-files-too-many"_s);
    const QString empty = m_world->path(u"rỗng.txt"_s);
    QVERIFY(congvanctl::put(empty, {}));
    QCOMPARE(refused([&](OpinionForm& one) { one.files = {empty}; }), u"shared-file-empty"_s);
    QCOMPARE(refused([&](OpinionForm& one) { one.files = {m_world->path(u"không có"_s)}; }), u"content-unreadable"_s);
    QVERIFY(leader().opinions().list()->isEmpty());

    const OpinionId id = asked();
    for (const Stance stance : {Stance::Disagree, Stance::Other}) {
        QCOMPARE(codeOf(officer().opinions().answer(id, stance, u" \u200B "_s)), u"opinion-answer-missing"_s);
    }
    QCOMPARE(codeOf(officer().opinions().answer(id, Stance::Agree, QString(4001, u'a'))), u"opinion-answer-too-long"_s);
    QCOMPARE(codeOf(officer().opinions().find(u"abc"_s)), u"opinion-not-found"_s);
    QCOMPARE(*officer().opinions().find(id.text().left(8)), id);
}

void TestOpinions::whatBreaksTheRulesCountsNowhere() {
    const OpinionId id = asked({u"chuyenvien"_s});
    const QString stream = opinionStream(organ(), id);
    // Not asked, and brings the answer before whoever asks all the same.
    append(Role::Clerk, freshAnswerStream(organ()),
           acts::OpinionAnswered{.opinion = id, .stance = Stance::Disagree, .text = u"chen vào"_s},
           {mailbox(Role::Clerk), mailbox(Role::Leader)});
    // A member who closes, asks anew in the same stream, or answers where the question is.
    append(Role::Officer, stream, acts::OpinionClosed{.opinion = id, .reason = u"tôi đóng"_s});
    append(Role::Officer, stream, acts::OpinionAnswered{.opinion = id, .stance = Stance::Agree});
    append(Role::Officer, stream,
           acts::OpinionAsked{.opinion = id,
                              .leader = mailbox(Role::Leader),
                              .subject = u"khác"_s,
                              .due = vietnamToday(),
                              .members = {mailbox(Role::Clerk)}});
    // An end in another stream.
    append(Role::Leader, u"opinion/%1/khac"_s.arg(organ().text()), acts::OpinionClosed{.opinion = id});
    for (OfficeSession* desk : {&clerk(), &officer(), &leader()}) {
        CONGVAN_VERIFY(m_world->sync(*desk));
    }
    for (OfficeSession* desk : {&officer(), &leader()}) {
        const Opinion known = seen(*desk, id);
        QVERIFY(!known.isClosed());
        QCOMPARE(known.subject, form().subject);
        QCOMPARE(tallyOf(known).answered(), 0);
    }
    QVERIFY(clerk().opinions().list()->isEmpty());
    append(Role::Officer, freshAnswerStream(organ()),
           acts::OpinionAnswered{.opinion = id, .stance = Stance::Other, .text = u"\u200B"_s},
           {mailbox(Role::Officer), mailbox(Role::Leader)}); // says nothing
    CONGVAN_VERIFY(m_world->sync(leader()));
    QCOMPARE(leader().opinions().list()->first().answered, 0);

    // An officer asks as if they were a leader, or in a leader's name without the leader's knowledge.
    for (const Role inName : {Role::Officer, Role::Leader}) {
        const OpinionId forged = OpinionId::create();
        append(Role::Officer, opinionStream(organ(), forged),
               acts::OpinionAsked{.opinion = forged,
                                  .leader = mailbox(inName),
                                  .subject = u"mạo danh"_s,
                                  .due = vietnamToday(),
                                  .members = {mailbox(Role::Clerk)}},
               {mailbox(Role::Officer), mailbox(Role::Clerk)});
    }
    for (OfficeSession* desk : {&clerk(), &officer()}) {
        CONGVAN_VERIFY(m_world->sync(*desk));
        QVERIFY(std::ranges::none_of(*desk->opinions().list(),
                                     [](const OpinionSummary& one) { return one.subject == u"mạo danh"_s; }));
    }
    QCOMPARE(clerk().queryDocuments().counts()->opinions, 0);
}

void TestOpinions::theDigestReminds() {
    OpinionForm wanted = form();
    wanted.due = vietnamToday().addDays(1);
    const auto id = leader().opinions().ask(wanted);
    CONGVAN_VERIFY(id);
    carry(leader(), {&officer(), &clerk()});
    QCOMPARE(officer().dailyDigest().look()->opinions.size(), 1);
    QVERIFY(leader().dailyDigest().look()->toClose.isEmpty());
    CONGVAN_VERIFY(officer().opinions().answer(*id, Stance::Agree, {}));
    QVERIFY(officer().dailyDigest().look()->opinions.isEmpty());
    beTomorrow(Role::Clerk, 2);
    const auto late = clerk().dailyDigest().look();
    QVERIFY(!late->isEmpty() && late->opinions.first().due < late->day);
    beTomorrow(Role::Leader, 2);
    QCOMPARE(leader().dailyDigest().look()->toClose.size(), 1);
}

void TestOpinions::fiveHundredAreAsked() {
    QJsonArray people;
    for (int number = 0; number < mostOpinionMembers; ++number) {
        people << QJsonObject{{u"agency"_s, organ().text()},          {u"login"_s, u"nguoi%1"_s.arg(number)},
                              {u"name"_s, u"Người %1"_s.arg(number)}, {u"role"_s, u"officer"_s},
                              {u"title"_s, u"CHUYÊN VIÊN"_s},         {u"unit"_s, QString()}};
    }
    m_world->hub().import({{u"people"_s, people}});
    CONGVAN_VERIFY(m_world->sync(leader()));
    QStringList members;
    for (int number = 0; number < mostOpinionMembers; ++number) {
        members << u"nguoi%1"_s.arg(number);
    }
    QCOMPARE(codeOf(leader().opinions().ask(form(members + QStringList{u"vanthu"_s}))), u"opinion-members-too-many"_s);
    const auto id = leader().opinions().ask(form(members));
    CONGVAN_VERIFY(id);
    carry(leader(), {&clerk()});
    QVERIFY(clerk().opinions().list()->isEmpty());
    for (const QString& login : {u"nguoi0"_s, u"nguoi250"_s, u"nguoi499"_s}) {
        const auto line = m_world->hub().client(organ().text() + u'/' + login);
        const auto told = line->messages(opinionStream(organ(), *id), 1, 100);
        QVERIFY2(told, told ? "" : qPrintable(told.error().code));
        const auto act = readAct(told->first().payload);
        QVERIFY(act && std::get<acts::OpinionAsked>(act->body).members.size() == mostOpinionMembers);
    }
    // All of them answer.
    QList<StoredArrival> arrivals;
    for (int number = 0; number < mostOpinionMembers; ++number) {
        const QString from = organ().text() + u"/nguoi%1"_s.arg(number);
        const OfficeAct act = makeAct(from, acts::OpinionAnswered{.opinion = *id, .stance = Stance::Agree});
        exchange::Message message;
        message.header.stream = freshAnswerStream(organ());
        message.header.sequence = 1;
        message.header.kind = u"office"_s;
        message.header.messageId = act.id;
        message.header.author = from;
        message.header.authorAgency = organ().text();
        message.header.time = QDateTime::currentDateTimeUtc();
        message.payload = writeAct(act);
        message.participants = {from, mailbox(Role::Leader)};
        arrivals.append({.message = message});
    }
    const Profile profile = leader().profile();
    m_world->close(OfficeWorld::finance, Role::Leader);
    const auto store = OfficeStore::open({.database = {.file = profile.storeFile()},
                                          .blobs = {.folder = profile.objectsFolder()},
                                          .owner = profile.person});
    CONGVAN_VERIFY(store);
    QElapsedTimer timer;
    timer.start();
    CONGVAN_VERIFY((*store)->acceptPage(arrivals, {}));
    qInfo("500 answers: %lld ms", timer.elapsed());
    QCOMPARE(tallyOf(*(*store)->opinions().detail(*id)).agree, mostOpinionMembers);
    const QList<OpinionSummary> listed = *(*store)->opinions().list();
    QCOMPARE(listed.first().answered, mostOpinionMembers);
    CONGVAN_VERIFY((*store)->rebuild());
    QCOMPARE(*(*store)->opinions().list(), listed); // as it is when all is gone through
}

void TestOpinions::aNewComputerSeesTheSame() {
    const OpinionId id = asked();
    CONGVAN_VERIFY(officer().opinions().answer(id, Stance::Other, u"Bổ sung"_s));
    carry(officer(), {&leader()});
    const Opinion before = seen(leader(), id);
    const QList<OpinionSummary> listed = *leader().opinions().list();
    const QString store = leader().profile().storeFile();
    m_world->close(OfficeWorld::finance, Role::Leader);
    for (const QString& ending : {u""_s, u"-wal"_s, u"-shm"_s}) {
        QFile::remove(store + ending);
    }
    CONGVAN_VERIFY(m_world->sync(leader()));
    QCOMPARE(seen(leader(), id), before);
    QCOMPARE(*leader().opinions().list(), listed);
}

void TestOpinions::theCommandLineDoesItAll() {
    const auto of = [this](Role role) {
        return QStringList{u"--profile"_s, m_world->demo().profile(OfficeWorld::finance, role).folder, u"--json"_s};
    };
    const auto run = [](const QStringList& command, const QStringList& where) {
        return congvanctl::run(command + where);
    };
    for (const Role role : {Role::Clerk, Role::Leader, Role::Officer}) {
        m_world->close(OfficeWorld::finance, role);
    }
    const QString note = m_world->path(u"tờ trình.txt"_s);
    QVERIFY(congvanctl::put(note, "nội dung"));
    const QString until = vietnamToday().addDays(5).toString(Qt::ISODate);
    const QStringList ask{u"opinion"_s, u"ask"_s, u"--subject"_s, u"Dự thảo"_s, u"--file"_s, note};
    QCOMPARE(run(ask + QStringList{u"--everybody"_s}, of(Role::Leader)).exitCode, 64); // until when
    const auto made = run(ask + QStringList{u"--everybody"_s, u"--until"_s, until}, of(Role::Leader));
    QVERIFY2(made.exitCode == 0, qPrintable(made.err));
    const QString id = made.json()[u"id"_s].toString();
    for (const Role role : {Role::Leader, Role::Officer, Role::Clerk}) {
        QCOMPARE(run({u"sync"_s}, of(role)).exitCode, 0);
    }
    QCOMPARE(run({u"digest"_s}, of(Role::Officer)).json()[u"opinions"_s].toArray().size(), 1);
    const auto listed = run({u"opinion"_s, u"list"_s}, of(Role::Officer)).json()[u"opinions"_s].toArray();
    QVERIFY(listed.first().toObject()[u"waits"_s].toBool());
    QCOMPARE(run({u"opinion"_s, u"answer"_s, id}, of(Role::Officer)).exitCode, 64);
    QCOMPARE(run({u"opinion"_s, u"answer"_s, id, u"--other"_s}, of(Role::Officer)).exitCode, 64); // no words
    QCOMPARE(run({u"opinion"_s, u"answer"_s, id, u"--agree"_s, u"--other"_s}, of(Role::Officer)).exitCode, 64);
    const auto answered =
        run({u"opinion"_s, u"answer"_s, id.left(8), u"--disagree"_s, u"--text"_s, u"Chưa rõ"_s}, of(Role::Officer));
    QVERIFY2(answered.exitCode == 0, qPrintable(answered.err));
    const QString copy = m_world->path(u"bản sao.txt"_s);
    QCOMPARE(run({u"opinion"_s, u"file"_s, id, u"1"_s, u"--output"_s, copy}, of(Role::Officer)).exitCode, 0);
    QVERIFY(QFile::exists(copy));
    for (const Role role : {Role::Officer, Role::Leader}) {
        QCOMPARE(run({u"sync"_s}, of(role)).exitCode, 0);
    }
    const auto shown = run({u"opinion"_s, u"show"_s, id}, of(Role::Leader)).json()[u"members"_s].toArray();
    QCOMPARE(shown.size(), 2);
    QCOMPARE(run({u"opinion"_s, u"close"_s, id}, of(Role::Leader)).exitCode, 64);
    QCOMPARE(run({u"opinion"_s, u"close"_s, id, u"--reason"_s, u"Đủ"_s}, of(Role::Leader)).exitCode, 0);
    const QString sheet = m_world->path(u"tổng hợp.pdf"_s);
    const auto tally = run({u"opinion"_s, u"tally"_s, id, u"--output"_s, sheet}, of(Role::Leader));
    QVERIFY2(tally.exitCode == 0, qPrintable(tally.err));
    QCOMPARE(tally.json()[u"disagree"_s].toInt(), 1);
    QCOMPARE(tally.json()[u"missing"_s].toInt(), 1);
    QFile pdf(sheet);
    QVERIFY(pdf.open(QIODevice::ReadOnly) && pdf.read(5) == "%PDF-");
}

int main(int argc, char** argv) {
    const QGuiApplication application(argc, argv);
    const docsig::CryptoRuntime runtime;
    TestOpinions test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_opinions.moc"
