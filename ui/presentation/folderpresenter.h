// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/folder.h"
#include "app/domain/person.h"

#include <QLatin1String>
#include <QList>
#include <QString>

namespace ui {

/// A group of folders in the sidebar.
struct FolderSection {
    QString title;
    QList<app::Folder> folders;
};

/// What stands where a folder has nothing in it: one sentence, one action at most.
struct EmptyText {
    QString sentence;
    QString action; ///< empty: none
    enum class Does { Nothing, NewDraft, Sync, NewDossier, ClearFilter } does = Does::Nothing;
};

[[nodiscard]] QString folderName(app::Folder folder);
[[nodiscard]] QLatin1String folderIcon(app::Folder folder);
/// The folders of a role in their sections, the others last under "Other".
[[nodiscard]] QList<FolderSection> folderSections(app::Role role);
/// Where the role's day begins.
[[nodiscard]] app::Folder homeFolder(app::Role role);
[[nodiscard]] EmptyText emptyText(app::Folder folder, bool filtered);
[[nodiscard]] QString roleName(app::Role role);

} // namespace ui
