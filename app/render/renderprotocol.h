// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/render/renderedpage.h"
#include "app/render/renderlimits.h"

#include <QByteArray>
#include <QDataStream>
#include <QIODevice>
#include <QList>
#include <QSize>
#include <QtEndian>

#include <optional>

namespace app {

// In the namespace of the values, where QList's own operators look for them.
QDataStream& operator<<(QDataStream& stream, const PageInfo& page);
QDataStream& operator>>(QDataStream& stream, PageInfo& page);
QDataStream& operator<<(QDataStream& stream, const TextWord& word);
QDataStream& operator>>(QDataStream& stream, TextWord& word);

namespace render {

/// What client and worker say to each other over the worker's standard input and output: frames of four bytes of length
/// (big endian, of what follows), one byte of kind, and a payload. The worker answers each request with one frame.
enum class Request : quint8 { Open = 1, Page = 2, Text = 3, OfficeText = 4 };
/// Pages carries the pages and what the worker's sandbox lacks (empty: nothing).
enum class Answer : quint8 { Pages = 17, Pixels = 18, Words = 19, Fault = 20, OfficeWords = 21 };

/// Why the worker could not do what it was asked.
enum class Fault : quint8 { NotAPdf = 1, Locked, PageMissing, PageFailed, TooLarge, Garbled, NotAnOfficeFile };

constexpr qsizetype headBytes = 5;
/// Of the text of one file of an office program.
constexpr qsizetype mostOfficeCharacters = 1'000'000;

[[nodiscard]] inline QByteArray frameHead(quint8 kind, qsizetype payloadBytes) {
    QByteArray head(headBytes, '\0');
    qToBigEndian(quint32(payloadBytes + 1), head.data());
    head[4] = char(kind);
    return head;
}

/// Length of the payload that a head announces; nothing when the head is impossible or the payload is above the limit.
[[nodiscard]] inline std::optional<qsizetype> payloadLength(QByteArrayView head, qsizetype limit) {
    const auto length = qsizetype(qFromBigEndian<quint32>(head.data())) - 1;
    return head.size() >= headBytes && length >= 0 && length <= limit ? std::optional(length) : std::nullopt;
}

/// The limits that the worker itself keeps, sent with the document.
struct WorkerLimits {
    qint64 addressSpace = 0;
    qint32 processorSeconds = 0;
    qint64 pixels = 0;
    qint32 pages = 0;
    qint32 words = 0;
};

struct PageRequest {
    qint32 index = 0;
    QSize pixels;
};

QDataStream& operator<<(QDataStream& stream, const WorkerLimits& limits);
QDataStream& operator>>(QDataStream& stream, WorkerLimits& limits);
QDataStream& operator<<(QDataStream& stream, const PageRequest& request);
QDataStream& operator>>(QDataStream& stream, PageRequest& request);

/// The bytes of values, one after the other, in one fixed version of the format.
template <typename... Values>
[[nodiscard]] QByteArray packed(const Values&... values) {
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_0);
    (void)(stream << ... << values);
    return bytes;
}

/// Reads values back; false when the bytes end early.
template <typename... Values>
[[nodiscard]] bool unpack(const QByteArray& bytes, Values&... values) {
    QDataStream stream(bytes);
    stream.setVersion(QDataStream::Qt_6_0);
    (void)(stream >> ... >> values);
    return stream.status() == QDataStream::Ok;
}

} // namespace render

} // namespace app
