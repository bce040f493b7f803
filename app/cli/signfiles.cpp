// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/signfiles.h"

#include "app/cli/batchlist.h"
#include "app/cli/documentoutput.h"
#include "app/cli/pinsource.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace app::cli {

namespace {

constexpr qint64 largestPicture = 4 << 20;

Result<BatchManner> mannerOf(const Arguments& arguments) {
    BatchManner manner;
    const QString digest = arguments.value(u"digest"_s);
    const QString scheme = arguments.value(u"scheme"_s);
    if (digest == "sha256"_L1) {
        manner.signature.digest = docsig::Digest::Sha256;
    } else if (digest == "sha384"_L1) {
        manner.signature.digest = docsig::Digest::Sha384;
    } else if (digest == "sha512"_L1) {
        manner.signature.digest = docsig::Digest::Sha512;
    }
    if (scheme == "pss"_L1) {
        manner.signature.scheme = docsig::SignatureScheme::RsaPss;
    }
    const bool digestKnown = digest.isEmpty() || manner.signature.digest;
    if (!digestKnown || !(scheme.isEmpty() || scheme == "pss"_L1)) {
        return fail("sign-method-unknown", digestKnown ? scheme : digest);
    }
    manner.signature.reason = arguments.value(u"reason"_s);
    if (arguments.has(u"picture"_s)) {
        QFile file(arguments.value(u"picture"_s));
        if (!file.open(QIODevice::ReadOnly) || file.size() > largestPicture) {
            return fail("sign-picture-unreadable", file.fileName());
        }
        manner.picturePng = file.readAll();
    }
    return manner;
}

QString wordFor(BatchResult::State state, Language language) {
    const bool vietnamese = language == Language::Vietnamese;
    switch (state) {
    case BatchResult::State::Signed:
        return vietnamese ? u"đã ký"_s : u"signed"_s;
    case BatchResult::State::SignedBefore:
        return vietnamese ? u"đã ký từ lần trước"_s : u"signed before"_s;
    case BatchResult::State::Failed:
        return vietnamese ? u"không ký được"_s : u"not signed"_s;
    case BatchResult::State::NotReached:
        return vietnamese ? u"chưa tới lượt"_s : u"not reached"_s;
    }
    return {};
}

QString keyFor(BatchResult::State state) {
    return wordFor(state, Language::English).replace(u' ', u'-');
}

void tellCheck(const Terminal& terminal, const BatchCheck& check) {
    for (const docsig::Finding& finding : check.report.findings) {
        const QString page = finding.page >= 0 ? u", %1"_s.arg(finding.page + 1) : QString();
        terminal.line(u"△ %1%2: %3 [%4]"_s.arg(check.item.input, page, sentence(finding.code, terminal.language()),
                                               finding.code));
    }
}

void tellOutcome(const Terminal& terminal, const BatchOutcome& outcome) {
    QJsonArray results;
    for (const BatchResult& one : outcome.results) {
        const QString word = wordFor(one.state, terminal.language());
        const QString why =
            one.error ? u": %1 [%2]"_s.arg(sentence(one.error->code, terminal.language()), one.error->code) : QString();
        terminal.line(u"%1 %2: %3%4"_s.arg(one.error ? u"✕"_s : u"✓"_s, one.item.input, word, why));
        QJsonObject object{
            {u"file"_s, one.item.input}, {u"output"_s, one.item.output}, {u"state"_s, keyFor(one.state)}};
        if (one.error) {
            object.insert(u"error"_s, one.error->code);
        } else if (!one.sha256.isEmpty()) {
            object.insert(u"sha256"_s, QString::fromLatin1(one.sha256));
        }
        results.append(object);
    }
    terminal.object(
        {{u"results"_s, results}, {u"stopped"_s, outcome.stopped ? QJsonValue(outcome.stopped->code) : QJsonValue()}});
}

Result<docsig::TrustStore> trustOf(const QString& folder) {
    if (folder.isEmpty()) {
        return docsig::TrustStore();
    }
    auto store = docsig::TrustStore::load(folder);
    if (!store) {
        return passOn(store.error());
    }
    return std::move(*store);
}

/// The profile's key and trust where a profile is named; files can be signed without one.
struct Background {
    std::optional<KeySource> key;
    QString trustFolder;
};

Result<Background> backgroundOf(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    Background background{std::nullopt, arguments.value(u"trust"_s)};
    if (arguments.has(u"profile"_s) || qEnvironmentVariableIsSet("CONGVAN_PROFILE")) {
        const auto session = invocation.session();
        if (!session) {
            return std::unexpected(session.error());
        }
        background.key = (*session)->profile().signatureKey;
        if (background.trustFolder.isEmpty()) {
            background.trustFolder = (*session)->profile().trustFolder();
        }
    }
    return background;
}

} // namespace

