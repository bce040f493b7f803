// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/plainpdf.h"

namespace app::page {

int PlainPdf::reserve() {
    m_offsets.append(-1);
    return static_cast<int>(m_offsets.size());
}

void PlainPdf::write(int number, const QByteArray& body) {
    m_offsets[number - 1] = m_bytes.size();
    m_bytes += QByteArray::number(number) + " 0 obj\n" + body + "\nendobj\n";
}

int PlainPdf::add(const QByteArray& body) {
    const int number = reserve();
    write(number, body);
    return number;
}

int PlainPdf::addStream(const QByteArray& dictionary, const QByteArray& data) {
    return add("<< " + dictionary + " /Length " + QByteArray::number(data.size()) + " >>\nstream\n" + data +
               "\nendstream");
}

QByteArray PlainPdf::file() const {
    const QByteArray size = QByteArray::number(m_offsets.size() + 1);
    QByteArray out = m_bytes + "xref\n0 " + size + "\n0000000000 65535 f \n";
    for (const qsizetype offset : m_offsets) {
        out += QByteArray::number(offset).rightJustified(10, '0') + " 00000 n \n";
    }
    return out + "trailer\n<< /Size " + size + " /Root 1 0 R >>\nstartxref\n" + QByteArray::number(m_bytes.size()) +
           "\n%%EOF\n";
}

QByteArray flatePacked(const QByteArray& raw) {
    return qCompress(raw, 9).mid(4); // qCompress puts a length of four bytes in front
}

QByteArray pdfNumber(double value) {
    return QByteArray::number(value, 'f', 3);
}

} // namespace app::page
