// TemporaryFile: a new file beside the one whose name it is going to take. It goes when this does, when the program is
// ended by a signal (see remove_temporary_files), and, after a kill, when somebody next writes in that directory.
//
//   TemporaryFile temporary(directory);
//   if (temporary.create()) write(temporary.file(), …);
//   temporary.rename_to("a.py");
//
// Whoever writes one holds a lock on it, so one that can be locked is nobody's any more.
#pragma once

#include <sys/types.h>

#include <array>
#include <mutex>
#include <set>
#include <string>
#include <utility>

#include "engine/run/real_path.h"

namespace py3k::engine {

class TemporaryFile {
 public:
  // `directory` is an open directory, which has to outlive it.
  explicit TemporaryFile(int directory) : directory_(directory) {}
  ~TemporaryFile();
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  // Both give success; after a failure errno says why.
  bool create();
  bool rename_to(const std::string& name);

  int file() const { return file_.get(); }

 private:
  void forget();

  int directory_;
  Handle file_;
  std::string name_;  // empty: there is none
  int slot_ = -1;     // see remove_temporary_files()
};

// Removes those of this process, and keeps other threads from making more. For handlers of signals that end the
// program: safe there.
void remove_temporary_files();

// Removes from directories what killed runs have left, once from each.
class LeftOvers {
 public:
  void remove_from(int directory);

 private:
  std::mutex mutex_;
  std::set<std::pair<dev_t, ino_t>> done_;
};

}  // namespace py3k::engine
