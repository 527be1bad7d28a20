// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/errortext.h"

#include "app/text/timetext.h"
#include "core/base/limits.h"

namespace vigie {

QString ErrorWords::paragraph() const
{
    return what + QLatin1Char(' ') + kept + QLatin1Char(' ') + next;
}

ErrorWords ErrorText::of(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Offline:
        return {tr("No connection to the server"),
                tr("The server cannot be reached from here."),
                tr("Everything you write is kept on this computer."),
                tr("Vigie sends it by itself as soon as there is a way through.")};
    case ErrorCode::Timeout:
        return {tr("The server did not answer in time"),
                tr("The request was sent, but no answer came back."),
                tr("Nothing is lost, and nothing will be sent twice."),
                tr("Vigie asks again by itself.")};
    case ErrorCode::TlsUntrusted:
        return {tr("This server's identity is not confirmed"),
                tr("The server's certificate is not signed by an authority this computer trusts."),
                tr("Nothing was sent to it; your work is kept on this computer."),
                tr("Sign in again and compare the fingerprint with the one your administrator "
                   "gave you.")};
    case ErrorCode::TlsChanged:
        return {tr("The server's certificate has changed"),
                tr("The server shows another certificate than the one you confirmed."),
                tr("Nothing was sent to it; your work is kept on this computer."),
                tr("Ask your administrator whether the certificate was renewed before you "
                   "go on.")};
    case ErrorCode::TlsExpired:
        return {tr("The server's certificate is out of date"),
                tr("The certificate has expired or is not valid yet, or this computer's clock "
                   "is wrong."),
                tr("Nothing was sent; your work is kept on this computer."),
                tr("Check this computer's date, then tell your administrator.")};
    case ErrorCode::SignInNeeded:
        return {tr("Please sign in again"), tr("Your session has ended."),
                tr("Everything you wrote is kept on this computer."),
                tr("Sign in and Vigie goes on where it stopped.")};
    case ErrorCode::WrongPassword:
        return {tr("Wrong name or password"), tr("The server did not accept the sign-in."),
                tr("Nothing was changed; what you wrote earlier is still on this computer."),
                tr("Check both and try again.")};
    case ErrorCode::Forbidden:
        return {tr("You are not allowed to do this"),
                tr("The server refused it because your account does not have this right."),
                tr("Your text is kept in the outbox."),
                tr("Discard it there, or ask an administrator for the right and try again.")};
    case ErrorCode::NotFound:
        return {tr("It is not there"),
                tr("It does not exist any more, or it is not visible to you."),
                tr("Whatever you wrote is kept in the outbox."),
                tr("Copy your text from there if you still need it.")};
    case ErrorCode::Conflict:
        return {tr("Somebody else was faster"),
                tr("Another person changed the same thing before your change arrived."),
                tr("Both versions are kept."), tr("Choose in the outbox which one stays.")};
    case ErrorCode::Invalid:
        return {tr("Something does not fit"),
                tr("The server could not accept it the way it is."),
                tr("Your text is kept."), tr("Change it and try again.")};
    case ErrorCode::TooLarge:
        return {tr("Too large"), tr("It is larger than what can be sent."),
                tr("Your text is kept."), tr("Shorten it or attach a smaller file.")};
    case ErrorCode::RateLimited:
        return {tr("A short break"), tr("The server was asked too often in a short time."),
                tr("Everything is kept on this computer."),
                tr("Vigie tries again by itself a little later.")};
    case ErrorCode::ServerFault:
        return {tr("The server has a problem"),
                tr("The server made an error while answering."),
                tr("Everything is kept on this computer."),
                tr("Vigie tries again by itself. Tell your administrator if it lasts.")};
    case ErrorCode::ServerFull:
        return {tr("The server is full"), tr("The server has no space left to store anything."),
                tr("Everything is kept on this computer."),
                tr("Tell your administrator. Vigie tries again by itself.")};
    case ErrorCode::ProtocolMismatch:
        return {tr("An update is needed"),
                tr("This Vigie and the server speak different versions."),
                tr("Everything you write is kept on this computer."),
                tr("Update Vigie, or ask your administrator to update the server.")};
    case ErrorCode::NotOurServer:
        return {tr("This is not a Vigie server"),
                tr("What answered at this address is not a Vigie server: it sent a web page, or a way "
                   "on to another address. On a guest network it may be the network's own sign-in "
                   "page."),
                tr("Nothing was sent to it; your work is kept on this computer."),
                tr("Check the address and the network. Vigie tries again by itself.")};
    case ErrorCode::TimeTravel:
        return {tr("The server was restored from a backup"),
                tr("The server knows less than it did before."),
                tr("Your computer still has what you sent."),
                tr("Vigie compares and sends again what is missing.")};
    case ErrorCode::StoreBusy:
        return {tr("The local data is busy"),
                tr("Another program is using Vigie's files at the moment."),
                tr("Nothing is lost."), tr("Wait a moment and try again.")};
    case ErrorCode::StoreFull:
        return {tr("This computer's disk is full"),
                tr("There is no space left to store what you write."),
                tr("Everything that was saved before is safe."),
                tr("Free some space; until then, keep this window open.")};
    case ErrorCode::StoreCorrupt:
        return {tr("The local data is damaged"),
                tr("Vigie's files on this computer cannot be read correctly."),
                tr("The damaged files were left untouched."),
                tr("Ask your administrator for help before you delete anything: they may hold "
                   "unsent work.")};
    case ErrorCode::StoreTooNew:
        return {tr("A newer Vigie was used here"),
                tr("The data on this computer was written by a newer version of Vigie."),
                tr("The data was left untouched."), tr("Install the newer version again.")};
    case ErrorCode::StoreReadOnly:
        return {tr("Vigie may not write here"),
                tr("The folder with Vigie's data cannot be written."),
                tr("What is already there is safe."),
                tr("Check the folder's permissions, then start Vigie again.")};
    case ErrorCode::StoreFault:
        return {tr("The local data cannot be used"),
                tr("Reading or writing Vigie's files failed."),
                tr("What was saved before is safe."),
                tr("Start Vigie again; if it happens again, check this computer's disk.")};
    case ErrorCode::ProfileInUse:
        return {tr("Vigie is already running"),
                tr("Another Vigie is using the same account on this computer."),
                tr("Nothing was changed; what you wrote there is safe."),
                tr("Use the window that is already open.")};
    case ErrorCode::NoSecretStore:
        return {tr("No keychain on this computer"),
                tr("There is no safe place on this computer to remember your sign-in."),
                tr("You are signed in for this session only; your work is kept as always."),
                tr("You will be asked for your password at the next start.")};
    case ErrorCode::Cancelled:
        return {tr("Stopped"), tr("It was stopped before it was finished."),
                tr("Nothing was changed."), tr("You can start it again at any time.")};
    case ErrorCode::Bug:
        break;
    }
    return {tr("Vigie made a mistake"), tr("Something happened that should not be possible."),
            tr("Your work is kept on this computer."),
            tr("Please report this to your administrator.")};
}

