// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/render/renderprotocol.h"

#include <QByteArray>
#include <QImage>

#include <expected>
#include <memory>

namespace Poppler {
class Document;
}

namespace app::render {

/// The worker's view of one PDF, read by Poppler. Only congvan-render links this.
class PopplerDocument {
public:
    [[nodiscard]] static std::expected<PopplerDocument, Fault> open(const QByteArray& pdf, const WorkerLimits& limits);

    PopplerDocument(PopplerDocument&&) noexcept;
    PopplerDocument& operator=(PopplerDocument&&) noexcept;
    ~PopplerDocument();

    [[nodiscard]] QList<PageInfo> pages() const;
    [[nodiscard]] std::expected<QImage, Fault> picture(const PageRequest& request) const;
    [[nodiscard]] std::expected<QList<TextWord>, Fault> words(int index) const;

private:
    PopplerDocument(std::unique_ptr<Poppler::Document> document, const WorkerLimits& limits);

    std::unique_ptr<Poppler::Document> m_document;
    WorkerLimits m_limits;
};

} // namespace app::render
