// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/secretinput.h"

#include <QFile>
#include <QJsonDocument>

#include <cstdio>
#include <map>

using namespace Qt::Literals::StringLiterals;

namespace app::cli {

namespace {

constexpr qint64 largestSecretInput = 64LL << 10;

const std::map<QString, SecretText SecretEntry::*> secretTexts{
    {u"counterpart"_s, &SecretEntry::counterpart}, {u"documentNumber"_s, &SecretEntry::documentNumber},
    {u"subject"_s, &SecretEntry::subject},         {u"keeper"_s, &SecretEntry::keeper},
    {u"receiver"_s, &SecretEntry::receiver},       {u"remark"_s, &SecretEntry::remark}};
const std::map<QString, QDate SecretEntry::*> secretDays{{u"date"_s, &SecretEntry::date},
                                                         {u"documentDate"_s, &SecretEntry::documentDate},
                                                         {u"dueDate"_s, &SecretEntry::dueDate}};

/// Null stands for an empty text.
std::optional<QString> secretWords(const QJsonValue& value) {
    return value.isString() || value.isNull() ? std::optional(value.toString()) : std::nullopt;
}

bool takeDay(const QJsonValue& value, QDate& day) {
    const auto words = secretWords(value);
    day = words ? QDate::fromString(*words, Qt::ISODate) : QDate();
    return words && (words->isEmpty() || day.isValid());
}

bool takeChoice(const QString& name, const QJsonValue& value, SecretEntry& entry) {
    if (name == "copies"_L1) {
        entry.copies = value.toInt(0); // 0 is refused by the book
        return value.isDouble();
    }
    if (name == "degree"_L1) {
        const auto degree = secrecyFromKey(value.toString());
        entry.degree = degree.value_or(entry.degree);
        return degree.has_value();
    }
    const auto kind = name == "kind"_L1 ? kindFromKey(value.toString()) : std::nullopt;
    entry.kind = kind.value_or(entry.kind);
    return kind.has_value();
}

bool takeField(const QString& name, const QJsonValue& value, SecretEntry& entry) {
    if (const auto day = secretDays.find(name); day != secretDays.end()) {
        return takeDay(value, entry.*day->second);
    }
    const auto text = secretTexts.find(name);
    if (text == secretTexts.end()) {
        return takeChoice(name, value, entry);
    }
    const auto words = secretWords(value);
    entry.*text->second = words.value_or(QString());
    return words.has_value();
}

} // namespace

QList<Option> refusedSecretOptions() {
    QList<Option> options{{.name = u"withheld"_s, .isHidden = true}};
    for (const char* name : {"secrecy", "office", "number", "issued", "kind", "subject", "copies", "keeper", "receiver",
                             "due", "remark", "date", "reason"}) {
        options.append({.name = QString::fromLatin1(name), .value = u"TEXT"_s, .isHidden = true});
    }
    return options;
}

Result<void> checkSecretArguments(const Arguments& arguments, qsizetype place) {
    QString said;
    for (const Option& option : refusedSecretOptions()) {
        said = arguments.has(option.name) ? u"--"_s + option.name : said;
    }
    const bool isPlain = arguments.positional.size() == place + 1 && arguments.positional.at(place) == "-"_L1;
    return said.isEmpty() && isPlain ? Result<void>() : fail("secret-on-command-line", said);
}

Result<QJsonObject> readSecretInput() {
    QFile input;
    SecretBytes bytes = input.open(stdin, QIODevice::ReadOnly | QIODevice::Unbuffered)
                            ? input.read(largestSecretInput + 1)
                            : QByteArray();
    const QJsonDocument document =
        bytes.size() <= largestSecretInput ? QJsonDocument::fromJson(bytes.text()) : QJsonDocument();
    return document.isObject() ? Result<QJsonObject>(document.object()) : fail("secret-input-unreadable");
}

Result<SecretEntry> withSecretFields(SecretEntry entry, const QJsonObject& fields) {
    for (auto field = fields.constBegin(); field != fields.constEnd(); ++field) {
        if (field.key() != "reason"_L1 && !takeField(field.key(), field.value(), entry)) {
            return fail("secret-input-wrong", field.key().left(40));
        }
    }
    return entry;
}

} // namespace app::cli
