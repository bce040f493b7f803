// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/office/actcodec.h"
#include "app/domain/office/actfields.h"
#include "app/domain/office/acttree.h"
#include "app/domain/office/meetingcodec.h"
#include "app/domain/vietnamtime.h"

#include <QUuid>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

/// Reads the body of an act by its kind.
class ActReader : private ActFields {
public:
    using ActFields::ActFields;
    using ActFields::fault;

    PageBox box(const ActElement& places, QLatin1StringView name) {
        const ActElement* element = places.child(name);
        if (!element) {
            return {};
        }
        std::array<double, 4> values{};
        size_t index = 0;
        for (const QString& attribute : {u"x"_s, u"y"_s, u"width"_s, u"height"_s}) {
            bool isNumber = false;
            values.at(index) = element->attributes.value(attribute).toDouble(&isNumber);
            if (!isNumber || !qIsFinite(values.at(index))) {
                note(name);
            }
            ++index;
        }
        bool isNumber = false;
        const int page = element->attributes.value(u"page"_s).toInt(&isNumber);
        if (!isNumber || page < 0) {
            note(name);
        }
        return {.page = page, .rect = QRectF(values[0], values[1], values[2], values[3])};
    }

    acts::Submitted submitted() {
        acts::Submitted act{.document = document()};
        const std::optional<DocumentKind> kind = kindFromKey(text("type"_L1));
        const std::optional<Urgency> urgency = urgencyFromKey(text("urgency"_L1));
        if (!kind) {
            note("type"_L1);
        }
        act.kind = kind.value_or(DocumentKind::Imported);
        act.urgency = urgency.value_or(Urgency::Normal);
        act.subject = needed("subject"_L1);
        act.notation = text("notation"_L1);
        act.superiorName = text("superior"_L1);
        act.organName = text("organ"_L1);
        act.placeName = text("place"_L1);
        if (const ActElement* signer = element().child("signer"_L1)) {
            act.signer = {.competence = signer->childText("competence"_L1),
                          .position = signer->childText("position"_L1),
                          .fullName = signer->childText("fullName"_L1),
                          .mailbox = signer->childText("mailbox"_L1)};
        }
        if (act.signer.mailbox.isEmpty()) {
            note("signer"_L1);
        }
        act.receivers = receivers();
        for (const ActElement* recipient : element().all("recipient"_L1)) {
            act.recipients.append(recipient->text);
        }
        act.dueDate = date("dueDate"_L1, false);
        if (const ActElement* reply = element().child("replyTo"_L1)) {
            act.replyTo = DocumentReference{.organ = OrganId::parse(reply->childText("organId"_L1)).value_or(OrganId()),
                                            .packetDocumentId = reply->childText("packetDocumentId"_L1),
                                            .number = reply->childText("number"_L1),
                                            .notation = reply->childText("notation"_L1),
                                            .date = QDate::fromString(reply->childText("date"_L1), Qt::ISODate),
                                            .local = DocumentId::parse(reply->childText("document"_L1))};
        }
        act.pdfSha256 = hash("pdf"_L1);
        act.pdfName = text("pdfName"_L1);
        act.pages = text("pages"_L1).toInt();
        if (const ActElement* places = element().child("places"_L1)) {
            act.places = {.number = box(*places, "number"_L1),
                          .date = box(*places, "date"_L1),
                          .leaderSignature = box(*places, "leaderSignature"_L1),
                          .seal = box(*places, "seal"_L1),
                          .initial = box(*places, "initial"_L1)};
        }
        act.initialBy = text("initialBy"_L1);
        return act;
    }

