// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/envelope/writerprofile.h"

#include "exchange/envelope/resources.h"

#include <functional>

namespace exchange {

using namespace Qt::Literals::StringLiterals;

namespace {

QString typeKey(const QString& typeName) {
    return typeName.normalized(QString::NormalizationForm_C).simplified().toLower();
}

QMap<QString, int> documentTypeTable(const QString& table) {
    QMap<QString, int> types;
    for (const QStringList& row : builtInTable(u"edxml/%1.tsv"_s.arg(table))) {
        if (row.size() == 2) {
            types.insert(typeKey(row.at(0)), row.at(1).toInt());
        }
    }
    return types;
}

/// The value as one of two words; nothing for a third.
template <typename Value>
std::optional<Value> oneOf(const QString& value, QLatin1StringView first, Value ifFirst, QLatin1StringView second,
                           Value ifSecond) {
    return value == first ? std::optional(ifFirst) : value == second ? std::optional(ifSecond) : std::nullopt;
}

template <typename Value>
bool take(Value& target, const std::optional<Value>& value) {
    if (value) {
        target = *value;
    }
    return value.has_value();
}

bool takeNumber(const QString& value, const std::function<void(qint64)>& store) {
    bool isNumber = false;
    const qint64 number = value.toLongLong(&isNumber);
    if (isNumber && number >= 0) {
        store(number);
    }
    return isNumber && number >= 0;
}

/// Takes one row over; false where the setting or its value is unknown.
bool apply(WriterProfile& profile, const QString& setting, const QString& value) {
    static const QMap<QString, Steering> steering{{u"steering-none"_s, Steering::None},
                                                  {u"steering-directing"_s, Steering::Directing},
                                                  {u"steering-reporting"_s, Steering::Reporting}};
    if (setting == "order"_L1) {
        return take(profile.order, oneOf(value, "java"_L1, ElementOrder::Java, "dotnet"_L1, ElementOrder::DotNet));
    }
    if (setting == "zip"_L1) {
        return take(profile.zipAttachments, oneOf(value, "yes"_L1, true, "no"_L1, false));
    }
    if (setting == "types"_L1) {
        profile.documentTypes = documentTypeTable(value);
        return !profile.documentTypes.isEmpty();
    }
    if (setting == "default-type"_L1) {
        return takeNumber(value, [&](qint64 number) { profile.defaultDocumentType = int(number); });
    }
    if (setting == "largest-bytes"_L1) {
        return takeNumber(value, [&](qint64 number) { profile.largestBytes = number; });
    }
    return steering.contains(setting) && takeNumber(value, [&](qint64 number) {
               profile.steeringTypes.insert(steering.value(setting), int(number));
           });
}

} // namespace

std::optional<WriterProfile> WriterProfile::byName(const QString& name) {
    WriterProfile profile;
    profile.name = name;
    bool found = false;
    for (const QStringList& row : builtInTable(u"edxml/profiles.tsv"_s)) {
        if (row.value(0) != name) {
            continue;
        }
        found = true;
        if (row.size() != 3 || !apply(profile, row.at(1), row.at(2))) {
            return {};
        }
    }
    return found ? std::optional(profile) : std::nullopt;
}

QStringList WriterProfile::names() {
    QStringList names;
    for (const QStringList& row : builtInTable(u"edxml/profiles.tsv"_s)) {
        if (!names.contains(row.value(0))) {
            names.append(row.value(0));
        }
    }
    return names;
}

WriterProfile WriterProfile::axis() {
    return byName(u"axis"_s).value_or(WriterProfile());
}

WriterProfile WriterProfile::dotNet() {
    return byName(u"dotnet"_s).value_or(WriterProfile());
}

std::optional<int> WriterProfile::documentType(const QString& typeName) const {
    const auto found = documentTypes.find(typeKey(typeName));
    return found == documentTypes.end() ? defaultDocumentType : *found;
}

std::optional<int> WriterProfile::steeringType(Steering steering) const {
    const auto found = steeringTypes.find(steering);
    return found == steeringTypes.end() ? std::nullopt : std::optional(*found);
}

} // namespace exchange
