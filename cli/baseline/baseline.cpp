#include "cli/baseline/baseline.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <utility>

#include "engine/report/line_index.h"
#include "engine/source/encoding.h"

namespace py3k::cli {
namespace {

using engine::Expected;
using engine::failure;
using Json = nlohmann::ordered_json;

constexpr int kVersion = 1;
constexpr const char* kVersionKey = "py3k_baseline";
constexpr const char* kNoBaseline = "py3k wrote none such; put the file back as it was, or delete it and make it anew";

std::string_view trimmed(std::string_view line) {
  constexpr std::string_view kBlanks = " \t\r\n\f";
  const std::size_t begin = std::min(line.find_first_not_of(kBlanks), line.size());
  return line.substr(begin, line.find_last_not_of(kBlanks) + 1 - begin);
}

constexpr int kHex = 16;

// JSON is UTF-8, and paths need not be.
std::string encoded(std::string_view path) {
  std::string text;
  std::size_t invalid = engine::find_invalid_utf8(path);
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (i != invalid && path[i] != '%') {
      text += path[i];
      continue;
    }
    text += fmt::format("%{:02X}", static_cast<unsigned char>(path[i]));
    if (i != invalid) continue;
    const std::size_t next = engine::find_invalid_utf8(path.substr(i + 1));
    invalid = next == std::string_view::npos ? next : next + i + 1;
  }
  return text;
}

std::string decoded(std::string_view text) {
  std::string path;
  for (std::size_t i = 0; i < text.size(); ++i) {
    unsigned char byte = 0;
    const std::string_view digits = text[i] == '%' ? text.substr(i + 1, 2) : std::string_view();
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), byte, kHex);
    const bool is_byte = digits.size() == 2 && error == std::errc() && end == digits.data() + 2;
    path += is_byte ? static_cast<char>(byte) : text[i];
    if (is_byte) i += 2;
  }
  return path;
}

// What the lines of a baseline say, one after the other.
class Parser {
 public:
  Parser(const std::string& path, std::string_view text) : path_(path), text_(text) {}

  Expected<Baseline> run() {
    Baseline baseline;
    for (bool is_first = true; !text_.empty(); is_first = false) {
      ++line_;
      const std::string_view line = text_.substr(0, text_.find('\n'));
      text_.remove_prefix(std::min(text_.size(), line.size() + 1));
      if (auto read = is_first ? read_header(line, baseline) : read_entry(line, baseline); !read)
        return tl::unexpected(read.error());
    }
    if (line_ == 0) return failure(path_ + ":1:1: is empty, and so no baseline", kNoBaseline);
    return baseline;
  }

 private:
  std::string place(std::size_t column) const {
    return path_ + ":" + std::to_string(line_) + ":" + std::to_string(column) + ": ";
  }
  tl::unexpected<engine::Error> wrong(const std::string& what) const { return failure(place(1) + what, kNoBaseline); }

  Expected<Json> parse(std::string_view line) const {
    try {
      return Json::parse(line);
    } catch (const Json::parse_error& error) {
      return failure(place(error.byte) + "this is no JSON", kNoBaseline);
    }
  }

  Expected<void> read_header(std::string_view line, Baseline& baseline) const {
    const auto header = parse(line);
    if (!header) return tl::unexpected(header.error());
    if (!header->is_object() || !header->contains(kVersionKey) || !header->at(kVersionKey).is_number_integer())
      return wrong("this is no baseline of py3k's");
    const auto version = header->at(kVersionKey).get<std::int64_t>();
    baseline.set_target(text_in(*header, "target"));
    if (version == kVersion) return {};
    return failure(place(1) + "this baseline has the version " + std::to_string(version) + ", and this py3k knows " +
                       std::to_string(kVersion),
                   "use the py3k that wrote it, or delete it and make it anew");
  }

