// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/envelope/fields.h"
#include "exchange/envelope/xmlnode.h"
#include "exchange/protocol/error.h"

#include <optional>

namespace exchange {

/// Makes the tree of a packet, strictly: every text in NFC and trimmed, no control characters, no longer than its
/// limit, required ones there, dates and numbers in the form of the standard. The first fault is kept; what follows it
/// is of no account.
class GroupWriter {
public:
    explicit GroupWriter(const QList<UnknownElement>& unknown)
        : m_unknown(unknown) {}

    /// Adds an element to `parent` and makes it; `make` gets the new node and its path. An element that stays empty is
    /// left out unless it is `kept` or something unknown belongs inside.
    template <typename Make>
    void group(XmlNode& parent, const QString& parentPath, const QString& name, bool kept, const Make& make,
               int index = 0) {
        XmlNode node;
        node.name = name;
        const QString path = pathOf(parentPath, name, index);
        make(node, path);
        appendUnknown(node, path);
        if (kept || !node.children.empty()) {
            parent.children.push_back(std::move(node));
        }
    }

    /// Adds the text elements of a table.
    template <typename Group, size_t Count>
    void table(XmlNode& parent, const QString& path, const Group& values,
               const std::array<TextField<Group>, Count>& fields) {
        for (const TextField<Group>& field : fields) {
            this->field(parent, path, values, field);
        }
    }
    template <typename Group>
    void field(XmlNode& parent, const QString& path, const Group& values, const TextField<Group>& field) {
        const QString name = field.name;
        std::visit(
            [&](auto member) {
                leaf(parent, path, name, form(values.*member, path, name), field.limit, field.required);
            },
            field.member);
    }

    /// A list of texts under one name.
    void texts(XmlNode& parent, const QString& path, const QString& name, const QStringList& list, qsizetype limit);
    void leaf(XmlNode& parent, const QString& path, const QString& name, const QString& text, qsizetype limit,
              bool required, int index = 0);
    /// Attribute values go through the same sieve.
    [[nodiscard]] QString clean(const QString& text, const QString& path);
    /// What is unknown inside the element goes to its end.
    void appendUnknown(XmlNode& node, const QString& path);

    void refuse(std::unexpected<Error> failure);
    /// The first fault; also when something unknown found no place.
    [[nodiscard]] Result<void> result() const;

private:
    [[nodiscard]] static QString pathOf(const QString& parent, const QString& name, int index);
    [[nodiscard]] QString form(const QString& text, const QString&, const QString&) { return text; }
    [[nodiscard]] QString form(const DateText& date, const QString& path, const QString& name);
    [[nodiscard]] QString form(const TimeText& time, const QString& path, const QString& name);
    [[nodiscard]] QString form(const NumberText& number, const QString& path, const QString& name);

    const QList<UnknownElement>& m_unknown;
    qsizetype m_placed = 0; ///< unknown elements that found their parent
    std::optional<Error> m_failure;
};

} // namespace exchange
