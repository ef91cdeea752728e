#include "engine/rewrite/renderer.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "engine/dialect/lexer.h"
#include "engine/rewrite/layout.h"

namespace py3k::engine {

namespace {

// Enough of a result to show in a message: all of each, for claims as deep as the source is, would be the square of its
// size.
constexpr std::size_t kLongestAfter = 1024;

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         static_cast<unsigned char>(c) > 127;
}

// Would a word that comes next become part of the one before it?
bool ends_in_word(std::string_view text) { return !text.empty() && is_word(text.back()) && text != "\xEF\xBB\xBF"; }

bool contains(ByteRange outer, ByteRange inner) { return outer.start <= inner.start && inner.end <= outer.end; }

}  // namespace

Renderer::Renderer(Plan& plan) : plan_(plan), tree_(plan.tree_), text_(plan.tree_.text()), claims_(plan.claims_) {}

Rendered Renderer::run() {
  keep_comments();
  open_.assign(claims_.size(), false);
  out_.text.reserve(text_.size() + text_.size() / 8);
  push_stretch({0, static_cast<std::uint32_t>(text_.size())}, false, {});
  while (!frames_.empty()) {
    if (frames_.back().claim != nullptr) {
      step_claim(frames_.size() - 1);
    } else {
      step_stretch(frames_.back());
    }
  }
  return std::move(out_);
}

// A comment in a claimed range that lies in none of its holes would be lost: it moves to a line above the statement.
void Renderer::keep_comments() {
  std::vector<Claim> moved;
  for (const Claim& claim : claims_) {
    if (claim.keeps_comments) continue;
    std::string kept;
    ByteRange kept_at;
    for (const ByteRange& comment : tree_.comments_in(claim.range)) {
      const bool in_hole = std::any_of(claim.pieces.begin(), claim.pieces.end(), [&](const Piece& piece) {
        return piece.is_hole && contains(piece.range, comment);
      });
      if (in_hole) continue;
      if (kept.empty()) {
        kept_at = comment;
      } else {
        kept += '\n';
      }
      kept += text_.substr(comment.start, comment.end - comment.start);
    }
    if (kept.empty()) continue;
    Node around = tree_.node_at(claim.range);
    // A claim that reaches over a statement's edges is about the one that the comment is in.
    if (around.is_any(Kind::kModule, Kind::kBlock)) around = tree_.node_at(kept_at);
    const Node statement = first_on_line(statement_of(around));
    if (!statement) continue;
    Claim line = insert_before(statement, kept);
    line.change = claim.change;
    moved.push_back(std::move(line));
  }
  if (moved.empty()) return;
  plan_.claims_.insert(plan_.claims_.end(), moved.begin(), moved.end());
  std::stable_sort(plan_.claims_.begin(), plan_.claims_.end(), [](const Claim& a, const Claim& b) {
    if (a.range.start != b.range.start) return a.range.start < b.range.start;
    const bool a_insertion = a.range.start == a.range.end;
    const bool b_insertion = b.range.start == b.range.end;
    if (a_insertion != b_insertion) return a_insertion;
    return a.range.end > b.range.end;
  });
}

std::size_t Renderer::first_claim_at(std::uint32_t offset) const {
  const auto found =
      std::lower_bound(claims_.begin(), claims_.end(), offset,
                       [](const Claim& claim, std::uint32_t value) { return claim.range.start < value; });
  return static_cast<std::size_t>(found - claims_.begin());
}

// Of those that start where a range does, and are no insertions, the first that ends where it does, or before.
std::size_t Renderer::first_claim_within(ByteRange range) const {
  const auto found = std::partition_point(claims_.begin(), claims_.end(), [&](const Claim& claim) {
    if (claim.range.start != range.start) return claim.range.start < range.start;
    return claim.range.end == claim.range.start || claim.range.end > range.end;
  });
  return static_cast<std::size_t>(found - claims_.begin());
}

void Renderer::push_stretch(ByteRange range, bool bracketed, std::string closing) {
  frames_.push_back({.at = range.start,
                     .end = range.end,
                     .next = first_claim_at(range.start),
                     .closing = std::move(closing),
                     .bracketed = bracketed,
                     .output_begin = out_.text.size()});
}

// Copies up to the next claim that lies in the stretch, and starts on that.
void Renderer::step_stretch(Frame& frame) {
  while (frame.next < claims_.size()) {
    const Claim& claim = claims_[frame.next];
    if (claim.range.start < frame.at) {  // inside one that has been written, and so are all up to its end
      frame.next = std::max(frame.next + 1, first_claim_at(frame.at));
      continue;
    }
    if (claim.range.end > frame.end) {
      // One that encloses this stretch, or lies behind it. There may be many of those.
      if (claim.range.start >= frame.end) break;
      frame.next = std::max(frame.next + 1, first_claim_within({claim.range.start, frame.end}));
      continue;
    }
    // While a claim's hole is its whole range, the claim itself starts here as well: it is being written already.
    if (is_open(claim)) {
      ++frame.next;
      continue;
    }
    if (claim.range.start == claim.range.end && claim.range.start == frame.end && belongs_outside(frame.end)) break;
    if (claim.range.start == claim.range.end && belongs_before(claim.range.start)) {
      ++frame.next;
      continue;
    }
    copy(frame.at, claim.range.start);
    frame.at = claim.range.end;
    ++frame.next;
    push_claim(claim, frame.bracketed);
    return;
  }
  copy(frame.at, frame.end);
  const std::string closing = std::move(frame.closing);
  frames_.pop_back();
  if (!closing.empty()) write_new(closing);
}

