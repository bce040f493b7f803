// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/organid.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace app {

std::optional<OrganId> OrganId::parse(QStringView text) {
    static const QRegularExpression form(u"\\A[0-9A-Z]{1,6}(\\.[0-9A-Z]{1,6}){0,6}\\z"_s);
    if (!form.match(text).hasMatch()) {
        return std::nullopt;
    }
    return OrganId(text.toString());
}

bool isTestUnit(const OrganId& id) {
    return id.text().split(u'.').contains("W00"_L1);
}

} // namespace app
