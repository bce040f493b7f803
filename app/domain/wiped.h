// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/keys/sealedbox.h"

#include <QByteArray>
#include <QString>

#include <utility>

namespace app {

/// Owns text or bytes of a secret document and overwrites them when the last owner lets go of them: copies share their
/// memory as Qt's own do, so a copy costs nothing and the memory is wiped once, at the end. A value; as thread-safe as
/// what it holds.
///
/// What it can't reach, because Qt keeps it: a plain QString or QByteArray that shares the memory and lives longer
/// (widgets, models of the clipboard, what text() was copied into); temporaries of JSON's reader and writer, of codecs
/// and of `arg`; the laid out glyphs of a label or an input line and its undo history, until it is given another text;
/// pictures of pages. Those are freed without being overwritten. Nothing here keeps memory out of swap.
template <class Text>
class Wiped {
public:
    Wiped() = default;
    Wiped(Text text) // NOLINT(google-explicit-constructor): any text becomes one
        : m_text(std::move(text)) {}
    Wiped(const Wiped&) = default;
    Wiped(Wiped&&) noexcept = default;
    Wiped& operator=(const Wiped& other) {
        Wiped copy(other);
        std::swap(m_text, copy.m_text);
        return *this;
    }
    Wiped& operator=(Wiped&& other) noexcept {
        std::swap(m_text, other.m_text);
        other.wipe();
        return *this;
    }
    ~Wiped() { wipe(); }

    [[nodiscard]] const Text& text() const { return m_text; }
    operator const Text&() const { return m_text; } // NOLINT(google-explicit-constructor): it is read as what it holds
    [[nodiscard]] bool isEmpty() const { return m_text.isEmpty(); }
    [[nodiscard]] qsizetype size() const { return m_text.size(); }
    /// Empty afterwards.
    void wipe() noexcept { docsig::wipe(m_text); }

    friend bool operator==(const Wiped& one, const Wiped& other) { return one.m_text == other.m_text; }
    friend bool operator==(const Wiped& one, const Text& other) { return one.m_text == other; }

private:
    Text m_text{};
};

using SecretText = Wiped<QString>;
using SecretBytes = Wiped<QByteArray>;

} // namespace app
