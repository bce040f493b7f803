// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presentation/statuspresenter.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/textlabel.h"

namespace ui {

/// The 26 px bar: connection and last sync, what is queued; page and zoom at the right.
class StatusLine : public Ground {
    Q_OBJECT

public:
    StatusLine(const Theme& theme, QWidget* parent = nullptr);
    void setStatus(const StatusText& text);
    /// A sentence about what was just done; stands until the next one and is spoken.
    void announce(const QString& sentence, Tone tone = Tone::Neutral);
    void setPage(const QString& words);
    /// How many documents have a comment that names this person and was not seen.
    void setMentions(int documents);

    /// That this person is away, or for whom they stand in; empty: neither.
    void setStanding(const QString& words);

signals:
    void mentionsWanted();
    void standingWanted();

private:
    class Dot;

    Dot* m_dot;
    TextLabel* m_connection;
    TextLabel* m_queue;
    TextLabel* m_said;
    QPushButton* m_standing;
    QPushButton* m_mentions;
    TextLabel* m_page;
};

} // namespace ui
