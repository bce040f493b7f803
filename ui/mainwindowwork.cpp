// SPDX-License-Identifier: GPL-3.0-or-later
// What runs behind the desk: the exchange, the evidence of signatures, the report on a verdict.
#include "ui/mainwindow.h"

#include "app/domain/vietnamtime.h"
#include "app/services/savecopy.h"
#include "app/services/verifywithevidence.h"
#include "ui/presentation/noticewords.h"
#include "ui/presentation/verdictpresenter.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QStackedWidget>
#include <QTimer>

namespace ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int SyncEvery = 60'000; // milliseconds

} // namespace

void MainWindow::connectWork() {
    connectSync();
    connectEvidence();
    connectCopies();
    connectFiles();
    m_evidenceWork->standOn(*m_work);
    m_signing->standOn(*m_evidenceWork);
    auto* timer = new QTimer(this);
    timer->setInterval(SyncEvery);
    connect(timer, &QTimer::timeout, this, [this] {
        if (m_sync.state().network == exchange::NetworkPolicy::Online && !m_sync.state().isShutOut()) {
            startSync(); // else only when a person, or something to be sent, wants it
        }
    });
    timer->start();
}

void MainWindow::connectSync() {
    connect(&m_sync, &SyncRunner::started, this, [this] {
        m_top->setSyncing(true);
        m_work->begin(tr("Sync"));
    });
    connect(&m_sync, &SyncRunner::progressed, this, [this](const app::WorkProgress& at) {
        const bool transfer = at.bytesTotal > 0;
        m_work->progress(progressWords(at, m_formatter), transfer ? at.bytesDone : at.done,
                         transfer ? at.bytesTotal : at.total);
    });
    connect(&m_sync, &SyncRunner::ended, this,
            [this](const std::optional<app::SyncSummary>& summary, const std::optional<app::Error>& error) {
                QStringList problems;
                for (const app::Error& problem : summary ? summary->problems : QList<app::Error>()) {
                    problems << m_formatter.sentence(problem) + u"  ("_s + problem.code + u')';
                }
                if (error) {
                    sayError(*error);
                } else {
                    say(summaryWords(*summary, m_formatter));
                }
                m_work->end(summary ? summaryWords(*summary, m_formatter) : QString(), problems);
                onSyncEnded();
            });
    connect(&m_sync, &SyncRunner::stateChanged, this, [this] {
        refreshStatus();
        reload();
    });
    connect(m_work, &WorkCard::cancelled, &m_sync, &SyncRunner::cancel);
}

void MainWindow::connectEvidence() {
    connect(m_document, &DocumentPane::completionWanted, this, [this] {
        if (const auto id = m_document->shownId()) {
            m_evidence.complete(*id);
        }
    });
    connect(m_document, &DocumentPane::evidenceWanted, this, &MainWindow::askEvidence);
    connect(&m_evidence, &EvidenceRunner::began, this, [this](const app::DocumentId&, bool verdict) {
        m_notHad.clear();
        m_evidenceWork->begin(verdict ? tr("Evidence about the signatures") : tr("Completing signatures"));
        m_evidenceWork->progress(tr("An authority may take minutes."), 0, 0);
    });
    connect(&m_evidence, &EvidenceRunner::ended, this, &MainWindow::sayEvidence);
    connect(&m_evidence, &EvidenceRunner::answered, this, &MainWindow::takeAnswer);
    connect(&m_evidence, &EvidenceRunner::stopped, this,
            [this] { say(tr("Stopped. The verdict stays as it was."), Tone::Caution); });
    connect(&m_evidence, &EvidenceRunner::failed, this, &MainWindow::sayError);
    connect(&m_evidence, &EvidenceRunner::finished, this,
            [this] { m_evidenceWork->end(tr("Not everything could be had"), m_notHad); });
    connect(m_evidenceWork, &WorkCard::cancelled, &m_evidence, &EvidenceRunner::cancel);
}

