// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/paperentry.h"

#include "app/domain/plaintext.h"

#include <QRegularExpression>
#include <QUuid>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

QString paperDay(const QDate& day) {
    return day.toString(u"dd/MM/yyyy"_s);
}

QString paperWords(const QString& text) {
    constexpr qsizetype enough = 120;
    return text.isEmpty() ? u"–"_s : text.left(enough);
}

QDate paperDayFrom(const QJsonValue& value) {
    return QDate::fromString(value.toString(), Qt::ISODate);
}

bool isPaperHash(const QByteArray& text) {
    static const QRegularExpression form(u"\\A[0-9a-f]{64}\\z"_s);
    return form.match(QString::fromLatin1(text)).hasMatch();
}

} // namespace

QByteArray newPaperKey() {
    return QUuid::createUuid().toRfc4122().toHex();
}

bool isPaperKey(const QByteArray& key) {
    static const QRegularExpression form(u"\\A[0-9a-f]{32}\\z"_s);
    return form.match(QString::fromLatin1(key)).hasMatch();
}

DocumentId documentOfPaper(const QByteArray& key) {
    return DocumentId::ofName("paper/" + key);
}

QString faultOf(const PaperEntry& entry) {
    const std::pair<const char*, bool> faults[] = {
        {"key", !isPaperKey(entry.key)},
        {"sender", entry.sender.name.isEmpty() || entry.sender.name.size() > longestPaperName},
        {"number", entry.number.size() > longestPaperName},
        {"notation", entry.notation.size() > longestPaperName},
        {"kind", factsOf(entry.kind).key.isEmpty()},
        {"subject", entry.subject.isEmpty() || entry.subject.size() > longestPaperText},
        {"signer", entry.signer.size() > longestPaperName},
        {"pages", entry.pages < 0 || entry.pages > mostPaperPages},
        {"note", entry.note.size() > longestPaperText},
        {"scan", !entry.scanSha256.isEmpty() && !isPaperHash(entry.scanSha256)},
        {"scanName", entry.scanName.size() > longestPaperName},
        {"envelopeFor", entry.envelopeFor.size() > longestPaperName}};
    for (const auto& [name, isFault] : faults) {
        if (isFault) {
            return QString::fromLatin1(name);
        }
    }
    return {};
}

PaperEntry tidied(const PaperEntry& entry) {
    PaperEntry tidy = entry;
    for (QString* text :
         {&tidy.sender.name, &tidy.number, &tidy.notation, &tidy.subject, &tidy.signer, &tidy.note, &tidy.scanName}) {
        *text = visibleText(*text);
    }
    return tidy;
}

QString paperNumber(const PaperEntry& entry) {
    if (entry.number.isEmpty() || entry.notation.isEmpty()) {
        return entry.number + entry.notation;
    }
    return entry.number + u'/' + entry.notation;
}

QStringList paperChanges(const PaperEntry& before, const PaperEntry& now) {
    QStringList changes;
    const auto add = [&](const QString& was, const QString& is) {
        if (was != is) {
            changes.append(paperWords(was) + u" → "_s + paperWords(is));
        }
    };
    add(before.sender.name, now.sender.name);
    add(before.sender.id.text(), now.sender.id.text());
    add(paperNumber(before), paperNumber(now));
    add(paperDay(before.date), paperDay(now.date));
    add(factsOf(before.kind).name, factsOf(now.kind).name);
    add(before.subject, now.subject);
    add(urgencyKey(before.urgency), urgencyKey(now.urgency));
    add(paperDay(before.dueDate), paperDay(now.dueDate));
    add(before.signer, now.signer);
    add(QString::number(before.pages), QString::number(now.pages));
    add(before.note, now.note);
    add(before.envelopeFor, now.envelopeFor);
    if (before.scanSha256 != now.scanSha256) {
        changes.append(paperWords(before.scanName) + u" → "_s + paperWords(now.scanName));
    }
    return changes;
}

QJsonObject toJson(const PaperEntry& entry) {
    return {{u"key"_s, QString::fromLatin1(entry.key)},
            {u"senderId"_s, entry.sender.id.text()},
            {u"sender"_s, entry.sender.name},
            {u"number"_s, entry.number},
            {u"notation"_s, entry.notation},
            {u"date"_s, entry.date.toString(Qt::ISODate)},
            {u"kind"_s, factsOf(entry.kind).key},
            {u"subject"_s, entry.subject},
            {u"urgency"_s, urgencyKey(entry.urgency)},
            {u"dueDate"_s, entry.dueDate.toString(Qt::ISODate)},
            {u"signer"_s, entry.signer},
            {u"pages"_s, entry.pages},
            {u"note"_s, entry.note},
            {u"scan"_s, QString::fromLatin1(entry.scanSha256)},
            {u"scanName"_s, entry.scanName},
            {u"envelopeFor"_s, entry.envelopeFor}};
}

std::optional<PaperEntry> paperEntryFromJson(const QJsonObject& object) {
    const auto kind = kindFromKey(object[u"kind"_s].toString());
    const auto urgency = urgencyFromKey(object[u"urgency"_s].toString());
    PaperEntry entry{.key = object[u"key"_s].toString().toLatin1(),
                     .sender = {.id = OrganId::parse(object[u"senderId"_s].toString()).value_or(OrganId()),
                                .name = object[u"sender"_s].toString()},
                     .number = object[u"number"_s].toString(),
                     .notation = object[u"notation"_s].toString(),
                     .date = paperDayFrom(object[u"date"_s]),
                     .kind = kind.value_or(DocumentKind::Imported),
                     .subject = object[u"subject"_s].toString(),
                     .urgency = urgency.value_or(Urgency::Normal),
                     .dueDate = paperDayFrom(object[u"dueDate"_s]),
                     .signer = object[u"signer"_s].toString(),
                     .pages = object[u"pages"_s].toInt(),
                     .note = object[u"note"_s].toString(),
                     .scanSha256 = object[u"scan"_s].toString().toLatin1(),
                     .scanName = object[u"scanName"_s].toString(),
                     .envelopeFor = object[u"envelopeFor"_s].toString()};
    const bool isReadable = kind && urgency && faultOf(entry).isEmpty();
    return isReadable ? std::optional(std::move(entry)) : std::nullopt;
}

} // namespace app
