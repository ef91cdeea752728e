// change_groups: which of a file's changes can't be made one without the other: those that share an edit, as changes
// inside one another do and those that need the same new import; those that change one import statement; and where a
// fixer changes an import, all that it does in the file. Each group makes sense alone.
//
//   const std::vector<std::uint32_t> groups = change_groups(result);
//   groups[3] == 1      // finding 3 is done together with finding 1, the first of its group
#pragma once

#include <cstdint>
#include <vector>

#include "engine/report/finding.h"

namespace py3k::engine {

// For each finding the first one of its group; itself for one that stands alone, or changes nothing.
std::vector<std::uint32_t> change_groups(const FileResult& result);

}  // namespace py3k::engine
