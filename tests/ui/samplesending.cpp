// SPDX-License-Identifier: GPL-3.0-or-later
// What the sample office does with packets: who can be written to, sending, and what follows it.
#include "app/domain/folding.h"
#include "tests/ui/sampleoffice.h"

#include <QFileInfo>

namespace tests {

using namespace Qt::Literals::StringLiterals;

namespace {

app::Agency agency(QStringView id, const QString& name, const QString& superior = {}) {
    app::Agency made;
    made.id = *app::OrganId::parse(id);
    made.name = name;
    made.superiorName = superior;
    return made;
}

} // namespace

app::Result<QList<app::Agency>> SampleOffice::findAgencies(const QString& text) {
    QList<app::Agency> all{agency(u"H99.03", u"Sở Tài chính"_s), agency(u"H99.04", u"Sở Y tế"_s)};
    for (int ward = 1; ward <= 90; ++ward) {
        all << agency(u"H99.21.%1"_s.arg(ward), u"Phòng Văn hóa - Xã hội"_s, u"Uỷ ban nhân dân xã số %1"_s.arg(ward));
    }
    const QStringList words = app::searchWords(text);
    all.removeIf([&words](const app::Agency& one) {
        return !app::holdsWords(one.name + u' ' + one.superiorName + u' ' + one.id.text(), words);
    });
    const QMutexLocker lock(&m_mutex);
    searched << text;
    return all;
}

app::Result<app::SendReceipt> SampleOffice::send(const app::DocumentId&, const QList<app::OrganId>& receivers,
                                                 const app::PacketSeal* seal) {
    if (seal && seal->pin.utf8() != rightPin.toUtf8()) {
        return std::unexpected(app::Error(u"pkcs12-wrong-pin"_s, {}));
    }
    if (auto noted = note((seal ? u"send-signed:%1"_s : u"send:%1"_s).arg(receivers.size())); !noted) {
        return std::unexpected(noted.error());
    }
    app::SendReceipt receipt;
    receipt.receivers = receivers;
    receipt.sealing = seal ? app::PacketSealing::Signed : app::PacketSealing::NotWanted;
    return receipt;
}

app::Result<app::PacketSealing> SampleOffice::update(const app::DocumentId&, const app::DocumentUpdate& change,
                                                     const QString& version, const app::PacketSeal* seal) {
    const QString what = seal ? u"update-signed"_s : u"update"_s;
    const auto noted = note(u"%1:%2:+%3:-%4:%5"_s.arg(what, QFileInfo(version).fileName())
                                .arg(change.added.size())
                                .arg(change.removed.size())
                                .arg(change.reason));
    if (!noted) {
        return std::unexpected(noted.error());
    }
    return seal ? app::PacketSealing::TooLarge : app::PacketSealing::NotWanted;
}

app::Result<app::SendReceipt> SampleOffice::replace(const app::DocumentId& earlier, const app::DocumentId& by,
                                                    const QString& reason, const app::PacketSeal* seal) {
    if (auto noted = note((seal ? u"replace-signed:%1"_s : u"replace:%1"_s).arg(reason)); !noted || earlier == by) {
        return std::unexpected(noted ? app::Error(u"replaced-not-sent"_s, {}) : noted.error());
    }
    app::SendReceipt receipt;
    receipt.receivers = {*app::OrganId::parse(u"H99.03")};
    return receipt;
}

void SampleOffice::signPacketOf(const app::DocumentId& id, const app::PacketSignatureFacts& signature) {
    const QMutexLocker lock(&m_mutex);
    if (app::DocumentDetail* detail = find(id)) {
        detail->packetSignature = signature;
    }
}

} // namespace tests
