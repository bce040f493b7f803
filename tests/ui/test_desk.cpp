// SPDX-License-Identifier: GPL-3.0-or-later
// The way of a document through the windows of real desks: real sessions, keys, workers and a hub in this process.
#include "app/domain/trail.h"
#include "docsig/keys/cryptoruntime.h"
#include "tests/world/office/officeworld.h"
#include "ui/mainwindow.h"
#include "ui/panels/pinpanel.h"
#include "ui/presentation/sessionoffice.h"

#include <QApplication>
#include <QFile>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using app::Folder;
using app::Role;
using world::OfficeWorld;

namespace {

constexpr int Patience = 60000; // milliseconds, on a loaded machine under sanitizers

/// One person's window over their real session.
struct Window {
    Window(OfficeWorld& world, int office, Role role)
        : port(world.desk(office, role))
        , theme(nullptr) {
        theme.applyTo(*qApp);
        window = std::make_unique<ui::MainWindow>(theme, ui::Formatter(app::Language::English), port);
        window->show();
    }

    void sync() {
        QSignalSpy ended(window.get(), &ui::MainWindow::synced);
        window->startSync();
        QTRY_VERIFY_WITH_TIMEOUT(!ended.isEmpty(), Patience);
        settle();
    }

    void open(Folder folder) {
        window->openFolder(folder);
        settle();
    }

    void settle() {
        QTRY_VERIFY_WITH_TIMEOUT(window->isSettled(), Patience);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    }

    /// Does the first thing that the document offers, which is to be this one; the right PIN where one is asked.
    void act(ui::Command command) {
        ui::DocumentPane& pane = window->documentPane();
        QVERIFY(!pane.actions().isEmpty());
        QCOMPARE(int(pane.actions().first().command), int(command));
        emit pane.commandChosen(command);
        settle();
        QVERIFY(pane.panel());
        if (auto* pin = qobject_cast<ui::PinPanel*>(pane.panel())) {
            pin->findChild<QLineEdit*>()->setText(app::DemoWorld::pin());
        }
        pane.panel()->press();
        QTRY_VERIFY_WITH_TIMEOUT(!pane.panel(), Patience); // it closes when the act is done
        settle();
    }

    ui::SessionOffice port;
    ui::Theme theme;
    std::unique_ptr<ui::MainWindow> window;
};

} // namespace

class TestDesk : public QObject {
    Q_OBJECT

private slots:
    void a_document_goes_the_whole_way();
};

void TestDesk::a_document_goes_the_whole_way() {
    OfficeWorld world;
    const auto id = world.draft(app::DocumentKind::QuyetDinh);
    QVERIFY(id);
    QVERIFY(world.submit(*id));
    {
        Window leader(world, OfficeWorld::sender, Role::Leader);
        leader.sync();
        leader.open(Folder::ToSign);
        QCOMPARE(leader.window->listPane().rows(), 1);
        leader.act(ui::Command::Sign);
        QTRY_COMPARE_WITH_TIMEOUT(leader.window->listPane().rows(), 0, Patience);
        leader.sync();
    }
    {
        Window clerk(world, OfficeWorld::sender, Role::Clerk);
        clerk.sync();
        clerk.open(Folder::ToIssue);
        QCOMPARE(clerk.window->listPane().rows(), 1);
        clerk.act(ui::Command::Number);
        clerk.act(ui::Command::Seal);
        clerk.act(ui::Command::Send);
        clerk.sync();
    }
    {
        Window receiver(world, OfficeWorld::finance, Role::Clerk);
        receiver.sync();
        receiver.open(Folder::ToAccept);
        QCOMPARE(receiver.window->listPane().rows(), 1);
        const auto& known = receiver.window->documentPane().shown();
        QTRY_VERIFY_WITH_TIMEOUT(known && known->verdict, Patience);
        QCOMPARE(int(known->verdict->verdict), int(docsig::Verdict::Valid));
        receiver.act(ui::Command::Accept);
        receiver.sync();
        // Its copy bears the stamp; the original keeps its bytes.
        receiver.open(Folder::ToHandle);
        ui::DocumentPane& pane = receiver.window->documentPane();
        QVERIFY(pane.hasArrivalCopy());
        const QString original = pane.shownFile();
        pane.wantArrivalCopy();
        receiver.settle();
        QVERIFY(pane.showsArrivalCopy());
        QFile before(original);
        QFile after(pane.shownFile());
        QVERIFY(before.open(QIODevice::ReadOnly) && after.open(QIODevice::ReadOnly));
        const QByteArray signedBytes = before.readAll();
        const QByteArray stamped = after.readAll();
        QVERIFY(stamped.size() > signedBytes.size() && stamped.startsWith(signedBytes));
    }
    {
        Window other(world, OfficeWorld::province, Role::Clerk);
        other.sync();
        other.open(Folder::ToAccept);
        emit other.window->documentPane().commandChosen(ui::Command::Refuse);
        ui::ActionPanel* panel = other.window->documentPane().panel();
        QVERIFY(panel);
        panel->findChild<QPlainTextEdit*>()->setPlainText(u"Gửi nhầm nơi nhận"_s);
        panel->press();
        QTRY_VERIFY_WITH_TIMEOUT(!other.window->documentPane().panel(), Patience);
        other.settle();
        other.sync();
    }
    Window clerk(world, OfficeWorld::sender, Role::Clerk);
    clerk.sync();
    clerk.open(Folder::Issued);
    const auto& known = clerk.window->documentPane().shown();
    QVERIFY(known);
    QHash<QString, QString> last;
    for (const app::TrailLine& line : known->detail.trail) {
        last.insert(line.receiver.id.text(), line.lastCode);
    }
    QCOMPARE(last.value(u"H99.03"_s), u"03"_s);
    QCOMPARE(last.value(u"H99"_s), u"02"_s);
}

int main(int argc, char* argv[]) {
    QApplication application(argc, argv);
    const docsig::CryptoRuntime cryptography;
    TestDesk test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_desk.moc"
