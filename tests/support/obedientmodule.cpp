// SPDX-License-Identifier: GPL-3.0-or-later
// A PKCS#11 module with tokens called T that answers as the environment says: what SoftHSM2 never does (lock, cancel,
// vanish, ask for each signature) can be tried. Numbers are hexadecimal.
//   CONGVAN_TOKENS            how many tokens; each has its number as its serial number
//   CONGVAN_TOKEN_FLAGS       flags of the token beside the usual ones
//   CONGVAN_LOGIN_RESULT      what C_Login of the user answers
//   CONGVAN_CONTEXT_RESULT    what C_Login for one signature answers
//   CONGVAN_SIGN_RESULT       what C_Sign answers
//   CONGVAN_SLOT_EMPTY        set: the token is gone when the slot is asked
//   CONGVAN_KEY, CONGVAN_CERTIFICATE   files (DER) of the token's one key; none where they are not set
//   CONGVAN_KEY_SLOT          the only slot that has the key (0: each)
//   CONGVAN_ALWAYS_AUTHENTICATE        set: C_Sign wants a login of its own, each time
//   CONGVAN_MECHANISMS        the mechanisms, with commas; not set: the token does not say
//   CONGVAN_LOGIN_LOG         a file that gets a byte for each login: '1' of the user, 'c' for one signature
//   CONGVAN_MECHANISM_LOG     a file that gets each mechanism that was asked for, with a comma
#include "tests/support/obedientkey.h"

#include <p11-kit/pkcs11.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <iterator>
#include <string>
#include <vector>

