// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/purposesigning.h"

#include "app/domain/vietnamtime.h"
#include "app/layout/appearances.h"
#include "app/layout/purposeplaces.h"
#include "app/render/renderclient.h"
#include "docsig/pades/padessigner.h"
#include "docsig/pades/pagestamp.h"

#include <algorithm>

namespace app {

namespace {

using namespace Qt::Literals::StringLiterals;

constexpr double lookingDpi = 50;

/// A drawing and the page that it belongs on by the rule.
struct Drawing {
    Appearance appearance;
    QString text;
};

Result<Drawing> drawText(const QString& text, QSizeF page) {
    // From the left margin of an official page to the right one.
    const auto drawn = signatureTextAppearance(text, qMin(toPoints(165), page.width() - toPoints(20)));
    return drawn ? Result<Drawing>({*drawn, text}) : std::unexpected(drawn.error());
}

Result<Drawing> drawPicture(const PurposeTask& task) {
    if (task.picturePng.isEmpty()) {
        return fail("purpose-picture-missing", factsOf(task.purpose).key);
    }
    const bool seals = task.purpose == SigningPurpose::Seal;
    const QSizeF size =
        (seals ? QSizeF(task.sealDiameter, task.sealDiameter) : factsOf(task.purpose).millimetres) * toPoints(1);
    const auto picture = pictureAppearance(task.picturePng, size);
    return picture ? Result<Drawing>({{*picture, size}, {}}) : std::unexpected(picture.error());
}

Result<Drawing> draw(const PurposeTask& task, QSizeF page) {
    const bool appendix = task.purpose == SigningPurpose::Appendix;
    if (!factsOf(task.purpose).showsPicture && (appendix ? task.number : task.agency).trimmed().isEmpty()) {
        return fail("purpose-text-missing", factsOf(task.purpose).key);
    }
    switch (task.purpose) {
    case SigningPurpose::Appendix:
        return drawText(appendixText(task.number, task.moment), page);
    case SigningPurpose::CertifiedCopy:
        return drawText(copyText(task.copy, task.agency, task.moment), page);
    case SigningPurpose::DigitisedPaper:
        return drawText(digitisedText(task.agency, task.moment), page);
    case SigningPurpose::IncomingStamp: {
        ArrivalStamp stamp = task.arrival;
        stamp.agency = task.agency;
        const auto drawn = arrivalStampAppearance(stamp);
        return drawn ? Result<Drawing>({*drawn, u"ĐẾN: %1, %2"_s.arg(stamp.number, dateDisplay(stamp.date))})
                     : std::unexpected(drawn.error());
    }
    default:
        return drawPicture(task);
    }
}

/// Places on that page where signatures are seen already.
QList<QRectF> takenOn(const docsig::SignatureReport& report, int page) {
    QList<QRectF> taken;
    for (const docsig::SignatureResult& signature : report.signatures) {
        if (signature.page == page && !signature.rect.isEmpty()) {
            taken << signature.rect;
        }
    }
    return taken;
}

/// The leader's place: the field of that name, signed or not; else the last signature that is seen.
std::optional<docsig::PagePlace> leaderPlace(const QByteArray& pdf, const docsig::SignatureReport& report) {
    auto found = docsig::placeOfField(pdf, factsOf(SigningPurpose::Approve).fieldName);
    for (qsizetype index = report.signatures.size() - 1; index >= 0 && !found; --index) {
        const docsig::SignatureResult& signature = report.signatures.at(index);
        if (signature.page >= 0 && !signature.rect.isEmpty()) {
            found = docsig::PagePlace{signature.page, signature.rect};
        }
    }
    return found;
}

class Placing {
public:
    Placing(const QByteArray& pdf, const docsig::SignatureReport& report, const QList<QSizeF>& pages,
            const QString& renderWorker)
        : m_pdf(pdf)
        , m_report(report)
        , m_pages(pages)
        , m_renderWorker(renderWorker) {}

    [[nodiscard]] docsig::PagePlace byRule(const PurposeTask& task, QSizeF box) const {
        const int last = int(m_pages.size()) - 1;
        const auto leader = leaderPlace(m_pdf, m_report);
        const int page = leader ? leader->page : last;
        switch (task.purpose) {
        case SigningPurpose::Initial:
            return {page,
                    initialPlace(m_pages.at(page), box, leader ? leader->rect : QRectF(), takenOn(m_report, page))};
        case SigningPurpose::Approve:
            return {last, QRectF(QPointF(m_pages.at(last).width() - toPoints(40) - box.width(), toPoints(45)), box)};
        case SigningPurpose::Seal:
            return leader ? docsig::PagePlace{page, sealPlace(leader->rect, box.width())}
                          : docsig::PagePlace{last, QRectF(QPointF(m_pages.at(last).width() / 2, toPoints(35)), box)};
        case SigningPurpose::IncomingStamp:
            return {0, blankPlace(firstPage(), m_pages.at(0), box)};
        default:
            return {0, topRightPlace(m_pages.at(0), box, takenOn(m_report, 0))};
        }
    }

private:
    /// Empty where it can't be drawn: the stamp then goes to its usual place.
    [[nodiscard]] QImage firstPage() const {
        if (m_renderWorker.isEmpty()) {
            return {};
        }
        RenderClient client(m_renderWorker);
        const auto pages = client.openBytes(m_pdf);
        const auto picture = pages ? client.page(0, lookingDpi) : std::unexpected(pages.error());
        return picture ? *picture : QImage();
    }