void MainWindow::askEvidence() {
    const auto& known = m_document->shown();
    if (known && verdictOf(*known, m_formatter).canAsk) {
        m_evidence.ask(known->detail.summary.id);
    } else {
        say(tr("The verdict on this document lacks no evidence that could be asked for."), Tone::Caution);
    }
}

void MainWindow::takeAnswer(const app::EvidenceAnswer& answer) {
    for (const docsig::Finding& finding : answer.missing) {
        const QString who = finding.place.isEmpty() ? QString() : finding.place + u": "_s;
        m_notHad << who + m_formatter.sentence(finding.code) + u"  ("_s + finding.code + u')';
    }
    const bool helped = !app::evidenceMayHelp(answer.report);
    say(helped ? tr("The evidence is here; the signatures were judged again.")
               : tr("The evidence could not be had; the verdict stays open."),
        helped ? Tone::Neutral : Tone::Caution);
    const auto& shown = m_document->shown();
    const bool isShown = m_document->shownId() == std::optional(answer.document);
    if (!isShown || shown->detail.summary.incoming) {
        reload(); // its verdict was stored
        if (isShown && !showsPile()) {
            loadDocument(answer.document);
        }
        return;
    }
    DocumentCase known = *shown;
    if (known.ownReport) {
        known.ownReport = answer.report;
    }
    if (known.signing) {
        known.signing->report = answer.report;
    }
    m_document->show(known);
}

void MainWindow::sayEvidence(const app::EvidenceOutcome& outcome, bool cancelled) {
    const QString reached = levelName(outcome.reached);
    if (outcome.settled) {
        say(tr("The signatures have reached %1.").arg(reached));
    } else if (cancelled) {
        say(tr("Stopped. The signatures stay at %1 and can be completed later.").arg(reached), Tone::Caution);
    } else {
        const QString why = !outcome.error.code.isEmpty() ? m_formatter.sentence(outcome.error)
                            : !outcome.missing.isEmpty()  ? m_formatter.sentence(outcome.missing.first().code)
                                                          : QString();
        say(tr("The signatures stay at %1; %2 is wanted. %3").arg(reached, levelName(outcome.wanted), why).trimmed(),
            Tone::Caution);
    }
    reload();
    // Under an open panel the document stays as the person saw it.
    if (m_document->shownId() == std::optional(outcome.document) && !m_document->panel() && !showsPile()) {
        loadDocument(outcome.document);
    }
}

void MainWindow::watchNews() {
    // Comes on a thread of the watch, which ends before this window does.
    m_watch =
        m_office.watchNews([this] { QMetaObject::invokeMethod(this, &MainWindow::startSync, Qt::QueuedConnection); });
}

void MainWindow::startSync() {
    if (m_pile->isBusy()) {
        return; // the end of the signing syncs
    }
    m_sync.start();
}

void MainWindow::setNetwork(exchange::NetworkPolicy policy) {
    m_runner.run(
        this,
        [this, policy](std::stop_token) -> app::Result<app::SyncState> {
            if (auto set = m_office.setNetwork(policy); !set) {
                return std::unexpected(set.error());
            }
            return m_office.syncState();
        },
        [this, policy](const app::Result<app::SyncState>& state) {
            if (!state) {
                sayError(state.error());
                return;
            }
            m_sync.take(*state);
            switch (policy) {
            case exchange::NetworkPolicy::Offline:
                return say(tr("The network is switched off: nothing is sent or received."));
            case exchange::NetworkPolicy::Metered:
                say(tr("Metered network: files above 1 MB wait, and nothing is asked for by itself."));
                break;
            case exchange::NetworkPolicy::Online:
                break;
            }
            startSync();
        });
}

void MainWindow::takeCounts(const app::FolderCounts& counts) {
    m_sidebar->setCounts(counts);
    emit countsChanged(counts);
    const int before = m_unread.value_or(counts.unread);
    m_unread = counts.unread;
    if (counts.unread > before) {
        emit arrived(counts.unread - before);
    }
}

