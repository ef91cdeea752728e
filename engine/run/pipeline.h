// Converter: one file's way from bytes to bytes: source → lexer → dialect → tree → fixers → plan → render → verify.
//
//   auto converter = Converter::create(fixers, settings);
//   FileResult result = converter->convert("a.py", bytes);   // any number of threads at a time
//   if (result.outcome == Outcome::kChanged) store.write(result.path, result.output_bytes);
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/error.h"
#include "engine/fixer.h"
#include "engine/rewrite/decisions.h"
#include "engine/rewrite/settings.h"

namespace py3k::engine {

class FixerSet;
class Neighbours;
class Past;
class Project;

// What is known beyond a file's bytes; of what is null, nothing. All of it may be asked by several threads at once.
struct Around {
  Around() = default;
  Around(const Project* the_project, const Past* the_past = nullptr,
         Neighbours* the_neighbours = nullptr)  // NOLINT: converts
      : project(the_project), past(the_past), neighbours(the_neighbours) {}

  const Project* project = nullptr;
  const Past* past = nullptr;
  Neighbours* neighbours = nullptr;  // may be asked only together with a project
  bool is_recorded = true;           // somebody keeps FileResult::trace for later runs; else it is left empty
};

class Converter {
 public:
  // Fails when a fixer is wrong in itself (a pattern that is not Python). `known_names`: those of all fixers there are
  // and of their groups, for comments that name some; empty: those of `fixers`.
  static Expected<Converter> create(std::vector<Fixer> fixers, Settings settings,
                                    std::vector<std::string> known_names = {});
  Converter(Converter&&) noexcept;
  Converter& operator=(Converter&&) noexcept;
  ~Converter();

  // Never fails: what can't be converted has the outcome kFailed, with the reason.
  // With decisions only what they accept is done, and of a Python 2 file the rest stays Python 2.
  FileResult convert(std::string path, std::string bytes, const Around& around = {},
                     const Decisions* decisions = nullptr) const;

  const Settings& settings() const { return settings_; }

 private:
  Converter(std::unique_ptr<const FixerSet> fixers, Settings settings);
  std::unique_ptr<const FixerSet> fixers_;
  Settings settings_;
};

}  // namespace py3k::engine
