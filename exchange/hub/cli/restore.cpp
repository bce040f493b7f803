// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/backup/backup.h"
#include "exchange/hub/cli/commands.h"

namespace hub {

using namespace Qt::Literals::StringLiterals;

namespace {

CommandResult restoreBackup(const Arguments& arguments) {
    const Result<QString> folder = arguments.required(u"data"_s);
    const Result<QString> from = folder ? arguments.required(u"from"_s) : folder;
    if (!from) {
        return std::unexpected(from.error());
    }
    const Result<CheckReport> report =
        restore({*from, *folder, arguments.value(u"key"_s), arguments.value(u"postgres"_s)}, progressTeller(arguments));
    return report ? CommandResult(checkOutput(*report, arguments)) : std::unexpected(report.error());
}

} // namespace

Command restoreCommand() {
    return {
        {u"restore"_s},
        {u"from"_s, u"key"_s, u"postgres"_s},
        {u"progress"_s, u"json"_s},
        u"--from BACKUP --data DIR [--key FILE] [--postgres CONNECTION] [--progress] [--json]"_s,
        uR"(      Restores one backup into a data folder that is empty or not there: every byte is checked against MANIFEST,
      then the hub as by check, and only then it is put in place. --key: the hub's key file, where the backup has none.
      --postgres: an empty database, where the backup is of one (pg_restore must be installed).
)"_s,
        &restoreBackup};
}

} // namespace hub
