// Where a thing of Python 2's library is now, for names that stand in text: 'Queue.Queue', '__builtin__.open'.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/fixer.h"

namespace py3k::fixers {

struct NewName {
  enum class State : std::uint8_t { kSame, kMoved, kGone };  // gone: or split into several
  State state = State::kSame;
  std::string name;  // dotted; of a builtin "builtins.open"
};

NewName new_name_of_module(std::string_view module);
// Of something in a module, "Queue.Queue"; what lies deeper, "Queue.Queue.get", moves with it.
NewName new_name_of(std::string_view dotted);

// What Names::qualified() calls something there, by its Python 2 name where an earlier run without the current fixer
// may have renamed its module: "__builtin__.unicode" for "builtins.unicode". Who else says so means what Python 3 has.
// Where several modules became one, as md5 and sha did, it may be of any.
std::string python2_name(engine::Context& cx, engine::Node at, std::string qualified);
std::vector<std::string> python2_names(engine::Context& cx, engine::Node at, const std::string& qualified);

bool is_python2_builtin(std::string_view name);

// Is the name, or its module, one of Python 3's too, for something else?
bool is_ambiguous(std::string_view dotted);

}  // namespace py3k::fixers
