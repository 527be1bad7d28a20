// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/guide/guideproblemtext.h"

#include "core/knowledge/knowledgelimits.h"

namespace vigie {

QString GuideProblemText::of(const knowledge::TreeProblem &problem)
{
    using Kind = knowledge::TreeProblem::Kind;
    const QString line = QString::number(problem.line);
    switch (problem.kind) {
    case Kind::NoNodes:
        return tr("There are no steps yet. Give each step a heading that begins with “##”.");
    case Kind::TooLong:
        return tr("The text is too long for a guide; its end was not read. Cut it into several "
                  "guides.");
    case Kind::TooManyNodes:
        return tr("Line %1: a guide has at most %2 steps; the rest was not read. Cut it into "
                  "several guides.")
            .arg(line, QString::number(knowledgelimits::kTreeNodes));
    case Kind::TooManyChoices:
        return tr("Line %1: a step has at most %2 answers; the rest was left out.")
            .arg(line, QString::number(knowledgelimits::kTreeChoices));
    case Kind::SameName:
        return tr("Line %1: an earlier step is called “%2” already, and answers lead there. Give "
                  "this one a name of its own, as in {#name}.")
            .arg(line, problem.name);
    case Kind::UnknownTarget:
        return tr("Line %1: no step is called “%2”, so this answer leads nowhere.")
            .arg(line, problem.name);
    case Kind::NoWayOut:
        return tr("Line %1: from “%2” on people go round for ever. Add an answer that leads out.")
            .arg(line, problem.name);
    case Kind::Unreachable:
        return tr("Line %1: no answer leads to “%2”.").arg(line, problem.name);
    case Kind::LinkInWords:
        return tr("Line %1: a link to a step inside other words is no answer. Put it alone into a "
                  "line that begins with “-”.")
            .arg(line);
    case Kind::Loop:
        return tr("Line %1: this answer leads back to “%2”. People are told when they come there "
                  "again.")
            .arg(line, problem.name);
    }
    return {};
}

} // namespace vigie
