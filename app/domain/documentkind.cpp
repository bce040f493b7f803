// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/documentkind.h"

#include "app/domain/resourcetable.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

QList<KindFacts> readKinds() {
    QList<KindFacts> kinds;
    for (const QStringList& row : resourceTable(u":/congvan/kinds/document-kinds.tsv"_s, 7)) {
        kinds.append({.kind = static_cast<DocumentKind>(kinds.size()),
                      .key = row.at(0),
                      .name = row.at(1),
                      .english = row.at(2),
                      .abbreviation = row.at(3),
                      .archiveCode = row.at(4),
                      .exchangeType = row.at(5).toInt(),
                      .laidOut = row.at(6) == u"1"_s});
    }
    return kinds;
}

} // namespace

const QList<KindFacts>& documentKinds() {
    static const QList<KindFacts> kinds = readKinds();
    return kinds;
}

const KindFacts& factsOf(DocumentKind kind) {
    static const KindFacts unknown;
    const auto index = static_cast<qsizetype>(kind);
    return index < documentKinds().size() ? documentKinds().at(index) : unknown;
}

std::optional<DocumentKind> kindFromKey(QStringView key) {
    const auto found = std::ranges::find(documentKinds(), key, &KindFacts::key);
    return found == documentKinds().end() ? std::nullopt : std::optional(found->kind);
}

std::optional<DocumentKind> kindFromName(const QString& name) {
    const QString wanted = name.normalized(QString::NormalizationForm_C).simplified();
    for (const KindFacts& facts : documentKinds()) {
        if (facts.name.compare(wanted, Qt::CaseInsensitive) == 0) {
            return facts.kind;
        }
    }
    return std::nullopt;
}

QString notationOf(DocumentKind kind, const QString& officeAbbreviation, const QString& draftingUnit) {
    const QString& abbreviation = factsOf(kind).abbreviation;
    if (!abbreviation.isEmpty()) {
        return abbreviation + u'-' + officeAbbreviation;
    }
    return draftingUnit.isEmpty() ? officeAbbreviation : officeAbbreviation + u'-' + draftingUnit;
}

QString seriesKey(DocumentKind kind) {
    return kind == DocumentKind::CongVan ? u"cv"_s : u"vb"_s;
}

} // namespace app
