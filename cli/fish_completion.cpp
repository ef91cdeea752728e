// Completion for fish.

#include <string>
#include <string_view>

#include "cli/catalog.h"
#include "cli/generate.h"

namespace py3k::cli {
namespace {

std::string quoted(std::string_view text) {
  std::string result = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') result += '\\';
    result += c;
  }
  return result + "'";
}

std::string arguments_for(const Completion& completion) {
  switch (completion.kind) {
    case Completion::Kind::kWords: {
      std::string words;
      for (const std::string& word : completion.words) words.append(words.empty() ? "" : " ").append(word);
      return " -x -a " + quoted(words);
    }
    case Completion::Kind::kFixers:
      return " -x -a '(__py3k_selection)'";
    case Completion::Kind::kFiles:
      return " -r -F";
    case Completion::Kind::kDirectories:
      return " -x -a '(__fish_complete_directories)'";
    case Completion::Kind::kNothing:
      return " -x";
  }
  return "";
}

}  // namespace

std::string fish_completion(const engine::Registry& registry) {
  std::string text = "# fish completion for py3k. Made by `py3k generate fish`.\n\n";
  text += "function __py3k_fixers\n    printf '%s\\t%s\\n'";
  for (const engine::Fixer& fixer : registry.all()) {
    text += " \\\n        " + fixer.name + " " + quoted(first_sentence(fixer.doc));
  }
  text += "\nend\n\n";
  // Names with commas between them: the last one is completed.
  text +=
      "function __py3k_selection\n"
      "    set -l before (string match -r '^.*,' -- (commandline -ct | string replace -r '^(--?\\w+=|-[fx])' ''))\n"
      "    set -q before[1]; or set before ''\n"
      "    for line in (__py3k_fixers)\n        echo $before$line\n    end\n    for name in";
  const std::vector<std::string> names = selectable_names(registry);
  for (std::size_t i = registry.all().size(); i < names.size(); ++i) text += " " + names[i];
  text += "\n        echo $before$name\n    end\nend\n\n";
  for (const Flag& flag : flags()) {
    if (!is_shown(flag)) continue;
    text += "complete -c py3k";
    if (flag.letter != 0) text += std::string(" -s ") + flag.letter;
    text += " -l " + std::string(flag.name);
    if (!flag.value.empty()) text += arguments_for(completion_of(flag.value));
    text += " -d " + quoted(flag.help) + "\n";
  }
  for (const CommandName& command : command_names()) {
    if (!is_shown(command)) continue;
    const std::string name(command.name);
    text += "complete -c py3k -n __fish_use_subcommand -a " + name + " -d " + quoted(command.help) + "\n";
    const Completion completion = completion_of(command.operands);
    if (completion.kind == Completion::Kind::kFiles) continue;
    text += "complete -c py3k -n '__fish_seen_subcommand_from " + name + "' -f";
    if (completion.kind == Completion::Kind::kFixers) text += " -a '(__py3k_fixers)'";
    text += "\n";
  }
  return text;
}

}  // namespace py3k::cli
