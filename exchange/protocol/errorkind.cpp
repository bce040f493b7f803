// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/protocol/errorkind.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace exchange {

namespace {

struct HubCode {
    std::string_view code;
    int httpStatus;
    bool retry;
};

// Every code that the hub's office calls may answer with.
constexpr std::array hubCodes{
    HubCode{"request-malformed", 400, false},
    HubCode{"multipart-malformed", 400, false},
    HubCode{"request-unsigned", 401, false},
    HubCode{"axis-headers-wrong", 401, false},
    HubCode{"auth-failed", 401, false},
    HubCode{"clock-skew", 401, false},
    HubCode{"nonce-replayed", 401, true},
    HubCode{"not-permitted", 403, false},
    HubCode{"sender-foreign", 403, false},
    HubCode{"enrolment-code-invalid", 403, false},
    HubCode{"path-unknown", 404, false},
    HubCode{"stream-unknown", 404, false},
    HubCode{"hub-secret-unreadable", 500, false},
    HubCode{"hub-secret-unsealed", 500, false},
    HubCode{"content-unknown", 404, false},
    HubCode{"upload-unknown", 404, true},
    HubCode{"append-conflict", 409, true},
    HubCode{"stream-forked", 409, false},
    HubCode{"message-id-reused", 409, false},
    HubCode{"upload-offset-wrong", 409, true},
    HubCode{"upload-expired", 410, true},
    HubCode{"length-required", 411, false},
    HubCode{"tus-version-wrong", 412, false},
    HubCode{"too-large", 413, false},
    HubCode{"media-type-wrong", 415, false},
    HubCode{"range-wrong", 416, true},
    HubCode{"body-hash-wrong", 422, true},
    HubCode{"content-hash-wrong", 422, true},
    HubCode{"unknown-receiver", 422, false},
    HubCode{"receiver-closed", 422, false},
    HubCode{"packet-relayed-before", 409, false},
    HubCode{"mailbox-unknown", 422, false},
    HubCode{"packet-kind-wrong", 422, false},
    HubCode{"packet-refused", 422, false},
    HubCode{"day-limit-reached", 429, true},
    HubCode{"too-many-failures", 429, true},
    HubCode{"too-fast", 429, true},
    HubCode{"upload-checksum-wrong", 460, true}, // tus 1.0, its checksum extension
    HubCode{"hub-store-failed", 500, true},
    HubCode{"quota-exceeded", 507, false},
    HubCode{"hub-files-failed", 507, true},
    HubCode{"hub-busy", 503, true},
    HubCode{"axis-receivers-differ", 422, false},
    HubCode{"hub-key-foreign", 500, false},
};

// Codes of the client and of the line.
constexpr std::array<std::string_view, 9> lineCodes{
    "sync-message-missing", "server-unreachable",  "server-slow",        "transfer-cut",          "server-error",
    "server-garbage",       "download-hash-wrong", "axis-server-failed", "axis-processing-failed"};

// Codes about who calls, not about what.
constexpr std::array<std::string_view, 10> callerCodes{
    "auth-failed",  "clock-skew",       "request-unsigned", "axis-headers-wrong", "not-permitted",
    "path-unknown", "server-untrusted", "server-refused",   "address-refused",    "axis-secret-wrong"};

const HubCode* findHubCode(const QString& code) {
    const std::string text = code.toStdString();
    const auto found = std::ranges::find(hubCodes, std::string_view(text), &HubCode::code);
    return found == hubCodes.end() ? nullptr : &*found;
}

} // namespace

bool mayRetry(const Error& error) {
    if (const HubCode* found = findHubCode(error.code)) {
        return found->retry;
    }
    return std::ranges::find(lineCodes, std::string_view(error.code.toStdString())) != lineCodes.end();
}

bool blamesCaller(const Error& error) {
    return std::ranges::find(callerCodes, std::string_view(error.code.toStdString())) != callerCodes.end();
}

bool isOffline(const Error& error) {
    return error.code == QLatin1StringView("server-unreachable") || error.code == QLatin1StringView("server-slow");
}

bool isShutOut(const Error& error) {
    return error.code == QLatin1StringView("auth-failed");
}

std::unexpected<Error> tooLarge(const QString& what) {
    return fail("too-large", what);
}

int httpStatusOf(const QString& code) {
    const HubCode* found = findHubCode(code);
    return found ? found->httpStatus : 500;
}

bool isHubCode(const QString& code) {
    return findHubCode(code) != nullptr;
}

} // namespace exchange
