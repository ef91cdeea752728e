// VerboseLog: what -v tells about the run itself, with times, on standard error.
//
//   VerboseLog log(options.verbose, *console.err);
//   log.write("17 fixers, 8 threads");   // "12:30:01.250 17 fixers, 8 threads"
#pragma once

#include <memory>
#include <string_view>

#include "cli/console.h"

namespace py3k::cli {

class VerboseLog {
 public:
  // One that is not enabled costs nothing. `sink` has to outlive it.
  VerboseLog(bool is_enabled, Sink& sink);
  ~VerboseLog();
  VerboseLog(const VerboseLog&) = delete;
  VerboseLog& operator=(const VerboseLog&) = delete;

  bool is_enabled() const { return impl_ != nullptr; }
  void write(std::string_view message);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace py3k::cli
