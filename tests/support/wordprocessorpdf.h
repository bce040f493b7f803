// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QUrl>

#include <csignal>
#include <unistd.h>

namespace support {

/// A multi-page Vietnamese PDF that LibreOffice made from a .docx in `folder`; empty where LibreOffice is not installed
/// or fails. The .docx is LibreOffice's own, made from a page of ours.
[[nodiscard]] inline QByteArray wordProcessorPdf(const QString& folder, int paragraphs) {
    using namespace Qt::Literals::StringLiterals;
    const QString office = QStandardPaths::findExecutable(u"soffice"_s);
    const QDir work(folder);
    QFile page(work.filePath(u"bao-cao.html"_s));
    if (office.isEmpty() || !page.open(QIODevice::WriteOnly)) {
        return {};
    }
    page.write("<html><head><meta charset=\"utf-8\"></head><body style=\"font-family: Tinos; font-size: 14pt\">");
    for (int index = 0; index < paragraphs; ++index) {
        page.write(QStringLiteral("<p>%1. Kết quả thực hiện công tác văn thư, lưu trữ điện tử của các cơ quan, đơn vị "
                                  "trong năm 2026 và phương hướng, nhiệm vụ năm 2027.</p>")
                       .arg(index + 1)
                       .toUtf8());
    }
    page.write("</body></html>");
    page.close();
    const auto convert = [&](const QString& filter, const QString& name) {
        QProcess process;
        process.setWorkingDirectory(folder);
        // The tests' odd locale may not be installed; LibreOffice then can't name a folder with diacritics.
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
        process.setProcessEnvironment(environment);
        process.setChildProcessModifier([] { ::setsid(); });
        process.start(office, {u"--headless"_s,
                               u"-env:UserInstallation="_s +
                                   QUrl::fromLocalFile(work.filePath(u"office-profile"_s)).toString(QUrl::FullyEncoded),
                               u"--convert-to"_s, filter, name});
        const qint64 group = process.processId();
        const bool ended = process.waitForFinished(60'000);
        if (!ended && group > 0) {
            // LibreOffice starts a program of its own; both are in the session made for them.
            ::kill(static_cast<pid_t>(-group), SIGKILL);
            process.waitForFinished();
        }
        return ended && process.exitCode() == 0;
    };
    if (!convert(u"docx:MS Word 2007 XML"_s, u"bao-cao.html"_s) || !convert(u"pdf"_s, u"bao-cao.docx"_s)) {
        return {};
    }
    QFile made(work.filePath(u"bao-cao.pdf"_s));
    return made.open(QIODevice::ReadOnly) ? made.readAll() : QByteArray();
}

} // namespace support
