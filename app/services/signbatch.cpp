// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/signbatch.h"

#include "app/layout/appearances.h"
#include "app/render/renderclient.h"
#include "app/services/batchjournal.h"
#include "app/services/freshpdf.h"
#include "docsig/pades/padesverifier.h"
#include "docsig/trust/signingcertificatecheck.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QSet>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

constexpr qint64 largestInput = qint64(512) << 20;

QByteArray sha256Of(const QByteArray& bytes) {
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

Result<QByteArray> readWhole(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestInput) {
        return fail("batch-input-unreadable", path + u": "_s + file.errorString());
    }
    return file.readAll();
}

QString codesOf(const QList<docsig::Finding>& findings) {
    QStringList codes;
    for (const docsig::Finding& one : findings) {
        codes.append(one.code);
    }
    return codes.join(u", "_s);
}

Result<void> writeNew(const QString& path, const QByteArray& bytes) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return fail("batch-output-unwritable", path + u": "_s + file.errorString());
    }
    return {};
}

std::unexpected<Error> outputExists(const QString& path) {
    return fail("batch-output-exists", path);
}

} // namespace

bool BatchOutcome::isComplete() const {
    return std::ranges::all_of(results, [](const BatchResult& one) {
        return one.state == BatchResult::State::Signed || one.state == BatchResult::State::SignedBefore;
    });
}

SignBatch::SignBatch(Tools tools, BatchManner manner)
    : m_tools(std::move(tools))
    , m_manner(std::move(manner)) {}

QDateTime SignBatch::now() const {
    return m_tools.clock ? m_tools.clock() : QDateTime::currentDateTimeUtc();
}

Result<QList<BatchCheck>> SignBatch::check(const QList<BatchItem>& items, const BatchProgress& progress,
                                           std::stop_token stop) const {
    QSet<QString> outputs;
    for (const BatchItem& item : items) {
        const QString path = QFileInfo(item.output).absoluteFilePath();
        if (outputs.contains(path)) {
            return fail("batch-output-twice", item.output);
        }
        outputs.insert(path);
    }
    QList<BatchCheck> checks;
    for (const BatchItem& item : items) {
        if (stop.stop_requested()) {
            break;
        }
        if (progress) {
            progress(checks.size(), item);
        }
        checks.append(checked(item, stop));
    }
    return checks;
}

BatchCheck SignBatch::checked(const BatchItem& item, std::stop_token stop) const {
    BatchCheck check;
    check.item = item;
    const auto pdf = readWhole(item.input);
    if (!pdf) {
        check.error = pdf.error();
        return check;
    }
    check.sha256 = sha256Of(*pdf);
    check.report = m_tools.verifyClient.verifyBytes(*pdf, {.at = now()}, stop);
    if (const auto ready = prepare(check, *pdf, stop); !ready) {
        check.error = ready.error();
    }
    return check;
}

Result<void> SignBatch::prepare(BatchCheck& check, const QByteArray& pdf, std::stop_token stop) const {
    if (check.report.verdict == docsig::Verdict::Unreadable) {
        return fail("batch-document-unreadable", codesOf(check.report.findings));
    }
    if (check.report.verdict == docsig::Verdict::Invalid) {
        return fail("batch-document-invalid", codesOf(check.report.findings));
    }
    const auto places = docsig::signingPlaces(pdf);
    if (!places) {
        return passOn(places.error());
    }
    // Foreign text is read in a worker of its own, begun only where there is an anchor to look for.
    std::optional<RenderClient> reader;
    const WordsOfPage words = [&](int page) -> Result<QList<TextWord>> {
        if (!reader) {
            reader.emplace(m_tools.renderWorker);
            if (const auto opened = reader->openBytes(pdf); !opened) {
                return std::unexpected(opened.error());
            }
        }
        return reader->text(page, stop);
    };
    const auto place = resolvePlace(check.item.place, *places, words);
    if (!place) {
        return std::unexpected(place.error());
    }
    check.request = m_manner.signature;
    check.request.fieldName = place->fieldName;
    check.request.place = place->place;
    check.request.expectedSha256 = check.sha256;
    // A file that comes with a signature is never certified by us.
    check.request.docMdpPermission = places->isSigned ? 0 : 2;
    check.request.applyFieldLock = !place->place;
    if (!m_manner.picturePng.isEmpty()) {
        auto appearance = pictureAppearance(m_manner.picturePng, place->points);
        if (!appearance) {
            return std::unexpected(appearance.error());
        }
        check.request.appearancePdf = *appearance;
    }
    return {};
}

