// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runtime/demojob.h"

#include "app/domain/vietnamtime.h"
#include "app/runtime/demotexts.h"
#include "app/runtime/officesession.h"

#include <QElapsedTimer>

#include <algorithm>
#include <map>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

constexpr int province = 0;
constexpr int sender = 1;
constexpr int finance = 2;

/// The claim of a step did not hold: the only place where the job says so.
Result<void> hold(bool claim, const QString& what) {
    if (!claim) {
        return fail("demo-step-failed", what);
    }
    return {};
}

/// Plays the job. Sessions are opened when their person acts for the first time and stay open, as desks do.
class Player {
public:
    Player(const DemoWorld& world, const Programs& programs, QString exportInto, DemoJobCallback callback)
        : m_world(world)
        , m_programs(programs)
        , m_exportInto(std::move(exportInto))
        , m_callback(std::move(callback))
        , m_pin(docsig::Pin::fromString(DemoWorld::pin())) {}

    Result<DemoResult> play();

private:
    struct Paper {
        std::optional<DocumentId> id;
        QString display; ///< its number
        QByteArray packet;
    };

    using Work = std::function<Result<QString>(OfficeSession&)>;

    Result<OfficeSession*> session(int office, Role role);
    Result<void> step(const QString& name, int office, Role role, const QString& sentence, const Work& work);
    Result<QString> sync(OfficeSession& session);

    Result<void> draft(Paper& paper, DocumentKind kind, const QString& name, void (*fill)(Draft&));
    Result<void> submit(Paper& paper, int office, Role role, const QString& name);
    Result<void> sign(Paper& paper, int office, const QString& name);
    Result<void> issue(Paper& paper, int office, const QString& name);
    Result<void> number(Paper& paper, int office, const QString& name);
    Result<void> seal(Paper& paper, int office, const QString& name);
    Result<void> send(Paper& paper, int office, const QString& name);
    Result<void> receive(int office, const QList<const Paper*>& papers, const QString& name);
    Result<void> accept(const Paper& paper, int office, const QString& name);
    Result<void> refuse(const Paper& paper, int office, const QString& name);
    Result<void> checkTrail(const Paper& paper, const QString& name, const QHash<QString, QString>& expected);
    Result<void> reply();
    Result<void> checkLink();
    Result<void> archive();
    Result<DocumentId> incoming(OfficeSession& session, const Paper& paper);

    const DemoWorld& m_world;
    const Programs& m_programs;
    QString m_exportInto;
    DemoJobCallback m_callback;
    docsig::Pin m_pin;
    std::map<std::pair<int, Role>, std::unique_ptr<OfficeSession>> m_sessions;
    DemoResult m_result;
    Paper m_letter;
    Paper m_decision;
    Paper m_reply;
};

Result<OfficeSession*> Player::session(int office, Role role) {
    auto& held = m_sessions[{office, role}];
    if (!held) {
        auto opened = OfficeSession::open(m_world.profile(office, role).folder, m_programs);
        if (!opened) {
            return std::unexpected(opened.error());
        }
        held = std::move(*opened);
    }
    return held.get();
}

Result<void> Player::step(const QString& name, int office, Role role, const QString& sentence, const Work& work) {
    QElapsedTimer timer;
    timer.start();
    const auto desk = session(office, role);
    if (!desk) {
        return std::unexpected(desk.error());
    }
    const auto file = work(**desk);
    if (!file) {
        return std::unexpected(Error(file.error().code, name + u": "_s + file.error().detail));
    }
    const DemoStep done{.name = name,
                        .person = (*desk)->person().mailbox(),
                        .sentence = sentence,
                        .file = *file,
                        .milliseconds = double(timer.nsecsElapsed()) / 1e6};
    m_result.steps.append(done);
    if (m_callback) {
        m_callback(done);
    }
    return {};
}

