// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/iconset.h"

#include <QWidget>

namespace vigie {

class BusyBar;
class EmptyState;
class PageStack;

/// The four states that every page has: loading, empty, content, error.
class StateStack final : public QWidget
{
    Q_OBJECT

public:
    enum class Shows { Loading, Empty, Content, Error };

    explicit StateStack(QWidget *parent);

    /// The page's content; owned by the stack from now on.
    void setContent(QWidget *content);
    void showLoading();
    void showContent();
    void showEmpty(Icon icon, const QString &title, const QString &hint,
                   const QString &action = {});
    /// `action` is usually "Try again".
    void showError(const QString &title, const QString &hint, const QString &action = {});
    [[nodiscard]] Shows shows() const { return m_shows; }
    [[nodiscard]] EmptyState *emptyState() const { return m_empty; }
    [[nodiscard]] EmptyState *errorState() const { return m_error; }

Q_SIGNALS:
    void emptyAction();
    void errorAction();

private:
    PageStack *m_stack;
    QWidget *m_loading;
    BusyBar *m_busy;
    EmptyState *m_empty;
    EmptyState *m_error;
    QWidget *m_content = nullptr;
    Shows m_shows = Shows::Loading;
};

} // namespace vigie
