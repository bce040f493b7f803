// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/report/error.h"

#include <QByteArray>
#include <QList>
#include <QRectF>
#include <QString>
#include <QStringList>

namespace docsig {

/// A rectangle on a page, from 0, as it is shown (cropped and turned): points from the lower left corner, y upwards.
/// pdf::ShownPage measures from above and in user space.
struct PagePlace {
    int page = 0;
    QRectF rect;

    friend bool operator==(const PagePlace&, const PagePlace&) = default;
};

/// An empty signature field of the flow. `locks` names the fields that its signature will lock (ISO 32000-1 §12.7.4.5,
/// SigFieldLock with Action Include).
struct SignatureFieldPlan {
    QString name;
    PagePlace place;
    QStringList locks;
};

/// An empty text field of the flow: the number, the date.
struct TextFieldPlan {
    QString name;
    PagePlace place;
};

/// Every field that the flow of one document needs, added before its first signature.
struct FlowFields {
    QList<SignatureFieldPlan> signatures;
    QList<TextFieldPlan> texts;
};

/// A value for a text field and its appearance: a one-page PDF of the field's size.
struct FieldFill {
    QString name;
    QString value;
    QByteArray appearancePdf;
};

/// Adds the fields, empty, by an incremental update; the bytes of `pdf` stay as they are. NeedAppearances is never set.
[[nodiscard]] Result<QByteArray> addFlowFields(const QByteArray& pdf, const FlowFields& fields);

/// Fills text fields by an incremental update.
[[nodiscard]] Result<QByteArray> fillFields(const QByteArray& pdf, const QList<FieldFill>& fills);

} // namespace docsig