    const QByteArray& m_pdf;
    const docsig::SignatureReport& m_report;
    const QList<QSizeF>& m_pages;
    QString m_renderWorker;
};

/// A field of that name that is free, or the name with a number behind it.
QString freeName(const QString& name, const docsig::SignatureReport& report) {
    const auto isTaken = [&report](const QString& wanted) {
        return std::ranges::any_of(report.signatures, [&wanted](const docsig::SignatureResult& signature) {
            return signature.fieldName == wanted;
        });
    };
    QString found = name;
    for (int number = 2; isTaken(found); ++number) {
        found = name + QString::number(number);
    }
    return found;
}

} // namespace

PurposeSigning::PurposeSigning(const docsig::VerifyClient& verifier, QString renderWorker)
    : m_verifier(verifier)
    , m_renderWorker(std::move(renderWorker)) {}

Result<PurposePlan> PurposeSigning::plan(const QByteArray& pdf, const PurposeTask& task) const {
    // The worker looks first: what kills or stalls a reader does so there.
    docsig::SignatureReport before = m_verifier.verifyBytes(pdf, {.at = task.moment, .integrityOnly = true});
    if (before.verdict == docsig::Verdict::Unreadable && !before.findings.isEmpty()) {
        return std::unexpected(Error{before.findings.first().code, before.findings.first().detail});
    }
    const auto pages = docsig::shownPageSizes(pdf);
    if (!pages) {
        return passOn(pages.error());
    }
    const auto drawing = draw(task, pages->first());
    if (!drawing) {
        return std::unexpected(drawing.error());
    }
    const QSizeF box = drawing->appearance.points;
    docsig::PagePlace place;
    if (task.corner) {
        place.page = qMax(0, task.page);
        if (place.page >= pages->size()) {
            return fail("purpose-page-missing", QString::number(place.page + 1));
        }
        const QPointF corner = *task.corner * toPoints(1);
        place.rect = QRectF(QPointF(corner.x(), pages->at(place.page).height() - corner.y() - box.height()), box);
    } else {
        place = Placing(pdf, before, *pages, m_renderWorker).byRule(task, box);
    }
    const PurposeFacts& facts = factsOf(task.purpose);
    return PurposePlan{.fieldName = freeName(facts.fieldName, before),
                       .place = place,
                       .appearancePdf = drawing->appearance.pdf,
                       .text = drawing->text,
                       .reason = facts.reason,
                       .moment = vietnamTime(task.moment),
                       .docMdpPermission = before.signatures.isEmpty() ? 2 : 0,
                       .before = std::move(before)};
}

Result<QByteArray> PurposeSigning::sign(const QByteArray& pdf, const PurposePlan& plan, docsig::SigningKey& key) const {
    docsig::SignRequest request;
    request.fieldName = plan.fieldName;
    request.place = plan.place;
    request.appearancePdf = plan.appearancePdf;
    request.docMdpPermission = plan.docMdpPermission;
    request.reason = plan.reason;
    request.claimedTime = plan.moment;
    auto made = docsig::PadesSigner().sign(pdf, request, key);
    if (!made) {
        return passOn(made.error());
    }
    const docsig::SignatureReport after = m_verifier.verifyBytes(*made, {.at = plan.moment, .integrityOnly = true});
    const bool holds = after.signatures.size() == plan.before.signatures.size() + 1 &&
                       std::ranges::all_of(after.signatures, [&plan](const docsig::SignatureResult& signature) {
                           // An older signature may have been broken before; ours, and what was whole, is whole.
                           const auto old = std::ranges::find(plan.before.signatures, signature.fieldName,
                                                              &docsig::SignatureResult::fieldName);
                           return (signature.integrity == docsig::Judgement::Valid &&
                                   signature.coverage != docsig::Judgement::Invalid) ||
                                  (old != plan.before.signatures.end() && signature.coverage == old->coverage &&
                                   signature.integrity == old->integrity);
                       });
    if (!holds) {
        return fail("purpose-result-not-valid", plan.fieldName);
    }
    return std::move(*made);
}

Result<QByteArray> PurposeSigning::stamp(const QByteArray& pdf, const PurposePlan& plan) const {
    auto stamped = docsig::stampPage(pdf, plan.place, plan.appearancePdf, plan.text);
    if (!stamped) {
        return passOn(stamped.error());
    }
    return std::move(*stamped);
}

} // namespace app
