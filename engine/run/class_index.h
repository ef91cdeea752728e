// ClassIndex: what the classes of a project's other files have. A file is read when first asked for, once, and parsed
// only if a class of it is asked for. All functions may be called from several threads at once.
//
//   const ClassIndex& classes = project.classes();
//   classes.find(home, ".mybox.Box", "has_key")      // kYes where mybox.py, beside that file, has a class Box with it
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "engine/analysis/class_outline.h"
#include "engine/run/file_store.h"
#include "engine/run/project.h"

namespace py3k::engine {

enum class HasMember : std::uint8_t { kUnknown, kNo, kYes };

class ClassIndex {
 public:
  ClassIndex() = default;  // where no other files are known
  ClassIndex(const FileStore& store, const Project& project) : store_(&store), project_(&project) {}

  // Has a class, named as BindingSite::imported names what a file imports, a member that it, or what it is made from,
  // defines? Of `next`, only one that stays when files are converted counts.
  HasMember find(const Home& importer, std::string_view imported, std::string_view member) const;
  // The same for a class of the file itself.
  HasMember find(const Home& own, const ModuleOutline& module, Dialect dialect, const ClassOutline& type,
                 std::string_view member) const;

  // Does the module, or that which a name was imported from, define a class with that member, and not the other one?
  bool module_defines(const Home& importer, std::string_view imported, std::string_view member,
                      std::string_view without) const;
  bool is_module(const Home& importer, std::string_view imported) const;
  // Does another file in the directory of this one have a function of that name?
  bool is_defined_beside(const Home& home, std::string_view function) const;

 private:
  struct Module {
    Home home;
    std::string path;
    std::string text;  // until it is parsed
    std::unique_ptr<const ModuleOutline> outline;
  };
  // A class, and the module it is in.
  struct Place {
    const Module* module = nullptr;
    const ClassOutline* type = nullptr;
    bool is_library = false;
  };

  // Where the names in an outline are looked up.
  struct Where {
    const Home& home;
    const ModuleOutline& module;
    Dialect dialect;
  };
  static Where where_of(const Module& module) { return {module.home, *module.outline, module.outline->dialect}; }

  Place place_of(const Home& importer, std::string_view imported, int hops) const;
  HasMember find_in(const Where& where, const ClassOutline& type, std::string_view member, int hops) const;
  HasMember find_base(const Home& importer, std::string_view imported, std::string_view member, int hops) const;
  bool stays_in_python3(const Where& where, const ClassOutline& type, int hops) const;
  bool iterates_otherwise(const Where& where, const ClassOutline& type, int hops) const;
  std::string path_of(const Home& importer, std::string_view dotted) const;
  Module* module_at(const Home& importer, std::string_view dotted) const;
  const ModuleOutline& outline_of_module(Module& module) const;
  // Which modules of a directory have a function of a name, at any depth and by looks.
  using Definitions = std::unordered_map<std::string, std::vector<std::string>>;
  const Definitions& defined_in(const std::string& directory) const;

  const FileStore* store_ = nullptr;
  const Project* project_ = nullptr;
  mutable std::mutex mutex_;
  mutable std::unordered_map<std::string, std::unique_ptr<Module>> modules_;  // by path
  mutable std::unordered_map<std::string, Definitions> defined_;              // by directory
};

}  // namespace py3k::engine
