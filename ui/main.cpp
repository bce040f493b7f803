// SPDX-License-Identifier: GPL-3.0-or-later
// congvan: the desk of one person in one office.
#include "app/runtime/cryptography.h"
#include "app/runtime/officesession.h"
#include "ui/mainwindow.h"
#include "ui/noticewindow.h"
#include "ui/picture.h"
#include "ui/presentation/sessionoffice.h"
#include "ui/startmeasure.h"
#include "ui/startoptions.h"
#include "ui/theme/schemewatcher.h"
#include "ui/traynotice.h"

#include <QApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QProcess>
#include <QSettings>
#include <QStandardPaths>
#include <QTextStream>
#include <QTranslator>

namespace {

using namespace Qt::Literals::StringLiterals;

/// The language of the window: what was asked, else the profile's, else the system's; Vietnamese where that is neither.
app::Language languageOf(const ui::StartOptions& options, const QString& profileFolder) {
    if (options.language) {
        return *options.language;
    }
    QString wanted;
    if (const auto profile = app::readProfile(profileFolder)) {
        wanted = profile->language;
    }
    if (wanted.isEmpty()) {
        wanted = QLocale::system().language() == QLocale::English ? u"en"_s : u"vi"_s;
    }
    return wanted == "en"_L1 ? app::Language::English : app::Language::Vietnamese;
}

QString firstProfile() {
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + u"/profiles"_s;
    const QList<app::Profile> profiles = app::listProfiles(folder);
    return profiles.isEmpty() ? QString() : profiles.first().folder;
}

ui::ThemeChoice savedTheme() {
    const QString saved = QSettings().value(u"theme"_s).toString();
    return saved == "dark"_L1    ? ui::ThemeChoice::Dark
           : saved == "light"_L1 ? ui::ThemeChoice::Light
                                 : ui::ThemeChoice::System;
}

void saveTheme(ui::ThemeChoice choice) {
    QSettings().setValue(u"theme"_s, choice == ui::ThemeChoice::Dark    ? u"dark"_s
                                     : choice == ui::ThemeChoice::Light ? u"light"_s
                                                                        : u"system"_s);
}

int showNotice(QApplication& application, const ui::Theme& theme, const QString& title, const QString& sentence,
               const QString& code, const ui::StartOptions& options) {
    QTextStream(stderr) << u"congvan: %1 [%2]"_s.arg(sentence, code) << Qt::endl;
    ui::NoticeWindow notice(theme, title, sentence, code);
    notice.show();
    if (!options.screenshot.isEmpty()) {
        return notice.grab().save(options.screenshot, "PNG") ? app::exitCodeOf(code) : 73;
    }
    if (options.measureStart) {
        return app::exitCodeOf(code);
    }
    application.exec();
    return app::exitCodeOf(code);
}

} // namespace

int main(int argc, char* argv[]) {
    std::ignore = ui::millisecondsSinceStart();
    QApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"congvan"_s);
    QApplication::setOrganizationName(u"congvan"_s);
    QApplication::setApplicationDisplayName(u"Công Văn"_s);
    QApplication::setDesktopFileName(u"congvan"_s);
    const ui::StartOptions options = ui::readOptions(QApplication::arguments());
    if (options.help) {
        QTextStream(stdout) << ui::helpText();
        return 0;
    }
    if (!options.problem.isEmpty()) {
        QTextStream(stderr) << u"congvan: %1; --help lists what it takes."_s.arg(options.problem) << Qt::endl;
        return 64;
    }

    const QString folder = options.profile.isEmpty() ? firstProfile() : QDir(options.profile).absolutePath();
    const app::Language language = languageOf(options, folder);
    const QString key = language == app::Language::English ? u"en"_s : u"vi"_s;
    QLocale::setDefault(QLocale(key));
    QTranslator words;
    if (words.load(u":/i18n/congvan_%1.qm"_s.arg(key))) {
        QApplication::installTranslator(&words);
    }
    QTranslator qtWords;
    if (qtWords.load(u"qtbase_"_s + key, QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QApplication::installTranslator(&qtWords);
    }

    ui::SchemeWatcher watcher;
    ui::Theme theme(&watcher);
    theme.setChoice(options.theme.value_or(savedTheme()));
    theme.applyTo(application);
    const ui::Formatter formatter(language);

    if (folder.isEmpty()) {
        return showNotice(
            application, theme, QApplication::translate("ui::Start", "No desk on this computer yet"),
            QApplication::translate("ui::Start",
                                    "Ask the administrator of your exchange server for a one-time code, then run "
                                    "\"congvanctl office init\", or try the demo offices with \"packaging/run\"."),
            u"profile-missing"_s, options);
    }
    const app::Cryptography cryptography;
    auto session = app::OfficeSession::open(folder, app::Programs::besideThisProgram());
    if (!session) {
        return showNotice(application, theme, QApplication::translate("ui::Start", "The desk can't be opened"),
                          formatter.sentence(session.error()), session.error().code, options);
    }
    ui::SessionOffice office(**session);
    ui::MainWindow window(theme, formatter, office);
    QObject::connect(&window, &ui::MainWindow::themeChosen, &window, &saveTheme);
    QObject::connect(&window, &ui::MainWindow::languageWanted, &window, [&window, &office](const QString& wanted) {
        app::Profile profile = office.profile();
        profile.language = wanted;
        window.runner().run(
            &window, [&office, profile](std::stop_token) { return office.saveProfile(profile); },
            [](const app::Result<void>&) {});
    });
    QObject::connect(&window, &ui::MainWindow::profileWanted, &window, [](const QString& path) {
        QProcess::startDetached(QCoreApplication::applicationFilePath(), {u"--profile"_s, path});
    });
    std::optional<ui::TrayNotice> tray;
    if (!options.endsByItself()) {
        tray.emplace(window, formatter);
    }
    window.resize(options.size);
    ui::Picture picture(window, options);
    if (options.endsByItself()) {
        picture.begin();
    }
    window.show();
    window.openFolder(options.show.value_or(ui::homeFolder(office.profile().person.role)), options.row);
    if (!options.endsByItself()) {
        window.startSync();
        window.watchNews();
    }
    return QApplication::exec();
}
