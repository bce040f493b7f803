// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/cli/commands.h"
#include "exchange/hub/core/clientaddress.h"
#include "exchange/hub/http/openfiles.h"
#include "exchange/hub/hubserver.h"
#include "exchange/hub/operations/servicenotifier.h"

#include <QSaveFile>

#include <algorithm>
#include <csignal>
#include <cstdio>

namespace hub {

using exchange::fail;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Held back in every thread that comes later too, so that only sigwait() below sees them.
sigset_t holdSignals(bool hangUp) {
    sigset_t held;
    sigemptyset(&held);
    sigaddset(&held, SIGTERM);
    sigaddset(&held, SIGINT);
    if (hangUp) {
        sigaddset(&held, SIGHUP);
    }
    pthread_sigmask(SIG_BLOCK, &held, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    return held;
}

/// The next signal, or 0 when so many milliseconds went by (0: none is waited for).
int nextSignal(const sigset_t& held, int milliseconds) {
    if (milliseconds == 0) {
        int signal = 0;
        sigwait(&held, &signal);
        return signal;
    }
    const timespec wait{milliseconds / 1000, (milliseconds % 1000) * 1'000'000L};
    return std::max(sigtimedwait(&held, nullptr, &wait), 0);
}

/// Until SIGTERM or SIGINT. SIGHUP opens the logs anew and reads the certificate again; a watchdog is fed while the
/// store answers: what only its administrator can mend (a lost standby, a full disk) is no reason to be started again.
void watch(HubServer& server, const sigset_t& held) {
    const int watchdog = watchdogMilliseconds();
    for (;;) {
        const int signal = nextSignal(held, watchdog);
        if (signal == SIGTERM || signal == SIGINT) {
            return;
        }
        if (signal == SIGHUP) {
            server.reload();
        } else if (signal == 0 && watchdog > 0 && server.operations().health().storeAnswers) {
            notifyService("WATCHDOG=1");
        }
    }
}

Result<void> writeReadyFile(const QString& path, quint16 port) {
    QSaveFile file(path);
    const QByteArray text = QByteArray::number(port) + '\n';
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit()) {
        return fail("hub-ready-file-failed", path + u": "_s + file.errorString());
    }
    return {};
}

/// What the options say of connections, deadlines and rates; the rest keeps its defaults.
Result<void> readLimits(const Arguments& arguments, HubOptions& options) {
    const auto number = [&arguments](const QString& name, qint64 missing, qint64 most) {
        return arguments.number(name, missing, most);
    };
    const auto connections = number(u"connections"_s, options.http.connections, 100'000);
    const auto perAddress = number(u"connections-per-address"_s, options.http.connectionsPerAddress, 100'000);
    const auto head = number(u"head-milliseconds"_s, options.http.deadlines.head.count(), 600'000);
    const auto grace = number(u"body-milliseconds"_s, options.http.deadlines.grace.count(), 600'000);
    const auto whole = number(u"request-milliseconds"_s, options.http.deadlines.whole.count(), 86'400'000);
    const auto stopping = number(u"stop-milliseconds"_s, options.http.stopping.count(), 600'000);
    const auto accountRate = number(u"account-rate"_s, 500, 1'000'000);
    const auto addressRate = number(u"address-rate"_s, 5000, 1'000'000);
    const auto accountBytes = number(u"account-bytes"_s, 64LL << 20U, 1LL << 40U);
    for (const auto* read :
         {&connections, &perAddress, &head, &grace, &whole, &stopping, &accountRate, &addressRate, &accountBytes}) {
        if (!*read) {
            return std::unexpected(read->error());
        }
    }
    options.http.connections = static_cast<unsigned int>(*connections);
    options.http.connectionsPerAddress = static_cast<unsigned int>(*perAddress);
    options.http.deadlines.head = std::chrono::milliseconds(*head);
    options.http.deadlines.between = options.http.deadlines.head + std::chrono::seconds(options.http.idleSeconds);
    options.http.deadlines.grace = std::chrono::milliseconds(*grace);
    options.http.deadlines.whole = std::chrono::milliseconds(*whole);
    options.http.stopping = std::chrono::milliseconds(*stopping);
    // After a rest ten seconds' worth may come at once: a first synchronisation is a burst.
    constexpr double burstSeconds = 10;
    const auto perSecond = static_cast<double>(*accountRate);
    const auto bytesPerSecond = static_cast<double>(*accountBytes);
    options.rates.account = {perSecond, perSecond * burstSeconds, bytesPerSecond, bytesPerSecond * burstSeconds};
    options.rates.address = {static_cast<double>(*addressRate), static_cast<double>(*addressRate) * burstSeconds, 0, 0};
    for (const QString& proxy : arguments.values(u"trusted-proxy"_s)) {
        const QString address = canonicalAddress(proxy.toLatin1());
        if (address.isEmpty()) {
            return usage(u"--trusted-proxy "_s + proxy);
        }
        options.http.trustedProxies.append(address);
    }
    return {};
}

CommandResult serve(const Arguments& arguments) {
    const Result<QString> folder = arguments.required(u"data"_s);
    if (!folder) {
        return std::unexpected(folder.error());
    }
    const Result<qint64> port = arguments.number(u"port"_s, 0, 65535);
    if (!port) {
        return std::unexpected(port.error());
    }
    HubOptions options;
    options.dataFolder = *folder;
    options.http.port = static_cast<quint16>(*port);
    options.http.address = arguments.value(u"listen"_s);
    options.http.certificateFile = arguments.value(u"tls-cert"_s);
    options.http.keyFile = arguments.value(u"tls-key"_s);
    if (const Result<void> limits = readLimits(arguments, options); !limits) {
        return std::unexpected(limits.error());
    }
    raiseOpenFiles();
    options.operations.address = arguments.value(u"operations"_s);
    options.operations.accessLog = arguments.value(u"access-log"_s);
    options.operations.log = arguments.value(u"log"_s);

    // Without a log and a certificate of its own a hub ends with its terminal.
    const sigset_t held = holdSignals(!options.operations.log.isEmpty() || !options.operations.accessLog.isEmpty() ||
                                      !options.http.certificateFile.isEmpty());
    const auto server = HubServer::open(std::move(options));
    if (!server) {
        return std::unexpected(server.error());
    }
    if (const Result<void> listening = (*server)->listen(); !listening) {
        return std::unexpected(listening.error());
    }
    const QString readyFile = arguments.value(u"ready-file"_s);
    if (!readyFile.isEmpty()) {
        if (const Result<void> written = writeReadyFile(readyFile, (*server)->port()); !written) {
            return std::unexpected(written.error());
        }
    }
    std::fprintf(stderr, "congvan-hub: serving on port %u\n", static_cast<unsigned int>((*server)->port()));
    HubLog& log = (*server)->operations().log();
    log.info(u"serving"_s, {{u"port"_s, (*server)->port()}, {u"operationsPort"_s, (*server)->operationsPort()}});
    notifyService("READY=1");
    watch(**server, held);
    notifyService("STOPPING=1");
    log.info(u"stopping"_s);
    std::signal(SIGTERM, SIG_DFL); // a second signal ends it at once: what was acknowledged is on the disk
    std::signal(SIGINT, SIG_DFL);
    pthread_sigmask(SIG_UNBLOCK, &held, nullptr);
    (*server)->stop();
    log.info(u"stopped"_s);
    return CommandOutput();
}

} // namespace

Command serveCommand() {
    return {
        {u"serve"_s},
        {u"port"_s, u"ready-file"_s, u"listen"_s, u"tls-cert"_s, u"tls-key"_s, u"operations"_s, u"access-log"_s,
         u"log"_s, u"connections"_s, u"connections-per-address"_s, u"head-milliseconds"_s, u"body-milliseconds"_s,
         u"request-milliseconds"_s, u"stop-milliseconds"_s, u"account-rate"_s, u"account-bytes"_s, u"address-rate"_s,
         u"trusted-proxy"_s},
        {},
        u"--data DIR [--port N] [--ready-file FILE] [--listen ADDRESS --tls-cert FILE --tls-key FILE]\n"
        "                    [--operations ADDRESS:PORT] [--access-log FILE] [--log FILE]\n"
        "                    [--trusted-proxy ADDRESS]... [--account-rate N] [--account-bytes N] [--address-rate N]\n"
        "                    [--connections N] [--connections-per-address N] [--head-milliseconds N]\n"
        "                    [--body-milliseconds N] [--request-milliseconds N] [--stop-milliseconds N]"_s,
        uR"(      Serves until SIGTERM or SIGINT. Port 0 takes a free one; the ready file gets the port once the hub answers.
      Other addresses than loopback need TLS. --operations tells /health, /ready and /metrics (Prometheus text) on an
      address of this machine. Logs are JSON lines without any word of a document; "-" is standard error; SIGHUP opens
      them anew, and reads certificate and key again (where the new ones are no good the old ones stay, the log says so). Behind a proxy name its address: X-Forwarded-For is believed from it alone. Rates are per second, bytes
      those of bodies; who asks more gets 429 and the seconds to wait. A head must come within 10 s, a body at 1 KiB/s
      after 10 s, a request be over within 15 minutes; running requests get 20 s when the server stops.
)"_s,
        &serve};
}

} // namespace hub
