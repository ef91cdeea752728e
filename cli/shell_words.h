// shell_command: words as a command line that can be pasted into a POSIX shell.
//
//   shell_command({"py3k", "-w", "my files"})   // "py3k -w 'my files'"
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace py3k::cli {

std::string shell_word(std::string_view word);
std::string shell_command(const std::vector<std::string>& words);

}  // namespace py3k::cli
