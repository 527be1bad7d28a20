// SPDX-License-Identifier: GPL-3.0-or-later
#include "firstpaint.h"

#include "app/desktop/application.h"
#include "app/desktop/crashmarker.h"
#include "app/desktop/translations.h"
#include "app/platform/singleinstance.h"
#include "app/prompt/widgetprompt.h"
#include "app/shell/mainwindow.h"
#include "core/base/async.h"
#include "core/net/secretstore.h"

#include <QApplication>
#include <QTableView>

using namespace vigie;

namespace {

/// A keychain that is open and holds a token for everybody.
class OpenSecrets final : public net::SecretStore
{
public:
    QFuture<Result<bool>> write(const QString &, const QString &) override
    {
        return readyFuture(Result<bool>(true));
    }
    QFuture<Result<QString>> read(const QString &) override
    {
        return readyFuture(Result<QString>(QStringLiteral("token")));
    }
    QFuture<Result<bool>> remove(const QString &) override
    {
        return readyFuture(Result<bool>(true));
    }
};

} // namespace

/// The client as main.cpp of app/desktop starts it, on the profile root and account that the
/// arguments name, until the first rows of the agent's list are painted.
int main(int argc, char **argv)
{
    QApplication qt(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3)
        return 2;
    const QString &root = arguments[1];
    installTranslations(qt, chooseLanguage(QString(), {QStringLiteral("en")}));
    SingleInstance instance(root, nullptr);
    if (!instance.becomeFirst())
        return 3;
    const CrashMarker marker(root);
    OpenSecrets secrets;
    WidgetPrompt prompt;
    Application application(qt, root, Options(), secrets, prompt);
    application.settings().setText(SettingKey::LastAccount, arguments[2]);
    std::unique_ptr<bench::FirstPaint> painted;
    QObject::connect(&application, &Application::windowOpened, &qt, [&] {
        auto *list = application.window()->findChild<QTableView *>(QStringLiteral("ticketListView"));
        if (!list)
            return QCoreApplication::exit(4);
        painted = std::make_unique<bench::FirstPaint>(
            list->viewport(), [list] { return list->model()->rowCount() > 0; });
    });
    QObject::connect(&application, &Application::signInShown, &qt,
                     [] { QCoreApplication::exit(5); });
    application.start();
    return QApplication::exec();
}
