// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/office/actfields.h"

#include <QRegularExpression>
#include <QUuid>

using namespace Qt::Literals::StringLiterals;

namespace app {

bool isActHash(const QString& value) {
    static const QRegularExpression form(u"\\A[0-9a-f]{64}\\z"_s);
    return form.match(value).hasMatch();
}

QString ActFields::needed(QLatin1StringView name) {
    QString value = text(name);
    if (value.trimmed().isEmpty()) {
        note(name);
    }
    return value;
}

QString ActFields::uuid(QLatin1StringView name) {
    const QUuid value = QUuid::fromString(text(name));
    if (value.isNull()) {
        note(name);
    }
    return value.toString(QUuid::WithoutBraces);
}

QByteArray ActFields::hash(QLatin1StringView name, bool isNeeded) {
    const QString value = text(name);
    if (!isActHash(value)) {
        if (isNeeded || !value.isEmpty()) {
            note(name);
        }
        return {};
    }
    return value.toLatin1();
}

QDate ActFields::date(QLatin1StringView name, bool isNeeded) {
    const QString value = text(name);
    const QDate day = QDate::fromString(value, Qt::ISODate);
    if (!day.isValid() && (isNeeded || !value.isEmpty())) {
        note(name);
    }
    return day;
}

int ActFields::number(QLatin1StringView name, int least) {
    bool isNumber = false;
    const int value = text(name).toInt(&isNumber);
    if (!isNumber || value < least) {
        note(name);
    }
    return value;
}

OrganId ActFields::organ(QLatin1StringView name) {
    const std::optional<OrganId> id = OrganId::parse(text(name));
    if (!id) {
        note(name);
    }
    return id.value_or(OrganId());
}

QList<OrganRef> ActFields::receivers() {
    QList<OrganRef> found;
    for (const ActElement* element : m_act.all("receiver"_L1)) {
        const std::optional<OrganId> organId = OrganId::parse(element->attributes.value(u"organId"_s));
        if (!organId) {
            note("receiver"_L1);
            continue;
        }
        found.append({.id = *organId, .name = element->text});
    }
    return found;
}

DocumentId ActFields::document() {
    return id<DocumentId>("document"_L1);
}

std::optional<DocumentId> ActFields::optionalDocument(QLatin1StringView name) {
    return text(name).isEmpty() ? std::nullopt : std::optional(id<DocumentId>(name));
}

void ActFields::note(QLatin1StringView name) {
    if (m_fault.isEmpty()) {
        m_fault = name;
    }
}

} // namespace app
