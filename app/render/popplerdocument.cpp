// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render/popplerdocument.h"

#include <poppler-qt6.h>

#include <cmath>

namespace app::render {

namespace {

using namespace Qt::Literals::StringLiterals;

/// A page may claim any size; PDF's own limit is 14,400 points.
QSizeF sanePoints(QSizeF points) {
    const auto sane = [](double side, double usual) {
        return std::isfinite(side) && side >= 1 ? qMin(side, 14400.0) : usual;
    };
    return {sane(points.width(), 595), sane(points.height(), 842)};
}

} // namespace

PopplerDocument::PopplerDocument(std::unique_ptr<Poppler::Document> document, const WorkerLimits& limits)
    : m_document(std::move(document))
    , m_limits(limits) {}

PopplerDocument::PopplerDocument(PopplerDocument&&) noexcept = default;
PopplerDocument& PopplerDocument::operator=(PopplerDocument&&) noexcept = default;
PopplerDocument::~PopplerDocument() = default;

std::expected<PopplerDocument, Fault> PopplerDocument::open(const QByteArray& pdf, const WorkerLimits& limits) {
    Poppler::setDebugErrorFunction([](const QString&, const QVariant&) {}, {});
    // Poppler takes many things for a PDF; without a header in the first kilobyte it is none.
    if (!pdf.left(1024).contains("%PDF-")) {
        return std::unexpected(Fault::NotAPdf);
    }
    std::unique_ptr<Poppler::Document> document = Poppler::Document::loadFromData(pdf);
    if (!document) {
        return std::unexpected(Fault::NotAPdf);
    }
    if (document->isLocked()) {
        return std::unexpected(Fault::Locked);
    }
    if (document->numPages() <= 0) {
        return std::unexpected(Fault::NotAPdf);
    }
    if (document->numPages() > limits.pages) {
        return std::unexpected(Fault::TooLarge);
    }
    document->setRenderBackend(Poppler::Document::SplashBackend);
    document->setRenderHint(Poppler::Document::Antialiasing);
    document->setRenderHint(Poppler::Document::TextAntialiasing);
    document->setRenderHint(Poppler::Document::ThinLineSolid);
    return PopplerDocument(std::move(document), limits);
}

QList<PageInfo> PopplerDocument::pages() const {
    QList<PageInfo> pages;
    for (int i = 0; i < m_document->numPages(); ++i) {
        const std::unique_ptr<Poppler::Page> page = m_document->page(i);
        const QString label = page ? page->label() : QString();
        pages.append({sanePoints(page ? page->pageSizeF() : QSizeF()),
                      label.isEmpty() ? QString::number(i + 1) : label.left(40)});
    }
    return pages;
}

std::expected<QImage, Fault> PopplerDocument::picture(const PageRequest& request) const {
    const std::unique_ptr<Poppler::Page> page = m_document->page(request.index);
    if (!page) {
        return std::unexpected(Fault::PageMissing);
    }
    const QSize pixels = request.pixels;
    if (pixels.isEmpty() || qint64(pixels.width()) * pixels.height() > m_limits.pixels) {
        return std::unexpected(Fault::TooLarge);
    }
    const QSizeF points = sanePoints(page->pageSizeF());
    QImage image = page->renderToImage(72.0 * pixels.width() / points.width(), 72.0 * pixels.height() / points.height(),
                                       0, 0, pixels.width(), pixels.height());
    if (image.size() != pixels) {
        return std::unexpected(Fault::PageFailed);
    }
    image.convertTo(QImage::Format_RGB32);
    return image;
}

std::expected<QList<TextWord>, Fault> PopplerDocument::words(int index) const {
    const std::unique_ptr<Poppler::Page> page = m_document->page(index);
    if (!page) {
        return std::unexpected(Fault::PageMissing);
    }
    const double height = sanePoints(page->pageSizeF()).height();
    QList<TextWord> words;
    for (const std::unique_ptr<Poppler::TextBox>& box : page->textList()) {
        const QRectF shown = box->boundingBox();
        words.append({box->text(), {shown.left(), height - shown.bottom(), shown.width(), shown.height()}});
        if (words.size() > m_limits.words) {
            return std::unexpected(Fault::TooLarge);
        }
    }
    return words;
}

} // namespace app::render
