// Whose method is called where its name alone does not tell: a dict's has_key(), or that of a class which has its own.
#pragma once

#include <string_view>

#include "engine/fixer.h"

namespace py3k::fixers {

enum class Receiver : std::uint8_t {
  kUnknown,
  kBuiltin,  // a dict or another of Python's own types, by what the code shows
  kOwn,      // a module's function, or a method that the object's class, of this file or another, has and keeps
};

Receiver receiver_of(engine::Context& cx, engine::Node object, std::string_view method);

// Has the class, which is one of the file, a method of that name that it keeps, be it from what it is made from?
bool keeps_method(engine::Context& cx, engine::Node class_definition, std::string_view method);

// Does a module that the file imports something from define a class with that method, and without the other one?
bool imports_class_with(engine::Context& cx, std::string_view method, std::string_view without);

// Has another file in the directory a function of that name?
bool is_defined_beside(engine::Context& cx, std::string_view method);

}  // namespace py3k::fixers
