#include "fixers/new_names.h"

#include <algorithm>
#include <map>
#include <set>

#include "fixers/fixers.h"
#include "fixers/stand_ins.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

constexpr std::string_view kOldBuiltins = "__builtin__";
constexpr std::string_view kBuiltins = "builtins";

// Those that end with Error or Warning aside.
constexpr std::string_view kPython2Builtins =
    " "
    "BaseException Ellipsis Exception False GeneratorExit KeyboardInterrupt None NotImplemented "
    "StopIteration SystemExit True __debug__ __doc__ __file__ __import__ __name__ abs all any apply "
    "basestring bin bool buffer bytearray bytes callable chr classmethod cmp coerce compile complex "
    "copyright credits delattr dict dir divmod enumerate eval execfile exit file filter float format "
    "frozenset getattr globals hasattr hash help hex id input int intern isinstance issubclass iter len "
    "license list locals long map max memoryview min next object oct open ord pow print property quit "
    "range raw_input reduce reload repr reversed round set setattr slice sorted staticmethod str sum "
    "super tuple type unichr unicode vars xrange zip ";

struct Tables {
  std::map<std::string, std::string, std::less<>> modules;
  std::map<std::string, std::string, std::less<>> names;
  std::set<std::string, std::less<>> ambiguous;
  std::map<std::string, std::vector<std::string>, std::less<>> old_modules;  // by the new name
};

// What fixers do to names in code, made once.
const Tables& tables() {
  static const Tables made = [] {
    Tables built;
    built.names = {{"__builtin__.reduce", "functools.reduce"},
                   {"__builtin__.reload", "importlib.reload"},
                   {"__builtin__.intern", "sys.intern"},
                   {"__builtin__.file", "builtins.open"}};
    for (const Fixer& fixer : all_fixers()) {
      if (fixer.group != Group::kPython2 && fixer.group != Group::kStdlib) continue;
      for (const ModuleMove& move : fixer.modules) {
        built.modules.emplace(move.from, move.to);
        if (move.needs_evidence) built.ambiguous.insert(move.from);
      }
      for (const Rename& rename : fixer.renames) {
        const bool is_name = rename.to.find_first_of("( )") == std::string::npos;
        std::string to = is_name ? rename.to : "";
        if (to.starts_with(kOldBuiltins)) to.replace(0, kOldBuiltins.size(), kBuiltins);
        built.names.emplace(rename.from, to);
      }
    }
    for (const auto& [from, to] : built.modules) built.old_modules[to].push_back(from);
    built.old_modules[std::string(kBuiltins)] = {std::string(kOldBuiltins)};
    for (const std::string_view name : names_of_stand_ins()) built.names.emplace(name, "");
    return built;
  }();
  return made;
}

NewName moved_to(std::string name) {
  return {name.empty() ? NewName::State::kGone : NewName::State::kMoved, std::move(name)};
}

}  // namespace

NewName new_name_of_module(std::string_view module) {
  const auto found = tables().modules.find(module);
  return found == tables().modules.end() ? NewName() : moved_to(found->second);
}

NewName new_name_of(std::string_view dotted) {
  for (std::size_t end = dotted.size(); end != std::string_view::npos; end = dotted.rfind('.', end - 1)) {
    const auto name = tables().names.find(dotted.substr(0, end));
    if (name != tables().names.end())
      return name->second.empty() ? NewName{NewName::State::kGone, ""}
                                  : moved_to(name->second + std::string(dotted.substr(end)));
    const auto module = tables().modules.find(dotted.substr(0, end));
    if (module != tables().modules.end() && end != dotted.size())
      return module->second.empty() ? NewName{NewName::State::kGone, ""}
                                    : moved_to(module->second + std::string(dotted.substr(end)));
    if (end == 0) break;
  }
  return {};
}

bool is_ambiguous(std::string_view dotted) { return tables().ambiguous.contains(dotted.substr(0, dotted.find('.'))); }

std::vector<std::string> python2_names(Context& cx, Node at, const std::string& qualified) {
  const Origin origin = cx.origin(at.start());
  if (origin != Origin::kByPast && origin != Origin::kHalf) return {};
  const std::size_t dot = std::min(qualified.rfind('.'), qualified.size());
  const auto old = tables().old_modules.find(std::string_view(qualified).substr(0, dot));
  std::vector<std::string> names;
  for (const std::string& module : old != tables().old_modules.end() ? old->second : std::vector<std::string>())
    names.push_back(module + qualified.substr(dot));
  return names;
}

std::string python2_name(Context& cx, Node at, std::string qualified) {
  const std::vector<std::string> names = python2_names(cx, at, qualified);
  return names.size() == 1 ? names.front() : qualified;
}

bool is_python2_builtin(std::string_view name) {
  return name.ends_with("Error") || name.ends_with("Warning") ||
         kPython2Builtins.find(" " + std::string(name) + " ") != std::string_view::npos;
}

}  // namespace py3k::fixers
