// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/packetsealing.h"

#include "app/cli/terminal.h"
#include "app/services/profile.h"

using namespace Qt::Literals::StringLiterals;

namespace app::cli {

QList<Option> sealingOptions() {
    return QList<Option>{{u"sign-packet"_s, {}, u"signs the packet as a whole with the seal's key, up to 20 MB"_s},
                         {u"leave-unsigned"_s, {}, u"does not sign it, whatever `office set --sign-packets` says"_s}} +
           keyOptions();
}

bool wantsSeal(const Arguments& arguments, const Profile& profile) {
    return arguments.has(u"sign-packet"_s) || (profile.signPackets && !arguments.has(u"leave-unsigned"_s));
}

Result<KeySource> packetKey(const Arguments& arguments, const Profile& profile) {
    return chosenKey(arguments, profile.sealKey);
}

QString sealingWord(PacketSealing sealing) {
    switch (sealing) {
    case PacketSealing::Signed:
        return u"signed"_s;
    case PacketSealing::TooLarge:
        return u"too-large"_s;
    case PacketSealing::NotWanted:
        break;
    }
    return u"none"_s;
}

void tellSealing(const Terminal& terminal, PacketSealing sealing) {
    if (sealing == PacketSealing::TooLarge) {
        terminal.line(
            u"△ The packet is over 20 MB and goes without a signature of its own; the document keeps its own."_s,
            u"△ Gói tin lớn hơn 20 MB nên không được ký; chữ ký trên văn bản vẫn giữ nguyên."_s);
    } else if (sealing == PacketSealing::Signed) {
        terminal.line(u"The packet is signed with the seal's certificate."_s,
                      u"Gói tin đã được ký bằng chứng thư của con dấu."_s);
    }
}

} // namespace app::cli
