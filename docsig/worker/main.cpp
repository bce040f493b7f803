// SPDX-License-Identifier: GPL-3.0-or-later
// congvan-verify: judges one foreign PDF. The file comes as standard input (already opened by the caller), the report
// goes to standard output as one JSON object. It reads the trust folder first, then limits itself, then looks at the
// foreign bytes.
//
// usage: congvan-verify [--trust DIR] [--at TIME] [--integrity-only] [--memory BYTES] [--cpu SECONDS] < FILE
#include "docsig/pades/padesverifier.h"
#include "docsig/report/reportjson.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>

#include <cstdio>

#include <sys/resource.h>

namespace {

constexpr qint64 largestInput = (2LL << 30) - 1;

void limit(__rlimit_resource resource, qint64 most) {
    if (most > 0) {
        const rlimit bound{static_cast<rlim_t>(most), static_cast<rlim_t>(most)};
        setrlimit(resource, &bound);
    }
}

void limitThisProcess(const QStringList& words) {
    const auto number = [&words](const char* name) {
        const qsizetype index = words.indexOf(QString::fromLatin1(name));
        return index < 0 || index + 1 >= words.size() ? 0 : words[index + 1].toLongLong();
    };
    limit(RLIMIT_CORE, 1);
    limit(RLIMIT_FSIZE, 1);
    limit(RLIMIT_CPU, number("--cpu"));
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    // A sanitizer reserves terabytes of address space.
    limit(RLIMIT_AS, number("--memory"));
#endif
}

QString valueOf(const QStringList& words, const char* name) {
    const qsizetype index = words.indexOf(QString::fromLatin1(name));
    return index < 0 ? QString() : words.value(index + 1);
}

QByteArray readInput() {
    QFile input;
    return input.open(0, QIODevice::ReadOnly) && input.size() <= largestInput ? input.readAll() : QByteArray();
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    docsig::TrustStore trust;
    if (const QString folder = valueOf(words, "--trust"); !folder.isEmpty()) {
        // A folder that can't be read trusts nobody: every path is then "cannot tell", never valid.
        trust = docsig::TrustStore::load(folder).value_or(docsig::TrustStore());
    }
    limitThisProcess(words);
    docsig::VerifyOptions options;
    options.at = QDateTime::fromString(valueOf(words, "--at"), Qt::ISODateWithMs);
    options.integrityOnly = words.contains(QStringLiteral("--integrity-only"));
    const docsig::SignatureReport report = docsig::PadesVerifier(trust).verify(readInput(), options);
    const QByteArray answer = QJsonDocument(docsig::toJson(report)).toJson(QJsonDocument::Compact) + '\n';
    return std::fwrite(answer.constData(), 1, static_cast<std::size_t>(answer.size()), stdout) ==
                   static_cast<std::size_t>(answer.size())
               ? 0
               : 1;
}
