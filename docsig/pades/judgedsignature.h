// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/cms/cmsreader.h"
#include "docsig/report/signaturereport.h"

#include <QByteArray>

#include <optional>

namespace docsig {

/// A signature or document time stamp of a file with what was read of it: what the judges of time, trust and level
/// share. Private to docsig/pades.
struct JudgedSignature {
    SignatureResult result;
    QByteArray contents;              ///< the value of /Contents, padding included; empty: not sound
    std::optional<CmsForm> form;      ///< nothing: `reading` was not made
    CmsReading reading;               ///< of /Contents
    std::optional<CmsReading> stamp;  ///< of its own signature-time-stamp
    std::optional<QDateTime> existed; ///< it existed then, by the earliest trusted document time stamp over it
    bool plainDictionary = false;     ///< /M is there, /Cert is not, as EN 319 142-1 §6.3 wants it
    Level rung = Level::None;         ///< how far its evidence reaches, whatever its own form is

    [[nodiscard]] bool isStamp() const { return form == CmsForm::TimeStamp; }
    /// A document time stamp that holds.
    [[nodiscard]] bool isIntactStamp() const { return isStamp() && result.integrity == Judgement::Valid; }
};

} // namespace docsig
