// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presentation/verdictpresenter.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/textlabel.h"

namespace ui {

/// The bar over a document: symbol, one sentence, Details. Its place is kept while the answer is awaited.
class VerdictBar : public Ground {
    Q_OBJECT

public:
    explicit VerdictBar(const Theme& theme, QWidget* parent = nullptr);
    void say(const VerdictText& text);

signals:
    void detailsWanted();
    void checkWanted();
    void evidenceWanted();

private:
    IconLabel* m_icon;
    TextLabel* m_sentence;
    TextLabel* m_code;
    QPushButton* m_check;
    QPushButton* m_ask;
    QPushButton* m_details;
};

} // namespace ui
