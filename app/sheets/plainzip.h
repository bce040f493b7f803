// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace app {

/// Writes a zip file whose headers carry nothing but what they must. An OpenDocument package wants its first file
/// stored and without extra fields (ODF 1.3 part 2, §3.3), which libarchive adds to each. A value; below 4 GB.
class PlainZip {
public:
    enum class Packing { Stored, Deflated };

    /// `name` in UTF-8, with slashes.
    void add(const QByteArray& name, const QByteArray& bytes, Packing packing = Packing::Deflated);
    /// All of the file; the same files give the same bytes.
    [[nodiscard]] QByteArray finish() const;

private:
    QByteArray m_files;
    QByteArray m_directory;
    int m_count = 0;
};

} // namespace app
