// SPDX-License-Identifier: GPL-3.0-or-later
// How long news takes to reach one of many clients that wait in a long poll, and what the waiting costs the hub.
// usage: benchpolls BIN_DIR FOLDER [CLIENTS [SECONDS]]
#include "exchange/client/enrolment.h"
#include "exchange/hub/http/openfiles.h"
#include "exchange/hub/hubserver.h"
#include "tests/exchange/hub/rawline.h"
#include "tests/exchange/hub/samples.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QProcess>
#include <QRandomGenerator>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <memory>
#include <thread>
#include <vector>

#include <sys/epoll.h>

using namespace Qt::Literals::StringLiterals;

namespace {

using Clock = std::chrono::steady_clock;

constexpr int appendsPerSecond = 20;
constexpr int mostAppends = 100'000;

/// When each append was asked for, and when its news came.
struct Times {
    std::vector<std::atomic<qint64>> asked = std::vector<std::atomic<qint64>>(mostAppends);
    std::vector<std::atomic<qint64>> heard = std::vector<std::atomic<qint64>>(mostAppends);
};

qint64 microseconds() {
    return std::chrono::duration_cast<std::chrono::microseconds>(Clock::now().time_since_epoch()).count();
}

qint64 kilobytes(qint64 pid, const QByteArray& name) {
    for (const QByteArray& line : samples::readFile(u"/proc/%1/status"_s.arg(pid)).split('\n')) {
        if (line.startsWith(name + ':')) {
            return line.mid(name.size() + 1).simplified().split(' ').first().toLongLong();
        }
    }
    return -1;
}

QString login(int number) {
    return u'p' + QString::number(number);
}

/// Clients that wait, all on one thread: each asks again as soon as it was answered.
class Waiters {
public:
    Waiters(int port, std::vector<exchange::HubAccount> accounts, Times& times)
        : m_accounts(std::move(accounts))
        , m_times(times)
        , m_epoll(::epoll_create1(EPOLL_CLOEXEC)) {
        for (size_t i = 0; i < m_accounts.size(); ++i) {
            m_lines.push_back(std::make_unique<raw::Line>(port));
            m_heard.emplace_back();
            m_cursors.push_back(0);
            epoll_event event{};
            event.events = EPOLLIN;
            event.data.u64 = i;
            ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, m_lines.back()->socket(), &event);
            ask(i);
        }
        m_thread = std::jthread([this](const std::stop_token& stop) { run(stop); });
    }
    ~Waiters() {
        m_thread = {};
        ::close(m_epoll);
    }
    Waiters(const Waiters&) = delete;
    Waiters& operator=(const Waiters&) = delete;

    [[nodiscard]] int broken() const { return m_broken; }

private:
    void ask(size_t who) {
        raw::Call call;
        call.path = "/office/v1/feed?mailbox=" + QUrl::toPercentEncoding(m_accounts[who].account) +
                    "&after=" + QByteArray::number(m_cursors[who]) + "&wait=60";
        call.keepAlive = true;
        m_heard[who].clear();
        m_lines[who]->send(raw::requestText(m_accounts[who], call));
    }

    void hear(size_t who) {
        std::array<char, 16384> buffer{};
        const ssize_t got = ::recv(m_lines[who]->socket(), buffer.data(), buffer.size(), 0);
        if (got <= 0) {
            ++m_broken;
            ::epoll_ctl(m_epoll, EPOLL_CTL_DEL, m_lines[who]->socket(), nullptr);
            return;
        }
        m_heard[who].append(buffer.data(), got);
        const raw::Answer answer = raw::parseAnswer(m_heard[who]);
        if (answer.status == 0 || answer.body.size() < answer.header("Content-Length").toLongLong()) {
            return;
        }
        const qint64 now = microseconds();
        m_broken += answer.status == 200 ? 0 : 1;
        const QJsonArray entries =
            exchange::wire::object(answer.body).value_or(QJsonObject()).value("entries"_L1).toArray();
        for (const QJsonValue& entry : entries) {
            m_cursors[who] = std::max(m_cursors[who], entry["cursor"_L1].toInteger());
            const int number = entry["stream"_L1].toString().section(u'/', -1).toInt();
            if (number > 0 && number < mostAppends) {
                m_times.heard[size_t(number)] = now;
            }
        }
        ask(who);
    }

    void run(const std::stop_token& stop) {
        std::array<epoll_event, 256> events{};
        while (!stop.stop_requested()) {
            const int count = ::epoll_wait(m_epoll, events.data(), int(events.size()), 50);
            for (int i = 0; i < count; ++i) {
                hear(events.at(size_t(i)).data.u64);
            }
        }
    }

    std::vector<exchange::HubAccount> m_accounts;
    Times& m_times;
    int m_epoll;
    std::vector<std::unique_ptr<raw::Line>> m_lines;
    std::vector<QByteArray> m_heard;
    std::vector<qint64> m_cursors;
    std::atomic<int> m_broken = 0;
    std::jthread m_thread;
};

struct Delivery {
    int count = 0;
    int missing = 0;
    double p50 = 0; ///< milliseconds
    double p99 = 0;
    double worst = 0;
};

Delivery delivery(const Times& times, int first, int last) {
    std::vector<double> all;
    Delivery result;
    for (int i = first; i < last; ++i) {
        const qint64 heard = times.heard[size_t(i)];
        if (heard == 0) {
            ++result.missing;
        } else {
            all.push_back(double(heard - times.asked[size_t(i)]) / 1000);
        }
    }
    std::ranges::sort(all);
    result.count = int(all.size());
    if (!all.empty()) {
        result.p50 = all[all.size() / 2];
        result.p99 = all[std::min(all.size() - 1, all.size() * 99 / 100)];
        result.worst = all.back();
    }
    return result;
}

