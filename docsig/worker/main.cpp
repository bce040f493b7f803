// SPDX-License-Identifier: GPL-3.0-or-later
// congvan-verify: judges the signatures of one foreign PDF in a process of its own.
//
//   congvan-verify [--trust FOLDER]... [--at ISO-TIME] [--integrity-only]
//       reads the PDF from standard input and prints the report as one JSON object; the exit code is 0 whatever the
//       verdict. This is how VerifyClient runs it.
//   congvan-verify --repair
//       reads a damaged PDF from standard input and prints one line of JSON and, where it could be made, a new PDF.
//   congvan-verify verify [--json] [--offline] [--trust FOLDER] [--at ISO-TIME] [--integrity-only] FILE
//       for debugging by hand and for measuring over a corpus: reads FILE, prints the same object, and the exit code
//       is the verdict's: valid 0, invalid 1, cannot-tell 2, unsigned 3, unreadable 4. It never asks the network.
#include "docsig/cms/cadesbuilder.h"
#include "docsig/pades/padesverifier.h"
#include "docsig/pdf/filebytes.h"
#include "docsig/report/reportjson.h"
#include "docsig/trust/trustsettings.h"
#include "docsig/worker/repairclient.h"
#include "docsig/worker/sandbox.h"

#include <QFile>
#include <QJsonDocument>
#include <QStringList>

#include <cstdio>
#include <exception>
#include <memory>

