// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentid.h"
#include "app/domain/draft.h"
#include "app/domain/error.h"

#include <QString>

namespace app {

class OfficeDesk;

/// Use case of the officer: takes a PDF made elsewhere (LibreOffice, a scanner) as the draft of a document of ours. The
/// file is judged by congvan-verify under limits and is never changed; its bytes are copied into the store. Refused
/// with the codes of docsig: not a PDF, truncated, encrypted, certified without allowed changes. Blocking; any thread
/// but the GUI's.
class ImportPdf {
public:
    explicit ImportPdf(OfficeDesk& desk);

    /// `metadata` holds what the page cannot tell: kind, notation, subject, signer, receivers. Its id names the new
    /// draft; its places may be empty: then the number lies top left and the date top right of the first page, the
    /// signature and the seal bottom right of the last.
    [[nodiscard]] Result<DocumentId> import(const QString& path, const Draft& metadata);

private:
    OfficeDesk& m_desk;
};

} // namespace app
