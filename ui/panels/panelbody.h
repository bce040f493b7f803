// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

class QVBoxLayout;

namespace ui {

/// The fields of a panel: as high as they are where there is room, else they scroll, so that the sentence above and the
/// button below stay in sight in the smallest window. What gets the focus comes into sight.
class PanelBody : public QScrollArea {
    Q_OBJECT

public:
    explicit PanelBody(QWidget* parent = nullptr);
    ~PanelBody() override;

    /// Where the fields are put.
    [[nodiscard]] QVBoxLayout& fields() { return *m_fields; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    bool viewportEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void showFocus(QWidget* now);

    QVBoxLayout* m_fields;
};

} // namespace ui
