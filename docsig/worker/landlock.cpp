// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/worker/landlock.h"

#include <QFile>

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace docsig::worker {

namespace {

constexpr quint64 reading = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;

/// Every right over files that the first version of Landlock knows: execute (1 << 0) to make symbolic links (1 << 12).
constexpr quint64 firstRights = (1ULL << 13) - 1;
/// Later versions add: linking across folders, truncating, device control. The kernel refuses rights that it does not
/// know, so each is asked for by version.
constexpr quint64 linkingAcross = 1ULL << 13;
constexpr quint64 truncating = 1ULL << 14;
constexpr quint64 deviceControl = 1ULL << 15;

quint64 rightsOf(long version) {
    quint64 rights = firstRights;
    rights |= version >= 2 ? linkingAcross : 0;
    rights |= version >= 3 ? truncating : 0;
    rights |= version >= 5 ? deviceControl : 0;
    return rights;
}

/// Closes what it holds.
class Descriptor {
public:
    explicit Descriptor(int number)
        : m_number(number) {}
    ~Descriptor() {
        if (m_number >= 0) {
            close(m_number);
        }
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    [[nodiscard]] int number() const { return m_number; }
    [[nodiscard]] bool isOpen() const { return m_number >= 0; }

private:
    int m_number;
};

bool allowReading(const Descriptor& rules, const QString& folder) {
    const Descriptor below(open(QFile::encodeName(folder).constData(), O_PATH | O_CLOEXEC));
    if (!below.isOpen()) {
        return true; // what is not there needs no permission
    }
    landlock_path_beneath_attr rule{};
    rule.allowed_access = reading;
    rule.parent_fd = below.number();
    return syscall(SYS_landlock_add_rule, rules.number(), LANDLOCK_RULE_PATH_BENEATH, &rule, 0) == 0;
}

} // namespace

bool allowOnlyReadingBelow(const QStringList& folders) {
    const long version = syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
    if (version < 1) {
        return false;
    }
    landlock_ruleset_attr handled{};
    handled.handled_access_fs = rightsOf(version);
    const Descriptor rules(static_cast<int>(syscall(SYS_landlock_create_ruleset, &handled, sizeof handled, 0)));
    const bool complete = rules.isOpen() && std::ranges::all_of(folders, [&rules](const QString& folder) {
                              return allowReading(rules, folder);
                          });
    return complete && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
           syscall(SYS_landlock_restrict_self, rules.number(), 0) == 0;
}

} // namespace docsig::worker
