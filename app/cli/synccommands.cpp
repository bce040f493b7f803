// SPDX-License-Identifier: GPL-3.0-or-later
// What waits for the server, and a person's word about it: sync waiting, sync retry, sync settle.
#include "app/cli/commands.h"
#include "app/cli/steps.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace app::cli {

namespace {

QString stateWord(WaitingItem::State state) {
    switch (state) {
    case WaitingItem::State::Queued:
        return u"queued"_s;
    case WaitingItem::State::Uncertain:
        return u"uncertain"_s;
    case WaitingItem::State::Failed:
        return u"failed"_s;
    }
    return {};
}

QString stateSentence(WaitingItem::State state) {
    switch (state) {
    case WaitingItem::State::Queued:
        return u"đang chờ"_s;
    case WaitingItem::State::Uncertain:
        return u"chưa rõ đã gửi hay chưa"_s;
    case WaitingItem::State::Failed:
        return u"không gửi được"_s;
    }
    return {};
}

QJsonObject waitingJson(const WaitingItem& item) {
    return {{u"id"_s, item.id},
            {u"kind"_s, item.kind},
            {u"about"_s, item.about},
            {u"state"_s, stateWord(item.state)},
            {u"attempts"_s, item.attempts},
            {u"nextAttempt"_s, item.nextAttempt.isValid() ? item.nextAttempt.toString(Qt::ISODate) : QString()},
            {u"code"_s, item.error.code},
            {u"detail"_s, item.error.detail}};
}

Result<int> waiting(Invocation& invocation) {
    return onSession(invocation, [&](OfficeSession& session) -> Result<int> {
        const auto items = session.syncOffice().waiting();
        if (!items) {
            return std::unexpected(items.error());
        }
        const Terminal& terminal = invocation.terminal();
        QJsonArray array;
        for (const WaitingItem& item : *items) {
            array << waitingJson(item);
            const QString rest = u"%1 · %2"_s.arg(item.kind, item.about);
            terminal.line(u"%1 · %2 · %3"_s.arg(item.id, stateWord(item.state), rest),
                          u"%1 · %2 · %3"_s.arg(item.id, stateSentence(item.state), rest));
            if (!item.error.code.isEmpty()) {
                terminal.line(u"    △ %1 [%2]"_s.arg(sentence(item.error.code, terminal.language()), item.error.code));
            }
        }
        if (items->isEmpty()) {
            terminal.line(u"nothing waits for the server"_s, u"không có gì chờ máy chủ"_s);
        }
        terminal.object({{u"waiting"_s, array}});
        return 0;
    });
}

/// The item that the first argument names by its id or the unambiguous beginning of it.
Result<WaitingItem> itemNamed(Invocation& invocation, OfficeSession& session) {
    const auto name = invocation.positional(0);
    if (!name) {
        return std::unexpected(name.error());
    }
    const auto items = session.syncOffice().waiting();
    if (!items) {
        return std::unexpected(items.error());
    }
    QList<WaitingItem> fitting;
    for (const WaitingItem& item : *items) {
        if (item.id.startsWith(*name)) {
            fitting.append(item);
        }
    }
    if (fitting.size() != 1) {
        return fail("waiting-item-unclear", *name);
    }
    return fitting.first();
}

Result<int> retry(Invocation& invocation) {
    return onSession(invocation, [&](OfficeSession& session) -> Result<int> {
        const auto item = itemNamed(invocation, session);
        if (!item) {
            return std::unexpected(item.error());
        }
        if (auto planned = session.syncOffice().retry(item->id); !planned) {
            return std::unexpected(planned.error());
        }
        invocation.terminal().line(u"it is tried again with the next sync"_s,
                                   u"mục này sẽ được gửi lại ở lần đồng bộ tới"_s);
        invocation.terminal().object({{u"id"_s, item->id}, {u"state"_s, u"queued"_s}});
        return 0;
    });
}

Result<int> settle(Invocation& invocation) {
    return onSession(invocation, [&](OfficeSession& session) -> Result<int> {
        const auto item = itemNamed(invocation, session);
        if (!item) {
            return std::unexpected(item.error());
        }
        if (item->kind != "packet"_L1 || item->state == WaitingItem::State::Queued) {
            return fail("item-not-uncertain", item->id);
        }
        if (auto settled = session.syncOffice().settle(item->id); !settled) {
            return std::unexpected(settled.error());
        }
        invocation.terminal().line(u"it counts as sent and is never sent again"_s,
                                   u"mục này được coi là đã gửi và sẽ không gửi lại"_s);
        invocation.terminal().object({{u"id"_s, item->id}, {u"state"_s, u"sent"_s}});
        return 0;
    });
}

} // namespace

QList<Command> syncCommands() {
    return {
        {u"sync waiting"_s,
         u"lists what did not go out yet, with its id, its state and why"_s,
         {},
         {},
         {},
         Needs::Core,
         waiting},
        {u"sync retry"_s,
         u"tries an item again with the next sync, whatever it waited for; a packet is asked for first"_s,
         u"ITEM"_s,
         {},
         {},
         Needs::Core,
         retry},
        {u"sync settle"_s,
         u"says that an uncertain or failed packet has arrived: it is never sent again"_s,
         u"ITEM"_s,
         {},
         {},
         Needs::Core,
         settle},
    };
}

} // namespace app::cli
