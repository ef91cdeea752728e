#include "cli/generate.h"

#include <algorithm>
#include <array>

namespace py3k::cli {
namespace {

using Page = std::string (*)(const engine::Registry&);
constexpr std::array<std::pair<std::string_view, Page>, 4> kPages = {
    {{"man", man_page}, {"bash", bash_completion}, {"zsh", zsh_completion}, {"fish", fish_completion}}};

// Stands for something that differs from case to case, as in "3.N".
bool is_placeholder(std::string_view word) {
  return word.empty() || std::any_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::vector<std::string> command_words() {
  std::vector<std::string> words;
  for (const CommandName& command : command_names()) words.emplace_back(command.name);
  return words;
}

}  // namespace

engine::Expected<std::string> generate(std::string_view what, const engine::Registry& registry) {
  for (const auto& [name, page] : kPages) {
    if (name == what) return page(registry);
  }
  return engine::failure("generate can't make " + std::string(what), "it makes man, bash, zsh or fish");
}

Completion completion_of(std::string_view value) {
  using Kind = Completion::Kind;
  if (value.starts_with("NAME") || value.starts_with("FIXER")) return {Kind::kFixers, {}};
  if (value.starts_with("FILE")) return {Kind::kFiles, {}};
  if (value.find("PATH") != std::string_view::npos) return {Kind::kFiles, {}};
  if (value.starts_with("DIR")) return {Kind::kDirectories, {}};
  if (value == "[COMMAND]") return {Kind::kWords, command_words()};
  Completion completion{Kind::kWords, {}};
  while (!value.empty()) {
    const std::string_view word = value.substr(0, value.find('|'));
    value.remove_prefix(std::min(value.size(), word.size() + 1));
    if (!is_placeholder(word)) completion.words.emplace_back(word);
  }
  if (completion.words.empty()) completion.kind = Kind::kNothing;
  return completion;
}

std::vector<std::string> fixer_names(const engine::Registry& registry) {
  std::vector<std::string> names;
  for (const engine::Fixer& fixer : registry.all()) names.push_back(fixer.name);
  return names;
}

std::vector<std::string> selectable_names(const engine::Registry& registry) {
  std::vector<std::string> names = fixer_names(registry);
  for (const engine::Fixer& fixer : registry.all()) {
    const std::string group(engine::group_name(fixer.group));
    if (std::find(names.begin(), names.end(), group) == names.end()) names.push_back(group);
  }
  names.emplace_back("all");
  return names;
}

bool is_shown(const Flag& flag) { return !flag.group.empty(); }
bool is_shown(const CommandName& command) { return !command.is_hidden; }

}  // namespace py3k::cli
