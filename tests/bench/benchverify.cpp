// SPDX-License-Identifier: GPL-3.0-or-later
// What judging costs, beside hashing the same bytes in the same run: a small file with one signature, and ten
// signatures over fifty pages, where every revision is compared with the one before. One JSON object per line.
#include "docsig/keys/cryptoruntime.h"
#include "docsig/keys/demoauthority.h"
#include "docsig/keys/pkcs12key.h"
#include "docsig/pades/padessigner.h"
#include "docsig/pades/padesverifier.h"
#include "tests/bench/plainpdf.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace {

/// The median of what `work` takes, in milliseconds; negative where it failed.
template <typename Work>
double median(Work&& work, int count) {
    std::vector<double> times;
    for (int round = 0; round < count; ++round) {
        QElapsedTimer timer;
        timer.start();
        if (!work()) {
            return -1;
        }
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::ranges::sort(times);
    return times[times.size() / 2];
}

docsig::Result<QByteArray> signedBy(docsig::SigningKey& key, QByteArray pdf, int signatures, const QDateTime& now) {
    for (int index = 0; index < signatures; ++index) {
        docsig::SignRequest request;
        request.fieldName = u"Signature%1"_s.arg(index + 1);
        request.place = docsig::PagePlace{index * 5, {72, 600, 113, 45}};
        request.claimedTime = now;
        auto made = docsig::PadesSigner().sign(pdf, request, key);
        if (!made) {
            return made;
        }
        pdf = *made;
    }
    return pdf;
}

bool report(const char* figure, const QByteArray& pdf, const docsig::TrustStore& trust, bool integrityOnly,
            double asked, int rounds) {
    const docsig::PadesVerifier verifier(trust);
    const docsig::VerifyOptions options{QDateTime::currentDateTimeUtc(), integrityOnly};
    const double judged =
        median([&] { return verifier.verify(pdf, options).verdict == docsig::Verdict::Valid; }, rounds);
    const double hashed =
        median([&] { return !QCryptographicHash::hash(pdf, QCryptographicHash::Sha256).isEmpty(); }, rounds);
    std::printf("%s\n", QJsonDocument(QJsonObject{{u"figure"_s, QString::fromLatin1(figure)},
                                                  {u"value"_s, judged},
                                                  {u"unit"_s, u"ms"_s},
                                                  {u"asked"_s, asked},
                                                  {u"baseline"_s, u"SHA-256 of the same bytes"_s},
                                                  {u"baselineValue"_s, hashed},
                                                  {u"ratio"_s, judged / hashed},
                                                  {u"bytes"_s, pdf.size()}})
                            .toJson(QJsonDocument::Compact)
                            .constData());
    return judged > 0;
}

int stop(const char* what, const docsig::Error& error) {
    std::fprintf(stderr, "bench: %s: %s\n", what, qPrintable(error.code));
    return 1;
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    const docsig::CryptoRuntime crypto;
    const QTemporaryDir folder;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    auto authority = docsig::DemoAuthority::create(now);
    const auto person = authority->issuePerson({u"Trần Thị B"_s, u"Giám đốc"_s, u"Sở Nội vụ tỉnh Mẫu"_s});
    const docsig::Pin pin = docsig::Pin::fromString(u"bench"_s);
    const auto written = person->writePkcs12(folder.filePath(u"leader.p12"_s), pin);
    const auto key = docsig::openPkcs12(folder.filePath(u"leader.p12"_s), pin);
    const auto trusted = authority->writeTrustFolder(folder.filePath(u"trust"_s));
    const auto trust = docsig::TrustStore::load(folder.filePath(u"trust"_s));
    if (!written || !key || !trusted || !trust) {
        return stop("key and trust", !key ? key.error() : docsig::Error{u"trust"_s, {}});
    }
    const auto small = signedBy(**key, bench::plainPdf(1), 1, now);
    const auto large = signedBy(**key, bench::plainPdf(50), 10, now);
    if (!small || !large) {
        return stop("sign", small ? large.error() : small.error());
    }
    const bool good = report("integrity-and-coverage-of-a-small-file", *small, *trust, true, 1, 300) &&
                      report("full-judgement-of-a-small-file", *small, *trust, false, 1, 300) &&
                      report("ten-signatures-over-fifty-pages", *large, *trust, false, 150, 20);
    return good ? 0 : 1;
}
