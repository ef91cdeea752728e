#include "engine/rewrite/context.h"

#include <algorithm>

#include "engine/fixer.h"
#include "engine/rewrite/file_facts.h"
#include "engine/rewrite/import_plan.h"
#include "engine/rewrite/layout.h"
#include "engine/rewrite/template.h"

namespace py3k::engine {

namespace {

const HoleValue* find_hole(const Holes& holes, const std::string& name) {
  const auto found = std::find_if(holes.begin(), holes.end(), [&](const auto& hole) { return hole.first == name; });
  return found == holes.end() ? nullptr : &found->second;
}

std::string without_layout(std::string_view text, const Tree& tree, std::uint32_t offset) {
  std::string kept;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '#') {
      const auto at = static_cast<std::uint32_t>(offset + i);
      const auto comments = tree.comments_in({at, static_cast<std::uint32_t>(offset + text.size())});
      if (!comments.empty() && comments.front().start == at) i = comments.front().end - offset - 1;
      continue;
    }
    if (c != ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\\') kept += c;
  }
  return kept;
}

std::string without_blanks(std::string_view text) {
  std::string kept;
  for (char c : text)
    if (c != ' ') kept += c;
  return kept;
}

// Between two holes that were neighbours in the source, the text between them, where it says the same as the
// template's, is better than the template's: it has the author's spacing, line breaks and comments.
void keep_gaps(std::vector<Piece>& pieces, const Tree& tree) {
  for (std::size_t i = 1; i + 1 < pieces.size(); ++i) {
    Piece& gap = pieces[i];
    const Piece& left = pieces[i - 1];
    const Piece& right = pieces[i + 1];
    if (gap.is_hole || !left.is_hole || !right.is_hole || left.range.end > right.range.start) continue;
    const ByteRange range{left.range.end, right.range.start};
    const std::string_view text = tree.text().substr(range.start, range.end - range.start);
    if (without_blanks(gap.text).empty() || without_layout(text, tree, range.start) != without_blanks(gap.text))
      continue;
    const bool breaks = text.find_first_of("\r\n") != std::string_view::npos;
    if (breaks && !(left.in_brackets && right.in_brackets)) continue;
    gap = {.is_hole = true, .range = range, .in_brackets = left.in_brackets};
  }
}

bool fill(const Template& made, const Holes& holes, std::vector<Piece>& pieces) {
  for (const TemplatePiece& part : made.pieces()) {
    if (!part.is_hole) {
      pieces.push_back({.text = part.text});
      continue;
    }
    const HoleValue* value = find_hole(holes, part.text);
    if (value == nullptr) return false;
    if (value->is_text()) {
      pieces.push_back({.text = value->text()});
    } else {
      pieces.push_back({.is_hole = true,
                        .range = value->range(),
                        .node = value->node(),
                        .demands = part.demands,
                        .in_brackets = part.in_brackets,
                        .attribute_object = part.attribute_object});
    }
  }
  return true;
}

// `next((a + b))`: where the template has brackets for a hole, those that its content has are too many.
void drop_own_brackets(std::vector<Piece>& pieces, const Template& made) {
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    Piece& piece = pieces[i];
    if (!made.pieces()[i].fills_brackets || !piece.is_hole || !piece.node) continue;
    piece.node = unparenthesized(piece.node);
    piece.range = piece.node.range();
    if (!made.pieces()[i].is_only_argument || !piece.node.is(Kind::kGeneratorExpression)) continue;
    ++piece.range.start;
    --piece.range.end;
  }
}

// Statements that layout has put in may have holes as well. They stand where nothing can go wrong: on a line of their
// own.
void fill_lines(Claim& claim, const Holes& holes) {
  std::vector<Piece> filled;
  for (Piece& piece : claim.pieces) {
    if (piece.is_hole) {
      filled.push_back(std::move(piece));
      continue;
    }
    for (const TemplatePiece& part : split_holes(piece.text)) {
      const HoleValue* value = part.is_hole ? find_hole(holes, part.text) : nullptr;
      if (value == nullptr || value->is_text()) {
        filled.push_back({.text = value != nullptr ? value->text() : part.text});
      } else {
        filled.push_back({.is_hole = true, .range = value->range(), .node = value->node()});
      }
    }
  }
  claim.pieces = std::move(filled);
}

}  // namespace

Node node_in(const Holes& holes, std::string_view name) {
  const HoleValue* value = find_hole(holes, std::string(name));
  return value == nullptr ? Node() : value->node();
}

