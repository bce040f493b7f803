// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/documentquery.h"

#include "app/domain/keyedvalue.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

constexpr std::array orderKeys{"time"_L1, "due"_L1, "counterpart"_L1, "number"_L1, "urgency"_L1};

void setWord(QJsonObject& object, const QString& name, const QString& word) {
    if (!word.isEmpty()) {
        object[name] = word;
    }
}

void setFlag(QJsonObject& object, const QString& name, bool flag) {
    if (flag) {
        object[name] = true;
    }
}

/// Reads one member into `value`; false where it is there and means nothing.
template <typename Value, typename Read>
bool take(const QJsonObject& object, const QString& name, Value& value, Read read) {
    const QString word = object[name].toString();
    if (word.isEmpty()) {
        return true;
    }
    const auto known = read(word);
    if (!known) {
        return false;
    }
    value = *known;
    return true;
}

std::optional<QString> bookFromKey(const QString& key) {
    return isBookKey(key) ? std::optional(key) : std::nullopt;
}

std::optional<QDate> dayFrom(const QString& word) {
    const QDate day = QDate::fromString(word, Qt::ISODate);
    return day.isValid() ? std::optional(day) : std::nullopt;
}

} // namespace

QString listOrderKey(ListOrder order) {
    return orderKeys.at(static_cast<size_t>(order));
}

std::optional<ListOrder> listOrderFromKey(QStringView key) {
    return valueOf<ListOrder>(orderKeys, key);
}

QString queryText(const DocumentQuery& query) {
    QJsonObject object;
    setWord(object, u"words"_s, query.words);
    setWord(object, u"folder"_s, query.folder ? folderKey(*query.folder) : QString());
    if (query.incoming) {
        object[u"incoming"_s] = *query.incoming;
    }
    setWord(object, u"from"_s, query.from.toString(Qt::ISODate));
    setWord(object, u"to"_s, query.to.toString(Qt::ISODate));
    setWord(object, u"dueBy"_s, query.dueBy.toString(Qt::ISODate));
    setWord(object, u"sender"_s, query.sender.text());
    setWord(object, u"book"_s, query.book);
    setWord(object, u"kind"_s, query.kind ? factsOf(*query.kind).key : QString());
    setWord(object, u"state"_s, query.state ? stateKey(*query.state) : QString());
    setWord(object, u"person"_s, query.person);
    setFlag(object, u"unanswered"_s, query.unanswered);
    setFlag(object, u"urgent"_s, query.urgent);
    setFlag(object, u"application"_s, query.application);
    setFlag(object, u"trouble"_s, query.trouble);
    if (query.order != ListOrder::Time) {
        object[u"order"_s] = listOrderKey(query.order);
    }
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

std::optional<DocumentQuery> queryFromText(const QString& text) {
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    if (!document.isObject()) {
        return std::nullopt;
    }
    const QJsonObject object = document.object();
    DocumentQuery query{.words = object[u"words"_s].toString(),
                        .person = object[u"person"_s].toString(),
                        .unanswered = object[u"unanswered"_s].toBool(),
                        .urgent = object[u"urgent"_s].toBool(),
                        .application = object[u"application"_s].toBool(),
                        .trouble = object[u"trouble"_s].toBool()};
    if (object[u"incoming"_s].isBool()) {
        query.incoming = object[u"incoming"_s].toBool();
    }
    const bool good =
        take(object, u"folder"_s, query.folder, folderFromKey) && take(object, u"from"_s, query.from, dayFrom) &&
        take(object, u"to"_s, query.to, dayFrom) && take(object, u"dueBy"_s, query.dueBy, dayFrom) &&
        take(object, u"sender"_s, query.sender, [](const QString& code) { return OrganId::parse(code); }) &&
        take(object, u"book"_s, query.book, bookFromKey) && take(object, u"kind"_s, query.kind, kindFromKey) &&
        take(object, u"state"_s, query.state, stateFromKey) && take(object, u"order"_s, query.order, listOrderFromKey);
    return good ? std::optional(query) : std::nullopt;
}

} // namespace app
