// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/profile.h"

using namespace Qt::Literals::StringLiterals;

namespace app {

QString Profile::secretFile() const {
    return folder + u"/secret.key"_s;
}

QString Profile::storeFile() const {
    return folder + u"/store.sqlite"_s;
}

QString Profile::objectsFolder() const {
    return folder + u"/objects"_s;
}

QString Profile::secretBookFolder() const {
    return folder + u"/secretbook"_s;
}

QString Profile::trustFolder() const {
    return folder + u"/trust"_s;
}

QString Profile::evidenceFolder() const {
    return folder + u"/evidence"_s;
}

QString Profile::certificateFile() const {
    return folder + u"/keys/certificate.der"_s;
}

} // namespace app
