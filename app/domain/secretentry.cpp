// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/secretentry.h"

#include "app/domain/plaintext.h"

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

QDate secretDayFrom(const QJsonObject& object, const QString& name) {
    return QDate::fromString(object[name].toString(), Qt::ISODate);
}

} // namespace

QString secretDirectionKey(SecretDirection direction) {
    return direction == SecretDirection::Incoming ? u"incoming"_s : u"outgoing"_s;
}

std::optional<SecretDirection> secretDirectionFromKey(QStringView key) {
    if (key == "incoming"_L1) {
        return SecretDirection::Incoming;
    }
    return key == "outgoing"_L1 ? std::optional(SecretDirection::Outgoing) : std::nullopt;
}

QString secretRefKey(const SecretRef& ref) {
    return u"%1/%2/%3"_s.arg(secretDirectionKey(ref.direction)).arg(ref.year).arg(ref.number);
}

std::optional<SecretRef> secretRefFromKey(QStringView key) {
    const QList<QStringView> parts = key.split(u'/');
    const auto direction = parts.size() == 3 ? secretDirectionFromKey(parts.at(0)) : std::nullopt;
    if (!direction) {
        return std::nullopt;
    }
    const SecretRef ref{
        .direction = *direction, .year = parts.at(1).toString().toInt(), .number = parts.at(2).toString().toInt()};
    const bool isOne = ref.year >= 1900 && ref.year <= 9999 && ref.number >= 1;
    return isOne ? std::optional(ref) : std::nullopt;
}

QString faultOf(const SecretEntry& entry) {
    const std::pair<const char*, bool> faults[] = {
        {"degree", entry.degree == Secrecy::None},
        {"date", !entry.date.isValid() || entry.date.year() < 1900 || entry.date.year() > 9999},
        {"counterpart", entry.counterpart.isEmpty() || entry.counterpart.size() > longestSecretName},
        {"documentNumber", entry.documentNumber.size() > longestSecretName},
        {"documentDate", entry.documentDate.isValid() && entry.documentDate > entry.date},
        {"kind", factsOf(entry.kind).key.isEmpty()},
        {"subject", entry.subject.size() > longestSecretText},
        {"copies", entry.copies < 1 || entry.copies > mostSecretCopies},
        {"keeper", entry.keeper.size() > longestSecretName},
        {"receiver", entry.receiver.size() > longestSecretName},
        {"remark", entry.remark.size() > longestSecretText}};
    for (const auto& [name, isFault] : faults) {
        if (isFault) {
            return QString::fromLatin1(name);
        }
    }
    return {};
}

SecretEntry tidied(const SecretEntry& entry) {
    SecretEntry tidy = entry;
    for (SecretText* text :
         {&tidy.counterpart, &tidy.documentNumber, &tidy.subject, &tidy.keeper, &tidy.receiver, &tidy.remark}) {
        *text = visibleText(text->text());
    }
    return tidy;
}

QJsonObject toJson(const SecretEntry& entry) {
    return {{u"degree"_s, secrecyKey(entry.degree)},
            {u"date"_s, entry.date.toString(Qt::ISODate)},
            {u"counterpart"_s, entry.counterpart.text()},
            {u"documentNumber"_s, entry.documentNumber.text()},
            {u"documentDate"_s, entry.documentDate.toString(Qt::ISODate)},
            {u"kind"_s, factsOf(entry.kind).key},
            {u"subject"_s, entry.subject.text()},
            {u"copies"_s, entry.copies},
            {u"keeper"_s, entry.keeper.text()},
            {u"receiver"_s, entry.receiver.text()},
            {u"dueDate"_s, entry.dueDate.toString(Qt::ISODate)},
            {u"remark"_s, entry.remark.text()}};
}

std::optional<SecretEntry> secretEntryFromJson(const QJsonObject& object) {
    const auto degree = secrecyFromKey(object[u"degree"_s].toString());
    const auto kind = kindFromKey(object[u"kind"_s].toString());
    const SecretEntry entry{.degree = degree.value_or(Secrecy::None),
                            .date = secretDayFrom(object, u"date"_s),
                            .counterpart = object[u"counterpart"_s].toString(),
                            .documentNumber = object[u"documentNumber"_s].toString(),
                            .documentDate = secretDayFrom(object, u"documentDate"_s),
                            .kind = kind.value_or(DocumentKind::Imported),
                            .subject = object[u"subject"_s].toString(),
                            .copies = object[u"copies"_s].toInt(),
                            .keeper = object[u"keeper"_s].toString(),
                            .receiver = object[u"receiver"_s].toString(),
                            .dueDate = secretDayFrom(object, u"dueDate"_s),
                            .remark = object[u"remark"_s].toString()};
    return kind && faultOf(entry).isEmpty() ? std::optional(entry) : std::nullopt;
}

} // namespace app
