// Error: why something could not be done. Travels as the error of a tl::expected, up to whoever can tell the user.
#pragma once

#include <string>
#include <tl/expected.hpp>

namespace py3k::engine {

struct Error {
  std::string what;    // what went wrong: "is not valid UTF-8 at byte 12"
  std::string advice;  // what to do about it: "declare its encoding in the first line"; may be empty
};

template <typename T>
using Expected = tl::expected<T, Error>;

inline tl::unexpected<Error> failure(std::string what, std::string advice = {}) {
  return tl::unexpected<Error>(Error{std::move(what), std::move(advice)});
}

}  // namespace py3k::engine
