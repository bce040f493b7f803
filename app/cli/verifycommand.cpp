// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/verifyoutput.h"
#include "app/layout/verdictreport.h"
#include "app/runtime/httpevidencesource.h"
#include "app/services/verifywithevidence.h"
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

/// What the profile trusts, if there is one, and what --trust names. The worker does not stand where this program
/// stands: every folder is told in full.
Result<QStringList> trustFoldersFor(const Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    QStringList folders;
    if (const auto profile = invocation.profile()) {
        folders << QFileInfo(profile->trustFolder()).absoluteFilePath();
    } else if (profile.error().code != "profile-not-named"_L1) {
        return std::unexpected(profile.error());
    }
    for (const QString& folder : arguments.values(u"trust"_s)) {
        if (!QFileInfo(folder).isDir()) {
            return fail("trust-folder-wrong", folder);
        }
        folders << QFileInfo(folder).absoluteFilePath();
    }
    return folders;
}

/// Who may be asked for evidence: hosts that the trusted certificates and the profile's settings name, and those that
/// this person names.
Result<EvidenceAccess> accessFor(const Invocation& invocation, const QStringList& trustFolders) {
    EvidenceAccess access;
    for (const QString& folder : trustFolders) {
        if (const auto trust = docsig::TrustStore::load(folder)) {
            access.trust(*trust);
        }
    }
    if (const auto profile = invocation.profile()) {
        for (const QString& host : profile->evidence.hosts) {
            access.allow(host);
        }
    }
    for (const QString& host : invocation.arguments().values(u"ask"_s)) {
        if (!access.allow(host)) {
            return fail("host-unreadable", host);
        }
    }
    return access;
}

/// How the files of one command are judged.
struct Judging {
    docsig::VerifyClient client;
    std::unique_ptr<HttpEvidenceSource> source; ///< none: nothing is fetched
    QStringList trustFolders;
    docsig::VerifyOptions options;

    [[nodiscard]] docsig::SignatureReport judge(const QString& file) const {
        if (!source) {
            return client.verifyFile(file, options);
        }
        return VerifyWithEvidence(client, *source, trustFolders).verify(file, options).report;
    }
};

Result<Judging> judgingFor(const Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const auto at = momentOf(arguments);
    const auto folders = at ? trustFoldersFor(invocation) : std::unexpected(at.error());
    const auto access = folders ? accessFor(invocation, *folders) : std::unexpected(folders.error());
    if (!access) {
        return std::unexpected(access.error());
    }
    Judging judging{.client = docsig::VerifyClient(invocation.programs().verifyWorker, QString()),
                    .source = nullptr,
                    .trustFolders = *folders,
                    .options = {.at = at->isValid() ? *at : QDateTime::currentDateTimeUtc(),
                                .integrityOnly = arguments.has(u"integrity-only"_s)}};
    for (const QString& folder : *folders) {
        judging.client.addTrustDirectory(folder);
    }
    if (!arguments.has(u"offline"_s) && !judging.options.integrityOnly) {
        judging.source = std::make_unique<HttpEvidenceSource>(EvidenceSourceOptions{.access = *access});
    }
    return judging;
}

Result<int> verify(Invocation& invocation) {
    const auto first = invocation.positional(0);
    if (!first) {
        return std::unexpected(first.error());
    }
    const Arguments& arguments = invocation.arguments();
    const auto judging = judgingFor(invocation);
    if (!judging) {
        return std::unexpected(judging.error());
    }
    const Terminal& terminal = invocation.terminal();
    int worst = 0;
    QList<JudgedFile> judged;
    for (const QString& file : arguments.positional) {
        const docsig::SignatureReport report = judging->judge(file);
        printVerdict(terminal, file, report);
        terminal.object(verdictJson(file, report, terminal.language()));
        worst = worse(worst, exitCodeOf(report.verdict));
        if (arguments.has(u"report"_s)) {
            judged.append({QFileInfo(file).fileName(), report, judging->options.at, judging->options.integrityOnly});
        }
    }
    if (!judged.isEmpty()) {
        const auto written = writeVerdictReport(arguments.value(u"report"_s), judged, terminal.language(),
                                                QDateTime::currentDateTimeUtc());
        if (!written) {
            return std::unexpected(written.error());
        }
    }
    return worst;
}

} // namespace

Command verifyCommand() {
    return {
        u"verify"_s,
        u"judges every signature of one or more PDFs; needs no profile"_s,
        u"FILE…"_s,
        {{u"integrity-only"_s, {}, u"leave trust, time and algorithm out of the verdict"_s},
         {u"offline"_s, {}, u"fetch no evidence from the network"_s},
         {u"ask"_s, u"HOST"_s, u"fetch evidence from this host, too (else only hosts that the trusted name)"_s, true},
         {u"at"_s, u"TIME"_s, u"judge as of this time, ISO 8601 (default: now)"_s},
         {u"trust"_s, u"DIR"_s,
          u"trust the certificates in this folder, too (roots/, intermediates/, crls/, or lying loose)"_s, true},
         {u"report"_s, u"PDF"_s, u"write a report of one page a file"_s}},
        u"0 all valid\n1 something invalid\n2 something that can't be told\n3 unsigned\n4 unreadable\n"
        "1,4,2,3,0 of several files the worst wins, in this order"_s,
        Needs::PageForReport,
        verify};
}

} // namespace app::cli
