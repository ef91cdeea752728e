// Which configuration a run has, if any.
//
//   auto config = find_config(options, store, registry);
//   if (!config) return usage_error(config.error());
//   // "py3k.toml:3:1: there is no key targt", "did you mean target?"
//
// It is looked for in the directory that all paths of the command line lie in (for standard input: the working
// directory), and then in those above, up to the top of the git work tree. In each, py3k.toml comes first, then
// pyproject.toml, if it has a table [tool.py3k]. The first that is found is the only one. --config names another,
// --no-config asks for none.
#pragma once

#include "cli/config/config_file.h"
#include "cli/options.h"
#include "engine/registry.h"
#include "engine/run/file_store.h"

namespace py3k::cli {

// A configuration without a path: there is none. Fails where it can't be read or means nothing: fixers that don't
// exist, converted directories that aren't there.
engine::Expected<ConfigFile> find_config(const Options& options, const engine::FileStore& store,
                                         const engine::Registry& registry);

}  // namespace py3k::cli
