// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/pdf/document.h"
#include "docsig/pdf/formfields.h"
#include "docsig/pdf/objectscan.h"
#include "docsig/pdf/repair.h"
#include "docsig/pdf/signaturesearch.h"

namespace docsig::pdf {

namespace {

/// An Encrypt dictionary (ISO 32000-1 §7.6.1), wherever it stands: the trailer that names it may be lost.
bool holdsEncryption(QByteArrayView file) {
    const auto isNone = [](const IndirectObject& one, qsizetype) {
        const Dictionary& dictionary = one.value.dictionary();
        const Value filter = dictionary.value("Filter");
        return filter.asName() == nullptr || !dictionary.contains("V") ||
               !(dictionary.contains("O") || dictionary.contains("Recipients") || dictionary.contains("CF"));
    };
    return file.contains("/Encrypt") || !scanObjects(file, isNone);
}

} // namespace

StrictLook strictLook(QByteArrayView file) {
    StrictLook look;
    const auto document = Document::open(QByteArray::fromRawData(file.data(), file.size()));
    // Of a file that can't be read only its bytes can be asked; one in an object stream is found in the copy.
    look.hasSignature = countOfName(file, "ByteRange") > 0;
    if (!document) {
        look.encrypted = holdsEncryption(file);
        return look;
    }
    look.encrypted = document->isEncrypted();
    const auto pages = document->pages();
    const auto fields = formFields(*document);
    if (!pages || !fields || pages->isEmpty() || !document->catalogReference()) {
        return look;
    }
    look.readable = true;
    look.pages = static_cast<int>(pages->size());
    look.hasSignature = look.hasSignature || !signedFields(*document, *fields).isEmpty();
    return look;
}

QByteArray withNewEnd(QByteArrayView file) {
    qsizetype section = -1;
    std::optional<Reference> catalog;
    scanObjects(file, [&](const IndirectObject& one, qsizetype place) {
        const Dictionary& dictionary = one.value.dictionary();
        if (dictionary.value("Type").isName("XRef") && one.streamOffset) {
            section = place;
        } else if (dictionary.value("Type").isName("Catalog")) {
            catalog = one.id;
        }
        return true;
    });
    if (section >= 0) {
        return file.toByteArray() + "\nstartxref\n" + QByteArray::number(section) + "\n%%EOF\n";
    }
    return catalog
               ? file.toByteArray() + "\ntrailer\n<< /Root " + Value(*catalog).toPdf() + " >>\nstartxref\n0\n%%EOF\n"
               : QByteArray();
}

} // namespace docsig::pdf
