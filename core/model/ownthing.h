// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/model/enums.h"

#include <QJsonObject>
#include <QList>

#include <optional>

namespace vigie {

namespace limits {
inline constexpr int kOwnThingsPerExchange = 50;
inline constexpr qsizetype kOwnThingBytes = 64 * 1024;
inline constexpr qsizetype kOwnBytesPerExchange = 512 * 1024;
/// Of one person on a server, gone ones too: far more than a client lets them make.
inline constexpr int kOwnThings = 10'000;
/// Of one person; the oldest give way, here as on the server.
inline constexpr int kMentionReads = 2'000;
} // namespace limits

/// What a person makes for themselves and finds again on each of their computers; of the same make,
/// and on the same way, what administrators make for everybody at the desk.
enum class OwnKind {
    View,
    Snippet,
    Look,
    Macro,
    Rule,
    MentionRead, ///< of a ticket up to which moment its mentions were read
};

/// Those that belong to the desk: all who work there have them, administrators change them.
[[nodiscard]] constexpr bool isOfDesk(OwnKind kind)
{
    return kind == OwnKind::Rule;
}

template<> const QList<EnumName<OwnKind>> &enumNames<OwnKind>();

/// One of these things as it travels and as the server keeps it. The server looks into `data` only
/// to see whether words would be lost, so that older ones keep what newer clients make.
struct OwnThing {
    OwnKind kind = OwnKind::View;
    QString id; ///< of a look the name of its place, of a MentionRead the ticket; 1 to limits::kNameLength characters
    /// The server's number of this state, from one count per person; in a client's message the
    /// state that the change was made to, 0 = none.
    qint64 revision = 0;
    qint64 position = 0; ///< the person's order
    bool gone = false;
    QJsonObject data;

    /// Whether both say the same, whatever their revisions.
    [[nodiscard]] bool sameState(const OwnThing &other) const
    {
        return kind == other.kind && id == other.id && gone == other.gone
            && (gone || (position == other.position && data == other.data));
    }
    bool operator==(const OwnThing &) const = default;
};

/// What a MentionRead says, UTC ms of reception; 0 = nothing.
[[nodiscard]] qint64 readThrough(const QJsonObject &data);
[[nodiscard]] QJsonObject mentionRead(qint64 through);

/// What becomes of two changes to one thing, made without knowing of each other.
struct OwnVerdict {
    bool taken = true; ///< the later one takes the place of the earlier
    /// A thing of its own, made of the earlier one, because its words are nowhere else. Without
    /// revision; the same for the same two.
    std::optional<OwnThing> aside;
};
/// `there` = the earlier, `later` = the one that arrived now. An edit outlives a deletion.
[[nodiscard]] OwnVerdict judgeOwn(const OwnThing &there, const OwnThing &later);

} // namespace vigie
