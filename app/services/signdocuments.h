// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentview.h"
#include "app/services/signdocument.h"
#include "app/services/signingsession.h"

#include <QList>

#include <functional>
#include <optional>
#include <stop_token>

namespace app {

class OfficeDesk;

/// Which signature of the flow the documents wait for.
enum class PileAct { Initial, Sign, Seal };

/// One document of a pile before the PIN is asked: what was found in it, and whether it can be signed.
struct PileCheck {
    DocumentSummary summary;        ///< number, subject, counterpart: what names it to a person
    QByteArray sha256;              ///< of the bytes that were looked at, hex; only these are signed
    docsig::SignatureReport report; ///< by congvan-verify, with what a look at the pages does not show
    bool signedBefore = false;      ///< an earlier run, or the person alone, signed it: nothing is left to do
    std::optional<Error> error;     ///< why it can't be signed
};

/// All documents of a pile, and who would sign them.
struct PileView {
    QList<PileCheck> checks;                             ///< one for each document, in order, none twice
    std::optional<docsig::CertificateFacts> certificate; ///< as in SigningView
    QList<docsig::Finding> certificateFindings;

    /// How many wait for the PIN.
    [[nodiscard]] qsizetype open() const;
};

/// What became of a document.
struct PileResult {
    enum class State {
        Signed,
        SignedBefore,
        Failed,
        NotReached ///< the pile was stopped first
    };

    DocumentSummary summary; ///< as it was before
    State state = State::NotReached;
    std::optional<Error> error;
    std::optional<SigningReceipt> receipt; ///< of Signed
};

struct PileOutcome {
    QList<PileResult> results;    ///< one for each document, in order
    std::optional<Error> stopped; ///< what the key answered and ended the pile with; a cancel apart

    [[nodiscard]] qsizetype count(PileResult::State state) const;
    /// Nothing is left to do.
    [[nodiscard]] bool isComplete() const;
};

/// Told before each document, counted from 0 among `total`; called in the thread that works.
using PileProgress = std::function<void(qsizetype index, qsizetype total, const DocumentSummary& summary)>;

/// Use case: a person signs (or a clerk seals) several documents of the office with one PIN. First all are looked at,
/// so that what is in them is seen and whatever can be refused is refused before a PIN is asked. Then each is signed,
/// verified again, and its act is stored before the next one begins: what was signed stays signed whatever comes
/// between, and another run over the same documents goes on with the rest. A document that fails does not stop the
/// others; an answer of the key does (the first wrong PIN, a card that is gone). Blocking; any thread but the GUI's.
class SignDocuments {
public:
    SignDocuments(OfficeDesk& desk, PileAct act);

    /// Each document's own fault is in its check: pile-document-unsound, action-not-allowed and the other codes of
    /// opening one alone. A stop ends the looking; the documents that were not looked at are missing then.
    [[nodiscard]] PileView open(const QList<DocumentId>& ids, const PileProgress& progress = {},
                                std::stop_token stop = {}) const;

    /// Opens the key with the PIN, tried once, and signs. Errors are those of the key and `certificate-not-usable`:
    /// nothing was signed then. Where no document waits the key is not asked.
    [[nodiscard]] Result<PileOutcome> sign(const QList<PileCheck>& checks, const KeySource& key, const docsig::Pin& pin,
                                           const PileProgress& progress = {}, std::stop_token stop = {});

    /// The same with a key that is open. A stop is heeded between two documents.
    [[nodiscard]] PileOutcome sign(const QList<PileCheck>& checks, SigningSession& session,
                                   const PileProgress& progress = {}, std::stop_token stop = {});

private:
    [[nodiscard]] PileCheck checked(const DocumentId& id, PileView& view) const;
    [[nodiscard]] Result<SigningView> look(const DocumentId& id) const;
    [[nodiscard]] Result<SigningReceipt> signOne(const PileCheck& check, SigningSession& session);
    [[nodiscard]] bool isBehind(const DocumentDetail& document) const;

    OfficeDesk& m_desk;
    PileAct m_act;
};

} // namespace app
