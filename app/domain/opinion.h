// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentid.h"
#include "app/domain/organid.h"

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace app {

/// What a member says to the question of a leader (phiếu lấy ý kiến): đồng ý, không đồng ý, ý kiến khác.
enum class Stance { Agree, Disagree, Other };

/// "agree", "disagree", "other".
[[nodiscard]] QString stanceKey(Stance stance);
[[nodiscard]] std::optional<Stance> stanceFromKey(QStringView key);

/// What the signature with an answer is worth. An answer that has none was not signed. Where signatures are wanted
/// (Opinion::isSigned), only an answer with a valid one is among the figures (countedAnswer()).
enum class AnswerSignature { None, Unchecked, Valid, CannotTell, Wrong };
/// "none", "unchecked", "valid", "cannot-tell", "wrong".
[[nodiscard]] QString signatureKey(AnswerSignature signature);

/// A file that lies beside the question.
struct OpinionFile {
    QString name{};                       ///< text to show, never a path
    QByteArray sha256{};                  ///< hex
    qint64 size = 0;                      ///< bytes
    std::optional<DocumentId> document{}; ///< of the asking office, whose main file it is

    friend bool operator==(const OpinionFile&, const OpinionFile&) = default;
};

/// One answer of a member. All of them are kept; the last one that counts is the member's.
struct OpinionAnswer {
    Stance stance = Stance::Agree;
    QString text{};          ///< plain text; see commentText()
    QDateTime at{};          ///< UTC, of the server; of the author's clock while it waits
    QString stream{};        ///< where it was written
    bool isLate = false;     ///< came after the last day
    bool counts = true;      ///< false: a change that came after the last day, or it is unsigned
    bool isUnsigned = false; ///< a signature is wanted, and it has none, or one that is wrong
    bool isPending = false;  ///< not at the server yet
    QString by{};            ///< mailbox of who wrote it; another than the member's: in their place
    QByteArray proof{};      ///< hash of the signed PDF; empty: it is not signed
    AnswerSignature signature = AnswerSignature::None;
    QString signerName{};                 ///< in the certificate
    std::optional<DocumentId> document{}; ///< in which another office says so

    friend bool operator==(const OpinionAnswer&, const OpinionAnswer&) = default;
};

/// Who is asked: a person of the office, or another office, which answers by a document.
struct OpinionMember {
    QString mailbox{};              ///< of another office: its code
    QString officeName{};           ///< of another office; empty: a person
    QList<OpinionAnswer> answers{}; ///< in their order

    /// The one that counts; null: none was given. Lives as long as the list is not changed.
    [[nodiscard]] const OpinionAnswer* answer() const;
    [[nodiscard]] bool isOffice() const { return !officeName.isEmpty(); }

    friend bool operator==(const OpinionMember&, const OpinionMember&) = default;
};

/// A question of a leader to members of the own office. A member's desk knows the question and the own answers alone:
/// what others said goes to whoever asks and to nobody else.
struct Opinion {
    OpinionId id;
    QString by{};     ///< mailbox of who wrote it
    QString leader{}; ///< mailbox of the leader in whose name it is asked; often the same
    QString subject{};
    QString text{};
    QDate due{}; ///< the last day for an answer, in Vietnam
    QList<OpinionFile> files{};
    QList<OpinionMember> members{};
    QDateTime asked{}; ///< UTC, see OpinionAnswer::at
    QDateTime closed{};
    QString closedBy{};
    QString closeReason{};
    bool isSigned = false;      ///< answers are wanted with a signature
    QList<DocumentId> sentBy{}; ///< documents of ours in which other offices are asked
    bool isPending = false;     ///< the question or its end is not at the server yet

    [[nodiscard]] bool isClosed() const { return closed.isValid(); }
    [[nodiscard]] bool isAsker(const QString& mailbox) const { return mailbox == by || mailbox == leader; }
    /// Null: no member.
    [[nodiscard]] const OpinionMember* member(const QString& mailbox) const;
    [[nodiscard]] bool takesPart(const QString& mailbox) const {
        return isAsker(mailbox) || member(mailbox) != nullptr;
    }

    friend bool operator==(const Opinion&, const Opinion&) = default;
};

/// How many members said what.
struct OpinionTally {
    int members = 0;
    int agree = 0;
    int disagree = 0;
    int other = 0;
    int withSignature = 0; ///< of those that were given, with one that is valid
    int notSigned = 0;     ///< said something without the valid signature that is wanted: among none of the others

    [[nodiscard]] int answered() const { return agree + disagree + other; }
    /// Said nothing.
    [[nodiscard]] int missing() const { return members - answered() - notSigned; }

    friend bool operator==(const OpinionTally&, const OpinionTally&) = default;
};
[[nodiscard]] OpinionTally tallyOf(const Opinion& opinion);
/// The answer of a member that is among the figures; null: none is. Where signatures are wanted of people, it has a
/// valid one. Lives as long as the question is not changed.
[[nodiscard]] const OpinionAnswer* countedAnswer(const Opinion& opinion, const OpinionMember& member);
/// Which answers count, now that it is known what their signatures are worth: one that is wanted signed and whose
/// signature is wrong leaves its member asked, as if it had none.
void weighSignatures(Opinion& opinion);

/// A question in a list, as one person sees it.
struct OpinionSummary {
    OpinionId id;
    QString subject{};
    QString by{};
    QString leader{};
    QDate due{};
    QDateTime asked{};
    QDateTime closed{};
    int members = 0;
    int answered = 0;            ///< known to whoever asks alone
    bool isAsker = false;        ///< this person asks
    std::optional<Stance> own{}; ///< their answer
    bool isPending = false;
    QString answersFor{}; ///< mailbox of the absent member whose answer `own` is; empty: their own

    [[nodiscard]] bool isClosed() const { return closed.isValid(); }
    /// For this person's answer.
    [[nodiscard]] bool waits() const { return !isAsker && !isClosed() && !own; }
    /// This person asked, and there is nothing to wait for any more: the last day is over, or all have answered.
    [[nodiscard]] bool isToClose(const QDate& today) const {
        return isAsker && !isClosed() && (due < today || answered >= members);
    }

    friend bool operator==(const OpinionSummary&, const OpinionSummary&) = default;
};

inline constexpr int longestOpinionSubject = 300; ///< characters
inline constexpr int longestOpinionText = 10'000;
inline constexpr int longestOpinionAnswer = 4000;
inline constexpr int longestOpinionReason = 500;
inline constexpr int longestOpinionFileName = 120;
inline constexpr int mostOpinionMembers = 500;
inline constexpr int mostOpinionFiles = 20;
inline constexpr int mostOpinionAnswers = 100; ///< of one member
inline constexpr int mostOpinionSendings = 50; ///< documents by which other offices are asked
inline constexpr int longestOpinionDays = 366;

/// Whether an answer says enough: who does not simply agree says why. `text`: as of commentText().
[[nodiscard]] bool isWholeAnswer(Stance stance, const QString& text);

/// For whom that person would answer now: themselves where they are asked and have not; else somebody absent for whom
/// they stand in (Person::standsFor) and who has not; else themselves, or the first of those. Nothing where they are
/// not asked. Whoever asks answers for nobody.
[[nodiscard]] std::optional<QString> answersFor(const Opinion& opinion, const QString& mailbox,
                                                const QStringList& standsFor);

/// Folds one question from what was written about it, in order of the server's time. Whoever breaks a rule is ignored:
/// only people of the own office ask and are asked, the leader in whose name it is asked must take part, only members
/// answer, only who asks closes, nothing counts after that. Until its last day a member changes their answer; after it
/// one that is missing still comes, late, until the question is closed. Where signatures are wanted, an answer of a
/// person without one is kept and counts for nothing.
///
/// In the place of somebody absent answers who stood in for them at the server's time of the answer, as `standsIn`
/// says; whoever asks does not. What another office says is entered by whoever asks, with the document in which it says
/// so.
class OpinionFold {
public:
    /// Whether the second stood in for the first at that moment.
    using StandsIn = std::function<bool(const QString& by, const QString& to, const QDateTime& moment)>;

    explicit OpinionFold(const OrganId& office, StandsIn standsIn = {})
        : m_office(office)
        , m_standsIn(std::move(standsIn)) {}

    /// False where it counts for nothing, as with the others. `joining`: who takes part from it on.
    bool ask(const Opinion& asked, const QStringList& joining);
    /// `as`: the member in whose place it is given; empty: in person.
    bool answer(const QString& by, const OpinionAnswer& given, const QString& as = {});
    /// The question goes to the other offices by this document.
    bool send(const QString& by, const DocumentId& document);
    /// What that office says.
    bool record(const QString& by, const OrganId& office, const OpinionAnswer& said);
    bool close(const QString& by, const QString& reason, const QDateTime& at, bool isPending);

    /// Nothing: nobody asked anything that counts.
    [[nodiscard]] const std::optional<Opinion>& opinion() const { return m_opinion; }

private:
    [[nodiscard]] bool isAllowed(const Opinion& asked, const QStringList& joining) const;
    [[nodiscard]] bool mayAnswerFor(const QString& member, const OpinionAnswer& given) const;
    bool append(const QString& member, OpinionAnswer answer);

    OrganId m_office;
    StandsIn m_standsIn;
    std::optional<Opinion> m_opinion;
};

} // namespace app
