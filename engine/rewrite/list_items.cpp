#include "engine/rewrite/list_items.h"

#include <algorithm>

#include "engine/rewrite/layout.h"

namespace py3k::engine {

namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\f'; }
bool is_newline(char c) { return c == '\n' || c == '\r'; }
bool is_layout(char c) { return is_blank(c) || is_newline(c) || c == '\\'; }

Node item_after(Node item) {
  const Node comma = item.next();
  if (!comma.is(Kind::kTokenComma)) return {};
  return comma.next() && comma.next().is_named() ? comma.next() : Node();
}

Node item_before(Node item) {
  const Node comma = item.previous();
  return comma.is(Kind::kTokenComma) ? comma.previous() : Node();
}

class ItemRemover {
 public:
  explicit ItemRemover(std::vector<Node> items) : items_(std::move(items)), text_(items_.front().tree().text()) {
    std::sort(items_.begin(), items_.end(), [](Node a, Node b) { return a.index() < b.index(); });
    items_.erase(std::unique(items_.begin(), items_.end()), items_.end());
  }

  std::vector<Claim> run() {
    for (std::size_t first = 0; first < items_.size();) {
      std::size_t last = first;
      while (last + 1 < items_.size() && item_after(items_[last]) == items_[last + 1]) ++last;
      item_after(items_[last]) ? remove_before_others(first, last) : remove_at_end(first, last);
      first = last + 1;
    }
    return std::move(claims_);
  }

 private:
  void claim(std::uint32_t start, std::uint32_t end) { claims_.push_back({.range = {start, end}, .node = {}}); }

  // The end of a comment that begins at an offset; the offset itself where none does.
  std::uint32_t comment_end(std::uint32_t offset) const {
    const auto& comments = items_.front().tree().comments();
    const auto found =
        std::lower_bound(comments.begin(), comments.end(), offset,
                         [](const ByteRange& comment, std::uint32_t value) { return comment.start < value; });
    return found != comments.end() && found->start == offset ? found->end : offset;
  }

  std::uint32_t skip_blanks(std::uint32_t at) const {
    while (at < text_.size() && is_blank(text_[at])) ++at;
    return at;
  }

  // Over the comma, and over a comment that ends the line.
  std::uint32_t end_of(Node item) const {
    const Node comma = item.next();
    const std::uint32_t end = comma.is(Kind::kTokenComma) ? comma.end() : item.end();
    const std::uint32_t comment = skip_blanks(end);
    const std::uint32_t after = comment_end(comment);
    return after > comment ? after : end;
  }

  void remove_before_others(std::size_t first, std::size_t last) {
    for (std::size_t i = first; i <= last; ++i) {
      const std::uint32_t end = end_of(items_[i]);
      std::uint32_t next = end;
      while (next < text_.size() && is_layout(text_[next])) ++next;
      // A comment on a line of its own moves up only where it can take the item's line.
      const bool is_comment = comment_end(next) > next;
      claim(items_[i].start(), is_comment && !begins_line(items_[i]) ? end : next);
    }
  }

  void remove_at_end(std::size_t first, std::size_t last) {
    const bool comma_stays = items_[last].next().is(Kind::kTokenComma);
    if (item_before(items_[first]) && !comma_stays) {
      const Node comma = items_[first].previous();
      claim(comma.start(), comma.end());
    }
    for (std::size_t i = first; i <= last; ++i) {
      std::uint32_t start = items_[i].start();
      const std::uint32_t floor = i == first ? items_[i].previous().end() : claims_.back().range.end;
      if (item_before(items_[i])) start = begin_of(start, floor);
      // Where no bracket closes the list, a comment behind the last item is the statement's.
      std::uint32_t end = items_[i].next() ? end_of(items_[i]) : items_[i].end();
      // Nothing is left of the item's line.
      const bool whole_line = line_start(text_, start) == start && start > floor && is_newline(text_[skip_blanks(end)]);
      if (whole_line) end = line_end(text_, end);
      claim(start, end);
    }
  }

  // Takes the white space before an item along, but no newline that ends a comment which stays.
  std::uint32_t begin_of(std::uint32_t start, std::uint32_t floor) const {
    std::uint32_t at = start;
    while (at > floor && is_layout(text_[at - 1])) --at;
    const auto& comments = items_.front().tree().comments();
    const auto after =
        std::upper_bound(comments.begin(), comments.end(), at,
                         [](std::uint32_t value, const ByteRange& comment) { return value < comment.start; });
    if (after == comments.begin() || (after - 1)->end != at || at == floor) return at;
    while (start > at && is_blank(text_[start - 1])) --start;
    return start;
  }

  std::vector<Node> items_;
  std::string_view text_;
  std::vector<Claim> claims_;
};

}  // namespace

std::vector<Claim> remove_items(const std::vector<Node>& items) {
  if (items.empty()) return {};
  return ItemRemover(items).run();
}

bool are_all_items(std::vector<Node> items) {
  const auto before = [](Node a, Node b) { return a.index() < b.index(); };
  std::sort(items.begin(), items.end(), before);
  return std::all_of(items.begin(), items.end(), [&](Node item) {
    const auto goes = [&](Node other) {
      return !other || std::binary_search(items.begin(), items.end(), other, before);
    };
    return goes(item_before(item)) && goes(item_after(item));
  });
}

}  // namespace py3k::engine
