// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/organid.h"

#include <QByteArray>
#include <QDate>
#include <QList>
#include <QString>

namespace app {

/// An agency of the exchange, as the hub's directory says.
struct Agency {
    OrganId id{};
    QString name{};
    QString superiorName{};                    ///< cơ quan chủ quản
    QDate validFrom{};                         ///< invalid: always
    QDate validTo{};                           ///< invalid: still open
    OrganId successor{};                       ///< empty: none
    QList<QByteArray> sealCertificateSha256{}; ///< hex, of the DER of each certificate that the office may seal with

    /// Whether it may be written to on that day.
    [[nodiscard]] bool isOpen(const QDate& day) const {
        return (!validFrom.isValid() || validFrom <= day) && (!validTo.isValid() || day <= validTo);
    }

    friend bool operator==(const Agency&, const Agency&) = default;
};

} // namespace app
