// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presentation/rowpresenter.h"

#include "app/domain/applicationkind.h"
#include "app/domain/vietnamtime.h"

#include <QCoreApplication>
#include <QHash>

namespace ui {

using namespace Qt::Literals::StringLiterals;
using app::DocumentState;
using docsig::Verdict;

namespace {

struct RowWords {
    Q_DECLARE_TR_FUNCTIONS(ui::Rows)
};

void sayVerdict(RowText& row, const app::DocumentSummary& document) {
    if (document.state == DocumentState::Problem) {
        row.verdict = RowWords::tr("Can't be read");
        row.verdictIcon = "cross"_L1;
        row.verdictTone = Tone::Bad;
        return;
    }
    if (document.paper) {
        row.verdict = RowWords::tr("Paper document");
        row.verdictIcon = "pages"_L1;
        row.verdictTone = Tone::Neutral;
        return;
    }
    if (document.isTask()) {
        return; // nothing is signed
    }
    if (!document.verdict) {
        row.verdict = RowWords::tr("Not checked yet");
        row.verdictIcon = "clock"_L1;
        row.verdictTone = Tone::Neutral;
        return;
    }
    const app::VerdictFacts& facts = *document.verdict;
    switch (facts.verdict) {
    case Verdict::Valid:
        row.verdict = RowWords::tr("%n valid signature(s)", nullptr, facts.signatures);
        row.verdictIcon = "check"_L1;
        row.verdictTone = Tone::Good;
        return;
    case Verdict::Invalid:
        row.verdictIcon = "cross"_L1;
        row.verdictTone = Tone::Bad;
        break;
    case Verdict::Unreadable:
        row.verdictIcon = "cross"_L1;
        row.verdictTone = Tone::Bad;
        break;
    case Verdict::CannotTell:
        row.verdictIcon = "question"_L1;
        row.verdictTone = Tone::Caution;
        break;
    case Verdict::Unsigned:
        row.verdictIcon = "alert"_L1;
        row.verdictTone = Tone::Caution;
        break;
    }
    row.verdict = shortFinding(facts.worstFinding, facts.verdict);
}

/// The table outlives the window.
QLatin1String iconOf(const app::ApplicationKind& kind) {
    static QHash<QString, QByteArray> names;
    const auto known = names.constFind(kind.key);
    const QByteArray& name = known != names.cend() ? *known : *names.insert(kind.key, kind.icon.toLatin1());
    return QLatin1String(name);
}

/// What hangs over a document is said before anything else about it.
void sayMark(RowText& row, const app::DocumentSummary& document) {
    const bool isOver = document.state == DocumentState::Withdrawn || document.state == DocumentState::Replaced ||
                        document.state == DocumentState::Voided;
    const QString words = isOver ? stateWords(document.state) : markWords(document.mark);
    if (!words.isEmpty()) {
        const bool waits = document.mark == app::ChangeMark::RecallOffered ||
                           document.mark == app::ChangeMark::Update || document.mark == app::ChangeMark::UpdateOffered;
        row.verdict = words;
        row.verdictIcon = waits ? "alert"_L1 : "reply"_L1;
        row.verdictTone = waits ? Tone::Caution : Tone::Neutral;
    }
}

void sayState(RowText& row, const app::DocumentSummary& document) {
    row.verdict = stateWords(document.state);
    switch (document.state) {
    case DocumentState::Returned:
        row.verdictIcon = "alert"_L1;
        row.verdictTone = Tone::Caution;
        break;
    case DocumentState::Sent:
        row.verdictIcon = document.pending ? "clock"_L1 : "send"_L1;
        row.verdict = document.pending ? RowWords::tr("Waits for the server") : row.verdict;
        break;
    default:
        row.verdictIcon = {};
        break;
    }
}

/// That somebody was reminded of the work, or a head was told: in words, beside what else the label says.
void sayReminder(RowText& row, const app::DocumentSummary& document) {
    if (!document.reminded) {
        return;
    }
    const bool isBefore = *document.reminded == app::ReminderStage::Before;
    const QString words = isBefore                                              ? RowWords::tr("reminded")
                          : *document.reminded == app::ReminderStage::Escalated ? RowWords::tr("reported late")
                                                                                : RowWords::tr("reminded: late");
    row.tag = row.tag.isEmpty() ? words : row.tag + u" · "_s + words;
    row.tagTone = isBefore ? row.tagTone : Tone::Bad;
}

bool isDone(DocumentState state) {
    return state == DocumentState::Answered || state == DocumentState::Refused || state == DocumentState::Withdrawn ||
           state == DocumentState::Replaced || state == DocumentState::Voided;
}

} // namespace

QString urgencyWords(app::Urgency urgency) {
    switch (urgency) {
    case app::Urgency::Normal:
        return {};
    case app::Urgency::Urgent:
        return RowWords::tr("URGENT");
    case app::Urgency::VeryUrgent:
        return RowWords::tr("VERY URGENT");
    case app::Urgency::Express:
        return RowWords::tr("EXPRESS");
    }
    return {};
}

QString stateWords(DocumentState state) {
    switch (state) {
    case DocumentState::Draft:
        return RowWords::tr("Draft");
    case DocumentState::WaitingForInitial:
        return RowWords::tr("Waits for initials");
    case DocumentState::WaitingForSignature:
        return RowWords::tr("Waits for signature");
    case DocumentState::Returned:
        return RowWords::tr("Given back");
    case DocumentState::Signed:
        return RowWords::tr("Waits for its number");
    case DocumentState::Numbered:
        return RowWords::tr("Waits for the seal");
    case DocumentState::Sealed:
        return RowWords::tr("Ready to send");
    case DocumentState::Sent:
        return RowWords::tr("Sent");
    case DocumentState::Arrived:
        return RowWords::tr("Waits to be accepted");
    case DocumentState::Registered:
        return RowWords::tr("Accepted");
    case DocumentState::Refused:
        return RowWords::tr("Returned to sender");
    case DocumentState::Answered:
        return RowWords::tr("Answered");
    case DocumentState::Withdrawn:
        return RowWords::tr("Withdrawn");
    case DocumentState::Replaced:
        return RowWords::tr("Replaced");
    case DocumentState::Problem:
        return RowWords::tr("Can't be read");
    case DocumentState::Voided:
        return RowWords::tr("Number void");
    }
    return {};
}

QString markWords(app::ChangeMark mark) {
    switch (mark) {
    case app::ChangeMark::None:
        break;
    case app::ChangeMark::RecallOffered:
        return RowWords::tr("Sender asks for it back");
    case app::ChangeMark::UpdateOffered:
        return RowWords::tr("A new version came");
    case app::ChangeMark::Update:
        return RowWords::tr("New version");
    case app::ChangeMark::Replaced:
        return RowWords::tr("Replaced");
    case app::ChangeMark::RecallAsked:
        return RowWords::tr("Asked back");
    }
    return {};
}

QString shortFinding(const QString& code, Verdict verdict) {
    static const QStringList changes{u"page"_s,   u"object"_s, u"annotation"_s, u"field"_s,
                                     u"widget"_s, u"locked"_s, u"catalog"_s,    u"form"_s};
    if (code.startsWith("seal-"_L1)) {
        return verdict == Verdict::Invalid ? RowWords::tr("Seal is not the sender's")
                                           : RowWords::tr("Seal not known yet");
    }
    if (code == "number-differs"_L1 || code == "date-differs"_L1) {
        return RowWords::tr("Number or date differs");
    }
    if (code == "signer-differs"_L1) {
        return RowWords::tr("Signer differs");
    }
    if (verdict == Verdict::Invalid && changes.contains(code.section(u'-', 0, 0))) {
        return RowWords::tr("Changed after signing");
    }
    if (code.contains("revo"_L1)) {
        return verdict == Verdict::Invalid ? RowWords::tr("Certificate was revoked")
                                           : RowWords::tr("Revocation not known");
    }
    if (code.contains("expired"_L1)) {
        return RowWords::tr("Certificate expired");
    }
    if (code.contains("root"_L1) || code.contains("path"_L1)) {
        return RowWords::tr("Issuer not known");
    }
    switch (verdict) {
    case Verdict::Invalid:
        return RowWords::tr("Signature not valid");
    case Verdict::Unsigned:
        return RowWords::tr("No digital signature");
    case Verdict::Unreadable:
        return RowWords::tr("File can't be read");
    case Verdict::CannotTell:
        return RowWords::tr("Signature can't be confirmed");
    case Verdict::Valid:
        break;
    }
    return {};
}

RowText rowOf(const app::DocumentSummary& document, const Formatter& formatter, const QDate& today) {
    RowText row;
    row.time = formatter.listTime(document.time, today);
    row.tag = urgencyWords(document.urgency);
    row.tagTone = document.urgency == app::Urgency::Express ? Tone::Bad : Tone::Caution;
    row.unread = document.unread || document.mentioned;
    if (document.mentioned) {
        row.tag = row.tag.isEmpty() ? RowWords::tr("names you") : row.tag + u" · "_s + RowWords::tr("names you");
        row.tagTone = document.urgency == app::Urgency::Normal ? Tone::Neutral : row.tagTone;
    }
    sayReminder(row, document);
    if (document.incoming) {
        row.title = document.counterpart.isEmpty() ? RowWords::tr("Unknown sender") : document.counterpart;
        row.subject = document.subject.isEmpty() ? RowWords::tr("(no subject)") : document.subject;
        row.facts = document.number;
        if (const auto* kind = app::applicationKind(document.application)) {
            row.kindIcon = iconOf(*kind);
            const QString word = formatter.kind(kind->name);
            row.facts = row.facts.isEmpty() ? word : word + u" · "_s + row.facts;
        }
        sayVerdict(row, document);
        if (document.arrivalNumber > 0) {
            const QString arrival = RowWords::tr("No. in %1").arg(formatter.bookNumber(document.arrivalNumber));
            row.facts += row.facts.isEmpty() ? arrival : u" · "_s + arrival;
        }
        if (document.state == DocumentState::Refused) {
            row.verdict = stateWords(document.state);
            row.verdictIcon = "reply"_L1;
            row.verdictTone = Tone::Neutral;
        }
    } else {
        row.title = document.subject.isEmpty() ? RowWords::tr("(no subject)") : document.subject;
        row.subject = document.counterpart.isEmpty() ? RowWords::tr("No receiver yet")
                                                     : RowWords::tr("To: %1").arg(document.counterpart);
        row.facts = formatter.kind(document.kindName);
        if (!document.number.isEmpty()) {
            row.facts += u" · "_s + document.number;
        }
        sayState(row, document);
    }
    sayMark(row, document);
    if (document.dueDate.isValid() && !isDone(document.state)) {
        row.timeUrgent = document.dueDate < today;
        row.time = document.dueDate == today ? RowWords::tr("Due today")
                                             : RowWords::tr("Due %1").arg(document.dueDate.toString(u"dd/MM"_s));
    }
    row.excerpt = document.excerpt;
    QStringList spoken{row.title, row.subject, row.excerpt, row.tag, row.facts, row.verdict, row.time};
    if (row.unread) {
        spoken.prepend(RowWords::tr("Unread"));
    }
    spoken.removeAll(QString());
    row.spoken = spoken.join(u", "_s);
    return row;
}

RowText rowOf(const app::DossierSummary& dossier, const Formatter& formatter, const QDate& today) {
    RowText row;
    row.title = dossier.title;
    row.time = formatter.listTime(dossier.opened, today);
    row.subject = dossier.code;
    row.facts = RowWords::tr("%n document(s)", nullptr, dossier.documents);
    row.verdict = dossier.isClosed() ? RowWords::tr("Closed") : RowWords::tr("Open");
    row.verdictIcon = dossier.isClosed() ? "check"_L1 : QLatin1String();
    row.verdictTone = dossier.isClosed() ? Tone::Good : Tone::Neutral;
    row.spoken = QStringList{row.title, row.subject, row.facts, row.verdict, row.time}.join(u", "_s);
    return row;
}

} // namespace ui
