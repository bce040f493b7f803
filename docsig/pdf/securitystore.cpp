// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/pdf/securitystore.h"

#include "docsig/pdf/date.h"

#include <QCryptographicHash>

#include <array>

namespace docsig::pdf {

namespace {

constexpr qsizetype mostItems = 10'000;
constexpr qsizetype mostSteps = 1'000'000;
constexpr qsizetype largestItem = 16 << 20;
constexpr qsizetype largestStore = 128 << 20;

/// The three kinds of items: how the DSS names the array, how a VRI entry does, and where they are kept here.
struct Kind {
    const char* inStore;
    const char* inVri;
    QList<QByteArray> SecurityStore::* read;
    QList<QByteArray> VriEntry::* wanted;
};

constexpr std::array kinds{
    Kind{"Certs", "Cert", &SecurityStore::certificates, &VriEntry::certificates},
    Kind{"CRLs", "CRL", &SecurityStore::lists, &VriEntry::lists},
    Kind{"OCSPs", "OCSP", &SecurityStore::ocspResponses, &VriEntry::ocspResponses},
};

/// Reads the streams of a store, each object once, within the limits for all of them.
class ItemReader {
public:
    explicit ItemReader(const Document& document)
        : m_document(document) {}

    /// The decoded stream; empty where it is none, was read before, or the limits are used up.
    QByteArray take(const Value& item) {
        const Reference* reference = item.asReference();
        if (reference == nullptr || m_seen.size() >= mostItems || m_left <= 0 || m_seen.contains(reference->number)) {
            return {};
        }
        m_seen.insert(reference->number);
        const auto raw = m_document.rawStream(reference->number);
        Dictionary dictionary = m_document.object(reference->number).dictionary();
        for (const char* key : {"Filter", "DecodeParms"}) {
            dictionary.insert(key, m_document.get(dictionary, key));
        }
        const auto data = raw ? decodeStream(*raw, dictionary, std::min(largestItem, m_left)) : std::nullopt;
        m_left -= data ? data->size() : 0;
        return data.value_or(QByteArray());
    }

    /// Walking is bounded too: many entries may share one long array.
    [[nodiscard]] bool mayStep() { return ++m_steps <= mostSteps; }

private:
    const Document& m_document;
    QSet<int> m_seen;
    qsizetype m_left = largestStore;
    qsizetype m_steps = 0;
};

QByteArray hashOf(const QByteArray& item) {
    return QCryptographicHash::hash(item, QCryptographicHash::Sha256);
}

Dictionary storeOf(const Document& document) {
    return document.get(document.catalog(), "DSS").dictionary();
}

/// The arrays of a store and what they hold, ready to grow.
class StoreUpdate {
public:
    explicit StoreUpdate(IncrementalUpdate& update)
        : m_update(update)
        , m_store(storeOf(update.base()))
        , m_vri(update.base().get(m_store, "VRI").dictionary()) {
        ItemReader reader(update.base());
        for (std::size_t kind = 0; kind < kinds.size(); ++kind) {
            m_arrays[kind] = update.base().get(m_store, kinds[kind].inStore).array();
            for (const Value& item : std::as_const(m_arrays[kind])) {
                const QByteArray data = reader.mayStep() ? reader.take(item) : QByteArray();
                if (!data.isEmpty() && !m_known[kind].contains(hashOf(data))) {
                    m_known[kind].insert(hashOf(data), *item.asReference());
                }
            }
        }
    }

