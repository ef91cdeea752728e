#include "tests/fuzz/fuzz_targets.h"

#include <unistd.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <optional>

#include "cli/config/config_file.h"
#include "engine/dialect/lexer.h"
#include "engine/run/glob.h"
#include "engine/run/ignore_rules.h"
#include "engine/run/journal.h"
#include "engine/run/memory_store.h"
#include "engine/run/pipeline.h"
#include "engine/run/undo.h"
#include "engine/source/source_text.h"
#include "fixers/fixers.h"
#include "tests/support/conversion_check.h"

namespace py3k::tests {
namespace {

namespace fs = std::filesystem;
using engine::Language;

// The first byte says which of several ways is tried.
std::size_t choice(const std::string& bytes, std::size_t count) {
  return bytes.empty() ? 0 : static_cast<unsigned char>(bytes[0]) % count;
}

bool is_in_order(const std::vector<engine::ByteRange>& ranges, std::size_t size) {
  std::uint32_t at = 0;
  for (const engine::ByteRange& range : ranges) {
    if (range.start < at || range.end < range.start || range.end > size) return false;
    at = range.end;
  }
  return true;
}

// The overlay, and the tree that is made of it: offsets stay true, whatever the text is.
std::string flaw_of_lexer(const std::string& text) {
  const Language language = choice(text, 2) == 0 ? Language::kPython2 : Language::kPython3;
  const engine::LexedSource lexed = engine::lex(text, {.language = language});
  if (lexed.overlay.size() != text.size()) return "the overlay has another length";
  if (!is_in_order(lexed.comments, text.size())) return "comments lie in each other";
  std::vector<engine::ByteRange> strings;
  for (const engine::StringToken& token : lexed.strings) strings.push_back(token.range);
  if (!is_in_order(strings, text.size())) return "strings lie in each other";
  const engine::Tree tree = engine::Tree::parse(lexed);
  for (engine::Node node : tree.root().subtree()) {
    if (node.end() < node.start() || node.end() > text.size()) return "a node lies outside of the text";
    if (node.parent() && !tree.has_error() &&
        (node.start() < node.parent().start() || node.end() > node.parent().end()))
      return "a node lies outside of its parent";
  }
  return {};
}

engine::Converter converter(std::optional<Language> from) {
  engine::Settings settings;
  settings.from = from;
  return engine::Converter::create(fixers::all_fixers(), settings).value();
}

std::string flaw_of_convert(const std::string& text) {
  static const std::array converters = {converter({}), converter(Language::kPython2), converter(Language::kPython3)};
  return flaw_of_conversion(converters[choice(text, converters.size())], text);
}

// What is read can be written, and is then what it was.
std::string flaw_of_cookies(const std::string& bytes) {
  const auto source = engine::read_source(bytes);
  if (!source) return source.error().what.empty() ? "refused without a reason" : "";
  if (source->cookie && source->cookie->comment.end > source->text.size()) return "a cookie outside of the text";
  const auto written = engine::write_source(*source, source->text);
  if (written && *written != bytes) return "written otherwise than it was read";
  const auto as_utf8 = engine::encode_as_utf8(*source, source->text);
  if (as_utf8 && engine::find_invalid_utf8(*as_utf8) != std::string::npos && !source->transcoded &&
      source->encoding->is_utf8() && engine::find_invalid_utf8(source->text) == std::string::npos)
    return "what is UTF-8 is none any more";
  return {};
}

std::string flaw_of_configuration(const std::string& text) {
  const std::string name = choice(text, 2) == 0 ? "py3k.toml" : "pyproject.toml";
  if (const auto has = engine::Expected<bool>(cli::has_config(name, text)); !has && has.error().what.empty())
    return "refused without a reason";
  const auto config = cli::parse_config(name, "/project", text);
  if (!config) return config.error().what.starts_with(name) ? "" : "what is wrong is not said to be in " + name;
  for (const cli::Setting& setting : config->settings)
    if (setting.flag == nullptr) return "a setting of nothing";
  cli::Options options;
  cli::apply_settings(config->settings, *config, options);
  return {};
}

// Records of a run that the bytes follow, or stand in for: undo writes in the work tree only, and never what nobody
// recorded.
std::string flaw_of_journal(const std::string& bytes) {
  static const std::string whole = [] {
    const engine::MemoryStore store({{"app/a.py", "old"}, {"app/b.py", "old b"}});
    engine::Journal journal(store, "/state",
                            {.directory = "/project/app", .place = "/project/app", .root = "/project/app"});
    if (!journal.record("a.py", "old", "new") || !journal.record("b.py", "old b", "new b")) return std::string();
    return store.content("/state/run-1");
  }();
  engine::MemoryStore store({{"app/a.py", "new"}, {"app/b.py", "new b"}, {"outside.py", "new"}});
  const bool follows = choice(bytes, 2) == 0;
  store.add("/state/run-1", follows ? whole + bytes : bytes);
  const auto run = engine::read_run(store, "/state", 1);
  if (!run) return run.error().what.empty() && !follows ? "refused without a reason" : "";
  if (follows && run->files.size() < 2) return "a record is lost";
  engine::undo(store, *run);
  if (run->info.root == "/project/app" && store.content("outside.py") != "new")
    return "undone outside of the work tree";
  return {};
}

// Lines: a pattern, and then paths.
std::string flaw_of_globs(const std::string& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string_view pattern = std::string_view(text).substr(0, end);
  for (std::size_t at = end; at < text.size();) {
    const std::size_t next = std::min(text.find('\n', at + 1), text.size());
    const std::string_view path = std::string_view(text).substr(at + 1, next - at - 1);
    engine::glob_matches(pattern, path, false);
    if (engine::glob_matches(pattern, path, false) && !engine::glob_matches(pattern, path, true))
      return "a file matches, and a directory of that name does not";
    at = next;
  }
  return {};
}

// A work tree without anything in it.
const std::string& empty_work_tree() {
  static const struct WorkTree {
    std::string top = (fs::temp_directory_path() / ("py3k-fuzz-" + std::to_string(getpid()))).string();
    WorkTree() {
      fs::create_directories(top + "/.git/objects");
      fs::create_directories(top + "/.git/refs");
      std::ofstream(top + "/.git/HEAD") << "ref: refs/heads/main\n";
    }
    ~WorkTree() {
      std::error_code ignored;
      fs::remove_all(top, ignored);
    }
    WorkTree(const WorkTree&) = delete;
    WorkTree& operator=(const WorkTree&) = delete;
  } tree;
  return tree.top;
}

std::string flaw_of_gitignore(const std::string& text) {
  std::ofstream(empty_work_tree() + "/.gitignore", std::ios::binary) << text;
  const auto rules = engine::open_git_rules(empty_work_tree());
  if (rules == nullptr) return "this is a work tree";
  for (const char* path : {"a.py", "build", "app/a.py", "app/build/x/y.py", "b\\c.py", "[a].py", " .py"}) {
    rules->ignores(path, false);
    rules->ignores(path, true);
  }
  return {};
}

constexpr std::array kTargets = {
    FuzzTarget{"lexer", flaw_of_lexer},        FuzzTarget{"convert", flaw_of_convert},
    FuzzTarget{"cookies", flaw_of_cookies},    FuzzTarget{"configuration", flaw_of_configuration},
    FuzzTarget{"journal", flaw_of_journal},    FuzzTarget{"globs", flaw_of_globs},
    FuzzTarget{"gitignore", flaw_of_gitignore}};

}  // namespace

std::span<const FuzzTarget> fuzz_targets() { return kTargets; }

}  // namespace py3k::tests
