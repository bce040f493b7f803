// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/envelope/elementorder.h"

#include <algorithm>

namespace exchange {

using namespace Qt::Literals::StringLiterals;

const QStringList& javaOrder() {
    static const QStringList names{u"From"_s,
                                   u"To"_s,
                                   u"DocumentId"_s,
                                   u"Code"_s,
                                   u"PromulgationInfo"_s,
                                   u"DocumentType"_s,
                                   u"Subject"_s,
                                   u"Content"_s,
                                   u"SignerInfo"_s,
                                   u"DueDate"_s,
                                   u"OtherInfo"_s,
                                   u"ResponseFor"_s,
                                   u"SteeringType"_s,
                                   u"ResponseForTask"_s,
                                   u"ApplicationType"_s,
                                   u"ToPlaces"_s};
    return names;
}

const QStringList& dotNetOrder() {
    static const QStringList names{
        u"From"_s,      u"To"_s,          u"Code"_s,         u"PromulgationInfo"_s, u"DocumentType"_s,
        u"Subject"_s,   u"Content"_s,     u"SignerInfo"_s,   u"DueDate"_s,          u"ToPlaces"_s,
        u"OtherInfo"_s, u"ResponseFor"_s, u"SteeringType"_s, u"ResponseForTask"_s,  u"ApplicationType"_s,
        u"DocumentId"_s};
    return names;
}

bool followsAnOrder(const XmlNode& messageHeader) {
    return std::ranges::any_of(QList{&javaOrder(), &dotNetOrder()}, [&](const QStringList* order) {
        qsizetype last = -1;
        for (const XmlNode& child : messageHeader.children) {
            const qsizetype place = order->indexOf(child.local());
            if (place >= 0 && place < last) {
                return false;
            }
            last = std::max(last, place);
        }
        return true;
    });
}

} // namespace exchange
