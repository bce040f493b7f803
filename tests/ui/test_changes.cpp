// SPDX-License-Identifier: GPL-3.0-or-later
// What happens in the window with packets: who they go to, their signature, what follows after a document was sent, and
// who deals with what came in.
#include "tests/ui/sampledesk.h"
#include "ui/panels/pinpanel.h"
#include "ui/panels/timepanel.h"
#include "ui/panels/updatepanel.h"
#include "ui/presentation/detailspresenter.h"
#include "ui/widgets/officepicker.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPainter>
#include <QPlainTextEdit>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using app::Folder;
using tests::Desk;
using tests::Patience;

class TestChangeFlow : public QObject {
    Q_OBJECT

private slots:
    void what_a_sender_asks_is_answered();
    void a_sent_document_is_taken_back_with_a_reason();
    void a_receiver_is_found_among_many_from_the_keyboard();
    void what_nobody_has_by_name_is_said();
    void a_packet_is_signed_with_the_pin_of_the_seal();
    void a_sent_document_is_brought_up_to_date();
    void a_change_is_signed_as_the_office_wants();
    void a_sent_document_is_replaced();
    void the_packets_signature_stands_apart_from_the_verdict();
    void the_packet_menu_changes_the_profile();
    void a_leader_directs_from_the_keyboard();
    void the_work_is_seen_with_the_document();
    void a_view_is_written_down_first();
    void more_time_is_asked_for();
    void more_time_is_granted_or_not();
    void what_seems_to_come_again_is_accepted_knowingly();
    void pictures_data();
    void pictures();
};

namespace {

/// The picker of the panel that sends the document that is sealed; null where there is none.
ui::OfficePicker* openSend(Desk& desk) {
    desk.open(Folder::ToIssue);
    desk.window->listPane().selectRow(2);
    desk.settle();
    emit desk.window->documentPane().commandChosen(ui::Command::Send);
    desk.settle();
    ui::ActionPanel* panel = desk.window->documentPane().panel();
    return panel ? panel->findChild<ui::OfficePicker*>() : nullptr;
}

QAction* entry(QMenu& menu, const QString& words) {
    for (QAction* action : menu.actions()) {
        if (QString(action->text()).remove(u'&') == words) {
            return action;
        }
    }
    return nullptr;
}

/// The window with the menus over it, as a person sees them.
QImage withMenus(Desk& desk, const QList<QMenu*>& menus) {
    QImage picture = desk.window->grab().toImage();
    QPainter painter(&picture);
    for (QMenu* menu : menus) {
        painter.drawPixmap(desk.window->mapFromGlobal(menu->pos()), menu->grab());
    }
    return picture;
}

/// Opens the menu of the profile and this menu of it.
QList<QMenu*> openMenu(Desk& desk, const char* name) {
    desk.open(Folder::ToAccept);
    desk.window->startSync();
    desk.settle();
    QMenu* menu = desk.window->findChild<ui::TopBar*>()->profileMenu();
    QAction* more = entry(*menu, ui::MainWindow::tr(name));
    if (!more || !more->menu()) {
        return {};
    }
    menu->popup(desk.window->mapToGlobal(QPoint(desk.window->width() - menu->sizeHint().width() - 8, 52)));
    const QPoint beside = menu->mapToGlobal(menu->actionGeometry(more).topLeft());
    more->menu()->popup(beside - QPoint(more->menu()->sizeHint().width(), 0));
    return {menu, more->menu()};
}

/// The office signs its packets from now on.
bool signPackets(Desk& desk) {
    app::Profile profile = desk.office.profile();
    profile.signPackets = true;
    profile.sealKey = app::Pkcs12File{u"/mau/con-dau.p12"_s};
    return desk.office.saveProfile(profile).has_value();
}

} // namespace

