// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"
#include "app/domain/sentences.h"
#include "docsig/report/signaturereport.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

namespace app {

/// What the report says of one file.
struct JudgedFile {
    QString name; ///< as shown: without folders
    docsig::SignatureReport report;
    QDateTime at; ///< the time as of which it was judged
    bool integrityOnly = false;
};

/// Draws what was found about the signatures of each file on one A4 page, for a court or a file: verdict, facts of the
/// file with its SHA-256, each signature part by part, findings in sentences, revisions. What does not fit on a file's
/// page is left out from the least weighty on, and the page says what was left out. A PDF with embedded fonts; the same
/// arguments give the same bytes. Needs a QGuiApplication; any thread; blocks for some milliseconds.
/// Codes: report-nothing, report-too-many-files (100), those of the fonts.
[[nodiscard]] Result<QByteArray> verdictReport(const QList<JudgedFile>& files, Language language,
                                               const QDateTime& made);

/// The same into a file that is replaced at once. Codes: those of verdictReport, report-not-written.
[[nodiscard]] Result<void> writeVerdictReport(const QString& path, const QList<JudgedFile>& files, Language language,
                                              const QDateTime& made);

} // namespace app
