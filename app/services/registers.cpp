// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/registers.h"

#include "app/domain/streams.h"
#include "app/domain/vietnamtime.h"
#include "app/services/auditlog.h"
#include "app/services/holdernames.h"
#include "app/services/officedesk.h"
#include "app/sheets/registersheet.h"
#include "app/sheets/sheetfile.h"

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

constexpr int mostVolumes = 9999;

/// The books of this register that were closed; that of handling is no book.
Result<QList<RegisterClosing>> closingsOf(const OfficeDesk& desk, const RegisterRequest& request,
                                          const HolderNames& names) {
    const auto books = desk.store().books().overview(desk.organ().text(), request.year);
    if (!books) {
        return std::unexpected(books.error());
    }
    QList<RegisterClosing> closings;
    for (const BookOverview& one : *books) {
        const auto name = parseBookStream(one.stream);
        const bool isOfIt = name && (name->incoming ? request.kind == RegisterKind::Incoming && name->series.isEmpty()
                                                    : request.kind == RegisterKind::Outgoing);
        if (isOfIt && one.closing) {
            closings.append({.series = name->series,
                             .lastNumber = one.closing->lastNumber,
                             .closedBy = names.nameOf(one.closing->by),
                             .date = vietnamDate(one.closing->at)});
        }
    }
    return closings;
}

} // namespace

Registers::Registers(OfficeDesk& desk)
    : m_desk(desk) {}

Result<DocumentRegister> Registers::read(const RegisterRequest& request) const {
    const auto days = daysOf(request);
    if (!days) {
        return std::unexpected(days.error());
    }
    const WorkRepository& work = m_desk.store().work();
    auto lines = request.kind == RegisterKind::Outgoing ? work.outgoing(m_desk.organ(), request.year, *days)
                                                        : work.incoming(m_desk.organ(), request.year, *days);
    if (!lines) {
        return std::unexpected(lines.error());
    }
    const auto names = HolderNames::of(m_desk);
    if (!names) {
        return std::unexpected(names.error());
    }
    for (RegisterLine& line : *lines) {
        for (QString& holder : line.holders) {
            holder = names->nameOf(holder);
        }
    }
    auto closings = closingsOf(m_desk, request, *names);
    if (!closings) {
        return std::unexpected(closings.error());
    }
    const Profile profile = m_desk.profile();
    return DocumentRegister{.kind = request.kind,
                            .year = request.year,
                            .volume = request.volume,
                            .days = *days,
                            .superiorName = profile.superiorName,
                            .officeName = profile.agency.name,
                            .lines = std::move(*lines),
                            .closings = std::move(*closings)};
}

Result<qsizetype> Registers::save(const RegisterRequest& request, const QString& path, Language language) {
    if (request.volume < 1 || request.volume > mostVolumes) {
        return fail("register-volume-wrong", QString::number(request.volume));
    }
    const auto format = sheetFormatOf(path);
    if (!format) {
        return std::unexpected(format.error());
    }
    const auto whole = read(request);
    if (!whole) {
        return std::unexpected(whole.error());
    }
    if (const auto fits = checkLength(*format, whole->lines.size()); !fits) {
        return std::unexpected(fits.error());
    }
    const QString what =
        u"%1 %2, %3: %4"_s.arg(registerKey(request.kind)).arg(request.year).arg(whole->lines.size()).arg(path);
    if (const auto noted = AuditLog(m_desk).noteSheet(what); !noted) {
        return std::unexpected(noted.error());
    }
    if (const auto written = writeSheet(path, registerSheet(*whole, language), language, m_desk.now()); !written) {
        return std::unexpected(written.error());
    }
    return whole->lines.size();
}

} // namespace app
