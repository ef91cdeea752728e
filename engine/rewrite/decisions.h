// Decisions: which of a file's changes are made, where somebody has chosen among them.
//
//   const FileResult all = converter.convert(path, bytes);
//   Decisions decisions{.accepted = {all.findings[0].change}};
//   const FileResult some = converter.convert(path, bytes, nullptr, &decisions);   // the same bytes
//
// Whatever is accepted, the result is verified as always. Imports land if a change that needs them does.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/rewrite/plan.h"

namespace py3k::engine {

// The fixer that findings about hand edits name.
inline constexpr const char* kHandEdit = "edit";

// What somebody has written in place of some lines, and of what changes would have done there.
struct HandEdit {
  ByteRange range;  // whole lines of the original; no other change that is accepted touches them
  std::string text;
  std::vector<std::uint32_t> changes;  // whose imports are still made
};

struct Decisions {
  std::vector<std::uint32_t> accepted;  // by Finding::change; sorted
  std::vector<HandEdit> edits;
};

// Takes out of a plan, before imports are planned, what is not accepted, and puts the hand edits in.
void apply_decisions(const Decisions& decisions, Plan& plan);

}  // namespace py3k::engine
