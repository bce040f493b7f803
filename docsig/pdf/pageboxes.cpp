// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/pdf/pageboxes.h"

namespace docsig::pdf {

namespace {

constexpr int deepestTree = 64;
constexpr QRectF letter{0, 0, 612, 792};
constexpr double largestUnit = 75'000;

/// The value of the page, or of the nearest node above it that has one (§7.7.3.4).
Value inherited(const Document& document, int page, const char* key) {
    Dictionary node = document.object(page).dictionary();
    for (int depth = 0; depth < deepestTree && !node.isEmpty(); ++depth) {
        const Value found = document.get(node, key);
        if (!found.isNull()) {
            return found;
        }
        node = document.get(node, "Parent").dictionary();
    }
    return {};
}

int rotationOf(const Value& value) {
    const qint64 turned = value.asInteger().value_or(0) % 360;
    return turned % 90 == 0 ? static_cast<int>((turned + 360) % 360) : 0;
}

} // namespace

QRectF rectangleOf(const Document& document, const Value& value) {
    const Array list = document.resolve(value).array();
    if (list.size() != 4) {
        return {};
    }
    std::array<double, 4> edges{};
    for (std::size_t index = 0; index < 4; ++index) {
        edges[index] = document.resolve(list[static_cast<qsizetype>(index)]).asNumber().value_or(0);
    }
    return QRectF(QPointF(edges[0], edges[1]), QPointF(edges[2], edges[3])).normalized();
}

QSizeF ShownPage::size() const {
    const QSizeF upright = box.size() * unit;
    return rotation % 180 == 0 ? upright : upright.transposed();
}

QRectF ShownPage::toUserSpace(const QRectF& shown) const {
    const QRectF rect(shown.topLeft() / unit, shown.size() / unit);
    switch (rotation) {
    case 90:
        return {box.right() - rect.bottom(), box.top() + rect.left(), rect.height(), rect.width()};
    case 180:
        return {box.right() - rect.right(), box.bottom() - rect.bottom(), rect.width(), rect.height()};
    case 270:
        return {box.left() + rect.top(), box.bottom() - rect.right(), rect.height(), rect.width()};
    default:
        return rect.translated(box.topLeft());
    }
}

QRectF ShownPage::toShown(const QRectF& userSpace) const {
    const auto scaled = [this](double x, double y, double width, double height) {
        return QRectF(x * unit, y * unit, width * unit, height * unit);
    };
    switch (rotation) {
    case 90:
        return scaled(userSpace.top() - box.top(), box.right() - userSpace.right(), userSpace.height(),
                      userSpace.width());
    case 180:
        return scaled(box.right() - userSpace.right(), box.bottom() - userSpace.bottom(), userSpace.width(),
                      userSpace.height());
    case 270:
        return scaled(box.bottom() - userSpace.bottom(), userSpace.left() - box.left(), userSpace.height(),
                      userSpace.width());
    default:
        return scaled(userSpace.left() - box.left(), userSpace.top() - box.top(), userSpace.width(),
                      userSpace.height());
    }
}

QRectF ShownPage::flipped(const QRectF& rect) const {
    return {rect.left(), size().height() - rect.bottom(), rect.width(), rect.height()};
}

int pageOfAnnotation(const Document& document, const QList<int>& pages, int annotation) {
    const Value named = document.object(annotation).dictionary().value("P");
    if (named.asReference() != nullptr && pages.contains(named.asReference()->number)) {
        return static_cast<int>(pages.indexOf(named.asReference()->number));
    }
    const auto isIt = [annotation](const Value& entry) {
        return annotation != 0 && entry.asReference() != nullptr && entry.asReference()->number == annotation;
    };
    for (qsizetype page = 0; page < pages.size(); ++page) {
        const Array listed = document.get(document.object(pages[page]).dictionary(), "Annots").array();
        if (std::ranges::any_of(listed, isIt)) {
            return static_cast<int>(page);
        }
    }
    return -1;
}

ShownPage shownPage(const Document& document, int page) {
    ShownPage shown;
    const QRectF media = rectangleOf(document, inherited(document, page, "MediaBox"));
    const QRectF crop = rectangleOf(document, inherited(document, page, "CropBox"));
    shown.box = media.isEmpty() ? letter : media;
    // A crop box that shows nothing of the page is passed over, as readers do.
    if (const QRectF seen = crop.intersected(shown.box); !seen.isEmpty()) {
        shown.box = seen;
    }
    shown.rotation = rotationOf(inherited(document, page, "Rotate"));
    const double unit = document.get(document.object(page).dictionary(), "UserUnit").asNumber().value_or(1);
    shown.unit = unit > 0 && unit <= largestUnit ? unit : 1;
    return shown;
}

} // namespace docsig::pdf
