// SPDX-License-Identifier: GPL-3.0-or-later
// What the network answers about certificates. The input is three elements of DER: a root, a certificate, and what
// every address answers (an OCSP response, a list, issuers).
#include "docsig/cms/berelement.h"
#include "docsig/keys/certificate.h"
#include "docsig/trust/evidence.h"

#include <cstdint>
#include <cstdlib>

using namespace docsig;

namespace {

constexpr int mostQuestions = 100;

class OneAnswer final : public EvidenceSource {
public:
    explicit OneAnswer(QByteArrayView answer)
        : m_answer(answer.toByteArray()) {}

    Result<QByteArray> fetch(const EvidenceQuery&, std::stop_token) override {
        if (++m_questions > mostQuestions) {
            std::abort(); // the answers lead it in a circle
        }
        return m_answer;
    }

private:
    QByteArray m_answer;
    int m_questions = 0;
};

QByteArrayView takeElement(QByteArrayView& rest) {
    const auto element = firstBerElement(rest);
    const QByteArrayView taken = element ? element->whole : QByteArrayView();
    rest = rest.sliced(taken.size());
    return taken;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    QByteArrayView rest(data, static_cast<qsizetype>(size));
    const QByteArrayView root = takeElement(rest);
    const QByteArrayView certificate = takeElement(rest);
    const QDateTime at = QDateTime::fromSecsSinceEpoch(1'795'424'400); // 2026-11-23, as the seeds were made
    TrustStore store;
    store.addRoot(root);
    TrustStore whole = store;
    whole.addOcspResponse(rest);
    whole.addCrl(rest);
    const PathJudgement bare = judgePath(certificate, {}, store, at);
    const PathJudgement informed = judgePath(certificate, {}, whole, at);
    if (informed.trust == Judgement::Valid && (bare.trust == Judgement::Invalid || !describe(certificate))) {
        std::abort();
    }
    OneAnswer source(rest);
    const Evidence evidence = collectEvidence(certificate, {}, store, {}, at, source);
    if (evidence.isComplete() && evidence.certificates.isEmpty()) {
        std::abort(); // complete without a path
    }
    return 0;
}
