// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/capture/platform/portalcapture_linux.h"
#include "app/platform/sessionkind_linux.h"
#include "core/base/limits.h"
#include "tests/portal/mockportal.h"
#include "tests/portal/privatebus.h"

#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QImageReader>
#include <QScreen>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QUrl>
#include <QtEndian>

#include <sys/stat.h>

using namespace vigie;

namespace {

/// A PNG that says it is `side` pixels wide and high and holds next to nothing.
QByteArray boastingPng(quint32 side)
{
    const auto chunk = [](const QByteArray &type, const QByteArray &data) {
        const QByteArray body = type + data;
        quint32 crc = 0xffffffff;
        for (const char byte : body) {
            crc ^= quint8(byte);
            for (int bit = 0; bit < 8; ++bit)
                crc = crc & 1 ? (crc >> 1) ^ 0xedb88320 : crc >> 1;
        }
        QByteArray length(4, 0), check(4, 0);
        qToBigEndian(quint32(data.size()), length.data());
        qToBigEndian(crc ^ 0xffffffff, check.data());
        return length + body + check;
    };
    QByteArray size(8, 0);
    qToBigEndian(side, size.data());
    qToBigEndian(side, size.data() + 4);
    return QByteArray::fromHex("89504e470d0a1a0a")
        + chunk("IHDR", size + QByteArray::fromHex("0802000000"))
        + chunk("IDAT", qCompress(QByteArray(64, 0)).mid(4)) + chunk("IEND", {});
}

} // namespace

