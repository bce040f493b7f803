// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presentation/detailspresenter.h"
#include "ui/widgets/controls.h"

class QScrollArea;
class QTabBar;
class QVBoxLayout;

namespace ui {

/// Slides over the right third of the document: Facts, Signatures, Trail, Links, History. Escape closes it.
class DetailsPanel : public Ground {
    Q_OBJECT

public:
    DetailsPanel(const Theme& theme, const Formatter& formatter, QWidget* parent = nullptr);

    void show(const DocumentCase& known);
    using QWidget::show;
    void openAt(DetailTab tab);

signals:
    void closed();
    void documentWanted(const app::DocumentId& id);
    void pinWanted();
    void completionWanted();
    void pageWanted(int page);
    /// The state that this signature signed, beside the file as it is.
    void comparisonWanted(int signature);
    void reportWanted();
    void commentWanted();
    void fileWanted(const ui::DetailFile& file);
    void fileSaveWanted(const ui::DetailFile& file);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void rebuild();
    [[nodiscard]] QWidget* blockWidget(const DetailBlock& block);
    [[nodiscard]] QLayout* lineLayout(const DetailLine& line, QWidget* box);
    [[nodiscard]] QWidget* fileRow(const DetailFile& file, QWidget* box);
    void addOffers(const DetailBlock& block, QVBoxLayout* layout, QWidget* box);

    const Theme& m_theme;
    Formatter m_formatter;
    std::optional<DocumentCase> m_known;
    QTabBar* m_tabs;
    QScrollArea* m_area;
};

} // namespace ui