void TestChangeFlow::what_a_sender_asks_is_answered() {
    Desk desk(app::Role::Clerk);
    desk.office.addChanges();
    desk.open(Folder::ToAccept);
    ui::DocumentPane& pane = desk.window->documentPane();
    QCOMPARE(int(pane.actions().first().command), int(ui::Command::AgreeChange));
    for (const ui::ActionText& action : pane.actions()) {
        QVERIFY(action.command != ui::Command::Accept);
    }
    emit pane.commandChosen(ui::Command::RefuseChange);
    QVERIFY(pane.panel());
    pane.panel()->press();
    desk.settle();
    QVERIFY(desk.office.acts().isEmpty()); // the sender must learn why
    pane.panel()->findChild<QPlainTextEdit*>()->setPlainText(u"Đã giải quyết xong"_s);
    pane.panel()->press();
    QTRY_COMPARE_WITH_TIMEOUT(desk.office.acts(), QStringList{u"refuse-change:Đã giải quyết xong"_s}, Patience);
    desk.settle();
    emit pane.commandChosen(ui::Command::AgreeChange);
    QVERIFY(pane.panel());
    pane.panel()->press();
    QTRY_COMPARE_WITH_TIMEOUT(desk.office.acts().last(), u"agree"_s, Patience);
    desk.settle();
}

void TestChangeFlow::a_sent_document_is_taken_back_with_a_reason() {
    Desk desk(app::Role::Clerk);
    desk.open(Folder::Issued);
    emit desk.window->documentPane().commandChosen(ui::Command::Recall);
    ui::ActionPanel* panel = desk.window->documentPane().panel();
    QVERIFY(panel);
    panel->press();
    desk.settle();
    QVERIFY(desk.office.acts().isEmpty());
    panel->findChild<QPlainTextEdit*>()->setPlainText(u"Sai căn cứ"_s);
    panel->press();
    QTRY_COMPARE_WITH_TIMEOUT(desk.office.acts(), QStringList{u"recall:Sai căn cứ"_s}, Patience);
    desk.settle();
}

