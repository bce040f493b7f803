// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/opinionproof.h"

#include <QCryptographicHash>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

/// Takes fields one after the other; none can run into the next.
class StatementHash {
public:
    void add(const QString& value) { add(value.normalized(QString::NormalizationForm_C).toUtf8()); }
    void add(const QByteArray& value) {
        m_hash.addData(QByteArray::number(value.size()) + ':');
        m_hash.addData(value);
    }
    [[nodiscard]] QByteArray hex() const { return m_hash.result().toHex(); }

private:
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
};

QString plainName(const QString& name) {
    return name.normalized(QString::NormalizationForm_C).simplified().toCaseFolded();
}

} // namespace

QByteArray answerStatement(const Opinion& question, const QString& member, const OpinionAnswer& answer) {
    StatementHash hash;
    hash.add(u"congvan:opinion-answer:1"_s);
    hash.add(question.id.text());
    hash.add(question.leader);
    hash.add(question.subject);
    hash.add(question.text);
    hash.add(question.due.toString(Qt::ISODate));
    hash.add(QString::number(question.files.size()));
    for (const OpinionFile& file : question.files) {
        hash.add(file.sha256);
    }
    hash.add(member);
    hash.add(answer.by);
    hash.add(stanceKey(answer.stance));
    hash.add(answer.text);
    return hash.hex();
}

QString statementReason(const QByteArray& statement) {
    return u"Phiếu lấy ý kiến, sha256:"_s + QString::fromLatin1(statement);
}

std::optional<QByteArray> statementOf(const QString& reason) {
    static const QRegularExpression form(u"\\APhiếu lấy ý kiến, sha256:([0-9a-f]{64})\\z"_s);
    const QRegularExpressionMatch match = form.match(reason.normalized(QString::NormalizationForm_C));
    return match.hasMatch() ? std::optional(match.captured(1).toLatin1()) : std::nullopt;
}

AnswerSignature signatureOf(const AnswerVerdict& found, const QByteArray& statement, const QString& name) {
    const bool isTheirs = !found.signer.isEmpty() && plainName(found.signer) == plainName(name);
    if (found.statement != statement || !isTheirs) {
        return AnswerSignature::Wrong;
    }
    if (found.verdict == "valid"_L1) {
        return AnswerSignature::Valid;
    }
    return found.verdict == "cannot-tell"_L1 ? AnswerSignature::CannotTell : AnswerSignature::Wrong;
}

} // namespace app
