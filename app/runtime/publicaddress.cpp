// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runtime/publicaddress.h"

#include <array>
#include <cstdint>
#include <cstring>

#include <netinet/in.h>
#include <sys/socket.h>

namespace app {

namespace {

struct Range {
    std::uint32_t base;
    int bits;
};

/// RFC 6890, table by table; host byte order.
constexpr std::array<Range, 14> notPublic{{{0x00000000, 8},   // this network
                                           {0x0A000000, 8},   // private
                                           {0x64400000, 10},  // shared
                                           {0x7F000000, 8},   // loopback
                                           {0xA9FE0000, 16},  // link-local
                                           {0xAC100000, 12},  // private
                                           {0xC0000000, 24},  // protocol assignments
                                           {0xC0000200, 24},  // documentation
                                           {0xC0A80000, 16},  // private
                                           {0xC6120000, 15},  // benchmarking
                                           {0xC6336400, 24},  // documentation
                                           {0xCB007100, 24},  // documentation
                                           {0xE0000000, 4},   // multicast
                                           {0xF0000000, 4}}}; // reserved, broadcast

bool isPublic(std::uint32_t address) {
    for (const Range& range : notPublic) {
        const std::uint32_t mask = ~std::uint32_t{0} << (32 - range.bits);
        if ((address & mask) == range.base) {
            return false;
        }
    }
    return true;
}

bool isPublic(const in6_addr& address) {
    const std::uint8_t* bytes = address.s6_addr;
    const auto wrapped = [bytes](int at) {
        return (std::uint32_t{bytes[at]} << 24) | (std::uint32_t{bytes[at + 1]} << 16) |
               (std::uint32_t{bytes[at + 2]} << 8) | std::uint32_t{bytes[at + 3]};
    };
    constexpr std::array<std::uint8_t, 12> translated{0x00, 0x64, 0xFF, 0x9B}; // 64:ff9b::/96, RFC 6052
    if (std::memcmp(bytes, translated.data(), translated.size()) == 0) {
        return isPublic(wrapped(12));
    }
    if (bytes[0] == 0x20 && bytes[1] == 0x02) { // 6to4, RFC 3056
        return isPublic(wrapped(2));
    }
    const bool global = (bytes[0] & 0xE0) == 0x20; // 2000::/3 alone is given out
    const bool special = bytes[0] == 0x20 && bytes[1] == 0x01 && (bytes[2] & 0xFE) == 0x00; // 2001::/23
    const bool documentation = bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0x0D && bytes[3] == 0xB8;
    return global && !special && !documentation;
}

} // namespace

bool isPublicAddress(const sockaddr* address) {
    if (address->sa_family == AF_INET) {
        sockaddr_in four{};
        std::memcpy(&four, address, sizeof four);
        return isPublic(ntohl(four.sin_addr.s_addr));
    }
    if (address->sa_family == AF_INET6) {
        sockaddr_in6 six{};
        std::memcpy(&six, address, sizeof six);
        return isPublic(six.sin6_addr);
    }
    return false;
}

} // namespace app