// An insertion at the start of a hole with which its claim starts as well has been written before the claim.
bool Renderer::belongs_before(std::uint32_t offset) const {
  for (auto frame = frames_.rbegin(); frame != frames_.rend(); ++frame) {
    if (frame->claim == nullptr) continue;
    return frame->claim->range.start == offset && frame->claim->range.end != offset;
  }
  return false;
}

// An insertion at the end of a hole that ends its claim as well stands after the claim, not in it.
bool Renderer::belongs_outside(std::uint32_t offset) const {
  for (auto frame = frames_.rbegin(); frame != frames_.rend(); ++frame)
    if (frame->claim != nullptr) return frame->claim->range.end == offset;
  return false;
}

void Renderer::push_claim(const Claim& claim, bool bracketed) {
  Frame frame{.claim = &claim};
  frame.bracketed = bracketed || (claim.node && is_in_brackets(claim.node));
  frame.output_begin = out_.text.size();
  const bool parentheses = needs_parentheses(claim);
  frame.closing = parentheses ? ")" : "";
  frames_.push_back(std::move(frame));
  open_[index_of(claim)] = true;
  if (parentheses) write_new("(");
}

// Is the result too loose for the place where the claimed node stood? Within a claim's own hole, the hole decides.
bool Renderer::needs_parentheses(const Claim& claim) const {
  if (!claim.node || claim.precedence == Precedence::kAny) return false;
  for (auto frame = frames_.rbegin(); frame != frames_.rend(); ++frame) {
    if (frame->claim == nullptr) continue;
    for (const Piece& piece : frame->claim->pieces)
      if (piece.is_hole && piece.range == claim.range) return false;
    break;
  }
  const Result result = result_of(claim);
  if (result.is_number && is_attribute_object(claim.node)) return true;
  return result.precedence < demanded_at(claim.node);
}

// A template that is nothing but a hole says nothing of how tightly its content binds.
Renderer::Result Renderer::result_of(const Claim& claim) const {
  const Claim* at = &claim;
  while (at->pieces.size() == 1 && at->pieces.front().is_hole && at->pieces.front().node) {
    const Piece& hole = at->pieces.front();
    const Claim* inner = claim_of(hole);
    if (inner == nullptr || inner == at) return {precedence_of(hole.node), hole.node.is(Kind::kInteger)};
    at = inner;
  }
  return {at->precedence, at->is_number};
}

const Claim* Renderer::claim_of(const Piece& piece) const {
  if (piece.range.start == piece.range.end) return nullptr;
  for (std::size_t i = first_claim_within(piece.range); i < claims_.size() && claims_[i].range == piece.range; ++i) {
    if ((!claims_[i].part_of_token || claims_[i].node) && !is_open(claims_[i])) return &claims_[i];
  }
  return nullptr;
}

bool Renderer::hole_needs_parentheses(const Piece& piece, bool bracketed) const {
  const Claim* inner = claim_of(piece);
  const Result own =
      inner != nullptr ? result_of(*inner) : Result{precedence_of(piece.node), piece.node.is(Kind::kInteger)};
  if (own.precedence == Precedence::kAny) return false;
  if (piece.attribute_object && own.is_number) return true;
  if (own.precedence < piece.demands) return true;
  return !bracketed && own.precedence != Precedence::kAtom && breaks_line(piece.range);
}

// Is there a newline in the range that would end the statement if no brackets were around it?
bool Renderer::breaks_line(ByteRange range) const {
  const std::string_view text = text_.substr(range.start, range.end - range.start);
  if (text.find_first_of("\r\n") == std::string_view::npos) return false;
  const auto& strings = tree_.source().strings;
  const auto& comments = tree_.comments();
  auto string =
      std::lower_bound(strings.begin(), strings.end(), range.start,
                       [](const StringToken& token, std::uint32_t start) { return token.range.start < start; });
  auto comment = std::lower_bound(comments.begin(), comments.end(), range.start,
                                  [](const ByteRange& token, std::uint32_t start) { return token.start < start; });
  int depth = 0;
  for (std::uint32_t at = range.start; at < range.end; ++at) {
    if (string != strings.end() && string->range.start == at) {
      at = string++->range.end - 1;
      continue;
    }
    if (comment != comments.end() && comment->start == at) {
      at = comment++->end - 1;
      continue;
    }
    const char c = text_[at];
    if (c == '(' || c == '[' || c == '{') ++depth;
    if (c == ')' || c == ']' || c == '}') --depth;
    if (c == '\\') {
      at += text_.substr(at + 1, 2) == "\r\n" ? 2 : 1;
      continue;
    }
    if ((c == '\n' || c == '\r') && depth == 0) return true;
  }
  return false;
}

