#include "cli/review/review_memory.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <utility>

#include "cli/version.h"

namespace py3k::cli {
namespace {

using engine::Expected;
using Json = nlohmann::ordered_json;

constexpr const char* kRecord = ".json";
constexpr const char* kOriginal = ".orig";

// The line that an offset is in, without what indents it.
std::string_view line_at(std::string_view text, std::size_t offset) {
  offset = std::min(offset, text.size());
  const std::size_t before = offset == 0 ? std::string_view::npos : text.rfind('\n', offset - 1);
  std::string_view line = text.substr(before + 1);  // npos + 1 is 0
  line = line.substr(0, line.find_first_of("\r\n"));
  const std::size_t first = line.find_first_not_of(" \t");
  return first == std::string_view::npos ? std::string_view() : line.substr(first);
}

Json json_of(const ChangeKey& key) {
  return {{"fixer", key.fixer}, {"start", key.start}, {"end", key.end}, {"line", key.line}};
}

Json json_of(const std::vector<ChangeKey>& keys) {
  Json list = Json::array();
  for (const ChangeKey& key : keys) list.push_back(json_of(key));
  return list;
}

// Bytes as JSON can hold them, whatever their encoding.
Json json_of_bytes(std::string_view bytes) {
  Json list = Json::array();
  for (const char c : bytes) list.push_back(static_cast<unsigned char>(c));
  return list;
}
std::string bytes_of(const Json& list) {
  std::string bytes;
  for (const Json& byte : list) bytes += static_cast<char>(byte.get<unsigned char>());
  return bytes;
}

std::vector<ChangeKey> keys_of(const Json& list) {
  std::vector<ChangeKey> keys;
  for (const Json& key : list) {
    keys.push_back({key.at("fixer").get<std::string>(), key.at("start").get<std::uint32_t>(),
                    key.at("end").get<std::uint32_t>(), key.at("line").get<std::string>()});
  }
  return keys;
}

std::string dump(const std::string& path, const ReviewRecord& record) {
  Json edits = Json::array();
  for (const ReviewRecord::Edit& edit : record.edits) {
    edits.push_back({{"start", edit.range.start},
                     {"end", edit.range.end},
                     {"text", json_of_bytes(edit.text)},
                     {"changes", json_of(edit.changes)}});
  }
  const Json document = {{"py3k", kVersion},
                         {"path", path},
                         {"original", content_hash(record.original)},
                         {"written", record.written},
                         {"accepted", json_of(record.accepted)},
                         {"declined", json_of(record.declined)},
                         {"edits", std::move(edits)}};
  return document.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

// Nothing, for what is no record: half of one, or somebody else's.
std::optional<ReviewRecord> parse(const std::string& text, std::string original) {
  try {
    const Json document = Json::parse(text);
    if (document.at("original").get<std::string>() != content_hash(original)) return std::nullopt;
    ReviewRecord record{.original = std::move(original),
                        .written = document.at("written").get<std::string>(),
                        .accepted = keys_of(document.at("accepted")),
                        .declined = keys_of(document.at("declined")),
                        .edits = {}};
    for (const Json& edit : document.at("edits")) {
      record.edits.push_back({{edit.at("start").get<std::uint32_t>(), edit.at("end").get<std::uint32_t>()},
                              bytes_of(edit.at("text")),
                              keys_of(edit.at("changes"))});
    }
    return record;
  } catch (const Json::exception&) {
    return std::nullopt;
  }
}

}  // namespace

std::string content_hash(std::string_view bytes) {
  std::array<char, 17> text{};
  std::snprintf(text.data(), text.size(), "%016llx",
                static_cast<unsigned long long>(XXH3_64bits(bytes.data(), bytes.size())));
  return text.data();
}

ChangeKey key_of(const ReviewChange& change, std::string_view original) {
  return {change.fixer, change.range.start, change.range.end, content_hash(line_at(original, change.range.start))};
}

ReviewRecord record_of(const FileReview& review, std::string_view text, std::string original,
                       std::string_view written) {
  ReviewRecord record{
      .original = std::move(original), .written = content_hash(written), .accepted = {}, .declined = {}, .edits = {}};
  const auto key_by_number = [&](std::uint32_t number) {
    const auto& changes = review.changes();
    const auto found = std::find_if(changes.begin(), changes.end(),
                                    [&](const ReviewChange& change) { return change.number == number; });
    return key_of(*found, text);
  };
  for (const ReviewChange& change : review.changes()) {
    if (change.decision == Decision::kAccepted) record.accepted.push_back(key_of(change, text));
    if (change.decision == Decision::kDeclined) record.declined.push_back(key_of(change, text));
  }
  for (const engine::HandEdit& edit : review.edits()) {
    ReviewRecord::Edit kept{edit.range, edit.text, {}};
    for (const std::uint32_t number : edit.changes) kept.changes.push_back(key_by_number(number));
    record.edits.push_back(std::move(kept));
  }
  return record;
}

void apply_record(const ReviewRecord& record, bool is_same_text, std::string_view text, FileReview& review) {
  const auto holds = [&](const std::vector<ChangeKey>& keys, const ReviewChange& change) {
    const ChangeKey key = key_of(change, text);
    return std::any_of(keys.begin(), keys.end(), [&](const ChangeKey& other) {
      return is_same_text ? other == key : other.fixer == key.fixer && other.line == key.line;
    });
  };
  for (ReviewChange& change : review.changes()) {
    if (holds(record.declined, change)) change.decision = Decision::kDeclined;
  }
  if (!is_same_text) return;
  std::vector<engine::HandEdit> edits;
  for (const ReviewRecord::Edit& edit : record.edits) edits.push_back({edit.range, edit.text, {}});
  for (ReviewChange& change : review.changes()) {
    if (holds(record.accepted, change)) change.decision = Decision::kAccepted;
    for (std::size_t i = 0; i < edits.size(); ++i) {
      if (!holds(record.edits[i].changes, change)) continue;
      edits[i].changes.push_back(change.number);
      change.decision = Decision::kEdited;
    }
  }
  review.set_edits(std::move(edits));
}

ReviewMemory::ReviewMemory(const engine::FileStore& store, std::string directory)
    : store_(store), directory_(std::move(directory)) {
  if (directory_.empty()) return;
  const auto entries = store_.list(directory_);
  if (!entries) return;  // nobody has used -i yet
  for (const engine::DirectoryEntry& entry : *entries) names_.insert(entry.name);
}

std::string ReviewMemory::name_of(const std::string& path) const {
  const auto canonical = store_.canonical(path);
  return content_hash(canonical ? *canonical : path);
}

std::optional<ReviewRecord> ReviewMemory::find(const std::string& path) const {
  if (names_.empty()) return std::nullopt;
  const std::string name = name_of(path);
  if (!names_.contains(name + kRecord)) return std::nullopt;
  const auto text = store_.read(directory_ + "/" + name + kRecord);
  auto original = store_.read(directory_ + "/" + name + kOriginal);
  if (!text || !original) return std::nullopt;
  return parse(*text, std::move(*original));
}

Expected<void> ReviewMemory::remember(const std::string& path, const ReviewRecord& record) const {
  if (directory_.empty()) return {};
  const std::string name = name_of(path);
  const std::string base = directory_ + "/" + name;
  // The text comes first: a record without it is none.
  if (auto done = store_.write_beside(base + kOriginal, record.original, path); !done) return done;
  return store_.write_beside(base + kRecord, dump(path, record), path);
}

Expected<void> ReviewMemory::forget(const std::string& path) const {
  if (!find(path)) return {};
  return remember(path, {});
}

bool ReviewMemory::is_partly_converted(const std::string& path, std::string_view bytes) const {
  const auto record = find(path);
  return record && record->is_partly_converted() && record->written == content_hash(bytes) && record->original != bytes;
}

}  // namespace py3k::cli
