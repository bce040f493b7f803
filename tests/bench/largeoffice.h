// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"

#include <QString>
#include <QStringList>

#include <random>

namespace app {
class OfficeStore;
}

namespace bench {

/// Words as often as in a language: the first ones everywhere, the last ones hardly.
class Language {
public:
    Language();
    [[nodiscard]] QString text(std::mt19937& random, int words);
    [[nodiscard]] const QStringList& words() const { return m_words; }

private:
    QStringList m_words;
    std::discrete_distribution<int> m_chance;
};

/// Fills a store with so many documents, of which `texts` have a text; the same ones each time. They are written as the
/// projection writes them, without the messages that they would come from: a list does not read those.
[[nodiscard]] app::Result<void> fillOffice(app::OfficeStore& store, int documents, int texts);

} // namespace bench
