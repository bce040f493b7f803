// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/pdf/repair.h"

#include <exception>

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

namespace docsig::pdf {

namespace {

constexpr qsizetype mostDoings = 100;
constexpr qsizetype longestDoing = 300;

void collectWarnings(QPDF& document, QStringList& doings) {
    for (const QPDFExc& warning : document.getWarnings()) {
        if (doings.size() < mostDoings) {
            doings << QString::fromStdString(warning.getMessageDetail()).simplified().left(longestDoing);
        }
    }
}

/// The bytes as qpdf writes them anew; nothing where it finds no page.
QByteArray rewritten(QByteArrayView file, Repair& repair) {
    QPDF document;
    document.setSuppressWarnings(true);
    document.processMemoryFile("document", file.data(), static_cast<std::size_t>(file.size()));
    if (document.isEncrypted()) {
        repair.outcome = Repair::Outcome::Encrypted;
        return {};
    }
    if (document.getAllPages().empty()) {
        return {};
    }
    QPDFWriter writer(document);
    writer.setOutputMemory();
    writer.write();
    collectWarnings(document, repair.doings);
    const std::shared_ptr<Buffer> buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(buffer->getBuffer()), static_cast<qsizetype>(buffer->getSize())};
}

QByteArray tried(QByteArrayView file, Repair& repair) {
    try {
        return rewritten(file, repair);
    } catch (const std::bad_alloc&) {
        throw;
    } catch (const std::exception& exception) {
        repair.doings << QString::fromLocal8Bit(exception.what()).simplified().left(longestDoing);
        return {};
    }
}

} // namespace

Repair repaired(QByteArrayView file) {
    Repair repair;
    const StrictLook before = strictLook(file);
    if (before.encrypted) {
        repair.outcome = Repair::Outcome::Encrypted;
        return repair;
    }
    if (before.readable) {
        repair.outcome = Repair::Outcome::NotNeeded;
        return repair;
    }
    if (before.hasSignature) {
        repair.outcome = Repair::Outcome::MaySigned;
        return repair;
    }
    repair.pdf = tried(file, repair);
    if (repair.pdf.isEmpty() && repair.outcome == Repair::Outcome::Impossible) {
        const QByteArray ended = withNewEnd(file);
        repair.pdf = ended.isEmpty() ? ended : tried(ended, repair);
    }
    const StrictLook after = repair.pdf.isEmpty() ? StrictLook() : strictLook(repair.pdf);
    if (after.hasSignature) {
        repair.outcome = Repair::Outcome::MaySigned;
    } else if (after.readable) {
        repair.outcome = Repair::Outcome::Made;
        repair.pages = after.pages;
    }
    if (repair.outcome != Repair::Outcome::Made) {
        repair.pdf.clear();
    }
    return repair;
}

} // namespace docsig::pdf
