#include "cli/vendor/vendor.h"

#include <algorithm>
#include <utility>

#include "engine/analysis/import_list.h"
#include "engine/analysis/import_scan.h"
#include "engine/library/facts.h"
#include "engine/report/finding.h"
#include "engine/run/taken_names.h"

namespace py3k::cli {
namespace {

using engine::Expected;
using engine::Fact;
using engine::FileResult;
using engine::FileStore;
using engine::Home;
using engine::ModuleKind;
using engine::Outcome;
using engine::ScannedImport;

constexpr std::string_view kMark = "brought along by `py3k vendor`";
constexpr std::string_view kDefaultPackage = "_vendor";
constexpr std::string_view kFixer = "vendored_modules";
constexpr const char* kLicense = "LICENSE.txt";

std::string first_part(std::string_view dotted) { return std::string(dotted.substr(0, dotted.find('.'))); }

std::string directory_in(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? "" : path.substr(0, std::max<std::size_t>(slash, 1));
}

std::string joined(const std::string& directory, const std::string& name) {
  if (directory.empty()) return name;
  return directory.ends_with('/') ? directory + name : directory + "/" + name;
}

// The directory of a file's top-level modules, as the file's own path names it.
std::string root_of(const std::string& path, const Home& home) {
  std::string directory = directory_in(path);
  auto depth = home.package.empty() ? 0 : std::count(home.package.begin(), home.package.end(), '.') + 1;
  for (; depth > 0; --depth) {
    const bool can_go_up = !directory.empty() && directory != "." && !directory.ends_with("..");
    directory = can_go_up ? directory_in(directory) : joined(directory == "." ? "" : directory, "..");
  }
  return directory;
}

// Where a file is, seen from the nearest directory that is on the path.
Home home_on_path(const engine::Project& project, const std::string& path) {
  Home home = project.home_of(path);
  std::string below;
  for (std::string directory = home.directory; directory.size() > home.root.size();
       directory.resize(directory.rfind('/'))) {
    if (project.taken_names().is_import_root(project.home_of(directory + "/__init__.py"))) {
      home.root = directory;
      home.package = below;
      return home;
    }
    below.insert(0, directory.substr(directory.rfind('/') + 1) + (below.empty() ? "" : "."));
  }
  return home;
}

// Where a first comment may stand: behind what says how the file is run, and what its encoding is.
std::size_t place_of_header(std::string_view text) {
  std::size_t place = 0;
  constexpr int kLines = 2;
  for (int line = 0; line < kLines; ++line) {
    const std::size_t end = text.find('\n', place);
    const std::string_view content = text.substr(place, end - place);
    const bool is_special =
        content.starts_with("#!") || (content.starts_with("#") && content.find("coding") < content.size());
    if (end == std::string_view::npos || !is_special) break;
    place = end + 1;
  }
  return place;
}

// What a line of a requirements file names, as pip compares names.
std::string requirement_name(std::string_view line) {
  std::string name;
  for (const char c : line) {
    const bool is_letter = std::isalnum(static_cast<unsigned char>(c)) != 0;
    if (!is_letter && c != '-' && c != '_' && c != '.') break;
    name += is_letter ? static_cast<char>(std::tolower(static_cast<unsigned char>(c))) : '-';
  }
  return name;
}

// The line for a module that a package has.
std::string requirement(const Fact& fact) {
  const std::string package(fact.package);
  if (fact.gone.minor == 0) return package;
  return package + "; python_version >= \"" + to_string(fact.gone) + "\"";
}

bool is_gone(std::string_view module) {
  const auto& facts = engine::library().section("removed_modules");
  return std::any_of(facts.begin(), facts.end(), [&](const Fact& fact) { return fact.name == module; });
}

}  // namespace

bool is_brought_along(std::string_view bytes) {
  constexpr std::size_t kStart = 400;
  return bytes.substr(0, kStart).find(kMark) != std::string_view::npos;
}

Expected<std::unique_ptr<Vendor>> Vendor::open(Options& options, const engine::Registry& registry,
                                               const FileStore& store, const engine::Project& project) {
  if (!options.converts() || (!options.vendor && options.requirements.empty())) return std::unique_ptr<Vendor>();
  std::unique_ptr<Vendor> vendor(new Vendor(options, store, project));
  vendor->package_ = vendor->package_name();
  if (!options.vendor) return vendor;
  if (options.both_only)
    return engine::failure("--vendor can't go with --target 2+3",
                           "Python 2.7 has these modules; bring them along later");
  if (options.libraries.empty())
    return engine::failure("--vendor needs a Python's library to take modules from",
                           "add --from-library DIR, such as /usr/lib/python2.7");
  if (auto read = vendor->read_libraries(registry, options); !read) return tl::unexpected(read.error());
  return vendor;
}

Expected<void> Vendor::read_libraries(const engine::Registry& registry, Options& options) {
  engine::Vendored vendored{package_, {}, {options.modules.begin(), options.modules.end()}};
  for (const std::string& directory : options.libraries) {
    auto library = PythonLibrary::open(store_, directory);
    if (!library) return tl::unexpected(library.error());
    auto known = std::make_unique<engine::Project>(store_, std::vector<std::string>{library->directory()});
    sources_.push_back({std::move(*library), std::move(known), std::nullopt});
  }
  for (const std::string& module : options.modules) {
    if (source_of(module) != nullptr) {
      waiting_.insert(module);
      continue;
    }
    return engine::failure(
        "--module " + module + " is not in " + options.libraries.front() + ", or not written in Python",
        "leave it out, or name another library");
  }
  for (const Source& source : sources_)
    for (const std::string& module : source.library.modules())
      if (can_come(module)) vendored.modules.insert(module);
  // What a package has need not come along.
  for (const Fact& fact : engine::library().section("removed_modules")) {
    if (options.requirements.empty() || fact.package.empty()) continue;
    std::erase_if(vendored.modules, [&](const std::string& module) { return first_part(module) == fact.name; });
  }
  options.settings.vendored = std::make_shared<engine::Vendored>(std::move(vendored));
  return make_converters(registry);
}

// Is all that it imports of what Python 3 has lost in a library, too? compiler needs parser, which is written in C.
bool Vendor::can_come(const std::string& module) const {
  std::vector<std::string> next = {module};
  std::set<std::string> looked_at = {module};
  if (!is_gone(first_part(module))) return true;
  // What it does is bound to the very version of Python that it comes from.
  const auto& chosen = options_.modules;
  if (module == "imp" && std::find(chosen.begin(), chosen.end(), module) == chosen.end()) return false;
  while (!next.empty()) {
    const std::string name = std::move(next.back());
    next.pop_back();
    const Source* source = source_of(name);
    if (source == nullptr) return false;
    const std::string path = joined(source->library.directory(), source->library.file_of(name));
    const bool is_package = path.ends_with("/__init__.py");
    const std::string package = is_package ? name : name.substr(0, std::min(name.rfind('.'), name.size()));
    for (const engine::ImportedName& import : engine::imports_of(store_.read(path).value_or("")).names) {
      const std::string beside = package + "." + import.module;
      const bool is_beside = source_of(beside) != nullptr;
      if (!is_beside && (import.level > 0 || !is_gone(first_part(import.module)))) continue;
      const std::string needed = is_beside ? beside : import.module;
      if (looked_at.insert(needed).second) next.push_back(needed);
    }
  }
  return true;
}

Expected<void> Vendor::make_converters(const engine::Registry& registry) {
  for (Source& source : sources_) {
    engine::Settings settings = options_.settings;
    settings.from = source.library.is_python2() ? engine::Language::kPython2 : engine::Language::kPython3;
    settings.safe_only = settings.restricted = false;
    // A Python 3 library is taken as it is, but for what it imports.
    engine::Selection choice;
    if (!source.library.is_python2()) choice.fix = {std::string(kFixer)};
    auto fixers = registry.select(choice);
    if (!fixers) return tl::unexpected(fixers.error());
    auto converter = engine::Converter::create(std::move(*fixers), settings, registry.names());
    if (!converter) return tl::unexpected(converter.error());
    source.converter.emplace(std::move(*converter));
  }
  return {};
}

// The package's dotted name. It need not be there yet.
std::string Vendor::package_name() const {
  std::string directory = options_.vendor_package;
  while (directory.size() > 1 && directory.ends_with('/')) directory.pop_back();
  if (directory.empty()) return std::string(kDefaultPackage);
  const std::string above = directory_in(directory);
  const Home home = project_.home_of(joined(above.empty() ? "." : above, "module.py"));
  const std::string name = directory.substr(directory.rfind('/') + 1);
  return home.package.empty() ? name : home.package + "." + name;
}

const Vendor::Source* Vendor::source_of(const std::string& module) const {
  for (const Source& source : sources_)
    if (source.library.has(module)) return &source;
  return nullptr;
}

// What a text imports from the package.
std::set<std::string> Vendor::modules_in(std::string_view text) const {
  std::set<std::string> modules;
  if (text.find(package_) == std::string_view::npos) return modules;
  const std::string start = package_ + ".";
  for (const ScannedImport& import : engine::scan_imports(text)) {
    if (import.level != 0 || !(import.module + ".").starts_with(start)) continue;
    const std::string module = import.module.substr(std::min(import.module.size(), start.size()));
    modules.insert(module);
    for (const auto& name : import.names) modules.insert((module.empty() ? "" : module + ".") + name.name);
  }
  std::erase_if(modules, [&](const std::string& module) { return source_of(module) == nullptr; });
  return modules;
}

// The same for what has come along as `own`, which may say where it is by dots.
std::set<std::string> Vendor::modules_in(std::string_view text, const std::string& own, bool is_package) const {
  std::set<std::string> modules = modules_in(text);
  const std::string top = first_part(own);
  if (top == own && !is_package) return modules;
  for (const ScannedImport& import : engine::scan_imports(text)) {
    if (import.level == 0) continue;
    std::string above = own;
    for (unsigned up = is_package ? 1 : 0; up < import.level; ++up)
      above.resize(std::min(above.size(), above.rfind('.')));
    const std::string module = import.module.empty() ? above : above + "." + import.module;
    modules.insert(module);
    for (const auto& name : import.names) modules.insert(module + "." + name.name);
  }
  // What it imports by a name that only running it tells may be any part of its package.
  const bool is_dynamic =
      !engine::places_of_word(text, "__import__").empty() || !engine::places_of_word(text, "import_module").empty();
  if (const Source* source = source_of(own); is_dynamic && source != nullptr)
    for (const std::string& module : source->library.modules())
      if (module.starts_with(top + ".")) modules.insert(module);
  std::erase_if(modules, [&](const std::string& module) { return source_of(module) == nullptr; });
  return modules;
}

std::set<std::string> Vendor::packages_in(std::string_view text, const Home& home) const {
  std::set<std::string> lines;
  if (options_.requirements.empty()) return lines;
  std::set<std::string> imported;
  for (const ScannedImport& import : engine::scan_imports(text)) {
    const std::string top = import.level == 0 ? first_part(import.module) : "";
    if (top.empty() || project_.find(home.directory, top) != ModuleKind::kNone) continue;
    if (project_.find(home.root, top) == ModuleKind::kNone) imported.insert(top);
  }
  for (const Fact& fact : engine::library().section("removed_modules"))
    if (!fact.package.empty() && imported.contains(std::string(fact.name))) lines.insert(requirement(fact));
  // Newer ones have it no longer.
  if (imported.contains("pkg_resources")) lines.insert("setuptools<82");
  return lines;
}

Vendor::Seen Vendor::look(const FileReport& file) const {
  Seen seen;
  const FileResult& result = file.result;
  const bool is_read = result.outcome == Outcome::kChanged || result.outcome == Outcome::kUnchanged;
  if (!is_read || is_brought_along(file.bytes)) return seen;
  const std::string& text = result.outcome == Outcome::kChanged ? result.output_bytes : file.bytes;
  seen.path = result.path;
  seen.home = home_on_path(project_, result.path);
  seen.modules = modules_in(text);
  seen.packages = packages_in(text, seen.home);
  if (seen.modules.empty()) return seen;
  for (const ScannedImport& import : engine::scan_imports(text))
    if (import.level == 0) seen.others.insert(first_part(import.module));
  return seen;
}

void Vendor::take(const Seen& seen) {
  if (seen.path.empty()) return;
  if (model_.empty()) model_ = seen.path;
  packages_.insert(seen.packages.begin(), seen.packages.end());
  waiting_.insert(seen.modules.begin(), seen.modules.end());
  if (!seen.modules.empty()) seen_.push_back(seen);
}

// A directory of modules whose files import what only another one has is on the path together with that: one copy is
// enough. Two copies that are on it together have to be the same, since the first one found hides the other.
std::vector<std::string> Vendor::places() const {
  if (!options_.vendor_package.empty()) {
    std::string directory = options_.vendor_package;
    while (directory.size() > 1 && directory.ends_with('/')) directory.pop_back();
    return {directory};
  }
  std::map<std::string, std::string> shown;  // by absolute path
  for (const Seen& seen : seen_) shown.emplace(seen.home.root, root_of(seen.path, seen.home));
  const auto is_served = [&](const std::string& root, const std::string& other) {
    return std::any_of(seen_.begin(), seen_.end(), [&](const Seen& seen) {
      return seen.home.root == root && std::any_of(seen.others.begin(), seen.others.end(), [&](const auto& top) {
               return project_.find(other, top) != ModuleKind::kNone && project_.find(root, top) == ModuleKind::kNone;
             });
    });
  };
  std::set<std::string> kept;
  for (const auto& [root, name] : shown) kept.insert(root);
  for (const auto& [root, name] : shown) {
    const bool is_spare = std::any_of(
        kept.begin(), kept.end(), [&](const std::string& other) { return other != root && is_served(root, other); });
    if (is_spare) kept.erase(root);
  }
  std::vector<std::string> places;
  for (const std::string& root : kept) places.push_back(joined(shown.at(root), std::string(kDefaultPackage)));
  // Asked for by name, and used nowhere.
  if (places.empty()) {
    const std::string base = common_directory(options_.operands, store_);
    places.push_back(joined(base, std::string(kDefaultPackage)));
  }
  return places;
}

std::vector<FileReport> Vendor::bring(const FileStep& step) {
  std::vector<FileReport> reports;
  if (waiting_.empty() || sources_.empty()) return reports;
  const std::set<std::string> wanted = waiting_;
  for (const std::string& place : places()) {
    waiting_ = wanted;
    done_.clear();
    while (!waiting_.empty()) {
      const std::string module = *waiting_.begin();
      waiting_.erase(waiting_.begin());
      if (done_.insert(module).second) bring_module(module, place, step, reports);
    }
  }
  return reports;
}

void Vendor::bring_module(const std::string& module, const std::string& place, const FileStep& step,
                          std::vector<FileReport>& reports) {
  const Source* source = source_of(module);
  if (source == nullptr) return;
  constexpr const char* kInit = "__init__.py";
  const std::string file = source->library.file_of(module);
  bring_text(*source, file, joined(place, kInit), "# Modules of Python's library, " + std::string(kMark) + ".\n", step,
             reports);
  if (const auto license = store_.read(joined(source->library.directory(), kLicense)))
    bring_text(*source, kLicense, joined(place, "LICENSE-python" + source->library.version() + ".txt"), *license, step,
               reports);
  if (const std::size_t dot = module.rfind('.'); dot != std::string::npos) waiting_.insert(module.substr(0, dot));
  bring_file(*source, module, joined(place, file), step, reports);
}

void Vendor::bring_file(const Source& source, const std::string& module, const std::string& target,
                        const FileStep& step, std::vector<FileReport>& reports) {
  const std::string file = source.library.file_of(module);
  const bool is_package = file.ends_with("__init__.py");
  // What is there stays, whoever has made it; but what it needs may be missing.
  if (const auto there = store_.read(step.plan().target_of(target))) {
    waiting_.merge(modules_in(*there, module, is_package));
    return;
  }
  const std::string path = joined(source.library.directory(), file);
  FileReport report;
  auto bytes = store_.read(path);
  report.result =
      bytes ? source.converter->convert(path, *bytes, source.project.get()) : failed_file(path, bytes.error());
  FileResult& result = report.result;
  if (result.outcome == Outcome::kFailed || result.outcome == Outcome::kSkipped) {
    reports.push_back(std::move(report));
    return;
  }
  if (result.outcome == Outcome::kUnchanged) result.output_bytes = *bytes;
  report.bytes = std::move(*bytes);
  waiting_.merge(modules_in(result.output_bytes, module, is_package));
  packages_.merge(packages_in(result.output_bytes, source.project->home_of(path)));
  result.output_bytes.insert(place_of_header(result.output_bytes), header(source, file));
  result.path = target;
  result.outcome = Outcome::kChanged;
  result.dialect = engine::Dialect::kPython3;
  report.brought_from = path;
  step.write_new(report, path);
  reports.push_back(std::move(report));
}

// A file that is not converted.
void Vendor::bring_text(const Source& source, const std::string& file, const std::string& target, std::string text,
                        const FileStep& step, std::vector<FileReport>& reports) const {
  const bool is_there = store_.inspect(step.plan().target_of(target)).has_value();
  const bool is_known = std::any_of(reports.begin(), reports.end(),
                                    [&](const FileReport& report) { return report.result.path == target; });
  if (is_there || is_known) return;
  FileReport report;
  report.brought_from = source.library.directory();
  report.result.path = target;
  report.result.outcome = Outcome::kChanged;
  report.result.dialect = engine::Dialect::kPython3;
  report.result.output_bytes = std::move(text);
  step.write_new(report, joined(source.library.directory(), file));
  reports.push_back(std::move(report));
}

std::string Vendor::header(const Source& source, const std::string& file) const {
  const std::string version = source.library.version();
  const bool has_license = store_.inspect(joined(source.library.directory(), kLicense)).has_value();
  std::string text = "# " + file + " of Python " + version + "'s library, " + std::string(kMark);
  text += source.library.is_python2() ? " and converted to Python 3.\n" : ".\n";
  text += "# Copyright (c) Python Software Foundation; all rights reserved. Licensed under the PSF License Agreement: ";
  return text + (has_license ? "LICENSE-python" + version + ".txt\n" : "https://docs.python.org/3/license.html\n");
}

Expected<std::vector<std::string>> Vendor::require(engine::Journal* journal) {
  std::vector<std::string> missing;
  if (options_.requirements.empty()) return missing;
  const std::string& path = options_.requirements;
  const auto before = store_.read(path);
  std::set<std::string> there;
  std::string text = before.value_or("");
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    there.insert(requirement_name(std::string_view(text).substr(at, end - at)));
    at = end + 1;
  }
  if (!text.empty() && !text.ends_with('\n')) text += '\n';
  // What says more than a name comes last, and holds for all.
  const bool is_limited = packages_.contains("setuptools<82");
  for (const std::string& line : packages_) {
    const std::string name = requirement_name(line);
    if (is_limited && name == "setuptools" && line != "setuptools<82") continue;
    if (!there.insert(name).second) continue;
    missing.push_back(line);
    text += line + "\n";
  }
  if (missing.empty() || !options_.write) return missing;
  Expected<void> written;
  if (journal != nullptr) written = before ? journal->record(path, *before, text) : journal->record_new(path, text);
  if (written) written = before ? store_.rewrite(path, *before, text) : store_.write_beside(path, text, model_);
  if (!written) return tl::unexpected(engine::Error{path + " " + written.error().what, written.error().advice});
  return missing;
}

}  // namespace py3k::cli
