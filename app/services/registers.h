// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentregister.h"
#include "app/domain/error.h"
#include "app/domain/sentences.h"

#include <QString>

namespace app {

class OfficeDesk;

/// Use case of the clerk: the registers of Nghị định 30/2020, Phụ lục IV, to be printed, signed and bound, or read by
/// another program. Blocking; any thread but the GUI's.
class Registers {
public:
    explicit Registers(OfficeDesk& desk);

    /// The lines of those days, with names where the directory has them. Codes: those of daysOf(), of the store.
    [[nodiscard]] Result<DocumentRegister> read(const RegisterRequest& request) const;
    /// Writes it to a file, whose ending says as what (.pdf, .csv, .ods); gives how many lines it has. That it left the
    /// store is written down first. Codes: those above, `register-volume-wrong` (1 to 9999), those of writeSheet().
    [[nodiscard]] Result<qsizetype> save(const RegisterRequest& request, const QString& path, Language language);

private:
    OfficeDesk& m_desk;
};

} // namespace app