ChangeBuilder::ChangeBuilder(Context& context, Node at, std::string message) : context_(context) {
  change_.fixer = &context.fixer();
  change_.safety = context.fixer().safety;
  change_.at = at;
  change_.message = std::move(message);
  if_python2_ = context.fixer().needs == Needs::kEvidence && !context.fixer().judges_origins;
}

ChangeBuilder& ChangeBuilder::replace(Node node, std::string_view replacement, const Holes& holes) {
  replace(node.range(), replacement, holes);
  if (!broken_) change_.claims.back().node = node;
  return *this;
}

ChangeBuilder& ChangeBuilder::replace(ByteRange range, std::string_view replacement, const Holes& holes) {
  const Template* made = Template::cached(replacement);
  Claim claim{.range = range, .node = {}};
  if (made == nullptr || !fill(*made, holes, claim.pieces)) {
    broken_ = true;
    change_.message = "cannot be changed: the template \"" + std::string(replacement) + "\" is wrong";
    return *this;
  }
  keep_gaps(claim.pieces, context_.tree());
  drop_own_brackets(claim.pieces, *made);
  claim.precedence = made->precedence();
  claim.is_number = made->is_number();
  change_.claims.push_back(std::move(claim));
  return *this;
}

ChangeBuilder& ChangeBuilder::set_text(ByteRange range, std::string text) {
  Claim claim{
      .range = range, .node = {}, .pieces = {{.text = std::move(text)}}, .keeps_comments = true, .part_of_token = true};
  change_.claims.push_back(std::move(claim));
  return *this;
}

ChangeBuilder& ChangeBuilder::insert_before(Node statement, std::string_view lines, const Holes& holes) {
  return insert(engine::insert_before(statement, lines), holes);
}
ChangeBuilder& ChangeBuilder::insert_after(Node statement, std::string_view lines, const Holes& holes) {
  return insert(engine::insert_after(statement, lines), holes);
}
ChangeBuilder& ChangeBuilder::insert_at_start(Node block, std::string_view lines, const Holes& holes) {
  return insert(engine::insert_at_start(block, lines), holes);
}
ChangeBuilder& ChangeBuilder::insert(Claim claim, const Holes& holes) {
  if (!holes.empty()) fill_lines(claim, holes);
  change_.claims.push_back(std::move(claim));
  return *this;
}
ChangeBuilder& ChangeBuilder::remove(Node statement_or_item) {
  change_.removals.push_back(statement_or_item);
  return *this;
}
ChangeBuilder& ChangeBuilder::need_import(std::string module, std::string name) {
  requests_.push_back(context_.facts().imports.size());
  context_.facts().imports.push_back({std::move(module), std::move(name)});
  return *this;
}
std::string ChangeBuilder::import_for(Node at, std::string module, std::string name) {
  ImportRequest request{std::move(module), std::move(name)};
  std::string spelling = spell_import(context_, request, at);
  request.needed_by = needed_by(context_, at);
  requests_.push_back(context_.facts().imports.size());
  context_.facts().imports.push_back(std::move(request));
  return spelling;
}
ChangeBuilder& ChangeBuilder::write_as_utf8() {
  wants_utf8_ = true;
  return *this;
}
ChangeBuilder& ChangeBuilder::safety(Safety safety) {
  change_.safety = safety;
  return *this;
}

ChangeBuilder& ChangeBuilder::if_python2(Repeats repeats) {
  if_python2_ = true;
  repeats_ = repeats;
  return *this;
}

ChangeBuilder& ChangeBuilder::is_python2_syntax() {
  if_python2_ = false;
  return *this;
}

ChangeBuilder& ChangeBuilder::in_group(std::uint32_t group) {
  change_.group = group;
  return *this;
}

// Decides by the lines that the change is about what becomes of it.
void ChangeBuilder::keep_to_python2() {
  Origin origin = context_.origin(change_.at.start());
  for (const Claim& claim : change_.claims) origin = std::max(origin, context_.origin(claim.range.start));
  const bool repeats = repeats_ == Repeats::kYes;
  if (origin == Origin::kPython2 || (origin == Origin::kByProject && !repeats)) return;
  if (origin == Origin::kByFile || origin == Origin::kByPast) {
    if (repeats && change_.safety == Safety::kSafe) change_.safety = Safety::kUnsafe;
    return;
  }
  if (origin != Origin::kPython3 && change_.safety == Safety::kManual) return;
  change_.state = ChangeState::kDropped;
  change_.is_unspoken = origin == Origin::kPython3;
  change_.dropped_because =
      origin == Origin::kHalf
          ? "the file is half converted, and this may be Python 3 by now; --from 2 says that it is not"
          : "nothing in this file shows that it is Python 2; --from 2 says so";
}

