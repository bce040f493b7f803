// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/folder.h"

#include "app/domain/keyedvalue.h"

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

constexpr QLatin1StringView folderKeys[] = {"to-accept"_L1,  "to-direct"_L1, "to-handle"_L1, "following"_L1,
                                            "overdue"_L1,    "done"_L1,      "drafts"_L1,    "to-sign"_L1,
                                            "to-issue"_L1,   "issued"_L1,    "dossiers"_L1,  "books"_L1,
                                            "statistics"_L1, "opinions"_L1,  "meetings"_L1};

} // namespace

QString folderKey(Folder folder) {
    return folderKeys[static_cast<size_t>(folder)];
}

std::optional<Folder> folderFromKey(QStringView key) {
    return valueOf<Folder>(folderKeys, key);
}

const QList<Folder>& allFolders() {
    static const QList<Folder> folders{Folder::ToAccept,   Folder::ToDirect, Folder::ToHandle, Folder::Following,
                                       Folder::Overdue,    Folder::Done,     Folder::Drafts,   Folder::ToSign,
                                       Folder::ToIssue,    Folder::Issued,   Folder::Dossiers, Folder::Books,
                                       Folder::Statistics, Folder::Opinions, Folder::Meetings};
    return folders;
}

int FolderCounts::of(Folder folder) const {
    switch (folder) {
    case Folder::ToAccept:
        return toAccept;
    case Folder::ToDirect:
        return toDirect;
    case Folder::ToHandle:
        return toHandle;
    case Folder::Following:
        return following;
    case Folder::Overdue:
        return overdue;
    case Folder::Done:
        return done;
    case Folder::Drafts:
        return drafts;
    case Folder::ToSign:
        return toSign;
    case Folder::ToIssue:
        return toIssue;
    case Folder::Issued:
        return issued;
    case Folder::Dossiers:
        return dossiers;
    case Folder::Books:
        return books;
    case Folder::Statistics:
        return 0;
    case Folder::Opinions:
        return opinions;
    case Folder::Meetings:
        return meetings;
    }
    return 0;
}

} // namespace app