void MainWindow::beginDay() {
    m_runner.run(
        this, [this](std::stop_token) { return m_office.takeDigest(); },
        [this](const app::Result<std::optional<app::Digest>>& digest) {
            if (!digest) {
                sayError(digest.error());
                return;
            }
            const QString words = *digest ? digestWords(**digest, m_formatter) : QString();
            if (!words.isEmpty()) {
                say(words);
                emit dayBegan(words);
            }
        });
    m_runner.run(
        this, [this](std::stop_token) { return m_office.takeReminders(); },
        [this](const app::Result<QList<app::ReminderView>>& reminders) {
            const QString words = reminders ? reminderWords(*reminders, app::vietnamToday()) : QString();
            if (!words.isEmpty()) {
                say(words);
                emit dayBegan(words);
            }
        });
}

void MainWindow::onSyncEnded() {
    m_top->setSyncing(false);
    m_evidence.start();
    beginDay();
    emit synced();
}

void MainWindow::refreshStatus() {
    m_status->setStatus(statusOf(m_sync.state(), m_formatter));
}

void MainWindow::connectCopies() {
    connect(m_document, &DocumentPane::arrivalCopyWanted, this, &MainWindow::openArrivalCopy);
    connect(m_document, &DocumentPane::saveWanted, this, &MainWindow::saveShown);
}

void MainWindow::reloadCalls() {
    reloadRights();
    m_runner.run(
        this, [this](std::stop_token) { return m_office.unreadMentions(); },
        [this](const app::Result<QList<app::DocumentId>>& mentions) {
            if (mentions) {
                m_status->setMentions(int(mentions->size()));
            }
        });
    m_runner.run(
        this, [this](std::stop_token) { return readStanding(m_office); },
        [this](const app::Result<StandingView>& standing) {
            if (standing) {
                m_status->setStanding(standingInBrief(*standing, m_formatter));
            }
        });
}

void MainWindow::openOpinions() {
    if (!m_opinions) {
        m_opinions = new OpinionPage(m_theme, m_formatter, m_office, m_runner, this);
        m_views->addWidget(m_opinions);
        connect(m_opinions, &OpinionPage::done, this, [this](const QString& sentence) {
            say(sentence);
            reloadCounts();
            startSync();
        });
        connect(m_opinions, &OpinionPage::saved, this, [this](const QString& sentence) { say(sentence); });
        connect(m_opinions, &OpinionPage::failed, this, &MainWindow::sayError);
        connect(m_opinions, &OpinionPage::pagesSettled, this, &MainWindow::checkSettled);
    }
    showView(View::Opinions);
    m_opinions->reload();
}

void MainWindow::openMeetings() {
    if (!m_meetings) {
        m_meetings = new MeetingPage(m_theme, m_formatter, m_office, m_runner, this);
        m_views->addWidget(m_meetings);
        connect(m_meetings, &MeetingPage::done, this, [this](const QString& sentence) {
            say(sentence);
            reloadCounts();
            startSync();
        });
        connect(m_meetings, &MeetingPage::saved, this, [this](const QString& sentence) { say(sentence); });
        connect(m_meetings, &MeetingPage::failed, this, &MainWindow::sayError);
        connect(m_meetings, &MeetingPage::draftMade, this, &MainWindow::editDraft);
        connect(m_meetings, &MeetingPage::documentWanted, this, &MainWindow::openDocument);
        connect(m_meetings, &MeetingPage::pagesSettled, this, &MainWindow::checkSettled);
    }
    showView(View::Meetings);
    m_meetings->reload();
}

void MainWindow::askOpinions(bool withDocument) {
    const auto& known = m_document->shown();
    std::optional<OpinionDocument> document;
    if (withDocument && known) {
        const app::DocumentSummary& summary = known->detail.summary;
        document = OpinionDocument{.id = summary.id, .name = u"%1 %2"_s.arg(summary.number, summary.subject).trimmed()};
    }
    openFolder(app::Folder::Opinions);
    m_opinions->askNew(document);
}

