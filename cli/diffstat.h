// diffstat: how much changes in which files, drawn as `git diff --stat` does.
//
//   diffstat({{"app/views.py", 6, 8}}, 80, false)
//   //  app/views.py | 14 ++++++--------
//   //  1 file changed, 6 insertions(+), 8 deletions(-)
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace py3k::cli {

struct StatRow {
  std::string path;
  std::size_t added = 0;
  std::size_t removed = 0;
};

// In lines of at most `columns` characters, unless that is too narrow for anything. Empty where there are no rows.
std::string diffstat(const std::vector<StatRow>& rows, std::size_t columns, bool is_colored);

}  // namespace py3k::cli
