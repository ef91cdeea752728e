// journal_place: where the journal of what was done to a directory lies. Never among the sources: in the git directory
// of its work tree, or, where there is none, in the user's state directory.
//
//   auto place = journal_place(store, "src/app", "/home/me/.local/state");
//   // {"/home/me/project/.git/py3k", "/home/me/project/src/app", is_shared = false}
#pragma once

#include <string>

#include "engine/error.h"
#include "engine/run/file_store.h"

namespace py3k::engine {

struct JournalPlace {
  std::string directory;   // of the journal
  std::string about;       // the directory asked for: absolute, without links
  bool is_shared = false;  // other places' runs are in there too
};

// `state_home` is empty where the user has none.
Expected<JournalPlace> journal_place(const FileStore& store, const std::string& about, const std::string& state_home);

// The git directory of the work tree that a directory, absolute and without links, is part of; empty: it is in none.
std::string git_directory_of(const FileStore& store, const std::string& directory);

// Is one of two directories the other, or in it?
bool is_same_or_within(const std::string& one, const std::string& other);

}  // namespace py3k::engine
