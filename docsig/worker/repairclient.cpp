// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/worker/repairclient.h"

#include "docsig/worker/cagedrun.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace docsig {

namespace {

using namespace Qt::Literals::StringLiterals;

constexpr qsizetype largestRepair = 512 << 20;
constexpr std::array outcomes{"made"_L1, "not-needed"_L1, "encrypted"_L1, "may-be-signed"_L1, "impossible"_L1};

} // namespace

QByteArray repairAnswer(const pdf::Repair& repair) {
    const QJsonObject head{{u"outcome"_s, outcomes.at(static_cast<std::size_t>(repair.outcome))},
                           {u"pages"_s, repair.pages},
                           {u"doings"_s, QJsonArray::fromStringList(repair.doings)}};
    return QJsonDocument(head).toJson(QJsonDocument::Compact) + '\n' + repair.pdf;
}

std::optional<pdf::Repair> readRepairAnswer(const QByteArray& answer) {
    const qsizetype end = answer.indexOf('\n');
    const QJsonObject head = QJsonDocument::fromJson(answer.first(qMax<qsizetype>(end, 0))).object();
    const auto* outcome = std::ranges::find(outcomes, head.value(u"outcome"_s).toString());
    if (end < 0 || outcome == outcomes.end()) {
        return std::nullopt;
    }
    pdf::Repair repair;
    repair.outcome = static_cast<pdf::Repair::Outcome>(outcome - outcomes.begin());
    repair.pages = head.value(u"pages"_s).toInt();
    for (const QJsonValue& doing : head.value(u"doings"_s).toArray()) {
        repair.doings << doing.toString();
    }
    repair.pdf = answer.sliced(end + 1);
    const bool made = repair.outcome == pdf::Repair::Outcome::Made;
    return made == repair.pdf.isEmpty() ? std::nullopt : std::optional(std::move(repair));
}

RepairClient::RepairClient(QString workerProgram, WorkerLimits limits)
    : m_workerProgram(std::move(workerProgram))
    , m_limits(limits) {}

Result<pdf::Repair> RepairClient::repairFile(const QString& path, std::stop_token stop) const {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        return fail("repair-file-unreadable", file.errorString());
    }
    const worker::CagedRun run =
        worker::runCaged(m_workerProgram, {u"--repair"_s}, m_limits, file.handle(), largestRepair, stop);
    auto repair = run.end == worker::CagedRun::End::Answered ? readRepairAnswer(run.answer) : std::nullopt;
    if (!repair) {
        return fail("repair-worker-failed", run.detail);
    }
    switch (repair->outcome) {
    case pdf::Repair::Outcome::Made:
        return std::move(*repair);
    case pdf::Repair::Outcome::NotNeeded:
        return fail("repair-not-needed");
    case pdf::Repair::Outcome::Encrypted:
        return fail("repair-encrypted");
    case pdf::Repair::Outcome::MaySigned:
        return fail("repair-may-be-signed");
    case pdf::Repair::Outcome::Impossible:
        break;
    }
    return fail("repair-impossible", repair->doings.join(u"; "_s));
}

} // namespace docsig
