// TextCut: which strings of a file are bytes in Python 3 and which text, where that is cheapest: what gives and takes
// either is known, literals can be both, and where bytes meet text all the same, a conversion has to stand.
//
//   const TextCut* cut = text_cut(names, tree, …);   // null for most files: nothing in them gives or takes bytes
//   cut->is_bytes(vertex)
//   cut->crossings()      // where one becomes the other
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/analysis/names.h"
#include "engine/flow/flow_builder.h"

namespace py3k::engine {

enum class Certainty : std::uint8_t {
  kNone,    // nothing that is certain meets it
  kMixed,   // what is something else, or may be, comes there as well
  kHinted,  // what callers that aren't seen give may come there as well
  kCertain,
};

class TextCut {
 public:
  struct Crossing {
    std::uint32_t edge = 0;
    bool from_bytes = false;
    Certainty certainty = Certainty::kNone;
    bool may_be_none = false;
    bool is_ascii = false;
  };

  explicit TextCut(ValueFlow flow);

  const ValueFlow& flow() const { return flow_; }
  bool is_bytes(VertexId vertex) const { return sides_[vertex]; }
  // Does anything depend on which of the two it is?
  bool is_live(VertexId vertex) const { return live_[vertex]; }
  // Is what is there bytes, on every way that leads there?
  Certainty holds_bytes(VertexId vertex) const;
  Certainty holds_text(VertexId vertex) const;
  // How sure it is that what is on the side of bytes has to be.
  Certainty company(VertexId vertex) const;
  // Where nothing but a place that takes bytes makes it bytes: that place, the same for all that hang together.
  const Pin* wanted_by(VertexId vertex) const;
  // May other files have to do with it?
  bool is_visible(VertexId vertex) const { return companies_[root(vertex)].is_visible; }
  bool has_odd_format(VertexId vertex) const { return companies_[root(vertex)].has_odd_format; }
  // What pins it, by number.
  const std::vector<std::uint32_t>& pins_at(VertexId vertex) const { return pins_of(vertex); }
  // A number for all that hang together so.
  std::uint32_t company_of(VertexId vertex) const { return root(vertex); }
  const std::vector<Crossing>& crossings() const { return crossings_; }
  // Does all of it come from functions that give ASCII, from literals and numbers?
  bool is_ascii(VertexId vertex) const;
  // The codec that bytes are decoded by right around an expression; empty where they are not, or nobody can tell.
  std::string decoding_at(Node node) const;

  // Why it is so: the nearest place that gives or wants it.
  struct Story {
    Node at = {};
    std::string what = {};
  };
  std::optional<Story> why(VertexId vertex, bool bytes) const;

 private:
  const std::vector<std::uint32_t>& pins_of(VertexId vertex) const;
  bool takes_part(VertexId vertex) const;
  bool is_ascii_node(Node node) const;
  bool is_in_cut(const FlowEdge& edge) const;
  void keep_formats();
  void find_live();
  void part();
  void find_companies();
  std::uint32_t cost_of(const FlowEdge& edge) const;
  std::uint32_t root(VertexId vertex) const;

  ValueFlow flow_;
  std::vector<bool> live_;
  std::vector<bool> sides_;
  std::vector<Crossing> crossings_;
  std::unordered_map<VertexId, std::vector<std::uint32_t>> pins_of_;
  mutable std::vector<std::uint32_t> parents_;
  struct Company {
    bool has_bytes = false;
    bool has_want = false;  // something takes bytes
    bool has_lean = false;  // a literal is hardly text
    bool has_file = false;
    bool has_unknown = false;
    bool has_hint = false;
    bool has_stranger = false;  // a parameter that nothing here says anything about
    bool is_visible = false;
    bool has_odd_format = false;  // a format that bytes can't do
  };
  std::vector<Company> companies_;
  std::unordered_map<std::uint32_t, VertexId> text_of_;           // what str() is called with, by the call
  std::unordered_map<std::uint32_t, std::uint32_t> crossing_at_;  // by the expression
  std::vector<std::uint32_t> wants_;                              // by company: a pin
};

// That of a file; made when first asked for, and kept with its names. Null where nothing in it gives or takes bytes.
const TextCut* text_cut(const Tree& tree, const Names& names, FlowSettings settings);

}  // namespace py3k::engine
