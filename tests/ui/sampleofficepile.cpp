// SPDX-License-Identifier: GPL-3.0-or-later
// Several documents with one PIN, over the office in memory.
#include "tests/ui/sampleoffice.h"

using namespace Qt::Literals::StringLiterals;

namespace tests {

app::PileView SampleOffice::openPile(const QList<app::DocumentId>& ids, const app::PileProgress& progress,
                                     std::stop_token stop) {
    app::PileView pile;
    for (const app::DocumentId& id : ids) {
        if (stop.stop_requested()) {
            break;
        }
        const auto document = detail(id);
        const auto shown = view(id);
        app::PileCheck check{.summary = document->summary,
                             .sha256 = shown->sha256,
                             .report = shown->report,
                             .signedBefore = false,
                             .error = {}};
        if (progress) {
            progress(pile.checks.size(), ids.size(), check.summary);
        }
        if (check.summary.subject.contains(u"trả lời"_s)) {
            docsig::Finding script;
            script.code = u"content-script"_s;
            script.weight = docsig::Weight::Doubt;
            check.report.findings << script;
        }
        pile.certificate = shown->certificate;
        pile.checks << check;
    }
    return pile;
}

app::Result<app::PileOutcome> SampleOffice::signPile(const QList<app::PileCheck>& checks, const app::KeySource& key,
                                                     const docsig::Pin& pin, const app::PileProgress& progress,
                                                     std::stop_token stop) {
    if (pin.utf8() != rightPin.toUtf8()) {
        std::ignore = note(u"wrong-pin"_s);
        return std::unexpected(app::Error(u"pkcs12-wrong-pin"_s, {}));
    }
    app::PileOutcome outcome;
    for (const app::PileCheck& check : checks) {
        app::PileResult result{
            .summary = check.summary, .state = app::PileResult::State::NotReached, .error = {}, .receipt = {}};
        if (!stop.stop_requested()) {
            if (progress) {
                progress(outcome.results.size(), checks.size(), check.summary);
            }
            if (whileSigning) {
                whileSigning(outcome.results.size());
            }
            if (check.summary.subject == failing) {
                result.state = app::PileResult::State::Failed;
                result.error = app::Error(u"signing-other-bytes"_s, {});
            } else if (auto receipt = sign(check.summary.id, check.sha256, key, pin)) {
                result.state = app::PileResult::State::Signed;
                result.receipt = *receipt;
            } else {
                result.state = app::PileResult::State::Failed;
                result.error = receipt.error();
            }
        }
        outcome.results << result;
    }
    return outcome;
}

app::Result<QList<app::Person>> SampleOffice::people() {
    QList<app::Person> all = *leaders();
    for (const auto& [login, name, title] : {std::tuple{u"chuyenvien"_s, u"Lê Minh C"_s, u"CHUYÊN VIÊN"_s},
                                             std::tuple{u"truongphong"_s, u"Phạm Thu D"_s, u"TRƯỞNG PHÒNG"_s}}) {
        app::Person person = all.first();
        person.login = login;
        person.name = name;
        person.title = title;
        person.role = app::Role::Officer;
        person.unit = u"tchc"_s;
        person.unitName = unitNames.value(person.unit);
        all << person;
    }
    return all;
}

void SampleOffice::addToInitial() {
    app::DocumentDetail& detail = add(app::Folder::ToSign, u"Sở Tài chính, Sở Y tế"_s,
                                      u"Ban hành Quy chế công tác văn thư, lưu trữ của Sở Nội vụ"_s, {});
    detail.summary.incoming = false;
    detail.summary.state = app::DocumentState::WaitingForInitial;
    detail.summary.kindName = u"Quyết định"_s;
    detail.kind = app::DocumentKind::QuyetDinh;
    detail.issuer = {m_profile.agency.id, u"Sở Nội vụ"_s};
    detail.signer = {{}, u"GIÁM ĐỐC"_s, u"Trần Thị B"_s, u"H99.02/giamdoc"_s};
    detail.author = u"H99.02/khac"_s;
    detail.initialBy = m_profile.person.mailbox();
}

app::Result<app::SigningView> SampleOffice::openToInitial(const app::DocumentId& id) {
    auto shown = view(id);
    if (shown) {
        shown->place = m_decisionPage.places.initial;
    }
    return shown;
}

app::Result<app::SigningReceipt> SampleOffice::initial(const app::DocumentId& id, const QByteArray& shownSha256,
                                                       const app::KeySource&, const docsig::Pin& pin) {
    auto receipt = take(u"initial"_s, id, shownSha256, pin);
    const QMutexLocker lock(&m_mutex);
    if (app::DocumentDetail* document = receipt ? find(id) : nullptr) {
        document->summary.state = app::DocumentState::WaitingForSignature;
        document->summary.folder = app::Folder::ToSign;
    }
    return receipt;
}

} // namespace tests
