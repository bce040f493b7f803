// SPDX-License-Identifier: GPL-3.0-or-later
// Foreign PDFs: whatever the bytes, the verifier reports and the writers refuse or write what can be read again.
#include "docsig/pades/flowfields.h"
#include "docsig/pades/padesverifier.h"
#include "docsig/pdf/document.h"
#include "docsig/pdf/securitystore.h"

#include <cstdint>
#include <cstdlib>

using namespace docsig;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const SignatureReport report = PadesVerifier(TrustStore()).verify(bytes, {});
    if (report.verdict == Verdict::Valid) {
        std::abort(); // nobody is trusted here
    }
    if (report.verdict == Verdict::Unsigned && !report.signatures.isEmpty()) {
        std::abort();
    }
    const FlowFields fields{{{QStringLiteral("S"), {0, QRectF(1, 2, 3, 4)}, {QStringLiteral("N")}}},
                            {{QStringLiteral("N"), {0, QRectF(5, 6, 7, 8)}}}};
    const auto prepared = addFlowFields(bytes, fields);
    if (prepared && (!prepared->startsWith(bytes) || !pdf::Document::open(*prepared))) {
        std::abort();
    }
    const auto filled =
        prepared ? fillFields(*prepared, {{QStringLiteral("N"), QStringLiteral("7"), bytes}}) : prepared;
    if (filled && !pdf::Document::open(*filled)) {
        std::abort();
    }
    if (const auto document = pdf::Document::open(bytes); document && document->catalogReference()) {
        const pdf::SecurityStore before = pdf::securityStore(*document);
        pdf::IncrementalUpdate update(*document);
        const bool added = pdf::addToSecurityStore(update, {{QByteArray("30"), {}, {QByteArray("one")}, {}, {}}});
        const auto again = added ? pdf::Document::open(update.write()) : document;
        if (!again || pdf::securityStore(*again).certificates.size() < before.certificates.size()) {
            std::abort(); // nothing is taken away
        }
    }
    return 0;
}
