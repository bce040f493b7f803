// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/pdf/value.h"

#include <QStringDecoder>
#include <QStringEncoder>

namespace docsig::pdf {

namespace {

bool isRegular(unsigned char c) {
    return c > 0x20 && c < 0x7F && !QByteArrayView("()<>[]{}/%#").contains(static_cast<char>(c));
}

QByteArray nameToPdf(const QByteArray& text) {
    QByteArray written = "/";
    for (const char c : text) {
        if (isRegular(static_cast<unsigned char>(c))) {
            written += c;
        } else {
            written += '#' + QByteArray(1, c).toHex().toUpper();
        }
    }
    return written;
}

QByteArray stringToPdf(const String& string) {
    if (string.hexadecimal) {
        return '<' + string.bytes.toHex() + '>';
    }
    QByteArray written = "(";
    for (const char c : string.bytes) {
        switch (c) {
        case '(':
        case ')':
        case '\\':
            written += '\\';
            written += c;
            break;
        case '\r':
            written += "\\r";
            break;
        case '\n':
            written += "\\n";
            break;
        default:
            written += c;
        }
    }
    return written + ')';
}

QByteArray numberToPdf(double value) {
    QByteArray text = QByteArray::number(value, 'f', 5);
    while (text.endsWith('0')) {
        text.chop(1);
    }
    if (text.endsWith('.')) {
        text.chop(1);
    }
    return text.isEmpty() || text == "-0" ? "0" : text;
}

} // namespace

bool Value::isName(const char* text) const {
    const Name* name = asName();
    return name != nullptr && name->text == text;
}

std::optional<std::int64_t> Value::asInteger() const {
    if (const auto* value = std::get_if<std::int64_t>(&m_data)) {
        return *value;
    }
    return std::nullopt;
}

std::optional<double> Value::asNumber() const {
    if (const auto* value = std::get_if<double>(&m_data)) {
        return *value;
    }
    if (const auto integer = asInteger()) {
        return static_cast<double>(*integer);
    }
    return std::nullopt;
}

std::optional<bool> Value::asBool() const {
    if (const auto* value = std::get_if<bool>(&m_data)) {
        return *value;
    }
    return std::nullopt;
}

const Array& Value::array() const& {
    static const Array none;
    const auto* shared = std::get_if<std::shared_ptr<const Array>>(&m_data);
    return shared == nullptr ? none : **shared;
}

const Dictionary& Value::dictionary() const& {
    static const Dictionary none;
    const auto* shared = std::get_if<std::shared_ptr<const Dictionary>>(&m_data);
    return shared == nullptr ? none : **shared;
}

QByteArray Value::toPdf() const {
    if (const auto flag = asBool()) {
        return *flag ? "true" : "false";
    }
    if (const auto integer = asInteger()) {
        return QByteArray::number(static_cast<qint64>(*integer));
    }
    if (const auto number = asNumber()) {
        return numberToPdf(*number);
    }
    if (const Name* name = asName()) {
        return nameToPdf(name->text);
    }
    if (const String* string = asString()) {
        return stringToPdf(*string);
    }
    if (const Reference* reference = asReference()) {
        return QByteArray::number(reference->number) + ' ' + QByteArray::number(reference->generation) + " R";
    }
    if (isArray()) {
        QByteArray written = "[";
        for (const Value& entry : array()) {
            written += (written.size() > 1 ? " " : "") + entry.toPdf();
        }
        return written + ']';
    }
    if (isDictionary()) {
        QByteArray written = "<<";
        for (auto entry = dictionary().constBegin(); entry != dictionary().constEnd(); ++entry) {
            written += nameToPdf(entry.key()) + ' ' + entry.value().toPdf() + ' ';
        }
        return written + ">>";
    }
    return "null";
}

bool operator==(const Value& one, const Value& other) {
    if (one.isArray() || other.isArray()) {
        return one.isArray() && other.isArray() && one.array() == other.array();
    }
    if (one.isDictionary() || other.isDictionary()) {
        return one.isDictionary() && other.isDictionary() && one.dictionary() == other.dictionary();
    }
    const auto number = one.asNumber();
    if (number && other.asNumber()) {
        return *number == *other.asNumber();
    }
    return one.m_data == other.m_data;
}

String textString(const QString& text) {
    const bool ascii = std::ranges::all_of(text, [](QChar c) { return c.unicode() >= 0x20 && c.unicode() < 0x7F; });
    if (ascii) {
        return {text.toLatin1(), false};
    }
    QStringEncoder encoder(QStringEncoder::Utf16BE);
    const QByteArray encoded = encoder.encode(text);
    return {QByteArray("\xFE\xFF", 2) + encoded, true};
}

QString textOf(const String& string) {
    if (string.bytes.startsWith("\xFE\xFF")) {
        QStringDecoder decoder(QStringDecoder::Utf16BE);
        return decoder.decode(string.bytes.mid(2));
    }
    if (string.bytes.startsWith("\xEF\xBB\xBF")) {
        return QString::fromUtf8(string.bytes.mid(3));
    }
    return QString::fromLatin1(string.bytes);
}

} // namespace docsig::pdf