QList<Option> signFilesOptions() {
    return {
        {u"output-dir"_s, u"DIR"_s, u"sign files on disk: signed copies go here, with a journal (FILE… or --list)"_s},
        {u"list"_s, u"FILE"_s, u"file with one PDF a line; after a tab its own place, as field=, anchor= or at="_s},
        {u"field"_s, u"NAME"_s, u"sign in this reserved field"_s},
        {u"anchor"_s, u"TEXT"_s, u"sign above this text, such as the signer's name (its last occurrence)"_s},
        {u"at"_s, u"PAGE,X,Y,W,H"_s, u"sign at this place: page from 1, millimetres from the upper left"_s},
        {u"picture"_s, u"PNG"_s, u"picture of the signature"_s},
        {u"reason"_s, u"TEXT"_s, u"reason that the signature states"_s},
        {u"digest"_s, u"NAME"_s, u"sha256, sha384 or sha512 (default: what fits the key)"_s},
        {u"scheme"_s, u"pss"_s, u"RSASSA-PSS instead of PKCS#1 v1.5"_s},
        {u"trust"_s, u"DIR"_s, u"folder with roots/, intermediates/ and crls/ (default: the profile's)"_s},
    };
}

bool namesFiles(const Arguments& arguments) {
    return arguments.has(u"output-dir"_s) || arguments.has(u"list"_s);
}

Result<int> signFiles(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const Terminal& terminal = invocation.terminal();
    const auto items = batchItems(arguments);
    const auto manner = mannerOf(arguments);
    if (!items || !manner) {
        return std::unexpected(items ? manner.error() : items.error());
    }
    if (const auto any = invocation.positional(0); items->isEmpty() && !any) {
        return std::unexpected(any.error());
    }
    const auto background = backgroundOf(invocation);
    if (!background) {
        return std::unexpected(background.error());
    }
    const auto source = chosenKey(arguments, background->key);
    const auto trust = trustOf(background->trustFolder);
    if (!source || !trust) {
        return std::unexpected(source ? trust.error() : source.error());
    }
    const QDir folder(arguments.value(u"output-dir"_s, u"."_s));
    if (!folder.mkpath(u"."_s)) {
        return fail("batch-folder-not-made", folder.path());
    }
    const docsig::VerifyClient client(invocation.programs().verifyWorker, background->trustFolder);
    const SignBatch batch({client, *trust, invocation.programs().renderWorker, {}}, *manner);
    const auto checks = batch.check(*items);
    if (!checks) {
        return std::unexpected(checks.error());
    }
    for (const BatchCheck& check : *checks) {
        tellCheck(terminal, check);
    }
    const auto pin = readPin(arguments, u"PIN: "_s);
    if (!pin) {
        return std::unexpected(pin.error());
    }
    auto session = SigningSession::open(*source, *pin);
    if (!session) {
        return std::unexpected(session.error());
    }
    const auto outcome = batch.sign(*checks, *session, folder.absoluteFilePath(u".congvan-sign.jsonl"_s));
    if (!outcome) {
        return std::unexpected(outcome.error());
    }
    tellOutcome(terminal, *outcome);
    if (outcome->stopped) {
        return std::unexpected(*outcome->stopped);
    }
    return outcome->isComplete() ? 0 : 1;
}

} // namespace app::cli
