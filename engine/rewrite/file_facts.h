// FileFacts: what is known of one file beside its tree, and what fixers ask of the file as a whole.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "engine/analysis/implicit_imports.h"
#include "engine/analysis/names.h"
#include "engine/report/finding.h"
#include "engine/rewrite/origins.h"

namespace py3k::engine {

struct Fixer;

// `import module` or `from module import name`, wanted by a change.
struct ImportRequest {
  std::string module;
  std::string name;                             // empty: the module itself
  std::optional<std::uint32_t> change = {};     // empty until that change is handed over
  std::string alias = {};                       // `as` what; empty: none
  std::optional<std::uint32_t> needed_by = {};  // what import_plan.h says of the use; empty until it is known
};

// What a fixer would change for Python 3 alone, where Python 2.7 must run the result too.
struct LeftPlaces {
  const Fixer* fixer = nullptr;
  Node first;
  Node last;
  std::size_t count = 0;
};

struct FileFacts {
  std::string path;
  const Project* project = nullptr;  // null: nothing is known of other files
  Dialect dialect = Dialect::kBoth;
  Origins origins;                                     // which of its lines are Python 2, where that makes a difference
  ImplicitImports implicit_imports;                    // what it imports from its own package without saying so
  std::unique_ptr<Names> names;                        // made when first asked for
  std::unordered_set<std::string> fresh_names;         // given out by Context::fresh_name
  std::unordered_map<std::string, int> fresh_numbers;  // the last one, by base
  std::unordered_map<std::string, std::string> scratch_names;  // by Context::scratch_name, by base
  std::unordered_map<std::string, bool> answers;               // of Context::once
  std::string encoding = "utf-8";                              // that the file declares, or Python 3's default
  std::optional<ByteRange> encoding_cookie;                    // the comment that declares it
  bool can_become_utf8 = true;                                 // its bytes can be transcoded
  std::optional<std::uint32_t> utf8_change;  // the change (in the plan) that wants the file written as UTF-8
  std::vector<ImportRequest> imports;
  std::vector<LeftPlaces> left;
};

}  // namespace py3k::engine
