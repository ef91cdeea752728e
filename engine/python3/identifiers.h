// Identifiers: which characters beyond ASCII a name may have. https://peps.python.org/pep-3131/
#pragma once

#include <string_view>

namespace py3k::engine::python3 {

// Is this an identifier? What is no UTF-8 is taken for letters: of which encoding it is, is not known here.
bool is_identifier(std::string_view word);

}  // namespace py3k::engine::python3
