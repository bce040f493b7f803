// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/period.h"
#include "app/domain/workstatistics.h"

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace app {

/// The registers of Nghị định 30/2020, Phụ lục IV, that the program keeps.
enum class RegisterKind {
    Incoming, ///< sổ đăng ký văn bản đến
    Outgoing, ///< sổ đăng ký văn bản đi
    Handling, ///< sổ theo dõi giải quyết văn bản đến
};
/// "incoming", "outgoing", "handling".
[[nodiscard]] QString registerKey(RegisterKind kind);
[[nodiscard]] std::optional<RegisterKind> registerFromKey(QStringView key);

/// A line of a register, with what the columns of Phụ lục IV ask of it.
struct RegisterLine {
    int number = 0;
    QString series{};         ///< outgoing: of the book, "cv", "vb"
    QString numberDisplay{};  ///< outgoing: "07/QĐ-SNV"
    QDate date{};             ///< of arrival, or of issue
    QString counterpart{};    ///< whose document it is, or who receives it
    QString documentNumber{}; ///< incoming: number and notation that its author gave it
    QDate documentDate{};     ///< incoming: of issue
    QString kindName{};
    QString subject{};
    QString signer{};      ///< outgoing
    QStringList holders{}; ///< who has, or had to the end, a share of the work; the first one leads
    QString keptBy{};      ///< outgoing: where the copy of the file is kept ("Lưu: …")
    int copies = 0;        ///< outgoing: to how many receivers it was sent
    QDate passedOn{};      ///< when it was given to who deals with it, or sent
    QDate due{};           ///< invalid: none
    QDate ended{};         ///< when it was answered or finished; invalid: it was not
    QString progress{};    ///< what who leads noted last
    QStringList answeredBy{};
    std::optional<WorkCourse> course{}; ///< nothing: the document is not on this desk
    bool begun = false;                 ///< somebody noted progress
    bool paper = false;                 ///< it came on paper
    bool voided = false;
    bool flagged = false; ///< out of order, not counted
    bool queued = false;  ///< not at the server yet
    QString voidReason{};

    friend bool operator==(const RegisterLine&, const RegisterLine&) = default;
};

/// What a person asks for.
struct RegisterRequest {
    RegisterKind kind = RegisterKind::Incoming;
    int year = 0;
    QDate from{}; ///< invalid: from the beginning of the year
    QDate to{};   ///< invalid: to its end
    int volume = 1;

    friend bool operator==(const RegisterRequest&, const RegisterRequest&) = default;
};

/// That a book of the register was closed, as its cover says it.
struct RegisterClosing {
    QString series{};   ///< outgoing: of the book, "cv", "vb"
    int lastNumber = 0; ///< 0: it has none
    QString closedBy{}; ///< name
    QDate date{};       ///< at +07:00

    friend bool operator==(const RegisterClosing&, const RegisterClosing&) = default;
};

/// A register as it is printed, signed and bound: its cover and its lines.
struct DocumentRegister {
    RegisterKind kind = RegisterKind::Incoming;
    int year = 0;
    int volume = 1;
    Period days{};          ///< of the lines
    QString superiorName{}; ///< cơ quan chủ quản
    QString officeName{};
    QList<RegisterLine> lines{};
    QList<RegisterClosing> closings{}; ///< of the incoming and the outgoing books; empty: all are open
};

/// The days of a request. Codes: `register-year-unreadable` (1900 to 9999), `register-days-outside` where they leave
/// the year or the first lies behind the last.
[[nodiscard]] Result<Period> daysOf(const RegisterRequest& request);

} // namespace app