    /// What was entered of a document on paper; nothing where the act has none.
    std::optional<PaperEntry> paper() {
        const ActElement* entryElement = element().child("paper"_L1);
        if (!entryElement) {
            return std::nullopt;
        }
        const std::optional<DocumentKind> kind = kindFromKey(entryElement->childText("type"_L1));
        const std::optional<Urgency> urgency = urgencyFromKey(entryElement->childText("urgency"_L1));
        const QString sender = entryElement->childText("organId"_L1);
        const std::optional<OrganId> senderId = OrganId::parse(sender);
        PaperEntry entry{.key = entryElement->childText("key"_L1).toLatin1(),
                         .sender = {.id = senderId.value_or(OrganId()), .name = entryElement->childText("sender"_L1)},
                         .number = entryElement->childText("number"_L1),
                         .notation = entryElement->childText("notation"_L1),
                         .date = QDate::fromString(entryElement->childText("date"_L1), Qt::ISODate),
                         .kind = kind.value_or(DocumentKind::Imported),
                         .subject = entryElement->childText("subject"_L1),
                         .urgency = urgency.value_or(Urgency::Normal),
                         .dueDate = QDate::fromString(entryElement->childText("dueDate"_L1), Qt::ISODate),
                         .signer = entryElement->childText("signer"_L1),
                         .pages = entryElement->childText("pages"_L1).toInt(),
                         .note = entryElement->childText("note"_L1),
                         .scanSha256 = entryElement->childText("scan"_L1).toLatin1(),
                         .scanName = entryElement->childText("scanName"_L1),
                         .envelopeFor = entryElement->childText("envelopeFor"_L1)};
        if (!kind || !urgency || (!sender.isEmpty() && !senderId) || !faultOf(entry).isEmpty()) {
            note("paper"_L1);
        }
        return entry;
    }
    bool isOnPaper() const { return element().child("paper"_L1) != nullptr; }

    acts::Registered registered() {
        const std::optional<PaperEntry> entry = paper();
        return {.document = document(),
                .packetSha256 = hash("packet"_L1, !entry),
                .number = number("number"_L1, 1),
                .date = date("date"_L1, true),
                .documentNumber = text("documentNumber"_L1),
                .sender = text("sender"_L1),
                .subject = text("subject"_L1),
                .dueDate = date("dueDate"_L1, false),
                .note = text("note"_L1),
                .paper = entry};
    }

    acts::Sent sent() {
        acts::Sent act{.document = document(),
                       .packetSha256 = hash("packet"_L1),
                       .packetDocumentId = text("packetDocumentId"_L1),
                       .receivers = receivers()};
        if (!text("answers"_L1).isEmpty()) {
            act.answers = id<DocumentId>("answers"_L1);
        }
        return act;
    }