void MainWindow::openStanding() {
    if (!m_standing) {
        m_standing = new StandingPage(m_theme, m_formatter, m_office, m_runner, this);
        m_views->addWidget(m_standing);
        connect(m_standing, &StandingPage::done, this, [this](const QString& sentence) {
            say(sentence);
            reloadCalls();
            startSync();
        });
        connect(m_standing, &StandingPage::failed, this, &MainWindow::sayError);
        connect(m_standing, &StandingPage::left, this, [this] { openFolder(m_folder); });
    }
    showView(View::Standing);
    m_standing->reload();
    m_standing->focusFirst();
}

void MainWindow::openMention() {
    m_runner.run(
        this, [this](std::stop_token) { return m_office.unreadMentions(); },
        [this](const app::Result<QList<app::DocumentId>>& mentions) {
            if (!mentions) {
                sayError(mentions.error());
            } else if (mentions->isEmpty()) {
                say(tr("No comment that names you waits to be read."));
            } else {
                openDocument(mentions->first());
            }
        });
}

void MainWindow::openArrivalCopy() {
    m_pagesReady = false;
    m_runner.run(
        this, [this, id = *m_document->shownId()](std::stop_token) { return m_office.arrivalCopy(id); },
        [this, id = *m_document->shownId()](const app::Result<QString>& path) {
            if (!path) {
                sayError(path.error());
            }
            if (m_document->shownId() == std::optional(id)) {
                m_document->showArrivalCopy(path ? *path : QString());
            }
        });
}

void MainWindow::saveShown() {
    const auto& known = m_document->shown();
    const QString source = m_document->shownFile();
    if (!known || source.isEmpty()) {
        say(tr("No document is shown that could be saved."), Tone::Caution);
        return;
    }
    auto* chooser = new QFileDialog(this, tr("Save the document to a file"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setNameFilter(tr("PDF files (*.pdf)"));
    chooser->setDefaultSuffix(u"pdf"_s);
    chooser->selectFile(
        app::copyName(known->detail.summary.number, m_document->showsArrivalCopy() ? u"den"_s : QString()));
    const app::DocumentId id = known->detail.summary.id;
    connect(chooser, &QFileDialog::fileSelected, this, [this, id, source](const QString& target) {
        m_runner.run(
            this,
            [this, id, source, target](std::stop_token) {
                const auto noted = m_office.noteDeed(app::AuditDeed::Exported, id, target);
                return noted ? app::saveCopy(source, target) : noted;
            },
            [this, target](const app::Result<void>& saved) {
                if (saved) {
                    say(tr("The document was saved: %1").arg(target));
                } else {
                    sayError(saved.error());
                }
            });
    });
    chooser->open();
}

void MainWindow::saveReport() {
    const auto& known = m_document->shown();
    const docsig::SignatureReport* report = known ? reportOf(*known) : nullptr;
    if (!report) {
        say(tr("The signatures of this document have not been checked yet."), Tone::Caution);
        return;
    }
    const app::JudgedFile judged{.name = QFileInfo(known->signing ? known->signing->path : known->pdfPath).fileName(),
                                 .report = *report,
                                 .at = QDateTime::currentDateTimeUtc()};
    auto* chooser = new QFileDialog(this, tr("Save a report on the signatures"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setNameFilter(tr("PDF files (*.pdf)"));
    chooser->setDefaultSuffix(u"pdf"_s);
    connect(chooser, &QFileDialog::fileSelected, this,
            [this, judged](const QString& path) { writeReport(path, judged); });
    chooser->open();
}

void MainWindow::writeReport(const QString& path, const app::JudgedFile& judged) {
    m_runner.run(
        this,
        [path, judged, language = m_formatter.language()](std::stop_token) {
            return app::writeVerdictReport(path, {judged}, language, QDateTime::currentDateTimeUtc());
        },
        [this, path](const app::Result<void>& written) {
            if (written) {
                say(tr("The report was saved: %1").arg(path));
            } else {
                sayError(written.error());
            }
        });
}

} // namespace ui
