// Context: what a fixer works with in one file. ChangeBuilder: several edits that are made together or not at all.
//
//   void visit(Context& cx, Node call) {
//     if (!cx.names().resolves_to(call.child(Field::kFunction), "__builtin__.unichr")) return;
//     cx.replace(call.child(Field::kFunction), "chr");
//   }
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/analysis/names.h"
#include "engine/dialect/lexer.h"
#include "engine/rewrite/origins.h"
#include "engine/rewrite/plan.h"
#include "engine/rewrite/settings.h"

namespace py3k::engine {

struct FileFacts;
class ImplicitImports;
class Project;

// What fills a template's hole: a node, a run of siblings (from the first's start to the last's end), or new text.
class HoleValue {
 public:
  HoleValue(Node node) : range_(node.range()), node_(node) {}  // NOLINT: converts
  HoleValue(Node first, Node last) : range_{first.start(), last.end()} {}
  HoleValue(std::string text) : text_(std::move(text)), is_text_(true) {}  // NOLINT: converts
  HoleValue(const char* text) : text_(text), is_text_(true) {}             // NOLINT: converts
  explicit HoleValue(ByteRange range) : range_(range) {}

  bool is_text() const { return is_text_; }
  const std::string& text() const { return text_; }
  ByteRange range() const { return range_; }
  Node node() const { return node_; }

 private:
  ByteRange range_;
  Node node_;
  std::string text_;
  bool is_text_ = false;
};
using Holes = std::vector<std::pair<std::string, HoleValue>>;
// The node in the hole of that name; empty where there is none, or no single node.
Node node_in(const Holes& holes, std::string_view name);

class Context;

// Would a change, made once more, change its own result? `input(raw_input())`, `print (a, b)`.
enum class Repeats : std::uint8_t { kNo, kYes };

class ChangeBuilder {
 public:
  ChangeBuilder(Context& context, Node at, std::string message);

  // Replaces a node by a template (see template.h), its holes filled by name.
  ChangeBuilder& replace(Node node, std::string_view replacement, const Holes& holes = {});
  // Replaces a range between nodes, or of several siblings, by a template.
  ChangeBuilder& replace(ByteRange range, std::string_view replacement, const Holes& holes = {});
  // Puts text for a token or a part of one, as it is: no parentheses, no spaces.
  ChangeBuilder& set_text(ByteRange range, std::string text);
  ChangeBuilder& set_text(Node node, std::string text) { return set_text(node.range(), std::move(text)); }
  // Whole statements; see layout.h.
  ChangeBuilder& insert_before(Node statement, std::string_view lines, const Holes& holes = {});
  ChangeBuilder& insert_after(Node statement, std::string_view lines, const Holes& holes = {});
  // The holes of `lines`, written `$x`, may be parts of what the same change replaces elsewhere: they move there.
  ChangeBuilder& insert_at_start(Node block, std::string_view lines, const Holes& holes = {});
  // Takes away a statement, or an item of a list, such as an argument or an imported name, with the comma that goes
  // with it.
  ChangeBuilder& remove(Node statement_or_item);
  // `import module`, or `from module import name`, at the top of the file, unless it is there already.
  ChangeBuilder& need_import(std::string module, std::string name = {});
  // The same for what is used at one place: gives how to spell it there, which is `name`, or the file's own name for
  // it, or where that would be another thing, `module.name`.
  std::string import_for(Node at, std::string module, std::string name = {});
  // The file is written as UTF-8, whatever its encoding was.
  ChangeBuilder& write_as_utf8();
  ChangeBuilder& safety(Safety safety);  // where it is not the fixer's own
  // What is changed is valid Python 3 too, and means something else there: the change is made only where the text is
  // known to be Python 2. What repeats itself needs to know it from more than the files around, and is unsafe where
  // only other statements of the file show it. Of fixers with Needs::kEvidence all changes are such.
  ChangeBuilder& if_python2(Repeats repeats = Repeats::kNo);
  // It is not: Python 3 has no such syntax. For single changes of fixers with Needs::kEvidence.
  ChangeBuilder& is_python2_syntax();
  // One of several changes that are made all, or none; see Plan::new_group().
  ChangeBuilder& in_group(std::uint32_t group);

