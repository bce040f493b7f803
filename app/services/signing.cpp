// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/signing.h"

#include "app/layout/appearances.h"
#include "app/services/draftpage.h"
#include "app/services/evidencequeue.h"
#include "app/services/flowfieldnames.h"
#include "app/services/freshpdf.h"
#include "app/services/officedesk.h"
#include "docsig/keys/certificate.h"
#include "docsig/pades/padessigner.h"
#include "docsig/trust/signingcertificatecheck.h"

#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

constexpr qint64 largestPicture = 4 << 20;

/// Empty where no picture is set; a set one that cannot be read is an error, so that nobody signs without noticing.
Result<QByteArray> pictureOf(const QString& path) {
    if (path.isEmpty()) {
        return QByteArray();
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestPicture) {
        return fail("picture-unreadable", path);
    }
    return file.readAll();
}

std::optional<docsig::CertificateFacts> defaultCertificate(const OfficeDesk& desk) {
    QFile file(desk.profile().certificateFile());
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestPicture) {
        return std::nullopt;
    }
    return docsig::describe(file.readAll());
}

/// What Thông tư 15/2025/TT-BKHCN asks before signing, by the lists that the office holds: nobody waits for the network
/// before a PIN. The newest answers come with the evidence.
QList<docsig::Finding> concernsAbout(const OfficeDesk& desk, const QList<QByteArray>& chain) {
    const auto trust = docsig::TrustStore::load(desk.profile().trustFolder());
    // A trust folder that cannot be read is told when the PDF is verified.
    return docsig::checkSigningCertificate(chain, trust ? *trust : docsig::TrustStore(), desk.now()).findings;
}

Result<void> refuseUnfit(const QList<docsig::Finding>& concerns) {
    for (const docsig::Finding& finding : concerns) {
        if (finding.weight == docsig::Weight::Fault) {
            return certificateNotUsable(finding.code);
        }
    }
    return {};
}

/// The key that certificateFile() belongs to: the one that the profile names for this field.
bool isDefault(const OfficeDesk& desk, QLatin1StringView field, const KeySource& key) {
    const Profile profile = desk.profile();
    return key == (field == flow::sealField ? profile.sealKey : profile.signatureKey);
}

/// Before a PIN is used: what is known of the certificate already may refuse it.
Result<void> refuseKnownUnfit(const OfficeDesk& desk, QLatin1StringView field, const KeySource& key) {
    const auto known = defaultCertificate(desk);
    return known && isDefault(desk, field, key) ? refuseUnfit(concernsAbout(desk, {known->der})) : Result<void>();
}

Result<QByteArray> appearanceOf(const SignatureTask& task) {
    const auto picture = pictureOf(task.picturePath);
    if (!picture || picture->isEmpty()) {
        return picture;
    }
    return pictureAppearance(*picture, task.place.rect.size());
}

/// The bytes and all that is decided about them before a key is asked.
struct ReadyToSign {
    QByteArray pdf;
    docsig::SignRequest request;
    DocumentState state;
};

/// Everything that can be refused is refused before the PIN is used: a token counts its tries.
Result<ReadyToSign> readyToSign(const OfficeDesk& desk, const SignatureTask& task, const QByteArray& shownSha256) {
    auto bytes = desk.store().blobs().bytes(task.document.pdfSha256);
    if (!bytes) {
        return std::unexpected(bytes.error());
    }
    if (shownSha256 != task.document.pdfSha256) {
        return fail("signing-other-bytes", QString::fromLatin1(shownSha256));
    }
    const auto appearance = appearanceOf(task);
    if (!appearance) {
        return std::unexpected(appearance.error());
    }
    const auto before = verifyFresh(desk, *bytes);
    if (!before) {
        return std::unexpected(before.error());
    }
    docsig::SignRequest request;
    request.fieldName = task.field;
    request.appearancePdf = *appearance;
    request.docMdpPermission = before->signatures.isEmpty() ? 2 : 0;
    request.applyFieldLock = task.lockFields;
    request.reason = task.reason;
    request.expectedSha256 = shownSha256;
    return ReadyToSign{.pdf = std::move(*bytes), .request = std::move(request), .state = task.document.summary.state};
}

