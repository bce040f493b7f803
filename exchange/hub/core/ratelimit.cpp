// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/core/ratelimit.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace hub {

namespace {

constexpr size_t mostKeys = 50'000; // some megabytes

double steadySeconds() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

/// How long until an empty bucket holds something again.
double secondsUntilFilled(double level, double perSecond) {
    return level > 0 || perSecond <= 0 ? 0 : (-level + 1) / perSecond;
}

} // namespace

RateLimit::RateLimit(Rate rate, std::function<double()> clock)
    : m_rate(rate)
    , m_clock(clock ? std::move(clock) : &steadySeconds) {}

Result<void> RateLimit::take(const QString& key, qint64 bytes) {
    if (m_rate.requestsPerSecond <= 0 && m_rate.bytesPerSecond <= 0) {
        return {};
    }
    const double now = m_clock();
    const std::scoped_lock lock(m_mutex);
    auto found = m_buckets.find(key);
    if (found == m_buckets.end()) {
        makeRoom(now);
        found = m_buckets.emplace(key, Buckets{m_rate.requests, m_rate.bytes, now}).first;
    }
    Buckets& buckets = found->second;
    fill(buckets, now);
    // A request needs a whole token; bytes need anything at all.
    const double forRequest =
        m_rate.requestsPerSecond > 0 && buckets.requests < 1 ? (1 - buckets.requests) / m_rate.requestsPerSecond : 0;
    const double forBytes = bytes > 0 ? secondsUntilFilled(buckets.bytes, m_rate.bytesPerSecond) : 0;
    if (const double wait = std::max(forRequest, forBytes); wait > 0) {
        return exchange::fail("too-fast", QString::number(static_cast<qint64>(std::ceil(wait))));
    }
    buckets.requests -= 1;
    buckets.bytes -= static_cast<double>(bytes);
    return {};
}

void RateLimit::fill(Buckets& buckets, double now) const {
    const double seconds = std::max(now - buckets.at, 0.0);
    buckets.requests = std::min(m_rate.requests, buckets.requests + seconds * m_rate.requestsPerSecond);
    buckets.bytes = std::min(m_rate.bytes, buckets.bytes + seconds * m_rate.bytesPerSecond);
    buckets.at = now;
}

void RateLimit::makeRoom(double now) {
    if (m_buckets.size() < mostKeys) {
        return;
    }
    // A full bucket says no more than a missing one.
    for (auto entry = m_buckets.begin(); entry != m_buckets.end();) {
        fill(entry->second, now);
        const bool full = entry->second.requests >= m_rate.requests && entry->second.bytes >= m_rate.bytes;
        entry = full ? m_buckets.erase(entry) : std::next(entry);
    }
    if (m_buckets.size() >= mostKeys) {
        m_buckets.clear(); // so many askers at once: keeping memory small comes first
    }
}

} // namespace hub
