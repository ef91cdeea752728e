// settings_page: what --show-settings shows: the settings that hold for a run, and the import roots of its files.
#pragma once

#include <string>

#include "cli/config/config_file.h"
#include "cli/options.h"
#include "engine/registry.h"
#include "engine/run/file_store.h"
#include "engine/run/project.h"

namespace py3k::cli {

// As text, or as JSON. `options` have the configuration's settings in them.
engine::Expected<std::string> settings_page(const Options& options, const ConfigFile& config,
                                            const engine::Registry& registry, const engine::FileStore& store,
                                            const engine::Project& project);

}  // namespace py3k::cli
