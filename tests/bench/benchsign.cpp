// SPDX-License-Identifier: GPL-3.0-or-later
// What a B-B signature costs, beside the raw RSA operation of the same key in the same run. One JSON object per line.
#include "app/layout/appearances.h"
#include "app/layout/demopictures.h"
#include "app/layout/officialpage.h"
#include "docsig/keys/cryptoruntime.h"
#include "docsig/keys/demoauthority.h"
#include "docsig/keys/pkcs12key.h"
#include "docsig/pades/padessigner.h"
#include "docsig/pades/padesverifier.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QTemporaryDir>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int rounds = 200;

/// The median of what `work` takes, in milliseconds.
template <typename Work>
double median(Work&& work, int count = rounds) {
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

app::OfficialDocument decision() {
    app::OfficialDocument page;
    page.form = app::OfficialDocument::Form::QuyetDinh;
    page.parentAgency = u"UBND TỈNH MẪU"_s;
    page.agency = u"SỞ NỘI VỤ"_s;
    page.notation = u"QĐ-SNV"_s;
    page.placeName = u"Tỉnh Mẫu"_s;
    page.subject = u"Phê duyệt Đề án số hóa tài liệu lưu trữ giai đoạn 2026–2030"_s;
    page.issuingAuthority = u"GIÁM ĐỐC SỞ NỘI VỤ"_s;
    page.legalGrounds = {u"Luật Lưu trữ ngày 21 tháng 6 năm 2024"_s,
                         u"Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư"_s};
    page.articles = {
        {{}, {u"Phê duyệt Đề án số hóa tài liệu lưu trữ giai đoạn 2026–2030 (kèm theo Quyết định này)."_s}},
        {{}, {u"Quyết định này có hiệu lực kể từ ngày ký."_s}},
        {{},
         {u"Chánh Văn phòng, Trưởng các phòng và đơn vị có liên quan chịu trách nhiệm thi hành Quyết định này."_s}}};
    page.recipients = {u"Như Điều 3;"_s, u"UBND tỉnh (báo cáo);"_s, u"Lưu: VT, HC (3)."_s};
    page.signer = {{}, u"GIÁM ĐỐC"_s, u"Trần Thị B"_s};
    return page;
}

void print(const QJsonObject& figure) {
    std::printf("%s\n", QJsonDocument(figure).toJson(QJsonDocument::Compact).constData());
}

int stop(const char* what, const QString& why) {
    std::fprintf(stderr, "bench: %s: %s\n", what, qPrintable(why));
    return 1;
}

} // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    const docsig::CryptoRuntime crypto;
    const QTemporaryDir folder;
    const QDateTime now = QDateTime::currentDateTimeUtc();

    auto authority = docsig::DemoAuthority::create(now);
    auto person = authority->issuePerson({u"Trần Thị B"_s, u"Giám đốc"_s, u"Sở Nội vụ tỉnh Mẫu"_s});
    const docsig::Pin pin = docsig::Pin::fromString(u"bench"_s);
    const QString keyFile = folder.filePath(u"leader.p12"_s);
    if (auto written = person->writePkcs12(keyFile, pin); !written) {
        return stop("key", written.error().detail);
    }
    auto key = docsig::openPkcs12(keyFile, pin);
    if (auto written = authority->writeTrustFolder(folder.filePath(u"trust"_s)); !written || !key) {
        return stop("trust", key ? written.error().detail : key.error().detail);
    }
    const auto trust = docsig::TrustStore::load(folder.filePath(u"trust"_s));
    const auto page = app::layOut(decision());
    if (!page || !trust) {
        return stop("page", page ? trust.error().detail : page.error().detail);
    }
    const QByteArray picture = app::demoSignaturePicture(u"Trần Thị B"_s);
    const auto appearance = app::pictureAppearance(picture, page->places.leaderSignature.rect.size());
    const auto prepared =
        docsig::addFlowFields(page->pdf, {{{u"LeaderSignature"_s, page->places.leaderSignature, {}}}, {}});
    if (!appearance || !prepared) {
        return stop("fields", appearance ? prepared.error().detail : appearance.error().detail);
    }
    docsig::SignRequest request;
    request.fieldName = u"LeaderSignature"_s;
    request.appearancePdf = *appearance;
    request.docMdpPermission = 2;
    request.claimedTime = now;

    const QByteArray message(256, 'm');
    const docsig::PadesSigner signer;
    QByteArray signedPdf;
    const double raw = median([&] { return (*key)->sign(message, docsig::Digest::Sha256).has_value(); });
    const double whole = median([&] {
        auto result = signer.sign(*prepared, request, **key);
        if (result) {
            signedPdf = *result;
        }
        return result.has_value();
    });
    if (raw < 0 || whole < 0) {
        return stop("sign", u"the signature failed"_s);
    }
    print({{u"figure"_s, u"sign-bytes-added"_s},
           {u"value"_s, signedPdf.size() - prepared->size()},
           {u"unit"_s, u"B"_s},
           {u"asked"_s, 25 * 1024},
           {u"baseline"_s, u"the picture"_s},
           {u"baselineValue"_s, picture.size()},
           {u"pdf"_s, prepared->size()}});
    print({{u"figure"_s, u"sign-in-memory"_s},
           {u"value"_s, whole},
           {u"unit"_s, u"ms"_s},
           {u"baseline"_s, u"raw RSA operation of the same key"_s},
           {u"baselineValue"_s, raw},
           {u"ratio"_s, whole / raw},
           {u"asked"_s, 1.3 * raw + 1.5}});

    const double plain = median([&] {
        QFile file(folder.filePath(u"plain.pdf"_s));
        return file.open(QIODevice::WriteOnly) && file.write(signedPdf) == signedPdf.size();
    });
    const double durable = median([&] {
        QSaveFile file(folder.filePath(u"durable.pdf"_s));
        return file.open(QIODevice::WriteOnly) && file.write(signedPdf) == signedPdf.size() && file.commit();
    });
    print({{u"figure"_s, u"durable-write"_s},
           {u"value"_s, durable},
           {u"unit"_s, u"ms"_s},
           {u"baseline"_s, u"plain write of the same bytes"_s},
           {u"baselineValue"_s, plain},
           {u"ratio"_s, durable / plain}});

    const docsig::PadesVerifier verifier(*trust);
    const double verify =
        median([&] { return verifier.verify(signedPdf, {now, false}).verdict == docsig::Verdict::Valid; });
    if (verify < 0) {
        return stop("verify", u"the fresh signature is not valid"_s);
    }
    print({{u"figure"_s, u"re-verification"_s},
           {u"value"_s, verify},
           {u"unit"_s, u"ms"_s},
           {u"baseline"_s, u"raw RSA operation of the same key"_s},
           {u"baselineValue"_s, raw},
           {u"ratio"_s, verify / raw}});
    return 0;
}
