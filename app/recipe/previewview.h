// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/text/eventtext.h"
#include "core/service/macroservice.h"

#include <QWidget>

class QVBoxLayout;

namespace vigie {

/// What a recipe would do, before it is done: each field before and after, the words that would be
/// sent, and which tickets it cannot be done to. GUI thread.
class PreviewView final : public QWidget
{
    Q_OBJECT

public:
    explicit PreviewView(QWidget *parent);

    /// Several tickets' lines say for how many. `whole` = all that are meant; more than
    /// `preview.tickets` while it is still being worked out.
    void showPreview(const RecipePreview &preview, const Recipe &recipe, int whole);
    void showWords(const QString &words);
    void clear();

    /// "Priority: Normal → High"; of tags, which go on and off. `names` for ids among the values.
    [[nodiscard]] static QString wordsOf(const RehearsedChange &change, const NamesById &names);

private:
    void add(QWidget *row);
    void addLine(const RecipePreview::Line &line, const RecipePreview &preview);
    void addWords(const RecipePreview &preview, const Recipe &recipe);
    void addRefusals(const RecipePreview &preview);

    QVBoxLayout *m_column;
};

} // namespace vigie
