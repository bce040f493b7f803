// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentview.h"
#include "app/domain/folder.h"
#include "app/domain/organid.h"
#include "app/domain/streams.h"

#include <QDate>
#include <QList>
#include <QString>

#include <optional>

namespace app {

/// What the rows of a list are ordered by; what is equal there comes newest first.
enum class ListOrder {
    Time,        ///< newest first
    DueDate,     ///< what is due first; what has no date last
    Counterpart, ///< by the name of the other office, without diacritics
    Number,      ///< số đến, or the own number: the highest of the newest year first
    Urgency,     ///< the most urgent first
};
/// "time", "due", "counterpart", "number", "urgency".
[[nodiscard]] QString listOrderKey(ListOrder order);
[[nodiscard]] std::optional<ListOrder> listOrderFromKey(QStringView key);

/// Where a page of a list ended. The next one goes on there whatever was added or taken out in between.
struct ListPlace {
    QString value{}; ///< of the column that orders
    QString time{};
    qint64 row = 0;
    qint64 textKey = 0;

    friend bool operator==(const ListPlace&, const ListPlace&) = default;
};

/// Which documents, in which order: a list of the window, a search, or a search that was saved.
struct DocumentQuery {
    QString words{};                ///< each one a beginning of a word in number, subject, other office or text
    std::optional<Folder> folder{}; ///< nothing: all but drafts
    std::optional<bool> incoming{};
    QDate from{}; ///< days in Vietnam of the document's time, both inclusive; invalid: no limit
    QDate to{};
    QDate dueBy{};    ///< what is being worked on and due on that day or before; invalid: no limit
    OrganId sender{}; ///< who issued it; empty: anybody
    QString book{};   ///< has a line in this book of the office (bookKey()); empty: in any, or in none
    std::optional<DocumentKind> kind{};
    std::optional<DocumentState> state{};
    QString person{};        ///< mailbox of somebody who did something with it; empty: anybody
    bool unanswered = false; ///< came in and is neither answered nor ended
    bool urgent = false;
    bool application = false; ///< of a kind beside official documents (ApplicationKind)
    bool trouble = false;     ///< can't be read, was given back, or its signatures are not simply valid
    ListOrder order = ListOrder::Time;

    [[nodiscard]] bool isEmpty() const { return *this == DocumentQuery{.order = order}; }
    friend bool operator==(const DocumentQuery&, const DocumentQuery&) = default;
};

/// A part of a list.
struct DocumentPage {
    QList<DocumentSummary> rows{};
    std::optional<ListPlace> next{}; ///< nothing: this was the end

    friend bool operator==(const DocumentPage&, const DocumentPage&) = default;
};

/// How many documents a query has; each number ends at mostCounted + 1, which means more. Of what has the words of a
/// search the newest mostCounted + 1 are looked at: where there are more, `urgent` and `trouble` are among these.
struct QueryCounts {
    int all = 0;
    int urgent = 0;
    int trouble = 0;
    int application = 0;
    bool isMore = false; ///< of all of them there may be more than were looked at

    friend bool operator==(const QueryCounts&, const QueryCounts&) = default;
};
/// Nobody reads a greater number, and counting would cost more with every year of the archive.
inline constexpr int mostCounted = 10'000;

/// What a search offers to choose from, as this store has it.
struct SearchChoices {
    /// An office that issued something here, by the name that its newest document has.
    struct Sender {
        OrganId id{};
        QString name{};

        friend bool operator==(const Sender&, const Sender&) = default;
    };
    QList<Sender> senders{}; ///< by name; the own office is none
    QList<BookName> books{}; ///< the newest year first

    static constexpr int mostSenders = 2'000;
    friend bool operator==(const SearchChoices&, const SearchChoices&) = default;
};

/// The same query without its place in time, as JSON text for a saved search; only what is set.
[[nodiscard]] QString queryText(const DocumentQuery& query);
/// Nothing where the text is none, or names what this version does not know.
[[nodiscard]] std::optional<DocumentQuery> queryFromText(const QString& text);

} // namespace app
