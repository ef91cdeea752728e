// The flow of text and bytes in the file that is being converted.
#pragma once

#include "engine/fixer.h"
#include "engine/flow/text_cut.h"

namespace py3k::fixers {

// Null where nothing in the file can be bytes.
const engine::TextCut* text_cut_of(engine::Context& cx);

}  // namespace py3k::fixers
