// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

namespace vigie {

class FlowLayout;

/// One file as a chip.
struct FileChip {
    QString id;     ///< the caller's name for it
    QString name;   ///< shown, elided in the middle
    QString detail; ///< its size, or "copying…"
    bool busy = false;

    bool operator==(const FileChip &) const = default;
};

/// A row of files, each of which can be removed or opened. Hidden while empty.
class FileChips final : public QWidget
{
    Q_OBJECT

public:
    FileChips(bool removable, QWidget *parent);

    void setFiles(const QList<FileChip> &files);
    [[nodiscard]] QList<FileChip> files() const { return m_files; }

Q_SIGNALS:
    void removeRequested(const QString &id);
    void openRequested(const QString &id);

private:
    [[nodiscard]] QWidget *makeChip(const FileChip &file);
    void putInOrder();

    bool m_removable;
    QList<FileChip> m_files;
    FlowLayout *m_flow;
};

} // namespace vigie
