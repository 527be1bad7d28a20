// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace vigie {

/// What a person can ask of a recording of steps, in the tray, on its strip, or by a key.
enum class RecordingCommand { Start, Pause, Resume, AddStep, AddStepAtMouse, Stop, Discard };

/// A recording as it is shown. Steps are counted as they are taken, also while they are still being
/// written.
struct RecordingState {
    bool on = false;
    bool paused = false;
    int steps = 0;

    bool operator==(const RecordingState &) const = default;
};

} // namespace vigie
