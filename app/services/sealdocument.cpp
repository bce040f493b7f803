// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/sealdocument.h"

#include "app/services/flowfieldnames.h"
#include "app/services/keepbooks.h"
#include "app/services/officedesk.h"
#include "app/services/signing.h"

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

/// Says which step is missing, before the general rule of the flow speaks.
Result<void> checkOrder(const DocumentDetail& document) {
    const DocumentState state = document.summary.state;
    if (state == DocumentState::WaitingForSignature || state == DocumentState::WaitingForInitial ||
        state == DocumentState::Draft) {
        return fail("seal-before-signature", document.summary.id.text());
    }
    if (state == DocumentState::Signed) {
        return fail("seal-before-number", document.summary.id.text());
    }
    return {};
}

Result<SignatureTask> sealTask(const OfficeDesk& desk, const DocumentId& id) {
    const auto seen = desk.store().documents().detail(id);
    if (!seen) {
        return std::unexpected(seen.error());
    }
    if (auto order = checkOrder(*seen); !order) {
        return std::unexpected(order.error());
    }
    if (auto stands = checkNumberStands(desk, id); !stands) { // before the state, which says less
        return std::unexpected(stands.error());
    }
    auto document = desk.forAction(id, &Actions::canSeal);
    if (!document) {
        return std::unexpected(document.error());
    }
    const PageBox place = document->places.seal;
    return SignatureTask{.document = std::move(*document),
                         .field = flow::sealField,
                         .place = place,
                         .picturePath = desk.profile().sealPicture,
                         .lockFields = true,
                         .reason = u"Đóng dấu cơ quan"_s};
}

} // namespace

Result<void> checkSealOwner(const OfficeDesk& desk, const docsig::CertificateFacts& certificate) {
    const QString& named = certificate.organisationIdentifier;
    if (!named.isEmpty() && named != desk.organ().text()) {
        return fail("seal-of-another-office", named);
    }
    return {};
}

SealDocument::SealDocument(OfficeDesk& desk)
    : m_desk(desk) {}

Result<SigningView> SealDocument::open(const DocumentId& id) const {
    const auto task = sealTask(m_desk, id);
    return task ? showForSignature(m_desk, *task) : std::unexpected(task.error());
}

Result<SigningReceipt> SealDocument::seal(const DocumentId& id, const QByteArray& shownSha256, const KeySource& key,
                                          const docsig::Pin& pin) {
    const auto task = sealTask(m_desk, id);
    if (!task) {
        return std::unexpected(task.error());
    }
    return keep(id, signBytes(m_desk, *task, shownSha256, key, pin));
}

Result<SigningReceipt> SealDocument::seal(const DocumentId& id, const QByteArray& shownSha256,
                                          SigningSession& session) {
    const auto task = sealTask(m_desk, id);
    if (!task) {
        return std::unexpected(task.error());
    }
    return keep(id, signBytes(m_desk, *task, shownSha256, session));
}

Result<SigningReceipt> SealDocument::keep(const DocumentId& id, const Result<SignedBytes>& made) {
    if (!made) {
        return std::unexpected(made.error());
    }
    if (auto own = checkSealOwner(m_desk, made->certificate); !own) {
        return std::unexpected(own.error());
    }
    return storeSigned(
        m_desk, id, *made,
        [&](const QByteArray& sha256) {
            return acts::Sealed{.document = id, .pdfSha256 = sha256, .sealName = made->certificate.commonName};
        },
        {}, m_desk.profile().evidence.levelOfSeals());
}

} // namespace app
