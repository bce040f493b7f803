// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/signatureblock.h"

#include "app/layout/officialwords.h"
#include "app/layout/pageunits.h"
#include "app/layout/paragraph.h"

#include <QPainter>

namespace app::page {

namespace {

using namespace Qt::Literals::StringLiterals;

constexpr double recipientsWidth = millimetres(72);
/// Between the last line of the title and the name: room for the signature, and nearly for the seal.
constexpr double signingRoom = millimetres(30);
constexpr double signatureWidth = millimetres(40);
constexpr double signatureHeight = millimetres(16);

Paragraph signerLine(const QString& text, const PageFonts& fonts, double size) {
    ParagraphStyle set;
    set.font = fonts.font(size, Style::Bold);
    set.size = size;
    set.set = ParagraphStyle::Set::Centred;
    set.width = millimetres(84);
    set.balanced = true;
    return {text, set};
}

struct Placed {
    Paragraph paragraph;
    double x;
    double y;
};

/// ô 9b; returns the height.
double addRecipients(std::vector<Placed>& parts, const QStringList& recipients, const PageFonts& fonts) {
    if (recipients.isEmpty()) {
        return 0;
    }
    ParagraphStyle head;
    head.font = fonts.font(12, Style::BoldItalic);
    head.size = 12;
    head.set = ParagraphStyle::Set::Left;
    head.width = recipientsWidth;
    double y = points(1.5); // level with the larger letters of 7a
    parts.push_back({Paragraph(u"Nơi nhận:"_s, head), left, y});
    y += parts.back().paragraph.height();

    ParagraphStyle item = head;
    item.font = fonts.font(11);
    item.size = 11;
    item.linePitch = 1.2;
    item.restIndent = widthOf(u"- "_s, item.font);
    for (const QString& recipient : closedList(recipients)) {
        QString name = recipient;
        while (name.startsWith(u'-') || name.startsWith(u' ')) {
            name.remove(0, 1);
        }
        parts.push_back({Paragraph(u"- "_s + name, item), left, y});
        y += parts.back().paragraph.height();
    }
    return y;
}

} // namespace

SignatureBlock setSignatureBlock(const OfficialDocument& document, const PageFonts& fonts) {
    const Sizes sizes = sizesOf(document.scale);
    const double size = sizes.signer;
    const double rightAxis = sizes.rightAxis();
    const double column = rightAxis - millimetres(84) / 2;
    std::vector<Placed> parts;
    double y = 0;
    for (const QString& line : {document.signer.competence, document.signer.position}) {
        if (!line.isEmpty()) {
            parts.push_back({signerLine(line.toUpper(), fonts, size), column, y});
            y += parts.back().paragraph.height();
        }
    }
    SignatureBlock block;
    const QPointF centre(rightAxis, y + signingRoom / 2);
    block.signature = {centre.x() - signatureWidth / 2, centre.y() - signatureHeight / 2, signatureWidth,
                       signatureHeight};
    const double diameter = millimetres(qBound(15.0, document.sealDiameter, 50.0));
    block.seal = {block.signature.left() + signatureWidth / 3 - diameter, centre.y() - diameter / 2, diameter,
                  diameter};
    y += signingRoom;
    if (!document.signer.fullName.isEmpty()) {
        parts.push_back({signerLine(document.signer.fullName, fonts, size), column, y});
        y += parts.back().paragraph.height();
    }
    block.height = qMax(y, addRecipients(parts, document.recipients, fonts));
    block.paint = [parts = std::move(parts)](QPainter& painter, double blockTop) {
        for (const Placed& part : parts) {
            part.paragraph.paint(painter, {part.x, blockTop + part.y});
        }
    };
    return block;
}

} // namespace app::page
