// What an example of a docstring or manual is said to print, as Python 3 prints it: 'a' for u'a', 5 for 5L, {1} for
// set([1]), <class 'int'> for <type 'int'>.
#pragma once

#include <string>
#include <string_view>

namespace py3k::engine {

// One line of it.
std::string python3_output(std::string_view line);

// Is it the last line of a traceback, of an exception that is none of Python's builtin ones? Python 3 puts its module's
// name before it.
bool names_own_exception(std::string_view line);

}  // namespace py3k::engine
