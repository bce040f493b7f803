// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/pinpanel.h"

#include "app/domain/vietnamtime.h"
#include "ui/presentation/verdictpresenter.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QUrl>

namespace ui {

using namespace Qt::Literals::StringLiterals;

namespace {

enum Source { Default, File, Token };

QString describe(const app::KeySource& key) {
    if (const auto* file = std::get_if<app::Pkcs12File>(&key)) {
        return PinPanel::tr("Key file %1").arg(QFileInfo(file->path).fileName());
    }
    const auto& token = std::get<app::TokenKey>(key);
    return token.tokenLabel.isEmpty() ? PinPanel::tr("Smart card or token")
                                      : PinPanel::tr("Token %1").arg(token.tokenLabel);
}

} // namespace

PinPanel::PinPanel(const Theme& theme, const Formatter& formatter, Purpose purpose,
                   const std::optional<app::KeySource>& key, QWidget* parent)
    : ActionPanel(theme,
                  purpose == Purpose::Signature
                      ? tr("Signs the document as it is shown below, with your certificate.")
                      : tr("Seals the document as it is shown below, with the certificate of the office."),
                  purpose == Purpose::Signature ? tr("&Sign · Ctrl+Enter") : tr("S&eal · Ctrl+Enter"), parent)
    , m_formatter(formatter)
    , m_default(key)
    , m_key(key)
    , m_certificate(new TextLabel(theme, Type::Body, Ink::Text, this))
    , m_concerns(new FindingList(theme, formatter, this))
    , m_level(new TextLabel(theme, Type::Facts, Ink::Text2, this))
    , m_foundTitle(new TextLabel(theme, Type::Strong, Ink::Caution, this))
    , m_found(new FindingList(theme, formatter, this))
    , m_source(makeChoiceBox(this))
    , m_pin(new QLineEdit(this)) {
    m_certificate->setWordWrap(true);
    m_certificate->setAccessibleName(tr("Certificate"));
    if (key) {
        m_source->addItem(describe(*key), Default);
    }
    m_source->addItem(tr("Choose a key file…"), File);
    m_source->addItem(tr("Smart card or token"), Token);
    if (!key) {
        m_source->setPlaceholderText(tr("Choose…"));
        m_source->setCurrentIndex(-1);
    }
    m_pin->setEchoMode(QLineEdit::Password);
    m_pin->setMaxLength(128);
    m_pin->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    m_sourceField = new LabelledField(theme, tr("&Key"), m_source, this);
    m_pinField = new LabelledField(
        theme, purpose == Purpose::Signature ? tr("&PIN of your signature") : tr("&PIN of the seal"), m_pin, this);
    m_source->setMinimumWidth(200);
    m_pin->setMinimumWidth(160);
    auto* row = new QHBoxLayout;
    bare(*row, 12);
    row->addWidget(m_sourceField, 3, Qt::AlignTop);
    row->addWidget(m_pinField, 2, Qt::AlignTop);
    m_concerns->setAccessibleName(tr("About the certificate"));
    m_concerns->hide();
    m_level->setWordWrap(true);
    m_level->setAccessibleName(tr("Level of the signature"));
    m_level->hide();
    m_foundTitle->setWordWrap(true);
    m_foundTitle->hide();
    m_found->hide();
    body().addWidget(m_foundTitle);
    body().addWidget(m_found);
    body().addWidget(m_certificate);
    body().addWidget(m_concerns);
    body().addWidget(m_level);
    body().addLayout(row);
    connect(m_found, &FindingList::pageWanted, this, &PinPanel::pageWanted);
    sayCertificate(false);
    connect(m_source, &QComboBox::activated, this, &PinPanel::chooseSource);
    connect(m_pin, &QLineEdit::returnPressed, this, [this] {
        if (!isBusy()) {
            go();
        }
    });
}

void PinPanel::showCertificate(const std::optional<docsig::CertificateFacts>& certificate,
                               const QList<docsig::Finding>& concerns) {
    m_defaultCertificate = certificate;
    m_defaultConcerns = concerns;
    m_defaultConcerns.removeIf([](const docsig::Finding& one) { return one.weight == docsig::Weight::Note; });
    sayCertificate(m_key == m_default);
}

void PinPanel::sayCertificate(bool ofDefault) {
    const auto& certificate = m_defaultCertificate;
    m_concerns->show(ofDefault ? m_defaultConcerns : QList<docsig::Finding>());
    if (!ofDefault || !certificate) {
        m_certificate->setText(tr("The certificate is known when the key is opened."));
        m_certificate->setInk(Ink::Text2);
        return;
    }
    QStringList facts{signerName(*certificate), certificate->organisation, tr("from %1").arg(certificate->issuerName),
                      tr("valid until %1").arg(m_formatter.day(app::vietnamDate(certificate->notAfter)))};
    facts.removeAll(QString());
    m_certificate->setText(facts.join(u" · "_s));
    m_certificate->setInk(certificate->notAfter < QDateTime::currentDateTimeUtc() ? Ink::Bad : Ink::Text);
}

void PinPanel::showLevel(docsig::Level wanted, const QString& timeStampAddress) {
    m_level->setVisible(wanted > docsig::Level::BB);
    if (timeStampAddress.isEmpty()) {
        m_level->setInk(Ink::Caution);
        m_level->setText(tr("%1 is wanted, but no time-stamping authority is set: the signature will wait for one.")
                             .arg(levelName(wanted)));
    } else {
        m_level->setText(
            tr("%1 with the time stamp of %2. The signature stands at once; what can't be had now follows.")
                .arg(levelName(wanted), QUrl(timeStampAddress).host()));
    }
}

void PinPanel::showFindings(const QList<docsig::Finding>& findings) {
    m_foundTitle->setText(
        tr("Not to be seen on the pages: %n point(s). Look at them before you sign.", nullptr, int(findings.size())));
    m_foundTitle->setVisible(!findings.isEmpty());
    m_found->show(findings);
}

void PinPanel::chooseSource(int index) {
    m_sourceField->setError({});
    switch (m_source->itemData(index).toInt()) {
    case Default:
        m_key = m_default;
        sayCertificate(true);
        break;
    case Token:
        m_key = app::TokenKey{};
        sayCertificate(false);
        break;
    case File: {
        auto* chooser = new QFileDialog(this, tr("Choose a key file"));
        chooser->setAttribute(Qt::WA_DeleteOnClose);
        chooser->setFileMode(QFileDialog::ExistingFile);
        chooser->setNameFilter(tr("Key files (*.p12 *.pfx)"));
        connect(chooser, &QFileDialog::fileSelected, this, [this, index](const QString& path) {
            m_key = app::Pkcs12File{path};
            m_source->setItemText(index, describe(*m_key));
            sayCertificate(false);
            m_pin->setFocus(Qt::OtherFocusReason);
        });
        chooser->open();
        break;
    }
    default:
        break;
    }
}

void PinPanel::focusFirst() {
    if (m_key) {
        m_pin->setFocus(Qt::OtherFocusReason);
    } else {
        m_source->setFocus(Qt::OtherFocusReason);
    }
}

docsig::Pin PinPanel::takePin() {
    QString text = m_pin->text();
    docsig::Pin pin = docsig::Pin::fromString(text);
    text.fill(u'\0');
    m_pin->clear();
    return pin;
}

void PinPanel::showError(const app::Error& error, const Formatter& formatter) {
    if (error.code.contains("-pin"_L1) || error.code == "token-last-try"_L1 || error.code == "token-locked"_L1) {
        m_pinField->setError(formatter.sentence(error) + u"  ("_s + error.code + u')');
        m_pin->setFocus(Qt::OtherFocusReason);
        return;
    }
    ActionPanel::showError(error, formatter);
}

void PinPanel::go() {
    m_sourceField->setError(m_key ? QString() : tr("Choose the key to sign with."));
    m_pinField->setError(m_pin->text().isEmpty() ? tr("Enter the PIN.") : QString());
    if (!m_key) {
        m_source->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (m_pin->text().isEmpty()) {
        m_pin->setFocus(Qt::OtherFocusReason);
        return;
    }
    emit accepted();
}

} // namespace ui
