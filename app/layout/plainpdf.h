// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace app::page {

/// Collects the objects of a small PDF and writes them with their cross-reference table. Object 1 is the catalog.
class PlainPdf {
public:
    /// The number of an object that is written later.
    int reserve();
    void write(int number, const QByteArray& body);
    int add(const QByteArray& body);
    int addStream(const QByteArray& dictionary, const QByteArray& data);
    [[nodiscard]] QByteArray file() const;
    [[nodiscard]] qsizetype size() const { return m_bytes.size(); }

private:
    QByteArray m_bytes = "%PDF-1.6\n%\xe2\xe3\xcf\xd3\n";
    QList<qsizetype> m_offsets;
};

/// zlib data as /FlateDecode wants it.
[[nodiscard]] QByteArray flatePacked(const QByteArray& raw);
/// With three places behind the point.
[[nodiscard]] QByteArray pdfNumber(double value);

} // namespace app::page