namespace {

using namespace Qt::Literals::StringLiterals;

struct Order {
    bool byHand = false;
    bool repairs = false;
    bool understood = true;
    QStringList trustFolders;
    QString path;
    docsig::VerifyOptions options;
};

Order orderFrom(QStringList arguments) {
    Order order;
    if (!arguments.isEmpty() && arguments.constFirst() == "verify"_L1) {
        order.byHand = true;
        arguments.removeFirst();
    }
    while (!arguments.isEmpty()) {
        const QString argument = arguments.takeFirst();
        if (argument == "--repair"_L1 && !order.byHand) {
            order.repairs = true;
        } else if (argument == "--integrity-only"_L1) {
            order.options.integrityOnly = true;
        } else if (argument == "--trust"_L1 && !arguments.isEmpty()) {
            order.trustFolders << arguments.takeFirst();
        } else if (argument == "--at"_L1 && !arguments.isEmpty()) {
            order.options.at = QDateTime::fromString(arguments.takeFirst(), Qt::ISODateWithMs);
            order.understood = order.understood && order.options.at.isValid();
        } else if (order.byHand && (argument == "--json"_L1 || argument == "--offline"_L1)) {
            continue;
        } else if (order.byHand && order.path.isEmpty() && !argument.startsWith(u'-')) {
            order.path = argument;
        } else {
            order.understood = false;
        }
    }
    order.understood = order.understood && order.byHand == !order.path.isEmpty();
    return order;
}

docsig::SignatureReport unreadable(docsig::Finding finding) {
    docsig::SignatureReport report;
    report.verdict = docsig::Verdict::Unreadable;
    report.findings << std::move(finding);
    return report;
}

/// The trust store, and what was wrong with its folders: judging goes on without those, which can only make the verdict
/// weaker.
std::pair<docsig::TrustStore, QList<docsig::Finding>> trustFor(const Order& order) {
    using namespace docsig;
    TrustStore trust;
    QList<Finding> troubles;
    for (const QString& folder : order.trustFolders) {
        const auto loaded = TrustStore::load(folder);
        if (loaded) {
            trust.add(*loaded);
        } else {
            troubles << Finding{loaded.error().code, Part::Trust, Weight::Doubt, -1, {}, loaded.error().detail};
        }
    }
    return {trust, troubles};
}

/// What the office allows, by its own folder of trust: the first that is named.
docsig::VerifyOptions optionsOf(const Order& order) {
    docsig::VerifyOptions options = order.options;
    if (!order.trustFolders.isEmpty()) {
        options.policy = docsig::readTrustSettings(order.trustFolders.constFirst()).policy;
    }
    return options;
}

/// From here on the process can't open a file, connect, or start anything. Nothing foreign has been read before.
QList<docsig::Finding> shutOff() {
    using namespace docsig;
    // OpenSSL reads its settings at its first use: now, while it may.
    static_cast<void>(digestOf({}, Digest::Sha256));
    const worker::Confinement confinement = worker::enterSandbox({});
    if (confinement.isWhole()) {
        return {};
    }
    return {finding("worker-unconfined", Part::Document, Weight::Note, confinement.lacking)};
}

docsig::SignatureReport judged(const Order& order, std::unique_ptr<QFile> file) {
    using namespace docsig;
    const auto [trust, troubles] = trustFor(order);
    const VerifyOptions options = optionsOf(order);
    const QList<Finding> warnings = shutOff();
    const auto bytes = pdf::FileBytes::take(std::move(file));
    SignatureReport report =
        bytes ? PadesVerifier(trust).verify(*bytes, options)
              : unreadable(Finding{bytes.error().code, Part::Document, Weight::Fault, -1, {}, bytes.error().detail});
    report.findings += troubles + warnings;
    report.verdict = judge(report, order.options.integrityOnly);
    return report;
}

QByteArray repaired(const QByteArray& file) {
    try {
        return docsig::repairAnswer(docsig::pdf::repaired(file));
    } catch (const std::exception&) {
        return docsig::repairAnswer({}); // out of memory: the limits are meant to be hit by some files
    }
}

QByteArray repairOrder() {
    QFile file;
    if (!file.open(stdin, QIODevice::ReadOnly)) {
        return docsig::repairAnswer({});
    }
    // qpdf reads everything that is hostile: without the sandbox it reads nothing.
    return shutOff().isEmpty() ? repaired(file.readAll()) : docsig::repairAnswer({});
}

docsig::SignatureReport obeyed(const Order& order) {
    using namespace docsig;
    auto file = std::make_unique<QFile>(order.path);
    const bool open = order.byHand ? file->open(QIODevice::ReadOnly) : file->open(stdin, QIODevice::ReadOnly);
    if (!open) {
        return unreadable(finding("verify-file-unreadable", Part::Document, Weight::Doubt, file->errorString()));
    }
    try {
        return judged(order, std::move(file));
    } catch (const std::exception& exception) {
        // Out of memory, above all: the limits of the process are meant to be hit by some files.
        return unreadable(
            finding("verify-gave-up", Part::Document, Weight::Doubt, QString::fromLocal8Bit(exception.what())));
    }
}

bool said(const QByteArray& answer) {
    const auto size = static_cast<std::size_t>(answer.size());
    return std::fwrite(answer.constData(), 1, size, stdout) == size && std::fflush(stdout) == 0;
}

int exitCodeOf(docsig::Verdict verdict) {
    switch (verdict) {
    case docsig::Verdict::Valid:
        return 0;
    case docsig::Verdict::Invalid:
        return 1;
    case docsig::Verdict::CannotTell:
        return 2;
    case docsig::Verdict::Unsigned:
        return 3;
    case docsig::Verdict::Unreadable:
        return 4;
    }
    return 2;
}

} // namespace

int main(int argc, char** argv) {
    QStringList arguments;
    for (int index = 1; index < argc; ++index) {
        arguments << QFile::decodeName(argv[index]);
    }
    const Order order = orderFrom(arguments);
    if (!order.understood) {
        std::fputs("usage: congvan-verify [--trust FOLDER] [--at TIME] [--integrity-only] < PDF\n"
                   "       congvan-verify --repair < PDF\n"
                   "       congvan-verify verify [--json] [--offline] [--trust FOLDER] [--at TIME] [--integrity-only] "
                   "FILE\n",
                   stderr);
        return 64;
    }
    if (order.repairs) {
        return said(repairOrder()) ? 0 : 74;
    }
    const docsig::SignatureReport report = obeyed(order);
    if (!said(QJsonDocument(docsig::toJson(report)).toJson(QJsonDocument::Compact) + '\n')) {
        return 74;
    }
    return order.byHand ? exitCodeOf(report.verdict) : 0;
}
