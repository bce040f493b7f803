// SPDX-License-Identifier: GPL-3.0-or-later
// Signatures and stamps with the looks of NĐ 30/2020: sign-as, stamp, arrival-copy.
#include "app/cli/commands.h"
#include "app/cli/fileio.h"
#include "app/cli/pinsource.h"
#include "app/cli/steps.h"
#include "app/services/purposesigning.h"

#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace app::cli {

namespace {

/// What the profile knows, where one is named; the commands need none.
std::optional<Profile> profileOf(Invocation& invocation) {
    const auto session = invocation.session();
    return session ? std::optional((*session)->profile()) : std::nullopt;
}

Result<std::optional<QPointF>> cornerOption(const Arguments& arguments) {
    if (!arguments.has(u"place"_s)) {
        return std::optional<QPointF>();
    }
    const QStringList parts = arguments.value(u"place"_s).split(u',');
    bool isNumber[2] = {false, false};
    const QPointF corner(parts.value(0).toDouble(&isNumber[0]), parts.value(1).toDouble(&isNumber[1]));
    if (parts.size() != 2 || !isNumber[0] || !isNumber[1] || corner.x() < 0 || corner.y() < 0) {
        return fail("place-unreadable", arguments.value(u"place"_s));
    }
    return std::optional(corner);
}

/// The task that the options describe; the purpose is given.
Result<PurposeTask> taskFrom(const Arguments& arguments, SigningPurpose purpose,
                             const std::optional<Profile>& profile) {
    PurposeTask task;
    task.purpose = purpose;
    task.agency = arguments.value(u"agency"_s, profile ? profile->agency.name : QString());
    task.number = arguments.value(u"number"_s);
    task.moment = QDateTime::currentDateTimeUtc();
    task.page = arguments.value(u"page"_s, u"1"_s).toInt() - 1;
    const auto copy = copyKindFromKey(arguments.value(u"kind"_s, u"sao-y"_s));
    const auto corner = cornerOption(arguments);
    const auto date = dateOption(arguments, u"date"_s);
    if (!copy || !corner || !date) {
        return !copy     ? fail("copy-kind-unknown", arguments.value(u"kind"_s))
               : !corner ? std::unexpected(corner.error())
                         : std::unexpected(date.error());
    }
    task.copy = *copy;
    task.corner = *corner;
    task.arrival = {.agency = {},
                    .number = task.number,
                    .date = *date,
                    .forwardedTo = arguments.value(u"forward"_s),
                    .dossier = arguments.value(u"dossier"_s)};
    if (factsOf(purpose).showsPicture) {
        const QString own = !profile                          ? QString()
                            : purpose == SigningPurpose::Seal ? profile->sealPicture
                                                              : profile->signaturePicture;
        const QString path = arguments.value(u"picture"_s, own);
        const auto picture = path.isEmpty() ? Result<QByteArray>(QByteArray()) : readInput(path);
        if (!picture) {
            return std::unexpected(picture.error());
        }
        task.picturePng = *picture;
    }
    return task;
}

QString outputFor(const Arguments& arguments, const QString& input, const QString& suffix) {
    const QFileInfo file(input);
    return arguments.value(u"output"_s, file.path() + u'/' + file.completeBaseName() + suffix + u".pdf"_s);
}

void tellMade(const Terminal& terminal, const QString& target, const PurposePlan& plan, qsizetype size) {
    constexpr double millimetre = 72 / 25.4;
    terminal.line(target);
    terminal.object({{u"file"_s, target},
                     {u"page"_s, plan.place.page + 1},
                     {u"left"_s, plan.place.rect.left() / millimetre},
                     {u"bottom"_s, plan.place.rect.top() / millimetre},
                     {u"width"_s, plan.place.rect.width() / millimetre},
                     {u"height"_s, plan.place.rect.height() / millimetre},
                     {u"text"_s, plan.text},
                     {u"size"_s, size}});
}

Result<docsig::Pin> pinFor(Invocation& invocation) {
    return readPin(invocation.arguments(), u"PIN: "_s);
}

/// Plans, and lets `make` write; the file is written only when everything held.
template <typename Make>
Result<int> makeFile(Invocation& invocation, SigningPurpose purpose, const QString& input,
                     const std::optional<Profile>& profile, const QString& suffix, const Make& make) {
    const auto task = taskFrom(invocation.arguments(), purpose, profile);
    const auto bytes = task ? readInput(input) : std::unexpected(task.error());
    if (!bytes) {
        return std::unexpected(bytes.error());
    }
    const docsig::VerifyClient verifier(invocation.programs().verifyWorker,
                                        profile ? profile->trustFolder() : QString());
    const PurposeSigning signing(verifier, invocation.programs().renderWorker);
    const auto plan = signing.plan(*bytes, *task);
    const Result<QByteArray> made = plan ? make(signing, *bytes, *plan) : std::unexpected(plan.error());
    if (!made) {
        return std::unexpected(made.error());
    }
    const QString target = outputFor(invocation.arguments(), input, suffix);
    if (auto written = writeOutput(target, *made); !written) {
        return std::unexpected(written.error());
    }
    tellMade(invocation.terminal(), target, *plan, made->size());
    return 0;
}

Result<int> signAs(Invocation& invocation) {
    const auto name = invocation.positional(0);
    const auto input = name ? invocation.positional(1) : name;
    if (!input) {
        return std::unexpected(input.error());
    }
    const auto purpose = purposeFromKey(*name);
    if (!purpose) {
        return fail("purpose-unknown", *name);
    }
    const std::optional<Profile> profile = profileOf(invocation);
    const bool personal = *purpose == SigningPurpose::Initial || *purpose == SigningPurpose::Approve;
    const std::optional<KeySource> own = !profile ? std::nullopt : personal ? profile->signatureKey : profile->sealKey;
    return makeFile(
        invocation, *purpose, *input, profile, u'-' + *name,
        [&](const PurposeSigning& signing, const QByteArray& bytes, const PurposePlan& plan) -> Result<QByteArray> {
            const auto source = chosenKey(invocation.arguments(), own);
            const auto pin = source ? pinFor(invocation) : std::unexpected(source.error());
            const auto key = pin ? openKey(*source, *pin) : std::unexpected(pin.error());
            return key ? signing.sign(bytes, plan, **key) : std::unexpected(key.error());
        });
}

Result<int> stamp(Invocation& invocation) {
    const auto input = invocation.positional(0);
    if (!input) {
        return std::unexpected(input.error());
    }
    return makeFile(invocation, SigningPurpose::IncomingStamp, *input, profileOf(invocation), u"-den"_s,
                    [](const PurposeSigning& signing, const QByteArray& bytes, const PurposePlan& plan) {
                        return signing.stamp(bytes, plan);
                    });
}

Result<int> arrivalCopy(Invocation& invocation) {
    return onDocument(invocation, [&](OfficeSession& session, const DocumentId& id) -> Result<int> {
        const auto copy = session.arrivalCopy().copyOf(id);
        const auto path = copy ? session.queryDocuments().content(*copy) : std::unexpected(copy.error());
        const auto bytes = path ? readInput(*path) : std::unexpected(path.error());
        if (!bytes) {
            return std::unexpected(bytes.error());
        }
        const QString target = invocation.arguments().value(u"output"_s, id.text() + u"-den.pdf"_s);
        if (const auto noted = session.auditLog().note(AuditDeed::Exported, id, target); !noted) {
            return std::unexpected(noted.error());
        }
        if (auto written = writeOutput(target, *bytes); !written) {
            return std::unexpected(written.error());
        }
        invocation.terminal().line(target);
        invocation.terminal().object({{u"file"_s, target}, {u"sha256"_s, QString::fromLatin1(*copy)}});
        return 0;
    });
}

QList<Option> placeOptions() {
    return {
        {u"place"_s, u"X,Y"_s, u"upper left corner, millimetres from the page's upper left (default: by the rule)"_s},
        {u"page"_s, u"N"_s, u"page for --place (default: 1)"_s},
        {u"output"_s, u"FILE"_s, u"where to (default: beside the file, with the purpose in its name)"_s}};
}

QList<Option> stampOptions() {
    return {{u"agency"_s, u"NAME"_s, u"the office's name (default: the profile's)"_s},
            {u"number"_s, u"TEXT"_s, u"number on the stamp, or number and notation that an appendix belongs to"_s},
            {u"date"_s, u"YYYY-MM-DD"_s, u"day on the stamp (default: today at +07:00)"_s},
            {u"forward"_s, u"TEXT"_s, u"to whom the stamp says it goes (default: a dotted line)"_s},
            {u"dossier"_s, u"TEXT"_s, u"number and notation of the dossier (default: a dotted line)"_s}};
}

} // namespace

QList<Command> purposeCommands() {
    const QList<Option> ofPurposes{
        {u"kind"_s, u"KIND"_s, u"of a copy: sao-y, sao-luc, trich-sao (default: sao-y)"_s},
        {u"picture"_s, u"FILE"_s, u"PNG of the hand or the seal (default: the profile's)"_s}};
    return {{u"sign-as"_s,
             u"signs a file as: initial approve seal appendix copy digitised incoming"_s,
             u"PURPOSE FILE"_s,
             ofPurposes + stampOptions() + placeOptions() + keyOptions(),
             {},
             Needs::Page,
             signAs},
            {u"stamp"_s,
             u"lays the stamp ĐẾN over a copy of a file, without a signature"_s,
             u"FILE"_s,
             stampOptions() + placeOptions(),
             {},
             Needs::Page,
             stamp},
            {u"arrival-copy"_s,
             u"writes the copy of an accepted document that bears the stamp ĐẾN"_s,
             u"DOCUMENT"_s,
             {{u"output"_s, u"FILE"_s, u"where to (default: ID-den.pdf)"_s}},
             {},
             Needs::Page,
             arrivalCopy}};
}

} // namespace app::cli
