// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/officepicker.h"

#include "app/domain/vietnamtime.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/textlabel.h"

#include <QFocusEvent>
#include <QHBoxLayout>
#include <QLineEdit>

#include <algorithm>

namespace ui {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Names repeat ("Phòng Nội vụ"): the body above and the code tell them apart.
QString wordsOf(const app::Agency& agency) {
    QStringList words{agency.name, agency.superiorName, agency.id.text()};
    words.removeAll(QString());
    return words.join(u" · "_s);
}

/// Those that are open today, as rows.
FindRows rowsOf(AgencySearch search) {
    return [search = std::move(search)](const QString& text) -> app::Result<QList<FoundRow>> {
        const auto agencies = search(text);
        if (!agencies) {
            return std::unexpected(agencies.error());
        }
        QList<FoundRow> rows;
        for (const app::Agency& agency : *agencies) {
            if (agency.isOpen(app::vietnamToday())) {
                rows << FoundRow{.words = wordsOf(agency),
                                 .value = QVariant::fromValue(app::OrganRef{agency.id, agency.name})};
            }
        }
        return rows;
    };
}

} // namespace

OfficePicker::OfficePicker(const Theme& theme, TaskRunner& runner, AgencySearch search, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_field(new FindField(theme, runner, rowsOf(std::move(search)),
                            {.placeholder = tr("Add an office by name or code…"),
                             .name = tr("Add an office"),
                             .listName = tr("Offices found"),
                             .nothing = tr("No other office is found by these words.")},
                            this))
    , m_rows(new QVBoxLayout) {
    bare(*m_rows, 2);
    auto* layout = new QVBoxLayout(this);
    bare(*layout, 4);
    layout->addLayout(m_rows);
    layout->addWidget(m_field);
    m_field->setFilter([this](const QVariant& value) {
        const auto office = value.value<app::OrganRef>();
        return std::ranges::none_of(m_chosen, [&](const app::OrganRef& one) { return one.id == office.id; });
    });
    connect(m_field, &FindField::chosen, this,
            [this](const FoundRow& row) { choose(row.value.value<app::OrganRef>()); });
}

void OfficePicker::focusInEvent(QFocusEvent* event) {
    m_field->input().setFocus(event->reason());
}

void OfficePicker::setOneByName(const QString& placeholder) {
    m_one = true;
    m_field->setPlaceholder(placeholder);
    m_field->setOffer([](const QString& typed) {
        return FoundRow{.words = tr("\"%1\", which the directory does not have").arg(typed),
                        .value = QVariant::fromValue(app::OrganRef{{}, typed})};
    });
}

QString OfficePicker::typed() const {
    return m_field->typed();
}

void OfficePicker::setChosen(const QList<app::OrganRef>& offices) {
    m_chosen = offices;
    rebuild();
}

void OfficePicker::choose(const app::OrganRef& office) {
    if (m_one) {
        m_chosen.clear();
    }
    m_chosen << office;
    rebuild();
    if (m_one) {
        focusNextChild(); // there is nothing more to find
    } else {
        m_field->input().setFocus(Qt::OtherFocusReason);
    }
    emit changed();
}

void OfficePicker::rebuild() {
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        if (QWidget* row = item->widget()) {
            row->hide();
            row->deleteLater(); // one of its own buttons may be what called
        }
        delete item;
    }
    for (const app::OrganRef& office : std::as_const(m_chosen)) {
        auto* row = new QWidget(this);
        auto* layout = new QHBoxLayout(row);
        bare(*layout, 8);
        auto* name = new TextLabel(m_theme, Type::Body, Ink::Text, row);
        name->setText(office.name.isEmpty() ? office.id.text() : office.name);
        name->setElided(true);
        auto* code = new TextLabel(m_theme, Type::Facts, Ink::Text2, row);
        code->setText(office.id.isEmpty() ? tr("not in the directory") : office.id.text());
        auto* away = makeIconButton(m_theme, "close"_L1, tr("Take out %1").arg(name->text()), row);
        away->setFixedSize(26, 26);
        connect(away, &QPushButton::clicked, this, [this, id = office.id] {
            m_chosen.removeIf([&id](const app::OrganRef& one) { return one.id == id; });
            rebuild();
            m_field->input().setFocus(Qt::OtherFocusReason);
            emit changed();
        });
        layout->addWidget(name, 1);
        layout->addWidget(code);
        layout->addWidget(away);
        m_rows->addWidget(row);
        row->show();
    }
    const bool isWanted = !m_one || m_chosen.isEmpty();
    m_field->input().setVisible(isWanted); // it has the keyboard, and hands it on
    m_field->setVisible(isWanted);
}

} // namespace ui
