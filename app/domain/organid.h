// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

#include <compare>
#include <optional>

namespace app {

/// The code of an agency, old or new form ("000.00.14.H20", "H49.64.33"): `^[0-9A-Z]{1,6}(\.[0-9A-Z]{1,6}){0,6}$`.
/// A default-made one is empty and stands for "not known"; everything else was checked.
class OrganId {
public:
    OrganId() = default;

    [[nodiscard]] static std::optional<OrganId> parse(QStringView text);

    [[nodiscard]] const QString& text() const { return m_text; }
    [[nodiscard]] bool isEmpty() const { return m_text.isEmpty(); }
    /// The mailbox of the agency is its code.
    [[nodiscard]] const QString& mailbox() const { return m_text; }

    friend bool operator==(const OrganId&, const OrganId&) = default;
    friend auto operator<=>(const OrganId& one, const OrganId& other) { return one.m_text.compare(other.m_text) <=> 0; }
    friend size_t qHash(const OrganId& id, size_t seed = 0) { return ::qHash(id.m_text, seed); }

private:
    explicit OrganId(QString text)
        : m_text(std::move(text)) {}

    QString m_text;
};

/// Whether the code is that of a unit made for tests: one of its groups is W00 ("14.00.W00", spec §3.1).
[[nodiscard]] bool isTestUnit(const OrganId& id);

/// An agency as a packet or a draft names it: its code and its name at that time (names and codes change; history is
/// never rewritten).
struct OrganRef {
    OrganId id{};
    QString name{};

    friend bool operator==(const OrganRef&, const OrganRef&) = default;
};

} // namespace app
