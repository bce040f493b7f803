// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presentation/drafttext.h"
#include "ui/presentation/formatter.h"
#include "ui/presentation/office.h"
#include "ui/presentation/taskrunner.h"
#include "ui/viewer/pageview.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/labelledfield.h"
#include "ui/widgets/officepicker.h"

#include <QTimer>

class QComboBox;
class QPlainTextEdit;

namespace ui {

/// Writing a document: the form at the left, the page as it will be at the right, alive. Also takes the facts of an
/// imported PDF, which is then shown instead. Nothing is lost: leaving saves.
class DraftPage : public Ground {
    Q_OBJECT

public:
    DraftPage(const Theme& theme, const Formatter& formatter, Office& office, TaskRunner& runner,
              QWidget* parent = nullptr);

    void edit(const app::Draft& draft);
    /// `facts` says what the file can't: office, signer; its name stands as the subject.
    void editImport(const QString& path, const app::Draft& facts);
    [[nodiscard]] bool hasUnsavedWords() const { return m_dirty; }
    [[nodiscard]] app::DocumentId draftId() const { return m_draft.id; }
    void save(bool thenLeave);
    void submit();

signals:
    /// Back to the lists; the draft that was shown is saved.
    void left();
    void saved(const QString& sentence);
    void submitted(const QString& sentence);
    void failed(const app::Error& error);
    void pageWords(const QString& words);
    void pagesSettled();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QPlainTextEdit* lines(int height);
    void build();
    void fill();
    void gather();
    void touched();
    void showKind();
    void refreshPreview();
    void loadPeople();
    void offerInitials(const QList<app::Person>& people);
    void sayPage();
    bool checkFields();

    const Theme& m_theme;
    Formatter m_formatter;
    Office& m_office;
    TaskRunner& m_runner;
    app::Draft m_draft;
    QString m_importPath; ///< of a file that is not taken in yet
    QList<app::Person> m_leaders;
    bool m_dirty = false;
    bool m_filling = false;
    int m_previewTicket = 0;
    QTimer m_previewTimer;

    TextLabel* m_heading;
    TextLabel* m_error;
    QPushButton* m_submit;
    QComboBox* m_kind;
    QComboBox* m_urgency;
    QComboBox* m_signer;
    QComboBox* m_initial;
    QLineEdit* m_notation;
    QLineEdit* m_due;
    QPlainTextEdit* m_subject;
    QPlainTextEdit* m_addressees;
    QPlainTextEdit* m_grounds;
    QPlainTextEdit* m_body;
    QPlainTextEdit* m_articles;
    QPlainTextEdit* m_recipients;
    OfficePicker* m_receivers;
    QHash<DraftField, LabelledField*> m_fields;
    LabelledField* m_recipientsField = nullptr;
    PageView* m_preview;
};

} // namespace ui
