// Interactive: `py3k -i`. Asks about each change, or group of changes on the same lines, and writes what was accepted.
//
//   Interactive session({.options = options, .store = store, …});
//   return session.run(paths);   // the exit code
//
// A file is written when it has been gone through, or at `q`; what was declined is remembered: see
// cli/review/review_memory.h.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cli/console.h"
#include "cli/file_step.h"
#include "cli/options.h"
#include "cli/review/file_review.h"
#include "cli/review/review_memory.h"
#include "cli/review/terminal.h"
#include "cli/shown_text.h"
#include "engine/registry.h"
#include "engine/run/walk.h"

namespace py3k::cli {

class Interactive {
 public:
  // On any thread. Without decisions all changes are made.
  using Convert =
      std::function<engine::FileResult(const std::string& path, std::string bytes, const engine::Decisions*)>;

  struct Parts {
    const Options& options;
    const engine::FileStore& store;
    const engine::Registry& registry;  // for what `?` shows
    const ReviewMemory& memory;
    Terminal& terminal;
    Convert convert;
    Safeguards safeguards{};
    bool is_colored = false;
  };

  explicit Interactive(Parts parts);
  int run(const std::vector<engine::WalkedPath>& paths);

 private:
  struct File;  // one that is being gone through
  enum class Next : std::uint8_t { kGoOn, kAskAgain, kStop };

  File prepare(const engine::WalkedPath& path) const;
  bool take(File& file);    // whether to go on
  bool decide(File& file);  // likewise
  Next ask(File& file, std::size_t unit);
  Next obey(char key, File& file, std::size_t unit);
  bool show(File& file, std::size_t unit);  // false: there is nothing to see
  void decide_unseen(File& file, std::size_t unit);
  void edit(File& file, std::size_t unit);
  void explain(const File& file, std::size_t unit);
  void decide_fixers(File& file, std::size_t unit, Decision decision);
  void finish(File& file);
  void write(File& file);
  void remember(const File& file, const std::string& written);
  FileReport unit_report(const File& file, std::size_t unit, bool is_to_see) const;
  void say(const std::string& text) { parts_.terminal.write(shown_text(text) + "\n"); }
  std::string summary() const;

  Parts parts_;
  FileStep step_;
  std::map<std::string, Decision> rules_;  // by fixer: what `a` and `d` have said
  std::size_t files_changed_ = 0;
  std::size_t accepted_ = 0;
  std::size_t declined_ = 0;
  std::size_t left_ = 0;  // findings for people
  std::size_t failed_ = 0;
  std::size_t skipped_ = 0;
};

}  // namespace py3k::cli
