// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/dossierexport.h"
#include "app/domain/documentid.h"
#include "app/domain/dossier.h"
#include "app/domain/error.h"

#include <QList>
#include <QString>

namespace app {

class OfficeDesk;

/// What a new dossier is called (Thông tư 05/2025 §8.3: fileCode = agency code, year, file number).
struct DossierForm {
    QString code; ///< e.g. "H99.02.2026.01"; empty: the next of the year is given
    QString title;
    QString retention; ///< maintenance code "01".."07"; empty: "06" (10 years)
};

/// Use case: hồ sơ công việc. Open, collect, close, hand over as a folder that can be checked without this program.
/// Blocking; any thread but the GUI's.
class Dossiers {
public:
    explicit Dossiers(OfficeDesk& desk);

    [[nodiscard]] Result<DossierId> open(const DossierForm& form);
    /// Filing the same document twice changes nothing. A closed dossier takes nothing: `dossier-closed`.
    [[nodiscard]] Result<void> file(const DossierId& dossier, const DocumentId& document);
    /// An empty dossier is not closed: `dossier-empty`.
    [[nodiscard]] Result<void> close(const DossierId& dossier);
    [[nodiscard]] Result<QList<DossierSummary>> list() const;
    [[nodiscard]] Result<DossierDetail> detail(const DossierId& dossier) const;
    /// By the beginning of its id or its code.
    [[nodiscard]] Result<DossierId> find(const QString& text) const;

    /// Writes the closed dossier into `folder` (made; must not exist or be empty): documents in time order, PDFs and
    /// packets byte for byte, metadata XML, SHA-256 manifest. `dossier-not-closed` for an open one.
    [[nodiscard]] Result<ExportReceipt> exportTo(const DossierId& dossier, const QString& folder) const;

    /// Reads an export again and compares every byte with its manifest. Needs no profile.
    [[nodiscard]] static Result<ExportCheck> check(const QString& folder);

private:
    OfficeDesk& m_desk;
};

} // namespace app
