// SPDX-License-Identifier: GPL-3.0-or-later
// What a batch of 500 small documents costs, beside 500 raw RSA operations of the same key. JSON lines.
#include "app/services/signbatch.h"
#include "docsig/keys/cryptoruntime.h"
#include "docsig/keys/demoauthority.h"
#include "docsig/keys/pkcs12key.h"
#include "tests/docsig/handmadepdf.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int documents = 500;

void print(const QString& figure, double seconds, double raw) {
    const QJsonObject line{{u"figure"_s, figure},
                           {u"value"_s, seconds},
                           {u"unit"_s, u"s"_s},
                           {u"documents"_s, documents},
                           {u"baseline"_s, u"as many raw RSA operations of the same key"_s},
                           {u"baselineValue"_s, raw},
                           {u"ratio"_s, seconds / raw}};
    std::printf("%s\n", QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
}

int stop(const char* what) {
    std::fprintf(stderr, "bench: %s\n", what);
    return 1;
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    const docsig::CryptoRuntime crypto;
    const QTemporaryDir folder;
    auto authority = docsig::DemoAuthority::create(QDateTime::currentDateTimeUtc());
    const auto person = authority->issuePerson({u"Trần Thị B"_s, {}, u"Sở Nội vụ"_s});
    const docsig::Pin pin = docsig::Pin::fromUtf8("1");
    const QString keyFile = folder.filePath(u"a.p12"_s);
    const QString trustFolder = folder.filePath(u"trust"_s);
    if (!person || !person->writePkcs12(keyFile, pin) || !authority->writeTrustFolder(trustFolder) ||
        !QDir(folder.path()).mkpath(u"out"_s)) {
        return stop("the key could not be made");
    }
    auto session = app::SigningSession::open(app::Pkcs12File{keyFile}, pin);
    const auto trust = docsig::TrustStore::load(trustFolder);
    if (!session || !trust) {
        return stop("the key could not be opened");
    }
    QList<app::BatchItem> items;
    for (int i = 0; i < documents; ++i) {
        const QString name = u"%1.pdf"_s.arg(i);
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(handmade::pdfWithTable()) <= 0) {
            return stop("a document could not be written");
        }
        items.append({file.fileName(), folder.filePath(u"out/"_s + name), app::PagePosition{0, {100, 200, 50, 20}}});
    }
    QElapsedTimer timer;
    timer.start();
    const QByteArray message(300, 'x');
    for (int i = 0; i < documents; ++i) {
        if (!session->key().sign(message, docsig::Digest::Sha256)) {
            return stop("the key does not sign");
        }
    }
    const double raw = static_cast<double>(timer.nsecsElapsed()) / 1e9;

    const docsig::VerifyClient client(QCoreApplication::applicationDirPath() + u"/congvan-verify"_s, trustFolder);
    const app::SignBatch batch({client, *trust, {}, {}}, {});
    timer.restart();
    const auto checks = batch.check(items);
    print(u"batch-looked-at"_s, static_cast<double>(timer.nsecsElapsed()) / 1e9, raw);
    if (!checks) {
        return stop("the batch could not be looked at");
    }
    timer.restart();
    const auto outcome = batch.sign(*checks, *session, folder.filePath(u"out/journal"_s));
    print(u"batch-signed"_s, static_cast<double>(timer.nsecsElapsed()) / 1e9, raw);
    return outcome && outcome->isComplete() ? 0 : stop("not all were signed");
}
