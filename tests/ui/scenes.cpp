// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/scenes.h"

#include "docsig/keys/demoauthority.h"
#include "ui/panels/pinpanel.h"
#include "ui/panels/updatepanel.h"
#include "ui/widgets/filerow.h"
#include "ui/widgets/officepicker.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTabBar>
#include <QTableView>

namespace tests {

using namespace Qt::Literals::StringLiterals;
using app::Folder;
using app::Role;
using Opening = std::function<void(Desk&)>;

namespace {

Opening command(ui::Command which) {
    return [which](Desk& desk) { emit desk.window->documentPane().commandChosen(which); };
}

Opening details(ui::DetailTab tab) {
    return [tab](Desk& desk) { desk.window->documentPane().showDetails(tab); };
}

Opening row(int which, const Opening& then = {}) {
    return [which, then](Desk& desk) {
        desk.window->listPane().selectRow(which);
        desk.settle();
        if (then) {
            then(desk);
        }
    };
}

/// The panel of the command, pressed with nothing in its fields: what is missing is said.
Opening pressed(ui::Command which) {
    return [which](Desk& desk) {
        emit desk.window->documentPane().commandChosen(which);
        desk.settle();
        desk.window->documentPane().panel()->press();
    };
}

/// The filter, with a search that is kept.
void openFilter(Desk& desk) {
    std::ignore = desk.office.keepSearch({.name = u"Báo cáo chưa trả lời quý này"_s, .query = {.words = u"báo cáo"_s}});
    for (QAction* action : desk.window->actions()) {
        if (action->shortcut() == QKeySequence(u"Ctrl+Shift+F"_s)) {
            action->trigger();
        }
    }
}

Opening shortcut(const QString& keys) {
    return [keys](Desk& desk) {
        for (QAction* action : desk.window->actions()) {
            if (action->shortcut() == QKeySequence(keys)) {
                action->trigger();
            }
        }
    };
}

Opening searching(const QString& words) {
    return [words](Desk& desk) {
        auto* search = desk.window->findChild<ui::TopBar*>()->findChild<QLineEdit*>();
        search->setText(words);
        emit search->returnPressed();
    };
}

void openSend(Desk& desk) {
    row(2, command(ui::Command::Send))(desk);
    desk.settle();
}

void openPicker(Desk& desk) {
    openSend(desk);
    desk.window->activateWindow();
    auto* picker = desk.window->documentPane().panel()->findChild<ui::OfficePicker*>();
    picker->setFocus();
    QTest::keyClicks(picker->findChild<QLineEdit*>(), u"van hoa xa"_s);
    desk.settle();
}

void openPalette(Desk& desk) {
    for (QAction* action : desk.window->actions()) {
        if (action->shortcut() == QKeySequence(u"Ctrl+K"_s)) {
            action->trigger();
        }
    }
}

void chooseAll(Desk& desk) {
    desk.window->listPane().findChild<QAbstractItemView*>()->selectAll();
    desk.settle();
}

void signAll(Desk& desk) {
    desk.office.failing = u"Công văn trả lời Sở Tài chính"_s;
    chooseAll(desk);
    desk.window->pilePane().press();
    QTest::keyClicks(desk.window->pilePane().panel()->findChild<QLineEdit*>(), u"123456"_s);
    desk.window->pilePane().press();
    QTRY_VERIFY_WITH_TIMEOUT(desk.window->pilePane().showsResults(), Patience);
}

void submitEmptyDraft(Desk& desk) {
    desk.window->newDraft(app::DocumentKind::QuyetDinh);
    desk.settle();
    desk.window->findChild<ui::DraftPage*>()->submit();
}

/// A line of the incoming book is chosen, and something asked about it.
void onBookLine(Desk& desk, void (ui::BookPage::*ask)()) {
    desk.window->bookPage().findChild<QTableView*>()->selectRow(2);
    desk.settle();
    if (ask) {
        (desk.window->bookPage().*ask)();
    }
}

/// The trusted authorities, with one that is trusted and one that a person is asked about.
void openTrust(Desk& desk, bool asks) {
    const auto put = [&desk](const QString& name) {
        const auto authority = docsig::DemoAuthority::create(QDateTime::currentDateTimeUtc());
        const QString path = QDir(desk.folder.path()).filePath(name);
        QFile file(path);
        if (authority && file.open(QIODevice::WriteOnly)) {
            file.write(authority->rootCertificate());
        }
        return path;
    };
    app::ManageTrust trust(desk.office.profile().trustFolder(), u"Lê Thị Hoa"_s);
    if (auto proposals = trust.look(put(u"goc.cer"_s))) {
        std::ignore = trust.import(*proposals);
    }
    desk.window->openTrust();
    desk.settle();
    if (asks) {
        desk.window->trustPage()->look(put(u"goc-moi.cer"_s));
    }
}

/// The question of that row.
Opening opinion(int which, const Opening& then) {
    return [which, then](Desk& desk) {
        desk.window->opinionPage()->selectRow(which);
        desk.settle();
        if (then) {
            then(desk);
        }
    };
}

void pressOpinion(Desk& desk) {
    desk.window->opinionPage()->press();
}

void clickClose(Desk& desk) {
    desk.button(ui::OpinionPane::tr("C&lose question…").remove(u'&'))->click();
}

void enterReply(Desk& desk) {
    desk.button(ui::OpinionPane::tr("&Enter a reply…").remove(u'&'))->click();
    desk.settle();
}

void viewFirstFile(Desk& desk) {
    desk.button(ui::FileRow::tr("View: %1").section(u'%', 0, 0))->click();
    desk.settle();
}

/// The meeting of that row, and what that button opens.
Opening meeting(int which, const char* button = nullptr) {
    return [which, button](Desk& desk) {
        desk.window->meetingPage()->selectRow(which);
        desk.settle();
        if (button) {
            desk.button(ui::MeetingPane::tr(button).remove(u'&'))->click();
            desk.settle();
        }
    };
}

void openDossierPanel(Desk& desk, const QString& words) {
    if (QAbstractButton* button = desk.button(words)) {
        button->click();
    }
}

void openComparison(Desk& desk) {
    ui::DocumentPane& pane = desk.window->documentPane();
    pane.showComparison(0);
    QSignalSpy ready(pane.comparison(), &ui::ComparePane::ready); // never before the window's thread is left
    QTRY_VERIFY_WITH_TIMEOUT(!ready.isEmpty(), Patience);
}

void viewFile(Desk& desk) {
    const ui::DetailFile file{
        .name = u"Phụ lục I - Danh mục tài liệu.pdf"_s, .size = {}, .sha256 = "2", .hasPages = true};
    emit desk.window->documentPane().fileWanted(file);
}

QList<Scene> folderScenes() {
    QList<Scene> scenes;
    for (const Folder folder : app::allFolders()) {
        scenes << Scene{"folder-" + app::folderKey(folder).toUtf8(), Role::Clerk, folder, {}, {}};
    }
    scenes << Scene{"leader", Role::Leader, Folder::ToSign, {}, {}}
           << Scene{"officer", Role::Officer, Folder::Drafts, {}, {}}
           << Scene{"to-direct", Role::Leader, Folder::ToDirect, [](SampleOffice& o) { o.addWork(false); }, {}}
           << Scene{"following", Role::Leader, Folder::Following, [](SampleOffice& o) { o.addWork(true); },
                    details(ui::DetailTab::Facts)}
           << Scene{"unknown", Role::Clerk, Folder::ToAccept, {}, row(2)}
           << Scene{"invalid", Role::Clerk, Folder::ToAccept, {}, row(3)}
           << Scene{"unchecked", Role::Clerk, Folder::ToAccept, {}, row(6)}
           << Scene{"stamped",
                    Role::Clerk,
                    Folder::ToHandle,
                    {},
                    [](Desk& desk) { desk.window->documentPane().wantArrivalCopy(); }}
           << Scene{"files", Role::Clerk, Folder::ToAccept, [](SampleOffice& o) { o.attachFiles(); },
                    details(ui::DetailTab::Facts)}
           << Scene{"file-shown", Role::Clerk, Folder::ToAccept, [](SampleOffice& o) { o.attachFiles(); }, viewFile}
           << Scene{"search", Role::Clerk, Folder::ToAccept, {}, searching(u"hồ sơ"_s)}
           << Scene{"search-text", Role::Clerk, Folder::ToAccept, [](SampleOffice& o) { o.addReports(3); },
                    searching(u"nhân lực"_s)}
           << Scene{"search-filter", Role::Clerk, Folder::ToAccept, {}, openFilter}
           << Scene{"search-nothing", Role::Clerk, Folder::ToAccept, {}, searching(u"không có chữ này"_s)};
    return scenes;
}

QList<Scene> incomingScenes() {
    using ui::Command;
    const auto changes = [](SampleOffice& office) { office.addChanges(); };
    const auto work = [](SampleOffice& office) { office.addWork(false); };
    const auto mine = [](SampleOffice& office) { office.giveWork(); };
    const auto asked = [](SampleOffice& office) { office.askTime(); };
    return {
        {"accept", Role::Clerk, Folder::ToAccept, {}, command(Command::Accept)},
        {"accept-invalid", Role::Clerk, Folder::ToAccept, [](SampleOffice& o) { o.addTwin(u"07/SNV-VP"_s); },
         row(3, command(Command::Accept))},
        {"refuse", Role::Clerk, Folder::ToAccept, {}, pressed(Command::Refuse)},
        {"agree", Role::Clerk, Folder::ToAccept, changes, command(Command::AgreeChange)},
        {"replaced", Role::Clerk, Folder::ToAccept, changes, row(1)},
        {"refuse-change", Role::Clerk, Folder::ToAccept, changes, command(Command::RefuseChange)},
        {"present", Role::Clerk, Folder::ToHandle, {}, command(Command::Present)},
        {"direct", Role::Leader, Folder::ToDirect, work, command(Command::Direct)},
        {"direct-missing", Role::Leader, Folder::ToDirect, work, pressed(Command::Direct)},
        {"file-into", Role::Clerk, Folder::ToHandle, {}, command(Command::FileInto)},
        {"finish", Role::Officer, Folder::ToHandle, mine, command(Command::Finish)},
        {"give-work-back", Role::Officer, Folder::ToHandle, mine, command(Command::GiveBackWork)},
        {"ask-time", Role::Officer, Folder::ToHandle, mine, command(Command::AskTime)},
        {"grant-time", Role::Leader, Folder::ToDirect, asked, command(Command::GrantTime)},
        {"refuse-time", Role::Leader, Folder::ToDirect, asked, command(Command::RefuseTime)},
    };
}

/// The form of a document on paper, with its scan taken in and its fields filled.
void fillPaper(Desk& desk) {
    desk.window->openPaper({u"/scan/thong-bao-1.jpg"_s, u"/scan/thong-bao-2.jpg"_s});
    desk.settle();
    ui::PaperPage& page = *desk.window->paperPage();
    page.findChild<ui::OfficePicker*>()->setChosen({{*app::OrganId::parse(u"H99.03"_s), u"Sở Tài chính"_s}});
    page.findChild<QPlainTextEdit*>()->setPlainText(u"Thông báo dự toán chi thường xuyên năm 2027"_s);
    page.fields().lineOf(ui::PaperField::Number)->setText(u"88"_s);
    page.fields().lineOf(ui::PaperField::Date)->setText(u"20/11/2026"_s);
    QTRY_VERIFY_WITH_TIMEOUT(page.findChildren<QCheckBox*>().first()->isVisible(), Patience); // it came before
}

QList<Scene> paperScenes() {
    return {
        {"paper-new", Role::Clerk, Folder::ToAccept, {}, [](Desk& desk) { desk.window->openPaper(); }},
        {"paper-filled", Role::Clerk, Folder::ToAccept, {}, fillPaper},
        {"paper-unread", Role::Clerk, Folder::ToAccept,
         [](SampleOffice& office) { office.scanText = app::ScanText::NoReader; },
         [](Desk& desk) { desk.window->openPaper({u"/scan/giay-moi.png"_s}); }},
        {"paper-refused", Role::Clerk, Folder::ToAccept,
         [](SampleOffice& office) { office.refuseWith = u"paper-sender-missing"_s; },
         [](Desk& desk) {
             desk.window->openPaper();
             desk.settle();
             desk.window->paperPage()->press();
         }},
        {"paper-named",
         Role::Clerk,
         Folder::ToAccept,
         {},
         [](Desk& desk) {
             desk.window->openPaper();
             desk.settle();
             desk.window->paperPage()->findChildren<QCheckBox*>().last()->setChecked(true);
         }},
        {"paper-envelope", Role::Officer, Folder::ToHandle, [](SampleOffice& office) { office.addEnvelope(); },
         row(1, details(ui::DetailTab::Facts))},
        {"paper-correct", Role::Clerk, Folder::ToHandle, [](SampleOffice& office) { office.addPaper(true); },
         row(1, command(ui::Command::CorrectPaper))},
        {"paper-document", Role::Clerk, Folder::ToHandle, [](SampleOffice& office) { office.addPaper(true); },
         row(1, details(ui::DetailTab::Facts))},
        {"paper-unscanned", Role::Clerk, Folder::ToHandle, [](SampleOffice& office) { office.addPaper(false); },
         row(1, details(ui::DetailTab::History))},
    };
}

QList<Scene> outgoingScenes() {
    using ui::Command;
    return {
        {"draft-letter",
         Role::Officer,
         Folder::Drafts,
         {},
         [](Desk& desk) { desk.window->newDraft(app::DocumentKind::CongVan); }},
        {"draft-decision", Role::Officer, Folder::Drafts, {}, submitEmptyDraft},
        {"draft-remove", Role::Officer, Folder::Drafts, {}, command(Command::Remove)},
        {"draft-submit", Role::Officer, Folder::Drafts, {}, command(Command::Submit)},
        {"sign", Role::Leader, Folder::ToSign, {}, pressed(Command::Sign)},
        {"sign-concern", Role::Leader, Folder::ToSign,
         [](SampleOffice& office) { office.certificateConcerns = {sampleConcern()}; }, command(Command::Sign)},
        {"give-back", Role::Leader, Folder::ToSign, {}, command(Command::GiveBack)},
        {"initial", Role::Officer, Folder::ToSign, [](SampleOffice& o) { o.addToInitial(); },
         row(3, command(Command::Initial))},
        {"several", Role::Leader, Folder::ToSign, {}, chooseAll},
        {"several-pin",
         Role::Leader,
         Folder::ToSign,
         {},
         [](Desk& desk) {
             chooseAll(desk);
             desk.window->pilePane().press();
         }},
        {"several-done", Role::Leader, Folder::ToSign, {}, signAll},
        {"number", Role::Clerk, Folder::ToIssue, {}, command(Command::Number)},
        {"number-refused", Role::Clerk, Folder::ToIssue,
         [](SampleOffice& office) { office.refuseWith = u"number-needs-server"_s; }, pressed(Command::Number)},
        {"seal", Role::Clerk, Folder::ToIssue, {}, row(1, command(Command::Seal))},
        {"send", Role::Clerk, Folder::ToIssue, {}, openSend},
        {"send-picker", Role::Clerk, Folder::ToIssue, {}, openPicker},
        {"recall", Role::Clerk, Folder::Issued, {}, command(Command::Recall)},
        {"update", Role::Clerk, Folder::Issued, {}, pressed(Command::Update)},
        {"replace", Role::Clerk, Folder::Issued, {}, command(Command::Replace)},
    };
}

QList<Scene> partScenes() {
    return {
        {"details-facts", Role::Clerk, Folder::ToHandle, {}, details(ui::DetailTab::Facts)},
        {"details-signatures", Role::Clerk, Folder::ToAccept, {}, row(3, details(ui::DetailTab::Signatures))},
        {"details-trail", Role::Clerk, Folder::Issued, {}, details(ui::DetailTab::Trail)},
        {"details-history", Role::Clerk, Folder::Issued, {}, details(ui::DetailTab::History)},
        {"evidence-waits", Role::Clerk, Folder::Issued, {}, [](Desk& desk) { desk.letWait(); }},
        {"evidence-asked", Role::Clerk, Folder::ToAccept, [](SampleOffice& o) { o.authoritySilent = true; },
         row(2, [](Desk& desk) { emit desk.window->documentPane().evidenceWanted(); }), true},
        {"evidence-missing", Role::Clerk, Folder::ToAccept, [](SampleOffice& o) { o.authorityKnows = false; },
         row(2, [](Desk& desk) { emit desk.window->documentPane().evidenceWanted(); })},
        {"compare", Role::Clerk, Folder::Issued, {}, openComparison},
        {"dossier-new",
         Role::Clerk,
         Folder::Dossiers,
         {},
         [](Desk& desk) { emit desk.window->listPane().newDossierWanted(); }},
        {"dossier-close",
         Role::Clerk,
         Folder::Dossiers,
         {},
         [](Desk& desk) { openDossierPanel(desk, ui::DossierPane::tr("C&lose dossier…").remove(u'&')); }},
        {"standing", Role::Leader, Folder::ToDirect,
         [](SampleOffice& o) {
             o.beAway(o.profile().person.login, u"truongphong"_s, 3);
             o.beAway(u"chuyenvien"_s, {}, 1);
         },
         [](Desk& desk) { desk.window->openStanding(); }},
        {"standing-units",
         Role::Clerk,
         Folder::ToAccept,
         {},
         [](Desk& desk) {
             desk.window->openStanding();
             desk.window->standingPage()->askUnits();
         }},
        {"opinions", Role::Clerk, Folder::Opinions, [](SampleOffice& o) { o.addOpinions(); }, opinion(1, {})},
        {"opinions-late", Role::Officer, Folder::Opinions, [](SampleOffice& o) { o.addOpinions(); }, opinion(0, {})},
        {"opinions-asker", Role::Leader, Folder::Opinions, [](SampleOffice& o) { o.addOpinions(); }, opinion(2, {})},
        {"opinions-unsigned", Role::Leader, Folder::Opinions,
         [](SampleOffice& o) {
             o.addOpinions();
             o.wantSignatures();
         },
         opinion(2, {})},
        {"opinions-closed", Role::Clerk, Folder::Opinions, [](SampleOffice& o) { o.addOpinions(); }, opinion(3, {})},
        {"opinion-answer", Role::Clerk, Folder::Opinions, [](SampleOffice& o) { o.addOpinions(); },
         opinion(1, pressOpinion)},
        {"opinion-close", Role::Leader, Folder::Opinions, [](SampleOffice& o) { o.addOpinions(); },
         opinion(2, clickClose)},
        {"opinion-reply", Role::Leader, Folder::Opinions, [](SampleOffice& o) { o.addOpinions(); },
         opinion(2, enterReply)},
        {"opinion-file", Role::Clerk, Folder::Opinions, [](SampleOffice& o) { o.addOpinions(); },
         opinion(1, viewFirstFile)},
        {"opinion-ask", Role::Officer, Folder::Opinions, [](SampleOffice& o) { o.addOpinions(); },
         [](Desk& desk) {
             desk.window->opinionPage()->askNew();
             desk.settle();
             pressOpinion(desk);
         }},
        {"meetings", Role::Clerk, Folder::Meetings, [](SampleOffice& o) { o.addMeetings(); }, meeting(0)},
        {"meetings-moved", Role::Clerk, Folder::Meetings, [](SampleOffice& o) { o.addMeetings(); }, meeting(1)},
        {"meetings-holder", Role::Leader, Folder::Meetings, [](SampleOffice& o) { o.addMeetings(); }, meeting(2)},
        {"meetings-concluded", Role::Clerk, Folder::Meetings, [](SampleOffice& o) { o.addMeetings(); }, meeting(3)},
        {"meetings-cancelled", Role::Clerk, Folder::Meetings, [](SampleOffice& o) { o.addMeetings(); }, meeting(4)},
        {"meeting-answer", Role::Clerk, Folder::Meetings, [](SampleOffice& o) { o.addMeetings(); },
         meeting(0, "&Answer…")},
        {"meeting-note", Role::Leader, Folder::Meetings, [](SampleOffice& o) { o.addMeetings(); },
         meeting(2, "&Notes…")},
        {"meeting-conclude", Role::Leader, Folder::Meetings, [](SampleOffice& o) { o.addMeetings(); },
         meeting(2, "&Conclude…")},
        {"meeting-change", Role::Leader, Folder::Meetings, [](SampleOffice& o) { o.addMeetings(); },
         meeting(2, "C&hange…")},
        {"meeting-call", Role::Officer, Folder::Meetings, [](SampleOffice& o) { o.addMeetings(); },
         [](Desk& desk) {
             desk.window->meetingPage()->callNew();
             desk.settle();
             desk.window->meetingPage()->press();
             QCoreApplication::processEvents(); // the form is laid out anew
         }},
        {"comments", Role::Clerk, Folder::ToHandle, [](SampleOffice& o) { o.addComments(); },
         details(ui::DetailTab::Comments)},
        {"comment", Role::Clerk, Folder::ToHandle, [](SampleOffice& o) { o.addComments(); },
         pressed(ui::Command::Comment)},
        {"undo", Role::Clerk, Folder::ToHandle,
         [](SampleOffice& o) {
             o.addComments();
             o.undoable = {{.act = u"a"_s,
                            .kind = u"commented"_s,
                            .at = QDateTime({2026, 11, 24}, {1, 15}, Qt::UTC),
                            .way = app::UndoOffer::Way::Counter}};
         },
         shortcut(u"Ctrl+Z"_s)},
        {"one-stop", Role::Clerk, Folder::ToAccept, [](SampleOffice& o) { o.addApplication(); },
         details(ui::DetailTab::Facts)},
        {"one-stop-accept", Role::Clerk, Folder::ToAccept, [](SampleOffice& o) { o.addApplication(); },
         command(ui::Command::Accept)},
        {"rights",
         Role::Clerk,
         Folder::ToAccept,
         [](SampleOffice& o) {
             o.rights = {{.mailbox = u"H99.02/mai"_s,
                          .name = u"Đỗ Thị Mai"_s,
                          .before = {.role = u"officer"_s},
                          .now = {.role = u"clerk"_s}},
                         {.mailbox = u"H99.02/truongphong"_s, .name = u"Phạm Văn Phòng"_s, .now = {.role = u"left"_s}}};
         },
         {}},
        {"register", Role::Clerk, Folder::Books, {}, [](Desk& desk) { desk.window->bookPage().askRegister(); }},
        {"book-void", Role::Clerk, Folder::Books, {}, [](Desk& desk) { onBookLine(desk, &ui::BookPage::askVoid); }},
        {"book-close", Role::Clerk, Folder::Books, {}, [](Desk& desk) { onBookLine(desk, &ui::BookPage::askClose); }},
        {"book-closed", Role::Clerk, Folder::Books,
         [](SampleOffice& office) {
             office.closing = app::BookClosing{.sequence = 99,
                                               .lastNumber = 1203,
                                               .reason = u"Hết năm công tác"_s,
                                               .by = u"H99.02/vanthu"_s,
                                               .at = QDateTime({2026, 11, 26}, {2, 15}, Qt::UTC)};
         },
         [](Desk& desk) { onBookLine(desk, nullptr); }},
        {"trust-empty", Role::Clerk, Folder::ToAccept, {}, [](Desk& desk) { desk.window->openTrust(); }},
        {"trust", Role::Clerk, Folder::ToAccept, {}, [](Desk& desk) { openTrust(desk, false); }},
        {"trust-asks", Role::Clerk, Folder::ToAccept, {}, [](Desk& desk) { openTrust(desk, true); }},
        {"palette", Role::Clerk, Folder::ToAccept, {}, openPalette},
    };
}

} // namespace

const QList<Scene>& allScenes() {
    static const QList<Scene> scenes =
        folderScenes() + incomingScenes() + paperScenes() + outgoingScenes() + partScenes() + secretScenes();
    return scenes;
}

void enter(Desk& desk, const Scene& scene) {
    if (scene.prepare) {
        scene.prepare(desk.office);
    }
    desk.open(scene.folder);
    if (scene.open) {
        emit desk.window->listPane().opened(); // in a small window the list lies over the document
        scene.open(desk);
    }
    if (!scene.busy) {
        desk.settle();
    }
    for (int round = 0; round < 3; ++round) { // what grows makes what holds it grow
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

bool isInner(const QWidget& widget) {
    for (const QWidget* above = widget.parentWidget(); above; above = above->parentWidget()) {
        if (qobject_cast<const QComboBox*>(above) || qobject_cast<const QAbstractSpinBox*>(above) ||
            qobject_cast<const QTabBar*>(above) || qobject_cast<const QLineEdit*>(above) ||
            qobject_cast<const QAbstractItemView*>(above) || above->inherits("QCalendarWidget")) {
            return true;
        }
    }
    return widget.inherits("QHeaderView") || widget.inherits("QScrollBar") ||
           widget.inherits("QAbstractScrollAreaScrollBarContainer");
}

} // namespace tests