Result<void> SignBatch::mayUse(docsig::SigningKey& key) const {
    const auto found = docsig::checkSigningCertificate(key.chain(), m_tools.trust, now());
    if (!found.maySign()) {
        return fail("batch-certificate-refused", codesOf(found.findings));
    }
    return {};
}

Result<BatchOutcome> SignBatch::sign(const QList<BatchCheck>& checks, SigningSession& session,
                                     const QString& journalPath, const BatchProgress& progress,
                                     std::stop_token stop) const {
    if (const auto usable = mayUse(session.key()); !usable) {
        return std::unexpected(usable.error());
    }
    const auto journal = BatchJournal::open(journalPath);
    if (!journal) {
        return std::unexpected(journal.error());
    }
    BatchOutcome outcome;
    for (const BatchCheck& check : checks) {
        BatchResult result;
        result.item = check.item;
        if (session.end() || stop.stop_requested()) {
            outcome.results.append(result);
            continue;
        }
        if (progress) {
            progress(outcome.results.size(), check.item);
        }
        const auto before = signedBefore(check, **journal);
        if (before && *before) {
            result.state = BatchResult::State::SignedBefore;
            result.sha256 = **before;
        } else if (!before || check.error) {
            result.state = BatchResult::State::Failed;
            result.error = before ? check.error : before.error();
        } else if (const auto made = signOne(check, session, **journal)) {
            result.state = BatchResult::State::Signed;
            result.sha256 = *made;
        } else {
            result.state = BatchResult::State::Failed;
            result.error = made.error();
            if (session.tell(made.error())) {
                outcome.stopped = made.error();
            }
        }
        outcome.results.append(result);
    }
    return outcome;
}

Result<std::optional<QByteArray>> SignBatch::signedBefore(const BatchCheck& check, BatchJournal& journal) const {
    const QString& output = check.item.output;
    const auto known = journal.entry(output);
    const bool ours = known && known->inputSha256 == check.sha256;
    if (!QFileInfo::exists(output)) {
        // Whoever took the result away decides whether there is to be a second signature.
        if (ours && !known->resultSha256.isEmpty()) {
            return fail("batch-output-missing", output);
        }
        return std::nullopt;
    }
    if (!ours) {
        return outputExists(output);
    }
    const auto there = readWhole(output);
    if (!there) {
        return std::unexpected(there.error());
    }
    const QByteArray sha256 = sha256Of(*there);
    if (known->resultSha256.isEmpty()) {
        // Cut off between the writing of the result and that of its line: outputs are written whole or not at all.
        const auto input = readWhole(check.item.input);
        if (!input || !there->startsWith(*input) || !verifyFresh(docsig::PadesVerifier(m_tools.trust), *there, now())) {
            return outputExists(output);
        }
        if (const auto noted = journal.finish(output, check.sha256, sha256); !noted) {
            return std::unexpected(noted.error());
        }
        return sha256;
    }
    if (known->resultSha256 != sha256) {
        return outputExists(output);
    }
    return sha256;
}

Result<QByteArray> SignBatch::signOne(const BatchCheck& check, SigningSession& session, BatchJournal& journal) const {
    const auto pdf = readWhole(check.item.input);
    if (!pdf) {
        return std::unexpected(pdf.error());
    }
    if (const auto begun = journal.begin(check.item.output, check.sha256); !begun) {
        return std::unexpected(begun.error());
    }
    docsig::SignRequest request = check.request;
    request.claimedTime = now();
    const auto made = docsig::PadesSigner().sign(*pdf, request, session.key());
    if (!made) {
        return passOn(made.error());
    }
    if (const auto holds = verifyFresh(docsig::PadesVerifier(m_tools.trust), *made, now()); !holds) {
        return std::unexpected(holds.error());
    }
    if (const auto written = writeNew(check.item.output, *made); !written) {
        return std::unexpected(written.error());
    }
    const QByteArray sha256 = sha256Of(*made);
    if (const auto noted = journal.finish(check.item.output, check.sha256, sha256); !noted) {
        return std::unexpected(noted.error());
    }
    return sha256;
}

} // namespace app
