// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presentation/commentpresenter.h"

#include "ui/presentation/workpresenter.h"

#include <QCoreApplication>

namespace ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct CommentWords {
    Q_DECLARE_TR_FUNCTIONS(ui::Comments)
};

/// Whom the comment names without "@login" standing in its words.
QStringList chosenNames(const app::Comment& comment, const QList<app::Person>& people) {
    const QStringList written = app::mentionedLogins(comment.text);
    QStringList names;
    for (const QString& mailbox : comment.mentions) {
        if (!written.contains(mailbox.section(u'/', -1))) {
            names << nameOf(people, mailbox);
        }
    }
    return names;
}

DetailBlock commentBlock(const app::Comment& comment, const DocumentCase& known, const Formatter& formatter) {
    const bool isMine = comment.mentions.contains(known.self.mailbox());
    DetailBlock block{.heading = actorName(known.people, comment.by, comment.as),
                      .side = formatter.moment(comment.at),
                      .icon = isMine ? "flag"_L1 : QLatin1String()};
    if (comment.withdrawn.isValid()) {
        block.lines << DetailLine{
            {},
            CommentWords::tr("Withdrawn by its author, %1").arg(formatter.moment(comment.withdrawn)),
            Tone::Neutral,
            "minus"_L1,
            {}};
    } else {
        block.lines << DetailLine{{}, comment.text, Tone::Neutral, {}, {}};
    }
    if (const QStringList names = chosenNames(comment, known.people); !names.isEmpty()) {
        block.lines << DetailLine{CommentWords::tr("Names"), names.join(u", "_s), Tone::Neutral, {}, {}};
    }
    for (const app::CommentFile& file : comment.files) {
        block.files << DetailFile{.name = file.name,
                                  .size = formatter.size(file.size),
                                  .sha256 = file.sha256,
                                  .hasPages = file.name.endsWith(".pdf"_L1, Qt::CaseInsensitive)};
    }
    if (comment.isPending) {
        block.lines << DetailLine{{}, CommentWords::tr("waits for the server"), Tone::Caution, "clock"_L1, {}};
    }
    return block;
}

} // namespace

QList<DetailBlock> conversation(const DocumentCase& known, const Formatter& formatter) {
    QList<DetailBlock> blocks;
    for (const app::Comment& comment : known.detail.comments) {
        blocks << commentBlock(comment, known, formatter);
    }
    if (known.detail.actions.canComment) {
        DetailBlock own{.heading = blocks.isEmpty() ? CommentWords::tr("No comments yet.") : QString()};
        own.offersComment = true;
        blocks << own;
    }
    return blocks;
}

QString commentsInBrief(const DocumentCase& known) {
    if (known.detail.summary.mentioned) {
        return CommentWords::tr("a comment names you");
    }
    const int count = int(known.detail.comments.size());
    return count > 0 ? CommentWords::tr("%n comment(s)", nullptr, count) : QString();
}

} // namespace ui