void ChangeBuilder::apply() {
  if (if_python2_) keep_to_python2();
  const bool is_kept = change_.state == ChangeState::kDropped;
  if (!is_kept && context_.leaves_all()) {
    context_.leave(change_.at);
    return;
  }
  if (broken_) {
    change_.claims.clear();
    change_.removals.clear();
    change_.safety = Safety::kManual;
  }
  const bool withheld = !is_kept && (change_.safety == Safety::kManual ||
                                     (context_.settings().safe_only && change_.safety != Safety::kSafe));
  if (withheld) {
    change_.state = ChangeState::kDropped;
    if (change_.safety == Safety::kUnsafe) change_.dropped_because = "unsafe";
  }
  for (const std::size_t number : requests_) {
    ImportRequest& request = context_.facts().imports[number];
    if (!request.needed_by) request.needed_by = needed_by(context_, change_);
  }
  const std::uint32_t index = context_.plan().add(std::move(change_));
  for (const std::size_t request : requests_) context_.facts().imports[request].change = index;
  if (wants_utf8_) context_.facts().utf8_change = index;
}

const Names& Context::names() const {
  if (!facts_.names) facts_.names = std::make_unique<Names>(tree(), &facts_.implicit_imports);
  return *facts_.names;
}

Dialect Context::dialect() const { return facts_.dialect; }
Origin Context::origin(std::uint32_t offset) const {
  const Origin origin = facts_.origins.at(offset, fixer_->name);
  return origin == Origin::kHalf && fixer_->is_never_made && is_of_others(offset) ? Origin::kByPast : origin;
}
bool Context::is_of_others(std::uint32_t offset) const { return facts_.origins.is_of_others(offset, fixer_->name); }
const Project* Context::project() const { return facts_.project; }
const ImplicitImports& Context::implicit_imports() const { return facts_.implicit_imports; }

void Context::replace(Node node, std::string_view replacement, const Holes& holes, std::string message) {
  change(node, std::move(message)).replace(node, replacement, holes).apply();
}

void Context::set_text(Node token, std::string text, std::string message) {
  change(token, std::move(message)).set_text(token, std::move(text)).apply();
}

void Context::report(Node at, std::string message) { change(at, std::move(message)).safety(Safety::kManual).apply(); }

bool Context::leaves_all() const {
  if (plans_everything_) return false;
  return leaves_everything_ || (settings_.keeps_python2 && fixer_->runs_on == RunsOn::kPy3);
}

void Context::leave(Node at) {
  const auto same = [&](const LeftPlaces& places) { return places.fixer == fixer_; };
  auto found = std::find_if(facts_.left.begin(), facts_.left.end(), same);
  if (found == facts_.left.end()) found = facts_.left.insert(found, {.fixer = fixer_, .first = at, .last = {}});
  if (at == found->last) return;
  found->last = at;
  if (at.start() < found->first.start()) found->first = at;
  ++found->count;
}

void report_left(Context& context) {
  for (const LeftPlaces& places : context.facts().left) {
    const std::string more =
        places.count == 1 ? "" : ", and so in " + std::to_string(places.count - 1) + " more places";
    Change change{.fixer = places.fixer,
                  .at = places.first,
                  .message = "stays as it is here" + more +
                             ": nothing that replaces it means the same under Python 2.7 and 3; a run with --target "
                             "3.N changes it",
                  .safety = Safety::kManual,
                  .state = ChangeState::kDropped};
    context.plan().add(std::move(change));
  }
}

bool Context::once(const std::string& question, const std::function<bool()>& answer) {
  const auto known = facts_.answers.find(question);
  if (known != facts_.answers.end()) return known->second;
  const bool found = answer();
  facts_.answers.emplace(question, found);
  return found;
}

std::string Context::fresh_name(std::string_view base) {
  std::string name(base);
  int& number = facts_.fresh_numbers[name];
  while (names().is_used_anywhere(name) || facts_.fresh_names.contains(name)) {
    name = std::string(base) + std::to_string(++number);
  }
  facts_.fresh_names.insert(name);
  return name;
}

const std::string& Context::scratch_name(std::string_view base) {
  std::string& name = facts_.scratch_names[std::string(base)];
  if (name.empty()) name = fresh_name(base);
  return name;
}

}  // namespace py3k::engine
