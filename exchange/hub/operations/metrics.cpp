// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/operations/metrics.h"

#include <algorithm>

namespace hub {

namespace {

const QByteArray prefix = "congvan_hub_";

QByteArray head(const QByteArray& name, const char* type, const QByteArray& help) {
    return "# HELP " + prefix + name + ' ' + help + "\n# TYPE " + prefix + name + ' ' + type + '\n';
}

QByteArray number(double value) {
    return QByteArray::number(value, 'g', 15);
}

QByteArray sample(const QByteArray& name, const QByteArray& labels, const QByteArray& value) {
    return prefix + name + (labels.isEmpty() ? QByteArray() : '{' + labels + '}') + ' ' + value + '\n';
}

/// `name="value"`, with what the format escapes.
QByteArray label(const char* name, QByteArray value) {
    value.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
    return QByteArray(name) + "=\"" + value + '"';
}

} // namespace

void Metrics::count(const FinishedRequest& request) {
    const auto place = std::ranges::lower_bound(bucketEnds, request.seconds) - bucketEnds.begin();
    const std::scoped_lock lock(m_mutex);
    ++m_requests[{request.call, request.status}];
    if (!request.code.isEmpty()) {
        ++m_codes[request.code.toLatin1()];
    }
    m_received += request.received;
    m_sent += request.sent;
    m_cut += request.cut ? 1 : 0;
    // A request that waited for news says nothing about how fast the hub is.
    if (!request.slept) {
        Durations& durations = m_durations[request.call];
        ++durations.buckets.at(static_cast<size_t>(place));
        ++durations.count;
        durations.sum += request.seconds;
    }
}

void Metrics::gauge(const QByteArray& name, const QByteArray& help, std::function<double()> value, bool isCounter) {
    const std::scoped_lock lock(m_mutex);
    m_gauges.push_back({name, help, std::move(value), isCounter});
}

QByteArray Metrics::countersText() const {
    const std::scoped_lock lock(m_mutex);
    QByteArray text = head("requests_total", "counter", "Requests by call and HTTP status; 0: cut before an answer.");
    for (const auto& [key, count] : m_requests) {
        text +=
            sample("requests_total", label("call", key.first) + ',' + label("status", QByteArray::number(key.second)),
                   QByteArray::number(count));
    }
    text += head("errors_total", "counter", "Errors that were answered, by code.");
    for (const auto& [code, count] : m_codes) {
        text += sample("errors_total", label("code", code), QByteArray::number(count));
    }
    text += head("request_seconds", "histogram", "Seconds from request line to answer, without waits for news.");
    for (const auto& [call, durations] : m_durations) {
        qint64 sum = 0;
        for (size_t i = 0; i <= bucketEnds.size(); ++i) {
            sum += durations.buckets.at(i);
            const QByteArray end = i < bucketEnds.size() ? number(bucketEnds.at(i)) : QByteArray("+Inf");
            text +=
                sample("request_seconds_bucket", label("call", call) + ',' + label("le", end), QByteArray::number(sum));
        }
        text += sample("request_seconds_sum", label("call", call), number(durations.sum));
        text += sample("request_seconds_count", label("call", call), QByteArray::number(durations.count));
    }
    text += head("received_bytes_total", "counter", "Bytes of bodies that came.");
    text += sample("received_bytes_total", {}, QByteArray::number(m_received));
    text += head("sent_bytes_total", "counter", "Bytes of bodies that were answered.");
    text += sample("sent_bytes_total", {}, QByteArray::number(m_sent));
    text += head("cut_requests_total", "counter", "Requests whose line was cut.");
    text += sample("cut_requests_total", {}, QByteArray::number(m_cut));
    return text;
}

QByteArray Metrics::text() const {
    QByteArray text = countersText();
    std::vector<Gauge> gauges;
    {
        const std::scoped_lock lock(m_mutex);
        gauges = m_gauges;
    }
    // Outside of the lock: a gauge may ask the store.
    for (const Gauge& gauge : gauges) {
        text += head(gauge.name, gauge.isCounter ? "counter" : "gauge", gauge.help);
        text += sample(gauge.name, {}, number(gauge.value()));
    }
    return text;
}

} // namespace hub
