// SPDX-License-Identifier: GPL-3.0-or-later
// What a signature in a large file costs, beside reading, hashing and writing it once and reading and hashing the
// result, in the same run. Each step runs in a process of its own, so that its peak of memory is its own. One JSON
// object per line.
//
// usage: benchbigfile FOLDER                            the figures
//        benchbigfile STEP FOLDER                       copy | sign | judge: prints milliseconds and KiB
#include "docsig/cms/runningdigest.h"
#include "docsig/keys/cryptoruntime.h"
#include "docsig/keys/demoauthority.h"
#include "docsig/keys/pkcs12key.h"
#include "docsig/pades/padessigner.h"
#include "docsig/pades/padesverifier.h"
#include "docsig/pdf/filebytes.h"
#include "docsig/pdf/freshfile.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

#include <cstdio>

#include <sys/resource.h>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int rounds = 5;
constexpr qint64 wholeSize = 100'000'000;

docsig::Pin pin() {
    return docsig::Pin::fromString(u"bench"_s);
}

/// Pages whose content are streams of equal size, as a scan has them: two objects a page. Written object by object.
bool writePdf(const QString& path, int objects) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return false;
    }
    constexpr int fan = 100;
    const int pages = (objects - 3) / 2;
    const int nodes = (pages + fan - 1) / fan;
    const int shown = std::min(pages, 2000); // the rest hangs on the last page, as pictures do
    QList<qint64> places;
    const auto add = [&](const QByteArray& body) {
        places << file.pos();
        file.write(QByteArray::number(places.size()) + " 0 obj\n" + body + "\nendobj\n");
    };
    const auto reference = [](qint64 number) { return QByteArray::number(number) + " 0 R "; };
    file.write("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n");
    add("<< /Type /Catalog /Pages 2 0 R >>");
    const int shownNodes = (shown + fan - 1) / fan;
    QByteArray kids;
    for (int node = 0; node < shownNodes; ++node) {
        kids += reference(3 + node);
    }
    add("<< /Type /Pages /MediaBox [0 0 595 842] /Kids [" + kids + "] /Count " + QByteArray::number(shown) + " >>");
    for (int node = 0; node < nodes; ++node) {
        QByteArray list;
        for (int page = node * fan; page < std::min(shown, (node + 1) * fan); ++page) {
            list += reference(3 + nodes + page * 2);
        }
        add("<< /Type /Pages /Parent 2 0 R /Kids [" + list + "] /Count " +
            QByteArray::number(std::max(0, std::min(shown, (node + 1) * fan) - node * fan)) + " >>");
    }
    const qint64 share = std::max<qint64>(wholeSize / pages - 150, 20);
    const QByteArray content = QByteArray("0 0 m 1 1 l S\n").leftJustified(static_cast<qsizetype>(share), ' ');
    for (int page = 0; page < pages; ++page) {
        const qint64 own = 3 + nodes + page * 2;
        add("<< /Type /Page /Parent " + reference(3 + std::min(page, shown - 1) / fan) + "/Contents " +
            reference(own + 1) + ">>");
        add("<< /Length " + QByteArray::number(content.size()) + " >>\nstream\n" + content + "\nendstream");
    }
    const qint64 table = file.pos();
    file.write("xref\n0 " + QByteArray::number(places.size() + 1) + "\n0000000000 65535 f \n");
    for (const qint64 place : std::as_const(places)) {
        file.write(QByteArray::number(place).rightJustified(10, '0') + " 00000 n \n");
    }
    file.write("trailer\n<< /Size " + QByteArray::number(places.size() + 1) + " /Root 1 0 R >>\nstartxref\n" +
               QByteArray::number(table) + "\n%%EOF\n");
    return file.flush();
}

bool makeKey(const QString& folder) {
    auto authority = docsig::DemoAuthority::create(QDateTime::currentDateTimeUtc());
    auto person = authority->issuePerson({u"Trần Thị B"_s, u"Giám đốc"_s, u"Sở Nội vụ tỉnh Mẫu"_s});
    return person && person->writePkcs12(folder + u"/key.p12"_s, pin()) &&
           authority->writeTrustFolder(folder + u"/trust"_s);
}

