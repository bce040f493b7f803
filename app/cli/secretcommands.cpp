// SPDX-License-Identifier: GPL-3.0-or-later
// Registers of secret documents: secret create, enter, list, show, correct, void, scan, register, log, verify,
// passphrase.
#include "app/cli/commands.h"
#include "app/cli/fileio.h"
#include "app/cli/pinsource.h"
#include "app/cli/secretinput.h"
#include "app/cli/secretoutput.h"
#include "app/cli/steps.h"
#include "app/domain/vietnamtime.h"

#include <QFile>
#include <QJsonArray>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace app::cli {

namespace {

const QString passphrasePrompt = u"Passphrase of the secret books: "_s;

using SecretStep = std::function<Result<int>(SecretBook&)>;

/// Opens the profile and its secret books for one step, and locks them again.
Result<int> onSecretBook(Invocation& invocation, const SecretStep& step) {
    return onSession(invocation, [&](OfficeSession& session) -> Result<int> {
        const auto passphrase = readPin(invocation.arguments(), passphrasePrompt);
        const auto open = passphrase ? session.secretBook().unlock(*passphrase) : std::unexpected(passphrase.error());
        if (!open) {
            return std::unexpected(open.error());
        }
        const auto done = step(session.secretBook());
        session.secretBook().lock();
        return done;
    });
}

Result<SecretDirection> directionAt(Invocation& invocation) {
    const auto word = invocation.positional(0);
    if (!word) {
        return std::unexpected(word.error());
    }
    const auto direction = secretDirectionFromKey(*word);
    return direction ? Result<SecretDirection>(*direction) : fail("secret-direction-unknown", *word);
}

/// The line that the first argument names; one that is none is not found in the book.
Result<SecretRef> refAt(Invocation& invocation) {
    const auto word = invocation.positional(0);
    return word ? Result<SecretRef>(secretRefFromKey(*word).value_or(SecretRef())) : std::unexpected(word.error());
}

int yearOption(const Arguments& arguments) {
    return arguments.has(u"year"_s) ? arguments.value(u"year"_s).toInt() : vietnamToday().year();
}

Result<QDate> dayOr(const Arguments& arguments, const QString& name, const QDate& otherwise) {
    if (!arguments.has(name)) {
        return otherwise;
    }
    return arguments.value(name).isEmpty() ? Result<QDate>(QDate()) : dateOption(arguments, name);
}

Result<int> createSecretBook(Invocation& invocation) {
    return onSession(invocation, [&](OfficeSession& session) -> Result<int> {
        const auto passphrase = readNewPassphrase(invocation.arguments(), passphrasePrompt);
        if (!passphrase) {
            return std::unexpected(passphrase.error());
        }
        return ended(session.secretBook().create(*passphrase, invocation.arguments().value(u"reason"_s)));
    });
}

Result<int> enterSecret(Invocation& invocation) {
    const auto plain = checkSecretArguments(invocation.arguments(), 1);
    const auto direction = plain ? directionAt(invocation) : std::unexpected(plain.error());
    if (!direction) {
        return std::unexpected(direction.error());
    }
    return onSecretBook(invocation, [&](SecretBook& book) -> Result<int> {
        const auto fields = readSecretInput();
        const auto entry = fields ? withSecretFields({}, *fields) : std::unexpected(fields.error());
        const auto record = entry ? book.enter(*direction, *entry) : std::unexpected(entry.error());
        if (!record) {
            return std::unexpected(record.error());
        }
        invocation.terminal().line(secretRefKey(record->ref));
        invocation.terminal().object(secretJson(*record));
        return 0;
    });
}

Result<int> listSecrets(Invocation& invocation) {
    const auto direction = directionAt(invocation);
    if (!direction) {
        return std::unexpected(direction.error());
    }
    return onSecretBook(invocation, [&](SecretBook& book) -> Result<int> {
        const auto records = book.book(*direction, yearOption(invocation.arguments()));
        if (!records) {
            return std::unexpected(records.error());
        }
        QJsonArray array;
        for (const SecretRecord& record : *records) {
            printSecretLine(invocation.terminal(), record);
            array << secretJson(record);
        }
        invocation.terminal().object({{u"entries"_s, array}});
        return 0;
    });
}

Result<int> showSecret(Invocation& invocation) {
    const auto ref = refAt(invocation);
    if (!ref) {
        return std::unexpected(ref.error());
    }
    return onSecretBook(invocation, [&](SecretBook& book) -> Result<int> {
        const auto record = book.show(*ref);
        if (!record) {
            return std::unexpected(record.error());
        }
        printSecretRecord(invocation.terminal(), *record);
        invocation.terminal().object(secretJson(*record));
        return 0;
    });
}

Result<int> correctSecret(Invocation& invocation) {
    const auto plain = checkSecretArguments(invocation.arguments(), 1);
    const auto ref = plain ? refAt(invocation) : std::unexpected(plain.error());
    if (!ref) {
        return std::unexpected(ref.error());
    }
    return onSecretBook(invocation, [&](SecretBook& book) -> Result<int> {
        const auto fields = readSecretInput();
        const auto record = fields ? book.show(*ref) : std::unexpected(fields.error());
        const auto entry = record ? withSecretFields(record->entry, *fields) : std::unexpected(record.error());
        return entry ? ended(book.correct(*ref, *entry, fields->value(u"reason"_s).toString()))
                     : std::unexpected(entry.error());
    });
}

/// The reason may tell of the document: it comes from standard input, too.
Result<int> voidSecret(Invocation& invocation) {
    const auto plain = checkSecretArguments(invocation.arguments(), 1);
    const auto ref = plain ? refAt(invocation) : std::unexpected(plain.error());
    if (!ref) {
        return std::unexpected(ref.error());
    }
    return onSecretBook(invocation, [&](SecretBook& book) -> Result<int> {
        const auto fields = readSecretInput();
        return fields ? ended(book.voidEntry(*ref, fields->value(u"reason"_s).toString()))
                      : std::unexpected(fields.error());
    });
}

/// To standard output alone: no file of it is made in plain.
Result<int> giveScan(SecretBook& book, const SecretRef& ref) {
    const auto pdf = book.scan(ref);
    if (!pdf) {
        return std::unexpected(pdf.error());
    }
    QFile output;
    const bool isGiven = output.open(stdout, QIODevice::WriteOnly) && output.write(pdf->text()) == pdf->size();
    return isGiven ? 0 : 1;
}

Result<int> scanSecret(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const auto ref = refAt(invocation);
    if (!ref) {
        return std::unexpected(ref.error());
    }
    if (arguments.has(u"attach"_s) == (arguments.value(u"output"_s) == "-"_L1)) {
        return fail("secret-scan-twofold");
    }
    return onSecretBook(invocation, [&](SecretBook& book) {
        return arguments.has(u"attach"_s) ? ended(book.attachScan(*ref, arguments.value(u"attach"_s)))
                                          : giveScan(book, *ref);
    });
}

Result<int> saveSecretRegister(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const auto direction = directionAt(invocation);
    const auto from = direction ? dayOr(arguments, u"from"_s, {}) : std::unexpected(direction.error());
    const auto to = from ? dayOr(arguments, u"to"_s, {}) : std::unexpected(from.error());
    if (!to) {
        return std::unexpected(to.error());
    }
    return onSecretBook(invocation, [&](SecretBook& book) -> Result<int> {
        const Terminal& terminal = invocation.terminal();
        const QString path = arguments.value(u"output"_s);
        const auto lines = book.saveRegister({.direction = *direction,
                                              .year = yearOption(arguments),
                                              .from = *from,
                                              .to = *to,
                                              .volume = std::max(1, arguments.value(u"volume"_s).toInt())},
                                             path, terminal.language());
        if (!lines) {
            return std::unexpected(lines.error());
        }
        terminal.line(u"%1 line(s) written: %2. The file is a secret document."_s.arg(*lines).arg(path),
                      u"Đã ghi %1 dòng: %2. Tệp này là tài liệu mật."_s.arg(*lines).arg(path));
        terminal.object({{u"lines"_s, *lines}, {u"output"_s, path}});
        return 0;
    });
}

Result<int> logOfSecrets(Invocation& invocation) {
    return onSecretBook(invocation, [&](SecretBook& book) -> Result<int> {
        const auto lines = book.lines();
        if (!lines) {
            return std::unexpected(lines.error());
        }
        QJsonArray array;
        for (const SecretLine& line : *lines) {
            printSecretDeed(invocation.terminal(), line);
            array << secretDeedJson(line);
        }
        invocation.terminal().object({{u"lines"_s, array}});
        return 0;
    });
}

Result<int> verifySecrets(Invocation& invocation) {
    return onSecretBook(invocation, [&](SecretBook& book) -> Result<int> {
        const QString reason = invocation.arguments().value(u"accept-restored"_s);
        const auto accepted = reason.isEmpty() ? Result<void>() : book.acceptRestored(reason);
        const auto check = accepted ? book.verify() : std::unexpected(accepted.error());
        if (!check) {
            return std::unexpected(check.error());
        }
        const Terminal& terminal = invocation.terminal();
        QJsonArray findings;
        for (const Error& finding : check->findings) {
            terminal.line(u"✗ "_s + finding.detail + u": "_s + sentence(finding.code, terminal.language()));
            findings << finding.code;
        }
        if (check->findings.isEmpty()) {
            terminal.line(
                u"✓ %1 line(s), each as it was written; %2 scan(s)"_s.arg(check->head.lines).arg(check->scans),
                u"✓ %1 dòng, đúng như đã ghi; %2 bản quét"_s.arg(check->head.lines).arg(check->scans));
        }
        terminal.object({{u"good"_s, check->findings.isEmpty()},
                         {u"lines"_s, check->head.lines},
                         {u"sha256"_s, QString::fromLatin1(check->head.hash)},
                         {u"scans"_s, check->scans},
                         {u"findings"_s, findings}});
        return check->findings.isEmpty() ? 0 : 1;
    });
}

Result<int> changeSecretPassphrase(Invocation& invocation) {
    return onSession(invocation, [&](OfficeSession& session) -> Result<int> {
        SecretBook& book = session.secretBook();
        const auto before = readPin(invocation.arguments(), passphrasePrompt);
        const auto open = before ? book.unlock(*before) : std::unexpected(before.error());
        const auto now = open ? readNewPassphrase(invocation.arguments(), u"New passphrase: "_s, u"new-"_s)
                              : std::unexpected(open.error());
        return now ? ended(book.changePassphrase(*before, *now)) : std::unexpected(now.error());
    });
}

QList<Option> withPin(const QList<Option>& options) {
    return options + pinOptions(u"passphrase"_s);
}

const Option secretYear{u"year"_s, u"YYYY"_s, u"the year's book (default: this one)"_s};

} // namespace