ErrorWords ErrorText::of(const Error &error)
{
    ErrorWords words = of(error.code);
    if (error.code == ErrorCode::RateLimited && error.retryAfterMs)
        words.next = tr("Try again in %1.").arg(TimeText::duration(*error.retryAfterMs));
    return words;
}

ErrorWords ErrorText::ofFile(const Error &error, const QString &name)
{
    const QString kept = tr("Your text and the other files are kept.");
    switch (error.code) {
    case ErrorCode::TooLarge:
        return {tr("The file is too large"),
                tr("“%1” is larger than %2 and was not attached.")
                    .arg(name, TimeText::size(limits::kAttachmentBytes)),
                kept, tr("Attach a smaller file, or write where the file can be found.")};
    case ErrorCode::NotFound:
    case ErrorCode::Invalid:
    case ErrorCode::Forbidden: // by this computer, not by the server
        return {tr("The file cannot be read"),
                tr("“%1” could not be read and was not attached.").arg(name), kept,
                tr("Check that it is a file you may open, then attach it again.")};
    default: break;
    }
    ErrorWords words = of(error);
    words.what = tr("“%1” was not attached. %2", "a file and the reason").arg(name, words.what);
    return words;
}

ErrorWords ErrorText::ofPicture(const Error &error, const QString &name)
{
    const QString kept = tr("Your text and the other pictures are kept.");
    switch (error.code) {
    case ErrorCode::TooLarge:
        return {tr("The picture is too large"),
                tr("“%1” is larger than any screen and was not taken.").arg(name), kept,
                tr("Cut it to what matters, then add it again.")};
    case ErrorCode::Invalid:
        return {tr("The picture cannot be read"),
                tr("“%1” is damaged or not a picture that Vigie opens; it was not taken.")
                    .arg(name),
                kept, tr("Open it in another program, copy it there and paste it here.")};
    case ErrorCode::NotFound:
    case ErrorCode::Forbidden: return ofFile(error, name);
    default: break;
    }
    ErrorWords words = of(error);
    words.what = tr("“%1” was not taken. %2", "a picture and the reason").arg(name, words.what);
    return words;
}

QString ErrorText::ofLostPicture(const Error &error)
{
    if (error.code == ErrorCode::NotFound)
        return tr("This picture is not on this computer any more. Remove it here; everything else "
                  "is kept.");
    return tr("This picture cannot be shown. %1 Everything else is kept; remove the picture here "
              "if it does not come back.", "the reason")
        .arg(of(error).what);
}

ErrorWords ErrorText::tooManyFiles(const QString &name)
{
    return {tr("Too many files"),
            tr("A message carries at most %Ln file(s); “%1” was not attached.", nullptr,
               limits::kAttachmentsPerMessage)
                .arg(name),
            tr("Your text and the other files are kept."),
            tr("Send the others with another message.")};
}

ErrorWords ErrorText::cacheReplaced()
{
    return {tr("The local copy was damaged"),
            tr("The copy of the server's data on this computer was damaged and has been replaced."),
            tr("What you wrote is safe, sent or not."),
            tr("Vigie fetches the copy again by itself; until then lists may look empty.")};
}

} // namespace vigie
