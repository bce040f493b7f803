// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/applicationkind.h"

#include "app/domain/resourcetable.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

const QString officialKey = u"official"_s;
constexpr qsizetype longestIdentifier = 200; // that is held against a form

const QList<ApplicationKind>& everyKindOfApplication() {
    static const QList<ApplicationKind> kinds = [] {
        QList<ApplicationKind> read;
        for (const QStringList& row : resourceTable(u":/congvan/kinds/application-kinds.tsv"_s, 6)) {
            read.append({.key = row.at(0),
                         .types = row.at(1).split(u';', Qt::SkipEmptyParts),
                         .identifierForm = row.at(2) == u"-"_s ? QString() : row.at(2),
                         .name = row.at(3),
                         .english = row.at(4),
                         .icon = row.at(5)});
        }
        return read;
    }();
    return kinds;
}

QString keyOrOfficial(const ApplicationKind& kind) {
    return kind.key == officialKey ? QString() : kind.key;
}

} // namespace

const QList<ApplicationKind>& applicationKinds() {
    static const QList<ApplicationKind> kinds = [] {
        QList<ApplicationKind> others = everyKindOfApplication();
        others.removeIf([](const ApplicationKind& kind) { return kind.key == officialKey; });
        return others;
    }();
    return kinds;
}

QString applicationKindOf(const QString& type, const QString& identifier, const QString& number) {
    const QString wanted = type.normalized(QString::NormalizationForm_C).trimmed().toLower();
    const auto& kinds = everyKindOfApplication();
    if (!wanted.isEmpty()) {
        const auto named =
            std::ranges::find_if(kinds, [&](const ApplicationKind& kind) { return kind.types.contains(wanted); });
        const auto other =
            std::ranges::find_if(kinds, [](const ApplicationKind& kind) { return kind.types == QStringList{u"*"_s}; });
        return named != kinds.end() ? keyOrOfficial(*named) : (other != kinds.end() ? other->key : QString());
    }
    // An official document has a number; what has one and looks like a dossier by its identifier stays one.
    if (!number.trimmed().isEmpty() || identifier.size() > longestIdentifier) {
        return {};
    }
    const auto formed = std::ranges::find_if(kinds, [&](const ApplicationKind& kind) {
        return !kind.identifierForm.isEmpty() &&
               QRegularExpression(QRegularExpression::anchoredPattern(kind.identifierForm))
                   .match(identifier)
                   .hasMatch();
    });
    return formed == kinds.end() ? QString() : keyOrOfficial(*formed);
}

const ApplicationKind* applicationKind(QStringView key) {
    const auto& kinds = applicationKinds();
    const auto found = std::ranges::find_if(kinds, [&](const ApplicationKind& kind) { return kind.key == key; });
    return found == kinds.end() ? nullptr : &*found;
}

} // namespace app
