// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentid.h"
#include "app/domain/office/acttree.h"
#include "app/domain/office/officeact.h"

#include <QDate>
#include <QList>
#include <QString>

#include <optional>

namespace app {

/// 64 lower-case hexadecimal digits.
[[nodiscard]] bool isActHash(const QString& value);

/// Reads the fields of an act; remembers the first one that is missing or is no value of its type.
class ActFields {
public:
    explicit ActFields(const ActElement& act)
        : m_act(act) {}

    [[nodiscard]] const QString& fault() const { return m_fault; }

    [[nodiscard]] const ActElement& element() const { return m_act; }
    [[nodiscard]] QString text(QLatin1StringView name) const { return m_act.childText(name); }
    QString needed(QLatin1StringView name);
    QString uuid(QLatin1StringView name);
    QByteArray hash(QLatin1StringView name, bool isNeeded = true);
    QDate date(QLatin1StringView name, bool isNeeded);
    int number(QLatin1StringView name, int least);
    OrganId organ(QLatin1StringView name);
    QList<OrganRef> receivers();

    template <typename Id>
    Id id(QLatin1StringView name) {
        const std::optional<Id> value = Id::parse(text(name));
        if (!value) {
            note(name);
        }
        // The fault makes the whole act malformed; what stands here is never seen.
        return value.value_or(Id::ofName("malformed"));
    }
    DocumentId document();
    std::optional<DocumentId> optionalDocument(QLatin1StringView name);

    /// A word of a closed list.
    template <typename Value>
    Value keyed(QLatin1StringView name, std::optional<Value> (*from)(QStringView)) {
        const std::optional<Value> value = from(text(name));
        if (!value) {
            note(name);
        }
        return value.value_or(Value());
    }

    void note(QLatin1StringView name);

protected:
    /// For readers of parts of an act that have files of their own.
    QString m_fault;

private:
    const ActElement& m_act;
};

} // namespace app