    void add(const VriEntry& entry) {
        const QByteArray key = vriKey(entry.contents);
        const Dictionary before = m_update.base().resolve(m_vri.value(key)).dictionary();
        Dictionary after = before;
        for (std::size_t kind = 0; kind < kinds.size(); ++kind) {
            Array named = m_update.base().get(before, kinds[kind].inVri).array();
            const qsizetype old = named.size();
            for (const QByteArray& item : entry.*kinds[kind].wanted) {
                const Value reference(referenceTo(kind, item));
                if (!named.contains(reference)) {
                    named << reference;
                }
            }
            if (named.size() != old) {
                after.insert(kinds[kind].inVri, Value(named));
            }
        }
        if (after == before && m_vri.contains(key)) {
            return;
        }
        after.insert("Type", Value::name("VRI"));
        if (entry.time.isValid() && !after.contains("TS")) { // a time stamp of its own says more than our clock
            after.insert("TU", Value(dateString(entry.time)));
        }
        m_vri.insert(key, Value(after));
        m_changed = true;
    }

    bool finish() {
        const auto root = m_update.base().catalogReference();
        if (!m_changed || !root) {
            return false;
        }
        m_store.insert("Type", Value::name("DSS"));
        m_store.insert("VRI", Value(m_vri));
        for (std::size_t kind = 0; kind < kinds.size(); ++kind) {
            if (!m_arrays[kind].isEmpty()) {
                m_store.insert(kinds[kind].inStore, Value(m_arrays[kind]));
            }
        }
        Dictionary catalog = m_update.object(root->number).dictionary();
        const Value place = catalog.value("DSS");
        if (place.asReference() != nullptr) {
            m_update.put(m_update.referenceTo(place.asReference()->number), Value(m_store));
        } else {
            catalog.insert("DSS", Value(m_update.add(Value(m_store))));
            m_update.put(m_update.referenceTo(root->number), Value(catalog));
        }
        return true;
    }

private:
    Reference referenceTo(std::size_t kind, const QByteArray& item) {
        const QByteArray hash = hashOf(item);
        if (const auto known = m_known[kind].constFind(hash); known != m_known[kind].constEnd()) {
            return *known;
        }
        const Reference fresh = m_update.addStream({{"Filter", Value::name("FlateDecode")}}, qCompress(item, 9).mid(4));
        m_known[kind].insert(hash, fresh);
        m_arrays[kind] << Value(fresh);
        m_changed = true;
        return fresh;
    }

    IncrementalUpdate& m_update;
    Dictionary m_store;
    Dictionary m_vri;
    std::array<Array, kinds.size()> m_arrays;
    std::array<QHash<QByteArray, Reference>, kinds.size()> m_known; ///< by the items' SHA-256
    bool m_changed = false;
};

} // namespace

QByteArray vriKey(const QByteArray& contents) {
    return QCryptographicHash::hash(contents, QCryptographicHash::Sha1).toHex().toUpper();
}

SecurityStore securityStore(const Document& document) {
    const Dictionary store = storeOf(document);
    const Dictionary vri = document.get(store, "VRI").dictionary();
    ItemReader reader(document);
    SecurityStore found;
    QSet<QByteArray> known;
    const auto takeAll = [&](const Dictionary& holder, const char* key, QList<QByteArray>& into) {
        const Array items = document.get(holder, key).array();
        for (const Value& item : items) {
            if (!reader.mayStep()) {
                return;
            }
            const QByteArray data = reader.take(item);
            const QByteArray hash = hashOf(data);
            if (!data.isEmpty() && !known.contains(hash)) {
                known.insert(hash);
                into << data;
            }
        }
    };
    for (const Kind& kind : kinds) {
        takeAll(store, kind.inStore, found.*kind.read);
    }
    for (auto entry = vri.constBegin(); entry != vri.constEnd() && found.vriKeys.size() < mostItems; ++entry) {
        // Some makers name items here alone.
        const Dictionary one = document.resolve(entry.value()).dictionary();
        for (const Kind& kind : kinds) {
            takeAll(one, kind.inVri, found.*kind.read);
        }
        if (!one.isEmpty()) {
            found.vriKeys << entry.key();
        }
    }
    return found;
}

bool addToSecurityStore(IncrementalUpdate& update, const QList<VriEntry>& entries) {
    StoreUpdate store(update);
    for (const VriEntry& entry : entries) {
        store.add(entry);
    }
    return store.finish();
}

} // namespace docsig::pdf
