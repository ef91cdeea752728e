#include "cli/config/find_config.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "cli/directory_of.h"
#include "cli/file_step.h"
#include "engine/run/glob.h"

namespace py3k::cli {
namespace {

using engine::Error;
using engine::Expected;
using engine::FileStore;

constexpr const char* kOwnFile = "py3k.toml";
constexpr const char* kSharedFile = "pyproject.toml";
constexpr std::uint64_t kLargest = 4ULL << 20;

std::string join(const std::string& directory, const std::string& name) {
  return directory.back() == '/' ? directory + name : directory + "/" + name;
}

Error unreadable(const std::string& path, const Error& error) { return {path + " " + error.what, error.advice}; }

class Search {
 public:
  Search(const FileStore& store, const Options& options) : store_(store), options_(options) {}

  Expected<ConfigFile> run() {
    if (options_.no_config) return ConfigFile{};
    if (!options_.config.empty()) return read_named(options_.config);
    const auto here = store_.canonical(".");
    const std::string base = options_.reads_stdin() ? "" : common_directory(options_.operands, store_);
    auto directory = base.empty() ? here : store_.canonical(base);
    if (!directory) directory = here;  // nothing is where the command line points to
    if (!directory) return ConfigFile{};
    here_ = here.value_or("");
    return search_from(std::move(*directory));
  }

 private:
  Expected<ConfigFile> search_from(std::string directory) const {
    while (true) {
      auto found = read_in(directory);
      if (!found || !found->path.empty()) return found;
      if (directory == "/" || is_there(join(directory, ".git"))) return ConfigFile{};
      directory = directory_of(directory);
    }
  }

  bool is_there(const std::string& path) const { return store_.inspect(path).has_value(); }

  // Messages name it as the user would.
  std::string shown(const std::string& directory, const char* name) const {
    return directory == here_ ? name : join(directory, name);
  }

  Expected<ConfigFile> read_in(const std::string& directory) const {
    if (const std::string own = join(directory, kOwnFile); is_there(own)) {
      const auto text = store_.read_up_to(own, kLargest);
      if (!text) return tl::unexpected(unreadable(shown(directory, kOwnFile), text.error()));
      return parse_config(shown(directory, kOwnFile), directory, *text);
    }
    const std::string shared = join(directory, kSharedFile);
    if (!is_there(shared)) return ConfigFile{};
    const std::string name = shown(directory, kSharedFile);
    const auto text = store_.read_up_to(shared, kLargest);
    if (!text) return tl::unexpected(unreadable(name, text.error()));
    const auto is_ours = has_config(name, *text);
    if (!is_ours) return tl::unexpected(is_ours.error());
    return *is_ours ? parse_config(name, directory, *text) : ConfigFile{};
  }

  Expected<ConfigFile> read_named(const std::string& path) const {
    const auto text = store_.read_up_to(path, kLargest);
    if (!text) return tl::unexpected(unreadable("--config " + path, text.error()));
    auto directory = store_.canonical(directory_of(path));
    if (!directory) return tl::unexpected(unreadable("--config " + path, directory.error()));
    return parse_config(path, std::move(*directory), *text);
  }

