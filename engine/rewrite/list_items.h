// ListItems: taking items out of a comma-separated list, such as the names of an import or the arguments of a call.
//
//   remove_items({second, third})   // `f(a, b, c)`: claims that leave `f(a)`
#pragma once

#include <vector>

#include "engine/rewrite/plan.h"

namespace py3k::engine {

// One claim for each item at least, in any number of lists. A comma goes with each; a comma after the last item stays
// one. Comments on an item's line, behind it, are in its claim; those on lines of their own stay.
std::vector<Claim> remove_items(const std::vector<Node>& items);

// Are these all the items of the list that they are in?
bool are_all_items(std::vector<Node> items);

}  // namespace py3k::engine
