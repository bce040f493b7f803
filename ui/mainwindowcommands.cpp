// SPDX-License-Identifier: GPL-3.0-or-later
// The commands of the main window, their shortcuts, and the menu of profiles.
#include "ui/mainwindow.h"

#include <QAction>
#include <QActionGroup>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QStackedWidget>

namespace ui {

using namespace Qt::Literals::StringLiterals;
using app::Folder;

namespace {

/// For whom packets are written, in words; a row of the table that has none shows its name.
QString packetMannerName(const QString& name) {
    if (name == "axis"_L1) {
        return MainWindow::tr("Written for the national axis");
    }
    if (name == "dotnet"_L1) {
        return MainWindow::tr("Written for servers after the .NET guide");
    }
    if (name == "java-zip"_L1) {
        return MainWindow::tr("Written for servers that take zipped files");
    }
    return name;
}

/// A menu within a menu; its words are also its name.
QMenu* menuIn(QMenu& menu, const QString& words) {
    QMenu* made = menu.addMenu(words);
    made->setAccessibleName(QString(words).remove(u'&'));
    return made;
}

} // namespace

QAction* MainWindow::command(const QString& words, const QKeySequence& keys) {
    auto* action = new QAction(words, this);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WindowShortcut);
    addAction(action);
    m_commands << action;
    return action;
}

void MainWindow::makeCommands() {
    const bool drafts = m_profile.person.role != app::Role::Leader;
    if (drafts) {
        connect(command(tr("New letter (công văn)"), QKeySequence(u"Ctrl+N"_s)), &QAction::triggered, this,
                [this] { newDraft(app::DocumentKind::CongVan); });
        connect(command(tr("New decision (quyết định)"), QKeySequence(u"Ctrl+Shift+N"_s)), &QAction::triggered, this,
                [this] { newDraft(app::DocumentKind::QuyetDinh); });
        connect(command(tr("Import a PDF…"), QKeySequence(u"Ctrl+O"_s)), &QAction::triggered, this, [this] {
            auto* chooser = new QFileDialog(this, tr("Import a PDF"));
            chooser->setAttribute(Qt::WA_DeleteOnClose);
            chooser->setFileMode(QFileDialog::ExistingFile);
            chooser->setNameFilter(tr("PDF files (*.pdf)"));
            connect(chooser, &QFileDialog::fileSelected, this, &MainWindow::importPdf);
            chooser->open();
        });
    }
    if (m_profile.person.role == app::Role::Clerk) {
        connect(command(tr("Enter a paper document…"), QKeySequence(u"Ctrl+Shift+O"_s)), &QAction::triggered, this,
                [this] { openPaper(); });
    }
    QAction* act = command(tr("Do the first action of the document"), {});
    act->setShortcuts({QKeySequence(u"Ctrl+Return"_s), QKeySequence(u"Ctrl+Enter"_s)});
    connect(act, &QAction::triggered, this, &MainWindow::primaryAct);
    connect(command(tr("Answer the document"), QKeySequence(u"Ctrl+R"_s)), &QAction::triggered, this, [this] {
        for (const ActionText& action : m_document->actions()) {
            if (action.command == Command::Reply) {
                uncoverDocument();
                m_flow->begin(Command::Reply);
                return;
            }
        }
        say(tr("This document can't be answered from here now."), Tone::Caution);
    });
    connect(command(tr("Sync with the server"), QKeySequence(u"F5"_s)), &QAction::triggered, this,
            &MainWindow::startSync);
    connect(command(tr("Search"), QKeySequence(u"Ctrl+F"_s)), &QAction::triggered, this,
            [this] { m_top->focusSearch(); });
    connect(command(tr("Search with a filter"), QKeySequence(u"Ctrl+Shift+F"_s)), &QAction::triggered, this,
            &MainWindow::beginFilter);
    connect(command(tr("Information about the document"), QKeySequence(u"Ctrl+I"_s)), &QAction::triggered, this,
            [this] { showDetails(DetailTab::Facts); });
    connect(command(tr("Comment on the document"), QKeySequence(u"Ctrl+M"_s)), &QAction::triggered, this, [this] {
        if (m_document->shown() && m_document->shown()->detail.actions.canComment) {
            m_flow->begin(Command::Comment);
        } else {
            say(tr("This document takes no comment now."), Tone::Caution);
        }
    });
    connect(command(tr("Undo the last act"), QKeySequence(u"Ctrl+Z"_s)), &QAction::triggered, this,
            &MainWindow::undoLast);
    connect(command(tr("Mark the document as unread"), QKeySequence(u"Ctrl+U"_s)), &QAction::triggered, this,
            &MainWindow::markUnread);
    connect(command(tr("Comments on the document"), QKeySequence(u"Ctrl+Shift+M"_s)), &QAction::triggered, this,
            [this] { showDetails(DetailTab::Comments); });
    connect(command(tr("Next document whose comments name you"), {}), &QAction::triggered, this,
            &MainWindow::openMention);
    connect(command(tr("Signatures of the document"), {}), &QAction::triggered, this,
            [this] { showDetails(DetailTab::Signatures); });
    connect(command(tr("Ask for evidence about the signatures"), {}), &QAction::triggered, this,
            &MainWindow::askEvidence);
    connect(command(tr("Save a report on the signatures…"), {}), &QAction::triggered, this, &MainWindow::saveReport);
    connect(command(tr("Copy with arrival stamp"), {}), &QAction::triggered, this, [this] {
        if (m_document->hasArrivalCopy()) {
            m_document->wantArrivalCopy();
        } else {
            say(tr("Only an accepted document has a copy with the arrival stamp."), Tone::Caution);
        }
    });
    connect(command(tr("Save the document to a file…"), {}), &QAction::triggered, this, &MainWindow::saveShown);
    connect(command(tr("Export a register…"), {}), &QAction::triggered, this, [this] {
        openFolder(Folder::Books);
        m_books->askRegister();
    });
    connect(command(tr("Trusted authorities"), {}), &QAction::triggered, this, &MainWindow::openTrust);
    if (app::mayAskOpinions(m_profile.person.role)) {
        connect(command(tr("Ask for opinions"), {}), &QAction::triggered, this, [this] { askOpinions(false); });
        connect(command(tr("Ask for opinions about the document"), {}), &QAction::triggered, this,
                [this] { askOpinions(true); });
    }
    if (app::mayCallMeetings(m_profile.person.role)) {
        connect(command(tr("Call a meeting"), {}), &QAction::triggered, this, [this] {
            openFolder(Folder::Meetings);
            m_meetings->callNew();
        });
    }
    connect(command(tr("Absence and delegation"), {}), &QAction::triggered, this, &MainWindow::openStanding);
    connect(command(tr("Trail of the document"), {}), &QAction::triggered, this,
            [this] { showDetails(DetailTab::Trail); });
    connect(command(tr("Thumbnails"), QKeySequence(u"F4"_s)), &QAction::triggered, this,
            [this] { m_document->pages().setThumbnailsShown(!m_document->pages().thumbnailsShown()); });
    connect(command(tr("To the list"), QKeySequence(u"Ctrl+L"_s)), &QAction::triggered, this, [this] {
        m_listShown = true;
        fold();
        m_list->focusList();
    });
    connect(command(tr("To the pages"), QKeySequence(u"Ctrl+P"_s)), &QAction::triggered, this, [this] {
        uncoverDocument();
        m_document->focusPages();
    });
    int place = 0;
    for (const FolderSection& section : folderSections(m_profile.person.role)) {
        for (const Folder folder : section.folders) {
            ++place;
            const QKeySequence keys = place <= 9 ? QKeySequence(u"Alt+%1"_s.arg(place)) : QKeySequence();
            connect(command(tr("Go to: %1").arg(folderName(folder)), keys), &QAction::triggered, this,
                    [this, folder] { openFolder(folder); });
        }
    }
    auto* palette = new QAction(tr("Commands"), this);
    palette->setShortcut(QKeySequence(u"Ctrl+K"_s));
    addAction(palette);
    connect(palette, &QAction::triggered, this, [this] { m_palette->open(m_commands); });
}

