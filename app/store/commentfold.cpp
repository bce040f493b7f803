// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/commentfold.h"

#include "app/domain/plaintext.h"
#include "app/store/storedact.h"

namespace app {

std::optional<Comment> commentOf(const acts::Commented& act, const StoredAct& stored, const OrganId& ownOrgan) {
    if (act.text.size() > longestComment || act.mentions.size() > mostMentions || act.files.size() > mostCommentFiles) {
        return std::nullopt;
    }
    Comment comment{.id = stored.act.id,
                    .by = stored.act.by,
                    .as = act.as,
                    .at = stored.time,
                    .text = commentText(act.text),
                    .mentions = {},
                    .files = act.files,
                    .isPending = stored.pending};
    if (comment.text.isEmpty()) {
        return std::nullopt;
    }
    for (CommentFile& file : comment.files) {
        file.name = visibleText(file.name).left(longestCommentFileName);
    }
    for (const QString& mention : act.mentions) {
        if (mention != comment.by && isPersonOf(mention, ownOrgan) && !comment.mentions.contains(mention)) {
            comment.mentions.append(mention);
        }
    }
    return comment;
}

} // namespace app
