// Keywords: the grammar's, as the grammar itself lists them.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace py3k::engine {

class Keywords {
 public:
  bool contains(std::string_view word) const;

 private:
  friend const Keywords& keywords();
  Keywords();
  void add(std::string_view name);

  std::array<std::vector<std::uint64_t>, 256> by_first_;
  std::vector<std::string_view> long_;
};

const Keywords& keywords();

}  // namespace py3k::engine
