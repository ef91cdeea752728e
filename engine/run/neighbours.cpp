#include "engine/run/neighbours.h"

#include <string_view>
#include <utility>
#include <vector>

#include "engine/dialect/dialect.h"
#include "engine/run/taken_names.h"
#include "engine/source/source_text.h"

namespace py3k::engine {
namespace {

// Of a directory's files, one in so many has to show Python 2: what is left of it in a package that has been converted
// is less.
constexpr std::size_t kShare = 5;

const WordTable& glance_table() {
  static const WordTable table(
      [] { return std::vector<std::string>(telling_words().begin(), telling_words().end()); }());
  return table;
}

Dialect glance(std::string bytes) {
  const auto source = read_source(std::move(bytes));
  if (!source) return Dialect::kBoth;
  const LexedSource lexed = lex(source->text, {.words = &glance_table(), .ends_at_python2 = true});
  return lexed.error.what.empty() ? dialect_at_a_glance(lexed, glance_table()) : Dialect::kBoth;
}

std::string_view directory_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string_view::npos) return ".";
  return path.substr(0, slash == 0 ? 1 : slash);
}

// A folder of tests in a package has no __init__.py, and still belongs to it.
bool is_top(const std::string& directory, std::string_view root, const Project& project) {
  const bool is_below_root = directory != root && directory.starts_with(root);
  return !is_below_root && !project.is_package(directory) && !project.is_package(std::string(directory_of(directory)));
}

}  // namespace

std::string Neighbours::key_of(const std::string& path) const {
  const std::string directory(directory_of(path));
  const std::lock_guard lock(mutex_);
  auto [known, is_new] = canonical_.try_emplace(directory);
  if (is_new) known->second = store_.canonical(directory).value_or(directory);
  return known->second + "/" + path.substr(path.rfind('/') + 1);
}

void Neighbours::note(const std::string& path, Dialect shown) {
  std::string key = key_of(path);
  const std::lock_guard lock(mutex_);
  noted_.try_emplace(std::move(key), shown);
}

// What was noted counts, even where it came only after the file had been read here: it is from before the file changed.
Dialect Neighbours::shown_by(const std::string& path, const Project& project) const {
  {
    const std::lock_guard lock(mutex_);
    if (const auto known = noted_.find(path); known != noted_.end()) return known->second;
  }
  const Dialect shown = glance(*project.taken_names().text_of(path));
  const std::lock_guard lock(mutex_);
  return noted_.try_emplace(path, shown).first->second;
}

// Files are converted directory by directory, so that all threads come to ask for the same one at once.
Neighbours::Count Neighbours::count_in(const std::string& directory, const Project& project) const {
  Directory* counted = nullptr;
  {
    const std::lock_guard lock(mutex_);
    counted = &counts_[directory];
  }
  std::call_once(counted->once, [&] {
    const auto entries = store_.list(directory);
    for (const DirectoryEntry& entry : entries ? *entries : std::vector<DirectoryEntry>()) {
      if (entry.kind != FileKind::kFile || !entry.name.ends_with(".py")) continue;
      counted->count.add(shown_by(directory + "/" + entry.name, project), 1);
    }
  });
  return counted->count;
}

void Neighbours::Count::add(Dialect shown, std::size_t number) {
  files += number;
  python2 += shown == Dialect::kPython2 ? number : 0;
  python3 += shown == Dialect::kPython3 ? number : 0;
}

Origin Neighbours::around(const std::string& path, const Project& project) const {
  const Home home = project.home_of(path);
  const std::string own = key_of(path);
  const std::string own_directory(directory_of(own));
  for (std::string directory = own_directory;; directory = std::string(directory_of(directory))) {
    Count count = count_in(directory, project);
    if (directory == own_directory) count.add(shown_by(own, project), static_cast<std::size_t>(-1));
    const bool is_enough = count.python2 > 0 && count.python2 * kShare >= count.files;
    if (is_enough) return count.python3 > 0 ? Origin::kHalf : Origin::kByProject;
    // A few files may be what has come into a package that was converted, or a package where Python 2 seldom shows: the
    // package around it knows better.
    if (count.python3 > 0 || directory == "/" || is_top(directory, home.root, project)) return Origin::kPython3;
  }
}

}  // namespace py3k::engine
