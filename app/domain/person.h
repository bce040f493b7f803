// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/organid.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace app {

/// What a person does in the flow of documents: chuyên viên, lãnh đạo, văn thư, lưu trữ.
enum class Role { Officer, Leader, Clerk, Archivist };

/// "officer", "leader", "clerk", "archivist": as files and the hub write it.
[[nodiscard]] QString roleKey(Role role);
[[nodiscard]] std::optional<Role> roleFromKey(QStringView key);

/// One person in one office. The mailbox is "<OrganId>/<login>".
struct Person {
    OrganId organ{};
    QString login{};
    QString name{};
    Role role = Role::Officer;
    QString title{};    ///< as printed above the signature: "GIÁM ĐỐC"
    QString unit{};     ///< id of the unit, may be empty
    QString unitName{}; ///< what the office calls it (acts::UnitNamed); empty: by its id. Read from the store alone
    QStringList standsFor{}; ///< mailboxes of those for whom they stand in now (Delegation); in no directory

    [[nodiscard]] QString mailbox() const { return organ.text() + QLatin1Char('/') + login; }

    friend bool operator==(const Person&, const Person&) = default;
};

} // namespace app