Result<SignedBytes> signReady(const OfficeDesk& desk, const ReadyToSign& ready, docsig::SigningKey& key) {
    docsig::SignRequest request = ready.request;
    request.claimedTime = desk.now();
    auto pdf = docsig::PadesSigner().sign(ready.pdf, request, key);
    if (!pdf) {
        return passOn(pdf.error());
    }
    auto report = verifyFresh(desk, *pdf);
    if (!report) {
        return std::unexpected(report.error());
    }
    docsig::CertificateFacts certificate = report->signatures.last().signer;
    return SignedBytes{.pdf = std::move(*pdf),
                       .certificate = std::move(certificate),
                       .report = std::move(*report),
                       .base = ready.request.expectedSha256,
                       .state = ready.state};
}

Result<void> stillWhereItWas(const OfficeDesk& desk, const DocumentId& id, const SignedBytes& made) {
    const auto now = desk.store().documents().detail(id);
    if (!now) {
        return std::unexpected(now.error());
    }
    if (now->pdfSha256 != made.base || now->summary.state != made.state) {
        return fail("document-moved-on", id.text());
    }
    return {};
}

} // namespace

Result<SigningView> showForSignature(const OfficeDesk& desk, const SignatureTask& task) {
    const QByteArray& sha256 = task.document.pdfSha256;
    const auto path = desk.store().blobs().path(sha256);
    if (!path) {
        return std::unexpected(path.error());
    }
    auto bytes = desk.store().blobs().bytes(sha256);
    if (!bytes) {
        return std::unexpected(bytes.error());
    }
    const auto picture = pictureOf(task.picturePath);
    if (!picture) {
        return std::unexpected(picture.error());
    }
    const auto certificate = defaultCertificate(desk);
    return SigningView{.path = *path,
                       .pdf = std::move(*bytes),
                       .sha256 = sha256,
                       .report = desk.verifyClient().verifyFile(*path, {.at = desk.now()}),
                       .fieldName = task.field,
                       .place = pagePlace(task.place),
                       .picturePng = *picture,
                       .certificate = certificate,
                       .certificateFindings =
                           certificate ? concernsAbout(desk, {certificate->der}) : QList<docsig::Finding>()};
}

Result<SignedBytes> signBytes(const OfficeDesk& desk, const SignatureTask& task, const QByteArray& shownSha256,
                              const KeySource& key, const docsig::Pin& pin) {
    const auto ready = readyToSign(desk, task, shownSha256);
    if (!ready) {
        return std::unexpected(ready.error());
    }
    auto session = openForSigning(desk, task.field, key, pin);
    return session ? signReady(desk, *ready, session->key()) : std::unexpected(session.error());
}

Result<SignedBytes> signBytes(const OfficeDesk& desk, const SignatureTask& task, const QByteArray& shownSha256,
                              SigningSession& session) {
    const auto ready = readyToSign(desk, task, shownSha256);
    return ready ? signReady(desk, *ready, session.key()) : std::unexpected(ready.error());
}

Result<SigningReceipt> storeSigned(OfficeDesk& desk, const DocumentId& id, const SignedBytes& made,
                                   const std::function<ActBody(const QByteArray& sha256)>& act,
                                   const QStringList& participants, docsig::Level wanted) {
    return desk.store().together([&]() -> Result<SigningReceipt> {
        if (auto same = stillWhereItWas(desk, id, made); !same) {
            return std::unexpected(same.error());
        }
        const auto stored = desk.store().putContent(made.pdf);
        if (!stored) {
            return std::unexpected(stored.error());
        }
        const auto recorded = desk.store().record(
            {.stream = desk.caseOf(id), .body = act(*stored), .participants = participants, .cites = {*stored}});
        if (!recorded) {
            return std::unexpected(recorded.error());
        }
        if (auto planned = EvidenceQueue(desk).plan(id, wanted); !planned) {
            return std::unexpected(planned.error());
        }
        return SigningReceipt{
            .sha256 = *stored, .certificate = made.certificate, .report = made.report, .wanted = wanted};
    });
}

Result<SigningSession> openForSigning(const OfficeDesk& desk, QLatin1StringView field, const KeySource& key,
                                      const docsig::Pin& pin) {
    if (auto fit = refuseKnownUnfit(desk, field, key); !fit) {
        return std::unexpected(fit.error());
    }
    auto session = SigningSession::open(key, pin);
    if (!session) {
        return session;
    }
    if (auto fit = refuseUnfit(concernsAbout(desk, session->key().chain())); !fit) {
        return std::unexpected(fit.error());
    }
    return session;
}

} // namespace app
