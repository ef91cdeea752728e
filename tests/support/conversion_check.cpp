#include "tests/support/conversion_check.h"

#include "engine/rewrite/verify.h"
#include "fixers/fixers.h"

namespace py3k::tests {

using engine::FileResult;
using engine::Outcome;

namespace {

// Converts what was converted before, of which nobody has to say that it is Python 3.
const engine::Converter& second_converter() {
  static const engine::Converter converter = engine::Converter::create(fixers::all_fixers(), {}).value();
  return converter;
}

std::string flaw_of_change(const FileResult& result) {
  if (result.rewritten == result.original) return "changed into what it was";
  if (engine::apply_edits(result.original, result.edits) != result.rewritten) return "the edits say something else";
  const auto flaw = engine::find_flaw(result.rewritten);
  if (flaw) return "what was written is not Python 3: byte " + std::to_string(flaw->offset) + ": " + flaw->what;
  for (const engine::Edit& edit : result.edits)
    if (edit.change >= result.findings.size() || !result.findings[edit.change].applied) return "an edit has no finding";
  const FileResult second = second_converter().convert("fuzz.py", result.output_bytes);
  if (second.outcome == Outcome::kFailed) return "a second run fails: " + second.reason + "\n" + result.output_bytes;
  // That it changes nothing can be asked only of text that was Python to begin with; the golden cases do.
  return "";
}

}  // namespace

std::string flaw_of_conversion(const engine::Converter& converter, const std::string& text) {
  const FileResult result = converter.convert("fuzz.py", text);
  if (result.outcome == Outcome::kChanged) return flaw_of_change(result);
  if (!result.output_bytes.empty()) return "output without a change";
  if (!result.edits.empty()) return "edits without a change";
  if (result.outcome == Outcome::kFailed && result.reason.empty()) return "failed without a reason";
  for (const engine::Finding& finding : result.findings)
    if (finding.applied) return "a finding says that something was changed";
  return "";
}

}  // namespace py3k::tests
