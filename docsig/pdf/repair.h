// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QStringList>

namespace docsig::pdf {

/// What became of a damaged file.
struct Repair {
    enum class Outcome {
        Made,
        NotNeeded,  ///< it is read as it is
        Encrypted,  ///< a copy would take the protection away
        MaySigned,  ///< holds or may hold a signature: the copy would keep its looks and not its force
        Impossible, ///< no page was found, or the copy can't be read either
    };

    Outcome outcome = Outcome::Impossible;
    QByteArray pdf;     ///< of Made
    QStringList doings; ///< what was found wrong and how it was read, technical English, at most 100
    int pages = 0;      ///< of the copy

    friend bool operator==(const Repair&, const Repair&) = default;
};

/// Writes a new file out of what qpdf can find in a damaged one. The copy is another document: qpdf guesses, and two
/// programs may guess differently. For the worker alone, since a library that reads everything is a larger thing to
/// attack. Never throws but for want of memory.
[[nodiscard]] Repair repaired(QByteArrayView file);

/// Whether the strict reader reads the pages of a file and finds no signature in it.
struct StrictLook {
    bool readable = false;
    bool encrypted = false;
    bool hasSignature = false;
    int pages = 0;
};
[[nodiscard]] StrictLook strictLook(QByteArrayView file);

/// A file whose end is missing, with an end that names the last cross-reference stream or catalog that stands in it;
/// empty where there is neither.
[[nodiscard]] QByteArray withNewEnd(QByteArrayView file);

} // namespace docsig::pdf
