// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/secretlock.h"

#include "app/services/secretbook.h"
#include "ui/widgets/secretline.h"

#include <QVBoxLayout>

namespace ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int DoorWidth = 420;

} // namespace

SecretLock::SecretLock(const Theme& theme, const Formatter& formatter, QWidget* parent)
    : QWidget(parent)
    , m_formatter(formatter)
    , m_title(new TextLabel(theme, Type::Title, Ink::Text, this))
    , m_sentence(new TextLabel(theme, Type::Body, Ink::Text2, this))
    , m_first(makePassphraseLine(this))
    , m_second(makePassphraseLine(this))
    , m_firstField(new LabelledField(theme, tr("&Passphrase"), m_first, this))
    , m_secondField(new LabelledField(theme, tr("The passphrase &again"), m_second, this))
    , m_go(makeButton({}, ButtonKind::Primary, this)) {
    m_title->setText(tr("Secret books"));
    m_sentence->setWordWrap(true);
    auto* door = new QWidget(this);
    door->setFixedWidth(DoorWidth);
    auto* inside = new QVBoxLayout(door);
    bare(*inside, 12);
    inside->addWidget(m_title);
    inside->addWidget(m_sentence);
    inside->addWidget(m_firstField);
    inside->addWidget(m_secondField);
    inside->addWidget(m_go, 0, Qt::AlignLeft);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    auto* row = new QHBoxLayout; // beside stretches: what is aligned gets no height for its width
    bare(*row);
    row->addStretch(1);
    row->addWidget(door);
    row->addStretch(1);
    layout->addStretch(2);
    layout->addLayout(row);
    layout->addStretch(3);
    connect(m_go, &QPushButton::clicked, this, &SecretLock::press);
    connect(m_first, &QLineEdit::returnPressed, this, &SecretLock::press);
    connect(m_second, &QLineEdit::returnPressed, this, &SecretLock::press);
    setExists(true);
}

void SecretLock::setExists(bool exists) {
    m_exists = exists;
    m_sentence->setText(exists ? tr("The registers of documents with a degree of secrecy lie on this computer alone, "
                                    "encrypted. They lock by themselves when this page is left, when the window is "
                                    "minimised, and after five minutes without input.")
                               : tr("There are no registers of documents with a degree of secrecy yet. They will lie "
                                    "on this computer alone, encrypted with a passphrase that nobody can restore: "
                                    "write it down and keep it as a secret document."));
    m_secondField->setVisible(!exists);
    m_firstField->setHint(exists ? QString()
                                 : tr("At least %n character(s); several words are best.", nullptr,
                                      int(app::SecretBook::shortestPassphrase)));
    m_go->setText(exists ? tr("&Open") : tr("&Create"));
    m_go->setAccessibleName(exists ? tr("Open the secret books") : tr("Create the secret books"));
}

void SecretLock::setBusy(bool busy) {
    m_busy = busy;
    for (QWidget* one :
         {static_cast<QWidget*>(m_first), static_cast<QWidget*>(m_second), static_cast<QWidget*>(m_go)}) {
        one->setEnabled(!busy);
    }
}

void SecretLock::showError(const app::Error& error) {
    m_firstField->setError(m_formatter.sentence(error) + u"  ("_s + error.code + u')');
    focusFirst();
}

void SecretLock::focusFirst() {
    m_first->setFocus(Qt::OtherFocusReason);
}

docsig::Pin SecretLock::take() {
    forget(*m_second);
    return takePassphrase(*m_first);
}

void SecretLock::press() {
    if (m_busy) {
        return;
    }
    m_firstField->setError({});
    m_secondField->setError({});
    if (!m_exists && m_first->text() != m_second->text()) {
        m_secondField->setError(tr("The two are not the same."));
        m_second->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (m_exists) {
        emit unlockWanted();
    } else {
        emit createWanted();
    }
}

} // namespace ui
