// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sheets/plainzip.h"

#include <array>

namespace app {

namespace {

constexpr quint16 versionNeeded = 20;
constexpr quint16 namesAreUtf8 = 1U << 11U;
constexpr quint16 firstDay = (40U << 9U) | (1U << 5U) | 1U; ///< 1 January 2020: the content alone makes the bytes

constexpr std::array<quint32, 256> checkTable() {
    std::array<quint32, 256> table{};
    for (quint32 value = 0; value < table.size(); ++value) {
        quint32 rest = value;
        for (int bit = 0; bit < 8; ++bit) {
            rest = (rest & 1U) != 0 ? (rest >> 1U) ^ 0xEDB88320U : rest >> 1U;
        }
        table.at(value) = rest;
    }
    return table;
}

/// CRC-32 as in ISO 3309.
quint32 checkSum(const QByteArray& bytes) {
    static constexpr std::array<quint32, 256> table = checkTable();
    quint32 sum = 0xFFFFFFFFU;
    for (const char byte : bytes) {
        sum = table.at((sum ^ static_cast<quint8>(byte)) & 0xFFU) ^ (sum >> 8U);
    }
    return ~sum;
}

/// Little endian.
QByteArray twoBytes(quint16 value) {
    return {QByteArray(1, static_cast<char>(value & 0xFFU)) + static_cast<char>(value >> 8U)};
}
QByteArray fourBytes(quint32 value) {
    return twoBytes(static_cast<quint16>(value & 0xFFFFU)) + twoBytes(static_cast<quint16>(value >> 16U));
}

/// The bare deflate stream: without Qt's length before and zlib's frame around it.
QByteArray deflated(const QByteArray& bytes) {
    constexpr qsizetype before = 6;
    constexpr qsizetype behind = 4;
    return qCompress(bytes, 9).mid(before).chopped(behind);
}

} // namespace

void PlainZip::add(const QByteArray& name, const QByteArray& bytes, Packing packing) {
    const QByteArray packed = packing == Packing::Deflated ? deflated(bytes) : bytes;
    const quint16 method = packing == Packing::Deflated ? 8 : 0;
    const QByteArray facts =
        twoBytes(versionNeeded) + twoBytes(namesAreUtf8) + twoBytes(method) + twoBytes(0) + twoBytes(firstDay) +
        fourBytes(checkSum(bytes)) + fourBytes(static_cast<quint32>(packed.size())) +
        fourBytes(static_cast<quint32>(bytes.size())) + twoBytes(static_cast<quint16>(name.size())) + twoBytes(0);
    m_directory += "PK\x01\x02" + twoBytes(versionNeeded) + facts + twoBytes(0) + twoBytes(0) + twoBytes(0) +
                   fourBytes(0) + fourBytes(static_cast<quint32>(m_files.size())) + name;
    m_files += "PK\x03\x04" + facts + name + packed;
    ++m_count;
}

QByteArray PlainZip::finish() const {
    const QByteArray count = twoBytes(static_cast<quint16>(m_count));
    return m_files + m_directory + "PK\x05\x06" + twoBytes(0) + twoBytes(0) + count + count +
           fourBytes(static_cast<quint32>(m_directory.size())) + fourBytes(static_cast<quint32>(m_files.size())) +
           twoBytes(0);
}

} // namespace app
