// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presentation/folderpresenter.h"

#include <QCoreApplication>

namespace ui {

using namespace Qt::Literals::StringLiterals;
using app::Folder;
using app::Role;

namespace {

struct FolderWords {
    Q_DECLARE_TR_FUNCTIONS(ui::Folders)
};

QList<Folder> foldersOf(Role role) {
    switch (role) {
    case Role::Officer:
        return {Folder::ToDirect, Folder::ToHandle, Folder::Following, Folder::Overdue,
                Folder::Done,     Folder::Drafts,   Folder::ToSign,    Folder::Issued,
                Folder::Dossiers, Folder::Opinions, Folder::Meetings};
    case Role::Leader:
        return {Folder::ToDirect,   Folder::ToHandle, Folder::Following, Folder::Overdue,
                Folder::Done,       Folder::ToSign,   Folder::Issued,    Folder::Dossiers,
                Folder::Statistics, Folder::Opinions, Folder::Meetings};
    case Role::Clerk:
        return {Folder::ToAccept, Folder::ToHandle,   Folder::Following, Folder::Overdue, Folder::Done,
                Folder::Drafts,   Folder::ToSign,     Folder::ToIssue,   Folder::Issued,  Folder::Dossiers,
                Folder::Books,    Folder::Statistics, Folder::Opinions,  Folder::Meetings};
    case Role::Archivist:
        return {Folder::Done,       Folder::Issued,   Folder::Dossiers, Folder::Books,
                Folder::Statistics, Folder::Opinions, Folder::Meetings};
    }
    return app::allFolders();
}

} // namespace

QString folderName(Folder folder) {
    switch (folder) {
    case Folder::ToAccept:
        return FolderWords::tr("To accept");
    case Folder::ToDirect:
        return FolderWords::tr("To direct");
    case Folder::ToHandle:
        return FolderWords::tr("To handle");
    case Folder::Following:
        return FolderWords::tr("Following");
    case Folder::Overdue:
        return FolderWords::tr("Overdue");
    case Folder::Done:
        return FolderWords::tr("Done");
    case Folder::Drafts:
        return FolderWords::tr("Drafts");
    case Folder::ToSign:
        return FolderWords::tr("To sign");
    case Folder::ToIssue:
        return FolderWords::tr("To issue");
    case Folder::Issued:
        return FolderWords::tr("Issued");
    case Folder::Dossiers:
        return FolderWords::tr("Dossiers");
    case Folder::Books:
        return FolderWords::tr("Books");
    case Folder::Statistics:
        return FolderWords::tr("Statistics");
    case Folder::Opinions:
        return FolderWords::tr("Opinions");
    case Folder::Meetings:
        return FolderWords::tr("Meetings");
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
    case Folder::Statistics:
        return "chart"_L1;
    case Folder::Opinions:
        return "question"_L1;
    case Folder::Meetings:
        return "calendar"_L1;
    }
    return "draft"_L1;
}

QList<FolderSection> folderSections(Role role) {
    const QList<Folder> mine = foldersOf(role);
    QList<FolderSection> sections{
        {FolderWords::tr("Incoming"),
         {Folder::ToAccept, Folder::ToDirect, Folder::ToHandle, Folder::Following, Folder::Overdue, Folder::Done}},
        {FolderWords::tr("Outgoing"), {Folder::Drafts, Folder::ToSign, Folder::ToIssue, Folder::Issued}},
        {FolderWords::tr("Archive"), {Folder::Dossiers, Folder::Books, Folder::Statistics}},
        {FolderWords::tr("Within the office"), {Folder::Opinions, Folder::Meetings}}};
    FolderSection other{FolderWords::tr("Other"), {}};
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
        return {FolderWords::tr("Nothing here fits the filter."), FolderWords::tr("Show all"), Does::ClearFilter};
    }
    switch (folder) {
    case Folder::ToAccept:
        return {FolderWords::tr("No document waits to be accepted."), FolderWords::tr("Sync now"), Does::Sync};
    case Folder::ToDirect:
        return {FolderWords::tr("No document waits for your directive."), FolderWords::tr("Sync now"), Does::Sync};
    case Folder::Following:
        return {FolderWords::tr("What you gave to others stands here until it is done."), {}, Does::Nothing};
    case Folder::ToHandle:
        return {FolderWords::tr("Every accepted document has been answered."), {}, Does::Nothing};
    case Folder::Overdue:
        return {FolderWords::tr("Nothing is overdue."), {}, Does::Nothing};
    case Folder::Done:
        return {FolderWords::tr("Documents that were answered or returned will stand here."), {}, Does::Nothing};
    case Folder::Drafts:
        return {FolderWords::tr("There is no draft yet. Write one, or drop a PDF onto the window."),
                FolderWords::tr("New document"), Does::NewDraft};
    case Folder::ToSign:
        return {FolderWords::tr("No document waits for a signature."), FolderWords::tr("Sync now"), Does::Sync};
    case Folder::ToIssue:
        return {FolderWords::tr("No signed document waits for number and seal."), FolderWords::tr("Sync now"),
                Does::Sync};
    case Folder::Issued:
        return {FolderWords::tr("Nothing has been issued from this desk yet."), {}, Does::Nothing};
    case Folder::Dossiers:
        return {FolderWords::tr("There is no dossier yet. Open one and file documents into it."),
                FolderWords::tr("New dossier"), Does::NewDossier};
    case Folder::Books:
        return {FolderWords::tr("This book has no entry in this year."), {}, Does::Nothing};
    case Folder::Statistics:
        return {FolderWords::tr("Nothing has been registered yet."), {}, Does::Nothing};
    case Folder::Opinions:
        return {FolderWords::tr("Nobody asks for your opinion."), {}, Does::Nothing};
    case Folder::Meetings:
        return {FolderWords::tr("No meeting waits for you."), {}, Does::Nothing};
    }
    return {};
}

QString roleName(Role role) {
    switch (role) {
    case Role::Officer:
        return FolderWords::tr("Officer");
    case Role::Leader:
        return FolderWords::tr("Leader");
    case Role::Clerk:
        return FolderWords::tr("Clerk");
    case Role::Archivist:
        return FolderWords::tr("Archivist");
    }
    return {};
}

} // namespace ui
