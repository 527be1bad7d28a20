// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/crashmarker.h"

#include "core/base/logging.h"

#include <QFile>

namespace vigie {

CrashMarker::CrashMarker(const QString &root) :
    m_path(root + QStringLiteral("/running")), m_crashed(QFile::exists(m_path))
{
    QFile file(m_path);
    if (!file.open(QIODevice::WriteOnly))
        qCInfo(lcUi) << "a crash of this run will not be noticed:" << file.errorString();
}

CrashMarker::~CrashMarker()
{
    QFile::remove(m_path);
}

} // namespace vigie