void MainWindow::showDetails(DetailTab tab) {
    uncoverDocument();
    m_document->showDetails(tab);
}

void MainWindow::primaryAct() {
    if (m_draft && m_views->currentWidget() == m_draft) {
        m_draft->submit();
        return;
    }
    if (m_paper && m_views->currentWidget() == m_paper) {
        m_paper->press();
        return;
    }
    if (m_standing && m_views->currentWidget() == m_standing) {
        m_standing->press();
        return;
    }
    if (m_opinions && m_views->currentWidget() == m_opinions) {
        m_opinions->press();
        return;
    }
    if (m_meetings && m_views->currentWidget() == m_meetings) {
        m_meetings->press();
        return;
    }
    if (m_views->currentWidget() == m_books) {
        if (RegisterPanel* panel = m_books->panel()) {
            panel->press();
        }
        return;
    }
    if (showsPile()) {
        m_pile->press();
        return;
    }
    if (ActionPanel* panel = m_document->panel()) {
        panel->press();
        return;
    }
    const QList<ActionText>& actions = m_document->actions();
    if (m_right->currentWidget() == m_document && !actions.isEmpty() && actions.first().primary) {
        uncoverDocument(); // what is asked is seen
        m_flow->begin(actions.first().command);
    }
}

void MainWindow::fillNetworkMenu(QMenu& menu) {
    using exchange::NetworkPolicy;
    auto* group = new QActionGroup(&menu);
    const auto add = [&](const QString& words, NetworkPolicy policy) {
        QAction* action = menu.addAction(words);
        action->setCheckable(true);
        action->setChecked(m_sync.state().network == policy);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, policy] { setNetwork(policy); });
        connect(&m_sync, &SyncRunner::stateChanged, action,
                [this, action, policy] { action->setChecked(m_sync.state().network == policy); });
        m_commands << action;
    };
    add(tr("Network: online"), NetworkPolicy::Online);
    add(tr("Network: metered, large files wait"), NetworkPolicy::Metered);
    add(tr("Network: switched off"), NetworkPolicy::Offline);
}

