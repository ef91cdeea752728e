// Completion for zsh, by its function _arguments.

#include <string>
#include <string_view>

#include "cli/catalog.h"
#include "cli/generate.h"

namespace py3k::cli {
namespace {

// For single quotes, with what _arguments reads as its own escaped.
std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '\'') {
      result += "'\\''";
    } else if (c == '[' || c == ']' || c == ':' || c == '\\') {
      result += {'\\', c};
    } else {
      result += c;
    }
  }
  return result;
}

std::string action_for(const Completion& completion) {
  switch (completion.kind) {
    case Completion::Kind::kWords: {
      std::string text = "(";
      for (const std::string& word : completion.words) text.append(text.size() > 1 ? " " : "").append(word);
      return text + ")";
    }
    case Completion::Kind::kFixers:
      return "_py3k_selection";
    case Completion::Kind::kFiles:
      return "_files";
    case Completion::Kind::kDirectories:
      return "_files -/";
    case Completion::Kind::kNothing:
      return " ";
  }
  return " ";
}

// One line for each way to write an option.
std::string specifications(const Flag& flag) {
  const std::string name = "--" + std::string(flag.name);
  const bool repeats = flag.help.find("may be repeated") != std::string_view::npos;
  std::string excluded = "(" + name;
  if (flag.letter != 0) excluded += std::string(" -") + flag.letter;
  excluded = repeats ? "*" : excluded + ")";
  const std::string what = "[" + escaped(flag.help) + "]";
  std::string value;
  if (!flag.value.empty()) value = ":" + escaped(flag.value) + ":" + action_for(completion_of(flag.value));
  std::string text = "    '" + excluded + name + (value.empty() ? "" : "=") + what + value + "' \\\n";
  if (flag.letter != 0) {
    text += "    '" + excluded + "-" + flag.letter + (value.empty() ? "" : "+") + what + value + "' \\\n";
  }
  return text;
}

// 'name:what it does' for _describe.
std::string described(std::string_view name, std::string_view what) {
  std::string text = "    '" + std::string(name) + ":";
  for (const char c : what) text += c == '\'' ? "'\\''" : std::string(1, c);
  return text + "'\n";
}

std::string command_cases() {
  std::string text;
  for (const CommandName& command : command_names()) {
    if (!is_shown(command)) continue;
    const Completion completion = completion_of(command.operands);
    std::string action = "_files";
    if (completion.kind == Completion::Kind::kFixers) action = "_py3k_fixers";
    if (completion.kind == Completion::Kind::kDirectories) action = "_files -/";
    if (completion.kind == Completion::Kind::kNothing) action = "_message 'nothing more'";
    text += "      " + std::string(command.name) + ") " + action + " ;;\n";
  }
  return text;
}

}  // namespace

std::string zsh_completion(const engine::Registry& registry) {
  std::string text = "#compdef py3k\n# zsh completion for py3k. Made by `py3k generate zsh`.\n\n";
  text += "_py3k_fixers() {\n  local -a fixers=(\n";
  for (const engine::Fixer& fixer : registry.all()) {
    text += described(fixer.name, first_sentence(fixer.doc));
  }
  text += "  )\n  _describe -t fixers fixer fixers\n}\n\n";
  text += "_py3k_selection() {\n  local -a names=(";
  for (const std::string& name : selectable_names(registry)) text += name + " ";
  text.back() = ')';
  text += "\n  _values -s , 'fixer or group' $names\n}\n\n";
  text += "_py3k_operands() {\n  if ((CURRENT == 1)); then\n    local -a commands=(\n";
  for (const CommandName& command : command_names()) {
    if (is_shown(command)) text += "  " + described(command.name, command.help);
  }
  text += "    )\n    _describe -t commands command commands\n    _files\n  else\n    case $words[1] in\n";
  text += command_cases();
  text += "      *) _files ;;\n    esac\n  fi\n}\n\n_py3k() {\n  _arguments -s \\\n";
  for (const Flag& flag : flags()) {
    if (is_shown(flag)) text += specifications(flag);
  }
  text += "    '*:: :_py3k_operands'\n}\n\n";
  // Autoloaded, the file is the function; sourced, it has to say what it is for.
  return text + "if [[ $funcstack[1] == _py3k ]]; then\n  _py3k \"$@\"\nelse\n  compdef _py3k py3k\nfi\n";
}

}  // namespace py3k::cli
