// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/keys/certificate.h"
#include "docsig/trust/trustedlist.h"
#include "docsig/trust/xmlsignature.h"
#include "docsig/trust/xmltree.h"

#include <algorithm>
#include <array>

namespace docsig {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto tsl = "http://uri.etsi.org/02231/v2#";
constexpr qsizetype mostServices = 20'000;

/// The last part of a URI of TS 119 612: what is compared, since schemes write the beginnings differently.
QString lastOf(const QString& uri) {
    return uri.section(u'/', -1);
}

TrustedService::Kind kindOf(const QString& uri) {
    // §5.5.1: …/Svctype/CA/QC, …/CA/PKC, …/TSA/QTST, …/TSA, …/TSA/TSS-QC, …/Certstatus/OCSP, …/Certstatus/OCSP/QC
    const QString path = uri.section(u"/Svctype/"_s, 1);
    if (path == "CA/QC"_L1 || path == "CA/PKC"_L1) {
        return TrustedService::Kind::Authority;
    }
    if (path == "TSA"_L1 || path.startsWith("TSA/"_L1)) {
        return TrustedService::Kind::TimeStamping;
    }
    if (path == "Certstatus/OCSP"_L1 || path == "Certstatus/OCSP/QC"_L1) {
        return TrustedService::Kind::Ocsp;
    }
    return TrustedService::Kind::Other;
}

/// §5.5.4 and annex J: what counts as approved, today's words and those before 2016.
bool isGranted(const QString& word) {
    static const std::array approved{"granted"_L1, "recognisedatnationallevel"_L1, "undersupervision"_L1,
                                     "supervisionincessation"_L1, "accredited"_L1};
    return std::ranges::find(approved, word) != approved.end();
}

QDateTime timeAt(xmlNode* node) {
    QDateTime time = QDateTime::fromString(textOf(node), Qt::ISODateWithMs);
    if (time.isValid() && time.timeSpec() == Qt::LocalTime) {
        time.setTimeSpec(Qt::UTC); // §5.1.2: UTC, even where the letter Z was forgotten
    }
    return time.toUTC();
}

/// The name in English, else the first (§5.1.4).
QString nameAt(xmlNode* parent) {
    const QList<xmlNode*> names = childrenOf(parent, "Name", tsl);
    for (xmlNode* name : names) {
        xmlChar* language = xmlNodeGetLang(name);
        const bool english = QByteArray(reinterpret_cast<const char*>(language)) == "en";
        xmlFree(language);
        if (english) {
            return textOf(name).left(1000);
        }
    }
    return names.isEmpty() ? QString() : textOf(names.first()).left(1000);
}

std::optional<TrustedService::Status> statusAt(xmlNode* information) {
    TrustedService::Status status;
    status.word = lastOf(textOf(childAt(information, {"ServiceStatus"}, tsl)));
    status.granted = isGranted(status.word);
    status.from = timeAt(childAt(information, {"StatusStartingTime"}, tsl));
    return status.from.isValid() && !status.word.isEmpty() ? std::optional(status) : std::nullopt;
}

std::optional<TrustedService> serviceAt(xmlNode* node, const QString& provider) {
    xmlNode* information = childAt(node, {"ServiceInformation"}, tsl);
    TrustedService service;
    service.kind = kindOf(textOf(childAt(information, {"ServiceTypeIdentifier"}, tsl)));
    service.provider = provider;
    service.name = nameAt(childAt(information, {"ServiceName"}, tsl));
    const auto now = statusAt(information);
    if (!now) {
        return std::nullopt;
    }
    service.statuses << *now;
    for (xmlNode* past : childrenOf(childAt(node, {"ServiceHistory"}, tsl), "ServiceHistoryInstance", tsl)) {
        const auto status = statusAt(past);
        if (!status) {
            return std::nullopt;
        }
        service.statuses << *status;
    }
    std::ranges::stable_sort(service.statuses, std::ranges::greater(), &TrustedService::Status::from);
    for (xmlNode* id : childrenOf(childAt(information, {"ServiceDigitalIdentity"}, tsl), "DigitalId", tsl)) {
        for (xmlNode* certificate : childrenOf(id, "X509Certificate", tsl)) {
            const QByteArray der = QByteArray::fromBase64(textOf(certificate).toLatin1());
            if (describe(der) && !service.certificates.contains(der)) {
                service.certificates << der;
            }
        }
    }
    return service;
}

std::optional<TrustedList> listAt(xmlNode* root) {
    xmlNode* scheme = childAt(root, {"SchemeInformation"}, tsl);
    TrustedList list;
    list.territory = textOf(childAt(scheme, {"SchemeTerritory"}, tsl)).left(20);
    list.operatorName = nameAt(childAt(scheme, {"SchemeOperatorName"}, tsl));
    list.schemeName = nameAt(childAt(scheme, {"SchemeName"}, tsl));
    list.sequence = textOf(childAt(scheme, {"TSLSequenceNumber"}, tsl)).toInt();
    list.issued = timeAt(childAt(scheme, {"ListIssueDateTime"}, tsl));
    list.nextUpdate = timeAt(childAt(scheme, {"NextUpdate", "dateTime"}, tsl));
    if (scheme == nullptr || !list.issued.isValid() || list.sequence < 1) {
        return std::nullopt;
    }
    xmlNode* providers = childAt(root, {"TrustServiceProviderList"}, tsl);
    for (xmlNode* provider : childrenOf(providers, "TrustServiceProvider", tsl)) {
        const QString name = nameAt(childAt(provider, {"TSPInformation", "TSPName"}, tsl));
        for (xmlNode* node : childrenOf(childAt(provider, {"TSPServices"}, tsl), "TSPService", tsl)) {
            const auto service = serviceAt(node, name);
            if (!service || list.services.size() == mostServices) {
                return std::nullopt;
            }
            if (!service->certificates.isEmpty()) {
                list.services << *service;
            }
        }
    }
    return list;
}

} // namespace

Result<TrustedList> readTrustedList(const QByteArray& xml, QByteArrayView operatorCertificate) {
    const auto document = readHostileXml(xml);
    if (!document) {
        return std::unexpected(document.error());
    }
    xmlNode* root = xmlDocGetRootElement(document->get());
    if (const auto checked = checkEnvelopedSignature(document->get(), operatorCertificate); !checked) {
        return std::unexpected(checked.error());
    }
    auto list = isElement(root, "TrustServiceStatusList", tsl) ? listAt(root) : std::nullopt;
    if (!list) {
        return fail("trusted-list-malformed");
    }
    list->operatorSha256 = describe(certificatesIn(operatorCertificate).first())->sha256;
    return *list;
}

} // namespace docsig
