// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <stop_token>

namespace app {

class OfficeDesk;

/// What became of the text on the pages of a scan.
enum class ScanText {
    AsItCame, ///< a PDF is kept byte for byte
    NoReader, ///< Tesseract is not installed
    NotRead,  ///< it failed, or took too long, on a page
    Read,     ///< the words can be searched and marked
};
/// "as-it-came", "no-reader", "not-read", "read".
[[nodiscard]] QString scanTextKey(ScanText text);

/// A scan as one PDF that is ready to be registered: a file of this desk that nobody else writes to.
struct PreparedScan {
    QString path{}; ///< in the desk's spool folder; whoever has it takes it away with discard()
    QString name{}; ///< "quyet-dinh.pdf"
    int pages = 0;
    ScanText text = ScanText::AsItCame;

    friend bool operator==(const PreparedScan&, const PreparedScan&) = default;
};

/// Makes one PDF of what a scanner gave: a PDF, which is kept byte for byte, or pictures (JPEG, PNG, TIFF) in their
/// order, whose text is read where Tesseract is installed. Pictures are decoded here and written anew, so that nothing
/// of a foreign file but what can be seen gets into the document.
class PaperScan {
public:
    explicit PaperScan(OfficeDesk& desk);

    /// How many of the files were worked through.
    using Progress = std::function<void(int done, int total)>;

    /// `paper-scan-missing`, `paper-scan-unreadable` (with the file's name), `paper-scan-mixed`,
    /// `paper-scan-too-large`, `paper-scan-signed` where the PDF carries digital signatures and so did not come on
    /// paper, `paper-scan-stopped`; also the codes of the store and of congvan-render. Blocking, with text up to
    /// minutes; any thread but the GUI's.
    [[nodiscard]] Result<PreparedScan> prepare(const QStringList& files, std::stop_token stop = {},
                                               const Progress& progress = {});
    /// Takes a scan away that was not registered.
    static void discard(const PreparedScan& scan);

    static constexpr qint64 largestFile = 256LL << 20; ///< bytes, of a PDF given or made
    static constexpr qint64 largestPicture = 64LL << 20;
    static constexpr qint64 mostPixels = 100'000'000;
    static constexpr int mostPages = 300;

private:
    [[nodiscard]] Result<PreparedScan> takePdf(const QString& file, const std::stop_token& stop);
    [[nodiscard]] Result<PreparedScan> join(const QStringList& files, const std::stop_token& stop,
                                            const Progress& progress);
    [[nodiscard]] Result<PreparedScan> keep(const QByteArray& pdf, const QString& first);

    OfficeDesk& m_desk;
};

} // namespace app