QList<Command> secretCommands() {
    const QString line = u"incoming|outgoing/YEAR/NUMBER"_s;
    const QString book = u"incoming|outgoing"_s;
    return {
        {u"secret create"_s,
         u"makes the sealed registers of secret documents of this profile"_s,
         {},
         withPin({{u"reason"_s, u"TEXT"_s, u"why new ones begin, where there were some that are gone"_s}}),
         {},
         Needs::Core,
         createSecretBook},
        {u"secret enter"_s,
         u"enters a secret document from JSON on standard input; prints the line of the book. Fields: counterpart "
         u"(must "
         "be there), degree, date, documentNumber, documentDate, kind, subject (left out: withheld), copies, keeper, "
         "receiver, dueDate, remark"_s,
         book + u" -"_s,
         withPin(refusedSecretOptions()),
         {},
         Needs::Core,
         enterSecret},
        {u"secret list"_s, u"lists a secret book"_s, book, withPin({secretYear}), {}, Needs::Core, listSecrets},
        {u"secret show"_s, u"shows one line; that is written down"_s, line, withPin({}), {}, Needs::Core, showSecret},
        {u"secret correct"_s,
         u"puts right what was entered, from JSON on standard input: reason, and the fields of secret enter; what is "
         "not named stays, number and day too"_s,
         line + u" -"_s,
         withPin(refusedSecretOptions()),
         {},
         Needs::Core,
         correctSecret},
        {u"secret void"_s,
         u"makes a line void, with the reason from JSON on standard input; its number stays taken"_s,
         line + u" -"_s,
         withPin(refusedSecretOptions()),
         {},
         Needs::Core,
         voidSecret},
        {u"secret scan"_s,
         u"keeps a sealed scan beside a line, or writes it to standard output"_s,
         line,
         withPin({{u"attach"_s, u"FILE"_s, u"a PDF; the file itself stays where it is"_s},
                  {u"output"_s, u"-"_s, u"standard output, the only place where it goes"_s}}),
         {},
         Needs::Core,
         scanSecret},
        {u"secret register"_s,
         u"writes the register of a secret book with its cover to a PDF, to be printed"_s,
         book,
         withPin({{u"output"_s, u"FILE"_s, u"ends in .pdf; the file is a secret document"_s},
                  secretYear,
                  {u"from"_s, u"YYYY-MM-DD"_s, u"first day (default: of the year)"_s},
                  {u"to"_s, u"YYYY-MM-DD"_s, u"last day (default: of the year)"_s},
                  {u"volume"_s, u"NUMBER"_s, u"of the register (default: 1)"_s}}),
         {},
         Needs::Page,
         saveSecretRegister},
        {u"secret log"_s,
         u"tells who did what with the secret books, looking and printing too"_s,
         {},
         withPin({}),
         {},
         Needs::Core,
         logOfSecrets},
        {u"secret verify"_s,
         u"proves that no line and no scan of the secret books was changed or taken out"_s,
         {},
         withPin({{u"accept-restored"_s, u"REASON"_s, u"the books were restored from an older copy, and why"_s}}),
         u"1 something is not as it was"_s,
         Needs::Core,
         verifySecrets},
        {u"secret passphrase"_s,
         u"gives the secret books another passphrase"_s,
         {},
         withPin({{u"new-pin-file"_s, u"FILE"_s, u"read the new passphrase from the first line of a file"_s},
                  {u"new-pin-env"_s, u"NAME"_s, u"read the new passphrase from an environment variable"_s}}),
         {},
         Needs::Core,
         changeSecretPassphrase},
    };
}

} // namespace app::cli
