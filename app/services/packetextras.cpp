// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/packetextras.h"

#include "app/domain/plaintext.h"
#include "exchange/envelope/packet.h"

#include <QXmlStreamReader>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

constexpr qsizetype mostExtras = 60;
constexpr qsizetype longestExtraName = 100;
constexpr qsizetype longestExtraText = 500;

void addExtras(const QString& xml, QList<PacketExtra>& extras) {
    QXmlStreamReader reader(xml);
    QString name;
    QString text;
    while (!reader.atEnd() && extras.size() < mostExtras) {
        switch (reader.readNext()) {
        case QXmlStreamReader::StartElement:
            name = reader.name().toString();
            text.clear();
            break;
        case QXmlStreamReader::Characters:
            text += reader.text();
            break;
        case QXmlStreamReader::EndElement:
            // Only the innermost: what holds others says nothing itself.
            if (!name.isEmpty() && !text.trimmed().isEmpty()) {
                extras.append({.name = visibleText(name.left(longestExtraName)),
                               .value = visibleText(text.simplified().left(longestExtraText))});
            }
            name.clear();
            text.clear();
            break;
        default:
            break;
        }
    }
}

} // namespace

QList<PacketExtra> packetExtras(const exchange::DocumentPacket& packet) {
    QList<PacketExtra> extras;
    for (const QString& task : packet.taskCodes) {
        if (extras.size() < mostExtras) {
            extras.append({.name = u"TaskCode"_s, .value = visibleText(task.left(longestExtraText))});
        }
    }
    for (const exchange::UnknownElement& element : packet.unknown) {
        addExtras(element.xml, extras);
    }
    return extras;
}

} // namespace app
