// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/documentid.h"

#include <QUuid>

namespace app {

namespace {

/// Names of documents are made in a name space of this project.
const QUuid nameSpace(0x7b6f2c1e, 0x58a4, 0x4d0b, 0x9e, 0x37, 0x1c, 0x42, 0xd9, 0x60, 0xaf, 0x15);

} // namespace

template <typename Tag>
QString Identifier<Tag>::randomUuid() {
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

template <typename Tag>
QString Identifier<Tag>::canonicalUuid(QStringView text) {
    if (text.size() != 36 && text.size() != 38) {
        return {};
    }
    const QUuid uuid = QUuid::fromString(text);
    return uuid.isNull() ? QString() : uuid.toString(QUuid::WithoutBraces);
}

template <typename Tag>
QString Identifier<Tag>::namedUuid(const QByteArray& name) {
    return QUuid::createUuidV5(nameSpace, name).toString(QUuid::WithoutBraces);
}

template class Identifier<DocumentTag>;
template class Identifier<DossierTag>;
template class Identifier<OpinionTag>;
template class Identifier<MeetingTag>;

DocumentId documentOfPacket(const QByteArray& packetSha256) {
    return DocumentId::ofName("packet/" + packetSha256);
}

} // namespace app
