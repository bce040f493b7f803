// SPDX-License-Identifier: GPL-3.0-or-later
// The sample office, where documents come on paper.
#include "app/domain/vietnamtime.h"
#include "tests/ui/sampleoffice.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace tests {

using namespace Qt::Literals::StringLiterals;

app::Result<app::PreparedScan> SampleOffice::prepareScan(const QStringList& files, std::stop_token) {
    QStringList names;
    for (const QString& file : files) {
        names << QFileInfo(file).fileName();
    }
    if (auto noted = note(u"scan:"_s + names.join(u'+')); !noted) {
        return std::unexpected(noted.error());
    }
    const QString path = QDir(m_folder).filePath(u"scan-%1.pdf"_s.arg(acts().size()));
    if (!QFile::copy(m_decision, path)) {
        return std::unexpected(app::Error(u"paper-scan-not-kept"_s, path));
    }
    return app::PreparedScan{.path = path,
                             .name = QFileInfo(files.first()).completeBaseName() + u".pdf"_s,
                             .pages = int(files.size()),
                             .text = scanText};
}

app::Result<int> SampleOffice::expectedPaperNumber() {
    return 1204;
}

app::Result<QList<app::DocumentLink>> SampleOffice::paperTwins(const app::PaperEntry& entry) {
    // What has this number came before, whoever sent it.
    if (entry.number != "88"_L1) {
        return QList<app::DocumentLink>();
    }
    return QList<app::DocumentLink>{{.kind = app::DocumentLink::Kind::SameAs,
                                     .document = std::nullopt,
                                     .number = u"88/TB-STC"_s,
                                     .subject = u"Thông báo dự toán chi thường xuyên năm 2027"_s}};
}

app::Result<app::RegisterPaper::Receipt> SampleOffice::registerPaper(const app::PaperForm& form, std::stop_token) {
    const QString scan = form.scan.isEmpty() ? u"none"_s : form.scanName;
    const QString twin = form.despiteTwin                    ? u":twin"_s
                         : !form.entry.envelopeFor.isEmpty() ? u":for "_s + form.entry.envelopeFor
                                                             : QString();
    if (auto noted = note(u"paper:%1:%2:%3:%4%5"_s.arg(form.entry.sender.name, app::paperNumber(form.entry),
                                                       form.entry.subject, scan, twin));
        !noted) {
        return std::unexpected(noted.error());
    }
    addPaper(!form.scan.isEmpty());
    const QMutexLocker lock(&m_mutex);
    app::DocumentDetail& detail = m_documents.last();
    detail.summary.subject = form.entry.subject;
    detail.summary.number = app::paperNumber(form.entry);
    return app::RegisterPaper::Receipt{.document = detail.summary.id,
                                       .arrival = {.number = 1204, .display = u"1204"_s, .date = form.arrival}};
}

app::Result<void> SampleOffice::correctPaper(const app::DocumentId& id, const app::PaperForm& form,
                                             const QString& reason) {
    if (auto noted = note(u"correct:%1:%2"_s.arg(form.entry.subject, reason)); !noted) {
        return noted;
    }
    const QMutexLocker lock(&m_mutex);
    if (app::DocumentDetail* detail = find(id)) {
        detail->summary.subject = form.entry.subject;
    }
    return {};
}

void SampleOffice::addEnvelope() {
    addPaper(false);
    const QMutexLocker lock(&m_mutex);
    app::DocumentDetail& detail = m_documents.last();
    detail.paper->envelopeFor = m_profile.person.mailbox();
    detail.paper->subject = u"Bì thư gửi đích danh, chưa bóc"_s;
    detail.summary.subject = detail.paper->subject;
    detail.actions = {.canHandle = true, .canGiveBackWork = true};
    detail.work = {{.to = m_profile.person.mailbox(),
                    .role = app::WorkRole::Lead,
                    .by = u"H99.02/vanthu"_s,
                    .at = detail.received}};
}

void SampleOffice::addPaper(bool scanned) {
    const QMutexLocker lock(&m_mutex);
    app::PaperEntry entry{.key = QByteArray(32, 'c'),
                          .sender = {.id = {}, .name = u"Công ty Cấp nước Mẫu"_s},
                          .number = u"17"_s,
                          .notation = u"CNM-KD"_s,
                          .date = app::vietnamToday().addDays(-3),
                          .kind = app::DocumentKind::CongVan,
                          .subject = u"Về việc đề nghị thỏa thuận vị trí trạm bơm tăng áp"_s,
                          .dueDate = app::vietnamToday().addDays(7),
                          .signer = u"Phạm Thị Mẫu"_s,
                          .pages = 2,
                          .note = u"Kèm 01 bản vẽ khổ A3"_s};
    if (scanned) {
        entry.scanSha256 = QByteArray(64, 'd');
        entry.scanName = u"cap-nuoc.pdf"_s;
    }
    app::DocumentDetail& detail = add(app::Folder::ToHandle, entry.sender.name, entry.subject, app::paperNumber(entry));
    detail.summary.state = app::DocumentState::Registered;
    detail.summary.paper = true;
    detail.summary.arrivalNumber = 1204;
    detail.summary.dueDate = entry.dueDate;
    detail.summary.time = QDateTime::currentDateTimeUtc().addSecs(3600); // the newest
    detail.issuer = entry.sender;
    detail.date = entry.date;
    detail.signer.fullName = entry.signer;
    detail.arrivalDate = app::vietnamToday();
    detail.received = QDateTime::currentDateTimeUtc();
    detail.pdfSha256 = entry.scanSha256;
    detail.actions.canCorrect = true;
    detail.actions.canPresent = true;
    detail.actions.canDirect = true;
    detail.history = {{.kind = u"registered"_s, .by = u"H99.02/vanthu"_s, .at = detail.received, .detail = u"1204"_s},
                      {.kind = u"paper-corrected"_s,
                       .by = u"H99.02/vanthu"_s,
                       .at = detail.received,
                       .detail = u"Gõ nhầm số · 16/CNM-KD → 17/CNM-KD"_s}};
    detail.paper = std::move(entry);
}

} // namespace tests
