// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/tour.h"

#include "app/desktop/tourdesk.h"
#include "app/desktop/tourserver.h"
#include "app/report/reportpage.h"
#include "app/requests/requestspage.h"
#include "app/shell/mainwindow.h"
#include "app/widgets/starrating.h"
#include "core/base/async.h"
#include "core/service/ticketservice.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QPlainTextEdit>
#include <QToolButton>

namespace vigie {

namespace {

const char *const kTitle = "The invoice screen stays white";

} // namespace

void TourPrompt::ask(QWidget *, const Question &, std::function<void(bool)> answer)
{
    answer(true);
}

void TourPrompt::askText(QWidget *, const TextQuestion &question,
                         std::function<void(std::optional<QString>)> answer)
{
    answer(question.text);
}

void TourPrompt::tell(QWidget *, const QString &, const QString &) {}

void TourPrompt::openFiles(QWidget *, const QString &, std::function<void(QStringList)> answer)
{
    answer({});
}

void TourPrompt::saveFile(QWidget *, const QString &, const QString &,
                          std::function<void(QString)> answer)
{
    answer({});
}

void TourPrompt::print(QWidget *, const QString &, std::shared_ptr<QTextDocument>) {}

Tour::Tour(QString folder, QString sample, QObject *parent)
    : QObject(parent), m_folder(std::move(folder)), m_runner(m_folder, nullptr)
{
    const QString home = m_private.path();
    m_server = std::make_unique<TourServer>(home + QStringLiteral("/server"), std::move(sample), nullptr);
    m_anna = std::make_unique<TourDesk>(home + QStringLiteral("/anna"), QStringLiteral("anna"), m_prompt, nullptr);
    m_ben = std::make_unique<TourDesk>(home + QStringLiteral("/ben"), QStringLiteral("ben"), m_prompt, nullptr);
    connect(&m_runner, &TourRunner::finished, this, &Tour::finished);
}

Tour::~Tour() = default;

void Tour::start()
{
    addOpening();
    addReport();
    addAnswer();
    addEnding();
    m_runner.start();
}

void Tour::step(const char *title, std::function<Done()> act, std::function<bool()> done, TourDesk *desk)
{
    TourStep made;
    made.title = QLatin1String(title);
    made.act = std::move(act);
    made.done = std::move(done);
    if (desk)
        made.picture = [desk]() -> QWidget * { return desk->window(); };
    made.mostMs = 180'000;
    m_runner.add(std::move(made));
}

/// Nothing waits, and the newest page was read.
bool Tour::everythingArrived(TourDesk &desk) const
{
    const SyncStatus &status = desk.workspace().status();
    return status.phase == SyncStatus::Phase::Online && status.waiting == 0;
}

void Tour::addOpening()
{
    step("a server of its own", [this] { return m_server->prepare(); },
         [this] { return m_server->isPrepared(); });
    step("server listens", [this] { return m_server->start(); }, [this] { return m_server->isReady(); });
    step("Anna and Ben sign in",
         [this]() -> Done {
             for (TourDesk *desk : {m_anna.get(), m_ben.get()})
                 desk->signIn(m_server->url(), TourServer::password(), m_server->fingerprint());
             return {};
         },
         [this] { return m_anna->isOpen() && m_ben->isOpen(); });
    step("agent queue", nullptr, [this] { return everythingArrived(*m_ben) && everythingArrived(*m_anna); },
         m_ben.get());
    step("my requests", nullptr, nullptr, m_anna.get());
}

void Tour::addReport()
{
    step("the server goes down", [this]() -> Done { m_server->stop(); return {}; },
         [this] { return m_server->isStopped() && m_anna->workspace().status().phase == SyncStatus::Phase::Offline; });
    step("report without a server",
         [this]() -> Done {
             m_anna->window()->showPage(QStringLiteral("report"));
             VIGIE_TRY(m_anna->type("reportTitleEdit", QLatin1String(kTitle)));
             VIGIE_TRY(m_anna->type("reportDetailsEdit", QStringLiteral("Since this morning nobody in accounting can open an invoice.\nThe list loads, the invoice itself stays white.")));
             return {};
         },
         [this] { return !m_anna->window()->report()->draft().details.isEmpty(); });
    addShot();
    step("kept on this computer", [this] { return m_anna->click("sendReportButton"); },
         [this] { return m_anna->window()->currentPage() == QLatin1String("requests") && m_anna->workspace().status().waiting == 1; },
         m_anna.get());
    step("what waits", [this]() -> Done { m_anna->window()->showPage(QStringLiteral("outbox")); return {}; },
         [this] { return m_anna->find<QWidget>("outboxCard") != nullptr; }, m_anna.get());
}

/// Looks once at a time whether the report has reached Ben.
void Tour::lookForTicket()
{
    if (m_looking)
        return;
    m_looking = true;
    ListQuery query;
    query.sort = ListSort::CreatedNewest;
    query.limit = 5;
    whenDone(m_ben->workspace().tickets().list(query), this, [this](const Result<QList<TicketRow>> &rows) {
        m_looking = false;
        for (const TicketRow &row : rows.value_or(QList<TicketRow>())) {
            if (row.title == QLatin1String(kTitle) && row.number > 0)
                m_ticket = row.id;
        }
    });
}

void Tour::addAnswer()
{
    step("the server returns", [this] { return m_server->start(); },
         [this] {
             lookForTicket();
             return m_server->isReady() && !m_ticket.isNull() && everythingArrived(*m_anna);
         });
    step("the report in the queue",
         [this]() -> Done { m_ben->window()->openTicket(m_ticket); return {}; },
         [this] {
             const auto *title = m_ben->find<QWidget>("ticketTitleLabel");
             return title && title->property("text").toString().contains(QLatin1String(kTitle));
         },
         m_ben.get());
    addPictureAtBens();
    step("Ben takes it", [this] { return m_ben->click("takeButton"); }, [this] { return everythingArrived(*m_ben); });
    step("the answer",
         [this]() -> Done {
             VIGIE_TRY(m_ben->click("replyTab"));
             return m_ben->type("replyEdit", QStringLiteral("Hello Anna,\n\nthe file server had lost its name. It is back: please open the invoice again.\n\nBen"));
         },
         [this] {
             const auto *edit = m_ben->find<QPlainTextEdit>("replyEdit");
             return edit && edit->toPlainText().endsWith(QLatin1String("Ben"));
         },
         m_ben.get());
    // An empty sheet says that the words are in the outbox; before that nothing is known to wait.
    const auto isSent = [this](const char *sheet) {
        const auto *edit = m_ben->find<QPlainTextEdit>(sheet);
        return edit && edit->toPlainText().isEmpty() && everythingArrived(*m_ben);
    };
    step("the answer is on its way", [this] { return m_ben->click("sendMessageButton"); },
         [isSent] { return isSent("replyEdit"); });
    step("an internal note",
         [this]() -> Done {
             VIGIE_TRY(m_ben->click("noteTab"));
             VIGIE_TRY(m_ben->type("noteEdit", QStringLiteral("DNS record restored from yesterday's zone file.")));
             return m_ben->click("sendMessageButton");
         },
         [isSent] { return isSent("noteEdit"); }, m_ben.get());
    step("resolved", [this] { return m_ben->click("resolveButton"); }, [this] { return everythingArrived(*m_ben); },
         m_ben.get());
}

void Tour::addEnding()
{
    step("Anna reads the answer",
         [this]() -> Done {
             m_anna->window()->showPage(QStringLiteral("requests"));
             m_anna->window()->requests()->openRequest(m_ticket);
             return {};
         },
         [this] {
             const auto *fixed = m_anna->find<QWidget>("confirmFixedButton");
             return fixed && fixed->isVisible() && everythingArrived(*m_anna);
         },
         m_anna.get());
    step("Anna confirms", [this] { return m_anna->click("confirmFixedButton"); },
         [this] { return everythingArrived(*m_anna); });
    step("Anna rates it",
         [this]() -> Done {
             // Those of the request; there are others for asking at a calm moment.
             auto *stars = m_anna->window()->requests()->findChild<StarRating *>();
             const QList<QToolButton *> buttons =
                 stars ? stars->findChildren<QToolButton *>() : QList<QToolButton *>();
             if (buttons.size() != 5)
                 return fail(ErrorCode::NotFound, QStringLiteral("no stars"));
             buttons[4]->click();
             VIGIE_TRY(m_anna->type("ratingCommentEdit", QStringLiteral("Fast, thank you")));
             return m_anna->click("sendRatingButton");
         },
         [this] { return everythingArrived(*m_anna); }, m_anna.get());
    step("nothing waits anywhere", nullptr,
         [this] {
             return everythingArrived(*m_anna) && everythingArrived(*m_ben)
                 && m_anna->workspace().status().needsYou == 0 && m_ben->workspace().status().needsYou == 0;
         },
         m_ben.get());
}

} // namespace vigie