Result<QString> Player::sync(OfficeSession& desk) {
    const auto summary = desk.syncOffice().sync();
    if (!summary) {
        return std::unexpected(summary.error());
    }
    if (!summary->problems.isEmpty()) {
        return std::unexpected(summary->problems.first());
    }
    if (auto held = hold(summary->queued == 0, u"everything queued went out"_s); !held) {
        return std::unexpected(held.error());
    }
    return desk.profile().storeFile();
}

Result<void> Player::draft(Paper& paper, DocumentKind kind, const QString& name, void (*fill)(Draft&)) {
    return step(u"draft-"_s + name, sender, Role::Officer, u"Chuyên viên soạn %1"_s.arg(factsOf(kind).name),
                [&](OfficeSession& desk) -> Result<QString> {
                    // The first sync brings the directory: who leads this office, who may receive.
                    if (auto synced = sync(desk); !synced) {
                        return synced;
                    }
                    auto text = desk.draftDocument().start(kind);
                    if (!text) {
                        return std::unexpected(text.error());
                    }
                    fill(*text);
                    for (const int office : {province, finance}) {
                        const DemoProfile& clerk = m_world.profile(office, Role::Clerk);
                        text->receivers.append({.id = clerk.person.organ, .name = clerk.organName});
                        text->addressees.append(clerk.organName);
                    }
                    if (auto saved = desk.draftDocument().save(*text); !saved) {
                        return std::unexpected(saved.error());
                    }
                    paper.id = text->id;
                    return desk.profile().storeFile();
                });
}

Result<void> Player::submit(Paper& paper, int office, Role role, const QString& name) {
    return step(u"submit-"_s + name, office, role, u"Trình lãnh đạo ký"_s, [&](OfficeSession& desk) -> Result<QString> {
        const QString leader = m_world.profile(office, Role::Leader).person.mailbox();
        if (auto sent = desk.submitForSignature().submit(*paper.id, leader); !sent) {
            return std::unexpected(sent.error());
        }
        if (auto synced = sync(desk); !synced) {
            return synced;
        }
        return desk.queryDocuments().mainPdf(*paper.id);
    });
}

Result<void> Player::sign(Paper& paper, int office, const QString& name) {
    return step(u"sign-"_s + name, office, Role::Leader, u"Lãnh đạo xem và ký số"_s,
                [&](OfficeSession& desk) -> Result<QString> {
                    if (auto synced = sync(desk); !synced) {
                        return synced;
                    }
                    const auto view = desk.signDocument().open(*paper.id);
                    if (!view) {
                        return std::unexpected(view.error());
                    }
                    const auto signedNow =
                        desk.signDocument().sign(*paper.id, view->sha256, *desk.profile().signatureKey, m_pin);
                    if (!signedNow) {
                        return std::unexpected(signedNow.error());
                    }
                    const bool good = signedNow->report.verdict == docsig::Verdict::Valid;
                    if (auto held = hold(good, u"the leader's signature is valid"_s); !held) {
                        return std::unexpected(held.error());
                    }
                    if (auto synced = sync(desk); !synced) {
                        return synced;
                    }
                    return desk.queryDocuments().mainPdf(*paper.id);
                });
}

Result<void> Player::number(Paper& paper, int office, const QString& name) {
    return step(u"number-"_s + name, office, Role::Clerk, u"Văn thư lấy số, ghi ngày"_s,
                [&](OfficeSession& desk) -> Result<QString> {
                    if (auto synced = sync(desk); !synced) {
                        return synced;
                    }
                    const auto drawn = desk.numberDocument().number(*paper.id, vietnamToday());
                    if (!drawn) {
                        return std::unexpected(drawn.error());
                    }
                    paper.display = drawn->display;
                    return desk.queryDocuments().mainPdf(*paper.id);
                });
}

