// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/shotfiles.h"

#include <QSet>

namespace vigie {

namespace {

const QString kFlat = QStringLiteral(".png");
const QString kBase = QStringLiteral(".base.png");
const QString kSidecar = QStringLiteral(".annotations.json");

/// The first of this name that no other screenshot took; -1 when there is none.
qsizetype findFree(const QList<Attachment> &files, const QList<bool> &taken, const QString &name)
{
    for (qsizetype i = 0; i < files.size(); ++i) {
        if (!taken[i] && files[i].name == name)
            return i;
    }
    return -1;
}

} // namespace

QList<Attachment> ShownFile::files() const
{
    QList<Attachment> all{flat};
    if (base)
        all.append(*base);
    if (sidecar)
        all.append(*sidecar);
    return all;
}

qint64 ShownFile::size() const
{
    return flat.size + (base ? base->size : 0) + (sidecar ? sidecar->size : 0);
}

QList<ShownFile> foldShots(const QList<Attachment> &files)
{
    QList<ShownFile> shown;
    QList<bool> taken(files.size(), false); // by a screenshot, as base or sidecar
    for (const Attachment &file : files)
        shown.append({file, std::nullopt, std::nullopt});
    for (qsizetype i = 0; i < files.size(); ++i) {
        if (taken[i] || !files[i].name.endsWith(kFlat))
            continue;
        const QString stem = shotStem(files[i].name);
        const qsizetype sidecar = findFree(files, taken, shotSidecarName(stem));
        if (sidecar < 0)
            continue;
        taken[sidecar] = true;
        shown[i].sidecar = files[sidecar];
        const qsizetype base = findFree(files, taken, shotBaseName(stem));
        // A picture that is a screenshot of its own is nobody's base.
        if (base < 0 || base == i || shown[base].isShot())
            continue;
        taken[base] = true;
        shown[i].base = files[base];
    }
    QList<ShownFile> folded;
    for (qsizetype i = 0; i < files.size(); ++i) {
        if (!taken[i])
            folded.append(shown[i]);
    }
    return folded;
}

QString shotFlatName(const QString &stem)
{
    return stem + kFlat;
}

QString shotBaseName(const QString &stem)
{
    return stem + kBase;
}

QString shotSidecarName(const QString &stem)
{
    return stem + kSidecar;
}

QString shotStem(const QString &flatName)
{
    return flatName.endsWith(kFlat) ? flatName.chopped(kFlat.size()) : flatName;
}

ShownFile renamedShot(ShownFile shot, const QString &stem)
{
    shot.flat.name = shotFlatName(stem);
    if (shot.base)
        shot.base->name = shotBaseName(stem);
    if (shot.sidecar)
        shot.sidecar->name = shotSidecarName(stem);
    return shot;
}

QList<Attachment> withShot(const QList<Attachment> &files, const ShownFile &shot)
{
    QList<Attachment> all = files;
    QSet<QString> names;
    for (const ShownFile &one : foldShots(files)) {
        if (one.isShot() && one.picture().sha256 == shot.picture().sha256) {
            const QList<Attachment> gone = one.files();
            all.removeIf([&gone](const Attachment &file) { return gone.contains(file); });
        } else {
            names.insert(one.flat.name);
        }
    }
    const QString stem = shotStem(shot.flat.name);
    ShownFile added = shot;
    for (int n = 2; names.contains(added.flat.name); ++n)
        added = renamedShot(shot, QStringLiteral("%1 (%2)").arg(stem).arg(n));
    return all + added.files();
}

} // namespace vigie
