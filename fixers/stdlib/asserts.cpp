// TestCase's older names: gone with Python 3.12, https://docs.python.org/3/whatsnew/3.12.html#removed, and
// assertItemsEqual with 3.0, https://docs.python.org/3/library/unittest.html#unittest.TestCase.assertCountEqual
#include <cctype>

#include "fixers/attribute_rename.h"
#include "fixers/library_renames.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

std::set<std::string_view> only_in_python3() {
  std::set<std::string_view> names;
  for (const Fact& fact : library().section("asserts"))
    if (fact.to_since > PythonVersion{2, 7}) names.insert(fact.own_name());
  return names;
}

const AttributeRename& table() {
  static const AttributeRename rename{
      .names = methods_of("asserts"),
      .python3_only = only_in_python3(),
      // Modules have functions of these names: numpy.testing.assert_
      .applies =
          [](Context& cx, Node attribute) {
            const std::string object = cx.names().qualified(attribute.child(Field::kObject));
            if (object.empty() || object.starts_with("__builtin__.")) return true;
            const std::string last = object.substr(object.rfind('.') + 1);
            return std::isupper(static_cast<unsigned char>(last.front())) != 0;
          },
  };
  return rename;
}

}  // namespace

Fixer fix_asserts() {
  std::vector<std::string> words;
  for (const auto& [from, to] : table().names) words.emplace_back(from);
  return {
      .name = "asserts",
      .doc = "Replaces the older names of unittest's methods: assertEquals, assert_, failUnless, assertItemsEqual ….",
      .reference = "https://docs.python.org/3/whatsnew/3.12.html#removed",
      .group = Group::kStdlib,
      .safety = Safety::kSafe,
      .runs_on = RunsOn::kVariant,
      .for_both = "assertItemsEqual and the names with Regexp stay: Python 2.7 has only these.",
      .needs = Needs::kAny,
      .words = words,
      .examples = {{"self.assertEquals(a, b)", "self.assertEqual(a, b)"},
                   {"self.failUnless(a in b, 'lost')", "self.assertTrue(a in b, 'lost')"},
                   {"self.assertItemsEqual(a, b)", "self.assertCountEqual(a, b)"},
                   {"self.assertEquals(a, b)\nself.assertItemsEqual(a, b)",
                    "self.assertEqual(a, b)\nself.assertItemsEqual(a, b)", "--target 2+3"}},
      .finish = [](Context& cx) { rename_attributes(cx, table()); },
  };
}

}  // namespace py3k::fixers
