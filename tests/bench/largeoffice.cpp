// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/largeoffice.h"

#include "app/store/documentrecord.h"
#include "app/store/documenttext.h"
#include "app/store/officestore.h"
#include "app/store/transaction.h"

#include <utility>

using namespace Qt::Literals::StringLiterals;
using app::DocumentState;
using app::Folder;

namespace bench {

namespace {

constexpr int wordsOfText = 300;
constexpr int atOnce = 5'000;

/// In which list, in what state: one office's share of each.
std::pair<Folder, DocumentState> standing(int dice) {
    if (dice < 20) {
        return {Folder::ToAccept, DocumentState::Arrived};
    }
    if (dice < 50) {
        return {Folder::ToHandle, DocumentState::Registered};
    }
    if (dice < 60) {
        return {Folder::Following, DocumentState::Registered};
    }
    return dice < 700 ? std::pair(Folder::Done, DocumentState::Answered)
                      : std::pair(Folder::Issued, DocumentState::Sent);
}

app::DocumentRecord recordOf(int ordinal, int total, Language& language, std::mt19937& random) {
    const auto [folder, state] = standing(int(random() % 1000));
    const QDateTime newest(QDate(2026, 11, 26), QTime(2, 0), Qt::UTC);
    constexpr qint64 span = 8LL * 365 * 86'400;
    app::DocumentRecord record{
        .detail = {.summary = {.id = app::DocumentId::ofName("bench " + QByteArray::number(ordinal))}}};
    app::DocumentSummary& summary = record.detail.summary;
    summary.folder = folder;
    summary.state = state;
    summary.incoming = folder != Folder::Issued;
    summary.counterpart =
        u"Sở "_s + language.words().at(int(random() % 200)) + u" tỉnh "_s + language.words().at(int(random() % 300));
    summary.subject = u"V/v "_s + language.text(random, 16);
    summary.number = QString::number(random() % 9000 + 1) + u"/SX-VP"_s;
    summary.kindName = u"Công văn"_s;
    summary.urgency = random() % 10 == 0 ? app::Urgency::Urgent : app::Urgency::Normal;
    summary.time = newest.addSecs(-span + span * ordinal / total);
    summary.dueDate = random() % 4 == 0 ? summary.time.date().addDays(15) : QDate();
    summary.arrivalNumber = state == DocumentState::Arrived || !summary.incoming ? 0 : ordinal % 100'000 + 1;
    record.detail.kind = app::DocumentKind::CongVan;
    record.detail.arrivalDate = summary.time.date();
    record.detail.issuer.id =
        *app::OrganId::parse(u"H99."_s + QString::number(3 + random() % 60).rightJustified(2, u'0'));
    record.detail.packetSha256 = QByteArray::number(ordinal).rightJustified(64, '0');
    record.matchKey = summary.number + u'|' + QString::number(ordinal);
    for (const auto& [kind, by] : {std::pair(u"registered"_s, u"H99.02/vanthu"_s),
                                   std::pair(u"finished"_s, u"H99.02/cv"_s + QString::number(random() % 80))}) {
        record.detail.history.append({.kind = kind, .by = by, .at = summary.time});
    }
    return record;
}

} // namespace

Language::Language() {
    const QStringList heads{u"b"_s,  u"c"_s, u"ch"_s, u"d"_s,  u"đ"_s,  u"g"_s,  u"h"_s,
                            u"kh"_s, u"l"_s, u"m"_s,  u"n"_s,  u"ng"_s, u"nh"_s, u"ph"_s,
                            u"qu"_s, u"s"_s, u"t"_s,  u"th"_s, u"tr"_s, u"v"_s,  u"x"_s};
    const QStringList tails{u"a"_s,  u"ác"_s,  u"ái"_s,   u"anh"_s,  u"ào"_s,  u"ăn"_s, u"ân"_s,
                            u"ề"_s,  u"ên"_s,  u"iệt"_s,  u"iếu"_s,  u"ính"_s, u"ô"_s,  u"ông"_s,
                            u"ơn"_s, u"uân"_s, u"uyết"_s, u"ương"_s, u"ước"_s, u"ỵ"_s};
    for (const QString& tail : tails) {
        for (const QString& head : heads) {
            m_words.append(head + tail);
        }
    }
    std::vector<double> weights;
    for (qsizetype rank = 1; rank <= m_words.size(); ++rank) {
        weights.push_back(1.0 / double(rank));
    }
    m_chance = std::discrete_distribution<int>(weights.begin(), weights.end());
}

QString Language::text(std::mt19937& random, int words) {
    QStringList all;
    for (int count = 0; count < words; ++count) {
        all.append(m_words.at(m_chance(random)));
    }
    return all.join(u' ');
}

app::Result<void> fillOffice(app::OfficeStore& store, int documents, int texts) {
    Language language;
    std::mt19937 random(1); // NOLINT: the same office each time
    for (int from = 0; from < documents; from += atOnce) {
        const auto written = store.database().write([&](app::Transaction& transaction) -> app::Result<void> {
            for (int ordinal = from; ordinal < qMin(documents, from + atOnce); ++ordinal) {
                const app::DocumentRecord record = recordOf(ordinal, documents, language, random);
                const QString id = record.detail.summary.id.text();
                if (qint64(ordinal) * texts / documents != qint64(ordinal + 1) * texts / documents) {
                    transaction.change(u"INSERT INTO document_body (document_id, source, text) VALUES (?, '', ?)"_s,
                                       {id, app::packedBody(language.text(random, wordsOfText))});
                }
                if (record.detail.summary.incoming) {
                    transaction.change(
                        u"INSERT INTO verdict (document_id, verdict, signatures, signer_name, seal_name,"
                        " worst_finding, judged_at, report, sender) VALUES (?, ?, 2, '', '', '', '', '{}', '{}')"_s,
                        {id, random() % 50 == 0 ? u"cannot-tell"_s : u"valid"_s});
                }
                app::writeRecord(transaction, record);
            }
            return {};
        });
        if (!written) {
            return written;
        }
    }
    return {};
}

} // namespace bench
