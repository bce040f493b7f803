// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/draftfile.h"

#include "app/domain/draftjson.h"

#include <QFile>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace app::cli {

namespace {

constexpr qint64 largestDraftFile = 4 << 20;

Result<OrganRef> receiverNamed(const QString& text, QueryDirectory& directory) {
    const auto id = OrganId::parse(text);
    const auto agency = id ? directory.agency(*id) : Result<std::optional<Agency>>(std::nullopt);
    if (!agency) {
        return std::unexpected(agency.error());
    }
    if (!*agency) {
        return fail("receiver-unknown", text);
    }
    return OrganRef{(*agency)->id, (*agency)->name};
}

Article articleFrom(const QString& text) {
    QStringList parts = text.split(u'|');
    Article article;
    article.title = parts.takeFirst().trimmed();
    for (const QString& part : parts) {
        article.paragraphs << part.trimmed();
    }
    return article;
}

void replaceWhereNamed(QStringList& list, const Arguments& arguments, const QString& option) {
    if (arguments.has(option)) {
        list = arguments.values(option);
    }
}

} // namespace

Result<Draft> readDraftFile(const QString& path, const Draft& draft) {
    QFile file(path);
    QJsonObject fields;
    if (file.open(QIODevice::ReadOnly) && file.size() <= largestDraftFile) {
        fields = QJsonDocument::fromJson(file.readAll()).object();
    }
    QJsonObject merged = toJson(draft);
    const QJsonValue id = merged.value(u"id"_s);
    for (auto field = fields.constBegin(); field != fields.constEnd(); ++field) {
        merged.insert(field.key(), field.value());
    }
    merged.insert(u"id"_s, id);
    const auto read = draftFromJson(merged);
    if (fields.isEmpty() || !read) {
        return fail("draft-file-unreadable", path);
    }
    return *read;
}

Result<Draft> applyDraftOptions(const Arguments& arguments, QueryDirectory& directory, Draft draft) {
    draft.subject = arguments.value(u"subject"_s, draft.subject);
    replaceWhereNamed(draft.body, arguments, u"paragraph"_s);
    replaceWhereNamed(draft.legalGrounds, arguments, u"ground"_s);
    replaceWhereNamed(draft.recipients, arguments, u"recipient"_s);
    if (arguments.has(u"article"_s)) {
        draft.articles.clear();
        for (const QString& text : arguments.values(u"article"_s)) {
            draft.articles << articleFrom(text);
        }
    }
    if (arguments.has(u"to"_s)) {
        draft.receivers.clear();
        draft.addressees.clear();
        for (const QString& text : arguments.values(u"to"_s)) {
            const auto receiver = receiverNamed(text, directory);
            if (!receiver) {
                return std::unexpected(receiver.error());
            }
            draft.receivers << *receiver;
            draft.addressees << receiver->name;
        }
    }
    replaceWhereNamed(draft.addressees, arguments, u"addressee"_s);
    const auto urgency = urgencyOption(arguments, draft.urgency);
    if (!urgency) {
        return std::unexpected(urgency.error());
    }
    draft.urgency = *urgency;
    return draft;
}

Result<DocumentKind> kindOption(const Arguments& arguments, DocumentKind otherwise) {
    const QString word = arguments.value(u"kind"_s);
    const auto kind = word.isEmpty() ? std::optional(otherwise) : kindFromKey(word);
    return kind ? Result<DocumentKind>(*kind) : fail("kind-unknown", word);
}

Result<Urgency> urgencyOption(const Arguments& arguments, Urgency otherwise) {
    const QString word = arguments.value(u"urgency"_s);
    const auto urgency = word.isEmpty() ? std::optional(otherwise) : urgencyFromKey(word);
    return urgency ? Result<Urgency>(*urgency) : fail("urgency-unknown", word);
}

Result<Secrecy> secrecyOption(const Arguments& arguments, Secrecy otherwise) {
    const QString word = arguments.value(u"secrecy"_s);
    const auto secrecy = word.isEmpty() ? std::optional(otherwise) : secrecyFromKey(word);
    return secrecy ? Result<Secrecy>(*secrecy) : fail("secrecy-unknown", word);
}

} // namespace app::cli
