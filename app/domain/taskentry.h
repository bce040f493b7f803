// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentid.h"

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace app {

/// A task that the conclusion of a meeting gives (nhiệm vụ giao tại cuộc họp): what those have to know of it who were
/// not there. It stands where an incoming document has its packet, and is work like any other.
struct TaskEntry {
    QByteArray key{};  ///< 32 hex digits, drawn once: names the document (documentOfTask)
    MeetingId meeting; ///< whose conclusion gives it
    QString subject{}; ///< of the meeting
    QString by{};      ///< mailbox of the chair, who alone gives it
    QDateTime at{};    ///< UTC
    QString text{};    ///< what is to be done
    QDate due{};       ///< in Vietnam

    friend bool operator==(const TaskEntry&, const TaskEntry&) = default;
};

/// The key of its row in resources/kinds/application-kinds.tsv: it is no official document.
inline constexpr QStringView taskApplication = u"task";

/// The id of the document with that key; no other kind of document can have it.
[[nodiscard]] DocumentId documentOfTask(const QByteArray& key);

/// What is wrong with an entry: the name of the member that is missing, too long, or holds what it can't; empty where
/// nothing is.
[[nodiscard]] QString faultOf(const TaskEntry& entry);
/// As it is shown: no characters that can't be seen.
[[nodiscard]] TaskEntry tidied(const TaskEntry& entry);

[[nodiscard]] QJsonObject toJson(const TaskEntry& entry);
/// Nothing where it is none that could have been written.
[[nodiscard]] std::optional<TaskEntry> taskEntryFromJson(const QJsonObject& object);

} // namespace app
