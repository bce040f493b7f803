// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/paperentry.h"
#include "app/domain/person.h"
#include "ui/presentation/formatter.h"
#include "ui/presentation/paperpresenter.h"
#include "ui/widgets/labelledfield.h"
#include "ui/widgets/officepicker.h"

class QCheckBox;
class QComboBox;
class QDateEdit;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;

namespace ui {

/// What stands on a document on paper, as the eye goes over it: from whom, number and date, what it is about; then when
/// it came and until when it is wanted. Errors stand under the field that they are about.
class PaperFields : public QWidget {
    Q_OBJECT

public:
    /// `scan`: the row with the scan, which stands first; the fields own it.
    PaperFields(const Theme& theme, const Formatter& formatter, TaskRunner& runner, AgencySearch search, QWidget* scan,
                QWidget* parent = nullptr);

    /// Fills everything; the day of arrival is today.
    void setEntry(const app::PaperEntry& entry);
    /// What the fields say, without a key and a scan; days that are none are left out.
    [[nodiscard]] app::PaperEntry entry() const;
    /// The same with the day of arrival; nothing, with the fault under its field, where a day is none.
    [[nodiscard]] std::optional<app::PaperForm> form();
    [[nodiscard]] QString reason() const;
    /// A correction has a reason and keeps its day of arrival.
    void setCorrecting(bool correcting);
    /// Whom an envelope can name.
    void setPeople(const QList<app::Person>& people);
    /// What became of the scan, under its row.
    void setScanHint(const QString& words);
    /// Those of the scan, until somebody counted otherwise.
    void countPages(int before, int now);
    /// What came before and seems to be the same: it is registered all the same only where that is said.
    void showTwins(const QList<app::DocumentLink>& twins);

    void setError(PaperField which, const QString& sentence);
    void clearErrors();
    void focusFirst();
    /// The line of a field; null where it has none.
    [[nodiscard]] QLineEdit* lineOf(PaperField which) const;

signals:
    void changed();
    /// What tells whether it came before.
    void identityChanged();

private:
    LabelledField* field(PaperField which, const QString& label, QWidget* editor);
    void build(QWidget* scan);
    void offerChoices();
    void connectAll();
    void showEnvelope();
    [[nodiscard]] std::optional<QDate> dayIn(const QLineEdit& editor, PaperField which);

    const Theme& m_theme;
    Formatter m_formatter;
    bool m_correcting = false;
    bool m_filling = false;
    OfficePicker* m_sender;
    QLineEdit* m_number;
    QLineEdit* m_notation;
    QLineEdit* m_date;
    QComboBox* m_kind;
    QComboBox* m_urgency;
    QComboBox* m_secrecy; ///< with any degree it belongs into the secret book
    LabelledField* m_secrecyField;
    QPlainTextEdit* m_subject;
    QLineEdit* m_signer;
    QSpinBox* m_pages;
    QDateEdit* m_arrival;
    QLineEdit* m_due;
    QLineEdit* m_note;
    QLineEdit* m_reason;
    QCheckBox* m_despiteTwin;
    QCheckBox* m_unopened; ///< the envelope names somebody
    QComboBox* m_named;
    LabelledField* m_namedField;
    QString m_wasFor; ///< whom the envelope named that is corrected
    QHash<PaperField, LabelledField*> m_fields;
};

} // namespace ui