  // Hands the change over. Nothing is done, and it becomes a finding, when it is unsafe and --safe is on.
  void apply();

 private:
  void keep_to_python2();
  ChangeBuilder& insert(Claim claim, const Holes& holes);

  Context& context_;
  Change change_;
  bool if_python2_ = false;
  Repeats repeats_ = Repeats::kNo;
  std::vector<std::size_t> requests_;  // into FileFacts::imports
  bool wants_utf8_ = false;
  bool broken_ = false;
};

class Context {
 public:
  Context(Plan& plan, FileFacts& facts, const Settings& settings) : plan_(plan), facts_(facts), settings_(settings) {}

  const Tree& tree() const { return plan_.tree(); }
  std::string_view text() const { return tree().text(); }
  const LexedSource& source() const { return tree().source(); }
  const Names& names() const;  // made when first asked for
  const Settings& settings() const { return settings_; }
  // Must Python 2.7 run the result too, to the same effect (--target 2+3)?
  bool keeps_python2() const { return settings_.keeps_python2; }
  Dialect dialect() const;
  // May the text there be taken for Python 2, where it would mean something else in Python 3? For deciding what to look
  // at; what is then done about it goes through ChangeBuilder::if_python2(), which knows what to make of doubts.
  bool may_be_python2(Node at) const { return origin(at.start()) != Origin::kPython3; }
  // Was the line written by an earlier run that this fixer had no part in?
  bool is_of_others(std::uint32_t offset) const;
  Origin origin(std::uint32_t offset) const;
  // The encoding that the file declares, as Python names it ("utf-8", "iso-8859-1"), and its bytes' place in the
  // cookie.
  const FileFacts& facts() const { return facts_; }
  // What modules lie where; null where nothing but this file is known (standard input).
  const Project* project() const;
  const ImplicitImports& implicit_imports() const;
  FileFacts& facts() { return facts_; }

  // The commonest changes in one call. `message` empty: "before -> after".
  void replace(Node node, std::string_view replacement, const Holes& holes = {}, std::string message = {});
  void set_text(Node token, std::string text, std::string message = {});
  ChangeBuilder change(Node at, std::string message = {}) { return {*this, at, std::move(message)}; }
  // A place that a person has to look at.
  void report(Node at, std::string message);
  // A place that stays, because nothing means the same under Python 2.7 and 3; one finding a file counts them. Where a
  // fixer runs on Python 3 alone, this is what becomes of all its changes.
  void leave(Node at);

  // The answer to a question about all of the file, of which the text says which one it is: worked out once, however
  // many places it is asked for.
  bool once(const std::string& question, const std::function<bool()>& answer);

  // A name like `base` that nothing in the file is called, nor any name given before.
  std::string fresh_name(std::string_view base);
  // A fresh name that is the same each time it is asked for: for values that are used up at once.
  const std::string& scratch_name(std::string_view base);

  const Fixer& fixer() const { return *fixer_; }
  void set_fixer(const Fixer& fixer) { fixer_ = &fixer; }
  // For a trial: all changes go into the plan, whatever Python they are for.
  void plan_everything() { plans_everything_ = true; }
  // From now on nothing is changed, only counted as left.
  void leave_everything() { leaves_everything_ = true; }
  // Is what the current fixer does for Python 3 alone, and not wanted?
  bool leaves_all() const;
  Plan& plan() { return plan_; }

 private:
  Plan& plan_;
  FileFacts& facts_;
  const Settings& settings_;
  const Fixer* fixer_ = nullptr;
  bool plans_everything_ = false;
  bool leaves_everything_ = false;
};

// Adds a finding for each fixer that has left places.
void report_left(Context& context);

}  // namespace py3k::engine
