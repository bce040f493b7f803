// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/keysource.h"
#include "ui/panels/actionpanel.h"
#include "ui/presentation/documentcase.h"
#include "ui/widgets/findinglist.h"

#include <optional>

class QComboBox;
class QLineEdit;

namespace ui {

/// Signs or seals: says which certificate and which PIN, takes the PIN once. The field is emptied before the key is
/// asked, and after a wrong PIN only a person tries again.
class PinPanel : public ActionPanel {
    Q_OBJECT

public:
    enum class Purpose { Signature, Seal };

    PinPanel(const Theme& theme, const Formatter& formatter, Purpose purpose, const std::optional<app::KeySource>& key,
             QWidget* parent = nullptr);

    /// The certificate of the profile's key, where it is known, and what is to be weighed about it before the PIN is
    /// entered. Another key tells its own when it is opened.
    void showCertificate(const std::optional<docsig::CertificateFacts>& certificate,
                         const QList<docsig::Finding>& concerns);
    /// How far the signature is to be taken, and by which authority; B-B needs no word.
    void showLevel(docsig::Level wanted, const QString& timeStampAddress);
    /// What a look at the pages does not show: each point with its place, to be seen before the PIN is entered.
    void showFindings(const QList<docsig::Finding>& findings);
    void showError(const app::Error& error, const Formatter& formatter) override;
    void focusFirst() override;
    /// The PIN, out of the field; the field is empty afterwards.
    [[nodiscard]] docsig::Pin takePin();
    [[nodiscard]] std::optional<app::KeySource> key() const { return m_key; }

signals:
    /// The PIN waits in takePin().
    void accepted();
    void pageWanted(int page);

protected:
    void go() override;

private:
    void chooseSource(int index);
    void sayCertificate(bool ofDefault);

    Formatter m_formatter;
    std::optional<app::KeySource> m_default;
    std::optional<app::KeySource> m_key;
    std::optional<docsig::CertificateFacts> m_defaultCertificate;
    QList<docsig::Finding> m_defaultConcerns;
    TextLabel* m_certificate;
    FindingList* m_concerns;
    TextLabel* m_level;
    TextLabel* m_foundTitle;
    FindingList* m_found;
    QComboBox* m_source;
    LabelledField* m_sourceField;
    QLineEdit* m_pin;
    LabelledField* m_pinField;
};

} // namespace ui
