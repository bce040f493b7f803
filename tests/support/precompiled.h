// SPDX-License-Identifier: GPL-3.0-or-later
// The headers that nearly every test needs, parsed once for all tests. Tests still include what they use.
#pragma once
#include "packaging/cmake/precompiled.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimeZone>
#include <QUrl>

#include <chrono>
#include <map>
#include <thread>