    ActBody body(const QString& kind) {
        if (kind == "submitted"_L1) {
            return submitted();
        }
        if (kind == "returned"_L1) {
            return acts::Returned{.document = document(), .reason = needed("reason"_L1)};
        }
        if (kind == "signed"_L1) {
            return acts::Signed{.document = document(), .pdfSha256 = hash("pdf"_L1), .signerName = text("name"_L1)};
        }
        if (kind == "number-drawn"_L1) {
            return acts::NumberDrawn{.document = document(),
                                     .number = number("number"_L1, 1),
                                     .notation = text("notation"_L1),
                                     .date = date("date"_L1, true),
                                     .subject = text("subject"_L1)};
        }
        if (kind == "number-assigned"_L1) {
            return acts::NumberAssigned{.document = document(),
                                        .number = number("number"_L1, 1),
                                        .notation = text("notation"_L1),
                                        .date = date("date"_L1, true),
                                        .pdfSha256 = hash("pdf"_L1)};
        }
        if (kind == "sealed"_L1) {
            return acts::Sealed{.document = document(), .pdfSha256 = hash("pdf"_L1), .sealName = text("name"_L1)};
        }
        if (kind == "sent"_L1) {
            return sent();
        }
        if (kind == "registered"_L1) {
            return registered();
        }
        if (kind == "refused"_L1) {
            return acts::Refused{
                .document = document(), .packetSha256 = hash("packet"_L1), .reason = needed("reason"_L1)};
        }
        if (kind == "entry-voided"_L1) {
            acts::EntryVoided act{.number = number("number"_L1, 1), .reason = needed("reason"_L1)};
            if (!text("document"_L1).isEmpty()) {
                act.document = document();
            }
            return act;
        }
        if (kind == "book-closed"_L1) {
            const bool isEmpty = text("number"_L1).isEmpty();
            return acts::BookClosed{.lastNumber = isEmpty ? 0 : number("number"_L1, 1), .reason = needed("reason"_L1)};
        }
        if (kind == "linked"_L1) {
            return acts::Linked{.document = document(), .answer = id<DocumentId>("answer"_L1)};
        }
        if (kind == "dossier-opened"_L1) {
            return acts::DossierOpened{.dossier = id<DossierId>("dossier"_L1),
                                       .code = needed("code"_L1),
                                       .title = needed("title"_L1),
                                       .retention = text("retention"_L1)};
        }
        if (kind == "dossier-filed"_L1) {
            return acts::DossierFiled{.dossier = id<DossierId>("dossier"_L1), .document = document()};
        }
        if (kind == "dossier-closed"_L1) {
            return acts::DossierClosed{.dossier = id<DossierId>("dossier"_L1)};
        }
        if (kind == "seal-pinned"_L1) {
            return acts::SealPinned{.organ = organ("organId"_L1),
                                    .certificateSha256 = hash("certificate"_L1),
                                    .certificateName = text("name"_L1)};
        }
        if (kind == "evidence-added"_L1) {
            return acts::EvidenceAdded{.document = document(),
                                       .basePdfSha256 = hash("base"_L1),
                                       .pdfSha256 = hash("pdf"_L1),
                                       .level = needed("level"_L1)};
        }
        if (kind == "initialled"_L1) {
            return acts::Initialled{.document = document(), .pdfSha256 = hash("pdf"_L1), .signerName = text("name"_L1)};
        }
        if (kind == "assigned"_L1) {
            return acts::Assigned{.document = document(), .to = needed("to"_L1), .note = text("note"_L1)};
        }
        if (kind == "progressed"_L1) {
            return acts::Progressed{.document = document(), .note = text("note"_L1), .as = text("as"_L1)};
        }
        if (kind == "finished"_L1) {
            return acts::Finished{.document = document(), .note = text("note"_L1), .as = text("as"_L1)};
        }
        if (kind == "directed"_L1) {
            return directed();
        }
        if (kind == "work-given-back"_L1) {
            return acts::WorkGivenBack{.document = document(), .reason = needed("reason"_L1), .as = text("as"_L1)};
        }
        if (kind == "commented"_L1) {
            return commented();
        }
        if (kind == "audit-anchored"_L1) {
            return acts::AuditAnchored{.number = number("number"_L1, 1), .hash = hash("sha256"_L1)};
        }
        if (kind == "time-asked"_L1) {
            return acts::TimeAsked{.document = document(),
                                   .until = date("dueDate"_L1, true),
                                   .reason = needed("reason"_L1),
                                   .as = text("as"_L1)};
        }
        if (kind == "time-granted"_L1 || kind == "time-refused"_L1) {
            const bool granted = kind == "time-granted"_L1;
            return acts::TimeAnswered{.document = document(),
                                      .answer = {.to = needed("to"_L1),
                                                 .granted = granted,
                                                 .until = date("dueDate"_L1, granted),
                                                 .words = text("note"_L1)},
                                      .as = text("as"_L1)};
        }
        return standing(kind);
    }

private:
    /// Who of the office is away, and what they may do; what is undone.
    ActBody standing(const QString& kind) {
        if (kind == "delegated"_L1) {
            return acts::Delegated{.to = text("to"_L1),
                                   .from = date("from"_L1, true),
                                   .until = date("until"_L1, true),
                                   .words = text("note"_L1)};
        }
        if (kind == "delegation-ended"_L1) {
            return acts::DelegationEnded{.delegation = needed("delegation"_L1)};
        }
        if (kind == "standing-shared"_L1) {
            return acts::StandingShared{};
        }
        if (kind == "stand-in-brought"_L1) {
            return acts::StandInBrought{.document = document(), .to = needed("to"_L1), .given = given()};
        }
        if (kind == "rights-confirmed"_L1) {
            return acts::RightsConfirmed{.mailbox = needed("person"_L1),
                                         .rights = {.role = needed("role"_L1), .unit = text("unit"_L1)},
                                         .version = version()};
        }
        if (kind == "unit-named"_L1) {
            return acts::UnitNamed{.unit = needed("unit"_L1), .name = text("name"_L1)};
        }
        if (kind == "taken-back"_L1) {
            return acts::TakenBack{.document = document(), .act = needed("act"_L1)};
        }
        if (kind == "dossier-unfiled"_L1) {
            return acts::DossierUnfiled{.dossier = id<DossierId>("dossier"_L1), .document = document()};
        }
        return opinion(kind);
    }

