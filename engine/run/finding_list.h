// finding_list: what a plan's changes come to as findings of their file.
#pragma once

#include <vector>

#include "engine/report/finding.h"
#include "engine/report/line_index.h"
#include "engine/rewrite/plan.h"

namespace py3k::engine {

// Gives a finding its lines and columns, by its range.
void place(Finding& finding, const LineIndex& index);

// Adds a finding for each change of a rendered plan, but for those that are `left_out` (by change; there may be more
// changes). Findings are sorted by place then, and the result's edits and places refer to them rather than to changes.
void list_findings(const Plan& plan, const std::vector<bool>& left_out, const LineIndex& index, FileResult& result);

}  // namespace py3k::engine
