// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentid.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace app {

class Transaction;

/// Where a document stands in the index of words: its place, and the words of its columns without its body.
struct TextPlace {
    qint64 key = 0;
    QString words{};

    friend bool operator==(const TextPlace&, const TextPlace&) = default;
};

/// The words that are searched of a document's columns.
[[nodiscard]] QString columnWords(const QString& number, const QString& subject, const QString& counterpart);

/// A free place in the index for a document of that time. Places grow with time, 64 for a second, so that an index read
/// backwards tells newest first and the distances between places stay short; where a second is full, one shortly after.
[[nodiscard]] qint64 freeTextKey(Transaction& transaction, const DocumentId& id, const QDateTime& time);
/// The first place of that moment, for limits.
[[nodiscard]] qint64 firstTextKey(const QDateTime& time);

/// Puts the document with its body where `now` says, and takes it from where it was. The index keeps no words of its
/// own: what is taken out must be what was put in.
void moveText(Transaction& transaction, const DocumentId& id, const std::optional<TextPlace>& before,
              const std::optional<TextPlace>& now);

/// The body of a document as it is searched and shown; empty where there is none.
[[nodiscard]] QString bodyText(Transaction& transaction, const DocumentId& id);
/// As it is stored.
[[nodiscard]] QByteArray packedBody(const QString& text);
[[nodiscard]] QString unpackedBody(const QByteArray& bytes);

/// The document's files are to be read for the search, unless they were already. `source` names them.
void planText(Transaction& transaction, const DocumentId& id, const QString& source);

} // namespace app
