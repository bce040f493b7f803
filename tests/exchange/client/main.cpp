// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/exchange/client/suites.h"

#include <QCoreApplication>

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    return runTestPacketSync(argc, argv) + runTestProvincial(argc, argv) + runTestFolder(argc, argv);
}
