// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/tourrunner.h"
#include "app/prompt/prompt.h"
#include "core/base/ids.h"

#include <QTemporaryDir>

#include <memory>

namespace vigie {

class AnnotateWindow;
class AnnotationEditor;
class TourDesk;
class TourServer;

/// Answers file dialogs with nothing and everything else with "yes".
class TourPrompt final : public Prompt
{
public:
    void ask(QWidget *parent, const Question &question,
             std::function<void(bool accepted)> answer) override;
    void askText(QWidget *parent, const TextQuestion &question,
                 std::function<void(std::optional<QString>)> answer) override;
    void tell(QWidget *parent, const QString &title, const QString &text) override;
    void openFiles(QWidget *parent, const QString &title,
                   std::function<void(QStringList)> answer) override;
    void saveFile(QWidget *parent, const QString &title, const QString &suggestedName,
                  std::function<void(QString)> answer) override;
    void print(QWidget *parent, const QString &title,
               std::shared_ptr<QTextDocument> document) override;
};

/// The main job, played through the real windows of an employee and an agent with a real server
/// that is stopped half of the time: report, sync, answer, rating. Pictures and a log go to
/// `folder`; the first step that fails ends it. Works on any platform plugin. GUI thread.
class Tour final : public QObject
{
    Q_OBJECT

public:
    /// `sample` may be empty; with it the agent's queue is a busy one.
    Tour(QString folder, QString sample, QObject *parent);
    ~Tour() override;

    void start();

Q_SIGNALS:
    void finished(bool worked);

private:
    void addOpening();
    void addReport();
    void addAnswer();
    void addEnding();
    void step(const char *title, std::function<Done()> act, std::function<bool()> done,
              TourDesk *desk = nullptr);
    void addShot();
    void addPictureAtBens();
    void addPictureOf(const char *title, std::function<QWidget *()> window);
    [[nodiscard]] static QImage troubledScreen();
    static void drawMarks(AnnotationEditor &editor);
    [[nodiscard]] AnnotateWindow *editor() const;
    [[nodiscard]] bool everythingArrived(TourDesk &desk) const;
    void lookForTicket();

    QString m_folder;
    QTemporaryDir m_private;
    TourPrompt m_prompt;
    TourRunner m_runner;
    std::unique_ptr<TourServer> m_server;
    std::unique_ptr<TourDesk> m_anna;
    std::unique_ptr<TourDesk> m_ben;
    TicketId m_ticket;
    bool m_looking = false;
};

} // namespace vigie
