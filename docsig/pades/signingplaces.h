// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/pdf/pageboxes.h"
#include "docsig/report/error.h"

#include <QByteArray>
#include <QList>
#include <QSizeF>
#include <QString>
#include <QStringList>

namespace docsig {

/// A signature field without a signature; `size` is that of its widget as shown, in points.
struct OpenSignatureField {
    QString name;
    QSizeF size;
};

/// Where a PDF can be signed.
struct SigningPlaces {
    QList<pdf::ShownPage> pages;
    QList<OpenSignatureField> openFields; ///< with one widget each
    QStringList fieldNames;               ///< of every field there is
    bool isSigned = false;
};

/// Reads them strictly. Codes: those of pdf::Document::open, pdf-encrypted, pdf-form-broken, pdf-certified.
[[nodiscard]] Result<SigningPlaces> signingPlaces(const QByteArray& pdf);

} // namespace docsig