  Expected<void> read_entry(std::string_view line, Baseline& baseline) const {
    const auto entry = parse(line);
    if (!entry) return tl::unexpected(entry.error());
    const std::string path = decoded(text_in(*entry, "path"));
    const std::string fixer = text_in(*entry, "fixer");
    const std::string hash = text_in(*entry, "line");
    if (path.empty() || fixer.empty()) return wrong("there has to be a path and a fixer");
    FindingKey key{fixer, 0};
    const auto [end, error] = std::from_chars(hash.data(), hash.data() + hash.size(), key.line, kHex);
    if (hash.size() != kDigits || error != std::errc() || end != hash.data() + hash.size())
      return wrong("`line` has to be 16 hexadecimal digits");
    const auto count = entry->find("count");
    if (count == entry->end() || !count->is_number_unsigned() || count->get<std::size_t>() == 0)
      return wrong("`count` has to be a number above 0");
    baseline.add(path, key, count->get<std::size_t>());
    return {};
  }

  static std::string text_in(const Json& entry, const char* key) {
    const bool is_there = entry.is_object() && entry.contains(key) && entry.at(key).is_string();
    return is_there ? entry.at(key).get<std::string>() : "";
  }

  static constexpr std::size_t kDigits = 16;
  const std::string& path_;
  std::string_view text_;
  std::size_t line_ = 0;
};

}  // namespace

std::vector<FindingKey> keys_of(const engine::FileResult& result, std::string_view bytes) {
  std::vector<FindingKey> keys;
  if (result.findings.empty()) return keys;
  const engine::LineIndex lines(bytes, engine::Columns::kBytes);
  for (const engine::Finding& finding : result.findings) {
    const std::uint32_t start = lines.line_start(finding.line);
    const std::string_view line = trimmed(bytes.substr(start, lines.line_start(finding.line + 1) - start));
    keys.push_back({finding.fixer, XXH3_64bits(line.data(), line.size())});
  }
  return keys;
}

Expected<Baseline> Baseline::parse(const std::string& path, std::string_view text) { return Parser(path, text).run(); }

std::string Baseline::text() const {
  Json header = {{kVersionKey, kVersion}};
  if (!target_.empty()) header["target"] = target_;
  std::string text = header.dump() + "\n";
  for (const auto& [path, counts] : files_) {
    for (const auto& [key, count] : counts) {
      const Json entry = {
          {"path", encoded(path)}, {"fixer", key.fixer}, {"line", fmt::format("{:016x}", key.line)}, {"count", count}};
      text += entry.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
    }
  }
  return text;
}

std::vector<bool> Baseline::accepted(const std::string& path, const std::vector<FindingKey>& found) const {
  std::vector<bool> accepted(found.size(), false);
  const auto file = files_.find(path);
  if (file == files_.end()) return accepted;
  Counts left = file->second;
  for (std::size_t i = 0; i < found.size(); ++i) {
    const auto entry = left.find(found[i]);
    if (entry == left.end() || entry->second == 0) continue;
    --entry->second;
    accepted[i] = true;
  }
  return accepted;
}

void Baseline::add(const std::string& path, const FindingKey& key, std::size_t count) { files_[path][key] += count; }

std::size_t Baseline::shrink(const std::string& path, const Counts& left) {
  const auto file = files_.find(path);
  if (file == files_.end()) return 0;
  std::size_t gone = 0;
  for (auto& [key, count] : file->second) {
    const auto now = left.find(key);
    const std::size_t kept = std::min(count, now == left.end() ? 0 : now->second);
    gone += count - kept;
    count = kept;
  }
  std::erase_if(file->second, [](const auto& entry) { return entry.second == 0; });
  if (file->second.empty()) files_.erase(file);
  return gone;
}

void Baseline::move(const std::string& from, const std::string& to) {
  auto entries = files_.extract(from);
  if (entries.empty() || files_.contains(to)) return;
  entries.key() = to;
  files_.insert(std::move(entries));
}

const Baseline::Counts* Baseline::of(const std::string& path) const {
  const auto file = files_.find(path);
  return file == files_.end() ? nullptr : &file->second;
}

std::vector<std::string> Baseline::paths() const {
  std::vector<std::string> paths;
  for (const auto& [path, counts] : files_) paths.push_back(path);
  return paths;
}

std::size_t Baseline::size() const {
  std::size_t size = 0;
  for (const auto& [path, counts] : files_)
    for (const auto& [key, count] : counts) size += count;
  return size;
}

}  // namespace py3k::cli
