// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presentation/paperpresenter.h"

#include <QCoreApplication>
#include <QUrl>

namespace ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct PaperWords {
    Q_DECLARE_TR_FUNCTIONS(ui::Paper)
};

const QStringList& scanEndings() {
    static const QStringList endings{u"pdf"_s, u"jpg"_s, u"jpeg"_s, u"png"_s, u"tif"_s, u"tiff"_s};
    return endings;
}

QString textWords(app::ScanText text) {
    switch (text) {
    case app::ScanText::AsItCame:
        return PaperWords::tr("kept as it came");
    case app::ScanText::NoReader:
        return PaperWords::tr("its text is not read: Tesseract is not installed");
    case app::ScanText::NotRead:
        return PaperWords::tr("the text of some page could not be read");
    case app::ScanText::Read:
        return PaperWords::tr("its text can be searched");
    }
    return {};
}

} // namespace

QString scanWords(const app::PreparedScan& scan, const Formatter& formatter) {
    Q_UNUSED(formatter)
    return PaperWords::tr("%n page(s)", nullptr, scan.pages) + u" · "_s + textWords(scan.text);
}

std::optional<PaperField> paperFieldOf(const QString& code) {
    static const QHash<QString, PaperField> fields{{u"paper-sender-missing"_s, PaperField::Sender},
                                                   {u"paper-sender-unknown"_s, PaperField::Sender},
                                                   {u"paper-subject-missing"_s, PaperField::Subject},
                                                   {u"paper-date-not-allowed"_s, PaperField::Date},
                                                   {u"arrival-date-not-allowed"_s, PaperField::Arrival},
                                                   {u"reason-missing"_s, PaperField::Reason},
                                                   {u"reason-too-long"_s, PaperField::Reason}};
    if (code.startsWith("paper-scan-"_L1)) {
        return PaperField::Scan;
    }
    const auto known = fields.constFind(code);
    return known == fields.cend() ? std::nullopt : std::optional(*known);
}

QStringList scanFiles(const QMimeData* data) {
    QStringList files;
    for (const QUrl& url : data->urls()) {
        const QString file = url.toLocalFile();
        const QString ending = file.section(u'.', -1).toLower();
        if (file.isEmpty() || !scanEndings().contains(ending)) {
            return {};
        }
        files << file;
    }
    return files;
}

QString scanPatterns() {
    QStringList patterns;
    for (const QString& ending : scanEndings()) {
        patterns << u"*."_s + ending << u"*."_s + ending.toUpper();
    }
    return patterns.join(u' ');
}

} // namespace ui