void MainWindow::changeProfile(const std::function<void(app::Profile&)>& change) {
    m_runner.run(
        this,
        [this, change](std::stop_token) {
            app::Profile profile = m_office.profile();
            change(profile);
            return m_office.saveProfile(profile);
        },
        [this](const app::Result<void>& saved) {
            if (!saved) {
                sayError(saved.error());
            }
        });
}

void MainWindow::fillPacketMenu(QMenu& menu) {
    auto* manners = new QActionGroup(&menu);
    const auto addManner = [&](const QString& words, const QString& name) {
        QAction* action = menu.addAction(words);
        action->setCheckable(true);
        action->setChecked(m_profile.packetProfile == name);
        manners->addAction(action);
        connect(action, &QAction::triggered, this,
                [this, name] { changeProfile([name](app::Profile& profile) { profile.packetProfile = name; }); });
    };
    for (const QString& name : app::packetProfileNames()) {
        addManner(packetMannerName(name), name);
    }
    menu.addSeparator();
    const auto addSwitch = [&](const QString& words, bool app::Profile::* flag) {
        QAction* action = menu.addAction(words);
        action->setCheckable(true);
        action->setChecked(m_profile.*flag);
        connect(action, &QAction::toggled, this,
                [this, flag](bool on) { changeProfile([flag, on](app::Profile& profile) { profile.*flag = on; }); });
        m_commands << action;
    };
    addSwitch(tr("Sign packets with the seal's certificate"), &app::Profile::signPackets);
    addSwitch(tr("Offer test units as receivers"), &app::Profile::showTestUnits);
}

void MainWindow::fillProfileMenu() {
    QMenu* menu = m_top->profileMenu();
    QAction* me = menu->addAction(u"%1 · %2"_s.arg(m_profile.person.name, roleName(m_profile.person.role)));
    me->setEnabled(false);
    QAction* office = menu->addAction(m_profile.agency.name);
    office->setEnabled(false);
    menu->addSeparator();
    auto* others = menuIn(*menu, tr("Other profiles of this computer"));
    others->menuAction()->setVisible(false);
    auto* look = menuIn(*menu, tr("Appearance"));
    auto* looks = new QActionGroup(look);
    const auto addLook = [&](const QString& words, ThemeChoice choice) {
        QAction* action = look->addAction(words);
        action->setCheckable(true);
        action->setChecked(m_theme.choice() == choice);
        looks->addAction(action);
        connect(action, &QAction::triggered, this, [this, choice] {
            m_theme.setChoice(choice);
            emit themeChosen(choice);
        });
        m_commands << action;
    };
    addLook(tr("As the system"), ThemeChoice::System);
    addLook(tr("Light"), ThemeChoice::Light);
    addLook(tr("Dark"), ThemeChoice::Dark);
    connect(menu->addAction(tr("Absence and delegation…")), &QAction::triggered, this, &MainWindow::openStanding);
    connect(menu->addAction(tr("Trusted authorities…")), &QAction::triggered, this, &MainWindow::openTrust);
    fillNetworkMenu(*menuIn(*menu, tr("Network")));
    if (m_profile.person.role == app::Role::Clerk) {
        fillPacketMenu(*menuIn(*menu, tr("Packets")));
    }
    auto* language = menuIn(*menu, tr("Language"));
    const auto addLanguage = [&](const QString& words, const QString& key) {
        QAction* action = language->addAction(words);
        action->setCheckable(true);
        action->setChecked((m_formatter.language() == app::Language::Vietnamese) == (key == "vi"_L1));
        connect(action, &QAction::triggered, this, [this, key] {
            emit languageWanted(key);
            say(tr("The language changes when the window is opened again."));
        });
        m_commands << action;
    };
    addLanguage(u"Tiếng Việt"_s, u"vi"_s);
    addLanguage(u"English"_s, u"en"_s);
    menu->addSeparator();
    QAction* leave = menu->addAction(tr("Close this desk"));
    leave->setShortcut(QKeySequence(u"Ctrl+Q"_s));
    connect(leave, &QAction::triggered, this, &QWidget::close);
    m_commands << leave;
    addAction(leave);

    const QString folder = m_profile.folder;
    m_runner.run(
        this,
        [folder](std::stop_token) { return app::listProfiles(QFileInfo(QDir(folder).absolutePath()).absolutePath()); },
        [this, others](const QList<app::Profile>& profiles) {
            for (const app::Profile& profile : profiles) {
                if (QDir(profile.folder) == QDir(m_profile.folder)) {
                    continue;
                }
                QAction* action = others->addAction(
                    u"%1 · %2 · %3"_s.arg(profile.agency.name, roleName(profile.person.role), profile.person.name));
                connect(action, &QAction::triggered, this, [this, path = profile.folder] { emit profileWanted(path); });
            }
            others->menuAction()->setVisible(!others->isEmpty());
        });
}

} // namespace ui
