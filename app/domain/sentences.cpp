// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/sentences.h"

#include "app/domain/resourcetable.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

QList<CodeFacts> readCodes() {
    QList<CodeFacts> codes;
    for (const QStringList& row : resourceTables(u":/congvan/codes"_s, 4)) {
        bool isNumber = false;
        const int exitCode = row.at(1).toInt(&isNumber);
        codes.append({.code = row.at(0),
                      .exitCode = isNumber ? exitCode : 70,
                      .english = row.at(2).trimmed(),
                      .vietnamese = row.at(3).trimmed()});
    }
    std::ranges::sort(codes, {}, &CodeFacts::code);
    return codes;
}

const CodeFacts& generalFacts() {
    static const CodeFacts facts{
        .code = {},
        .exitCode = 70,
        .english = u"Something went wrong inside the program; please report the code shown beside this sentence."_s,
        .vietnamese = u"Chương trình gặp lỗi bên trong; đề nghị báo lại mã lỗi ghi bên cạnh câu này."_s};
    return facts;
}

const CodeFacts* find(const QString& code) {
    const auto found = std::ranges::lower_bound(allCodes(), code, {}, &CodeFacts::code);
    return found != allCodes().end() && found->code == code ? &*found : nullptr;
}

} // namespace

const QList<CodeFacts>& allCodes() {
    static const QList<CodeFacts> codes = readCodes();
    return codes;
}

bool isKnownCode(const QString& code) {
    return find(code) != nullptr;
}

const CodeFacts& factsOfCode(const QString& code) {
    const CodeFacts* facts = find(code);
    return facts ? *facts : generalFacts();
}

QString sentence(const QString& code, Language language) {
    const CodeFacts& facts = factsOfCode(code);
    return language == Language::Vietnamese ? facts.vietnamese : facts.english;
}

int exitCodeOf(const QString& code) {
    return factsOfCode(code).exitCode;
}

} // namespace app
