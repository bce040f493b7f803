// SPDX-License-Identifier: GPL-3.0-or-later
// The part of RevisionCompare that looks at what no page shows: the evidence of the DSS and the file's description.
#include "docsig/pades/revisioncompare.h"

namespace docsig {

namespace {

constexpr const char* listKeys[] = {"Certs", "CRLs", "OCSPs"};

/// Whether a list of evidence is an array of streams (EN 319 142-1 §5.4.2.2), or not there.
bool isListOfStreams(const pdf::Document& document, const pdf::Value& list) {
    const pdf::Value resolved = document.resolve(list);
    return list.isNull() || (resolved.isArray() && std::ranges::all_of(resolved.array(), [&](const pdf::Value& item) {
                                 return item.asReference() != nullptr && document.isStream(item.asReference()->number);
                             }));
}

bool isEvidence(const pdf::Document& document, const pdf::Value& value) {
    const pdf::Value store = document.resolve(value);
    const pdf::Dictionary dictionary = store.dictionary();
    const bool lists = std::ranges::all_of(
        listKeys, [&](const char* key) { return isListOfStreams(document, dictionary.value(key)); });
    const pdf::Value entries = document.get(dictionary, "VRI");
    return store.isDictionary() && lists && (!dictionary.contains("VRI") || entries.isDictionary()) &&
           std::ranges::all_of(entries.dictionary(),
                               [&](const pdf::Value& entry) { return document.resolve(entry).isDictionary(); });
}

/// The SHA-1 names and the bytes of everything that a store holds.
QSet<QByteArray> itemsOf(const pdf::Document& document, const pdf::Value& value) {
    QSet<QByteArray> items;
    const pdf::Dictionary store = document.resolve(value).dictionary();
    for (const char* key : listKeys) {
        for (const pdf::Value& item : document.get(store, key).array()) {
            if (item.asReference() != nullptr) {
                items << document.rawStream(item.asReference()->number).value_or(QByteArray());
            }
        }
    }
    for (const QByteArray& name : document.get(store, "VRI").dictionary().keys()) {
        items << name;
    }
    return items;
}

} // namespace

void RevisionCompare::compareEvidence(const pdf::Value& before, const pdf::Value& after) {
    const pdf::Dictionary store = m_after.resolve(after).dictionary();
    const bool touched = !(before == after) || isChanged(after) ||
                         std::ranges::any_of(store, [this](const pdf::Value& list) { return isChanged(list); });
    if (!touched) {
        return;
    }
    if (!after.isNull() && !isEvidence(m_after, after) && !sameMeaning(before, after)) {
        fault(finding("evidence-malformed", Part::Coverage, Weight::Fault), -1, {});
        return;
    }
    const QSet<QByteArray> now = itemsOf(m_after, after);
    if (!before.isNull() && !now.contains(itemsOf(m_before, before))) {
        // Some makers write the store anew with what the last signature needs, so losing items alone is no attack.
        const Weight weight = after.isNull() ? Weight::Doubt : Weight::Note;
        fault(finding("evidence-removed", Part::Coverage, weight), -1, {});
    }
}

void RevisionCompare::compareMetadata(const pdf::Value& before, const pdf::Value& after) {
    if (before == after && !isChanged(after)) {
        return;
    }
    const int number = after.asReference() == nullptr ? 0 : after.asReference()->number;
    const auto raw = m_after.rawStream(number);
    const pdf::Dictionary dictionary = m_after.object(number).dictionary();
    constexpr qsizetype largest = 16 << 20;
    const auto text = raw ? pdf::decodeStream(*raw, dictionary, largest) : std::nullopt;
    const auto holds = [&](QByteArrayView word) {
        // UTF-16 is allowed in a packet (XMP part 1, §7.3.2): every second byte is a zero there.
        return text && (text->contains(word) || QByteArray(*text).replace(QByteArray(1, '\0'), {}).contains(word));
    };
    if (!holds("RDF") && !(before.isNull() && after.isNull())) {
        fault(finding("metadata-replaced", Part::Coverage, Weight::Fault), -1, QString::number(number));
    }
}

} // namespace docsig
