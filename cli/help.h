// The text of --help, made from the tables of flags.h: usage, then the options by group.
//
//   console.out->write(help_text());
#pragma once

#include <string>

namespace py3k::cli {

std::string help_text();

}  // namespace py3k::cli
