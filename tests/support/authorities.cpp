// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/authorities.h"

#include <QUrl>

#include <condition_variable>

namespace support {

using docsig::DemoLevel;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype oversize = 20 * 1024 * 1024;

StampFault stampFaultOf(EvidenceFault fault) {
    switch (fault) {
    case EvidenceFault::Refused:
        return StampFault::Refused;
    case EvidenceFault::OtherNonce:
        return StampFault::OtherNonce;
    case EvidenceFault::OtherImprint:
        return StampFault::OtherImprint;
    case EvidenceFault::Broken:
        return StampFault::BrokenSignature;
    default:
        return StampFault::None;
    }
}

} // namespace

Authorities::Authorities(docsig::DemoAuthority& authority, const QDateTime& now)
    : m_authority(authority) {
    m_stamper = authority.issueTimeStamper(u"BẢN THỬ – Dấu thời gian"_s).value();
    m_rootResponder = authority.issueOcspResponder(DemoLevel::Root).value();
    m_intermediateResponder = authority.issueOcspResponder(DemoLevel::Intermediate).value();
    restore(now);
}

void Authorities::restore(const QDateTime& now) {
    const std::lock_guard lock(m_guard);
    m_now = now;
    m_root = {};
    m_root.signer = m_rootResponder;
    m_intermediate = {};
    m_intermediate.signer = m_intermediateResponder;
    m_faults.clear();
    m_answers.clear();
}

void Authorities::setNow(const QDateTime& now) {
    const std::lock_guard lock(m_guard);
    m_now = now;
}

void Authorities::renewStamper(const QDateTime& now) {
    const std::lock_guard lock(m_guard);
    m_authority.moveTo(now);
    m_stamper = m_authority.issueTimeStamper(u"BẢN THỬ – Dấu thời gian mới"_s).value();
    m_authority.moveTo(QDateTime::currentDateTimeUtc()); // other tests share it
}

void Authorities::setFault(const QByteArray& path, EvidenceFault fault) {
    const std::lock_guard lock(m_guard);
    m_faults.insert(path, fault);
}

void Authorities::setAnswer(const QByteArray& path, const QByteArray& body) {
    const std::lock_guard lock(m_guard);
    m_answers.insert(path, body);
}

void Authorities::setOcspManner(DemoLevel level, const OcspManner& manner) {
    const std::lock_guard lock(m_guard);
    (level == DemoLevel::Root ? m_root : m_intermediate) = manner;
}

QByteArray Authorities::ocsp(DemoLevel level, const QByteArray& body) const {
    OcspManner manner = level == DemoLevel::Root ? m_root : m_intermediate;
    manner.thisUpdate = manner.thisUpdate.isValid() ? manner.thisUpdate : m_now.addSecs(-60);
    manner.nextUpdate = manner.nextUpdate.isValid() ? manner.nextUpdate : m_now.addDays(1);
    manner.producedAt = manner.producedAt.isValid() ? manner.producedAt : m_now;
    manner.revokedAt = [this](const QString& serial) { return m_authority.revokedAt(serial); };
    return ocspAnswer(body, manner);
}

Authorities::Answer Authorities::sound(const QByteArray& path, const QByteArray& body, EvidenceFault fault) const {
    const bool refused = fault == EvidenceFault::Refused;
    if (path == stampPath) {
        return {200, timeStampAnswer(m_stamper, body, m_now, stampFaultOf(fault))};
    }
    if (path == "/ocsp/goc" || path == "/ocsp/trung-gian") {
        const DemoLevel level = path == "/ocsp/goc" ? DemoLevel::Root : DemoLevel::Intermediate;
        return {200, refused ? ocspRefusal() : ocsp(level, body)};
    }
    if (path == "/goc.crl") {
        return {200, m_authority.rootCrl(m_now.addDays(-1), m_now.addDays(30)).value_or(QByteArray())};
    }
    if (path == "/trung-gian.crl") {
        return {200, m_authority.intermediateCrl(m_now.addDays(-1), m_now.addDays(7)).value_or(QByteArray())};
    }
    if (path == "/goc.der") {
        return {200, m_authority.rootCertificate()};
    }
    if (path == "/trung-gian.der") {
        return {200, m_authority.intermediateCertificate()};
    }
    return {404, "not here"};
}

Authorities::Answer Authorities::answer(const QByteArray& path, const QByteArray& body) const {
    const std::lock_guard lock(m_guard);
    if (m_answers.contains(path)) {
        return {200, m_answers.value(path)};
    }
    const EvidenceFault fault = m_faults.value(path, EvidenceFault::None);
    switch (fault) {
    case EvidenceFault::HttpError:
        return {500, "out of order"};
    case EvidenceFault::Garbage:
        return {200, "<html>please log in</html>"};
    case EvidenceFault::Oversize:
        return {200, QByteArray(oversize, '\0')};
    case EvidenceFault::Hangs:
        return {200, {}, true};
    default:
        break;
    }
    Answer answer = sound(path, body, fault);
    if (fault == EvidenceFault::Broken && path != stampPath && !answer.body.isEmpty()) {
        answer.body.back() = static_cast<char>(answer.body.back() ^ 1);
    }
    return answer;
}

docsig::Result<QByteArray> MemoryEvidence::fetch(const docsig::EvidenceQuery& query, std::stop_token stop) {
    const QByteArray path = QUrl(query.address).path().toLatin1();
    {
        const std::lock_guard lock(m_guard);
        m_asked.append(path);
    }
    const Authorities::Answer answer = m_authorities.answer(path, query.body);
    if (answer.hangs) {
        std::mutex guard;
        std::unique_lock lock(guard);
        std::condition_variable_any waiting;
        waiting.wait(lock, stop, [] { return false; });
    }
    if (stop.stop_requested()) {
        return std::unexpected(docsig::Error{u"test-stopped"_s, query.address});
    }
    if (answer.status != 200) {
        return std::unexpected(docsig::Error{u"test-http-error"_s, QString::number(answer.status)});
    }
    return answer.body;
}

QList<QByteArray> MemoryEvidence::asked() const {
    const std::lock_guard lock(m_guard);
    return m_asked;
}

} // namespace support
