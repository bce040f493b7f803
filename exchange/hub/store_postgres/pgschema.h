// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace hub {

/// The steps of the schema on PostgreSQL, each SQL that brings it one version further. A step that was released is
/// never changed.
///
/// Every hot statement names one stream, one mailbox or one content: the keys begin with it, so that the tables can be
/// partitioned by it. There are no foreign keys: they would lock rows of one stream for another.
[[nodiscard]] const QList<QByteArray>& pgSchemaSteps();

} // namespace hub
