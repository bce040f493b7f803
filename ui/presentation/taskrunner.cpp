// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presentation/taskrunner.h"

namespace ui {

TaskRunner::TaskRunner(QObject* parent)
    : QObject(parent) {
    m_pool.setMaxThreadCount(4);
}

TaskRunner::~TaskRunner() {
    m_stop.request_stop();
    m_pool.waitForDone();
}

void TaskRunner::finishedOne() {
    --m_pending;
    if (m_pending == 0) {
        emit idle();
    }
}

} // namespace ui
