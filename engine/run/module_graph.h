// module_graph: which of a set of files import which others, when they are loaded.
//
//   Graph graph = module_graph({{project.home_of("app/views.py"), imports_of(bytes)}, …});
//   graph[0]    // the files that app/views.py imports, by their place in the list
//
// An import of `a.b.c` loads the packages a and a.b as well; not those that the file itself is part of, which are
// loaded by then. In Python 2 a package's own modules come first.
#pragma once

#include <vector>

#include "engine/analysis/import_list.h"
#include "engine/run/components.h"
#include "engine/run/project.h"

namespace py3k::engine {

struct SurveyedModule {
  Home home;
  ImportList imports;
};

Graph module_graph(const std::vector<SurveyedModule>& modules);

}  // namespace py3k::engine