void TestChangeFlow::a_receiver_is_found_among_many_from_the_keyboard() {
    Desk desk(app::Role::Clerk);
    ui::OfficePicker* picker = openSend(desk);
    QVERIFY(picker);
    desk.window->activateWindow();
    auto* input = picker->findChild<QLineEdit*>();
    auto* list = picker->findChild<QListWidget*>();
    QVERIFY(input && list && !list->isVisible());
    QVERIFY(desk.office.searched.isEmpty()); // nothing is loaded before somebody types
    input->setFocus();
    QTest::keyClicks(input, u"van hoa so 7"_s);
    desk.settle();
    QCOMPARE(desk.office.searched.last(), u"van hoa so 7"_s);
    QTRY_VERIFY_WITH_TIMEOUT(list->isVisible(), Patience);
    QCOMPARE(list->count(), 11); // 7 and 70 to 79
    QVERIFY(list->item(0)->text().contains(u"H99.21.7"_s));
    QVERIFY(!list->accessibleName().isEmpty() && !input->accessibleDescription().isEmpty());
    QTest::keyClick(input, Qt::Key_Down);
    QVERIFY(input->accessibleDescription().contains(u"H99.21.70"_s)); // the reader hears where one stands
    const qsizetype before = picker->chosen().size();
    QTest::keyClick(input, Qt::Key_Return);
    QCOMPARE(picker->chosen().size(), before + 1);
    QCOMPARE(picker->chosen().last().id.text(), u"H99.21.70"_s);
    QVERIFY(!list->isVisible() && input->text().isEmpty());
    // Escape closes the list and leaves the panel.
    QTest::keyClicks(input, u"van"_s);
    desk.settle();
    QTRY_VERIFY_WITH_TIMEOUT(list->isVisible(), Patience);
    QTest::keyClick(input, Qt::Key_Escape);
    QVERIFY(!list->isVisible() && desk.window->documentPane().panel());
    QTest::keyClick(input, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(desk.office.acts(), QStringList{u"send:%1"_s.arg(before + 1)}, Patience);
    desk.settle();
}

void TestChangeFlow::what_nobody_has_by_name_is_said() {
    Desk desk(app::Role::Clerk);
    ui::OfficePicker* picker = openSend(desk);
    QVERIFY(picker);
    desk.window->activateWindow();
    auto* input = picker->findChild<QLineEdit*>();
    input->setFocus();
    QTest::keyClicks(input, u"khong ai"_s);
    desk.settle();
    QVERIFY(!picker->findChild<QListWidget*>()->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(!input->accessibleDescription().isEmpty(), Patience);
    QVERIFY(desk.says(input->accessibleDescription()));
}

void TestChangeFlow::a_packet_is_signed_with_the_pin_of_the_seal() {
    Desk desk(app::Role::Clerk);
    QVERIFY(signPackets(desk));
    QVERIFY(openSend(desk));
    ui::DocumentPane& pane = desk.window->documentPane();
    auto* signs = pane.panel()->findChild<QCheckBox*>();
    QVERIFY(signs && signs->isChecked()); // as the office wants it
    pane.panel()->press();
    QTRY_VERIFY_WITH_TIMEOUT(qobject_cast<ui::PinPanel*>(pane.panel()), Patience);
    QVERIFY(desk.office.acts().isEmpty());
    auto* pin = pane.panel()->findChild<QLineEdit*>();
    QTest::keyClicks(pin, u"000000"_s);
    pane.panel()->press();
    desk.settle();
    QVERIFY(desk.office.acts().isEmpty() && pin->text().isEmpty());
    QVERIFY(pin->accessibleDescription().contains(u"pkcs12-wrong-pin"_s));
    QTest::keyClicks(pin, u"123456"_s);
    pane.panel()->press();
    QTRY_COMPARE_WITH_TIMEOUT(desk.office.acts(), QStringList{u"send-signed:2"_s}, Patience);
    desk.settle();
}

void TestChangeFlow::a_sent_document_is_brought_up_to_date() {
    Desk desk(app::Role::Clerk);
    desk.open(Folder::Issued);
    ui::DocumentPane& pane = desk.window->documentPane();
    emit pane.commandChosen(ui::Command::Update);
    auto* panel = qobject_cast<ui::UpdatePanel*>(pane.panel());
    QVERIFY(panel);
    panel->findChild<QPlainTextEdit*>()->setPlainText(u"Sửa phụ lục"_s);
    panel->press();
    desk.settle();
    QVERIFY(desk.office.acts().isEmpty()); // nothing changes yet
    panel->setVersion(u"/mau/ban-moi.pdf"_s);
    QVERIFY(desk.says(u"ban-moi.pdf"_s));
    const QList<QCheckBox*> keepers = panel->findChildren<QCheckBox*>();
    QVERIFY(!keepers.isEmpty());
    keepers.first()->setChecked(true);
    panel->press();
    QTRY_COMPARE_WITH_TIMEOUT(desk.office.acts(), QStringList{u"update:ban-moi.pdf:+0:-1:Sửa phụ lục"_s}, Patience);
    desk.settle();
}

void TestChangeFlow::a_change_is_signed_as_the_office_wants() {
    Desk desk(app::Role::Clerk);
    QVERIFY(signPackets(desk));
    desk.open(Folder::Issued);
    ui::DocumentPane& pane = desk.window->documentPane();
    emit pane.commandChosen(ui::Command::Update);
    auto* panel = qobject_cast<ui::UpdatePanel*>(pane.panel());
    QVERIFY(panel);
    panel->findChild<QPlainTextEdit*>()->setPlainText(u"Sửa phụ lục"_s);
    panel->setVersion(u"/mau/ban-moi.pdf"_s);
    panel->press();
    QTRY_VERIFY_WITH_TIMEOUT(qobject_cast<ui::PinPanel*>(pane.panel()), Patience);
    QVERIFY(desk.office.acts().isEmpty());
    QTest::keyClicks(pane.panel()->findChild<QLineEdit*>(), u"123456"_s);
    pane.panel()->press();
    QTRY_COMPARE_WITH_TIMEOUT(desk.office.acts(), QStringList{u"update-signed:ban-moi.pdf:+0:-0:Sửa phụ lục"_s},
                              Patience);
    desk.settle();
}

void TestChangeFlow::a_sent_document_is_replaced() {
    Desk desk(app::Role::Clerk);
    desk.open(Folder::Issued);
    ui::DocumentPane& pane = desk.window->documentPane();
    emit pane.commandChosen(ui::Command::Replace);
    QTRY_VERIFY_WITH_TIMEOUT(pane.panel(), Patience);
    auto* choice = pane.panel()->findChild<QComboBox*>();
    QVERIFY(choice && choice->count() == 1); // the one that is sealed
    pane.panel()->press();
    desk.settle();
    QVERIFY(desk.office.acts().isEmpty()); // the others must learn why
    pane.panel()->findChild<QPlainTextEdit*>()->setPlainText(u"Thay văn bản cũ"_s);
    pane.panel()->press();
    QTRY_COMPARE_WITH_TIMEOUT(desk.office.acts(), QStringList{u"replace:Thay văn bản cũ"_s}, Patience);
    desk.settle();
}

void TestChangeFlow::the_packets_signature_stands_apart_from_the_verdict() {
    using State = app::PacketSignatureFacts::State;
    const ui::Formatter formatter(app::Language::English);
    const app::DocumentId id = app::DocumentId::create();
    ui::DocumentCase known{.detail = {.summary = {.id = id}}};
    known.verdict = app::IncomingVerdict{id, docsig::Verdict::CannotTell, {}, {}, {}, {}};
    const auto packetBlock = [&](const app::PacketSignatureFacts& signature) {
        known.detail.packetSignature = signature;
        return ui::blocksOf(known, ui::DetailTab::Signatures, formatter).last();
    };
    const ui::DetailBlock none = packetBlock({});
    const ui::DetailBlock valid = packetBlock({.state = State::Valid, .signer = u"Sở Tài chính"_s, .reason = {}});
    const ui::DetailBlock wrong =
        packetBlock({.state = State::Wrong, .signer = {}, .reason = u"packet-signature-wrong"_s});
    QCOMPARE(none.heading, valid.heading);
    QVERIFY(none.side != valid.side && valid.side != wrong.side);
    QCOMPARE(valid.lines.first().words, u"Sở Tài chính"_s);
    QVERIFY(std::ranges::any_of(wrong.lines,
                                [](const ui::DetailLine& line) { return line.code == u"packet-signature-wrong"_s; }));
    // It never speaks in the tones of the document's own verdict.
    QVERIFY(valid.tone == ui::Tone::Neutral && wrong.tone == ui::Tone::Caution);
}

void TestChangeFlow::the_packet_menu_changes_the_profile() {
    Desk desk(app::Role::Clerk, app::Language::English);
    desk.open(Folder::ToAccept);
    QAction* packets = entry(*desk.window->findChild<ui::TopBar*>()->profileMenu(), u"Packets"_s);
    QVERIFY(packets && packets->menu());
    QAction* axis = entry(*packets->menu(), u"Written for the national axis"_s);
    QAction* units = entry(*packets->menu(), u"Offer test units as receivers"_s);
    QVERIFY(axis && units && !axis->isChecked() && !units->isChecked());
    axis->trigger();
    desk.settle();
    units->trigger();
    desk.settle();
    QCOMPARE(desk.office.profile().packetProfile, u"axis"_s);
    QVERIFY(desk.office.profile().showTestUnits && !desk.office.profile().signPackets);
}

void TestChangeFlow::a_leader_directs_from_the_keyboard() {
    Desk desk(app::Role::Leader);
    desk.office.addWork(false);
    desk.open(Folder::ToDirect);
    ui::DocumentPane& pane = desk.window->documentPane();
    QVERIFY(!pane.actions().isEmpty());
    QCOMPARE(int(pane.actions().first().command), int(ui::Command::Direct));
    QVERIFY(pane.actions().first().primary);
    emit pane.commandChosen(ui::Command::Direct);
    desk.settle();
    ui::ActionPanel* panel = pane.panel();
    QVERIFY(panel);
    panel->press(); // nobody has a part yet
    desk.settle();
    QVERIFY(desk.office.acts().isEmpty());
    QList<QComboBox*> parts;
    for (auto* box : panel->findChildren<QComboBox*>()) {
        QVERIFY(!box->accessibleName().isEmpty());
        if (!box->isEditable()) {
            parts << box;
        }
    }
    QVERIFY(parts.size() >= 2); // who directs is not among them
    const auto lead = [](QComboBox* box) { box->setCurrentIndex(box->findData(int(app::WorkRole::Lead))); };
    lead(parts.at(0));
    lead(parts.at(1)); // one leads: the first supports now
    QCOMPARE(parts.at(0)->currentData().toInt(), int(app::WorkRole::Support));
    const QList<QLineEdit*> fields = panel->findChildren<QLineEdit*>();
    fields.last()->setText(u"31/12/2019"_s);
    panel->press();
    QVERIFY(desk.office.acts().isEmpty()); // this day has passed
    fields.last()->setText(u"31/12/2099"_s);
    for (auto* box : panel->findChildren<QComboBox*>()) {
        if (box->isEditable()) {
            box->setEditText(u"Tham mưu trả lời"_s);
        }
    }
    QTest::keyClick(panel, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(desk.office.acts().size(), 1, Patience);
    const QString act = desk.office.acts().first();
    QVERIFY2(act.startsWith(u"direct:support=H99.02/unit:tchc"_s) && act.contains(u",lead="_s), qPrintable(act));
    QVERIFY2(act.endsWith(u":2099-12-31:Tham mưu trả lời"_s), qPrintable(act));
    desk.settle();
}

void TestChangeFlow::the_work_is_seen_with_the_document() {
    Desk desk(app::Role::Leader);
    desk.office.addWork(true);
    desk.open(Folder::Following);
    ui::DocumentPane& pane = desk.window->documentPane();
    pane.showDetails(ui::DetailTab::Facts);
    desk.settle();
    QVERIFY(desk.says(u"Giao chủ trì tham mưu"_s));
    QVERIFY(desk.says(u"Lê Minh C"_s)); // by name, not by mailbox
    QVERIFY(desk.says(u"Đã lấy ý kiến các phòng"_s));
    for (const ui::ActionText& action : pane.actions()) {
        QVERIFY(action.command != ui::Command::Direct || !action.primary); // it was directed
    }
}

void TestChangeFlow::a_view_is_written_down_first() {
    Desk desk(app::Role::Clerk);
    desk.open(Folder::ToAccept);
    ui::DocumentPane& pane = desk.window->documentPane();
    const app::DocumentId first = *pane.shownId();
    const qsizetype before = desk.office.deeds().count(u"viewed:"_s + first.text());
    QCOMPARE(before, 1);
    desk.window->openDocument(first); // it is shown already: read again, not opened again
    desk.settle();
    QCOMPARE(desk.office.deeds().count(u"viewed:"_s + first.text()), before);
    desk.office.failDeeds(app::Error(u"store-disk-full"_s, {}));
    desk.open(Folder::Issued);
    QVERIFY(!pane.shown() || pane.shown()->detail.summary.folder != Folder::Issued);
}

void TestChangeFlow::more_time_is_asked_for() {
    Desk desk(app::Role::Officer);
    desk.office.giveWork();
    desk.open(Folder::ToHandle);
    ui::DocumentPane& pane = desk.window->documentPane();
    emit pane.commandChosen(ui::Command::AskTime);
    auto* panel = qobject_cast<ui::TimePanel*>(pane.panel());
    QVERIFY(panel);
    auto* day = panel->findChild<QLineEdit*>();
    panel->findChild<QPlainTextEdit*>()->setPlainText(u"Chờ ý kiến"_s);
    day->setText(u"1/11/2026"_s);
    panel->press();
    desk.settle();
    QVERIFY(desk.office.acts().isEmpty()); // earlier than the day that holds
    day->setText(u"31/12/2099"_s);
    QTest::keyClick(panel, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(desk.office.acts(), QStringList{u"ask-time:2099-12-31:Chờ ý kiến"_s}, Patience);
    desk.settle();
}

void TestChangeFlow::more_time_is_granted_or_not() {
    Desk desk(app::Role::Leader);
    desk.office.askTime();
    desk.open(Folder::ToDirect);
    ui::DocumentPane& pane = desk.window->documentPane();
    QCOMPARE(int(pane.actions().first().command), int(ui::Command::GrantTime));
    QVERIFY(pane.actions().first().words.contains(u"09/12/2026"_s));
    emit pane.commandChosen(ui::Command::RefuseTime);
    QVERIFY(pane.panel());
    pane.panel()->press();
    desk.settle();
    QVERIFY(desk.office.acts().isEmpty()); // whoever asked must learn why
    emit pane.commandChosen(ui::Command::GrantTime);
    QVERIFY(desk.says(u"Chờ ý kiến của Sở Tài chính"_s));
    pane.panel()->press();
    QTRY_COMPARE_WITH_TIMEOUT(desk.office.acts(), QStringList{u"grant-time:chuyenvien:"_s}, Patience);
    desk.settle();
}

void TestChangeFlow::what_seems_to_come_again_is_accepted_knowingly() {
    Desk desk(app::Role::Clerk);
    desk.office.addTwin(u"07/SNV-VP"_s);
    desk.open(Folder::ToAccept);
    ui::DocumentPane& pane = desk.window->documentPane();
    emit pane.commandChosen(ui::Command::Accept);
    QVERIFY(pane.panel());
    QStringList boxes;
    for (const auto* box : pane.panel()->findChildren<QCheckBox*>()) {
        boxes << box->text();
        QVERIFY(!box->isChecked());
    }
    QVERIFY2(boxes.join(u'|').contains(u"07/SNV-VP"_s), qPrintable(boxes.join(u'|')));
}

void TestChangeFlow::pictures_data() {
    QTest::addColumn<bool>("english");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QString>("open");
    for (const char* name : {"picker", "packet-pin", "update", "replace", "packet-signature", "network", "packets",
                             "direct", "following", "more-time", "ask-time", "twin"}) {
        for (const bool english : {false, true}) {
            for (const bool dark : {false, true}) {
                QTest::addRow("%s-%s-%s", name, english ? "en" : "vi", dark ? "dark" : "light")
                    << english << dark << QString::fromLatin1(name);
            }
        }
    }
}

void TestChangeFlow::pictures() {
    QFETCH(bool, english);
    QFETCH(bool, dark);
    QFETCH(QString, open);
    const QString keep = qEnvironmentVariable("CONGVAN_PICTURES");
    const bool isMenu = open == "network"_L1 || open == "packets"_L1;
    if (keep.isEmpty() && (dark == english || !isMenu)) {
        return; // where nobody looks at the pictures test_looks.cpp tells enough of all but the menus
    }
    const bool works = open == "direct"_L1 || open == "following"_L1;
    const bool leads = works || open == "more-time"_L1;
    Desk desk(leads ? app::Role::Leader : app::Role::Clerk,
              english ? app::Language::English : app::Language::Vietnamese,
              dark ? ui::ThemeChoice::Dark : ui::ThemeChoice::Light);
    desk.window->resize(1280, 800);
    ui::DocumentPane& pane = desk.window->documentPane();
    QList<QMenu*> menus;
    if (open == "picker"_L1) {
        ui::OfficePicker* picker = openSend(desk);
        QVERIFY(picker);
        desk.window->activateWindow();
        picker->setFocus();
        QTest::keyClicks(picker->findChild<QLineEdit*>(), u"van hoa xa"_s);
    } else if (open == "packet-pin"_L1) {
        QVERIFY(openSend(desk));
        pane.panel()->findChild<QCheckBox*>()->setChecked(true);
        pane.panel()->press();
    } else if (open == "update"_L1 || open == "replace"_L1) {
        desk.open(Folder::Issued);
        emit pane.commandChosen(open == "update"_L1 ? ui::Command::Update : ui::Command::Replace);
    } else if (works) {
        const bool directed = open == "following"_L1;
        desk.office.addWork(directed);
        desk.open(directed ? Folder::Following : Folder::ToDirect);
        if (directed) {
            pane.showDetails(ui::DetailTab::Facts);
        } else {
            emit pane.commandChosen(ui::Command::Direct);
        }
    } else if (open == "more-time"_L1) {
        desk.office.askTime();
        desk.open(Folder::ToDirect);
        emit pane.commandChosen(ui::Command::GrantTime);
    } else if (open == "ask-time"_L1) {
        desk.office.giveWork();
        desk.open(Folder::ToHandle);
        emit pane.commandChosen(ui::Command::AskTime);
    } else if (open == "twin"_L1) {
        desk.office.addTwin(u"07/SNV-VP"_s);
        desk.open(Folder::ToAccept);
        emit pane.commandChosen(ui::Command::Accept);
    } else if (open == "packet-signature"_L1) {
        desk.open(Folder::ToAccept);
        desk.office.signPacketOf(
            *pane.shownId(),
            {.state = app::PacketSignatureFacts::State::Valid, .signer = u"Sở Tài chính tỉnh Mẫu"_s, .reason = {}});
        desk.window->openDocument(*pane.shownId());
        desk.settle();
        pane.showDetails(ui::DetailTab::Signatures);
    } else {
        menus = openMenu(desk, open == "network"_L1 ? "Network" : "Packets");
        QCOMPARE(menus.size(), 2);
    }
    desk.settle();
    QCoreApplication::processEvents(); // what grew inside the panel makes the panel grow
    const QImage picture = withMenus(desk, menus);
    QVERIFY(!picture.isNull());
    for (QMenu* menu : menus) {
        menu->hide();
    }
    if (!keep.isEmpty()) {
        QVERIFY(QDir().mkpath(keep));
        QVERIFY(picture.save(QDir(keep).filePath(QString::fromLatin1(QTest::currentDataTag()) + u".png"_s)));
    }
}

QTEST_MAIN(TestChangeFlow)
#include "test_changes.moc"