void Renderer::step_claim(std::size_t frame_index) {
  Frame& frame = frames_[frame_index];
  const Claim& claim = *frame.claim;
  if (frame.next == claim.pieces.size()) {
    if (!frame.closing.empty()) write_new(frame.closing);
    const Frame finished = std::move(frames_.back());
    frames_.pop_back();
    open_[index_of(claim)] = false;
    finish_claim(finished);
    return;
  }
  const Piece& piece = claim.pieces[frame.next++];
  if (!piece.is_hole) {
    write_new(piece.text);
    return;
  }
  const bool bracketed = frame.bracketed || piece.in_brackets || !frame.closing.empty();
  const bool parentheses = hole_needs_parentheses(piece, bracketed);
  if (parentheses) write_new("(");
  const std::size_t boundary = out_.text.size();
  push_stretch(piece.range, bracketed || parentheses, parentheses ? ")" : "");
  if (piece.range.start < piece.range.end && ends_in_word(std::string_view(out_.text).substr(0, boundary)) &&
      is_word(text_[piece.range.start]) && !claim.part_of_token)
    write_new(" ");
}

void Renderer::write_new(std::string_view text) {
  if (text.empty()) return;
  const auto begin = static_cast<std::uint32_t>(out_.text.size());
  out_.text.append(text);
  const auto end = static_cast<std::uint32_t>(out_.text.size());
  auto& ranges = out_.python3_ranges;
  if (!ranges.empty() && ranges.back().end == begin) {
    ranges.back().end = end;
  } else {
    ranges.push_back({begin, end});
  }
}

void Renderer::finish_claim(const Frame& frame) {
  const Claim& claim = *frame.claim;
  std::size_t begin = frame.output_begin;
  std::string& text = out_.text;
  if (!claim.part_of_token && claim.range.start != claim.range.end && text.size() > begin) {
    // `return`x`` and `x in d`else: what comes in must not become part of a word beside it.
    if (ends_in_word(std::string_view(text).substr(0, begin)) && is_word(text[begin])) {
      text.insert(begin, " ");
      for (auto range = out_.python3_ranges.rbegin(); range != out_.python3_ranges.rend() && range->end > begin;
           ++range) {
        ++range->end;
        if (range->start >= begin) ++range->start;
      }
    }
    if (claim.range.end < text_.size() && is_word(text.back()) && is_word(text_[claim.range.end])) write_new(" ");
  }
  inside_.push_back(claim.change);
  inside_.insert(inside_.end(), claim.also.begin(), claim.also.end());
  std::vector<std::uint32_t> done{claim.change};
  if (!claim.is_shared && !claim.is_removal) done.insert(done.end(), claim.also.begin(), claim.also.end());
  for (const std::uint32_t change : done) {
    plan_.changes_[change].state = ChangeState::kApplied;
    std::string& after = plan_.after_[change];
    if (after.empty() && claim.range.start != claim.range.end) after = text.substr(begin, kLongestAfter);
  }
  const bool outermost =
      std::none_of(frames_.begin(), frames_.end(), [](const Frame& other) { return other.claim != nullptr; });
  out_.places.push_back({claim.range, claim.change, claim.is_shared});
  if (outermost) add_edit(claim, begin);
}

// The changes gathered for an edit, other than its own.
std::vector<std::uint32_t> Renderer::others_inside(std::uint32_t own) {
  std::vector<std::uint32_t> others = std::exchange(inside_, {});
  std::sort(others.begin(), others.end());
  others.erase(std::unique(others.begin(), others.end()), others.end());
  std::erase(others, own);
  return others;
}

void Renderer::copy(std::uint32_t begin, std::uint32_t end) {
  out_.text.append(text_, begin, end - begin);
  if (frames_.size() > 1 && begin < end) kept_.push_back({begin, end});
}

void Renderer::add_edit(const Claim& claim, std::size_t begin) {
  Edit edit{.range = claim.range,
            .text = out_.text.substr(begin),
            .change = claim.change,
            .also = others_inside(claim.change)};
  const auto offset = static_cast<std::uint32_t>(begin);
  const auto& ranges = out_.python3_ranges;
  auto first = ranges.end();
  while (first != ranges.begin() && std::prev(first)->end > offset) --first;
  for (; first != ranges.end(); ++first)
    edit.added.push_back({std::max(first->start, offset) - offset, first->end - offset});
  std::sort(kept_.begin(), kept_.end(), [](ByteRange a, ByteRange b) { return a.start < b.start; });
  std::uint32_t at = claim.range.start;
  for (const ByteRange& kept : kept_) {
    if (kept.end <= at || kept.start >= claim.range.end) continue;
    if (kept.start > at) edit.removed.push_back({at, kept.start});
    at = kept.end;
  }
  if (at < claim.range.end) edit.removed.push_back({at, claim.range.end});
  kept_.clear();
  out_.edits.push_back(std::move(edit));
}

}  // namespace py3k::engine
