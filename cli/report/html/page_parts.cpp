#include "cli/report/html/page_parts.h"

#include <string_view>

namespace py3k::cli {

// Generated from the files beside this one: see cli/CMakeLists.txt.
extern const std::string_view kPageHtml;
extern const std::string_view kPageStyle;
extern const std::string_view kPageScript;

namespace {

constexpr std::string_view kStyleMark = "/* style */";
constexpr std::string_view kDataMark = "/* data */";
constexpr std::string_view kScriptMark = "/* script */";

std::string_view before(std::string_view text, std::string_view mark) { return text.substr(0, text.find(mark)); }

std::string_view after(std::string_view text, std::string_view mark) {
  return text.substr(text.find(mark) + mark.size());
}

std::string filled(std::string_view text, std::string_view mark, std::string_view content) {
  return std::string(before(text, mark)).append(content).append(after(text, mark));
}

}  // namespace

std::string page_until_data() { return filled(before(kPageHtml, kDataMark), kStyleMark, kPageStyle); }

std::string page_after_data() { return filled(after(kPageHtml, kDataMark), kScriptMark, kPageScript); }

}  // namespace py3k::cli
