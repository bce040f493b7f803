// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/scenes.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTableView>

namespace tests {

using namespace Qt::Literals::StringLiterals;
using app::Folder;
using app::Role;

namespace {

/// The secret books, with their passphrase or another one.
void openSecret(Desk& desk, const QString& passphrase) {
    desk.window->openSecret();
    desk.settle();
    ui::SecretPage* page = desk.window->secretPage();
    page->findChild<QLineEdit*>()->setText(passphrase.isEmpty() ? desk.office.secretBooks.passphrase : passphrase);
    page->press();
    desk.settle();
}

void pressChip(Desk& desk, int which) {
    QList<QPushButton*> chips;
    for (QPushButton* button : desk.window->secretPage()->findChildren<QPushButton*>()) {
        if (button->isCheckable()) {
            chips << button;
        }
    }
    chips.at(which)->click();
    desk.settle();
}

} // namespace

QList<Scene> secretScenes() {
    return {
        {"secret-locked", Role::Clerk, Folder::Books, {}, [](Desk& desk) { desk.window->openSecret(); }},
        {"secret-new", Role::Clerk, Folder::Books, [](SampleOffice& office) { office.secretBooks.isThere = false; },
         [](Desk& desk) { desk.window->openSecret(); }},
        {"secret-wrong", Role::Clerk, Folder::Books, {}, [](Desk& desk) { openSecret(desk, u"sai mật khẩu rồi"_s); }},
        {"secret-open", Role::Clerk, Folder::Books, {}, [](Desk& desk) { openSecret(desk, {}); }},
        {"secret-line",
         Role::Clerk,
         Folder::Books,
         {},
         [](Desk& desk) {
             openSecret(desk, {});
             desk.window->secretPage()->findChild<QTableView*>()->selectRow(3);
             desk.settle();
         }},
        {"secret-empty",
         Role::Clerk,
         Folder::Books,
         {},
         [](Desk& desk) {
             openSecret(desk, {});
             pressChip(desk, 1);
         }},
        {"secret-entry",
         Role::Clerk,
         Folder::Books,
         {},
         [](Desk& desk) {
             openSecret(desk, {});
             desk.window->secretPage()->askEntry();
             desk.settle();
         }},
        {"secret-entry-missing",
         Role::Clerk,
         Folder::Books,
         {},
         [](Desk& desk) {
             openSecret(desk, {});
             desk.window->secretPage()->askEntry();
             desk.settle();
             desk.window->secretPage()->press();
         }},
        {"secret-correct",
         Role::Clerk,
         Folder::Books,
         {},
         [](Desk& desk) {
             openSecret(desk, {});
             desk.window->secretPage()->findChild<QTableView*>()->selectRow(3);
             desk.settle();
             desk.window->secretPage()->askCorrection();
         }},
        {"secret-register",
         Role::Clerk,
         Folder::Books,
         {},
         [](Desk& desk) {
             openSecret(desk, {});
             desk.window->secretPage()->askRegister();
         }},
        {"secret-passphrase",
         Role::Clerk,
         Folder::Books,
         {},
         [](Desk& desk) {
             openSecret(desk, {});
             desk.window->secretPage()->askPassphrase();
         }},
        {"secret-check", Role::Clerk, Folder::Books,
         [](SampleOffice& office) {
             office.secretBooks.findings = {{u"secret-book-older"_s, u"12"_s},
                                            {u"secret-scan-missing"_s, u"incoming/2026/7"_s}};
         },
         [](Desk& desk) {
             openSecret(desk, {});
             desk.window->secretPage()->verify();
             desk.settle();
         }},
    };
}

} // namespace tests
