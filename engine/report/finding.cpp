#include "engine/report/finding.h"

namespace py3k::engine {

std::string_view safety_name(Safety safety) {
  switch (safety) {
    case Safety::kSafe:
      return "safe";
    case Safety::kUnsafe:
      return "unsafe";
    case Safety::kManual:
      return "manual";
  }
  return "";
}

std::string_view outcome_name(Outcome outcome) {
  switch (outcome) {
    case Outcome::kUnchanged:
      return "unchanged";
    case Outcome::kChanged:
      return "changed";
    case Outcome::kSkipped:
      return "skipped";
    case Outcome::kFailed:
      return "failed";
  }
  return "";
}

std::string_view dialect_name(Dialect dialect) {
  switch (dialect) {
    case Dialect::kPython2:
      return "python2";
    case Dialect::kPython3:
      return "python3";
    case Dialect::kBoth:
      return "both";
  }
  return "";
}

}  // namespace py3k::engine
