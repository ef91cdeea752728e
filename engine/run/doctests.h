// convert_doctests: the examples in a file's docstrings, or in a text file, and nothing else of it.
//
//   FileResult result = convert_doctests(*converter, "manual.rst", bytes);
//
// An example is a line that begins with `>>> `, and the lines below it that begin with `...` at the same indentation.
// The examples of a docstring, or of a text file, are one program: what one imports or binds the next ones have, and an
// import that is needed comes before the first that needs it. One that can't be converted is a finding of "doctest"
// that was not applied, and stays as it is; all others are done.
#pragma once

#include <string>
#include <string_view>

#include "engine/report/finding.h"
#include "engine/run/pipeline.h"

namespace py3k::engine {

inline constexpr std::string_view kDoctestFixer = "doctest";

// `past`: what earlier runs did to examples, whose code they note without the prompts; may be null.
FileResult convert_doctests(const Converter& converter, std::string path, std::string bytes,
                            const Past* past = nullptr);

}  // namespace py3k::engine
