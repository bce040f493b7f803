// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/changes.h"

#include "app/domain/keyedvalue.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

constexpr QLatin1StringView changeKinds[] = {"withdraw"_L1, "update"_L1, "replace"_L1};
constexpr QLatin1StringView offerStates[] = {"open"_L1, "agreed"_L1, "refused"_L1, "told"_L1};

/// Goes through notes and answers in the order of the hub.
class Folding {
public:
    explicit Folding(OrganId issuer)
        : m_issuer(std::move(issuer)) {}

    void note(const ChangeNote& note) {
        if (note.from != m_issuer || m_issuer.isEmpty()) {
            m_fold.strangers.append(note);
            return;
        }
        if (m_fold.isWithdrawn || m_isRevised || joins(note)) {
            return;
        }
        ChangeOffer offer{.packetSha256 = note.packetSha256,
                          .kind = note.kind,
                          .state = note.asks ? ChangeOffer::State::Open : ChangeOffer::State::Told,
                          .reason = note.reason,
                          .received = note.received,
                          .answer = {},
                          .document = note.document};
        m_fold.isReplaced = m_fold.isReplaced || note.kind == ChangeKind::Replace;
        m_fold.offers.append(std::move(offer));
        m_packets.append({note.packetSha256});
    }

    void answer(const ChangeAnswer& answer) {
        for (qsizetype index = 0; index < m_fold.offers.size(); ++index) {
            ChangeOffer& offer = m_fold.offers[index];
            if (offer.state != ChangeOffer::State::Open || !m_packets.at(index).contains(answer.packetSha256)) {
                continue;
            }
            offer.state = answer.agreed ? ChangeOffer::State::Agreed : ChangeOffer::State::Refused;
            offer.answer = answer.reason;
            if (answer.agreed) {
                m_fold.agreed = answer.at;
            }
            if (answer.agreed && offer.kind == ChangeKind::Withdraw) {
                m_fold.isWithdrawn = true;
            } else if (answer.agreed) {
                m_fold.isReplaced = true;
                m_isRevised = true;
            }
        }
    }

    ChangeFold take() {
        if (m_fold.isWithdrawn) {
            // Nothing is left to be updated.
            m_fold.offers.removeIf([](const ChangeOffer& offer) { return offer.state == ChangeOffer::State::Open; });
        }
        return std::move(m_fold);
    }

private:
    /// The same wish again: by the other way, or sent twice. Each version of an update is an offer of its own.
    bool joins(const ChangeNote& note) {
        for (qsizetype index = 0; index < m_fold.offers.size(); ++index) {
            const ChangeOffer& offer = m_fold.offers.at(index);
            const bool isSamePacket = m_packets.at(index).contains(note.packetSha256);
            const bool isSameWish = note.kind == ChangeKind::Withdraw && offer.kind == ChangeKind::Withdraw &&
                                    offer.state == ChangeOffer::State::Open;
            if (isSamePacket || isSameWish) {
                m_packets[index].append(note.packetSha256);
                return true;
            }
        }
        return false;
    }

    OrganId m_issuer;
    ChangeFold m_fold;
    QList<QList<QByteArray>> m_packets; ///< of each offer
    bool m_isRevised = false;
};

} // namespace

QString changeKey(ChangeKind kind) {
    return changeKinds[static_cast<size_t>(kind)];
}
std::optional<ChangeKind> changeFromKey(QStringView key) {
    return valueOf<ChangeKind>(changeKinds, key);
}
QString offerKey(ChangeOffer::State state) {
    return offerStates[static_cast<size_t>(state)];
}
std::optional<ChangeOffer::State> offerFromKey(QStringView key) {
    return valueOf<ChangeOffer::State>(offerStates, key);
}

const ChangeOffer* ChangeFold::open() const {
    const ChangeOffer* found = nullptr;
    for (const ChangeOffer& offer : offers) {
        const bool isBetter = !found || (found->kind != ChangeKind::Withdraw && offer.kind == ChangeKind::Withdraw);
        if (offer.state == ChangeOffer::State::Open && isBetter) {
            found = &offer;
        }
    }
    return found;
}

ChangeFold foldChanges(const OrganId& issuer, QList<ChangeNote> notes, QList<ChangeAnswer> answers) {
    std::ranges::stable_sort(notes, [](const ChangeNote& one, const ChangeNote& other) {
        return std::pair(one.received, one.packetSha256) < std::pair(other.received, other.packetSha256);
    });
    std::ranges::stable_sort(answers, [](const ChangeAnswer& one, const ChangeAnswer& other) {
        return one.at.isValid() && (!other.at.isValid() || one.at < other.at);
    });
    Folding folding(issuer);
    qsizetype next = 0;
    for (const ChangeNote& note : std::as_const(notes)) {
        while (next < answers.size() && answers.at(next).at.isValid() && answers.at(next).at < note.received) {
            folding.answer(answers.at(next++));
        }
        folding.note(note);
    }
    while (next < answers.size()) {
        folding.answer(answers.at(next++));
    }
    return folding.take();
}

} // namespace app
