// BatchPaths: the shortest way to name the files of a batch on the command line: a directory where it takes all that
// there is to change below it, files elsewhere.
//
//   BatchPaths names({"src"}, {"src/a/x.py", "src/a/y.py", "src/b.py"});   // what was named, all that changes
//   names.of({"src/a/x.py", "src/a/y.py"})                                 // {"src/a"}
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace py3k::cli {

class BatchPaths {
 public:
  // Without `operands` files are always named one by one.
  BatchPaths(const std::vector<std::string>& operands, const std::vector<std::string>& changing);
  std::vector<std::string> of(const std::vector<std::string>& files) const;

 private:
  bool is_within_operands(const std::string& directory) const;

  std::vector<std::string> operands_;
  std::map<std::string, std::size_t> changing_;  // how many files, by directory, at any depth
};

// The directories that a path lies in, the outermost first: "." and "src" and "src/a".
std::vector<std::string> directories_above(const std::string& path);

}  // namespace py3k::cli
