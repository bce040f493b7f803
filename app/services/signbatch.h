// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"
#include "app/services/batchplace.h"
#include "app/services/signingsession.h"
#include "docsig/pades/padessigner.h"
#include "docsig/report/signaturereport.h"
#include "docsig/trust/truststore.h"
#include "docsig/worker/verifyclient.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <functional>
#include <optional>
#include <stop_token>

namespace app {

class BatchJournal;

/// One document of a batch.
struct BatchItem {
    QString input;  ///< never changed
    QString output; ///< must not exist, unless this batch made it
    BatchPlace place;
};

/// What is the same for every document.
struct BatchManner {
    docsig::SignRequest signature; ///< digest, scheme, reason, location; the rest is filled in for each document
    QByteArray picturePng;         ///< empty: the field stays without a picture
};

/// A document before it is signed: what was found in it, and what will be done.
struct BatchCheck {
    BatchItem item;
    QByteArray sha256;              ///< of the bytes that were looked at, hex; only these are signed
    docsig::SignatureReport report; ///< by congvan-verify, with what the signer can't see
    docsig::SignRequest request;
    std::optional<Error> error; ///< why it can't be signed
};

/// What became of a document.
struct BatchResult {
    enum class State {
        Signed,
        SignedBefore, ///< by an earlier run of the same batch
        Failed,
        NotReached ///< the batch was stopped first
    };

    BatchItem item;
    State state = State::NotReached;
    std::optional<Error> error;
    QByteArray sha256; ///< of the output, hex
};

struct BatchOutcome {
    QList<BatchResult> results;   ///< one for each document, in order
    std::optional<Error> stopped; ///< what ended the batch early, a cancel apart

    [[nodiscard]] bool isComplete() const;
};

/// Told before each document, counted from 0; called in the thread that works.
using BatchProgress = std::function<void(qsizetype index, const BatchItem& item)>;

/// Use case: signs many files with one PIN. First all are looked at, so that a person sees what is in them and whatever
/// can be refused is refused before a PIN is asked; then each is signed, verified again and written at once
/// (atomically, beside its place). A document that fails does not stop the rest; an answer of the key does. A journal
/// beside the outputs makes a run that was cut off go on where it stopped, and nothing is signed twice. Blocking; any
/// thread but the GUI's; needs a QGuiApplication where there is a picture.
class SignBatch {
public:
    struct Tools {
        const docsig::VerifyClient& verifyClient;
        const docsig::TrustStore& trust;
        QString renderWorker;             ///< reads the text that anchors are looked for in
        std::function<QDateTime()> clock; ///< UTC; empty: the system's
    };

    explicit SignBatch(Tools tools, BatchManner manner);

    /// Code: batch-output-twice. Each document's own fault is in its check: batch-input-unreadable,
    /// batch-document-unreadable, batch-document-invalid, those of resolvePlace() and of reading the PDF.
    [[nodiscard]] Result<QList<BatchCheck>> check(const QList<BatchItem>& items, const BatchProgress& progress = {},
                                                  std::stop_token stop = {}) const;

    /// Codes: batch-certificate-refused, batch-running, batch-journal-unusable. Each document's own: those of the
    /// signer, batch-output-exists, batch-output-missing, batch-output-unwritable, written-pdf-not-valid.
    [[nodiscard]] Result<BatchOutcome> sign(const QList<BatchCheck>& checks, SigningSession& session,
                                            const QString& journalPath, const BatchProgress& progress = {},
                                            std::stop_token stop = {}) const;

private:
    [[nodiscard]] QDateTime now() const;
    [[nodiscard]] BatchCheck checked(const BatchItem& item, std::stop_token stop) const;
    [[nodiscard]] Result<void> prepare(BatchCheck& check, const QByteArray& pdf, std::stop_token stop) const;
    [[nodiscard]] Result<QByteArray> signOne(const BatchCheck& check, SigningSession& session,
                                             BatchJournal& journal) const;
    [[nodiscard]] Result<std::optional<QByteArray>> signedBefore(const BatchCheck& check, BatchJournal& journal) const;
    [[nodiscard]] Result<void> mayUse(docsig::SigningKey& key) const;

    Tools m_tools;
    BatchManner m_manner;
};

} // namespace app
