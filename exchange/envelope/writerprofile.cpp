// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/envelope/writerprofile.h"

#include "exchange/envelope/resources.h"

namespace exchange {

using namespace Qt::Literals::StringLiterals;

namespace {

QString typeKey(const QString& typeName) {
    return typeName.normalized(QString::NormalizationForm_C).simplified().toLower();
}

QMap<Steering, int> steeringTable(QLatin1StringView server) {
    QMap<Steering, int> table;
    for (const QStringList& row : builtInTable(u"edxml/steeringtypes.tsv"_s)) {
        if (row.size() == 3 && row.at(0) == server) {
            const Steering steering = row.at(1) == "directing"_L1   ? Steering::Directing
                                      : row.at(1) == "reporting"_L1 ? Steering::Reporting
                                                                    : Steering::None;
            table.insert(steering, row.at(2).toInt());
        }
    }
    return table;
}

} // namespace

WriterProfile WriterProfile::axis() {
    WriterProfile profile;
    profile.order = ElementOrder::Java;
    profile.steeringTypes = steeringTable("axis"_L1);
    profile.defaultDocumentType = 1;
    return profile;
}

WriterProfile WriterProfile::dotNet() {
    WriterProfile profile;
    profile.order = ElementOrder::DotNet;
    profile.steeringTypes = steeringTable("dotnet"_L1);
    for (const QStringList& row : builtInTable(u"edxml/documenttypes.tsv"_s)) {
        if (row.size() == 2) {
            profile.documentTypes.insert(typeKey(row.at(0)), row.at(1).toInt());
        }
    }
    profile.defaultDocumentType = 18;
    return profile;
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