    /// What a leader asks members of the office, and what they say.
    ActBody opinion(const QString& kind) {
        if (auto meeting = readMeetingAct(kind, element(), m_fault)) {
            return std::move(*meeting);
        }
        if (kind == "opinion-asked"_L1) {
            return opinionAsked();
        }
        if (kind == "opinion-shared"_L1) {
            return acts::OpinionShared{.opinion = id<OpinionId>("opinion"_L1)};
        }
        if (kind == "opinion-answered"_L1) {
            return acts::OpinionAnswered{.opinion = id<OpinionId>("opinion"_L1),
                                         .stance = keyed("stance"_L1, &stanceFromKey),
                                         .text = text("note"_L1),
                                         .as = text("as"_L1),
                                         .proof = hash("proof"_L1, false)};
        }
        if (kind == "opinion-sent"_L1) {
            return acts::OpinionSent{.opinion = id<OpinionId>("opinion"_L1), .document = document()};
        }
        if (kind == "opinion-recorded"_L1) {
            return acts::OpinionRecorded{.opinion = id<OpinionId>("opinion"_L1),
                                         .office = organ("organId"_L1),
                                         .document = document(),
                                         .stance = keyed("stance"_L1, &stanceFromKey),
                                         .text = text("note"_L1)};
        }
        if (kind == "opinion-closed"_L1) {
            return acts::OpinionClosed{.opinion = id<OpinionId>("opinion"_L1), .reason = text("note"_L1)};
        }
        return duty(kind);
    }

    /// What a desk does for the whole office.
    ActBody duty(const QString& kind) {
        if (kind == "lease-taken"_L1) {
            return acts::LeaseTaken{.desk = uuid("desk"_L1),
                                    .kind = keyed("keeper"_L1, &leaseKindFromKey),
                                    .seconds = number("seconds"_L1, 1)};
        }
        if (kind == "lease-left"_L1) {
            return acts::LeaseLeft{.desk = uuid("desk"_L1)};
        }
        if (kind == "reminder-days-set"_L1) {
            const auto days = readReminderDays(needed("table"_L1).toUtf8());
            if (!days) {
                note("table"_L1);
            }
            return acts::ReminderDaysSet{.days = days.value_or(ReminderDays())};
        }
        if (kind == "reminded"_L1) {
            return acts::Reminded{
                .document = document(),
                .to = needed("to"_L1),
                .holder = needed("holder"_L1),
                .due = date("dueDate"_L1, true),
                .step = {.stage = keyed("stage"_L1, &reminderStageFromKey), .days = number("days"_L1, 0)},
                .given = given()};
        }
        return change(kind);
    }

    acts::OpinionAsked opinionAsked() {
        acts::OpinionAsked act{.opinion = id<OpinionId>("opinion"_L1),
                               .leader = needed("leader"_L1),
                               .subject = needed("subject"_L1),
                               .text = text("note"_L1),
                               .due = date("dueDate"_L1, true)};
        act.offices = receivers();
        act.isSigned = text("signed"_L1) == "true"_L1;
        for (const ActElement* member : element().all("member"_L1)) {
            act.members.append(member->text);
        }
        for (const ActElement* file : element().all("file"_L1)) {
            act.files.append(opinionFile(*file));
        }
        const auto asked = act.members.size() + act.offices.size();
        if (asked == 0 || asked > mostOpinionMembers || act.files.size() > mostOpinionFiles) {
            note("member"_L1);
        }
        return act;
    }

    OpinionFile opinionFile(const ActElement& element) {
        bool isNumber = false;
        const QString sha256 = element.attributes.value(u"sha256"_s);
        OpinionFile file{.name = element.text,
                         .sha256 = sha256.toLatin1(),
                         .size = element.attributes.value(u"size"_s).toLongLong(&isNumber),
                         .document = DocumentId::parse(element.attributes.value(u"document"_s))};
        if (!isActHash(sha256) || !isNumber || file.size < 0 || file.name.trimmed().isEmpty()) {
            note("file"_L1);
        }
        return file;
    }

    acts::GivenDocument given() {
        if (const auto task = readTaskEntry(element(), m_fault)) {
            return {.packetSha256 = {}, .received = task->at, .task = task};
        }
        const std::optional<PaperEntry> entry = paper();
        acts::GivenDocument given{.packetSha256 = hash("packet"_L1, !entry),
                                  .from = entry ? entry->sender.id : organ("organId"_L1),
                                  .received = parseIsoTime(text("received"_L1)),
                                  .arrivalNumber = number("number"_L1, 1),
                                  .arrivalDate = date("date"_L1, true),
                                  .dueDate = date("documentDueDate"_L1, false),
                                  .paper = entry};
        if (!given.received.isValid()) {
            note("received"_L1);
        }
        return given;
    }

