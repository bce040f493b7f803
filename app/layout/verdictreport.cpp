// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/verdictreport.h"

#include "app/domain/vietnamtime.h"
#include "app/layout/pdfpostpass.h"
#include "app/layout/verdictsheet.h"

#include <QBuffer>
#include <QPdfWriter>
#include <QSaveFile>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

constexpr qsizetype mostFiles = 100;

} // namespace

Result<QByteArray> verdictReport(const QList<JudgedFile>& files, Language language, const QDateTime& made) {
    if (files.isEmpty()) {
        return fail("report-nothing");
    }
    if (files.size() > mostFiles) {
        return fail("report-too-many-files", QString::number(files.size()));
    }
    const auto fonts = page::PageFonts::findPlain();
    if (!fonts) {
        return std::unexpected(fonts.error());
    }
    const page::ReportWords words(language);
    const QString title =
        words.say(u"Report on digital signatures: %1"_s, u"Kết quả kiểm tra chữ ký số: %1"_s).arg(files.first().name);
    QByteArray pdf;
    {
        QBuffer buffer(&pdf);
        buffer.open(QIODevice::WriteOnly);
        QPdfWriter writer(&buffer);
        writer.setPdfVersion(QPagedPaintDevice::PdfVersion_1_6);
        writer.setResolution(page::resolution);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF());
        writer.setTitle(title);
        writer.setCreator(page::creatorName.toString());
        QPainter painter(&writer);
        for (qsizetype index = 0; index < files.size(); ++index) {
            if (index > 0) {
                writer.newPage();
            }
            page::VerdictSheet sheet(files[index], *fonts, words, made);
            sheet.set();
            sheet.paint(painter, int(index) + 1, int(files.size()));
        }
    }
    return page::touchUp(pdf, {vietnamDate(made), {}, title});
}

Result<void> writeVerdictReport(const QString& path, const QList<JudgedFile>& files, Language language,
                                const QDateTime& made) {
    const auto pdf = verdictReport(files, language, made);
    if (!pdf) {
        return std::unexpected(pdf.error());
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(*pdf) != pdf->size() || !file.commit()) {
        return fail("report-not-written", path + u": "_s + file.errorString());
    }
    return {};
}

} // namespace app
