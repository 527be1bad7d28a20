// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/annotate/canvastool.h"

#include "app/annotate/croptool.h"
#include "app/annotate/drawtool.h"
#include "app/annotate/selecttool.h"

namespace vigie {

std::unique_ptr<CanvasTool> makeCanvasTool(ToolId id, AnnotationCanvas &canvas)
{
    switch (id) {
    case ToolId::Select: return std::make_unique<SelectTool>(canvas);
    case ToolId::Crop: return std::make_unique<CropTool>(canvas);
    default: return std::make_unique<DrawTool>(canvas, factsOf(id).kind);
    }
}

} // namespace vigie
