// SPDX-License-Identifier: GPL-3.0-or-later
#include "csvrows.h"

#include <QFile>
#include <QStringList>

namespace vigie::bench {

namespace {

QList<QStringList> cellsOf(const QString &text)
{
    QList<QStringList> rows;
    QStringList row;
    QString cell;
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (quoted && c == QLatin1Char('"') && text.mid(i + 1, 1) == QLatin1String("\"")) {
            cell += c;
            ++i;
        } else if (c == QLatin1Char('"')) {
            quoted = !quoted;
        } else if (quoted || (c != QLatin1Char(',') && c != QLatin1Char('\n'))) {
            cell += c;
        } else {
            row.append(cell.endsWith(QLatin1Char('\r')) ? cell.chopped(1) : cell);
            cell.clear();
            if (c == QLatin1Char('\n')) {
                rows.append(row);
                row.clear();
            }
        }
    }
    if (!cell.isEmpty() || !row.isEmpty())
        rows.append(row << cell);
    return rows;
}

} // namespace

Result<QList<QMap<QString, QString>>> readCsv(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::NotFound, path + QStringLiteral(": ") + file.errorString());
    const QList<QStringList> cells = cellsOf(QString::fromUtf8(file.readAll()));
    QList<QMap<QString, QString>> rows;
    for (qsizetype r = 1; r < cells.size(); ++r) {
        QMap<QString, QString> row;
        for (qsizetype c = 0; c < cells[0].size(); ++c)
            row.insert(cells[0].at(c), cells[r].value(c));
        rows.append(row);
    }
    return rows;
}

} // namespace vigie::bench
