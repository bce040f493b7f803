// SPDX-License-Identifier: GPL-3.0-or-later
// Drafting: draft new|list|preview|remove, import, submit, return.
#include "app/cli/commands.h"
#include "app/cli/draftfile.h"
#include "app/cli/fileio.h"
#include "app/cli/steps.h"
#include "app/domain/draftjson.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace app::cli {

namespace {

QList<Option> draftOptions() {
    return {
        {u"kind"_s, u"KIND"_s, u"cong-van or quyet-dinh (default: cong-van)"_s},
        {u"file"_s, u"FILE"_s, u"take the draft's fields from a JSON file (see draft show --json)"_s},
        {u"subject"_s, u"TEXT"_s, u"trích yếu"_s},
        {u"to"_s, u"ORGANID"_s, u"receiving office"_s, true},
        {u"paragraph"_s, u"TEXT"_s, u"a paragraph of the body"_s, true},
        {u"article"_s, u"TEXT"_s, u"an article of a decision: TITLE or TITLE|paragraph|paragraph"_s, true},
        {u"ground"_s, u"TEXT"_s, u"a legal ground (căn cứ)"_s, true},
        {u"addressee"_s, u"TEXT"_s, u"kính gửi; default: the receiving offices"_s, true},
        {u"recipient"_s, u"TEXT"_s, u"a line of nơi nhận"_s, true},
        {u"unit"_s, u"TEXT"_s, u"drafting unit in the notation of a công văn"_s},
        {u"urgency"_s, u"WORD"_s, u"normal, urgent, very-urgent, express"_s},
    };
}

Result<Draft> draftFromOptions(Invocation& invocation, OfficeSession& session) {
    const Arguments& arguments = invocation.arguments();
    const auto kind = kindOption(arguments, DocumentKind::CongVan);
    if (!kind) {
        return std::unexpected(kind.error());
    }
    auto draft = session.draftDocument().start(*kind);
    if (draft && arguments.has(u"file"_s)) {
        draft = readDraftFile(arguments.value(u"file"_s), *draft);
    }
    if (!draft) {
        return draft;
    }
    return applyDraftOptions(arguments, session.queryDirectory(), std::move(*draft));
}

Result<int> newDraft(Invocation& invocation) {
    return onSession(invocation, [&](OfficeSession& session) -> Result<int> {
        const auto draft = draftFromOptions(invocation, session);
        const auto saved = draft ? session.draftDocument().save(*draft) : std::unexpected(draft.error());
        if (!saved) {
            return std::unexpected(saved.error());
        }
        invocation.terminal().line(draft->id.text());
        invocation.terminal().object({{u"id"_s, draft->id.text()}});
        return 0;
    });
}

Result<int> listDrafts(Invocation& invocation) {
    return onSession(invocation, [&](OfficeSession& session) -> Result<int> {
        const auto drafts = session.draftDocument().list();
        if (!drafts) {
            return std::unexpected(drafts.error());
        }
        QJsonArray rows;
        for (const Draft& draft : *drafts) {
            invocation.terminal().line(
                u"%1  %2  %3"_s.arg(draft.id.text().left(8), factsOf(draft.kind).name, draft.subject));
            rows << toJson(draft);
        }
        invocation.terminal().object({{u"drafts"_s, rows}});
        return 0;
    });
}

Result<int> showDraft(Invocation& invocation) {
    return onDocument(invocation, [&](OfficeSession& session, const DocumentId& id) -> Result<int> {
        const auto draft = session.draftDocument().load(id);
        if (!draft) {
            return std::unexpected(draft.error());
        }
        invocation.terminal().line(draft->subject);
        invocation.terminal().object(toJson(*draft));
        return 0;
    });
}

Result<int> previewDraft(Invocation& invocation) {
    return onDocument(invocation, [&](OfficeSession& session, const DocumentId& id) -> Result<int> {
        const auto draft = session.draftDocument().load(id);
        const auto page = draft ? session.draftDocument().preview(*draft) : std::unexpected(draft.error());
        if (!page) {
            return std::unexpected(page.error());
        }
        const QString target = invocation.arguments().value(u"output"_s, id.text() + u".pdf"_s);
        if (auto written = writeOutput(target, page->pdf); !written) {
            return std::unexpected(written.error());
        }
        invocation.terminal().line(target);
        invocation.terminal().object({{u"file"_s, target}, {u"pages"_s, page->pages}});
        return 0;
    });
}

Result<int> removeDraft(Invocation& invocation) {
    return onDocument(invocation, [](OfficeSession& session, const DocumentId& id) {
        return ended(session.draftDocument().remove(id));
    });
}

Result<int> importFile(Invocation& invocation) {
    const auto path = invocation.positional(0);
    if (!path) {
        return std::unexpected(path.error());
    }
    return onSession(invocation, [&](OfficeSession& session) -> Result<int> {
        const auto metadata = draftFromOptions(invocation, session);
        const auto id = metadata ? session.importPdf().import(*path, *metadata) : std::unexpected(metadata.error());
        if (!id) {
            return std::unexpected(id.error());
        }
        invocation.terminal().line(id->text());
        invocation.terminal().object({{u"id"_s, id->text()}});
        return 0;
    });
}

Result<int> submit(Invocation& invocation) {
    return onDocument(invocation, [&](OfficeSession& session, const DocumentId& id) -> Result<int> {
        const auto draft = session.draftDocument().load(id);
        if (!draft) {
            return std::unexpected(draft.error());
        }
        const QString signer = invocation.arguments().value(u"signer"_s, draft->signer.mailbox);
        return ended(session.submitForSignature().submit(
            id, signer, invocation.arguments().value(u"initial-by"_s, draft->initialBy)));
    });
}

Result<int> giveBackDraft(Invocation& invocation) {
    return onDocument(invocation, [&](OfficeSession& session, const DocumentId& id) {
        return ended(session.returnDraft().returnToDrafter(id, invocation.arguments().value(u"reason"_s)));
    });
}

} // namespace

