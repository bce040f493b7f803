// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentid.h"
#include "app/domain/documentview.h"
#include "app/domain/error.h"

#include <QString>

#include <atomic>
#include <stop_token>

namespace app {

class OfficeDesk;
class RenderClient;

/// Reads the text of documents for the search: the main PDF and attachments that are PDFs (by congvan-render, which
/// alone opens foreign files), of office programs (OOXML, OpenDocument) or plain text. A page without a word is read as
/// a picture, by Tesseract, where that is installed. What a file has above the limits is not searched. Blocking; any
/// thread but the GUI's; a second call while one runs does nothing.
class ReadTexts {
public:
    explicit ReadTexts(OfficeDesk& desk);

    /// Reads at most `limit` of the documents that are owed, fewer where there are scans; returns how many were read. A
    /// file that can't be read has no text; where the reader itself fails the document stays owed.
    [[nodiscard]] Result<int> readPending(int limit, std::stop_token stop = {});
    /// How many are owed.
    [[nodiscard]] Result<int> owed() const;

    static constexpr int mostPages = 500;                  ///< of one document
    static constexpr qsizetype mostCharacters = 1'000'000; ///< of one document
    static constexpr int mostFiles = 50;                   ///< of one document
    static constexpr int mostScannedPages = 30; ///< of one document: pages that are pictures take seconds each
    static constexpr int mostScans = 60;        ///< after so many in one call no other document is begun

private:
    [[nodiscard]] Result<int> readAll(const QList<DocumentId>& ids, const std::stop_token& stop);

    OfficeDesk& m_desk;
    std::atomic_flag m_runs;
};

} // namespace app
