// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presentation/formatter.h"

#include "app/domain/applicationkind.h"
#include "app/domain/bookentry.h"
#include "app/domain/documentkind.h"
#include "app/domain/documentquery.h"
#include "app/domain/trail.h"
#include "app/domain/vietnamtime.h"

#include <QCoreApplication>
#include <QLocale>

namespace ui {

using namespace Qt::Literals::StringLiterals;

QString Formatter::count(qint64 number) const {
    const QLocale locale(m_language == app::Language::Vietnamese ? QLocale::Vietnamese : QLocale::English);
    return locale.toString(number);
}

QString Formatter::countUpToLimit(int number) const {
    return number > app::mostCounted ? count(app::mostCounted) + u'+' : count(number);
}

QString Formatter::bookNumber(int number) const {
    return number < 10 ? app::numberDisplay(number) : count(number);
}

QString Formatter::day(const QDate& date) const {
    return app::dateDisplay(date);
}

QString Formatter::moment(const QDateTime& time) const {
    return time.isValid() ? app::timeDisplay(time) : QString();
}

QString Formatter::clock(const QDateTime& time) const {
    return time.isValid() ? app::vietnamTime(time).time().toString(u"HH:mm"_s) : QString();
}

QString Formatter::listTime(const QDateTime& time, const QDate& today) const {
    if (!time.isValid()) {
        return {};
    }
    const QDate date = app::vietnamDate(time);
    if (date == today) {
        return clock(time);
    }
    if (date.addDays(1) == today) {
        return QCoreApplication::translate("ui::Formatter", "Yesterday");
    }
    return date.toString(date.year() == today.year() ? u"dd/MM"_s : u"dd/MM/yyyy"_s);
}

QString Formatter::size(qint64 bytes) const {
    if (bytes < 1024) {
        return count(bytes) + u" B"_s;
    }
    if (bytes < 1024 * 1024) {
        return count((bytes + 512) / 1024) + u" KB"_s;
    }
    return count((bytes + 524288) / (1024 * 1024)) + u" MB"_s;
}

QString Formatter::sentence(const app::Error& error) const {
    return sentence(error.code);
}

QString Formatter::sentence(const QString& code) const {
    return app::sentence(code, m_language);
}

QString Formatter::kind(const QString& vietnameseName) const {
    const auto known = app::kindFromName(vietnameseName);
    if (m_language != app::Language::English) {
        return vietnameseName;
    }
    for (const app::ApplicationKind& application : app::applicationKinds()) {
        if (application.name == vietnameseName) {
            return application.english;
        }
    }
    return known ? app::factsOf(*known).english : vietnameseName;
}

QString Formatter::trailWords(const QString& code) const {
    return m_language == app::Language::Vietnamese ? app::trailWords(code) : app::trailWordsEnglish(code);
}

} // namespace ui
