// SPDX-License-Identifier: GPL-3.0-or-later
// A PKCS#11 module with tokens called T that answers as the environment says: what SoftHSM2 never does (lock, cancel,
// vanish) can be tried. CONGVAN_LOGIN_RESULT, CONGVAN_TOKEN_FLAGS and CONGVAN_TOKENS (how many) are hexadecimal; each
// C_Login adds a byte to the file CONGVAN_LOGIN_LOG.
#include <p11-kit/pkcs11.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <iterator>

namespace {

CK_ULONG setting(const char* name) {
    const char* value = std::getenv(name);
    return value != nullptr ? std::strtoul(value, nullptr, 16) : 0;
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

CK_RV tokenInfo(CK_SLOT_ID /*slot*/, CK_TOKEN_INFO* info) {
    *info = CK_TOKEN_INFO{};
    std::fill(std::begin(info->label), std::end(info->label), ' ');
    std::fill(std::begin(info->serialNumber), std::end(info->serialNumber), ' ');
    std::fill(std::begin(info->model), std::end(info->model), ' ');
    info->label[0] = 'T';
    info->flags = CKF_TOKEN_INITIALIZED | CKF_LOGIN_REQUIRED | setting("CONGVAN_TOKEN_FLAGS");
    return CKR_OK;
}

CK_RV openSession(CK_SLOT_ID /*slot*/, CK_FLAGS /*flags*/, void* /*application*/, CK_NOTIFY /*notify*/,
                  CK_SESSION_HANDLE* session) {
    *session = 1;
    return CKR_OK;
}

CK_RV closeSession(CK_SESSION_HANDLE /*session*/) {
    return CKR_OK;
}

CK_RV logIn(CK_SESSION_HANDLE /*session*/, CK_USER_TYPE /*user*/, CK_UTF8CHAR* /*pin*/, CK_ULONG /*size*/) {
    if (const char* path = std::getenv("CONGVAN_LOGIN_LOG")) {
        if (std::FILE* log = std::fopen(path, "ab")) {
            std::fputc('1', log);
            std::fclose(log);
        }
    }
    return setting("CONGVAN_LOGIN_RESULT");
}

CK_RV logOut(CK_SESSION_HANDLE /*session*/) {
    return CKR_OK;
}

CK_FUNCTION_LIST makeList() {
    CK_FUNCTION_LIST list{};
    list.version = {2, 40};
    list.C_Initialize = initialize;
    list.C_Finalize = finalize;
    list.C_GetSlotList = slotList;
    list.C_GetTokenInfo = tokenInfo;
    list.C_OpenSession = openSession;
    list.C_CloseSession = closeSession;
    list.C_Login = logIn;
    list.C_Logout = logOut;
    return list;
}

} // namespace

extern "C" __attribute__((visibility("default"))) CK_RV C_GetFunctionList(CK_FUNCTION_LIST** list) {
    static CK_FUNCTION_LIST functions = makeList();
    functions.C_GetFunctionList = C_GetFunctionList;
    *list = &functions;
    return CKR_OK;
}
