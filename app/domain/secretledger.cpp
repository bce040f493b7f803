// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/secretledger.h"

#include "app/domain/vietnamtime.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

constexpr qsizetype mostSecretLines = 200'000;
constexpr qsizetype mostSecretBytes = 48LL * 1024 * 1024;
constexpr qsizetype longestSecretLine = 64LL * 1024;
constexpr qsizetype longestSecretReason = 1000;

constexpr std::array secretDeeds{
    "created"_L1,       "unlocked"_L1,    "entered"_L1, "corrected"_L1,          "voided"_L1,          "viewed"_L1,
    "scan-attached"_L1, "scan-viewed"_L1, "printed"_L1, "passphrase-changed"_L1, "restore-accepted"_L1};

QByteArray secretHashOf(const QByteArray& raw) {
    return QCryptographicHash::hash(raw, QCryptographicHash::Sha256).toHex();
}

bool isSecretHash(const QByteArray& text) {
    static const QRegularExpression form(u"\\A[0-9a-f]{64}\\z"_s);
    return form.match(QString::fromLatin1(text)).hasMatch();
}

QString freshSalt() {
    std::array<quint32, 4> words{};
    QRandomGenerator::system()->fillRange(words.data(), static_cast<qsizetype>(words.size()));
    return QString::fromLatin1(
        QByteArray(reinterpret_cast<const char*>(words.data()), static_cast<qsizetype>(sizeof(words))).toHex());
}

