// Console: where a run reads from and writes to. The process's own streams, or strings in tests.
//
//   Console console = process_console();
//   console.out->write(diff);
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "cli/options.h"
#include "engine/error.h"

namespace py3k::cli {

class Sink {
 public:
  virtual ~Sink() = default;
  // What can't be written is dropped; see below. A terminal gets it as shown_text() has it.
  virtual void write(std::string_view text) = 0;
  // Text with colours, of which all that is not ours has gone through shown_text() already.
  virtual void write_styled(std::string_view text) { write(text); }
  // Nobody reads any more: the pipe is closed. No error, but no reason to go on either.
  virtual bool is_closed() const { return false; }
  // Why something could not be written (a full disk, say); empty if all is well.
  virtual std::string error() const { return {}; }
};

class StringSink : public Sink {
 public:
  void write(std::string_view text) override { text_ += text; }
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

struct Console {
  std::unique_ptr<Sink> out;
  std::unique_ptr<Sink> err;
  std::function<engine::Expected<std::string>()> read_stdin;
  bool in_is_terminal = false;
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  bool wants_no_color = false;  // NO_COLOR is set, or the terminal is a dumb one
  std::string state_home{};     // where programs keep what they remember; empty: nowhere
  bool is_paged = false;        // see cli/pager.h
  std::size_t columns = 80;     // of the terminal
};

Console process_console();

// A file to write a report to, in place of standard output. What it held before is gone.
engine::Expected<std::unique_ptr<Sink>> open_sink(const std::string& path);

// Says in one line what is wrong with the command, and what to do about it; returns the exit code for that.
int usage_error(Console& console, const engine::Error& error);

// Says so where something that was written to a sink is not there. A closed pipe is no loss.
bool report_lost_output(Console& console, const Sink& sink);

// Whether to colour what goes to one of the streams.
bool wants_color(ColorMode mode, const Console& console, bool is_terminal);

}  // namespace py3k::cli
