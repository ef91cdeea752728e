// What is known of a number by looking at where it comes from, and at what becomes of it.
//
//   Numbers numbers(cx);
//   if (numbers.of(division.child(Field::kLeft)) == Number::kFloat) …
//   if (numbers.wanted(division) == Number::kInteger) …   // range(w / b): a float is a TypeError in Python 2.7
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string_view>
#include <vector>

#include "engine/fixer.h"

namespace py3k::fixers {

enum class Number : std::uint8_t {
  kNothing,  // of what is being asked about already: `i` in `i = i + 1`
  kInteger,
  kLikelyInteger,  // as far as the file shows: of parameters and attributes, which others may set too
  kFloat,
  kUnknown,  // or none at all: / may be an operator of a class
};

inline bool is_integer(Number number) { return number == Number::kInteger || number == Number::kLikelyInteger; }

// Of one file. Remembers what it found of variables: each may be made of many others, and they of more.
class Numbers {
 public:
  explicit Numbers(engine::Context& cx) : cx_(cx) {}

  // Of an expression's value under Python 2; for a variable, of all that it is ever given.
  Number of(engine::Node expression);
  // What the place that an expression stands in takes, or the places that its variable is used in.
  Number wanted(engine::Node expression);

 private:
  struct Store {
    engine::Node value;  // empty: something that nobody can tell
    std::size_t item = kWhole;
  };
  static constexpr std::size_t kWhole = static_cast<std::size_t>(-1);
  static constexpr int kMostSteps = 4000;  // of a question: what hangs on more is unknown
  static constexpr int kDeepest = 50;

  Number at(engine::Node node);
  Number of_kind(engine::Node node);
  Number of_operation(engine::Node node);
  Number of_call(engine::Node call);
  Number of_variable(engine::Node name);
  Number of_binding(const engine::Binding& binding);
  Number of_sites(const engine::Binding& binding);
  Number of_attribute(engine::Node attribute);
  Number of_parameter(engine::Node name);
  Number of_result(engine::Node function);
  Number given_at(const engine::BindingSite& site);
  Number given_by(engine::Node target);
  Number item_of(engine::Node value, std::size_t item);
  Number element_of(engine::Node container);
  Number value_in(engine::Node dict);
  Number of_mapped(engine::Node function);
  void note_option(engine::Node call);
  Number item_of_parameter(engine::Node name, std::size_t item);
  template <typename Of>
  Number of_argument(engine::Node name, Of of);
  Number wanted_at(engine::Node expression);
  Number wanted_by_place(engine::Node expression);
  Number wanted_by_uses(const engine::Binding& binding);
  Number wanted_in_call(engine::Node call, engine::Node argument);
  Number wanted_by_operator(engine::Node operation, engine::Node operand);
  void make_index();

  engine::Context& cx_;
  std::map<const engine::Binding*, Number> known_;
  std::set<const void*> asked_;  // bindings, and names of attributes, that are being asked about
  std::map<const engine::Binding*, Number> wanted_;
  bool met_asked_ = false;  // an answer hangs on one of these
  int steps_ = 0;           // of one question
  int depth_ = 0;           // of expressions in expressions, and of variables made of variables
  bool has_index_ = false;
  std::map<std::string_view, std::vector<Store>> stores_;        // by attribute
  std::set<std::string_view> integer_options_;                   // of command lines
  std::map<std::string_view, std::vector<engine::Node>> calls_;  // by the last name of what is called
};

}  // namespace py3k::fixers
