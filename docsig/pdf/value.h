// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>

#include <cstdint>
#include <memory>
#include <optional>
#include <variant>

namespace docsig::pdf {

/// An indirect reference (ISO 32000-1 §7.3.10).
struct Reference {
    int number = 0;
    int generation = 0;

    friend bool operator==(const Reference&, const Reference&) = default;
    friend auto operator<=>(const Reference&, const Reference&) = default;
};

struct Name {
    QByteArray text; ///< without the slash, escapes resolved
    friend bool operator==(const Name&, const Name&) = default;
};

/// A string's bytes; how it was written is kept for rewriting.
struct String {
    QByteArray bytes;
    bool hexadecimal = false;
    friend bool operator==(const String& one, const String& other) { return one.bytes == other.bytes; }
};

class Value;
using Array = QList<Value>;
using Dictionary = QMap<QByteArray, Value>;

/// One PDF value. Cheap to copy: arrays and dictionaries are shared and never changed in place.
class Value {
public:
    Value() = default;
    Value(bool value)
        : m_data(value) {}
    Value(int value)
        : m_data(static_cast<std::int64_t>(value)) {}
    Value(qint64 value)
        : m_data(static_cast<std::int64_t>(value)) {}
    Value(double value)
        : m_data(value) {}
    Value(Name value)
        : m_data(std::move(value)) {}
    Value(String value)
        : m_data(std::move(value)) {}
    Value(Reference value)
        : m_data(value) {}
    Value(Array value)
        : m_data(std::make_shared<const Array>(std::move(value))) {}
    Value(Dictionary value)
        : m_data(std::make_shared<const Dictionary>(std::move(value))) {}

    [[nodiscard]] static Value name(const char* text) { return Value(Name{QByteArray(text)}); }

    [[nodiscard]] bool isNull() const { return std::holds_alternative<std::monostate>(m_data); }
    [[nodiscard]] bool isName(const char* text) const;
    [[nodiscard]] const Name* asName() const& { return std::get_if<Name>(&m_data); }
    const Name* asName() const&& = delete; ///< would point into a value that is gone
    [[nodiscard]] const String* asString() const& { return std::get_if<String>(&m_data); }
    const String* asString() const&& = delete; ///< would point into a value that is gone
    [[nodiscard]] const Reference* asReference() const& { return std::get_if<Reference>(&m_data); }
    const Reference* asReference() const&& = delete; ///< would point into a value that is gone
    [[nodiscard]] std::optional<std::int64_t> asInteger() const;
    [[nodiscard]] std::optional<double> asNumber() const;
    [[nodiscard]] std::optional<bool> asBool() const;
    /// An empty one where the value is none; ask isArray() or isDictionary() where that matters.
    [[nodiscard]] const Array& array() const&;
    [[nodiscard]] Array array() const&& { return static_cast<const Value&>(*this).array(); }
    [[nodiscard]] const Dictionary& dictionary() const&;
    [[nodiscard]] Dictionary dictionary() const&& { return static_cast<const Value&>(*this).dictionary(); }
    [[nodiscard]] bool isArray() const { return std::holds_alternative<std::shared_ptr<const Array>>(m_data); }
    [[nodiscard]] bool isDictionary() const {
        return std::holds_alternative<std::shared_ptr<const Dictionary>>(m_data);
    }

    /// As it is written into a file.
    [[nodiscard]] QByteArray toPdf() const;

    friend bool operator==(const Value& one, const Value& other);

private:
    std::variant<std::monostate, bool, std::int64_t, double, Name, String, Reference, std::shared_ptr<const Array>,
                 std::shared_ptr<const Dictionary>>
        m_data;
};

/// A text string for a file: PDFDocEncoding where it is ASCII, else UTF-16BE with its mark (§7.9.2.2).
[[nodiscard]] String textString(const QString& text);
/// The text of a text string.
[[nodiscard]] QString textOf(const String& string);

} // namespace docsig::pdf