/// The baseline: read, hash and write the file once, durably; read and hash the result.
bool copy(const QString& folder) {
    const auto file = docsig::pdf::FileBytes::open(folder + u"/in.pdf"_s);
    auto fresh = docsig::pdf::FreshFile::beside(folder + u"/copy.pdf"_s);
    docsig::RunningDigest first;
    docsig::RunningDigest second;
    const bool whole = file && fresh && (*file)->passOver([&](QByteArrayView piece) {
        first.add(piece);
        return fresh->write(piece).has_value();
    });
    return whole && fresh->passOver([&](QByteArrayView piece) { second.add(piece); }) && fresh->takePlace() &&
           first.value() == second.value();
}

bool sign(const QString& folder, docsig::SigningKey& key) {
    docsig::SignRequest request;
    request.fieldName = u"Signature"_s;
    request.place = docsig::PagePlace{0, QRectF(40, 60, 113, 45)};
    request.claimedTime = QDateTime::currentDateTimeUtc();
    return docsig::PadesSigner().signFile(folder + u"/in.pdf"_s, folder + u"/out.pdf"_s, request, key).has_value();
}

bool judge(const QString& folder) {
    const auto trust = docsig::TrustStore::load(folder + u"/trust"_s);
    const auto file = docsig::pdf::FileBytes::open(folder + u"/out.pdf"_s);
    return trust && file && docsig::PadesVerifier(*trust).verify(*file, {}).verdict == docsig::Verdict::Valid;
}

/// Does the step a few times and prints the median and the process' peak of memory.
int runStep(const QString& step, const QString& folder) {
    const docsig::CryptoRuntime crypto;
    auto key = docsig::openPkcs12(folder + u"/key.p12"_s, pin());
    std::vector<double> times;
    for (int round = 0; key && round < rounds; ++round) {
        QElapsedTimer timer;
        timer.start();
        const bool good = step == u"copy" ? copy(folder) : step == u"sign" ? sign(folder, **key) : judge(folder);
        if (!good) {
            return 1;
        }
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::ranges::sort(times);
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::printf("%f %ld\n", times.empty() ? -1 : times[times.size() / 2], usage.ru_maxrss);
    return times.empty() ? 1 : 0;
}

struct Measured {
    double milliseconds = -1;
    double kibibytes = -1;
};

Measured measure(const QString& step, const QString& folder) {
    QProcess process;
    process.start(QCoreApplication::applicationFilePath(), {step, folder});
    process.waitForFinished(-1);
    const QList<QByteArray> words = process.readAllStandardOutput().simplified().split(' ');
    return words.size() == 2 && process.exitCode() == 0 ? Measured{words[0].toDouble(), words[1].toDouble()}
                                                        : Measured();
}

void print(const QJsonObject& figure) {
    std::printf("%s\n", QJsonDocument(figure).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

void report(const QString& folder, int objects, const QString& step) {
    const Measured base = measure(u"copy"_s, folder);
    const Measured mine = measure(step, folder);
    print({{u"figure"_s, u"%1-100-MB-of-%2-objects"_s.arg(step).arg(objects)},
           {u"value"_s, mine.milliseconds},
           {u"unit"_s, u"ms"_s},
           {u"baseline"_s, u"read, hash and write it once, read and hash the result"_s},
           {u"baselineValue"_s, base.milliseconds},
           {u"ratio"_s, mine.milliseconds / base.milliseconds},
           {u"asked"_s, 1.5 * base.milliseconds}});
    print({{u"figure"_s, u"%1-100-MB-of-%2-objects-memory"_s.arg(step).arg(objects)},
           {u"value"_s, mine.kibibytes / 1024},
           {u"unit"_s, u"MiB"_s},
           {u"baseline"_s, u"the same program copying the file"_s},
           {u"baselineValue"_s, base.kibibytes / 1024},
           {u"asked"_s, 64}});
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3) {
        return runStep(arguments[1], arguments[2]);
    }
    if (arguments.size() != 2) {
        std::fprintf(stderr, "usage: benchbigfile FOLDER\n");
        return 64;
    }
    const QString folder = arguments[1];
    const docsig::CryptoRuntime crypto;
    if (!makeKey(folder)) {
        std::fprintf(stderr, "bench: no key\n");
        return 1;
    }
    for (const int objects : {5000, 250'000}) {
        if (!writePdf(folder + u"/in.pdf"_s, objects)) {
            return 1;
        }
        report(folder, objects, u"sign"_s);
        report(folder, objects, u"judge"_s);
    }
    return 0;
}
