// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presentation/folderpresenter.h"

#include <QCoreApplication>

namespace ui {

using namespace Qt::Literals::StringLiterals;
using app::Folder;
using app::Role;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ui::Folders)
};

QList<Folder> foldersOf(Role role) {
    switch (role) {
    case Role::Officer:
        return {Folder::ToDirect, Folder::ToHandle, Folder::Following, Folder::Overdue, Folder::Done,
                Folder::Drafts,   Folder::ToSign,   Folder::Issued,    Folder::Dossiers};
    case Role::Leader:
        return {Folder::ToDirect, Folder::ToHandle, Folder::Following, Folder::Overdue,
                Folder::Done,     Folder::ToSign,   Folder::Issued,    Folder::Dossiers};
    case Role::Clerk:
        return {Folder::ToAccept, Folder::ToHandle, Folder::Following, Folder::Overdue,  Folder::Done, Folder::Drafts,
                Folder::ToSign,   Folder::ToIssue,  Folder::Issued,    Folder::Dossiers, Folder::Books};
    case Role::Archivist:
        return {Folder::Done, Folder::Issued, Folder::Dossiers, Folder::Books};
    }
    return app::allFolders();
}

} // namespace

QString folderName(Folder folder) {
    switch (folder) {
    case Folder::ToAccept:
        return Words::tr("To accept");
    case Folder::ToDirect:
        return Words::tr("To direct");
    case Folder::ToHandle:
        return Words::tr("To handle");
    case Folder::Following:
        return Words::tr("Following");
    case Folder::Overdue:
        return Words::tr("Overdue");
    case Folder::Done:
        return Words::tr("Done");
    case Folder::Drafts:
        return Words::tr("Drafts");
    case Folder::ToSign:
        return Words::tr("To sign");
    case Folder::ToIssue:
        return Words::tr("To issue");
    case Folder::Issued:
        return Words::tr("Issued");
    case Folder::Dossiers:
        return Words::tr("Dossiers");
    case Folder::Books:
        return Words::tr("Books");
    }
    return {};
}

QLatin1String folderIcon(Folder folder) {
    switch (folder) {
    case Folder::ToAccept:
        return "inbox"_L1;
    case Folder::ToDirect:
        return "person"_L1;
    case Folder::ToHandle:
        return "clock"_L1;
    case Folder::Following:
        return "list"_L1;
    case Folder::Overdue:
        return "flag"_L1;
    case Folder::Done:
        return "check"_L1;
    case Folder::Drafts:
        return "draft"_L1;
    case Folder::ToSign:
        return "pen"_L1;
    case Folder::ToIssue:
        return "stamp"_L1;
    case Folder::Issued:
        return "send"_L1;
    case Folder::Dossiers:
        return "dossier"_L1;
    case Folder::Books:
        return "book"_L1;
    }
    return "draft"_L1;
}

QList<FolderSection> folderSections(Role role) {
    const QList<Folder> mine = foldersOf(role);
    QList<FolderSection> sections{
        {Words::tr("Incoming"),
         {Folder::ToAccept, Folder::ToDirect, Folder::ToHandle, Folder::Following, Folder::Overdue, Folder::Done}},
        {Words::tr("Outgoing"), {Folder::Drafts, Folder::ToSign, Folder::ToIssue, Folder::Issued}},
        {Words::tr("Archive"), {Folder::Dossiers, Folder::Books}}};
    FolderSection other{Words::tr("Other"), {}};
    for (FolderSection& section : sections) {
        for (const Folder folder : section.folders) {
            if (!mine.contains(folder)) {
                other.folders << folder;
            }
        }
        section.folders.removeIf([&mine](Folder folder) { return !mine.contains(folder); });
    }
    sections << other;
    sections.removeIf([](const FolderSection& section) { return section.folders.isEmpty(); });
    return sections;
}

Folder homeFolder(Role role) {
    switch (role) {
    case Role::Officer:
        return Folder::Drafts;
    case Role::Leader:
        return Folder::ToSign;
    case Role::Clerk:
        return Folder::ToAccept;
    case Role::Archivist:
        return Folder::Dossiers;
    }
    return Folder::ToAccept;
}

EmptyText emptyText(Folder folder, bool filtered) {
    using Does = EmptyText::Does;
    if (filtered) {
        return {Words::tr("Nothing here fits the filter."), Words::tr("Show all"), Does::ClearFilter};
    }
    switch (folder) {
    case Folder::ToAccept:
        return {Words::tr("No document waits to be accepted."), Words::tr("Sync now"), Does::Sync};
    case Folder::ToDirect:
        return {Words::tr("No document waits for your directive."), Words::tr("Sync now"), Does::Sync};
    case Folder::Following:
        return {Words::tr("What you gave to others stands here until it is done."), {}, Does::Nothing};
    case Folder::ToHandle:
        return {Words::tr("Every accepted document has been answered."), {}, Does::Nothing};
    case Folder::Overdue:
        return {Words::tr("Nothing is overdue."), {}, Does::Nothing};
    case Folder::Done:
        return {Words::tr("Documents that were answered or returned will stand here."), {}, Does::Nothing};
    case Folder::Drafts:
        return {Words::tr("There is no draft yet. Write one, or drop a PDF onto the window."),
                Words::tr("New document"), Does::NewDraft};
    case Folder::ToSign:
        return {Words::tr("No document waits for a signature."), Words::tr("Sync now"), Does::Sync};
    case Folder::ToIssue:
        return {Words::tr("No signed document waits for number and seal."), Words::tr("Sync now"), Does::Sync};
    case Folder::Issued:
        return {Words::tr("Nothing has been issued from this desk yet."), {}, Does::Nothing};
    case Folder::Dossiers:
        return {Words::tr("There is no dossier yet. Open one and file documents into it."), Words::tr("New dossier"),
                Does::NewDossier};
    case Folder::Books:
        return {Words::tr("This book has no entry in this year."), {}, Does::Nothing};
    }
    return {};
}

QString roleName(Role role) {
    switch (role) {
    case Role::Officer:
        return Words::tr("Officer");
    case Role::Leader:
        return Words::tr("Leader");
    case Role::Clerk:
        return Words::tr("Clerk");
    case Role::Archivist:
        return Words::tr("Archivist");
    }
    return {};
}

} // namespace ui
