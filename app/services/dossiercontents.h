// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/dossierexport.h"
#include "app/domain/dossier.h"
#include "app/domain/error.h"

namespace app {

class OfficeDesk;

/// What goes into the export of a dossier: its documents in time order, each with every PDF that counts, its packet and
/// the statuses about it. `content-missing` where bytes of the dossier are not in this store.
[[nodiscard]] Result<ExportDossier> dossierContents(const OfficeDesk& desk, const DossierDetail& dossier);

} // namespace app
