// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"
#include "app/domain/opinion.h"
#include "app/services/keysource.h"
#include "docsig/keys/pin.h"

#include <QString>
#include <QStringList>

namespace app {

class OfficeDesk;

/// What somebody writes who answers.
struct AnswerForm {
    Stance stance = Stance::Agree;
    QString text{};
    QString as{}; ///< login or mailbox of the absent member in whose place it is given; empty: by answersFor()

    friend bool operator==(const AnswerForm&, const AnswerForm&) = default;
};

/// An answer that was checked and may be written down.
struct CheckedAnswer {
    QString member{}; ///< whose answer it is
    OpinionAnswer answer{};
    QString stream{};      ///< where it is written
    QStringList readers{}; ///< who learns of it
};

/// What is kept of the words of an answer. Codes: `opinion-answer-missing`, `opinion-answer-too-long`.
[[nodiscard]] Result<QString> answerWords(Stance stance, const QString& text);

/// Codes: those of Opinions::answer().
[[nodiscard]] Result<CheckedAnswer> checkedAnswer(const OfficeDesk& desk, const Opinion& opinion,
                                                  const AnswerForm& form);

/// The PDF of an answer, signed (PAdES B-B) with the person's key over answerStatement(), kept in the store; gives its
/// hash. Codes: those of the keys, of signing and of the layout. Needs a QGuiApplication.
[[nodiscard]] Result<QByteArray> signAnswer(const OfficeDesk& desk, const Opinion& opinion,
                                            const CheckedAnswer& checked, const KeySource& key, const docsig::Pin& pin);

/// Has every signed answer checked by congvan-verify whose PDF is here and was not checked yet, and keeps what was
/// found. Gives whether anything was.
[[nodiscard]] Result<bool> judgeAnswers(const OfficeDesk& desk, const Opinion& opinion);

/// Those who stand in for the people among these mailboxes, now or later, and must know of the question with them.
[[nodiscard]] Result<QStringList> standInsOfMembers(const OfficeDesk& desk, const QStringList& members);

} // namespace app