SecretBytes secretRaw(const SecretLine& line, const QByteArray& before) {
    QJsonObject object{{u"before"_s, QString::fromLatin1(before)},
                       {u"salt"_s, freshSalt()},
                       {u"at"_s, isoTime(line.at)},
                       {u"by"_s, line.by},
                       {u"deed"_s, secretDeedKey(line.deed)},
                       {u"words"_s, line.words.text()}};
    if (line.ref) {
        object[u"ref"_s] = secretRefKey(*line.ref);
    }
    if (line.entry) {
        object[u"entry"_s] = toJson(*line.entry);
    }
    if (line.scan) {
        object[u"scan"_s] = QJsonObject{{u"file"_s, QString::fromLatin1(line.scan->file)},
                                        {u"sha256"_s, QString::fromLatin1(line.scan->sha256)},
                                        {u"size"_s, line.scan->size}};
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// Reads the parts of a line that may be missing. Gives false where one is there and is none.
bool readParts(const QJsonObject& object, SecretLine& line) {
    if (object.contains(u"ref"_s)) {
        line.ref = secretRefFromKey(object[u"ref"_s].toString());
    }
    if (object.contains(u"entry"_s)) {
        line.entry = secretEntryFromJson(object[u"entry"_s].toObject());
    }
    if (object.contains(u"scan"_s)) {
        const QJsonObject scan = object[u"scan"_s].toObject();
        line.scan = SecretScan{.file = scan[u"file"_s].toString().toLatin1(),
                               .sha256 = scan[u"sha256"_s].toString().toLatin1(),
                               .size = scan[u"size"_s].toInteger()};
    }
    return line.ref.has_value() == object.contains(u"ref"_s) && line.entry.has_value() == object.contains(u"entry"_s);
}

std::optional<SecretLine> secretLineFrom(const QByteArray& raw, const QByteArray& before) {
    const QJsonObject object = QJsonDocument::fromJson(raw).object();
    const auto deed = std::ranges::find(secretDeeds, object[u"deed"_s].toString());
    SecretLine line{.at = parseIsoTime(object[u"at"_s].toString()),
                    .by = object[u"by"_s].toString(),
                    .words = object[u"words"_s].toString()};
    const bool isLinked = object[u"before"_s].toString().toLatin1() == before;
    if (!isLinked || deed == secretDeeds.end() || !line.at.isValid() || !readParts(object, line)) {
        return std::nullopt;
    }
    line.deed = static_cast<SecretDeed>(deed - secretDeeds.begin());
    return line;
}

/// Each row in memory of its own, so that it is wiped with the ledger.
QList<SecretBytes> secretRows(const QByteArray& bytes) {
    QList<SecretBytes> rows;
    qsizetype from = 0;
    while (from <= bytes.size()) {
        const qsizetype end = bytes.indexOf('\n', from);
        const qsizetype length = (end < 0 ? bytes.size() : end) - from;
        rows.append(SecretBytes(bytes.mid(from, length)));
        from += length + 1;
    }
    return rows;
}

} // namespace

QString secretDeedKey(SecretDeed deed) {
    return secretDeeds.at(static_cast<std::size_t>(deed));
}

Result<SecretLedger> SecretLedger::read(const SecretBytes& bytes) {
    SecretLedger ledger;
    const bool isBounded = bytes.size() <= mostSecretBytes + longestSecretLine;
    const QList<SecretBytes> rows = isBounded ? secretRows(bytes) : QList<SecretBytes>();
    QByteArray before;
    for (const SecretBytes& raw : rows) {
        const auto line = raw.size() <= longestSecretLine ? secretLineFrom(raw, before) : std::nullopt;
        if (!line || !ledger.fold(*line)) {
            break;
        }
        ledger.m_raw.append(raw);
        ledger.m_bytes += raw.size() + 1;
        before = secretHashOf(raw);
    }
    if (ledger.m_raw.isEmpty() || ledger.m_raw.size() != rows.size()) {
        return fail("secret-ledger-damaged", u"line %1"_s.arg(ledger.m_raw.size() + 1));
    }
    return ledger;
}

SecretBytes SecretLedger::bytes() const {
    QByteArray joined;
    joined.reserve(m_bytes); // once: what grows leaves copies behind
    for (const SecretBytes& raw : m_raw) {
        if (!joined.isEmpty()) {
            joined += '\n';
        }
        joined += raw.text();
    }
    return joined;
}

QList<SecretRecord> SecretLedger::book(SecretDirection direction, int year) const {
    QList<SecretRecord> records;
    for (const SecretRecord& record : m_records) {
        if (record.ref.direction == direction && record.ref.year == year) {
            records.append(record);
        }
    }
    return records;
}

std::optional<SecretRecord> SecretLedger::record(const SecretRef& ref) const {
    const auto place = m_places.find(ref);
    return place == m_places.end() ? std::nullopt : std::optional(m_records.at(place->second));
}

int SecretLedger::nextNumber(SecretDirection direction, int year) const {
    const auto last = m_numbers.find({direction, year});
    return last == m_numbers.end() ? 1 : last->second + 1;
}

QDate SecretLedger::latestDate(SecretDirection direction, int year) const {
    QDate latest;
    for (const SecretRecord& record : m_records) {
        if (record.ref.direction == direction && record.ref.year == year && !record.voided) {
            latest = record.entry.date;
        }
    }
    return latest;
}

SecretHead SecretLedger::head() const {
    return m_raw.isEmpty() ? SecretHead() : SecretHead{.lines = m_raw.size(), .hash = secretHashOf(m_raw.last())};
}

bool SecretLedger::continues(const SecretHead& head) const {
    return head.lines == 0 || (head.lines <= m_raw.size() && secretHashOf(m_raw.at(head.lines - 1)) == head.hash);
}

Result<void> SecretLedger::append(const SecretLine& line) {
    const SecretBytes raw = secretRaw(line, head().hash);
    // Looking must not take the room that entering needs.
    const bool isLook = line.deed == SecretDeed::Unlocked || line.deed == SecretDeed::Viewed ||
                        line.deed == SecretDeed::ScanViewed || line.deed == SecretDeed::Printed;
    const qsizetype part = isLook ? 3 : 4; // of four
    if (m_raw.size() >= mostSecretLines / 4 * part || m_bytes + raw.size() > mostSecretBytes / 4 * part) {
        return fail("secret-book-full", QString::number(m_raw.size()));
    }
    // What is written must be what would be read: the same rules, over the same bytes.
    const auto read = raw.size() <= longestSecretLine ? secretLineFrom(raw, head().hash) : std::nullopt;
    if (!read || !fold(*read)) {
        return fail("secret-line-wrong", secretDeedKey(line.deed));
    }
    m_raw.append(raw);
    m_bytes += raw.size() + 1;
    return {};
}

bool SecretLedger::fold(const SecretLine& line) {
    const bool isFirst = m_lines.isEmpty();
    bool follows = isFirst == (line.deed == SecretDeed::Created) && line.words.size() <= longestSecretReason;
    switch (line.deed) {
    case SecretDeed::Created:
    case SecretDeed::Unlocked:
    case SecretDeed::PassphraseChanged:
        follows = follows && !line.ref;
        break;
    case SecretDeed::Printed:
    case SecretDeed::RestoreAccepted:
        follows = follows && !line.ref && !line.words.isEmpty();
        break;
    case SecretDeed::Entered:
        follows = follows && enter(line);
        break;
    case SecretDeed::Viewed:
        follows = follows && line.ref && find(*line.ref);
        break;
    case SecretDeed::Corrected:
    case SecretDeed::Voided:
    case SecretDeed::ScanAttached:
    case SecretDeed::ScanViewed:
        follows = follows && change(line);
        break;
    }
    if (follows) {
        m_lines.append(line);
    }
    return follows;
}

bool SecretLedger::enter(const SecretLine& line) {
    if (!line.ref || !line.entry || line.entry->date.year() != line.ref->year ||
        line.ref->number != nextNumber(line.ref->direction, line.ref->year)) {
        return false;
    }
    m_places[*line.ref] = m_records.size();
    m_numbers[{line.ref->direction, line.ref->year}] = line.ref->number;
    m_records.append({.ref = *line.ref, .entry = *line.entry, .at = line.at, .by = line.by});
    return true;
}

bool SecretLedger::change(const SecretLine& line) {
    SecretRecord* record = line.ref ? find(*line.ref) : nullptr;
    if (!record) {
        return false;
    }
    if (line.deed == SecretDeed::ScanViewed) {
        return record->scan.has_value();
    }
    if (record->voided) {
        return false;
    }
    if (line.deed == SecretDeed::ScanAttached) {
        record->scan = line.scan;
        return line.scan && isSecretHash(line.scan->file) && isSecretHash(line.scan->sha256) && line.scan->size > 0;
    }
    if (line.words.isEmpty()) {
        return false; // a reason
    }
    if (line.deed == SecretDeed::Voided) {
        record->voided = true;
        record->voidReason = line.words;
        return true;
    }
    // Its number and its day stay: the book is in the order of both.
    if (!line.entry || line.entry->date != record->entry.date) {
        return false;
    }
    record->entry = *line.entry;
    ++record->corrected;
    return true;
}

SecretRecord* SecretLedger::find(const SecretRef& ref) {
    const auto place = m_places.find(ref);
    return place == m_places.end() ? nullptr : &m_records[place->second];
}

} // namespace app
