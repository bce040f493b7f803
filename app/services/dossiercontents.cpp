// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/dossiercontents.h"

#include "app/domain/bookentry.h"
#include "app/services/officedesk.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

QString roleName(ContentRef::Role role) {
    switch (role) {
    case ContentRef::Role::Main:
        return u"document"_s;
    case ContentRef::Role::Attachment:
        return u"attachment"_s;
    case ContentRef::Role::Packet:
        return u"packet"_s;
    case ContentRef::Role::Status:
        return u"status"_s;
    case ContentRef::Role::Evidence:
        return u"evidence"_s;
    }
    return {};
}

QString extensionOf(const ContentRef& content) {
    if (content.role == ContentRef::Role::Packet || content.role == ContentRef::Role::Status) {
        return u".edxml"_s;
    }
    const qsizetype dot = content.name.lastIndexOf(u'.');
    const QString given = dot < 0 ? QString() : content.name.mid(dot).toLower();
    const bool plain =
        given.size() > 1 && given.size() <= 6 &&
        std::all_of(given.begin() + 1, given.end(), [](QChar c) { return c.unicode() < 128 && c.isLetterOrNumber(); });
    return plain ? given : u".bin"_s;
}

/// Names are made here, never taken from a packet: "document.pdf", "attachment-2.docx", "status-1.edxml".
QString fileName(const ContentRef& content, int ordinal) {
    const bool single = content.role == ContentRef::Role::Main || content.role == ContentRef::Role::Packet;
    const QString word = roleName(content.role);
    return (single && ordinal == 1 ? word : u"%1-%2"_s.arg(word).arg(ordinal)) + extensionOf(content);
}

Result<QList<ExportFile>> filesOf(const OfficeDesk& desk, const DocumentDetail& document) {
    QList<ContentRef> contents = document.contents;
    const auto holds = [&](const QByteArray& sha256) {
        return std::ranges::any_of(contents, [&](const ContentRef& content) { return content.sha256 == sha256; });
    };
    if (!document.pdfSha256.isEmpty() && !holds(document.pdfSha256)) {
        contents.append({.sha256 = document.pdfSha256,
                         .name = u"document.pdf"_s,
                         .mediaType = u"application/pdf"_s,
                         .size = 0,
                         .role = ContentRef::Role::Main,
                         .here = true});
    }
    if (!document.packetSha256.isEmpty() && !holds(document.packetSha256)) {
        contents.append({.sha256 = document.packetSha256,
                         .name = u"packet.edxml"_s,
                         .mediaType = u"application/vnd.edxml"_s,
                         .size = 0,
                         .role = ContentRef::Role::Packet,
                         .here = true});
    }
    QList<ExportFile> files;
    QHash<QString, int> ordinals;
    for (const ContentRef& content : std::as_const(contents)) {
        const auto path = desk.store().blobs().path(content.sha256);
        if (!path) {
            return std::unexpected(path.error());
        }
        const QString role = roleName(content.role);
        files.append(
            {.sourcePath = *path, .sha256 = content.sha256, .name = fileName(content, ++ordinals[role]), .role = role});
    }
    return files;
}

QString verdictName(const std::optional<VerdictFacts>& facts) {
    if (!facts) {
        return {};
    }
    switch (facts->verdict) {
    case docsig::Verdict::Valid:
        return u"valid"_s;
    case docsig::Verdict::Invalid:
        return u"invalid"_s;
    case docsig::Verdict::CannotTell:
        return u"cannot-tell"_s;
    case docsig::Verdict::Unsigned:
        return u"unsigned"_s;
    case docsig::Verdict::Unreadable:
        return u"unreadable"_s;
    }
    return {};
}

QStringList linksOf(const DocumentDetail& document) {
    QStringList links;
    for (const DocumentLink& link : document.links) {
        const QString word = linkKey(link.kind);
        links.append(word + u' ' + (link.number.isEmpty() && link.document ? link.document->text() : link.number));
    }
    return links;
}

ExportDocument exportOf(const DocumentDetail& document, QList<ExportFile> files) {
    const DocumentSummary& summary = document.summary;
    return {.id = summary.id.text(),
            .kindName = summary.kindName,
            .number = document.numberText.isEmpty() ? numberDisplay(document.number) : document.numberText,
            .notation = document.notation,
            .date = document.date,
            .subject = summary.subject,
            .authorName = document.issuer.name,
            .authorOrganId = document.issuer.id.text(),
            .signerName = document.signer.fullName,
            .direction = summary.incoming ? u"incoming"_s : u"outgoing"_s,
            .bookNumber = summary.arrivalNumber > 0 ? numberDisplay(summary.arrivalNumber) : QString(),
            .verdict = verdictName(summary.verdict),
            .links = linksOf(document),
            .time = summary.time,
            .files = std::move(files)};
}

} // namespace

Result<ExportDossier> dossierContents(const OfficeDesk& desk, const DossierDetail& dossier) {
    const OrganRef organ = desk.organRef();
    ExportDossier contents{.id = dossier.summary.id.text(),
                           .code = dossier.summary.code,
                           .title = dossier.summary.title,
                           .retention = dossier.summary.retention,
                           .organId = organ.id.text(),
                           .organName = organ.name,
                           .opened = dossier.summary.opened,
                           .closed = dossier.summary.closed,
                           .documents = {}};
    for (const DocumentSummary& filed : dossier.documents) {
        const auto document = desk.store().documents().detail(filed.id);
        if (!document) {
            return std::unexpected(document.error());
        }
        auto files = filesOf(desk, *document);
        if (!files) {
            return std::unexpected(files.error());
        }
        contents.documents.append(exportOf(*document, std::move(*files)));
    }
    std::ranges::stable_sort(contents.documents, {}, &ExportDocument::time);
    return contents;
}

} // namespace app