  const FileStore& store_;
  const Options& options_;
  std::string here_;
};

std::optional<Error> unknown_fixers(const std::vector<Setting>& settings, const engine::Registry& registry) {
  for (const Setting& setting : settings) {
    if (setting.flag->name != "fix" && setting.flag->name != "nofix") continue;
    const auto chosen = registry.select({.fix = setting.values, .nofix = {}});
    if (!chosen) return Error{setting.place + ": " + chosen.error().what, chosen.error().advice};
  }
  return std::nullopt;
}

// Is there anything below a directory that an anchored glob matches, no deeper than this?
bool has_match(const FileStore& store, const std::string& top, const std::string& glob, const std::string& below,
               std::size_t depth) {
  const auto entries = store.list(below.empty() ? top : join(top, below));
  if (!entries) return false;
  return std::any_of(entries->begin(), entries->end(), [&](const engine::DirectoryEntry& entry) {
    const std::string path = below.empty() ? entry.name : below + "/" + entry.name;
    const bool is_directory = entry.kind == engine::FileKind::kDirectory;
    if (engine::glob_matches(glob, path, is_directory)) return true;
    const bool is_searched = is_directory && !entry.is_link && !entry.name.starts_with('.');
    return is_searched && depth > 0 && has_match(store, top, glob, path, depth - 1);
  });
}

bool has_match(const FileStore& store, const std::string& top, const std::string& glob) {
  const auto slashes = static_cast<std::size_t>(std::count(glob.begin(), glob.end(), '/'));
  const bool is_deep = glob.find("**") != std::string::npos;
  return has_match(store, top, "/" + glob, "", is_deep ? std::numeric_limits<std::size_t>::max() : slashes);
}

// "./a//b*/" is "a/b*/".
std::string tidied(std::string_view glob) {
  std::string tidy;
  std::size_t end = 0;
  for (std::size_t start = 0; start < glob.size(); start = end + 1) {
    end = std::min(glob.find('/', start), glob.size());
    const std::string_view part = glob.substr(start, end - start);
    if (part.empty() || part == ".") continue;
    if (!tidy.empty()) tidy += '/';
    tidy += part;
  }
  return glob.ends_with('/') ? tidy + '/' : tidy;
}

// What an entry of `converted` is called as files below the configuration are. What matches nothing guards nothing.
Expected<std::string> converted_place(const std::string& path, const ConfigFile& config, const FileStore& store) {
  const std::string advice = "take it out, or correct it";
  if (path.empty()) return engine::failure("a converted directory can't be empty", "`.` is all there is");
  if (path.find_first_of("*?[") != std::string::npos) {
    std::string glob = tidied(path);
    if (has_match(store, config.directory, glob)) return glob;
    return engine::failure("nothing beside it matches " + path, advice);
  }
  const auto place = store.canonical(join(config.directory, path));
  if (!place) return engine::failure("there is no " + path + " beside it", advice);
  if (*place == config.directory) return ".";
  const std::string_view below = engine::path_below(*place, config.directory);
  if (below.empty()) return engine::failure(path + " is not below it", advice);
  return std::string(below);
}

std::optional<Error> settle_converted(ConfigFile& config, const FileStore& store) {
  for (std::size_t i = 0; i < config.converted.size(); ++i) {
    auto place = converted_place(config.converted[i], config, store);
    if (!place) return Error{config.converted_at[i] + ": converted: " + place.error().what, place.error().advice};
    config.converted[i] = std::move(*place);
  }
  return std::nullopt;
}

// Where a path leads, as far as there is anything.
std::string real_start_of(std::string path, const FileStore& store) {
  while (path.size() > 1) {
    if (auto real = store.canonical(path)) return std::move(*real);
    path = directory_of(path);
  }
  return path;
}

// Who converts a repository that he was sent must not write elsewhere because its configuration says so.
std::optional<Error> find_way_out(const ConfigFile& config, const FileStore& store) {
  for (const Setting& setting : config.settings) {
    const std::string_view name = setting.flag->name;
    if (name != "baseline" && name != "vendor-package") continue;
    for (const std::string& value : setting.values) {
      const std::string path = value.starts_with('/') ? value : join(config.directory, value);
      const std::string real = real_start_of(path, store);
      const bool has_dots = ("/" + value + "/").find("/../") != std::string::npos;
      const bool is_inside = real == config.directory || !engine::path_below(real, config.directory).empty();
      if (!is_inside || has_dots) {
        return Error{setting.place + ": " + std::string(name) + " has to lie below the configuration",
                     "give it on the command line"};
      }
    }
  }
  return std::nullopt;
}

std::optional<Error> find_mistake(const ConfigFile& config, const engine::Registry& registry) {
  if (auto error = unknown_fixers(config.settings, registry)) return error;
  for (const Override& part : config.overrides)
    if (auto error = unknown_fixers(part.settings, registry)) return error;
  return std::nullopt;
}

}  // namespace

Expected<ConfigFile> find_config(const Options& options, const FileStore& store, const engine::Registry& registry) {
  auto config = Search(store, options).run();
  if (!config || config->path.empty()) return config;
  if (auto error = find_mistake(*config, registry)) return tl::unexpected(std::move(*error));
  if (auto error = find_way_out(*config, store)) return tl::unexpected(std::move(*error));
  if (auto error = settle_converted(*config, store)) return tl::unexpected(std::move(*error));
  return config;
}

}  // namespace py3k::cli