/// Appends at the given pace to random ones of `people` for so many seconds; the first number that was not used.
int appendFor(exchange::HubClient& clerk, int people, int seconds, int first, Times& times) {
    const auto begin = Clock::now();
    int number = first;
    for (; number < first + seconds * appendsPerSecond; ++number) {
        std::this_thread::sleep_until(begin +
                                      std::chrono::microseconds(1'000'000LL / appendsPerSecond) * (number - first));
        const QString receiver = u"H99.01/"_s + login(QRandomGenerator::global()->bounded(people));
        times.asked[size_t(number)] = microseconds();
        const auto appended = clerk.append(
            samples::append(u"case/H99.01/%1"_s.arg(number), 1, {u"H99.01"_s, receiver}, QByteArray(2000, 'x')));
        if (!appended) {
            std::fprintf(stderr, "append: %s\n", qPrintable(appended.error().code));
        }
    }
    std::this_thread::sleep_for(std::chrono::seconds(2));
    return number;
}

/// Agency, people and their enrolment codes.
QJsonArray makeWorld(const QString& folder, int people) {
    QJsonArray list;
    list.append(QJsonObject{{u"agency"_s, u"H99.01"_s},
                            {u"login"_s, u"clerk"_s},
                            {u"name"_s, u"Nguyễn Văn Thư"_s},
                            {u"role"_s, u"clerk"_s}});
    for (int i = 0; i < people; ++i) {
        list.append(QJsonObject{{u"agency"_s, u"H99.01"_s},
                                {u"login"_s, login(i)},
                                {u"name"_s, u"Nguyễn Văn %1"_s.arg(i)},
                                {u"role"_s, u"officer"_s}});
    }
    hub::HubOptions options;
    options.dataFolder = folder;
    const auto made = hub::HubServer::initialise(folder);
    const auto server = made ? hub::HubServer::open(options) : std::unexpected(made.error());
    if (!server) {
        return {};
    }
    const auto imported = (*server)->administration().import(
        {{u"agencies"_s, QJsonArray{QJsonObject{{u"organId"_s, u"H99.01"_s}, {u"name"_s, u"Sở Mẫu"_s}}}},
         {u"people"_s, list}});
    return imported ? imported->value("accounts"_L1).toArray() : QJsonArray();
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() < 3) {
        std::fputs("usage: benchpolls BIN_DIR FOLDER [CLIENTS [SECONDS]]\n", stderr);
        return 64;
    }
    const int clients = words.size() > 3 ? words.at(3).toInt() : 2000;
    const int seconds = words.size() > 4 ? words.at(4).toInt() : 30;
    hub::raiseOpenFiles();
    const QString folder = words.at(2) + u"/polls"_s;
    const QJsonArray codes = makeWorld(folder, clients);

    const QString readyFile = words.at(2) + u"/polls-ready"_s;
    QProcess program;
    program.setProcessChannelMode(QProcess::ForwardedOutputChannel);
    program.start(words.at(1) + u"/congvan-hub"_s,
                  {u"serve"_s, u"--data"_s, folder, u"--ready-file"_s, readyFile, u"--connections"_s,
                   QString::number(clients + 100), u"--connections-per-address"_s, QString::number(clients + 100),
                   u"--address-rate"_s, u"0"_s});
    program.setReadChannel(QProcess::StandardError);
    if (codes.size() != clients + 1 || !program.waitForReadyRead(60'000)) {
        std::fputs("the hub does not start\n", stderr);
        return 70;
    }
    const QUrl url(u"http://127.0.0.1:"_s + QString::fromLatin1(samples::readFile(readyFile).trimmed()));
    std::vector<exchange::HubAccount> accounts;
    std::unique_ptr<exchange::HubClient> clerk;
    for (const QJsonValue& code : codes) {
        const auto account = exchange::enrol(url, {}, code["code"_L1].toString());
        if (!account) {
            std::fprintf(stderr, "enrol: %s\n", qPrintable(account.error().code));
            return 70;
        }
        if (account->account == "H99.01/clerk"_L1) {
            clerk = std::make_unique<exchange::HubClient>(*account);
        } else {
            accounts.push_back(*account);
        }
    }
    Times times;
    Delivery alone;
    int next = 1;
    {
        const Waiters one(url.port(), {accounts.front()}, times);
        next = appendFor(*clerk, 1, 5, next, times);
        alone = delivery(times, 1, next);
    }
    const qint64 idle = kilobytes(program.processId(), "VmRSS");
    const Waiters all(url.port(), accounts, times);
    std::this_thread::sleep_for(std::chrono::seconds(5)); // all of them have asked
    const int first = next;
    next = appendFor(*clerk, clients, seconds, first, times);
    const Delivery many = delivery(times, first, next);
    std::printf("{\"figure\": \"long polls\", \"clients\": %d, \"appends\": %d, \"missing\": %d, \"broken\": %d, "
                "\"p50_ms\": %.1f, \"p99_ms\": %.1f, \"worst_ms\": %.1f, \"baseline_one_client_p50_ms\": %.1f, "
                "\"baseline_one_client_p99_ms\": %.1f, \"hub_rss_mb\": %.1f, \"hub_peak_mb\": %.1f, "
                "\"hub_rss_before_mb\": %.1f}\n",
                clients, many.count, many.missing, all.broken(), many.p50, many.p99, many.worst, alone.p50, alone.p99,
                double(kilobytes(program.processId(), "VmRSS")) / 1024,
                double(kilobytes(program.processId(), "VmHWM")) / 1024, double(idle) / 1024);
    program.kill();
    program.waitForFinished(30'000);
    return many.missing == 0 ? 0 : 1;
}
