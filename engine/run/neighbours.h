// Neighbours: what the files around a file are written in. A file in which nothing shows its language is most likely in
// that of its package.
//
//   Neighbours neighbours(store);
//   neighbours.note("app/a.py", shown);                 // before a.py is replaced
//   neighbours.around("app/b.py", project)              // Origin::kByProject if its package shows Python 2
//
// A file that is not noted yet is read from the disk, or was when the project was looked at: then it has not been
// replaced yet either, so that the answer is the same in whatever order files are converted. All functions may be
// called from several threads at once.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

#include "engine/rewrite/origins.h"
#include "engine/run/file_store.h"
#include "engine/run/project.h"

namespace py3k::engine {

class Neighbours {
 public:
  explicit Neighbours(const FileStore& store) : store_(store) {}

  // What a file shows of its language by itself.
  void note(const std::string& path, Dialect shown);

  // By the directory's other files, or, where too few of these show anything, the package's and then the root's:
  // kByProject where a good part shows Python 2, kHalf where some show Python 3 as well; kPython3 where nothing speaks
  // for Python 2.
  Origin around(const std::string& path, const Project& project) const;

 private:
  struct Count {
    std::size_t files = 0;
    std::size_t python2 = 0;
    std::size_t python3 = 0;
    void add(Dialect shown, std::size_t number);
  };
  struct Directory {
    std::once_flag once;
    Count count;
  };
  Dialect shown_by(const std::string& path, const Project& project) const;  // by canonical path
  Count count_in(const std::string& directory, const Project& project) const;
  std::string key_of(const std::string& path) const;

  const FileStore& store_;
  mutable std::mutex mutex_;
  mutable std::unordered_map<std::string, Dialect> noted_;          // by canonical path
  mutable std::unordered_map<std::string, Directory> counts_;       // likewise, of directories
  mutable std::unordered_map<std::string, std::string> canonical_;  // by directory, as named
};

}  // namespace py3k::engine
