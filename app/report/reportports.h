// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <functional>
#include <memory>

namespace vigie {

class CaptureCoordinator;
class EditorHabits;
class GlobalHotkey;
class OcrEngine;
class MachineFacts;
class StepRecorder;

/// What recording steps needs. Both must outlive the page.
struct StepPorts {
    StepRecorder *recorder = nullptr;
    GlobalHotkey *key = nullptr; ///< adds a step while recording; may be missing
    bool explained = false;      ///< the person has read what is recorded
    std::function<void()> keepExplained;
};

/// What a report gets from the program rather than from the account. All of it may be missing.
struct ReportPorts {
    MachineFacts *machine = nullptr; ///< must outlive the page
    CaptureCoordinator *capture = nullptr; ///< must outlive the page
    StepPorts steps;
    EditorHabits *habits = nullptr; ///< must outlive the page
    bool picturesChecked = false; ///< the organisation asks for it before a picture is sent
    std::shared_ptr<OcrEngine> ocr; ///< reads screenshots for private places
    QStringList factsLeftOut;        ///< the person's habit: keys of facts they do not send
    std::function<void(const QStringList &)> keepFactsLeftOut;
};

} // namespace vigie
