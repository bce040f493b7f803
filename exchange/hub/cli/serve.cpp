// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/cli/commands.h"
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

/// Until SIGTERM or SIGINT. SIGHUP opens the logs anew; a watchdog is fed while the store takes writes.
void watch(HubServer& server, const sigset_t& held) {
    const int watchdog = watchdogMilliseconds();
    for (;;) {
        const int signal = nextSignal(held, watchdog);
        if (signal == SIGTERM || signal == SIGINT) {
            return;
        }
        if (signal == SIGHUP) {
            server.operations().reopenLogs();
            server.operations().log().info(u"logs-reopened"_s);
        } else if (signal == 0 && watchdog > 0 && server.operations().health().storeWrites) {
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
    options.operations.address = arguments.value(u"operations"_s);
    options.operations.accessLog = arguments.value(u"access-log"_s);
    options.operations.log = arguments.value(u"log"_s);

    // Without a log of its own a hub ends with its terminal.
    const sigset_t held = holdSignals(!options.operations.log.isEmpty() || !options.operations.accessLog.isEmpty());
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
         u"log"_s},
        {},
        u"--data DIR [--port N] [--ready-file FILE] [--listen ADDRESS --tls-cert FILE --tls-key FILE]\n"
        "                    [--operations ADDRESS:PORT] [--access-log FILE] [--log FILE]"_s,
        uR"(      Serves until SIGTERM or SIGINT. Port 0 takes a free one; the ready file gets the port once the hub answers.
      Other addresses than loopback need TLS. --operations tells /health, /ready and /metrics (Prometheus text) on an
      address of this machine. Logs are JSON lines without any word of a document; "-" is standard error; SIGHUP opens
      them anew.
)"_s,
        &serve};
}

} // namespace hub
