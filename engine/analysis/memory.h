// Memory: what analyses of a file keep between the questions that they are asked about it, so that many questions don't
// cost a walk each. It lives as long as the file's Names. Internal to engine/analysis.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "engine/analysis/class_outline.h"
#include "engine/analysis/consumer.h"
#include "engine/analysis/names.h"
#include "engine/analysis/values.h"

namespace py3k::engine {

class Flow;     // liveness.cpp
class TextCut;  // engine/flow/text_cut.h

struct Names::Memory {
  // Where something is added to, or taken from, what has a certain name; in source order.
  struct Changes {
    std::vector<Node> all;
    std::vector<Node> in_functions;
  };

  // What becomes of a variable of a function.
  struct Uses {
    bool is_plain = false;               // nothing but parameters and assignments bind it
    std::vector<std::uint32_t> starts;   // of its uses in the function's own code
    std::vector<Consumption> from = {};  // there, from each on; and from behind the last
    Consumption elsewhere = {};          // in functions within
  };

  // Where code is left, by the nodes' indices: by break and continue, and by these, return or raise.
  struct Exits {
    std::vector<std::uint32_t> jumps;
    std::vector<std::uint32_t> all;
  };

  std::unordered_map<const Binding*, std::shared_ptr<Flow>> flows;
  std::optional<Exits> exits;
  std::unordered_map<const Binding*, Uses> uses;

  // Of loop_change.cpp, which finds all of these when it is first asked for any.
  bool knows_changes = false;
  std::unordered_map<std::string_view, Changes> changes;  // by the last name: `cache` of `self.cache`
  std::unordered_map<const Binding*, bool> only_assigned;
  // What `self.cache` is called otherwise, as after `cache = self.cache`: by function (0: the module's code) and path.
  using Aliases = std::unordered_map<std::string, Node>;  // by path
  std::map<std::pair<std::uint32_t, std::string>, Aliases> aliases;

  // Of values.cpp: all `x.name = …` by name, found when first asked for, and what variables hold.
  bool knows_stores = false;
  std::unordered_map<std::string_view, std::vector<Node>> stores;
  std::unordered_map<const Binding*, Value> values;

  std::unordered_map<const Scope*, std::vector<const Binding*>> bindings;  // what bindings_in() gives

  // Of attribute_stores.cpp, once known.
  std::shared_ptr<const std::unordered_set<std::string_view>> set_attributes;

  // Of class_outline.cpp: the module's, and those of classes, by their nodes.
  std::shared_ptr<const ModuleOutline> outline;
  std::unordered_map<std::uint32_t, ClassOutline> outlines;
  bool knows_text_cut = false;
  std::shared_ptr<const TextCut> text_cut;

  // Answers of may_change_in_function(), by function, the container's text and what it is part of.
  std::map<std::tuple<std::uint32_t, std::string_view, Kind>, bool> changed_in_function;
};

}  // namespace py3k::engine