namespace {

constexpr CK_OBJECT_HANDLE keyObject = 1;
constexpr CK_OBJECT_HANDLE certificateObject = 2;
constexpr CK_ULONG latest = ~0UL;

/// The one operation that is under way: sessions of a test do not run at the same time.
struct State {
    std::vector<CK_OBJECT_HANDLE> found;
    bool signing = false;
    bool loggedInForThis = false;
    CK_MECHANISM_TYPE mechanism = 0;
    CK_SLOT_ID slot = 0;
};
State state;

CK_ULONG setting(const char* name) {
    const char* value = std::getenv(name);
    return value != nullptr ? std::strtoul(value, nullptr, 16) : 0;
}

bool isSet(const char* name) {
    return std::getenv(name) != nullptr;
}

void note(const char* name, const std::string& text) {
    if (const char* path = std::getenv(name)) {
        if (std::FILE* log = std::fopen(path, "ab")) {
            std::fputs(text.c_str(), log);
            std::fclose(log);
        }
    }
}

bool hasKey() {
    const CK_ULONG only = setting("CONGVAN_KEY_SLOT");
    return isSet("CONGVAN_KEY") && (only == 0 || only == state.slot);
}

CK_RV initialize(void* /*arguments*/) {
    return CKR_OK;
}

CK_RV finalize(void* /*reserved*/) {
    return CKR_OK;
}

CK_RV slotList(CK_BBOOL /*present*/, CK_SLOT_ID* list, CK_ULONG* count) {
    const CK_ULONG there = setting("CONGVAN_TOKENS") != 0 ? setting("CONGVAN_TOKENS") : 1;
    for (CK_ULONG i = 0; list != nullptr && i < std::min(*count, there); ++i) {
        list[i] = i + 1;
    }
    *count = there;
    return CKR_OK;
}

CK_RV slotInfo(CK_SLOT_ID /*slot*/, CK_SLOT_INFO* info) {
    *info = CK_SLOT_INFO{};
    info->flags = CKF_REMOVABLE_DEVICE | (isSet("CONGVAN_SLOT_EMPTY") ? 0 : CKF_TOKEN_PRESENT);
    return CKR_OK;
}

CK_RV tokenInfo(CK_SLOT_ID slot, CK_TOKEN_INFO* info) {
    *info = CK_TOKEN_INFO{};
    std::fill(std::begin(info->label), std::end(info->label), ' ');
    std::fill(std::begin(info->serialNumber), std::end(info->serialNumber), ' ');
    std::fill(std::begin(info->model), std::end(info->model), ' ');
    info->label[0] = 'T';
    info->serialNumber[0] = static_cast<CK_CHAR>('0' + slot);
    info->flags = CKF_TOKEN_INITIALIZED | CKF_LOGIN_REQUIRED | setting("CONGVAN_TOKEN_FLAGS");
    return CKR_OK;
}

CK_RV mechanismList(CK_SLOT_ID /*slot*/, CK_MECHANISM_TYPE* list, CK_ULONG* count) {
    const char* text = std::getenv("CONGVAN_MECHANISMS");
    if (text == nullptr) {
        return CKR_FUNCTION_NOT_SUPPORTED;
    }
    CK_ULONG there = 0;
    for (const char* at = text; *at != '\0'; ++there) {
        char* end = nullptr;
        const CK_MECHANISM_TYPE one = std::strtoul(at, &end, 16);
        if (list != nullptr && there < *count) {
            list[there] = one;
        }
        at = *end == ',' ? end + 1 : end;
    }
    *count = there;
    return CKR_OK;
}

CK_RV openSession(CK_SLOT_ID slot, CK_FLAGS /*flags*/, void* /*application*/, CK_NOTIFY /*notify*/,
                  CK_SESSION_HANDLE* session) {
    *session = 1;
    state = State{};
    state.slot = slot;
    return CKR_OK;
}

CK_RV closeSession(CK_SESSION_HANDLE /*session*/) {
    return CKR_OK;
}

CK_RV logIn(CK_SESSION_HANDLE /*session*/, CK_USER_TYPE user, CK_UTF8CHAR* /*pin*/, CK_ULONG /*size*/) {
    const bool forOne = user == CKU_CONTEXT_SPECIFIC;
    note("CONGVAN_LOGIN_LOG", forOne ? "c" : "1");
    if (forOne && !state.signing) {
        return CKR_OPERATION_NOT_INITIALIZED;
    }
    const CK_RV answer = setting(forOne ? "CONGVAN_CONTEXT_RESULT" : "CONGVAN_LOGIN_RESULT");
    state.loggedInForThis = forOne && answer == CKR_OK;
    return answer;
}

CK_RV logOut(CK_SESSION_HANDLE /*session*/) {
    return CKR_OK;
}

CK_RV findInit(CK_SESSION_HANDLE /*session*/, CK_ATTRIBUTE* wanted, CK_ULONG count) {
    CK_OBJECT_CLASS kind = latest;
    if (count == 1 && wanted->type == CKA_CLASS) {
        std::memcpy(&kind, wanted->pValue, sizeof(kind));
    }
    state.found.clear();
    if (hasKey() && (kind == CKO_PRIVATE_KEY || kind == CKO_CERTIFICATE)) {
        state.found.push_back(kind == CKO_PRIVATE_KEY ? keyObject : certificateObject);
    }
    return CKR_OK;
}

CK_RV findNext(CK_SESSION_HANDLE /*session*/, CK_OBJECT_HANDLE* list, CK_ULONG most, CK_ULONG* count) {
    *count = std::min<CK_ULONG>(most, state.found.size());
    std::copy_n(state.found.begin(), *count, list);
    state.found.erase(state.found.begin(), state.found.begin() + static_cast<std::ptrdiff_t>(*count));
    return CKR_OK;
}

CK_RV findEnd(CK_SESSION_HANDLE /*session*/) {
    return CKR_OK;
}

std::string numberBytes(CK_ULONG number) {
    return {reinterpret_cast<const char*>(&number), sizeof(number)};
}

CK_RV attributes(CK_SESSION_HANDLE /*session*/, CK_OBJECT_HANDLE object, CK_ATTRIBUTE* list, CK_ULONG count) {
    for (CK_ULONG i = 0; i < count; ++i) {
        CK_ATTRIBUTE& asked = list[i];
        std::string value;
        if (asked.type == CKA_ID) {
            value = "\x01";
        } else if (asked.type == CKA_VALUE && object == certificateObject) {
            value = support::fileBytes(std::getenv("CONGVAN_CERTIFICATE"));
        } else if (asked.type == CKA_KEY_TYPE && object == keyObject) {
            value = numberBytes(support::isRsaKey(std::getenv("CONGVAN_KEY")) ? CKK_RSA : CKK_EC);
        } else if (asked.type == CKA_SIGN) {
            value = std::string(1, '\x01');
        } else if (asked.type == CKA_ALWAYS_AUTHENTICATE) {
            value = std::string(1, isSet("CONGVAN_ALWAYS_AUTHENTICATE") ? '\x01' : '\0');
        } else {
            asked.ulValueLen = latest;
            return CKR_ATTRIBUTE_TYPE_INVALID;
        }
        if (asked.pValue != nullptr) {
            if (asked.ulValueLen < value.size()) {
                return CKR_BUFFER_TOO_SMALL;
            }
            std::memcpy(asked.pValue, value.data(), value.size());
        }
        asked.ulValueLen = value.size();
    }
    return CKR_OK;
}

CK_RV signInit(CK_SESSION_HANDLE /*session*/, CK_MECHANISM* mechanism, CK_OBJECT_HANDLE /*key*/) {
    if (state.signing) {
        return CKR_OPERATION_ACTIVE;
    }
    char text[32] = {};
    std::snprintf(text, sizeof(text), "%lx,", mechanism->mechanism);
    note("CONGVAN_MECHANISM_LOG", text);
    state.signing = true;
    state.loggedInForThis = false;
    state.mechanism = mechanism->mechanism;
    return CKR_OK;
}

CK_RV sign(CK_SESSION_HANDLE /*session*/, CK_BYTE* data, CK_ULONG size, CK_BYTE* value, CK_ULONG* valueSize) {
    state.signing = false;
    if (const CK_ULONG answer = setting("CONGVAN_SIGN_RESULT")) {
        return answer;
    }
    if (isSet("CONGVAN_ALWAYS_AUTHENTICATE") && !state.loggedInForThis) {
        return CKR_USER_NOT_LOGGED_IN;
    }
    state.loggedInForThis = false;
    const std::string made =
        support::signAs(state.mechanism, std::getenv("CONGVAN_KEY"), {reinterpret_cast<const char*>(data), size});
    if (made.empty() || *valueSize < made.size()) {
        return CKR_FUNCTION_FAILED;
    }
    std::memcpy(value, made.data(), made.size());
    *valueSize = made.size();
    return CKR_OK;
}

CK_FUNCTION_LIST makeList() {
    CK_FUNCTION_LIST list{};
    list.version = {2, 40};
    list.C_Initialize = initialize;
    list.C_Finalize = finalize;
    list.C_GetSlotList = slotList;
    list.C_GetSlotInfo = slotInfo;
    list.C_GetTokenInfo = tokenInfo;
    list.C_GetMechanismList = mechanismList;
    list.C_OpenSession = openSession;
    list.C_CloseSession = closeSession;
    list.C_Login = logIn;
    list.C_Logout = logOut;
    list.C_FindObjectsInit = findInit;
    list.C_FindObjects = findNext;
    list.C_FindObjectsFinal = findEnd;
    list.C_GetAttributeValue = attributes;
    list.C_SignInit = signInit;
    list.C_Sign = sign;
    return list;
}

} // namespace

extern "C" __attribute__((visibility("default"))) CK_RV C_GetFunctionList(CK_FUNCTION_LIST** list) {
    static CK_FUNCTION_LIST functions = makeList();
    functions.C_GetFunctionList = C_GetFunctionList;
    *list = &functions;
    return CKR_OK;
}
