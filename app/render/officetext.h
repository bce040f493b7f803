// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/render/renderprotocol.h"

#include <QByteArray>
#include <QString>

#include <expected>

namespace app::render {

/// The words of a file of an office program, for the search: OOXML (ECMA-376: text, tables, slides) or OpenDocument
/// (ISO/IEC 26300), without what was struck out in them. Paragraphs and cells are parted by a space. What lies above
/// the limits (parts, bytes unpacked, characters) is left out. Only congvan-render links this. Fault::NotAnOfficeFile
/// where there is no such text, also where a file is protected by a password.
[[nodiscard]] std::expected<QString, Fault> officeText(const QByteArray& file, qsizetype mostCharacters);

} // namespace app::render
