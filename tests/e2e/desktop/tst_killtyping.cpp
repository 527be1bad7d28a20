// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/sql/database.h"
#include "tests/e2e/desktop/agentdesk.h"
#include "tests/e2e/desktop/employeedesk.h"
#include "tests/e2e/desktop/onascreen.h"
#include "tests/e2e/desktop/screenperson.h"

#include <QDirIterator>

using namespace vigie;
using namespace vigie::e2e;

/// The promise to whoever writes: the program is killed in the middle of a word, and words and
/// cursor are where they were. The program as it is shipped, real keys, kill -9.
class TestKillTyping final : public QObject
{
    Q_OBJECT

    std::unique_ptr<Scene> m_scene;
    std::unique_ptr<EmployeeDesk> m_ada;
    ScreenPerson m_person;
    TicketId m_ticket;

    /// What the journal on the disk has of the reply: read beside the running program.
    [[nodiscard]] QJsonObject kept() const;
    [[nodiscard]] QString words() const { return kept().value(QLatin1String("body")).toString(); }
    /// Leads the keyboard into the reply and proves it with one digit, which is a key of nothing
    /// else. False when the ticket does not come.
    [[nodiscard]] bool writeDigit(QChar digit);

private Q_SLOTS:
    void cleanup();
    void wordsAndCursorSurviveAKill();
};

void TestKillTyping::cleanup()
{
    if (m_ada && QTest::currentTestFailed())
        qInfo("%s", qPrintable(m_ada->logTail()));
    m_ada.reset();
    m_scene.reset();
}

QJsonObject TestKillTyping::kept() const
{
    QDirIterator at(m_ada->profile(), {QStringLiteral("outbox.db")}, QDir::Files,
                    QDirIterator::Subdirectories);
    if (!at.hasNext())
        return {};
    const auto database =
        sql::Database::open(at.next(), sql::Durability::Disposable, sql::Access::ReadOnly);
    if (!database)
        return {};
    auto rows = (*database)->prepare(QStringLiteral("SELECT json FROM draft WHERE place = ?"));
    if (!rows)
        return {};
    rows->bind(QStringLiteral("reply/") + m_ticket.text());
    const Result<bool> found = rows->next();
    const auto content = found && *found ? json::parseObject(rows->text(0).toUtf8(), 1'000'000)
                                         : Result<QJsonObject>(fail(ErrorCode::NotFound));
    return content.value_or(QJsonObject());
}

bool TestKillTyping::writeDigit(QChar digit)
{
    constexpr int kTries = 20;
    const QString before = words();
    for (int i = 0; i < kTries; ++i) {
        m_ada->openLink(QStringLiteral("vigie://ticket/") + m_ticket.text());
        m_person.press(QStringLiteral("r"));
        m_person.type(digit);
        if (QTest::qWaitFor([&] { return words() != before; }, 2'000 * kSlowness))
            return true;
        ScreenPerson::keepLook(QStringLiteral("killtyping-%1").arg(i));
    }
    return false;
}

void TestKillTyping::wordsAndCursorSurviveAKill()
{
    m_scene = std::make_unique<Scene>();
    VIGIE_MUST(m_scene->prepare({{QStringLiteral("anna"), QStringLiteral("employee")},
                                 {QStringLiteral("ada"), QStringLiteral("agent")}}));
    m_ticket = AgentDesk::report(*m_scene, QStringLiteral("anna"), QStringLiteral("The VPN drops"));
    QVERIFY(!m_ticket.isNull());
    m_ada = std::make_unique<EmployeeDesk>(*m_scene, QStringLiteral("ada"));
    VIGIE_MUST(m_ada->start(*m_scene));
    QVERIFY(!m_person.waitForWindow(QStringLiteral("^Vigie$")).isNull());
    QVERIFY(writeDigit(QLatin1Char('1')));
    QVERIFY(m_scene->server().stop()); // nobody else keeps anything

    const QString more = QStringLiteral(" please restart the switch in room 12");
    const QString written = words() + more;
    m_person.type(more);
    QVERIFY(QTest::qWaitFor([&] { return words() == written; }, ScreenPerson::kPatienceMs));
    for (int i = 0; i < 3; ++i)
        m_person.press(QStringLiteral("Left"));
    QVERIFY(QTest::qWaitFor(
        [&] { return kept().value(QLatin1String("cursor")).toInt() == written.size() - 3; },
        ScreenPerson::kPatienceMs));
    // In the middle of a word.
    m_person.type(QStringLiteral("no"));
    const QString broken = written.chopped(3) + QStringLiteral("no") + written.last(3);
    QVERIFY(QTest::qWaitFor([&] { return words() == broken; }, ScreenPerson::kPatienceMs));
    QVERIFY(m_ada->kill());
    QCOMPARE(words(), broken);

    QVERIFY(m_scene->server().start());
    VIGIE_MUST(m_ada->start(*m_scene));
    QVERIFY(!m_person.waitForWindow(QStringLiteral("^Vigie$")).isNull());
    QVERIFY(writeDigit(QLatin1Char('7')));
    QCOMPARE(words(), written.chopped(3) + QStringLiteral("no7") + written.last(3));
}

int main(int argc, char **argv)
{
    return runOnAScreen<TestKillTyping>(argc, argv);
}

#include "tst_killtyping.moc"
