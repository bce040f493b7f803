// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/pdf/signaturesearch.h"

#include <exception>

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

namespace docsig::pdf {

namespace {

constexpr std::size_t mostDecrypted = 100'000;

} // namespace

bool isCertainlyUnsignedInside(QByteArrayView file) {
    try {
        QPDF document;
        document.setSuppressWarnings(true);
        document.setAttemptRecovery(false);
        document.processMemoryFile("document", file.data(), static_cast<std::size_t>(file.size()), "");
        if (!document.isEncrypted() || document.getObjectCount() > mostDecrypted) {
            return false;
        }
        for (QPDFObjectHandle& object : document.getAllObjects()) {
            // A signature may lie directly in its field.
            const bool dictionary = object.isDictionary();
            if (dictionary && (object.hasKey("/ByteRange") ||
                               (object.getKey("/V").isDictionary() && object.getKey("/V").hasKey("/ByteRange")))) {
                return false;
            }
        }
        return !document.anyWarnings();
    } catch (const std::exception&) {
        return false; // a password, or damage
    }
}

} // namespace docsig::pdf
