// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/officialwords.h"

#include "app/domain/plaintext.h"

#include <array>

namespace app::page {

using namespace Qt::Literals::StringLiterals;

QString tidyKeepingLines(const QString& text) {
    QStringList lines;
    for (const QString& line : text.split(u'\n')) {
        const QString clean = tidy(line);
        if (!clean.isEmpty()) {
            lines.append(clean);
        }
    }
    return lines.join(u'\n');
}

QString tidy(const QString& text) {
    // Direction marks and other invisible signs would let a page read otherwise than its text.
    return visibleText(text);
}

QStringList tidy(const QStringList& texts) {
    QStringList clean;
    for (const QString& text : texts) {
        const QString one = tidy(text);
        if (!one.isEmpty()) {
            clean.append(one);
        }
    }
    return clean;
}

QString withoutClosing(const QString& text) {
    QString open = text.trimmed();
    while (!open.isEmpty() && u";,./ "_s.contains(open.back())) {
        open.chop(1);
    }
    return open;
}

QStringList closedList(const QStringList& texts) {
    QStringList closed;
    for (qsizetype i = 0; i < texts.size(); ++i) {
        const QString open = withoutClosing(texts.at(i));
        if (!open.isEmpty()) {
            closed.append(open + (i + 1 == texts.size() ? u"."_s : u";"_s));
        }
    }
    return closed;
}

QString withEndMark(const QString& text) {
    const QString open = withoutClosing(text);
    return open.isEmpty() ? open : open + u"./."_s;
}

QString aboutLine(const QString& subject) {
    if (subject.isEmpty() || subject.startsWith("V/v"_L1, Qt::CaseInsensitive)) {
        return subject;
    }
    const QString longForm = u"Về việc "_s;
    return u"V/v "_s + (subject.startsWith(longForm, Qt::CaseInsensitive) ? subject.mid(longForm.size()) : subject);
}

QString agencyLines(const QString& agency) {
    static constexpr std::array<QStringView, 2> bodies{u"ỦY BAN NHÂN DÂN ", u"HỘI ĐỒNG NHÂN DÂN "};
    for (const QStringView body : bodies) {
        if (agency.startsWith(body) && !agency.contains(u'\n')) {
            return agency.left(body.size() - 1) + u'\n' + agency.mid(body.size());
        }
    }
    return agency;
}

} // namespace app::page
