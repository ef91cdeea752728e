// undo: puts back what a run has replaced.
//
//   for (const UndoneFile& file : undo(store, run))
//     if (file.state == UndoneFile::kLeft) warn(file.path, file.reason);   // "has changed since"
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/run/journal.h"

namespace py3k::engine {

struct UndoneFile {
  enum State : std::uint8_t {
    kRestored,
    kAsBefore,  // it was never replaced, or has been put back already
    kLeft,      // whatever it is now, it is not what the run left
  };
  std::string path;
  State state = kRestored;
  std::string reason;  // for kLeft
};

// In the order of the run's files, each once. Each is replaced atomically; what fails stops no other. What lies outside
// of the run's work tree, or is reached through a link by now, is left alone.
std::vector<UndoneFile> undo(const FileStore& store, const RecordedRun& run);

// The path of a recorded file from a working directory; absolute if it does not lie below it.
std::string recorded_path(const RunInfo& run, const std::string& path, const std::string& working_directory);

}  // namespace py3k::engine
