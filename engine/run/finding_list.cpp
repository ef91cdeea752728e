#include "engine/run/finding_list.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "engine/fixer.h"

namespace py3k::engine {

namespace {

// What no plan's change stands behind, or what is not reported.
constexpr std::uint32_t kNoChange = UINT32_MAX;

// A fixer's claim that lost against another of the same fixer's was only ever a second thought; and of what is taken
// away nothing is left to do.
bool is_silent(const Change& change) {
  if (change.is_unspoken) return true;
  return change.state == ChangeState::kDropped &&
         (change.dropped_because == "overlaps with what " + change.fixer->name + " does here" ||
          change.dropped_because.starts_with("goes with what "));
}

std::string one_line(std::string_view text) {
  constexpr std::size_t kLongest = 60;
  std::string line;
  for (char c : text) {
    if (line.size() > kLongest + 1) break;  // one more than a blank at the end may take away
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\\';
    if (!blank || c == '\\') {
      line += c;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  while (!line.empty() && line.back() == ' ') line.pop_back();
  if (line.size() <= kLongest) return line;
  std::size_t end = kLongest - 3;
  while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0) == 0x80) --end;  // no half characters
  return line.substr(0, end) + "...";
}

std::string message_of(const Plan& plan, std::uint32_t number) {
  const Change& change = plan.changes()[number];
  if (!change.message.empty()) return change.message;
  const std::string before(one_line(change.at ? change.at.text() : std::string_view()));
  const std::string after(one_line(plan.text_after(number)));
  if (before.empty() || after.empty()) return std::string(change.fixer->doc.substr(0, change.fixer->doc.find(". ")));
  return before + " -> " + after;
}

Finding finding_of(const Plan& plan, std::uint32_t number, bool is_written) {
  const Change& change = plan.changes()[number];
  Finding finding;
  finding.fixer = change.fixer->name;
  finding.change = number;
  finding.range = change.at ? change.at.range() : ByteRange{};
  finding.safety = change.safety;
  finding.applied = change.state == ChangeState::kApplied && is_written;
  finding.message = message_of(plan, number);
  if (change.state == ChangeState::kDropped && !change.dropped_because.empty())
    finding.message += " (not done: " + change.dropped_because + ")";
  return finding;
}

// Edits and places name findings instead of changes.
void refer_to_findings(const std::vector<std::uint32_t>& position, FileResult& result) {
  for (Edit& edit : result.edits) {
    edit.change = position[edit.change];
    for (std::uint32_t& change : edit.also) change = position[change];
    std::erase(edit.also, kNoChange);
  }
  for (Place& place : result.places) place.change = position[place.change];
  std::erase_if(result.places, [](const Place& place) { return place.change == kNoChange; });
}

}  // namespace

void place(Finding& finding, const LineIndex& index) {
  const TextPosition start = index.position(finding.range.start);
  const TextPosition end = index.position(finding.range.end);
  finding.line = start.line;
  finding.column = start.column;
  finding.end_line = end.line;
  finding.end_column = end.column;
}

void list_findings(const Plan& plan, const std::vector<bool>& left_out, const LineIndex& index, FileResult& result) {
  std::vector<std::pair<std::uint32_t, Finding>> found;
  for (Finding& remark : result.findings) found.emplace_back(kNoChange, std::move(remark));
  result.findings.clear();
  for (std::uint32_t i = 0; i < plan.changes().size(); ++i) {
    const Change& change = plan.changes()[i];
    if (i < left_out.size() && left_out[i]) continue;
    if (change.fixer != nullptr && is_silent(change)) continue;
    found.emplace_back(i, finding_of(plan, i, result.outcome == Outcome::kChanged));
    place(found.back().second, index);
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.second.range.start < b.second.range.start; });
  std::vector<std::uint32_t> position(plan.changes().size(), kNoChange);
  for (auto& [change, finding] : found) {
    if (change != kNoChange) position[change] = static_cast<std::uint32_t>(result.findings.size());
    result.findings.push_back(std::move(finding));
  }
  refer_to_findings(position, result);
}

}  // namespace py3k::engine