class PortalTest final : public QObject
{
    Q_OBJECT

public:
    PortalTest(const QDBusConnection &client, const QDBusConnection &server) :
        m_client(client), m_server(server)
    {}

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        m_portal = std::make_unique<MockPortal>(m_server);
        QVERIFY(m_portal->appear());
        m_capture = std::make_unique<PortalCapture>(m_client);
        m_finished = std::make_unique<QSignalSpy>(m_capture.get(), &CaptureBackend::finished);
    }

    void cleanup()
    {
        m_finished.reset();
        m_capture.reset();
        m_portal.reset();
        m_folder.reset();
    }

    void aPictureIsTakenAndItsFileRemoved()
    {
        const QString file = screenshot(QStringLiteral("shot.png"));
        answerWith(0, file);
        m_capture->request({});
        QTRY_COMPARE(m_finished->size(), 1);
        QVERIFY(!result().trouble);
        QVERIFY(!result().chosenByPerson);
        QCOMPARE(result().screens.size(), 1);
        QCOMPARE(result().screens.first().pixels.size(), desktopSize());
        QCOMPARE(result().screens.first().pixels.pixel(3, 4), qRgb(10, 20, 30));
        QVERIFY(!QFile::exists(file));
        const MockPortal::Call &call = m_portal->calls.first();
        QCOMPARE(call.options.value(QStringLiteral("interactive")).toBool(), false);
        QCOMPARE(call.options.value(QStringLiteral("modal")).toBool(), true);
    }

    void everyRequestHasATokenOfItsOwn()
    {
        answerWith(1);
        m_capture->request({});
        QTRY_COMPARE(m_finished->size(), 1);
        m_capture->request({});
        QTRY_COMPARE(m_finished->size(), 2);
        QVERIFY(m_portal->calls.at(0).handle != m_portal->calls.at(1).handle);
    }

    void aFileNameOutsideAsciiIsFound()
    {
        // Once as the specification has it, once as some portals write it.
        for (const bool encoded : {true, false}) {
            const QString file = screenshot(QStringLiteral("Capture d’écran 100% été.png"));
            const QUrl url = QUrl::fromLocalFile(file);
            m_portal->onScreenshot = [this, url, encoded](const MockPortal::Call &call) {
                m_portal->returnHandle(call, call.handle);
                m_portal->respond(call, call.handle, 0,
                                  encoded ? QString::fromLatin1(url.toEncoded())
                                          : url.toString(QUrl::PrettyDecoded));
            };
            const int before = int(m_finished->size());
            m_capture->request({});
            QTRY_COMPARE(m_finished->size(), before + 1);
            QVERIFY(!result().trouble);
            QVERIFY(!QFile::exists(file));
        }
    }

    void anAnswerThatOvertakesTheCallIsHeard()
    {
        const QString file = screenshot(QStringLiteral("early.png"));
        m_portal->onScreenshot = [this, file](const MockPortal::Call &call) {
            m_portal->respond(call, call.handle, 0, QUrl::fromLocalFile(file).toString());
            m_portal->returnHandle(call, call.handle);
        };
        m_capture->request({});
        QTRY_COMPARE(m_finished->size(), 1);
        QVERIFY(!result().trouble);
    }

    void anAnswerOnAnotherHandleIsHeard()
    {
        const QString file = screenshot(QStringLiteral("old.png"));
        m_portal->onScreenshot = [this, file](const MockPortal::Call &call) {
            const QString other = call.handle + QStringLiteral("_other");
            m_portal->returnHandle(call, other);
            // Nobody can tell a portal when it is listened to; one of these comes late enough.
            auto *again = new QTimer(m_portal.get());
            connect(again, &QTimer::timeout, m_portal.get(), [this, call, other, file] {
                m_portal->respond(call, other, 0, QUrl::fromLocalFile(file).toString());
            });
            again->start(20);
        };
        m_capture->request({});
        QTRY_COMPARE(m_finished->size(), 1);
        QVERIFY(!result().trouble);
        QVERIFY(!QFile::exists(file));
    }

    void aNoIsARefusalAndNothingElseIs()
    {
        answerWith(1);
        m_capture->request({});
        QTRY_COMPARE(m_finished->size(), 1);
        QCOMPARE(result().trouble, CaptureTrouble::Refused);
        answerWith(2);
        m_capture->request({});
        QTRY_COMPARE(m_finished->size(), 2);
        QCOMPARE(result().trouble, CaptureTrouble::Ended);
    }

    void theDesktopsDialogIsAskedForAndSaid()
    {
        answerWith(0, screenshot(QStringLiteral("picked.png")));
        m_capture->request({true});
        QTRY_COMPARE(m_finished->size(), 1);
        QVERIFY(result().chosenByPerson);
        QCOMPARE(m_portal->calls.first().options.value(QStringLiteral("interactive")).toBool(),
                 true);
    }

    void errorsOfTheCallAreTold_data()
    {
        QTest::addColumn<QString>("error");
        QTest::addColumn<CaptureTrouble>("trouble");
        QTest::newRow("interface") << QStringLiteral("org.freedesktop.DBus.Error.UnknownInterface")
                                   << CaptureTrouble::NoPortal;
        QTest::newRow("method") << QStringLiteral("org.freedesktop.DBus.Error.UnknownMethod")
                                << CaptureTrouble::NoPortal;
        QTest::newRow("start") << QStringLiteral("org.freedesktop.DBus.Error.Spawn.ChildExited")
                               << CaptureTrouble::NoPortal;
        QTest::newRow("denied") << QStringLiteral("org.freedesktop.DBus.Error.AccessDenied")
                                << CaptureTrouble::Refused;
        QTest::newRow("not allowed") << QStringLiteral("org.freedesktop.portal.Error.NotAllowed")
                                     << CaptureTrouble::Refused;
        QTest::newRow("other") << QStringLiteral("org.freedesktop.DBus.Error.Failed")
                               << CaptureTrouble::Failed;
    }
    void errorsOfTheCallAreTold()
    {
        QFETCH(QString, error);
        QFETCH(CaptureTrouble, trouble);
        m_portal->onScreenshot = [this, error](const MockPortal::Call &call) {
            m_portal->returnError(call, error);
        };
        m_capture->request({});
        QTRY_COMPARE(m_finished->size(), 1);
        QCOMPARE(result().trouble, trouble);
    }

    void withoutAPortalThereIsNone()
    {
        m_portal.reset();
        m_capture->request({});
        QTRY_COMPARE(m_finished->size(), 1);
        QCOMPARE(result().trouble, CaptureTrouble::NoPortal);
    }

    void withoutABusThereIsNoPortal()
    {
        PortalCapture lonely(QDBusConnection(QStringLiteral("no such connection")));
        QSignalSpy finished(&lonely, &CaptureBackend::finished);
        lonely.request({});
        QCOMPARE(finished.size(), 0); // never from inside request()
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(finished.first().first().value<CaptureResult>().trouble, CaptureTrouble::NoPortal);
    }

    void aPortalThatNeverAnswersIsClosedAndTold()
    {
        shortenTo(100);
        m_portal->onScreenshot = [this](const MockPortal::Call &call) {
            m_portal->returnHandle(call, call.handle);
        };
        m_capture->request({});
        QTRY_COMPARE(m_finished->size(), 1);
        QCOMPARE(result().trouble, CaptureTrouble::TimedOut);
        QTRY_COMPARE(m_portal->closed, QStringList{m_portal->calls.first().handle});
    }

    void aPortalThatDoesNotEvenReturnIsTold()
    {
        shortenTo(100);
        m_capture->request({});
        QTRY_COMPARE(m_finished->size(), 1);
        QCOMPARE(result().trouble, CaptureTrouble::TimedOut);
    }

    void aPictureThatComesTooLateIsRemoved()
    {
        shortenTo(100);
        m_portal->onScreenshot = [this](const MockPortal::Call &call) {
            m_portal->returnHandle(call, call.handle);
        };
        m_capture->request({});
        QTRY_COMPARE(m_finished->size(), 1);
        const QString file = screenshot(QStringLiteral("late.png"));
        const MockPortal::Call &call = m_portal->calls.first();
        m_portal->respond(call, call.handle, 0, QUrl::fromLocalFile(file).toString());
        QTRY_VERIFY(!QFile::exists(file));
        QCOMPARE(m_finished->size(), 1);
    }

    void cancellingClosesTheRequestAndRemovesWhatStillComes()
    {
        m_portal->onScreenshot = [this](const MockPortal::Call &call) {
            m_portal->returnHandle(call, call.handle);
        };
        m_capture->request({});
        QTRY_COMPARE(m_portal->calls.size(), 1);
        m_capture->cancel();
        QCOMPARE(m_finished->size(), 1);
        QCOMPARE(result().trouble, CaptureTrouble::Cancelled);
        const MockPortal::Call call = m_portal->calls.first();
        QTRY_COMPARE(m_portal->closed, QStringList{call.handle});
        const QString file = screenshot(QStringLiteral("unwanted.png"));
        m_portal->respond(call, call.handle, 0, QUrl::fromLocalFile(file).toString());
        QTRY_VERIFY(!QFile::exists(file));
        QCOMPARE(m_finished->size(), 1);
    }

    void theNextRequestIsNotAnsweredByTheLast()
    {
        m_portal->onScreenshot = [this](const MockPortal::Call &call) {
            m_portal->returnHandle(call, call.handle);
        };
        m_capture->request({});
        QTRY_COMPARE(m_portal->calls.size(), 1);
        m_capture->cancel();
        m_capture->request({});
        QTRY_COMPARE(m_portal->calls.size(), 2);
        const MockPortal::Call first = m_portal->calls.at(0);
        const MockPortal::Call second = m_portal->calls.at(1);
        m_portal->respond(first, first.handle, 2);
        m_portal->respond(second, second.handle, 1);
        QTRY_COMPARE(m_finished->size(), 2);
        QCOMPARE(result().trouble, CaptureTrouble::Refused);
    }

    void aDamagedPictureIsToldAndRemoved()
    {
        const QString file = screenshot(QStringLiteral("whole.png"));
        QFile whole(file);
        QVERIFY(whole.open(QIODevice::ReadOnly));
        const QByteArray bytes = whole.readAll();
        const QString damaged = write(QStringLiteral("half.png"), bytes.left(bytes.size() / 2));
        answerWith(0, damaged);
        m_capture->request({});
        QTRY_COMPARE(m_finished->size(), 1);
        QCOMPARE(result().trouble, CaptureTrouble::Unreadable);
        QVERIFY(!QFile::exists(damaged));
    }

    void aPictureThatClaimsToBeHugeIsNotDecoded_data()
    {
        QTest::addColumn<quint32>("side");
        QTest::newRow("memory") << quint32(30'000);
        QTest::newRow("side") << quint32(100'000);
    }
    void aPictureThatClaimsToBeHugeIsNotDecoded()
    {
        QFETCH(quint32, side);
        const QString file = write(QStringLiteral("huge.png"), boastingPng(side));
        // The trap is a picture as far as its head goes.
        QCOMPARE(QImageReader(file).size(), QSize(int(side), int(side)));
        answerWith(0, file);
        m_capture->request({});
        QTRY_COMPARE(m_finished->size(), 1);
        QCOMPARE(result().trouble, CaptureTrouble::Unreadable);
        QVERIFY(!QFile::exists(file));
    }

    void aDesktopOverQtsOwnLimitIsTakenAndTheLimitStays()
    {
        // 144 MB decoded; Qt stops at 128.
        QImage large(8000, 4500, QImage::Format_RGB32);
        large.fill(qRgb(1, 2, 3));
        const QString file = m_folder->filePath(QStringLiteral("large.png"));
        QVERIFY(large.save(file, "PNG", 100));
        const int before = QImageReader::allocationLimit();
        answerWith(0, file);
        m_capture->request({});
        QTRY_COMPARE(m_finished->size(), 1);
        QVERIFY(!result().trouble);
        QCOMPARE(result().screens.first().pixels.size(), large.size());
        QCOMPARE(QImageReader::allocationLimit(), before);
    }

    void whatIsNoPictureIsNeitherReadNorRemoved()
    {
        const QString text = write(QStringLiteral("letter.txt"), "do not lose me");
        const QString pipe = m_folder->filePath(QStringLiteral("pipe"));
        QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        const QStringList uris{QUrl::fromLocalFile(text).toString(),
                               QUrl::fromLocalFile(pipe).toString(),
                               QUrl::fromLocalFile(m_folder->path()).toString(),
                               QStringLiteral("https://example.org/shot.png"),
                               QStringLiteral("file:///no/such/file.png"),
                               QString::fromLatin1("")};
        for (const QString &uri : uris) {
            m_portal->onScreenshot = [this, uri](const MockPortal::Call &call) {
                m_portal->returnHandle(call, call.handle);
                m_portal->respond(call, call.handle, 0, uri);
            };
            const int before = int(m_finished->size());
            m_capture->request({});
            QTRY_COMPARE(m_finished->size(), before + 1);
            QCOMPARE(result().trouble, CaptureTrouble::Unreadable);
        }
        QVERIFY(QFile::exists(text));
        QVERIFY(QFile::exists(pipe));
    }

    void theSessionDecidesWhoIsAsked()
    {
        const QString none;
        QVERIFY(isUnderWayland(QStringLiteral("wayland"), none, none));
        QVERIFY(isUnderWayland(QStringLiteral("wayland-egl"), none, none));
        QVERIFY(isUnderWayland(QStringLiteral("xcb"), QStringLiteral("wayland"), none));
        QVERIFY(isUnderWayland(QStringLiteral("xcb"), none, QStringLiteral("wayland-0")));
        QVERIFY(!isUnderWayland(QStringLiteral("xcb"), QStringLiteral("x11"), none));
        QVERIFY(!isUnderWayland(QStringLiteral("offscreen"), QStringLiteral("wayland"), none));
    }

private:
    [[nodiscard]] CaptureResult result() const
    {
        return m_finished->last().first().value<CaptureResult>();
    }
    [[nodiscard]] static QSize desktopSize()
    {
        return QGuiApplication::primaryScreen()->geometry().size();
    }
    /// A picture of the desktop as a portal leaves it.
    [[nodiscard]] QString screenshot(const QString &name) const
    {
        QImage picture(desktopSize(), QImage::Format_RGB32);
        picture.fill(qRgb(10, 20, 30));
        const QString file = m_folder->filePath(name);
        return picture.save(file, "PNG") ? file : QString();
    }
    [[nodiscard]] QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_folder->filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size()
            ? file.fileName()
            : QString();
    }
    void answerWith(uint code, const QString &file = {})
    {
        const QString uri = file.isEmpty() ? QString() : QUrl::fromLocalFile(file).toString();
        m_portal->onScreenshot = [this, code, uri](const MockPortal::Call &call) {
            m_portal->returnHandle(call, call.handle);
            m_portal->respond(call, call.handle, code, uri);
        };
    }
    void shortenTo(int limitMs)
    {
        m_finished.reset();
        m_capture = std::make_unique<PortalCapture>(m_client, nullptr, limitMs);
        m_finished = std::make_unique<QSignalSpy>(m_capture.get(), &CaptureBackend::finished);
    }

    QDBusConnection m_client;
    QDBusConnection m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MockPortal> m_portal;
    std::unique_ptr<PortalCapture> m_capture;
    std::unique_ptr<QSignalSpy> m_finished;
};

int main(int argc, char **argv)
{
    QGuiApplication application(argc, argv);
    PrivateBus bus;
    const QString address = bus.start();
    const QDBusConnection client = QDBusConnection::connectToBus(address, QStringLiteral("client"));
    const QDBusConnection server = QDBusConnection::connectToBus(address, QStringLiteral("server"));
    if (!client.isConnected() || !server.isConnected()) {
        qCritical("The test's own bus cannot be reached");
        return 1;
    }
    PortalTest test(client, server);
    return QTest::qExec(&test, argc, argv);
}

#include "tst_portal.moc"
