// generate: the manual page and the shells' completions, made from the same tables as --help, and from the fixers.
//
//   py3k generate man > py3k.1
//   py3k generate bash > /etc/bash_completion.d/py3k
//
// `cmake --install` puts them where they belong.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/flags.h"
#include "engine/registry.h"

namespace py3k::cli {

// "man", "bash", "zsh" or "fish".
engine::Expected<std::string> generate(std::string_view what, const engine::Registry& registry);

std::string man_page(const engine::Registry& registry);         // man_page.cpp
std::string bash_completion(const engine::Registry& registry);  // bash_completion.cpp
std::string zsh_completion(const engine::Registry& registry);   // zsh_completion.cpp
std::string fish_completion(const engine::Registry& registry);  // fish_completion.cpp

// What may follow an option, or a command.
struct Completion {
  enum class Kind { kNothing, kWords, kFixers, kFiles, kDirectories };
  Kind kind = Kind::kNothing;
  std::vector<std::string> words;  // for kWords
};

// By what the help calls it: "NAME" and "FIXER..." are fixers, "text|json" are words, "FILE", "DIR", "PATH".
Completion completion_of(std::string_view value);

// What -f and -x take: fixers, groups, "all".
std::vector<std::string> selectable_names(const engine::Registry& registry);
// What explain takes.
std::vector<std::string> fixer_names(const engine::Registry& registry);

bool is_shown(const Flag& flag);
bool is_shown(const CommandName& command);

}  // namespace py3k::cli
