// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/documentfolders.h"

#include "app/domain/documentview.h"
#include "app/domain/person.h"

namespace app {

namespace {

Folder folderOf(DocumentState state) {
    switch (state) {
    case DocumentState::Draft:
    case DocumentState::Returned:
        return Folder::Drafts;
    case DocumentState::WaitingForInitial:
    case DocumentState::WaitingForSignature:
        return Folder::ToSign;
    case DocumentState::Signed:
    case DocumentState::Numbered:
    case DocumentState::Sealed:
        return Folder::ToIssue;
    case DocumentState::Sent:
        return Folder::Issued;
    case DocumentState::Arrived:
    case DocumentState::Problem:
        return Folder::ToAccept;
    case DocumentState::Registered:
        return Folder::ToHandle;
    case DocumentState::Refused:
    case DocumentState::Answered:
    case DocumentState::Withdrawn:
    case DocumentState::Replaced:
    case DocumentState::Voided:
        return Folder::Done;
    }
    return Folder::Done;
}

/// Where a registered document stands on this person's desk: with whoever has to do something about it; with whoever
/// gave it to others, and with the clerk, among what is followed until it is done.
Folder folderOfWork(const QList<WorkLine>& work, const Person& owner) {
    if (!isDirected(work) && !takesPartIn(work, owner)) {
        return Folder::ToHandle;
    }
    if (askedOf(work, owner)) {
        return Folder::ToDirect; // somebody waits for a word
    }
    if (const std::optional<WorkLine> share = openShare(work, owner)) {
        return share->role == WorkRole::Direct ? Folder::ToDirect : Folder::ToHandle;
    }
    if (owner.role != Role::Clerk && !gaveShare(work, owner.mailbox(), false)) {
        return Folder::Done;
    }
    return hasOpenShare(work) ? Folder::Following : Folder::ToHandle;
}

} // namespace

Folder folderOf(const DocumentDetail& detail, const Person& owner) {
    const DocumentSummary& summary = detail.summary;
    if (summary.mark == ChangeMark::RecallOffered && owner.role == Role::Clerk) {
        return Folder::ToAccept;
    }
    if (summary.state == DocumentState::Registered) {
        return folderOfWork(detail.work, owner);
    }
    return summary.state == DocumentState::Withdrawn && !summary.incoming ? Folder::Issued : folderOf(summary.state);
}

} // namespace app
