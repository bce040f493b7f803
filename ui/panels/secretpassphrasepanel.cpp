// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/secretpassphrasepanel.h"

#include "app/services/secretbook.h"
#include "ui/widgets/secretline.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::Literals::StringLiterals;

SecretPassphrasePanel::SecretPassphrasePanel(const Theme& theme, const Formatter& formatter, QWidget* parent)
    : ActionPanel(theme,
                  tr("Gives the secret books another passphrase. Copies that were made before still open with the one "
                     "of now. Nobody can restore it: write it down and keep it as a secret document."),
                  tr("C&hange the passphrase · Ctrl+Enter"), parent)
    , m_before(makePassphraseLine(this))
    , m_now(makePassphraseLine(this))
    , m_again(makePassphraseLine(this))
    , m_beforeField(new LabelledField(theme, tr("&Passphrase of now"), m_before, this))
    , m_nowField(new LabelledField(theme, tr("&New passphrase"), m_now, this))
    , m_againField(new LabelledField(theme, tr("New passphrase &again"), m_again, this)) {
    Q_UNUSED(formatter)
    m_nowField->setHint(
        tr("At least %n character(s); several words are best.", nullptr, int(app::SecretBook::shortestPassphrase)));
    auto* row = new QHBoxLayout;
    bare(*row, 12);
    for (LabelledField* field : {m_beforeField, m_nowField, m_againField}) {
        row->addWidget(field, 1, Qt::AlignTop);
    }
    body().addLayout(row);
}

void SecretPassphrasePanel::focusFirst() {
    m_before->setFocus(Qt::OtherFocusReason);
}

void SecretPassphrasePanel::showError(const app::Error& error, const Formatter& formatter) {
    const bool isOfBefore = error.code == "sealed-passphrase-wrong"_L1;
    if (!isOfBefore && error.code != "secret-passphrase-short"_L1) {
        ActionPanel::showError(error, formatter);
        return;
    }
    (isOfBefore ? m_beforeField : m_nowField)->setError(formatter.sentence(error) + u"  ("_s + error.code + u')');
    m_before->setFocus(Qt::OtherFocusReason); // all three were emptied
}

docsig::Pin SecretPassphrasePanel::takeBefore() {
    return takePassphrase(*m_before);
}

docsig::Pin SecretPassphrasePanel::takeNow() {
    forget(*m_again);
    return takePassphrase(*m_now);
}

void SecretPassphrasePanel::go() {
    for (LabelledField* field : {m_beforeField, m_nowField, m_againField}) {
        field->setError({});
    }
    if (m_now->text() != m_again->text()) {
        m_againField->setError(tr("The two are not the same."));
        m_again->setFocus(Qt::OtherFocusReason);
        return;
    }
    emit accepted();
}

} // namespace ui
