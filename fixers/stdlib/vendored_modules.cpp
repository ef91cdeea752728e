// Python 3 has lost modules that are plain Python: what needs them can bring them along, from a Python that has them.
// https://peps.python.org/pep-0594/
#include "fixers/library_renames.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

std::vector<ModuleMove> moves(const Settings& settings) {
  std::vector<ModuleMove> table;
  if (!settings.vendored) return table;
  for (const std::string& module : settings.vendored->modules) {
    if (!comes_along(*settings.vendored, module)) continue;
    table.push_back({.from = module, .to = settings.vendored->place_of(module), .keeps_name = true});
  }
  return table;
}

// A file without any of them is not parsed for this.
std::vector<std::string> words() {
  std::vector<std::string> words;
  for (const Fact& gone : library().section("removed_modules"))
    if (gone.name.find('.') == std::string_view::npos) words.emplace_back(gone.name);
  return words;
}

// A build runs it, with the packages that builds have, and without the project on its path.
bool is_no_build(const Project*, const std::string& path) { return path.substr(path.rfind('/') + 1) != "setup.py"; }

}  // namespace

Fixer fix_vendored_modules() {
  return {
      .name = "vendored_modules",
      .doc =
          "With --vendor, turns imports of modules that Python 3 has lost to the copies that come along into the "
          "project.",
      .reference = "https://peps.python.org/pep-0594/",
      .group = Group::kStdlib,
      .safety = Safety::kUnsafe,
      .unsafe_when =
          "The module itself needs what Python 3 has not, or takes text where it gets bytes: `py3k vendor` "
          "names what is to look at in its copy.",
      .needs = Needs::kAny,
      .words = words(),
      .applies_at = is_no_build,
      .examples = {{"import sgmllib", "import _vendor.sgmllib as sgmllib", "--vendor --module sgmllib"},
                   {"from htmllib import HTMLParser", "from _vendor.htmllib import HTMLParser",
                    "--vendor --module htmllib"}},
      .modules_for = moves,
  };
}

}  // namespace py3k::fixers
