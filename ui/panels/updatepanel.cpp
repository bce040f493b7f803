// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/updatepanel.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::Literals::StringLiterals;

UpdatePanel::UpdatePanel(const Theme& theme, TaskRunner& runner, AgencySearch search,
                         const QList<app::TrailLine>& trail, QWidget* parent)
    : ActionPanel(theme,
                  tr("A new version goes to every office that has the document, beside the old one. Further receivers "
                     "get it; those marked are asked to give it back."),
                  tr("Send the &update · Ctrl+Enter"), parent)
    , m_reason(new QPlainTextEdit(this))
    , m_nothing(new TextLabel(theme, Type::Facts, Ink::Bad, this)) {
    auto* columns = new QHBoxLayout;
    bare(*columns, 18);
    auto* contents = new QVBoxLayout;
    auto* receivers = new QVBoxLayout;
    for (auto* column : {contents, receivers}) {
        bare(*column, 8);
        columns->addLayout(column, 1);
    }
    makeVersion(*contents);
    m_reason->setTabChangesFocus(true);
    m_reason->setFixedHeight(60);
    m_reason->installEventFilter(this);
    m_reasonField = new LabelledField(theme, tr("&Reason"), m_reason, this);
    contents->addWidget(m_reasonField);
    contents->addStretch(1);
    makeReceivers(*receivers, runner, std::move(search), trail);
    receivers->addStretch(1);
    m_nothing->setText(tr("Nothing changes yet: choose a new version or other receivers."));
    m_nothing->setWordWrap(true);
    m_nothing->hide();
    body().addLayout(columns);
    body().addWidget(m_nothing);
}

void UpdatePanel::makeVersion(QVBoxLayout& column) {
    auto* row = new QWidget(this);
    auto* line = new QHBoxLayout(row);
    bare(*line, 8);
    m_choose = makeButton(tr("Choose a PDF…"), ButtonKind::Plain, row);
    m_name = new TextLabel(theme(), Type::Body, Ink::Text2, row);
    m_name->setElided(true);
    m_forget = makeIconButton(theme(), "close"_L1, tr("Keep the contents as they are"), row);
    m_forget->setFixedSize(26, 26);
    line->addWidget(m_choose);
    line->addWidget(m_name, 1);
    line->addWidget(m_forget);
    auto* field = new LabelledField(theme(), tr("New &version, signed and sealed"), row, this);
    field->leadTo(*m_choose);
    m_choose->setAccessibleName(tr("New version, signed and sealed"));
    column.addWidget(field);
    connect(m_choose, &QPushButton::clicked, this, &UpdatePanel::chooseVersion);
    connect(m_forget, &QPushButton::clicked, this, [this] { setVersion({}); });
    sayVersion();
}

void UpdatePanel::makeReceivers(QVBoxLayout& column, TaskRunner& runner, AgencySearch search,
                                const QList<app::TrailLine>& trail) {
    m_added = new OfficePicker(theme(), runner, std::move(search), this);
    column.addWidget(new LabelledField(theme(), tr("&Further receivers"), m_added, this));
    for (const app::TrailLine& line : trail) {
        if (app::isRecallable(line)) {
            const QString name = line.receiver.name.isEmpty() ? line.receiver.id.text() : line.receiver.name;
            auto* box = new QCheckBox(tr("Ask %1 to give it back").arg(name), this);
            box->setAccessibleName(box->text());
            m_removed.append({box, line.receiver.id});
            column.addWidget(box);
        }
    }
}

void UpdatePanel::focusFirst() {
    m_choose->setFocus(Qt::OtherFocusReason);
}

void UpdatePanel::chooseVersion() {
    auto* chooser = new QFileDialog(this, tr("New version of the document"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::ExistingFile);
    chooser->setNameFilter(tr("PDF files (*.pdf)"));
    connect(chooser, &QFileDialog::fileSelected, this, &UpdatePanel::setVersion);
    chooser->open();
}

void UpdatePanel::setVersion(const QString& path) {
    m_version = path;
    sayVersion();
}

void UpdatePanel::sayVersion() {
    m_name->setInk(m_version.isEmpty() ? Ink::Text2 : Ink::Text);
    m_name->setText(m_version.isEmpty() ? tr("The contents stay as they are.") : QFileInfo(m_version).fileName());
    m_choose->setAccessibleDescription(m_name->text());
    m_forget->setVisible(!m_version.isEmpty());
}

bool UpdatePanel::eventFilter(QObject* watched, QEvent* event) {
    // The editor keeps Ctrl+Enter and Escape to itself otherwise.
    if (watched == m_reason && event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if ((enter && key->modifiers().testFlag(Qt::ControlModifier)) || key->key() == Qt::Key_Escape) {
            keyPressEvent(key);
            return true;
        }
    }
    return ActionPanel::eventFilter(watched, event);
}

void UpdatePanel::go() {
    app::DocumentUpdate change;
    for (const app::OrganRef& office : m_added->chosen()) {
        change.added << office.id;
    }
    for (const auto& [box, organ] : std::as_const(m_removed)) {
        if (box->isChecked()) {
            change.removed << organ;
        }
    }
    change.reason = m_reason->toPlainText().trimmed();
    const bool empty = m_version.isEmpty() && change.added.isEmpty() && change.removed.isEmpty();
    m_nothing->setVisible(empty);
    m_reasonField->setError(change.reason.isEmpty() ? tr("Write the reason; the other side will read it.") : QString());
    if (empty) {
        m_choose->setFocus(Qt::OtherFocusReason);
    } else if (change.reason.isEmpty()) {
        m_reason->setFocus(Qt::OtherFocusReason);
    } else {
        emit accepted(change, m_version);
    }
}

} // namespace ui
