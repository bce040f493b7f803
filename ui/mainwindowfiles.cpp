// SPDX-License-Identifier: GPL-3.0-or-later
// The files that lie beside a document: looked at in the document's place, or saved.
#include "ui/mainwindow.h"

#include "app/services/savecopy.h"

#include <QFileDialog>

namespace ui {

void MainWindow::connectFiles() {
    connect(m_document, &DocumentPane::fileWanted, this, &MainWindow::viewFile);
    connect(m_document, &DocumentPane::fileSaveWanted, this, &MainWindow::chooseFileCopy);
}

void MainWindow::viewFile(const DetailFile& file) {
    const auto id = m_document->shownId();
    if (!id) {
        return;
    }
    m_pagesReady = false;
    m_runner.run(
        this, [this, id, file](std::stop_token) { return m_office.openFile(*id, file.sha256); },
        [this, id, file](const app::Result<QString>& path) {
            if (!path) {
                m_pagesReady = true;
                sayError(path.error());
            } else if (m_document->shownId() == id) {
                m_document->showFile(file, *path);
            }
        });
}

void MainWindow::chooseFileCopy(const DetailFile& file) {
    const auto id = m_document->shownId();
    if (!id) {
        return;
    }
    auto* chooser = new QFileDialog(this, tr("Save the attached file"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->selectFile(app::plainFileName(file.name));
    connect(chooser, &QFileDialog::fileSelected, this,
            [this, id, file](const QString& target) { saveFile(*id, file, target); });
    chooser->open();
}

void MainWindow::saveFile(const app::DocumentId& id, const DetailFile& file, const QString& target) {
    m_runner.run(
        this, [this, id, file, target](std::stop_token) { return m_office.saveFile(id, file.sha256, target); },
        [this, target](const app::Result<void>& saved) {
            if (saved) {
                say(tr("The file was saved: %1").arg(target));
            } else {
                sayError(saved.error());
            }
        });
}

} // namespace ui
