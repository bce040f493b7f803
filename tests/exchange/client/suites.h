// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The suites of one test program: a program for each costs a link and a start.
int runTestProvincial(int argc, char** argv);
int runTestFolder(int argc, char** argv);
int runTestPacketSync(int argc, char** argv);
