// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/finddocuments.h"

namespace ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int documentsAsked = 41; // one more than are shown: that there are more is told

} // namespace

FindRows findDocuments(Office& office) {
    return [&office](const QString& text) -> app::Result<QList<FoundRow>> {
        const auto page = office.page({.words = text.trimmed()}, documentsAsked, {});
        if (!page) {
            return std::unexpected(page.error());
        }
        QList<FoundRow> rows;
        for (const app::DocumentSummary& document : page->rows) {
            QStringList words{document.number, document.subject, document.counterpart};
            words.removeAll(QString());
            rows << FoundRow{.words = words.join(u" · "_s), .value = document.id.text()};
        }
        return rows;
    };
}

} // namespace ui