Result<void> Player::seal(Paper& paper, int office, const QString& name) {
    return step(u"seal-"_s + name, office, Role::Clerk, u"Văn thư đóng dấu số văn bản %1"_s.arg(paper.display),
                [&](OfficeSession& desk) -> Result<QString> {
                    const auto view = desk.sealDocument().open(*paper.id);
                    if (!view) {
                        return std::unexpected(view.error());
                    }
                    const auto sealed =
                        desk.sealDocument().seal(*paper.id, view->sha256, *desk.profile().sealKey, m_pin);
                    if (!sealed) {
                        return std::unexpected(sealed.error());
                    }
                    const bool both =
                        sealed->report.verdict == docsig::Verdict::Valid && sealed->report.signatures.size() == 2;
                    if (auto held = hold(both, u"both signatures are valid"_s); !held) {
                        return std::unexpected(held.error());
                    }
                    return desk.queryDocuments().mainPdf(*paper.id);
                });
}

Result<void> Player::send(Paper& paper, int office, const QString& name) {
    return step(u"send-"_s + name, office, Role::Clerk, u"Văn thư gửi văn bản %1"_s.arg(paper.display),
                [&](OfficeSession& desk) -> Result<QString> {
                    const auto sent = desk.sendDocument().send(*paper.id);
                    if (!sent) {
                        return std::unexpected(sent.error());
                    }
                    paper.packet = sent->packetSha256;
                    if (auto synced = sync(desk); !synced) {
                        return synced;
                    }
                    return desk.queryDocuments().content(sent->packetSha256); // once sent it may lie there as a cut
                });
}

Result<void> Player::issue(Paper& paper, int office, const QString& name) {
    for (const auto part : {&Player::number, &Player::seal, &Player::send}) {
        if (auto done = (this->*part)(paper, office, name); !done) {
            return done;
        }
    }
    return {};
}

/// The document that a packet of ours became at the receiver.
Result<DocumentId> Player::incoming(OfficeSession& desk, const Paper& paper) {
    const DocumentId id = documentOfPacket(paper.packet);
    const auto detail = desk.queryDocuments().detail(id);
    return detail ? Result<DocumentId>(id) : std::unexpected(detail.error());
}

Result<void> Player::receive(int office, const QList<const Paper*>& papers, const QString& name) {
    return step(u"receive-"_s + name, office, Role::Clerk, u"Văn thư nhận gói tin, xem kết quả kiểm tra chữ ký"_s,
                [&](OfficeSession& desk) -> Result<QString> {
                    if (auto synced = sync(desk); !synced) {
                        return synced;
                    }
                    QString path;
                    for (const Paper* paper : papers) {
                        const auto id = incoming(desk, *paper);
                        if (!id) {
                            return std::unexpected(id.error());
                        }
                        const auto verdict = desk.judgeIncoming().judge(*id);
                        if (!verdict) {
                            return std::unexpected(verdict.error());
                        }
                        const bool good = verdict->verdict == docsig::Verdict::Valid &&
                                          verdict->sender.judgement == docsig::Judgement::Valid;
                        if (auto held = hold(good, u"signatures and sender are valid"_s); !held) {
                            return std::unexpected(held.error());
                        }
                        const auto pdf = desk.queryDocuments().mainPdf(*id);
                        if (!pdf) {
                            return pdf;
                        }
                        path = *pdf;
                    }
                    return path;
                });
}

Result<void> Player::accept(const Paper& paper, int office, const QString& name) {
    return step(u"accept-"_s + name, office, Role::Clerk, u"Tiếp nhận văn bản %1, vào sổ đến"_s.arg(paper.display),
                [&](OfficeSession& desk) -> Result<QString> {
                    const auto id = incoming(desk, paper);
                    if (!id) {
                        return std::unexpected(id.error());
                    }
                    const auto expected = desk.acceptIncoming().expectedNumber();
                    if (!expected) {
                        return std::unexpected(expected.error());
                    }
                    const auto receipt = desk.acceptIncoming().accept(*id, {});
                    if (!receipt) {
                        return std::unexpected(receipt.error());
                    }
                    if (auto held = hold(receipt->number == *expected, u"the expected number was drawn"_s); !held) {
                        return std::unexpected(held.error());
                    }
                    return sync(desk);
                });
}

