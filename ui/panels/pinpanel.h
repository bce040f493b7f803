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

    /// What will sign, once it is known; nothing says that the key itself will tell.
    void showCertificate(const std::optional<docsig::CertificateFacts>& certificate);
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

    Formatter m_formatter;
    std::optional<app::KeySource> m_default;
    std::optional<app::KeySource> m_key;
    TextLabel* m_certificate;
    TextLabel* m_foundTitle;
    FindingList* m_found;
    QComboBox* m_source;
    LabelledField* m_sourceField;
    QLineEdit* m_pin;
    LabelledField* m_pinField;
};

} // namespace ui
