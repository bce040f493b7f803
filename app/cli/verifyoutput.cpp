// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verifyoutput.h"

#include "app/cli/documentoutput.h"
#include "docsig/report/reportjson.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace app::cli {

namespace {

using docsig::Judgement;

QJsonValue textOrNull(const QString& text) {
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonValue pageOrNull(int page) {
    return page >= 0 ? QJsonValue(page + 1) : QJsonValue(QJsonValue::Null);
}

QJsonArray findingsJson(const QList<docsig::Finding>& findings, Language language) {
    QJsonArray array;
    for (const docsig::Finding& one : findings) {
        array.append(QJsonObject{{u"code"_s, one.code},
                                 {u"severity"_s, severityKey(one.weight)},
                                 {u"part"_s, docsig::word(one.part)},
                                 {u"page"_s, pageOrNull(one.page)},
                                 {u"place"_s, textOrNull(one.place)},
                                 {u"text"_s, sentence(one.code, language)},
                                 {u"detail"_s, textOrNull(one.detail)}});
    }
    return array;
}

QJsonObject certificateJson(const docsig::CertificateFacts& facts) {
    return {{u"commonName"_s, facts.commonName},
            {u"title"_s, textOrNull(facts.title)},
            {u"organisation"_s, textOrNull(facts.organisation)},
            {u"organisationIdentifier"_s, textOrNull(facts.organisationIdentifier)},
            {u"issuer"_s, facts.issuerName},
            {u"serial"_s, facts.serialHex},
            {u"notBefore"_s, timeOrNull(facts.notBefore)},
            {u"notAfter"_s, timeOrNull(facts.notAfter)},
            {u"sha256"_s, QString::fromLatin1(facts.sha256)}};
}

QJsonObject signatureJson(const docsig::SignatureResult& one, Language language) {
    return {{u"field"_s, one.fieldName},
            {u"kind"_s, one.kind},
            {u"subFilter"_s, one.subFilter},
            {u"level"_s, docsig::word(one.level)},
            {u"signer"_s, textOrNull(one.signer.commonName)},
            {u"certificate"_s, one.signer.der.isEmpty() ? QJsonValue(QJsonValue::Null) : certificateJson(one.signer)},
            {u"signingTime"_s, timeOrNull(one.claimedTime)},
            {u"provenTime"_s, timeOrNull(one.provenTime.value_or(QDateTime()))},
            {u"reason"_s, textOrNull(one.reason)},
            {u"location"_s, textOrNull(one.location)},
            {u"page"_s, pageOrNull(one.page)},
            {u"revision"_s, one.revision + 1},
            {u"coversWholeFile"_s, one.coversWholeFile},
            {u"integrity"_s, docsig::word(one.integrity)},
            {u"coverage"_s, docsig::word(one.coverage)},
            {u"trust"_s, docsig::word(one.trust)},
            {u"time"_s, docsig::word(one.time)},
            {u"algorithm"_s, docsig::word(one.algorithm)},
            {u"findings"_s, findingsJson(one.findings, language)}};
}

QString mark(Judgement judgement) {
    switch (judgement) {
    case Judgement::Valid:
        return u"✓"_s;
    case Judgement::Invalid:
        return u"✕"_s;
    case Judgement::CannotTell:
        break;
    }
    return u"?"_s;
}

void printFindings(const Terminal& terminal, const QList<docsig::Finding>& findings, const QString& indent) {
    const bool vietnamese = terminal.language() == Language::Vietnamese;
    for (const docsig::Finding& finding : findings) {
        const QString sign = finding.weight == docsig::Weight::Fault   ? u"✕"_s
                             : finding.weight == docsig::Weight::Doubt ? u"△"_s
                                                                       : u"·"_s;
        const QString page =
            finding.page < 0 ? QString() : u" (%1 %2)"_s.arg(vietnamese ? u"trang"_s : u"page"_s).arg(finding.page + 1);
        terminal.line(
            u"%1%2 %3%4 [%5]"_s.arg(indent, sign, sentence(finding.code, terminal.language()), page, finding.code));
    }
}

void printSignature(const Terminal& terminal, const docsig::SignatureResult& signature) {
    const bool vietnamese = terminal.language() == Language::Vietnamese;
    const QString level =
        signature.level == docsig::Level::None ? QString() : u", PAdES "_s + docsig::word(signature.level);
    const QString signer = signature.signer.commonName.isEmpty()
                               ? (vietnamese ? u"không rõ người ký"_s : u"unknown signer"_s)
                               : signature.signer.commonName;
    terminal.line(u"  %1: %2%3"_s.arg(signature.fieldName, signer, level));
    if (signature.claimedTime.isValid()) {
        terminal.line(u"    signed %1 by the signer's clock"_s.arg(displayTime(signature.claimedTime)),
                      u"    ký lúc %1 theo đồng hồ của người ký"_s.arg(displayTime(signature.claimedTime)));
    }
    if (signature.provenTime) {
        terminal.line(u"    proven: before %1"_s.arg(displayTime(*signature.provenTime)),
                      u"    có bằng chứng: trước %1"_s.arg(displayTime(*signature.provenTime)));
    }
    const QString parts = vietnamese ? u"toàn vẹn %1  phạm vi %2  tin cậy %3  thời gian %4  thuật toán %5"_s
                                     : u"integrity %1  coverage %2  trust %3  time %4  algorithm %5"_s;
    terminal.line(u"    "_s + parts.arg(mark(signature.integrity), mark(signature.coverage), mark(signature.trust),
                                        mark(signature.time), mark(signature.algorithm)));
    printFindings(terminal, signature.findings, u"    "_s);
}

} // namespace

QString severityKey(docsig::Weight weight) {
    switch (weight) {
    case docsig::Weight::Note:
        return u"note"_s;
    case docsig::Weight::Doubt:
        return u"warning"_s;
    case docsig::Weight::Fault:
        break;
    }
    return u"error"_s;
}

QJsonObject verdictJson(const QString& file, const docsig::SignatureReport& report, Language language) {
    QJsonArray signatures;
    for (const docsig::SignatureResult& one : report.signatures) {
        signatures.append(signatureJson(one, language));
    }
    QJsonArray revisions;
    for (const docsig::RevisionInfo& one : report.revisions) {
        revisions.append(QJsonObject{{u"number"_s, one.index + 1},
                                     {u"endOffset"_s, one.endOffset},
                                     {u"explanation"_s, one.explanation},
                                     {u"details"_s, QJsonArray::fromStringList(one.details)}});
    }
    return {{u"file"_s, file},
            {u"verdict"_s, docsig::word(report.verdict)},
            {u"sha256"_s, textOrNull(QString::fromLatin1(report.documentSha256))},
            {u"size"_s, report.size},
            {u"pages"_s, report.pageCount},
            {u"signatures"_s, signatures},
            {u"revisions"_s, revisions},
            {u"findings"_s, findingsJson(report.findings, language)}};
}

void printVerdict(const Terminal& terminal, const QString& file, const docsig::SignatureReport& report) {
    terminal.line(u"%1: %2"_s.arg(file, verdictWord(report.verdict, terminal.language())));
    for (const docsig::SignatureResult& signature : report.signatures) {
        printSignature(terminal, signature);
    }
    printFindings(terminal, report.findings, u"  "_s);
}

} // namespace app::cli
