// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/opinion.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace app {

/// What is signed with an answer: SHA-256 (hex) over the question, the hashes of what lay beside it, who is asked, who
/// answers and what they say, each with its length before it. Whoever has question and answer makes the same bytes, so
/// that a signature can't be moved to another answer.
[[nodiscard]] QByteArray answerStatement(const Opinion& question, const QString& member, const OpinionAnswer& answer);

/// The reason of the signature in the answer's PDF, which names the statement; and what it names, nothing where it is
/// none.
[[nodiscard]] QString statementReason(const QByteArray& statement);
[[nodiscard]] std::optional<QByteArray> statementOf(const QString& reason);

/// What was found when the PDF of an answer was checked.
struct AnswerVerdict {
    QString verdict{};      ///< of the file: "valid", "invalid", "cannot-tell", …
    QString signer{};       ///< common name of the certificate
    QByteArray statement{}; ///< that the signature names; empty: none

    friend bool operator==(const AnswerVerdict&, const AnswerVerdict&) = default;
};

/// What that is worth for this answer of a person of that name: only a valid signature, by a certificate of that name,
/// over this very statement, is one. The name is compared without regard to case and spaces.
[[nodiscard]] AnswerSignature signatureOf(const AnswerVerdict& found, const QByteArray& statement, const QString& name);

} // namespace app
