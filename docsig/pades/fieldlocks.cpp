// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/pades/fieldlocks.h"

namespace docsig {

QList<pdf::Dictionary> transformsOf(const pdf::Document& document, const pdf::Dictionary& signature,
                                    const char* method) {
    QList<pdf::Dictionary> found;
    for (const pdf::Value& entry : document.get(signature, "Reference").array()) {
        const pdf::Dictionary reference = document.resolve(entry).dictionary();
        if (document.get(reference, "TransformMethod").isName(method)) {
            found << document.get(reference, "TransformParams").dictionary();
        }
    }
    return found;
}

FieldLocks::FieldLocks(const pdf::Document& document, const QList<pdf::FormField>& fields) {
    for (const pdf::FormField& field : pdf::signedFields(document, fields)) {
        const pdf::Dictionary signature = document.resolve(field.value).dictionary();
        for (const pdf::Dictionary& parameters : transformsOf(document, signature, "FieldMDP")) {
            const pdf::Value action = document.get(parameters, "Action");
            Lock lock{action.asName() == nullptr ? "All" : action.asName()->text, {}};
            for (const pdf::Value& name : document.get(parameters, "Fields").array()) {
                const pdf::Value locked = document.resolve(name);
                if (const pdf::String* text = locked.asString()) {
                    lock.names << pdf::textOf(*text);
                }
            }
            m_locks << lock;
        }
    }
}

bool FieldLocks::locks(const QString& name) const {
    return std::ranges::any_of(m_locks, [&name](const Lock& lock) {
        const bool named = std::ranges::any_of(
            lock.names, [&name](const QString& locked) { return name == locked || name.startsWith(locked + u'.'); });
        return lock.action == "Include" ? named : lock.action == "Exclude" ? !named : true;
    });
}

} // namespace docsig
