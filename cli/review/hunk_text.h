// hunk_text: the lines of a unit as the editor gets them, and back.
//
//   const std::vector<EditPlace> places = edit_places(original, edits);
//   auto texts = split_edited(edited, places.size());     // what stands in each place now
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/error.h"
#include "engine/rewrite/edit.h"

namespace py3k::cli {

// Lines of the original, and what is to stand there.
struct EditPlace {
  engine::ByteRange range;
  std::uint32_t line = 0;  // the first, from 1
  std::string text;        // with newlines as the editor has them: \n
};

std::vector<EditPlace> edit_places(std::string_view original, const std::vector<engine::Edit>& edits);

// With a line above each place that says what it is, and above all what to do.
std::string editor_text(const std::string& path, const std::vector<EditPlace>& places);

// The text of each place. Fails where the lines between them are gone.
engine::Expected<std::vector<std::string>> split_edited(std::string_view edited, std::size_t count);

// A text for the file: with its kind of newline.
std::string with_newlines_of(std::string_view original, std::string_view text);

}  // namespace py3k::cli
