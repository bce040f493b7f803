// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/backup/backup.h"

#include "exchange/hub/cli/commands.h"

namespace hub {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 mostKept = 10'000;

CommandResult backup(const Arguments& arguments) {
    const Result<QString> folder = arguments.required(u"data"_s);
    const Result<QString> target = folder ? arguments.required(u"to"_s) : folder;
    const Result<qint64> keep = arguments.number(u"keep"_s, 0, mostKept);
    if (!target || !keep) {
        return std::unexpected(!target ? target.error() : keep.error());
    }
    BackupOptions options;
    options.dataFolder = *folder;
    options.target = *target;
    options.keep = static_cast<int>(*keep);
    options.withKey = arguments.has(u"with-key"_s);
    options.now = QDateTime::currentDateTimeUtc();
    const Result<BackupReport> report = backUp(options, progressTeller(arguments));
    if (!report) {
        return std::unexpected(report.error());
    }
    CommandOutput output(QJsonObject{{u"folder"_s, report->folder},
                                     {u"streams"_s, report->counts.streams},
                                     {u"messages"_s, report->counts.messages},
                                     {u"contents"_s, report->counts.contents},
                                     {u"bytes"_s, report->bytes},
                                     {u"manifestSha256"_s, QString::fromLatin1(report->manifestSha256)},
                                     {u"removed"_s, report->removed.size()},
                                     {u"faults"_s, report->faults}});
    output.findings = report->findings;
    return output;
}

} // namespace

Command backupCommand() {
    return {
        {u"backup"_s},
        {u"to"_s, u"keep"_s},
        {u"with-key"_s, u"progress"_s},
        u"--data DIR --to DIR [--keep N] [--with-key] [--progress]"_s,
        uR"(      Makes a backup in a new folder of --to, named by its time, while the hub serves. What the hub acknowledged
      before is in it; MANIFEST (sha256sum -c reads it) names every file. --keep removes older ones beyond N. The key
      file stays out unless --with-key is given: keep it elsewhere, nobody gets the accounts' secrets without it.
)"_s,
        &backup};
}

} // namespace hub
