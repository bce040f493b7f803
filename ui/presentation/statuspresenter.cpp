// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presentation/statuspresenter.h"

#include <QCoreApplication>

namespace ui {

using namespace Qt::Literals::StringLiterals;
using Reach = app::SyncState::Reach;

namespace {

struct StatusWords {
    Q_DECLARE_TR_FUNCTIONS(ui::Status)
};

} // namespace

StatusText statusOf(const app::SyncState& state, const Formatter& formatter) {
    StatusText text;
    switch (state.reach) {
    case Reach::Online:
        text.tone = Tone::Good;
        text.connection = StatusWords::tr("Online · synced at %1").arg(formatter.clock(state.lastSync));
        break;
    case Reach::Offline:
        text.tone = Tone::Caution;
        text.connection = state.lastSync.isValid()
                              ? StatusWords::tr("Offline · last synced %1").arg(formatter.moment(state.lastSync))
                              : StatusWords::tr("Offline · never synced");
        break;
    case Reach::Unknown:
        text.connection = state.lastSync.isValid()
                              ? StatusWords::tr("Last synced %1").arg(formatter.moment(state.lastSync))
                              : StatusWords::tr("Not synced yet");
        break;
    }
    if (state.network == exchange::NetworkPolicy::Offline) {
        text.tone = Tone::Caution;
        text.connection =
            state.lastSync.isValid()
                ? StatusWords::tr("Network switched off · last synced %1").arg(formatter.moment(state.lastSync))
                : StatusWords::tr("Network switched off");
    } else if (state.network == exchange::NetworkPolicy::Metered) {
        text.connection += StatusWords::tr(" · metered network");
    }
    QStringList queue;
    if (state.waiting > 0) {
        queue << StatusWords::tr("%n large file(s) wait for a better network", nullptr, state.waiting);
    }
    if (state.queued > 0) {
        queue << StatusWords::tr("%n item(s) wait to be sent", nullptr, state.queued);
    }
    if (state.uncertain > 0) {
        queue << StatusWords::tr("%n send(s) uncertain", nullptr, state.uncertain);
    }
    if (state.failed > 0) {
        queue << StatusWords::tr("%n item(s) need you", nullptr, state.failed);
    }
    if (state.toJudge > 0) {
        queue << StatusWords::tr("%n signature check(s) to do", nullptr, state.toJudge);
    }
    text.queue = queue.join(u" · "_s);
    return text;
}

QString stageWords(const QString& stage) {
    if (stage == "decide"_L1) {
        return StatusWords::tr("Looking what there is to do");
    }
    if (stage == "upload"_L1) {
        return StatusWords::tr("Uploading files");
    }
    if (stage == "append"_L1 || stage == "send"_L1) {
        return StatusWords::tr("Sending");
    }
    if (stage == "receive"_L1) {
        return StatusWords::tr("Receiving messages");
    }
    if (stage == "download"_L1) {
        return StatusWords::tr("Downloading files");
    }
    if (stage == "read"_L1) {
        return StatusWords::tr("Reading what came");
    }
    if (stage == "judge"_L1) {
        return StatusWords::tr("Checking signatures");
    }
    return StatusWords::tr("Working");
}

QString progressWords(const app::WorkProgress& at, const Formatter& formatter) {
    QString words = stageWords(at.stage);
    if (at.total > 0) {
        words += u" · "_s + StatusWords::tr("%1 of %2").arg(at.done).arg(at.total);
    }
    if (at.bytesTotal > 0) {
        words +=
            u" · "_s + StatusWords::tr("%1 of %2").arg(formatter.size(at.bytesDone), formatter.size(at.bytesTotal));
    }
    return words;
}

QString summaryWords(const app::SyncSummary& summary, const Formatter& formatter) {
    Q_UNUSED(formatter)
    QStringList parts;
    if (summary.sent > 0) {
        parts << StatusWords::tr("%n sent", nullptr, summary.sent);
    }
    if (summary.received > 0) {
        parts << StatusWords::tr("%n received", nullptr, summary.received);
    }
    if (summary.queued > 0) {
        parts << StatusWords::tr("%n still waiting", nullptr, summary.queued);
    }
    return parts.isEmpty() ? StatusWords::tr("Everything is up to date.") : parts.join(u", "_s) + u'.';
}

} // namespace ui
