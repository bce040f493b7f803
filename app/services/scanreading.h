// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/scanpdf.h"

#include <QByteArray>
#include <QImage>
#include <QList>
#include <QString>

#include <optional>
#include <stop_token>

namespace app {

/// Reads the words in a picture with Tesseract, a program of its own that this one does without where it is not
/// installed. It gets the picture (as this program wrote it, never as it came) on standard input under limits on
/// memory, processor time and clock, and may write no file. Nothing where it failed. `program`: its path. Blocking; any
/// thread but the GUI's.
[[nodiscard]] std::optional<QList<page::ScanWord>> readScan(const QString& program, const QImage& picture,
                                                            const std::stop_token& stop);

/// The words in a table of Tesseract (TSV): what lies outside the picture, what is empty and what it is not sure of at
/// all is left out; so is all beyond 20,000 words.
[[nodiscard]] QList<page::ScanWord> wordsOfTable(const QByteArray& table, QSize picture);

} // namespace app
