#include "engine/analysis/attribute_stores.h"

#include "engine/analysis/memory.h"

namespace py3k::engine {

bool is_attribute_set(std::string_view name, const Tree& tree, const Names& names) {
  auto& known = names.memory().set_attributes;
  if (known == nullptr) {
    auto found = std::make_shared<std::unordered_set<std::string_view>>();
    for (Node node : tree.root().descendants()) {
      if (node.is(Kind::kAttribute) && node.field() == Field::kLeft)
        found->insert(node.child(Field::kAttribute).text());
    }
    known = std::move(found);
  }
  return known->contains(name);
}

}  // namespace py3k::engine
