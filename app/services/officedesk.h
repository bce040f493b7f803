// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentview.h"
#include "app/services/evidenceaccess.h"
#include "app/services/profile.h"
#include "app/store/officestore.h"
#include "docsig/worker/verifyclient.h"
#include "exchange/protocol/exchangeserver.h"

#include <QDate>
#include <QDateTime>
#include <QString>

#include <functional>
#include <memory>
#include <mutex>

namespace app {

/// Makes a line to the exchange server for one caller; each use has its own, since a line serves one thread.
using ServerFactory = std::function<std::unique_ptr<exchange::ExchangeServer>()>;

/// What the use cases of one profile share: its store, its settings, the way to the server, the worker that judges, the
/// clock. app/runtime creates it. Thread-safe.
class OfficeDesk {
public:
    struct Collaborators {
        OfficeStore& store;
        docsig::VerifyClient& verifyClient;
        ServerFactory connect;
        QString spoolFolder;              ///< for files that are being made; on the disk of the store
        std::function<QDateTime()> clock; ///< UTC; empty: the system's
        QString renderWorker{};           ///< congvan-render, to look where a page is blank; empty: not looked
        EvidenceSourceFactory evidence{}; ///< the way to time stamps and revocation data
        QString scanReader{};             ///< Tesseract, to read the text of scans; empty: it is not there
    };

    OfficeDesk(Collaborators collaborators, Profile profile);

    [[nodiscard]] OfficeStore& store() const { return m_with.store; }
    [[nodiscard]] docsig::VerifyClient& verifyClient() const { return m_with.verifyClient; }
    [[nodiscard]] std::unique_ptr<exchange::ExchangeServer> connect() const { return m_with.connect(); }
    /// Null where this desk has no way to evidence.
    [[nodiscard]] std::unique_ptr<docsig::EvidenceSource> evidenceSource(const EvidenceAccess& access) const {
        return m_with.evidence ? m_with.evidence(access) : nullptr;
    }
    [[nodiscard]] const QString& spoolFolder() const { return m_with.spoolFolder; }
    [[nodiscard]] const QString& renderWorker() const { return m_with.renderWorker; }

    [[nodiscard]] const QString& scanReader() const { return m_with.scanReader; }

    [[nodiscard]] QDateTime now() const;
    /// The day in Vietnam.
    [[nodiscard]] QDate today() const;

    [[nodiscard]] Profile profile() const;
    void setProfile(const Profile& profile);

    [[nodiscard]] OrganId organ() const;
    [[nodiscard]] Person person() const;
    /// The same with those for whom they stand in now: for whatever asks who has a share of the work.
    [[nodiscard]] Person acting() const;
    [[nodiscard]] OrganRef organRef() const;
    /// The stream of everything that this office does with a document.
    [[nodiscard]] QString caseOf(const DocumentId& document) const;

    /// The document, where the person may do this with it now; `action-not-allowed` otherwise. The rule is
    /// actionsFor() in app/domain, which the buttons follow as well.
    [[nodiscard]] Result<DocumentDetail> forAction(const DocumentId& document, bool Actions::* action) const;

private:
    Collaborators m_with;
    mutable std::mutex m_guard;
    Profile m_profile;
};

} // namespace app
