// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/trailstrip.h"

#include "ui/presentation/detailspresenter.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/toneink.h"

#include <QHBoxLayout>

namespace ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype Most = 4;

} // namespace

TrailStrip::TrailStrip(const Theme& theme, const Formatter& formatter, QWidget* parent)
    : Ground(theme, &Tokens::surface, Qt::BottomEdge, parent)
    , m_theme(theme)
    , m_formatter(formatter)
    , m_layout(new QVBoxLayout(this)) {
    m_layout->setContentsMargins(18, 8, 12, 8);
    m_layout->setSpacing(2);
    setAccessibleName(tr("Trail"));
    hide();
}

void TrailStrip::show(const QList<app::TrailLine>& trail) {
    while (QLayoutItem* item = m_layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const app::TrailLine& line : trail.first(qMin(Most, trail.size()))) {
        auto* row = new QWidget(this);
        auto* layout = new QHBoxLayout(row);
        bare(*layout, 8);
        auto* mark = new IconLabel(m_theme, 14, row);
        mark->show(trailIcon(line.lastCode), trailTone(line.lastCode));
        auto* receiver = new TextLabel(m_theme, Type::Facts, Ink::Text, row);
        receiver->setText(line.receiver.name.isEmpty() ? line.receiver.id.text() : line.receiver.name);
        receiver->setElided(true);
        auto* words = new TextLabel(m_theme, Type::Facts, inkOf(trailTone(line.lastCode)), row);
        QString said = m_formatter.trailWords(line.lastCode);
        if (!line.reason.isEmpty()) {
            said = line.reason.startsWith(said) ? line.reason : said + u": "_s + line.reason;
        }
        words->setText(said);
        words->setElided(true);
        auto* time = new TextLabel(m_theme, Type::Facts, Ink::Text2, row);
        time->setText(m_formatter.moment(line.time));
        layout->addWidget(mark);
        layout->addWidget(receiver, 2);
        layout->addWidget(words, 3);
        layout->addWidget(time);
        row->setFixedHeight(24);
        row->setAccessibleName(QStringList{receiver->text(), said, time->text()}.join(u", "_s));
        m_layout->addWidget(row);
        row->show();
    }
    if (!trail.isEmpty()) {
        auto* all =
            makeButton(trail.size() > Most ? tr("All %n receiver(s)", nullptr, int(trail.size())) : tr("Whole &trail"),
                       ButtonKind::Link, this);
        connect(all, &QPushButton::clicked, this, &TrailStrip::trailWanted);
        m_layout->addWidget(all, 0, Qt::AlignRight);
        all->show();
    }
    setVisible(!trail.isEmpty());
}

} // namespace ui
