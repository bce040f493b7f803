// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentid.h"
#include "app/domain/error.h"

#include <QString>
#include <QStringList>

namespace app {

class OfficeDesk;

/// Use case of whoever takes part in a document: says something about it to all others who do (ý kiến trao đổi).
/// Whoever is named, by "@login" in the text or chosen, takes part from then on: the document comes to their desk, and
/// they are told. The deed is written down and shown before it is sent; works without a network. Blocking; any thread
/// but the GUI's.
class CommentDocument {
public:
    explicit CommentDocument(OfficeDesk& desk);

    /// `mentions`: logins or mailboxes of people of the office. `comment-missing` (nothing that can be seen),
    /// `comment-too-long`, `mentions-too-many`, `mention-unknown` (the office has no such person), `comments-full`;
    /// `action-not-allowed` where the document was taken back, rests until its sender is answered, or is no case yet.
    /// `files`: paths of files of this computer that go with it: `comment-files-too-many`, those of keepFile().
    [[nodiscard]] Result<void> comment(const DocumentId& id, const QString& text, const QStringList& mentions = {},
                                       const QStringList& files = {});

private:
    OfficeDesk& m_desk;
};

} // namespace app
