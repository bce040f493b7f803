// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/pdf/objectscan.h"

namespace docsig::pdf {

namespace {

/// Where the object whose "obj" stands at `word` begins: at the first digit of its number.
qsizetype headOf(QByteArrayView file, qsizetype word) {
    const auto back = [&file](qsizetype at, auto&& fits) {
        while (at > 0 && fits(file[at - 1])) {
            --at;
        }
        return at;
    };
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    return back(back(back(back(word, isSpace), digit), isSpace), digit);
}

} // namespace

bool scanObjects(QByteArrayView file, const std::function<bool(const IndirectObject&, qsizetype)>& show) {
    for (qsizetype at = file.indexOf("obj"); at >= 0; at = file.indexOf("obj", at + 3)) {
        const qsizetype place = headOf(file, at);
        const auto object = Parser(file, place).indirectObject();
        if (object && !show(*object, place)) {
            return false;
        }
    }
    return true;
}

} // namespace docsig::pdf
