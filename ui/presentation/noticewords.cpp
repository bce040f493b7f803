// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presentation/noticewords.h"

#include <QCoreApplication>
#include <QStringList>

namespace ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct NoticeWords {
    Q_DECLARE_TR_FUNCTIONS(ui::Notice)
};

} // namespace

QString digestWords(const app::Digest& digest, const Formatter& formatter) {
    QStringList parts;
    if (const auto late = digest.overdue.size(); late > 0) {
        parts << NoticeWords::tr("%n overdue", nullptr, int(late));
    }
    if (const auto today = digest.today.size(); today > 0) {
        parts << NoticeWords::tr("%n due today", nullptr, int(today));
    }
    if (const auto soon = digest.soon.size(); soon > 0) {
        parts << NoticeWords::tr("%n due within three days", nullptr, int(soon));
    }
    const std::pair<int, QString> queues[] = {
        {digest.counts.toAccept, NoticeWords::tr("%1 to accept")},
        {digest.counts.toDirect, NoticeWords::tr("%1 to direct")},
        {digest.counts.toSign, NoticeWords::tr("%1 to sign")},
        {digest.mentions, NoticeWords::tr("%1 comments name you")},
        {int(digest.opinions.size()), NoticeWords::tr("%1 questions wait for your opinion")},
        {int(digest.meetings.size()), NoticeWords::tr("%1 meetings today or tomorrow")},
        {digest.toAnswer, NoticeWords::tr("%1 invitations wait for your answer")},
        {int(digest.toConclude.size()), NoticeWords::tr("%1 meetings to be concluded")},
        {int(digest.toClose.size()), NoticeWords::tr("%1 of your questions can be closed")},
    };
    for (const auto& [count, words] : queues) {
        if (count > 0) {
            parts << words.arg(formatter.countUpToLimit(count));
        }
    }
    return parts.isEmpty() ? QString() : NoticeWords::tr("Today: %1").arg(parts.join(u" · "_s));
}

QString arrivalWords(int documents) {
    return NoticeWords::tr("%n document(s) have arrived.", nullptr, documents);
}

QString trayWords(const app::FolderCounts& counts, const Formatter& formatter) {
    if (counts.unread == 0 && counts.overdue == 0) {
        return u"Công Văn"_s;
    }
    QStringList parts{u"Công Văn"_s};
    if (counts.unread > 0) {
        parts << NoticeWords::tr("%1 new").arg(formatter.countUpToLimit(counts.unread));
    }
    if (counts.overdue > 0) {
        parts << NoticeWords::tr("%1 overdue").arg(formatter.countUpToLimit(counts.overdue));
    }
    return parts.join(u" · "_s);
}

} // namespace ui
