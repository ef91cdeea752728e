// Where the lazy functions of itertools are: zip(), map() and filter() are lazy themselves.
// https://docs.python.org/3/whatsnew/3.0.html#views-and-iterators-instead-of-lists
#pragma once

#include <vector>

#include "engine/fixer.h"

namespace py3k::fixers {

std::vector<engine::Rename> itertools_moves(engine::Rename::Where where);

}  // namespace py3k::fixers