Result<void> Player::refuse(const Paper& paper, int office, const QString& name) {
    return step(u"refuse-"_s + name, office, Role::Clerk, u"Từ chối văn bản %1, nêu lý do"_s.arg(paper.display),
                [&](OfficeSession& desk) -> Result<QString> {
                    const auto id = incoming(desk, paper);
                    if (!id) {
                        return std::unexpected(id.error());
                    }
                    const QString reason = u"Dự thảo kế hoạch gửi kèm còn thiếu phụ lục kinh phí"_s;
                    if (auto refused = desk.refuseIncoming().refuse(*id, reason); !refused) {
                        return std::unexpected(refused.error());
                    }
                    return sync(desk);
                });
}

Result<void> Player::checkTrail(const Paper& paper, const QString& name, const QHash<QString, QString>& expected) {
    return step(u"trail-"_s + name, sender, Role::Clerk,
                u"Nơi gửi xem kết quả tại từng nơi nhận của văn bản %1"_s.arg(paper.display),
                [&](OfficeSession& desk) -> Result<QString> {
                    if (auto synced = sync(desk); !synced) {
                        return synced;
                    }
                    const auto trail = desk.documentTrail().trail(*paper.id);
                    if (!trail) {
                        return std::unexpected(trail.error());
                    }
                    QHash<QString, QString> found;
                    for (const TrailLine& line : *trail) {
                        found.insert(line.receiver.id.text(), line.lastCode);
                    }
                    if (auto held = hold(found == expected, u"every receiver's status came back"_s); !held) {
                        return std::unexpected(held.error());
                    }
                    return desk.profile().storeFile();
                });
}

Result<void> Player::reply() {
    auto drafted = step(u"reply"_s, finance, Role::Clerk, u"Nơi nhận soạn văn bản trả lời"_s,
                        [&](OfficeSession& desk) -> Result<QString> {
                            const auto id = incoming(desk, m_letter);
                            if (!id) {
                                return std::unexpected(id.error());
                            }
                            auto text = desk.replyTo().reply(*id);
                            if (!text) {
                                return std::unexpected(text.error());
                            }
                            fillDemoReply(*text);
                            if (auto saved = desk.draftDocument().save(*text); !saved) {
                                return std::unexpected(saved.error());
                            }
                            m_reply.id = text->id;
                            return desk.profile().storeFile();
                        });
    if (!drafted) {
        return drafted;
    }
    if (auto done = submit(m_reply, finance, Role::Clerk, u"reply"_s); !done) {
        return done;
    }
    if (auto done = sign(m_reply, finance, u"reply"_s); !done) {
        return done;
    }
    return issue(m_reply, finance, u"reply"_s);
}

Result<void> Player::checkLink() {
    return step(u"link-reply"_s, sender, Role::Clerk, u"Văn bản trả lời được liên kết với văn bản đi"_s,
                [&](OfficeSession& desk) -> Result<QString> {
                    const auto letter = desk.queryDocuments().detail(*m_letter.id);
                    if (!letter) {
                        return std::unexpected(letter.error());
                    }
                    const DocumentId answer = documentOfPacket(m_reply.packet);
                    const bool linked = std::ranges::any_of(letter->links, [&](const DocumentLink& link) {
                        return link.kind == DocumentLink::Kind::AnsweredBy && link.document == answer;
                    });
                    if (auto held = hold(linked, u"the answer is linked"_s); !held) {
                        return std::unexpected(held.error());
                    }
                    return desk.queryDocuments().mainPdf(answer);
                });
}

