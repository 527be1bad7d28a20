// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>

namespace vigie {

/// What happens to a ticket's place when it was answered.
enum class AfterAnswer { Stay, Close, CloseIfEnded, Next };

/// How an agent likes the desk to be arranged; kept from session to session.
struct DeskHabits {
    bool context = true;     ///< person and computer beside the conversation
    int contextWidth = 288;  ///< device-independent pixels
    bool listAbove = false;  ///< the list above the conversation instead of beside it
    QMap<QString, bool> listAboveIn; ///< the same for single places of the list, by their keys
    QByteArray besideSizes;  ///< QSplitter::saveState() for each of both; empty = the usual ones
    QByteArray aboveSizes;
    QByteArray windowGeometry; ///< of the newest ticket window; empty = the usual
    AfterAnswer afterAnswer = AfterAnswer::Stay;
    bool showPresence = true; ///< colleagues are told what is looked at and where is written

    [[nodiscard]] bool isListAbove(const QString &place) const
    {
        return listAboveIn.value(place, listAbove);
    }
    /// As a JSON object, for the settings.
    [[nodiscard]] QString toText() const;
    /// What cannot be read is the usual.
    [[nodiscard]] static DeskHabits fromText(const QString &text);

    bool operator==(const DeskHabits &) const = default;
};

} // namespace vigie
