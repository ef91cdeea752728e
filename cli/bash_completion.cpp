// Completion for bash; needs nothing but bash.

#include <string>
#include <string_view>

#include "cli/generate.h"

namespace py3k::cli {
namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text.append(text.empty() ? "" : " ").append(word);
  return text;
}

// All ways to write an option, as a pattern of `case`.
std::string spellings(const Flag& flag) {
  std::string text = "--" + std::string(flag.name);
  if (flag.letter != 0) text += std::string("|-") + flag.letter;
  return text;
}

std::string action_for(const Completion& completion) {
  switch (completion.kind) {
    case Completion::Kind::kWords:
      return "_py3k_words '" + joined(completion.words) + "'";
    case Completion::Kind::kFixers:
      return "_py3k_list \"$fixers $groups\"";
    case Completion::Kind::kFiles:
      return "_py3k_files -f";
    case Completion::Kind::kDirectories:
      return "_py3k_files -d";
    case Completion::Kind::kNothing:
      return ":";
  }
  return ":";
}

std::string value_cases() {
  std::string text;
  for (const Flag& flag : flags()) {
    if (flag.value.empty()) continue;
    text += "    " + spellings(flag) + ") " + action_for(completion_of(flag.value)) + "; return ;;\n";
  }
  return text;
}

std::string command_cases() {
  std::string text;
  for (const CommandName& command : command_names()) {
    if (!is_shown(command)) continue;
    const Completion completion = completion_of(command.operands);
    const bool is_explain = completion.kind == Completion::Kind::kFixers;
    text += "    " + std::string(command.name) + ") " +
            (is_explain ? "_py3k_words \"$fixers\"" : action_for(completion)) + "; return ;;\n";
  }
  return text;
}

std::string option_names() {
  std::vector<std::string> names;
  for (const Flag& flag : flags()) {
    if (!is_shown(flag)) continue;
    names.push_back("--" + std::string(flag.name));
    if (flag.letter != 0) names.push_back(std::string("-") + flag.letter);
  }
  return joined(names);
}

// The letters of options that take a value, for `case`: in -wf the f does.
std::string valued_spellings() {
  std::string text;
  for (const Flag& flag : flags()) {
    if (!flag.value.empty()) text.append(text.empty() ? "" : "|").append(spellings(flag));
  }
  return text;
}

std::string command_list() {
  std::vector<std::string> names;
  for (const CommandName& command : command_names()) {
    if (is_shown(command)) names.emplace_back(command.name);
  }
  return joined(names);
}

}  // namespace

std::string bash_completion(const engine::Registry& registry) {
  const std::vector<std::string> fixers = fixer_names(registry);
  std::vector<std::string> groups = selectable_names(registry);
  groups.erase(groups.begin(), groups.begin() + static_cast<std::ptrdiff_t>(fixers.size()));
  return R"(# bash completion for py3k. Made by `py3k generate bash`.

_py3k_words() {
  mapfile -t COMPREPLY < <(compgen -W "$1" -- "$cur")
}

# Names with commas between them: the last one is completed.
_py3k_list() {
  local before=
  if [[ $cur == *,* ]]; then before=${cur%,*},; fi
  mapfile -t COMPREPLY < <(compgen -P "$before" -W "$1" -- "${cur##*,}")
}

_py3k_files() {
  compopt -o filenames 2>/dev/null
  mapfile -t COMPREPLY < <(compgen "$1" -- "$cur")
}

_py3k() {
  local fixers=')" +
         joined(fixers) + "'\n  local groups='" + joined(groups) + R"('
  local cur=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} command='' word i
  COMPREPLY=()

  # --format=json is three words to bash.
  if [[ $cur == '=' ]]; then
    cur=''
  elif [[ $previous == '=' ]]; then
    previous=${COMP_WORDS[COMP_CWORD - 2]}
  fi
  case $previous in
)" + value_cases() +
         R"(  esac

  if [[ $cur == -* ]]; then
    _py3k_words ')" +
         option_names() + R"('
    return
  fi

  # The first word that is no option, nor an option's value.
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    case $word in
    )" + valued_spellings() +
         R"()
      ((i++))
      if [[ ${COMP_WORDS[i]} == '=' ]]; then ((i++)); fi
      ;;
    -*) ;;
    *)
      command=$word
      break
      ;;
    esac
  done
  case $command in
)" + command_cases() +
         R"(  esac
  _py3k_files -f
  if [[ -z $command ]]; then
    local names
    mapfile -t names < <(compgen -W ')" +
         command_list() + R"(' -- "$cur")
    COMPREPLY+=("${names[@]}")
  fi
}

complete -F _py3k py3k
)";
}

}  // namespace py3k::cli
