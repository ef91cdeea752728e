// Terminal: whom -i talks to. A person at the process's terminal, or a script in tests.
//
//   auto terminal = process_terminal();
//   terminal->write("Apply this? ");
//   if (terminal->read_key() == 'y') …
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "engine/error.h"

namespace py3k::cli {

class Terminal {
 public:
  // What read_key() gives for keys that are no character, and where nobody is there any more.
  static constexpr char kOtherKey = '\0';
  static constexpr char kGone = '\x04';  // as Ctrl-D is

  virtual ~Terminal() = default;
  virtual void write(std::string_view text) = 0;
  // One key, without Enter. Not echoed.
  virtual char read_key() = 0;
  // The text as the user's editor leaves it.
  virtual engine::Expected<std::string> edit(const std::string& text) = 0;
};

// Reads standard input, a key at a time, and writes to standard output. The terminal's mode is another one only while
// a key is awaited, and is put back even if a signal ends the process then.
std::unique_ptr<Terminal> process_terminal();

// $VISUAL, else $EDITOR, else vi, on a temporary file whose name ends in .py.
engine::Expected<std::string> edit_text(const std::string& text);

}  // namespace py3k::cli
