// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>
#include <QStringView>

namespace app {

/// A kind of what travels on the axis beside official documents, a row of resources/kinds/application-kinds.tsv: key,
/// values of ApplicationType (in lower case, separated by semicolons; "*": any other), a form of DocumentId by which it
/// is known where the packet names no type and no number ("-": none), names, icon. What senders write there is a matter
/// of agreement between them: the table is to be changed, not this code. A value in capitals is none that a packet can
/// name: what is so, the office made itself.
struct ApplicationKind {
    QString key{}; ///< stable word: "one-stop"; also the series of its book
    QStringList types{};
    QString identifierForm{}; ///< regular expression of the whole identifier; empty: none
    QString name{};           ///< "Hồ sơ một cửa"
    QString english{};
    QString icon{}; ///< of resources/icons

    friend bool operator==(const ApplicationKind&, const ApplicationKind&) = default;
};

/// All but the row of official documents, in the order of the table.
[[nodiscard]] const QList<ApplicationKind>& applicationKinds();

/// The key of the kind that a packet is of; empty: an official document. `type`: ApplicationType as written.
[[nodiscard]] QString applicationKindOf(const QString& type, const QString& identifier, const QString& number);

/// Null for a key that is none, and so for an official document.
[[nodiscard]] const ApplicationKind* applicationKind(QStringView key);

} // namespace app
