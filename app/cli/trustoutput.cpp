// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/trustoutput.h"

#include "app/cli/documentoutput.h"
#include "app/cli/verifyoutput.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace app::cli {

namespace {

using docsig::TrustItem;

QString kindWords(TrustItem::Kind kind, Language language) {
    const bool vietnamese = language == Language::Vietnamese;
    switch (kind) {
    case TrustItem::Kind::Root:
        return vietnamese ? u"chứng thư gốc, tự ký"_s : u"root, self-signed"_s;
    case TrustItem::Kind::Intermediate:
        return vietnamese ? u"chứng thư trung gian"_s : u"intermediate"_s;
    case TrustItem::Kind::RevocationList:
        return vietnamese ? u"danh sách thu hồi"_s : u"revocation list"_s;
    case TrustItem::Kind::Leaf:
        break;
    }
    return vietnamese ? u"chứng thư của người hoặc máy"_s : u"certificate of a person or machine"_s;
}

} // namespace

QJsonObject trustItemJson(const TrustItem& item, const QList<docsig::Finding>& concerns, Language language) {
    QJsonArray findings;
    for (const docsig::Finding& one : concerns) {
        findings.append(QJsonObject{{u"code"_s, one.code},
                                    {u"severity"_s, severityKey(one.weight)},
                                    {u"text"_s, sentence(one.code, language)}});
    }
    QJsonObject object{{u"kind"_s, trustKindKey(item.kind)},
                       {u"name"_s, item.name},
                       {u"from"_s, timeOrNull(item.from)},
                       {u"until"_s, timeOrNull(item.until)},
                       {u"sha256"_s, QString::fromLatin1(item.sha256)},
                       {u"findings"_s, findings}};
    if (item.kind == TrustItem::Kind::RevocationList) {
        object.insert(u"revoked"_s, item.revoked);
        return object;
    }
    object.insert(u"organisation"_s, item.certificate.organisation);
    object.insert(u"issuer"_s, item.certificate.issuerName);
    object.insert(u"serial"_s, item.certificate.serialHex);
    object.insert(u"key"_s, item.key);
    object.insert(u"selfSigned"_s, item.kind == TrustItem::Kind::Root);
    return object;
}

void printTrustItem(const Terminal& terminal, const TrustItem& item, const QList<docsig::Finding>& concerns,
                    const QString& remark) {
    terminal.line(u"%1 (%2)%3"_s.arg(item.name, kindWords(item.kind, terminal.language()),
                                     remark.isEmpty() ? QString() : u" — "_s + remark));
    if (item.kind != TrustItem::Kind::RevocationList) {
        terminal.line(u"  issued by %1, %2"_s.arg(item.certificate.issuerName, item.key),
                      u"  do %1 cấp, %2"_s.arg(item.certificate.issuerName, item.key));
    } else {
        terminal.line(u"  %1 entries"_s.arg(item.revoked), u"  %1 mục"_s.arg(item.revoked));
    }
    terminal.line(u"  %1 – %2"_s.arg(displayTime(item.from), item.until.isValid() ? displayTime(item.until) : u"…"_s));
    terminal.line(u"  SHA-256 "_s + displayFingerprint(item.sha256));
    for (const docsig::Finding& one : concerns) {
        const QString sign = one.weight == docsig::Weight::Fault ? u"✕"_s : u"△"_s;
        terminal.line(u"  %1 %2 [%3]"_s.arg(sign, sentence(one.code, terminal.language()), one.code));
    }
}

} // namespace app::cli
