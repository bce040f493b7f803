// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDate>
#include <QString>

namespace app::page {

/// What the metadata of a page set says; the document information dictionary says the same.
struct MetadataFacts {
    QString title;
    QString creator;  ///< the program for people
    QString producer; ///< the library that wrote the PDF
    QDate created;    ///< invalid: not said
};

/// An XMP packet that claims PDF/A-2b (ISO 19005-2 §6.6): UTF-8, uncompressed, read-only.
[[nodiscard]] QByteArray xmpMetadata(const MetadataFacts& facts);

} // namespace app::page
