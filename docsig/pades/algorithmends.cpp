// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/pades/algorithmends.h"

#include <QDate>

#include <algorithm>
#include <array>
#include <optional>

namespace docsig {

namespace {

/// One row of the table: from `year`-01-01 on the algorithm is given up; 0: not in sight. Of several rows with the same
/// name that of the largest `leastBits` which the key reaches counts.
struct End {
    const char16_t* name;
    int leastBits;
    int year;
};

// NIST SP 800-57 part 1 (112 bits of strength until the end of 2030) and SP 800-131A; MD5 and SHA-1 by the collisions
// that were published (2004, 2017). To be looked at once a year.
constexpr std::array digests{
    End{u"MD5", 0, 2005},     End{u"RSA-MD5", 0, 2005},  End{u"SHA1", 0, 2018},  End{u"RIPEMD160", 0, 2018},
    End{u"SHA224", 0, 2031},  End{u"SHA256", 0, 0},      End{u"SHA384", 0, 0},   End{u"SHA512", 0, 0},
    End{u"SHA512-256", 0, 0}, End{u"SHA3-224", 0, 2031}, End{u"SHA3-256", 0, 0}, End{u"SHA3-384", 0, 0},
    End{u"SHA3-512", 0, 0},   End{u"SHAKE128", 0, 0},    End{u"SHAKE256", 0, 0}, End{u"SHA512-224", 0, 2031},
};
constexpr std::array signatures{
    End{u"RSA", 0, 2014},        End{u"RSA", 2048, 2031},  End{u"RSA", 3072, 0},   End{u"RSA-PSS", 0, 2014},
    End{u"RSA-PSS", 2048, 2031}, End{u"RSA-PSS", 3072, 0}, End{u"ECDSA", 0, 2014}, End{u"ECDSA", 224, 2031},
    End{u"ECDSA", 256, 0},       End{u"EdDSA", 0, 0},
};

template <typename Table>
QDateTime endIn(const Table& table, const QString& name, int bits) {
    std::optional<End> found;
    for (const End& row : table) {
        if (name == QStringView(row.name) && bits >= row.leastBits && (!found || row.leastBits >= found->leastBits)) {
            found = row;
        }
    }
    if (!found) {
        return QDateTime::fromSecsSinceEpoch(0, Qt::UTC);
    }
    return found->year == 0 ? QDateTime() : QDate(found->year, 1, 1).startOfDay(Qt::UTC);
}

} // namespace

QDateTime endOfDigest(const QString& name) {
    return endIn(digests, name, 0);
}

QDateTime endOfSignature(const QString& name, int keyBits) {
    return endIn(signatures, name, keyBits);
}

} // namespace docsig
