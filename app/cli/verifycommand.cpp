// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/verifyoutput.h"
#include "app/services/verifyfile.h"
#include "docsig/worker/verifyclient.h"

#include <QFileInfo>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace app::cli {

namespace {

int exitCodeOf(docsig::Verdict verdict) {
    switch (verdict) {
    case docsig::Verdict::Valid:
        return 0;
    case docsig::Verdict::Invalid:
        return 1;
    case docsig::Verdict::CannotTell:
        return 2;
    case docsig::Verdict::Unsigned:
        return 3;
    case docsig::Verdict::Unreadable:
        return 4;
    }
    return 4;
}

/// Of several files the worst wins: invalid, unreadable, can't be told, unsigned, valid.
int worse(int one, int other) {
    static constexpr std::array order{1, 4, 2, 3, 0};
    return std::ranges::find(order, one) < std::ranges::find(order, other) ? one : other;
}

Result<QDateTime> momentOf(const Arguments& arguments) {
    if (!arguments.has(u"at"_s)) {
        return QDateTime();
    }
    const QDateTime at = QDateTime::fromString(arguments.value(u"at"_s), Qt::ISODate);
    if (!at.isValid()) {
        return fail("time-unreadable", arguments.value(u"at"_s));
    }
    return at;
}

/// A client that trusts what the profile trusts, if there is one, and what --trust names.
Result<docsig::VerifyClient> clientFor(const Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const QString profile = arguments.value(u"profile"_s, qEnvironmentVariable("CONGVAN_PROFILE"));
    // The worker does not stand where this program stands: every folder is told in full.
    docsig::VerifyClient client(invocation.programs().verifyWorker,
                                profile.isEmpty() ? QString() : QFileInfo(profile + u"/trust"_s).absoluteFilePath());
    for (const QString& folder : arguments.values(u"trust"_s)) {
        if (!QFileInfo(folder).isDir()) {
            return fail("trust-folder-wrong", folder);
        }
        client.addTrustDirectory(QFileInfo(folder).absoluteFilePath());
    }
    return client;
}

Result<int> verify(Invocation& invocation) {
    const auto first = invocation.positional(0);
    if (!first) {
        return std::unexpected(first.error());
    }
    const Arguments& arguments = invocation.arguments();
    const auto at = momentOf(arguments);
    auto client = at ? clientFor(invocation) : std::unexpected(at.error());
    if (!client) {
        return std::unexpected(client.error());
    }
    int worst = 0;
    for (const QString& file : arguments.positional) {
        const docsig::SignatureReport report =
            VerifyFile(*client).verify(file, arguments.has(u"integrity-only"_s), *at);
        printVerdict(invocation.terminal(), file, report);
        invocation.terminal().object(verdictJson(file, report, invocation.terminal().language()));
        worst = worse(worst, exitCodeOf(report.verdict));
    }
    return worst;
}

} // namespace

Command verifyCommand() {
    return {u"verify"_s,
            u"judges every signature of one or more PDFs; needs no profile"_s,
            u"FILE…"_s,
            {{u"integrity-only"_s, {}, u"leave trust, time and algorithm out of the verdict"_s},
             {u"offline"_s, {}, u"use no network"_s},
             {u"at"_s, u"TIME"_s, u"judge as of this time, ISO 8601 (default: now)"_s},
             {u"trust"_s, u"DIR"_s,
              u"trust the certificates in this folder, too (roots/, intermediates/, crls/, or lying loose)"_s, true}},
            u"0 all valid\n1 something invalid\n2 something that can't be told\n3 unsigned\n4 unreadable\n"
            "1,4,2,3,0 of several files the worst wins, in this order"_s,
            Needs::Core,
            verify};
}

} // namespace app::cli