QList<Command> draftCommands() {
    return {
        {u"draft new"_s,
         u"starts a draft and stores it; prints its id"_s,
         {},
         draftOptions(),
         {},
         Needs::Core,
         newDraft},
        {u"draft list"_s, u"lists the drafts of this profile"_s, {}, {}, {}, Needs::Core, listDrafts},
        {u"draft show"_s, u"shows a draft; with --json every field"_s, u"DRAFT"_s, {}, {}, Needs::Core, showDraft},
        {u"draft preview"_s,
         u"lays a draft out as it will be submitted and writes the PDF"_s,
         u"DRAFT"_s,
         {{u"output"_s, u"FILE"_s, u"where to (default: ID.pdf)"_s}},
         {},
         Needs::Page,
         previewDraft},
        {u"draft remove"_s, u"throws a draft away"_s, u"DRAFT"_s, {}, {}, Needs::Core, removeDraft},
        {u"import"_s,
         u"takes a PDF made elsewhere as the draft of a document"_s,
         u"FILE"_s,
         draftOptions(),
         {},
         Needs::Page,
         importFile},
        {u"submit"_s,
         u"lays the draft out and gives it to the leader for signature"_s,
         u"DRAFT"_s,
         {{u"signer"_s, u"MAILBOX"_s, u"the leader (default: as the draft says)"_s},
          {u"initial-by"_s, u"MAILBOX"_s,
           u"who initials it before it comes to the leader (default: as the draft says, else nobody)"_s}},
         {},
         Needs::Page,
         submit},
        {u"return"_s,
         u"gives a submitted document back to its drafter"_s,
         u"DOCUMENT"_s,
         {{u"reason"_s, u"TEXT"_s, u"why; must be there"_s}},
         {},
         Needs::Core,
         giveBackDraft},
    };
}

} // namespace app::cli