Result<void> Player::archive() {
    std::optional<DossierId> dossier;
    auto filed =
        step(u"dossier-file"_s, sender, Role::Clerk, u"Lập hồ sơ, đưa văn bản vào hồ sơ"_s,
             [&](OfficeSession& desk) -> Result<QString> {
                 const auto opened = desk.dossiers().open(
                     {.code = {}, .title = u"Chuyển đổi số và văn bản điện tử năm 2027"_s, .retention = {}});
                 if (!opened) {
                     return std::unexpected(opened.error());
                 }
                 dossier = *opened;
                 for (const DocumentId& id : {*m_letter.id, *m_decision.id, documentOfPacket(m_reply.packet)}) {
                     if (auto put = desk.dossiers().file(*dossier, id); !put) {
                         return std::unexpected(put.error());
                     }
                 }
                 return desk.profile().storeFile();
             });
    if (!filed) {
        return filed;
    }
    auto closed =
        step(u"dossier-close"_s, sender, Role::Clerk, u"Kết thúc hồ sơ"_s, [&](OfficeSession& desk) -> Result<QString> {
            if (auto done = desk.dossiers().close(*dossier); !done) {
                return std::unexpected(done.error());
            }
            return sync(desk);
        });
    if (!closed) {
        return closed;
    }
    auto exported = step(u"dossier-export"_s, sender, Role::Clerk, u"Xuất hồ sơ: văn bản, gói tin, dữ liệu mô tả"_s,
                         [&](OfficeSession& desk) -> Result<QString> {
                             const auto receipt = desk.dossiers().exportTo(*dossier, m_exportInto);
                             if (!receipt) {
                                 return std::unexpected(receipt.error());
                             }
                             m_result.exportFolder = receipt->folder;
                             return receipt->folder;
                         });
    if (!exported) {
        return exported;
    }
    return step(u"dossier-check"_s, sender, Role::Clerk, u"Kiểm tra lại gói xuất"_s,
                [&](OfficeSession&) -> Result<QString> {
                    const auto check = Dossiers::check(m_result.exportFolder);
                    if (!check) {
                        return std::unexpected(check.error());
                    }
                    const bool good = check->holds() && check->documents == 3;
                    if (auto held = hold(good, u"the export holds three documents, all as stored"_s); !held) {
                        return std::unexpected(held.error());
                    }
                    return m_result.exportFolder;
                });
}

Result<DemoResult> Player::play() {
    const QString provinceId = m_world.profile(province, Role::Clerk).person.organ.text();
    const QString financeId = m_world.profile(finance, Role::Clerk).person.organ.text();
    const QList<std::function<Result<void>()>> job = {
        [&] { return draft(m_letter, DocumentKind::CongVan, u"letter"_s, fillDemoLetter); },
        [&] { return draft(m_decision, DocumentKind::QuyetDinh, u"decision"_s, fillDemoDecision); },
        [&] { return submit(m_letter, sender, Role::Officer, u"letter"_s); },
        [&] { return submit(m_decision, sender, Role::Officer, u"decision"_s); },
        [&] { return sign(m_letter, sender, u"letter"_s); },
        [&] { return sign(m_decision, sender, u"decision"_s); },
        [&] { return issue(m_letter, sender, u"letter"_s); },
        [&] { return issue(m_decision, sender, u"decision"_s); },
        [&] { return receive(finance, {&m_letter, &m_decision}, u"at-finance"_s); },
        [&] { return receive(province, {&m_letter, &m_decision}, u"at-province"_s); },
        [&] { return accept(m_letter, finance, u"letter-at-finance"_s); },
        [&] { return accept(m_decision, finance, u"decision-at-finance"_s); },
        [&] { return refuse(m_letter, province, u"letter-at-province"_s); },
        [&] { return accept(m_decision, province, u"decision-at-province"_s); },
        [&] { return checkTrail(m_letter, u"letter"_s, {{financeId, u"03"_s}, {provinceId, u"02"_s}}); },
        [&] { return checkTrail(m_decision, u"decision"_s, {{financeId, u"03"_s}, {provinceId, u"03"_s}}); },
        [&] { return reply(); },
        [&] { return receive(sender, {&m_reply}, u"reply"_s); },
        [&] { return accept(m_reply, sender, u"reply"_s); },
        [&] { return checkLink(); },
        [&] { return archive(); },
    };
    for (const auto& part : job) {
        if (auto done = part(); !done) {
            return std::unexpected(done.error());
        }
    }
    return m_result;
}

} // namespace

Result<DemoResult> playDemoJob(const DemoWorld& world, const Programs& programs, const QString& exportInto,
                               const DemoJobCallback& step) {
    return Player(world, programs, exportInto, step).play();
}

} // namespace app
