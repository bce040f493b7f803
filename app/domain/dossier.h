// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentview.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace app {

/// A row in the list of dossiers (hồ sơ công việc).
struct DossierSummary {
    DossierId id;
    QString code{}; ///< "H99.02.2026.01"
    QString title{};
    QString retention{}; ///< maintenance code "01" … "07" of Thông tư 05/2025
    QDateTime opened{};  ///< UTC
    QDateTime closed{};  ///< invalid: still open
    int documents = 0;

    [[nodiscard]] bool isClosed() const { return closed.isValid(); }

    friend bool operator==(const DossierSummary&, const DossierSummary&) = default;
};

struct DossierDetail {
    DossierSummary summary;
    QString openedBy{}; ///< mailbox
    QString closedBy{};
    QList<DocumentSummary> documents{}; ///< in the order of their time

    friend bool operator==(const DossierDetail&, const DossierDetail&) = default;
};

} // namespace app
