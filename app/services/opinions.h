// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentid.h"
#include "app/domain/error.h"
#include "app/domain/opinion.h"
#include "app/domain/person.h"
#include "app/domain/sentences.h"
#include "app/services/opinionanswering.h"

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>

namespace app {

class OfficeDesk;

/// What somebody writes who asks for opinions.
struct OpinionForm {
    QString leader{}; ///< login or mailbox of the leader in whose name it is asked; empty: oneself
    QString subject{};
    QString text{};
    QDate due{};                   ///< the last day for an answer
    QStringList members{};         ///< logins or mailboxes; whoever asks is left out
    QList<DocumentId> documents{}; ///< of this desk: their main files lie beside the question
    QStringList files{};           ///< paths
    QStringList offices{};         ///< codes of other offices; a document asks them (OpinionOffices)
    bool isSigned = false;         ///< answers are wanted with a signature

    friend bool operator==(const OpinionForm&, const OpinionForm&) = default;
};

/// Whether that person may ask in their own name; a clerk or an officer asks in the name of a leader.
[[nodiscard]] bool asksInOwnName(Role role);
/// Whether that person may ask at all, in whose name ever.
[[nodiscard]] bool mayAskOpinions(Role role);

/// Use case of the leader, of who asks in a leader's name, and of everybody asked (phiếu lấy ý kiến): a question with
/// files to members of the own office. Its stream has those members and nobody else; each answer goes into a stream of
/// the member's own, to whoever asks. Written down and shown before it is sent; works without a network. Blocking; any
/// thread but the GUI's.
class Opinions {
public:
    explicit Opinions(OfficeDesk& desk);

    /// `opinion-asking-not-allowed`, `opinion-leader-unknown`, `opinion-subject-missing`, `opinion-subject-too-long`,
    /// `opinion-text-too-long`, `opinion-day-wrong` (none, past, or over a year ahead), `opinion-members-missing`,
    /// `opinion-member-unknown`, `opinion-office-unknown`, `opinion-members-too-many`, `opinion-files-too-many`,
    /// `shared-file-empty`, `shared-file-too-large`, `secret-never-sent`, `document-not-found`, those of the contents.
    [[nodiscard]] Result<OpinionId> ask(const OpinionForm& form);
    /// The first answer, or another one instead; in the place of somebody absent by who stands in for them.
    /// `opinion-not-asked`, `opinion-not-in-place` (nobody for whom they stand in), `opinion-over` (closed),
    /// `opinion-change-late` (the last day is over and there is an answer), `opinion-answer-missing` (no words, and not
    /// simply yes), `opinion-answer-too-long`, `opinion-answers-full`, `opinion-signature-wanted`.
    [[nodiscard]] Result<void> answer(const OpinionId& id, const AnswerForm& form);
    [[nodiscard]] Result<void> answer(const OpinionId& id, Stance stance, const QString& text) {
        return answer(id, {.stance = stance, .text = text});
    }
    /// The same, signed: a PDF with question and answer is signed and goes along (signAnswer()). Also the codes of the
    /// keys and of signing. Needs a QGuiApplication.
    [[nodiscard]] Result<void> answerSigned(const OpinionId& id, const AnswerForm& form, const KeySource& key,
                                            const docsig::Pin& pin);
    /// Brings who will stand in for this person into the open questions that they are asked.
    [[nodiscard]] Result<void> bring(const QString& standIn);
    /// Takes no answers any more. `opinion-not-asker`, `opinion-over`, `reason-missing` (before the end of its last
    /// day), `reason-too-long`.
    [[nodiscard]] Result<void> close(const OpinionId& id, const QString& reason = {});

    /// What waits for this person first.
    [[nodiscard]] Result<QList<OpinionSummary>> list() const;
    /// With what the signatures of its answers are worth: those that came since are checked now. `opinion-not-found`.
    [[nodiscard]] Result<Opinion> show(const OpinionId& id) const;
    /// By its id or the beginning of it: `opinion-not-found`, `opinion-ambiguous`.
    [[nodiscard]] Result<OpinionId> find(const QString& text) const;

    /// The place of its file of that index, read only; that a document of the office is looked at is written down.
    /// `opinion-file-unknown`, `content-missing`.
    [[nodiscard]] Result<QString> openFile(const OpinionId& id, int index);
    /// Writes a copy of it; that a document of the office leaves the store is written down first. Also the codes of
    /// saveCopy().
    [[nodiscard]] Result<void> saveFile(const OpinionId& id, int index, const QString& path);

    /// The sheet with the question, every member and every answer (bảng tổng hợp ý kiến), for whoever asks; the file's
    /// ending says as what (.pdf, .csv, .ods). That it left the store is written down first. `opinion-not-asker`, codes
    /// of writeSheet(). A PDF needs a QGuiApplication.
    [[nodiscard]] Result<OpinionTally> saveTally(const OpinionId& id, const QString& path, Language language);

private:
    [[nodiscard]] Result<Opinion> askedByMe(const OpinionId& id) const;
    [[nodiscard]] Result<OpinionFile> fileOf(const OpinionId& id, int index) const;
    [[nodiscard]] Result<Opinion> openFor(const OpinionId& id) const;
    [[nodiscard]] Result<void> record(const OpinionId& id, const CheckedAnswer& checked, const QByteArray& proof);

    OfficeDesk& m_desk;
};

/// The question, where this person asks it and it takes answers still. `opinion-not-asker`, `opinion-over`,
/// `opinion-not-found`.
[[nodiscard]] Result<Opinion> openQuestionOf(const OfficeDesk& desk, const OpinionId& id);

} // namespace app
