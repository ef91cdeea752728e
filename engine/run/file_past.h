// FilePast: what is known of a file beyond its bytes: what earlier runs of py3k have done to it, and what it once was.
// Past: where that is asked for.
//
//   JournalPast past(store, journal_directory);              // and GitPast, for what git knows
//   const FilePast known = past.of("app/views.py", content);
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/rewrite/origins.h"

namespace py3k::engine {

struct FilePast {
  std::vector<LineTrace> runs;  // of earlier runs, newest first
  // Hands over the file's earlier versions, each content once, newest first, until `take` says that it is enough: those
  // that lead to what is in the work tree, on both sides of merges. Empty: nothing keeps versions of it.
  std::function<void(const std::function<bool(std::string_view)>& take)> versions;
  // What the file was at the revision of --since, where that is asked for: only what has come since is converted.
  std::optional<std::string> base;
};

// On any thread.
class Past {
 public:
  virtual ~Past() = default;
  virtual FilePast of(const std::string& path, std::string_view content) const = 0;
};

}  // namespace py3k::engine
