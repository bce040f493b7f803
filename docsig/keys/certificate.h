// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/report/signaturereport.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>

#include <optional>

namespace docsig {

/// Reads what is shown of a certificate. Nothing, if the bytes are not exactly one DER certificate. Any thread.
[[nodiscard]] std::optional<CertificateFacts> describe(QByteArrayView der);

/// The certificates in a file's bytes: one DER certificate, or any number of PEM ones. Empty where there is none.
[[nodiscard]] QList<QByteArray> certificatesIn(QByteArrayView bytes);

/// Hides the digits of a personal identity number ("CMND:012345678" -> "CMND:*****5678") in a name.
[[nodiscard]] QString maskPersonalNumbers(const QString& name);

} // namespace docsig
