// Renderer: walks the text once, writing the original where nothing is claimed and claims' pieces where something is.
// Puts parentheses where a hole's content, or a whole replacement, binds less tightly than its place demands, or would
// break its line; keeps the comments that a replacement leaves no place for, on lines of their own above the statement.
#pragma once

#include <string>
#include <vector>

#include "engine/rewrite/plan.h"

namespace py3k::engine {

class Renderer {
 public:
  explicit Renderer(Plan& plan);
  Rendered run();

 private:
  // A stretch of the original that is being copied, or a claim whose pieces are being written. An explicit stack, since
  // claims may nest as deeply as the source does.
  struct Frame {
    const Claim* claim = nullptr;  // null: a stretch
    std::uint32_t at = 0;          // stretch: the next byte
    std::uint32_t end = 0;
    std::size_t next = 0;      // stretch: next claim to look at; claim: next piece
    std::string closing = {};  // what follows: the parentheses that the engine has opened
    bool bracketed = false;    // a newline here does not end the statement
    std::size_t output_begin = 0;
  };

  void push_stretch(ByteRange range, bool bracketed, std::string closing);
  void push_claim(const Claim& claim, bool bracketed);
  void step_stretch(Frame& frame);
  void step_claim(std::size_t frame_index);
  void finish_claim(const Frame& frame);
  std::vector<std::uint32_t> others_inside(std::uint32_t own);
  void copy(std::uint32_t begin, std::uint32_t end);
  void add_edit(const Claim& claim, std::size_t begin);
  bool belongs_before(std::uint32_t offset) const;
  bool belongs_outside(std::uint32_t offset) const;
  void write_new(std::string_view text);
  // What the parentheses around an expression depend on.
  struct Result {
    Precedence precedence;
    bool is_number;
  };
  Result result_of(const Claim& claim) const;
  bool needs_parentheses(const Claim& claim) const;
  std::size_t index_of(const Claim& claim) const { return static_cast<std::size_t>(&claim - claims_.data()); }
  bool is_open(const Claim& claim) const { return open_[index_of(claim)]; }
  const Claim* claim_of(const Piece& piece) const;
  bool hole_needs_parentheses(const Piece& piece, bool bracketed) const;
  void keep_comments();
  bool breaks_line(ByteRange range) const;
  std::size_t first_claim_at(std::uint32_t offset) const;
  std::size_t first_claim_within(ByteRange range) const;

  Plan& plan_;
  const Tree& tree_;
  std::string_view text_;
  const std::vector<Claim>& claims_;
  Rendered out_;
  std::vector<Frame> frames_;
  std::vector<bool> open_;             // which claims are being written
  std::vector<std::uint32_t> inside_;  // changes that the outermost claim being written makes
  std::vector<ByteRange> kept_;        // what the outermost open claim has copied of the original
};

}  // namespace py3k::engine
