// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/sheetchooser.h"

#include <QCoreApplication>
#include <QFileDialog>

namespace ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ChooserWords {
    Q_DECLARE_TR_FUNCTIONS(ui::SheetChooser)
};

} // namespace

void chooseSheetFile(QWidget* parent, const QString& title, const QString& name,
                     const std::function<void(const QString&)>& onChosen) {
    const QStringList filters{ChooserWords::tr("PDF files (*.pdf)"), ChooserWords::tr("Spreadsheets (*.ods)"),
                              ChooserWords::tr("CSV files (*.csv)")};
    const QStringList endings{u"pdf"_s, u"ods"_s, u"csv"_s};
    auto* chooser = new QFileDialog(parent, title);
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setNameFilters(filters);
    chooser->setDefaultSuffix(endings.first());
    chooser->selectFile(name + u".pdf"_s);
    QObject::connect(chooser, &QFileDialog::filterSelected, chooser, [chooser, filters, endings](const QString& one) {
        chooser->setDefaultSuffix(endings.value(filters.indexOf(one), endings.first()));
    });
    QObject::connect(chooser, &QFileDialog::fileSelected, parent, onChosen);
    chooser->open();
}

} // namespace ui
