#include "fixers/text_cut_of.h"

namespace py3k::fixers {

const engine::TextCut* text_cut_of(engine::Context& cx) {
  return engine::text_cut(cx.tree(), cx.names(), cx.source().evidence.unicode_literals);
}

}  // namespace py3k::fixers
