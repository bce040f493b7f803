// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/startoptions.h"

#include <QCommandLineParser>

namespace ui {

using namespace Qt::Literals::StringLiterals;

namespace {

void describe(QCommandLineParser& parser) {
    parser.setApplicationDescription(u"The desk of one person in one office."_s);
    parser.addOptions({
        {u"profile"_s, u"Open this profile folder."_s, u"folder"_s},
        {u"theme"_s, u"light, dark or system."_s, u"theme"_s},
        {u"language"_s, u"vi or en."_s, u"language"_s},
        {u"screenshot"_s, u"Draw the window into a PNG file and end."_s, u"file"_s},
        {u"show"_s, u"Begin in a folder (to-accept, to-sign, issued, …), optionally with the row to select."_s,
         u"folder[:row]"_s},
        {u"open"_s, u"With --screenshot: act, facts, signatures, trail, draft or palette."_s, u"what"_s},
        {u"size"_s, u"Size of the window, e.g. 1280x800."_s, u"WxH"_s},
        {u"sync"_s, u"With --screenshot: talk to the server first."_s},
        {u"measure-start"_s, u"Print the milliseconds from the start of the process to the drawn window, and end."_s},
        {{u"h"_s, u"help"_s}, u"Show this help."_s},
    });
}

void readShow(StartOptions& options, const QString& text) {
    const QStringList parts = text.split(u':');
    options.show = app::folderFromKey(parts.first());
    bool number = true;
    options.row = parts.size() > 1 ? parts.at(1).toInt(&number) : 0;
    if (!options.show || !number) {
        options.problem = u"--show does not know "_s + text;
    }
}

} // namespace

StartOptions readOptions(const QStringList& arguments) {
    StartOptions options;
    QCommandLineParser parser;
    describe(parser);
    if (!parser.parse(arguments)) {
        options.problem = parser.errorText();
        return options;
    }
    options.help = parser.isSet(u"help"_s);
    options.profile = parser.value(u"profile"_s);
    options.screenshot = parser.value(u"screenshot"_s);
    options.open = parser.value(u"open"_s);
    options.syncFirst = parser.isSet(u"sync"_s);
    options.measureStart = parser.isSet(u"measure-start"_s);
    if (parser.isSet(u"theme"_s)) {
        const QString theme = parser.value(u"theme"_s);
        if (theme != "light"_L1 && theme != "dark"_L1 && theme != "system"_L1) {
            options.problem = u"--theme is light, dark or system"_s;
        }
        options.theme = theme == "dark"_L1    ? ThemeChoice::Dark
                        : theme == "light"_L1 ? ThemeChoice::Light
                                              : ThemeChoice::System;
    }
    if (parser.isSet(u"language"_s)) {
        const QString language = parser.value(u"language"_s);
        if (language != "vi"_L1 && language != "en"_L1) {
            options.problem = u"--language is vi or en"_s;
        }
        options.language = language == "en"_L1 ? app::Language::English : app::Language::Vietnamese;
    }
    if (parser.isSet(u"show"_s)) {
        readShow(options, parser.value(u"show"_s));
    }
    if (parser.isSet(u"size"_s)) {
        const QStringList sides = parser.value(u"size"_s).split(u'x');
        options.size = sides.size() == 2 ? QSize(sides.at(0).toInt(), sides.at(1).toInt()) : QSize();
        if (options.size.width() < 320 || options.size.height() < 240) {
            options.problem = u"--size is like 1280x800, at least 320x240"_s;
        }
    }
    if (!parser.positionalArguments().isEmpty()) {
        options.problem = u"congvan does not know "_s + parser.positionalArguments().first();
    }
    return options;
}

QString helpText() {
    QCommandLineParser parser;
    describe(parser);
    return parser.helpText();
}

} // namespace ui
