// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/envelope/fields.h"
#include "exchange/envelope/xmlnode.h"

#include <QMap>
#include <QSet>

#include <functional>
#include <utility>

namespace exchange {

/// What reading a packet gathers beside its values.
struct ReadNotes {
    QList<Finding> findings;
    QList<UnknownElement> unknown;
    QSet<QString> undeclared; ///< prefixes told already
};

/// One element with what is known about where it stands.
struct ElementAt {
    const XmlNode& node;
    QString path; ///< below the root, "edXMLEnvelope/edXMLHeader"
    NamespaceScope outer;

    [[nodiscard]] QString childPath(const QString& name) const { return path.isEmpty() ? name : path + u'/' + name; }
};

/// Reads the children of one element by their local names, in any order. What no rule takes, and the second where one
/// is allowed, is kept as unknown and told. Rules refer to the values they fill: a reader lives shorter than they do.
class GroupReader {
public:
    GroupReader(const ElementAt& at, ReadNotes& notes);

    /// The element may stand once.
    void one(QLatin1StringView name, std::function<void(const ElementAt&)> take);
    /// It may stand several times; `take` says whether it counts (empty ones don't).
    void many(QLatin1StringView name, std::function<bool(const ElementAt&)> take);
    /// A list of texts; empty ones are left out.
    void texts(QLatin1StringView name, QStringList& list, qsizetype limit);
    /// The text elements of a table.
    template <typename Group, size_t Count>
    void table(Group& group, const std::array<TextField<Group>, Count>& fields) {
        for (const TextField<Group>& field : fields) {
            if (field.required) {
                m_required.append(field.name);
            }
            one(field.name, [this, &group, field](const ElementAt& at) {
                std::visit([&](auto member) { take(group.*member, leaf(at, field.limit), at.path); }, field.member);
                if (rawText(group, field).isEmpty()) {
                    m_empty.insert(field.name);
                }
            });
        }
    }
    void require(QLatin1StringView name) { m_required.append(name); }
    /// Attributes that are looked at elsewhere.
    void knowAttributes(const QStringList& localNames) { m_attributes = localNames; }
    /// Goes through the children.
    void run();

private:
    struct Rule {
        bool repeatable = false;
        std::function<bool(const ElementAt&)> take;
    };

    [[nodiscard]] QString leaf(const ElementAt& at, qsizetype limit);
    void take(QString& target, const QString& text, const QString& path);
    void take(DateText& target, const QString& text, const QString& path);
    void take(TimeText& target, const QString& text, const QString& path);
    void take(NumberText& target, const QString& text, const QString& path);

    const ElementAt& m_at;
    ReadNotes& m_notes;
    QMap<QString, Rule> m_rules;
    QStringList m_required;
    QStringList m_attributes;
    QSet<QString> m_empty;
};

/// Keeps an element that nothing here understands, and tells it (a Signature is told in its own words).
void keepUnknown(const XmlNode& node, const ElementAt& parent, ReadNotes& notes);

/// Tells prefixes that were never declared, and attributes that nobody looks at.
void lookAtNames(const ElementAt& at, const QStringList& knownAttributes, ReadNotes& notes);

} // namespace exchange
