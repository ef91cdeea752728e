#include "fixers/itertools_moves.h"

#include "fixers/library_renames.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

Node called(Node use) { return use.field() == Field::kFunction ? use.parent() : Node(); }

// imap(None, a, b) makes tuples and ends with the shortest, like zip(); unlike map(None, a, b), which goes on.
Node none_argument(Node use) {
  const Node first = called(use).child(Field::kArguments).named_child(0);
  return first.is(Kind::kNoneLiteral) && first.next().is(Kind::kTokenComma) ? first : Node();
}

std::string imap_at(Context&, Node use) { return none_argument(use) ? "__builtin__.zip" : ""; }

void without_none(ChangeBuilder& change, Node use) {
  if (const Node none = none_argument(use)) change.remove(none);
}

}  // namespace

std::vector<Rename> itertools_moves(Rename::Where where) {
  std::vector<Rename> moves = renames_of("itertools");
  at(moves, "itertools.imap").to_at = imap_at;
  at(moves, "itertools.imap").with_use = without_none;
  for (Rename& move : moves) {
    move.where = where;
    move.is_free_too = where == Rename::Where::kAttribute;
  }
  return moves;
}

}  // namespace py3k::fixers
