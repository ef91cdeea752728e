// Special methods that Python 3 calls otherwise: `next` is `__next__`, `__nonzero__` is `__bool__`.
#pragma once

#include <functional>
#include <string_view>

#include "engine/fixer.h"

namespace py3k::fixers {

// What a class binds to a name in its own body; null where it doesn't.
const engine::Binding* member(engine::Context& cx, engine::Node class_definition, std::string_view name);

// The class of the file that a name stands for, where it stands for nothing else; empty otherwise.
engine::Node class_named(engine::Context& cx, engine::Node name);

// Does the file give anything an attribute of that name, as in `self.iteritems = iter(items)`?
bool sets_attribute(engine::Context& cx, std::string_view name);

// Is the object the first parameter of a method, in a class that binds the name itself?
bool is_own_member(engine::Context& cx, engine::Node object, std::string_view name);

// Does a class of the file bind the name, of which `is_it(class, binding)` is true?
bool any_class_with(engine::Context& cx, std::string_view name,
                    const std::function<bool(engine::Node, const engine::Binding&)>& is_it);

// Does a class of the file bind the name, and not the other one? Empty: whatever it is besides.
bool has_class_with(engine::Context& cx, std::string_view name, std::string_view without = {});

// The function or lambda around a node, where it is what a class has under that name, by `def`, by an assignment or by
// setattr(); empty otherwise.
engine::Node method_around(engine::Context& cx, engine::Node node, std::string_view name);

// Is the object a function's or lambda's first parameter?
bool is_first_parameter(engine::Node object, engine::Node function);

// What a function, or anything else, is called where it stands: `f` for f and for x.y.f.
std::string_view last_name(engine::Node name);

// A call's only argument, by position; empty where there are others, or none.
engine::Node only_argument(engine::Node call);

// Does a function, or what a name is given, call the method on its own object: self.NAME(…), type(self).NAME(self)?
bool calls_own(engine::Node function, std::string_view name);

// How many parameters a function has; `*` and `**` ones count.
std::size_t parameter_count(engine::Node function);

// Has the class both names for one method, by `one = other`?
bool is_pair(engine::Context& cx, engine::Node class_definition, std::string_view one, std::string_view other);

// Renames a class's member where it is bound and where the class's body uses it. `to = from` or `from = to`, made for
// both Pythons, goes: the class then has one method. Where the result is for both, it is the other way round: the class
// gets `from = to`, and keeps what it has of that. Does nothing, and says so, where the class has an own `to` besides.
bool rename_member(engine::Context& cx, engine::Node class_definition, std::string_view from, std::string_view to);

}  // namespace py3k::fixers
