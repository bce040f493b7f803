// SPDX-License-Identifier: GPL-3.0-or-later
// Damaged PDFs: pdf repair.
#include "app/cli/commands.h"
#include "docsig/worker/repairclient.h"

#include <QFile>
#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace app::cli {

namespace {

/// Never over a file that is there.
Result<void> mustBeNew(const QString& path) {
    if (QFile::exists(path)) {
        return fail("repair-output-exists", path);
    }
    return {};
}

Result<void> writeNew(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    const bool fresh = file.open(QIODevice::WriteOnly | QIODevice::NewOnly);
    if (!fresh || file.write(bytes) != bytes.size() || !file.flush()) {
        const QString why = file.errorString();
        if (fresh) {
            file.remove();
        }
        return fail("repair-not-written", why);
    }
    return {};
}

Result<int> repair(Invocation& invocation) {
    const auto from = invocation.positional(0);
    const auto to = invocation.positional(1);
    if (!from || !to) {
        return std::unexpected(from ? to.error() : from.error());
    }
    if (const auto fresh = mustBeNew(*to); !fresh) {
        return std::unexpected(fresh.error());
    }
    const auto repaired = docsig::RepairClient(invocation.programs().verifyWorker).repairFile(*from);
    if (!repaired) {
        return passOn(repaired.error());
    }
    if (const auto written = writeNew(*to, repaired->pdf); !written) {
        return std::unexpected(written.error());
    }
    const Terminal& terminal = invocation.terminal();
    terminal.line(u"✓ %1: a new document of %2 pages, read out of the damaged one"_s.arg(*to).arg(repaired->pages),
                  u"✓ %1: tài liệu mới gồm %2 trang, đọc lại từ tệp hỏng"_s.arg(*to).arg(repaired->pages));
    terminal.line(u"  It is not the file that was damaged: look at every page before it is signed or sent."_s,
                  u"  Đây không phải là tệp ban đầu: hãy xem lại từng trang trước khi ký hoặc gửi."_s);
    for (const QString& doing : repaired->doings) {
        terminal.line(u"  – "_s + doing);
    }
    terminal.object({{u"file"_s, *from},
                     {u"output"_s, *to},
                     {u"pages"_s, repaired->pages},
                     {u"newDocument"_s, true},
                     {u"doings"_s, QJsonArray::fromStringList(repaired->doings)}});
    return 0;
}

} // namespace

QList<Command> pdfCommands() {
    return {{u"pdf repair"_s,
             u"writes a new document out of a damaged PDF that can't be signed; OUT must not be there yet"_s,
             u"FILE OUT"_s,
             {},
             {},
             Needs::Core,
             repair}};
}

} // namespace app::cli
