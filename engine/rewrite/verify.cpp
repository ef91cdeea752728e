#include "engine/rewrite/verify.h"

#include "engine/python3/check.h"

namespace py3k::engine {

std::optional<Flaw> find_flaw(std::string_view text, Language before) {
  auto flaw = python3::check(text, {.bare_exceptions = before == Language::kPython3});
  if (!flaw) return {};
  return Flaw{flaw->offset, std::move(flaw->what)};
}

std::optional<Flaw> find_damage(const Tree& before, const Rendered& after, bool keeps_python2) {
  const Evidence& evidence = before.source().evidence;
  const LexedSource lexed = lex(after.text, {.language = Language::kPython2,
                                             .python3_ranges = keeps_python2 ? nullptr : &after.python3_ranges,
                                             .print_function = evidence.print_function,
                                             .exec_function = evidence.exec_function});
  if (keeps_python2 && lexed.evidence.python3_syntax && !evidence.python3_syntax)
    return Flaw{lexed.evidence.python3_offset, "Python 2.7 can't parse this"};
  if (!lexed.error.what.empty()) return Flaw{lexed.error.offset, std::string(lexed.error.what)};
  if (const auto offset = before.error_after(lexed)) return Flaw{*offset, "this is no valid syntax"};
  return {};
}

}  // namespace py3k::engine
