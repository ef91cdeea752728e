// journal_place: where the journal of what was done to a directory lies. In the user's state directory, for each git
// work tree apart: an archive that somebody has unpacked, or a repository that he has cloned, must not hold what undo
// believes, nor say where we write.
//
//   auto place = journal_place(store, "src/app", "/home/me/.local/state");
//   // {"/home/me/.local/state/py3k/trees/2e7d…", "/home/me/project/src/app", "/home/me/project", is_shared = false}
#pragma once

#include <string>

#include "engine/error.h"
#include "engine/run/file_store.h"

namespace py3k::engine {

struct JournalPlace {
  std::string directory;   // of the journal; for all that is in no work tree it is the one above those of work trees
  std::string about;       // the directory asked for: absolute, without links
  std::string root;        // of the git work tree that it is in; empty: there is none
  bool is_shared = false;  // other places' runs are in there too
};

// `state_home` is empty where the user has none.
Expected<JournalPlace> journal_place(const FileStore& store, const std::string& about, const std::string& state_home);

// Is one of two directories the other, or in it?
bool is_same_or_within(const std::string& one, const std::string& other);

}  // namespace py3k::engine
