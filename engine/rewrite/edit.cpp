#include "engine/rewrite/edit.h"

namespace py3k::engine {

std::string apply_edits(std::string_view text, const std::vector<Edit>& edits) {
  std::size_t size = text.size();
  for (const Edit& edit : edits) size = size + edit.text.size() - (edit.range.end - edit.range.start);
  std::string result;
  result.reserve(size);
  std::size_t at = 0;
  for (const Edit& edit : edits) {
    result.append(text, at, edit.range.start - at);
    result.append(edit.text);
    at = edit.range.end;
  }
  result.append(text.substr(at));
  return result;
}

}  // namespace py3k::engine
