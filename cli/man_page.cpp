// The manual page, in troff's macros for such pages.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "cli/catalog.h"
#include "cli/generate.h"
#include "cli/version.h"

namespace py3k::cli {
namespace {

// One character of UTF-8 as troff knows it by number, and how many bytes that were.
std::pair<std::string, std::size_t> named_character(std::string_view text) {
  const auto first = static_cast<unsigned char>(text.front());
  const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  std::uint32_t number = first & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length && i < text.size(); ++i) {
    number = (number << 6U) | (static_cast<unsigned char>(text[i]) & 0x3FU);
  }
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string name;
  for (int shift = 20; shift >= 0; shift -= 4) name += kDigits[(number >> static_cast<unsigned>(shift)) & 0xFU];
  name.erase(0, std::min<std::size_t>(name.find_first_not_of('0'), 2));
  return {"\\[u" + name + "]", length};
}

std::string escaped(std::string_view text) {
  std::string result;
  if (text.starts_with('.') || text.starts_with('\'')) result = "\\&";
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\\') {
      result += "\\e";
    } else if (c == '-') {
      result += "\\-";
    } else if (c == '`') {
      result += "\\(ga";
    } else if (c == '\'') {
      result += "\\(aq";
    } else if (c == '^') {
      result += "\\(ha";
    } else if (c == '~') {
      result += "\\(ti";
    } else if (static_cast<unsigned char>(c) >= 0x80) {
      const auto [name, length] = named_character(text.substr(i));
      result += name;
      i += length - 1;
    } else {
      result += c;
    }
  }
  return result;
}

std::string bold(std::string_view text) { return "\\fB" + escaped(text) + "\\fR"; }
std::string italic(std::string_view text) { return "\\fI" + escaped(text) + "\\fR"; }
std::string heading(std::string_view name) { return ".SH " + std::string(name) + "\n"; }
std::string paragraph(std::string_view text) { return ".PP\n" + escaped(text) + "\n"; }
// A term with what it means.
std::string entry(const std::string& term, std::string_view text) {
  return ".TP\n" + term + "\n" + escaped(text) + "\n";
}

std::string synopsis() {
  std::string text = heading("SYNOPSIS");
  text += bold("py3k") + " [" + italic("options") + "] " + italic("PATH") + "...\n.br\n";
  text += bold("py3k") + " " + bold("-w") + " [" + italic("options") + "] " + italic("PATH") + "...\n.br\n";
  text += bold("py3k") + " [" + italic("options") + "] " + bold("-") + "\n";
  for (const CommandName& command : command_names()) {
    if (!is_shown(command)) continue;
    text += ".br\n" + bold("py3k " + std::string(command.name));
    if (!command.operands.empty()) text += " " + italic(command.operands);
    text += "\n";
  }
  return text;
}

std::string commands() {
  std::string text = heading("COMMANDS");
  for (const CommandName& command : command_names()) {
    if (!is_shown(command)) continue;
    std::string term = bold(command.name);
    if (!command.operands.empty()) term += " " + italic(command.operands);
    text += entry(term, command.help);
  }
  return text + paragraph("A command stands where the first path would; ./list is a path.");
}

std::string options() {
  std::string text = heading("OPTIONS");
  std::string_view group;
  for (const Flag& flag : flags()) {
    if (!is_shown(flag)) continue;
    if (flag.group != group) text += ".SS " + escaped(group = flag.group) + "\n";
    std::string term = flag.letter == 0 ? "" : bold(std::string{'-', flag.letter}) + ", ";
    term += bold("--" + std::string(flag.name));
    if (!flag.value.empty()) term += " " + italic(flag.value);
    text += entry(term, flag.help);
  }
  return text;
}

std::string fixers(const engine::Registry& registry) {
  std::string text = heading("FIXERS");
  text += paragraph("`py3k explain NAME` says more about each, with examples.");
  for (const engine::Fixer& fixer : registry.all()) {
    std::string what(engine::group_name(fixer.group));
    what.append(", ").append(engine::safety_name(fixer.safety));
    if (!fixer.on_by_default) what += ", off by default";
    text += entry(bold(fixer.name) + " (" + escaped(what) + ")", first_sentence(fixer.doc));
  }
  return text;
}

struct Row {
  std::string_view term;
  std::string_view text;
};

template <std::size_t Count>
std::string rows(std::string_view name, const std::array<Row, Count>& list) {
  std::string text = heading(name);
  for (const Row& row : list) text += entry(bold(row.term), row.text);
  return text;
}

constexpr auto kExitStatus = std::to_array<Row>({
    {"0", "All went well, or there was nothing to do."},
    {"1", "--check has found something to do."},
    {"2", "The command line, or the configuration, is wrong."},
    {"3", "Some files have failed, or were left alone because they are not committed; all others are done."},
});

constexpr auto kEnvironment = std::to_array<Row>({
    {"PY3K_PAGER, PAGER", "What shows diffs on a terminal; `cat`, or nothing, for none. The default is less -FRX."},
    {"VISUAL, EDITOR", "What -i edits hunks with."},
    {"NO_COLOR", "If it is set there are no colours."},
    {"XDG_STATE_HOME",
     "Holds, in py3k, what `py3k undo` puts back of files outside of git, and what -i remembers; the default is "
     "~/.local/state."},
});

}  // namespace

std::string man_page(const engine::Registry& registry) {
  std::string text = ".\\\" Made by `py3k generate man`.\n";
  text += ".TH PY3K 1 \"\" \"py3k " + escaped(kVersion) + "\" \"User Commands\"\n";
  text += ".nh\n.ad l\n";
  text += heading("NAME") + "py3k \\- turns Python 2 source into Python 3 source\n";
  text += synopsis();
  text += heading("DESCRIPTION");
  text += paragraph(
      "py3k converts Python 2 source and leaves everything else in the file exactly as it was: comments, quotes, white "
      "space, line endings, encoding. What it can't convert it reports, with the place and a way out. Without -w it "
      "shows diffs and writes nothing.");
  text += paragraph(
      "Directories are searched for *.py, *.pyw and scripts that name python in their first line; what git ignores, "
      "virtual environments and the like are passed over. With - it converts standard input to standard output.");
  text += commands() + options() + fixers(registry);
  text += rows("EXIT STATUS", kExitStatus) + rows("ENVIRONMENT", kEnvironment);
  return text + heading("SEE ALSO") + ".BR 2to3 (1),\n.BR git-apply (1),\n.BR patch (1)\n";
}

}  // namespace py3k::cli
