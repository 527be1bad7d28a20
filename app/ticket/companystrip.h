// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/text/companytext.h"
#include "app/widgets/tokens.h"

#include <QWidget>

namespace vigie {

class Banner;
class FaceRow;
class Label;

/// Who else is at the ticket, above the editor: a quiet line with faces, plain words when somebody
/// writes at the same time, and the offer to take a ticket that nobody has. Takes no room while
/// there is nothing to say, never takes the keyboard and holds nothing back.
class CompanyStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit CompanyStrip(QWidget *parent);

    /// `iWrite`: the person is writing there too. `now` is UTC ms.
    void showCompany(const QList<Presence> &others, const CompanyText::Freshness &fresh,
                     bool iWrite, qint64 now);
    /// `key`: what also takes it, in native text; may be empty.
    void offerTake(const QString &key);
    void withdrawOffer();
    [[nodiscard]] bool isOffering() const;

Q_SIGNALS:
    void takeWanted();
    /// The offer was closed.
    void declined();

private:
    void warn(Tone tone, const QString &words);
    void showParts();

    QWidget *m_quiet; ///< faces and line
    FaceRow *m_faces;
    Label *m_line;
    Banner *m_warning;
    Banner *m_offer;
};

} // namespace vigie
