// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/opinion.h"
#include "app/domain/person.h"
#include "app/domain/sentences.h"
#include "app/domain/sheet.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace app {

/// What the sheet of a question is made of.
struct OpinionSheetParts {
    Opinion opinion;
    QList<Person> people{}; ///< for names and titles
    QString superiorName{};
    QString officeName{};
    QDateTime made{};
    bool isOnPages = true; ///< a cell of a page has little room: what is longer goes on in the rows below
};

/// "Đồng ý", "Không đồng ý", "Ý kiến khác".
[[nodiscard]] QString stanceName(Stance stance, Language language);

/// What the signature with an answer is worth, in words; empty where there is none.
[[nodiscard]] QString signatureName(AnswerSignature signature, Language language);

/// The question, every member and every answer with its time, and who did not answer (bảng tổng hợp ý kiến). Nothing
/// is cut: what was changed later stands there as well and says so.
[[nodiscard]] Sheet opinionSheet(const OpinionSheetParts& parts, Language language);

/// One answer alone, with the question and what lay beside it, as its author signs it (phiếu trả lời). `statement`: its
/// hash, see answerStatement().
[[nodiscard]] Sheet answerSheet(const OpinionSheetParts& parts, const QString& member, const OpinionAnswer& answer,
                                const QByteArray& statement, Language language);

} // namespace app
