// The attributes of functions have had their names with underscores since 2.6, and only those since 3.0.
#include "fixers/attribute_rename.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

Fixer fix_funcattrs() {
  static const AttributeRename rename{
      .names = {{"func_closure", "__closure__"},
                {"func_doc", "__doc__"},
                {"func_name", "__name__"},
                {"func_defaults", "__defaults__"},
                {"func_code", "__code__"},
                {"func_globals", "__globals__"},
                {"func_dict", "__dict__"}},
      .doubtful =
          "a class here has an attribute of this name; if this one is a function's, write it with underscores: "
          "__name__, __code__ …",
  };
  std::vector<std::string> words;
  for (const auto& [from, to] : rename.names) words.emplace_back(from);
  words.insert(words.end(), {"getattr", "hasattr", "setattr"});
  return {
      .name = "funcattrs",
      .doc = "Replaces func_name, func_code and the other attributes of functions by __name__, __code__ ….",
      .reference = "https://docs.python.org/3/whatsnew/3.0.html#operators-and-special-methods",
      .group = Group::kPython2,
      .safety = Safety::kUnsafe,
      .unsafe_when = "What has the attribute is no function, but an instance of a class of another file.",
      .runs_on = RunsOn::kBoth,
      .words = words,
      .examples = {{"f.func_code.co_argcount", "f.__code__.co_argcount"},
                   {"wrapper.func_name = f.func_name", "wrapper.__name__ = f.__name__"},
                   {"hasattr(f, 'func_code')", "hasattr(f, '__code__')"}},
      .finish = [](Context& cx) { rename_attributes(cx, rename); },
  };
}

}  // namespace py3k::fixers
