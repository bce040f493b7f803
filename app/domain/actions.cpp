// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/actions.h"

namespace app {

namespace {

/// What may be done with a registered document, by what this person has of it. Nobody has a share yet: whoever sees it.
void allowWork(const QList<WorkLine>& work, const Person& person, Actions& actions) {
    const std::optional<WorkLine> share = openShare(work, person);
    const bool clerk = person.role == Role::Clerk;
    const bool desk = clerk && overlooks(work, person.mailbox());
    const bool leads = share && share->role <= WorkRole::Lead;
    const bool gave = gaveShare(work, person.mailbox(), true);
    const bool nobodys = !isDirected(work) && !takesPartIn(work, person);
    actions.canReply = clerk || leads || nobodys;
    actions.canHandle = desk || share || gave || nobodys;
    actions.canDirect = desk || leads || gave;
    actions.canPresent = desk || leads;
    actions.canGiveBackWork = share && share->role != WorkRole::Inform;
    const bool works = share && (share->role == WorkRole::Lead || share->role == WorkRole::Support);
    actions.canAskTime = works && share->dueDate.isValid() && share->by != person.mailbox();
    actions.canAnswerTime = askedOf(work, person).has_value();
}

/// An envelope for somebody by name, who deals with it themselves, or gives it back to be registered openly. Whoever
/// stands in for them has no part in it.
void allowEnvelope(const DocumentDetail& document, const Person& person, Actions& actions) {
    Person self = person;
    self.standsFor.clear();
    const bool theirs = document.paper->envelopeFor == self.mailbox() && openShare(document.work, self);
    actions.canHandle = theirs;
    actions.canGiveBackWork = theirs;
    actions.canCorrect = person.role == Role::Clerk;
}

} // namespace

Actions actionsFor(const DocumentDetail& document, const Person& person) {
    using enum DocumentState;
    const DocumentState state = document.summary.state;
    const bool incoming = document.summary.incoming;
    const bool secret = document.summary.secrecy != Secrecy::None;
    const bool author = document.author.isEmpty() || document.author == person.mailbox();
    const bool clerk = person.role == Role::Clerk;
    // NĐ 30/2020 art. 10 and 11: whoever answers for the draft checks it before it comes to the competent person.
    const bool initials = !document.initialBy.isEmpty() && document.initialBy == person.mailbox();
    const bool signer = person.role == Role::Leader && document.signer.mailbox == person.mailbox();

    Actions actions;
    if (incoming) {
        const ChangeMark mark = document.summary.mark;
        actions.canAnswerChange = clerk && (mark == ChangeMark::RecallOffered || mark == ChangeMark::UpdateOffered ||
                                            mark == ChangeMark::Update);
        if (mark == ChangeMark::RecallOffered || mark == ChangeMark::Update) {
            return actions; // the work rests until that is answered
        }
        actions.canAccept = clerk && state == Arrived;
        actions.canRefuse = clerk && state == Arrived;
        if (document.isUnopened()) {
            if (state == Registered) {
                allowEnvelope(document, person, actions);
            }
            return actions;
        }
        if (state == Registered) {
            allowWork(document.work, person, actions);
            // What is no official document is answered by its statuses, never by a letter of ours.
            actions.canReply = actions.canReply && document.summary.application.isEmpty(); // nor is a task
        }
        actions.canComment = state == Registered || state == Answered;
        actions.canCorrect = clerk && document.paper && (state == Registered || state == Answered);
        actions.canFile =
            state == Registered || state == Answered || state == Withdrawn || state == Replaced || state == Voided;
        return actions;
    }
    actions.canEdit = author && (state == Draft || state == Returned);
    actions.canSubmit = actions.canEdit && !secret;
    actions.canSign = signer && state == WaitingForSignature;
    actions.canInitial = initials && state == WaitingForInitial;
    // Whoever drafted it may take it back while nobody has initialled it: it is on no leader's desk yet.
    const bool wrote = document.author == person.mailbox();
    actions.canReturn = (signer && state == WaitingForSignature) || ((initials || wrote) && state == WaitingForInitial);
    actions.canNumber = clerk && state == Signed;
    actions.canSeal = clerk && state == Numbered;
    actions.canSend = clerk && state == Sealed && !secret;
    actions.canRecall = clerk && state == Sent;
    actions.canFile = state == Sealed || state == Sent || state == Withdrawn || state == Voided;
    actions.canComment = state != Draft && state != Withdrawn && state != Problem;
    return actions;
}

} // namespace app
