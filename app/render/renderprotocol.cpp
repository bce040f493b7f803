// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render/renderprotocol.h"

namespace app::render {

QDataStream& operator<<(QDataStream& stream, const WorkerLimits& limits) {
    return stream << limits.addressSpace << limits.processorSeconds << limits.pixels << limits.pages << limits.words;
}

QDataStream& operator>>(QDataStream& stream, WorkerLimits& limits) {
    return stream >> limits.addressSpace >> limits.processorSeconds >> limits.pixels >> limits.pages >> limits.words;
}

QDataStream& operator<<(QDataStream& stream, const PageRequest& request) {
    return stream << request.index << request.pixels;
}

QDataStream& operator>>(QDataStream& stream, PageRequest& request) {
    return stream >> request.index >> request.pixels;
}

} // namespace app::render

namespace app {

QDataStream& operator<<(QDataStream& stream, const PageInfo& page) {
    return stream << page.points << page.label;
}

QDataStream& operator>>(QDataStream& stream, PageInfo& page) {
    return stream >> page.points >> page.label;
}

QDataStream& operator<<(QDataStream& stream, const TextWord& word) {
    return stream << word.text << word.rect;
}

QDataStream& operator>>(QDataStream& stream, TextWord& word) {
    return stream >> word.text >> word.rect;
}

} // namespace app