    acts::Commented commented() {
        acts::Commented act{.document = document(), .text = needed("note"_L1), .as = text("as"_L1)};
        if (!text("packet"_L1).isEmpty() || isOnPaper() || element().child("task"_L1)) {
            act.given = given();
        }
        for (const ActElement* mention : element().all("mention"_L1)) {
            act.mentions.append(mention->text);
        }
        for (const ActElement* beside : element().all("file"_L1)) {
            const OpinionFile file = opinionFile(*beside);
            act.files.append({.name = file.name, .sha256 = file.sha256, .size = file.size});
        }
        if (act.files.size() > mostCommentFiles) {
            note("file"_L1);
        }
        return act;
    }

    acts::Directed directed() {
        const acts::GivenDocument facts = given();
        acts::Directed act{.document = document(),
                           .packetSha256 = facts.packetSha256,
                           .from = facts.from,
                           .received = facts.received,
                           .arrivalNumber = facts.arrivalNumber,
                           .arrivalDate = facts.arrivalDate,
                           .documentDueDate = facts.dueDate,
                           .directive = {.words = text("note"_L1), .dueDate = date("dueDate"_L1, false)},
                           .as = text("as"_L1),
                           .paper = facts.paper,
                           .task = facts.task};
        for (const ActElement* share : element().all("share"_L1)) {
            const std::optional<WorkRole> role = workRoleFromKey(share->attributes.value(u"role"_s));
            if (!role || share->text.trimmed().isEmpty()) {
                note("share"_L1);
                continue;
            }
            act.directive.shares.append({.to = share->text, .role = *role});
        }
        if (act.directive.shares.isEmpty()) {
            note("share"_L1);
        }
        return act;
    }

    /// What an office does about a document that was sent before.
    ActBody change(const QString& kind) {
        if (kind == "recall-asked"_L1) {
            return acts::RecallAsked{.document = document(),
                                     .packetSha256 = hash("packet"_L1, false),
                                     .receivers = receivers(),
                                     .reason = needed("reason"_L1),
                                     .answers = optionalDocument("answers"_L1)};
        }
        if (kind == "change-agreed"_L1 || kind == "change-refused"_L1) {
            const bool isNumbered = !text("number"_L1).isEmpty();
            return acts::ChangeAnswered{.document = document(),
                                        .packetSha256 = hash("packet"_L1),
                                        .change = optionalDocument("change"_L1),
                                        .agreed = kind == "change-agreed"_L1,
                                        .reason = text("reason"_L1),
                                        .number = isNumbered ? number("number"_L1, 1) : 0,
                                        .date = date("date"_L1, isNumbered)};
        }
        if (kind == "updated"_L1) {
            return acts::Updated{.document = document(),
                                 .packetSha256 = hash("packet"_L1),
                                 .pdfSha256 = hash("pdf"_L1, false),
                                 .receivers = receivers(),
                                 .reason = needed("reason"_L1)};
        }
        if (kind == "paper-corrected"_L1) {
            const std::optional<PaperEntry> entry = paper();
            if (!entry) {
                note("paper"_L1);
            }
            return acts::PaperCorrected{
                .document = document(), .entry = entry.value_or(PaperEntry()), .reason = needed("reason"_L1)};
        }
        if (kind == "superseded"_L1) {
            return acts::Superseded{.document = document(), .by = id<DocumentId>("by"_L1), .reason = text("reason"_L1)};
        }
        return acts::Unknown{.kind = kind};
    }

    qint64 version() {
        bool isNumber = false;
        const qint64 value = text("version"_L1).toLongLong(&isNumber);
        if (!isNumber || value < 1) {
            note("version"_L1);
        }
        return value;
    }
};

std::unexpected<Error> malformed(const QString& what) {
    return fail("act-malformed", what);
}

} // namespace

Result<OfficeAct> readAct(const QByteArray& xml) {
    const Result<ActElement> root = readActTree(xml);
    if (!root) {
        return std::unexpected(root.error());
    }
    const QString kind = root->attributes.value(u"kind"_s);
    const QUuid id = QUuid::fromString(root->attributes.value(u"id"_s));
    const QDateTime at = parseIsoTime(root->attributes.value(u"at"_s));
    const QString by = root->attributes.value(u"by"_s);
    if (kind.isEmpty() || id.isNull() || !at.isValid() || by.isEmpty()) {
        return malformed(u"kind, id, at or by"_s);
    }
    ActReader reader(*root);
    ActBody body = reader.body(kind);
    if (!reader.fault().isEmpty()) {
        return malformed(kind + u": "_s + reader.fault());
    }
    return OfficeAct{.id = id.toString(QUuid::WithoutBraces), .at = at, .by = by, .body = std::move(body)};
}

} // namespace app
