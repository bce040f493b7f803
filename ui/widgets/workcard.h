// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/controls.h"
#include "ui/widgets/textlabel.h"

#include <QStringList>

class QProgressBar;

namespace ui {

/// Long work, in the lower right: what is done now, how far it is, cancel; at the end the results to read.
class WorkCard : public Ground {
    Q_OBJECT

public:
    explicit WorkCard(const Theme& theme, QWidget* parent = nullptr);

    void begin(const QString& title);
    /// `total` 0: not known.
    void progress(const QString& words, qint64 done, qint64 total);
    /// With problems the card stays until it is closed; without it goes away.
    void end(const QString& sentence, const QStringList& problems);
    /// Keeps to the lower right of what holds it, above the card that it stands on.
    void settle();
    /// Nothing may stand on what stands on it.
    void standOn(const WorkCard& below);

signals:
    void cancelled();
    /// It takes another room.
    void moved();

protected:
    void hideEvent(QHideEvent* event) override;

private:
    TextLabel* m_title;
    TextLabel* m_words;
    TextLabel* m_results;
    QProgressBar* m_bar;
    QPushButton* m_cancel;
    QPushButton* m_close;
    const WorkCard* m_below = nullptr;
};

} // namespace ui
