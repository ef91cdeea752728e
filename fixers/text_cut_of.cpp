#include "fixers/text_cut_of.h"

#include "engine/rewrite/file_facts.h"

namespace py3k::fixers {

const engine::TextCut* text_cut_of(engine::Context& cx) {
  const engine::Origins& origins = cx.facts().origins;
  return engine::text_cut(cx.tree(), cx.names(),
                          {.unicode_literals = cx.source().evidence.unicode_literals,
                           .is_written = [&origins](std::uint32_t offset) { return origins.is_written(offset); }});
}

}  // namespace py3k::fixers
