// SPDX-License-Identifier: GPL-3.0-or-later
// What one did oneself is undone, where that can be (undo), and the marks of what was read (mark).
#include "app/cli/commands.h"
#include "app/cli/documentoutput.h"
#include "app/cli/steps.h"
#include "app/domain/vietnamtime.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace app::cli {

namespace {

QString wayKey(UndoOffer::Way way) {
    switch (way) {
    case UndoOffer::Way::Outbox:
        return u"outbox"_s;
    case UndoOffer::Way::Counter:
        return u"counter-act"_s;
    case UndoOffer::Way::None:
        break;
    }
    return u"none"_s;
}

QString wayWords(const UndoOffer& offer, Language language) {
    const bool vietnamese = language == Language::Vietnamese;
    switch (offer.way) {
    case UndoOffer::Way::Outbox:
        return vietnamese ? u"còn trong hộp gửi, lấy ra được"_s : u"still in the outbox, can be taken out"_s;
    case UndoOffer::Way::Counter:
        return vietnamese ? u"hoàn tác được, ghi vào lịch sử"_s : u"can be undone, by a deed in the history"_s;
    case UndoOffer::Way::None:
        break;
    }
    return sentence(offer.instead, language);
}

QJsonObject offerJson(const UndoOffer& offer) {
    return {{u"act"_s, offer.act},       {u"kind"_s, offer.kind},       {u"at"_s, isoTime(offer.at)},
            {u"detail"_s, offer.detail}, {u"way"_s, wayKey(offer.way)}, {u"instead"_s, offer.instead}};
}

Result<int> listOffers(Invocation& invocation, OfficeSession& session, const DocumentId& id) {
    const auto offers = session.undoAct().list(id);
    if (!offers) {
        return std::unexpected(offers.error());
    }
    const Terminal& terminal = invocation.terminal();
    QJsonArray array;
    for (const UndoOffer& offer : *offers) {
        terminal.line(u"%1  %2  %3  %4"_s.arg(offer.act.left(8), displayTime(offer.at), offer.kind,
                                              wayWords(offer, terminal.language())));
        array << offerJson(offer);
    }
    terminal.object({{u"acts"_s, array}});
    return 0;
}

Result<int> undo(Invocation& invocation) {
    return onDocument(invocation, [&](OfficeSession& session, const DocumentId& id) -> Result<int> {
        const Arguments& arguments = invocation.arguments();
        if (arguments.has(u"list"_s)) {
            return listOffers(invocation, session, id);
        }
        const auto done = session.undoAct().undo(id, arguments.value(u"act"_s));
        if (!done) {
            return std::unexpected(done.error());
        }
        invocation.terminal().line(u"Undone: %1"_s.arg(done->kind), u"Đã hoàn tác: %1"_s.arg(done->kind));
        invocation.terminal().object(offerJson(*done));
        return 0;
    });
}

Result<int> markDocument(Invocation& invocation) {
    return onDocument(invocation, [&](OfficeSession& session, const DocumentId& id) {
        return ended(invocation.arguments().has(u"unread"_s) ? session.queryDocuments().markUnread(id)
                                                             : session.queryDocuments().markRead(id));
    });
}

} // namespace

QList<Command> undoCommands() {
    return {
        {u"undo"_s,
         u"undoes the newest of one's own deeds about a document, where that can be"_s,
         u"DOCUMENT"_s,
         {{u"list"_s, {}, u"only tells what one did, and how each can be undone"_s},
          {u"act"_s, u"ID"_s, u"another one of the list, by the beginning of its id"_s}},
         u"65 it can't be undone; the sentence says what can be done instead"_s,
         Needs::Core,
         undo},
        {u"mark"_s,
         u"marks a document as read, for this desk alone"_s,
         u"DOCUMENT"_s,
         {{u"unread"_s, {}, u"as unread"_s}},
         {},
         Needs::Core,
         markDocument},
    };
}

} // namespace app::cli
