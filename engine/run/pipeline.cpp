#include "engine/run/pipeline.h"

#include <algorithm>
#include <cassert>
#include <set>
#include <string_view>
#include <utility>

#include "engine/dialect/dialect.h"
#include "engine/report/line_index.h"
#include "engine/rewrite/file_facts.h"
#include "engine/rewrite/import_plan.h"
#include "engine/rewrite/suppressions.h"
#include "engine/rewrite/verify.h"
#include "engine/run/file_past.h"
#include "engine/run/file_store.h"
#include "engine/run/finding_list.h"
#include "engine/run/fixer_set.h"
#include "engine/run/neighbours.h"
#include "engine/source/source_text.h"
#include "engine/syntax/misplaced.h"

namespace py3k::engine {

namespace {

// How many earlier versions of a file are looked at: each costs about what the file itself does.
constexpr std::size_t kMostVersions = 8;

// One file on its way. Each step leaves what it made for the next; a step that ends the journey says so.
class FileJob {
 public:
  FileJob(const FixerSet& fixers, const Settings& settings, std::string path, const Around& around,
          const Decisions* decisions)
      : fixers_(fixers), settings_(settings), around_(around), decisions_(decisions) {
    result_.path = std::move(path);
    facts_.path = result_.path;
    facts_.project = around.project;
    facts_.implicit_imports = ImplicitImports(around.project, result_.path);
  }

  FileResult run(std::string bytes) {
    if (bytes.size() > kLargestSource) {
      fail({"is larger than 16 MB, which would take gigabytes of memory", "have it generated anew, or split it"});
      return std::move(result_);
    }
    if (around_.past != nullptr) past_ = around_.past->of(facts_.path, bytes);
    Expected<SourceText> source = read_source(std::move(bytes));
    if (!source) {
      fail(source.error());
      return std::move(result_);
    }
    source_ = std::move(*source);
    if (!lex_it()) return std::move(result_);
    if (around_.neighbours != nullptr)
      around_.neighbours->note(facts_.path, dialect_at_a_glance(lexed_, fixers_.words()));
    if (settings_.converted && !past_.base) {
      guard();
      return std::move(result_);
    }
    const bool has_work = choose_fixers();
    const bool has_suppressions = mentions_suppression(lexed_);
    if (!(has_work || has_suppressions || settings_.parses_all) || !parse_it()) return std::move(result_);
    if (has_suppressions) suppressions_ = Suppressions::read(tree_, fixers_.names());
    if (has_work) {
      fix();
    } else {
      add_remarks();
    }
    return std::move(result_);
  }

  // What a text shows by itself.
  Dialect judge(std::string bytes) {
    if (around_.past != nullptr) past_ = around_.past->of(facts_.path, bytes);
    Expected<SourceText> source = bytes.size() > kLargestSource ? failure("too large") : read_source(std::move(bytes));
    if (!source) return Dialect::kBoth;
    source_ = std::move(*source);
    if (!lex_it() || !choose_fixers() || !parse_it()) return result_.dialect;
    if (mentions_suppression(lexed_)) suppressions_ = Suppressions::read(tree_, fixers_.names());
    settle_evidence();
    return result_.dialect;
  }
  std::string_view text() const { return source_.text; }

 private:
  void fail(const Error& error) {
    result_.outcome = Outcome::kFailed;
    result_.reason = error.what + (error.advice.empty() ? "" : "; " + error.advice);
  }
  // A file that is to be left alone may be anything.
  void fail_at(std::uint32_t offset, std::string_view what) {
    if (is_ignored_whole(lexed_)) return;
    fail({"line " + std::to_string(lines().line(offset)) + ": " + std::string(what), {}});
  }
  const LineIndex& lines() {
    const bool characters = source_.transcoded || source_.encoding->name == "utf-8";
    if (!lines_) lines_.emplace(source_.text, characters ? Columns::kCharacters : Columns::kBytes);
    return *lines_;
  }

  bool lex_it() {
    const Language language = settings_.from.value_or(Language::kPython2);
    lexed_ = lex(source_.text, {.language = language,
                                .print_function = settings_.print_function,
                                .exec_function = settings_.exec_function,
                                .words = &fixers_.words()});
    const bool is_unfinished = this->is_unfinished();
    if (!settings_.from && !is_unfinished && dialect_by_syntax(lexed_.evidence) == Dialect::kPython3) {
      lexed_ = lex(source_.text, {.language = Language::kPython3, .words = &fixers_.words()});
    }
    result_.dialect = dialect_by_syntax(lexed_.evidence);
    if (settings_.from) result_.dialect = language == Language::kPython2 ? Dialect::kPython2 : Dialect::kPython3;
    if (lexed_.language == Language::kPython3) result_.dialect = Dialect::kPython3;
    if (is_unfinished && result_.dialect == Dialect::kPython3) result_.dialect = Dialect::kBoth;
    if (settings_.expects_python2 && result_.dialect == Dialect::kBoth) result_.dialect = Dialect::kPython2;
    if (lexed_.error.what.empty()) return true;
    fail_at(lexed_.error.offset, lexed_.error.what);
    return false;
  }

  bool choose_fixers() {
    active_ = fixers_.wanted(lexed_.words);
    bool any = false;
    for (std::size_t i = 0; i < active_.size(); ++i) {
      const Fixer& fixer = fixers_.fixer(i);
      if (fixer.needs != Needs::kAny && result_.dialect == Dialect::kPython3) active_[i] = false;
      if (active_[i] && fixer.applies_at) active_[i] = fixer.applies_at(facts_.project, facts_.path);
      any = any || active_[i];
    }
    return any;
  }

  bool parse_it() {
    tree_ = Tree::parse(lexed_);
    if (!tree_.has_error()) {
      const auto misplaced = find_misplaced(tree_);
      if (misplaced) fail_at(misplaced->offset, misplaced->what);
      return !misplaced;
    }
    fail_at(tree_.error_offset(), lexed_.language == Language::kPython2 ? "neither Python 2 nor Python 3 parses this"
                                                                        : "Python 3 can't parse this");
    return false;
  }

  // Names are evidence of Python 2 if this run replaces one of them. So they are none in what an earlier run has left,
  // and a second run changes nothing.
  bool would_replace(const std::vector<Node>& evidence) {
    Plan plan(tree_);
    try_out(plan, Dialect::kBoth, fixers_.replacing_evidence(active_, lexed_.words));
    return std::any_of(evidence.begin(), evidence.end(), [&](Node name) { return plan.replaces(name); });
  }

  // The same for lists that Python 3 would not make.
  bool would_make_lists() {
    if (!facts_.names) facts_.names = std::make_unique<Names>(tree_, &facts_.implicit_imports);
    const std::vector<Node> lists = python2_lists(tree_, *facts_.names);
    if (lists.empty()) return false;
    Plan plan(tree_);
    try_out(plan, Dialect::kPython2);
    return std::any_of(lists.begin(), lists.end(), [&](Node list) { return plan.changes_at(list); });
  }

  // What fixers would do, as far as that is not ignored. Takes the names that are there.
  void try_out(Plan& plan, Dialect dialect) { try_out(plan, dialect, active_); }
  void try_out(Plan& plan, Dialect dialect, const std::vector<bool>& active) {
    FileFacts facts;
    facts.dialect = dialect;
    if (dialect == Dialect::kPython2) facts.origins = Origins(Origin::kPython2);
    facts.path = facts_.path;
    facts.project = facts_.project;
    facts.implicit_imports = facts_.implicit_imports;
    assert(facts_.names != nullptr);
    facts.names = std::move(facts_.names);
    Context context(plan, facts, settings_);
    context.plan_everything();
    fixers_.run(active, context);
    facts_.names = std::move(facts.names);
    for (std::uint32_t i = 0; i < plan.changes().size(); ++i)
      if (suppressions_.cover(plan.changes()[i])) plan.drop(i, "ignored");
  }

  void settle_implicit_imports() {
    facts_.implicit_imports = ImplicitImports(tree_, facts_.project, facts_.path, result_.dialect);
    if (facts_.implicit_imports.is_in_package()) facts_.names.reset();  // it may know the imports by other names
  }

  // A file that is said to be Python 3 stays as it is; what has come back of Python 2 is for people to see.
  void guard() {
    if (const auto syntax = python2_syntax_at(lexed_); syntax && !is_ignored_whole(lexed_)) {
      report(kConvertedGuard, *syntax, "this is Python 2, and the file is said to be converted");
    }
    if (!parse_it()) return;
    active_ = fixers_.wanted(lexed_.words);
    if (mentions_suppression(lexed_)) suppressions_ = Suppressions::read(tree_, fixers_.names());
    facts_.names = std::make_unique<Names>(tree_, &facts_.implicit_imports);
    const std::vector<Node> found = python2_names(tree_, *facts_.names);
    Plan plan(tree_);
    if (!found.empty()) try_out(plan, Dialect::kBoth);
    for (Node name : found) {
      // Methods and modules may be the project's own, of the same name.
      const bool is_builtin =
          facts_.names->is_name(name) && facts_.names->resolves_to(name, "__builtin__." + std::string(name.text()));
      if (suppressions_.cover(name.start()) || (!is_builtin && !plan.replaces(name))) continue;
      report(kConvertedGuard, name.range(),
             std::string(name.text()) + " is Python 2's, and the file is said to be converted");
    }
  }

  void report(std::string_view by, ByteRange at, std::string message) {
    Finding finding{.fixer = std::string(by), .message = std::move(message), .range = at, .safety = Safety::kManual};
    place(finding, lines());
    result_.findings.push_back(std::move(finding));
  }

  // What is left as it is speaks for no language: it is still there in the next run, that of a file that is Python 3 by
  // then.
  void ignore_evidence() {
    if (suppressions_.empty() || settings_.from || settings_.expects_python2 || result_.dialect != Dialect::kPython2)
      return;
    facts_.names = std::make_unique<Names>(tree_, &facts_.implicit_imports);
    Plan plan(tree_);
    try_out(plan, Dialect::kPython2);
    for (const Change& change : plan.changes()) note_if_ignored(change);
    plan.settle();
    const Rendered rendered = plan.render();
    // What is there for this run only speaks for it.
    const LexedSource after = lex(rendered.text, {.python3_ranges = &rendered.python3_ranges});
    if (dialect_by_syntax(after.evidence) != Dialect::kPython2) return;
    for (std::uint32_t i = 0; i < plan.changes().size(); ++i)
      if (plan.changes()[i].fixer->needs == Needs::kEvidence) plan.drop(i, "no evidence");
    const std::string rest = suppressions_.rest_of(source_.text, plan);
    const LexedSource lexed =
        lex(rest, {.print_function = settings_.print_function, .exec_function = settings_.exec_function});
    if (lexed.error.what.empty()) result_.dialect = dialect_by_syntax(lexed.evidence);
  }

  // The dialect, by what is in the file.
  void settle_evidence() {
    ignore_evidence();
    if (result_.dialect == Dialect::kBoth && (fixers_.evidence() & lexed_.words).any()) {
      facts_.names = std::make_unique<Names>(tree_, &facts_.implicit_imports);
      const std::vector<Node> evidence = python2_names(tree_, *facts_.names);
      if (!evidence.empty() && would_replace(evidence)) result_.dialect = Dialect::kPython2;
    }
    if (result_.dialect == Dialect::kBoth && (fixers_.list_evidence() & lexed_.words).any() && would_make_lists()) {
      result_.dialect = Dialect::kPython2;
    }
  }

  // The last word on the dialect, which some fixers depend on.
  void settle_dialect() {
    settle_evidence();
    settle_implicit_imports();
    facts_.dialect = result_.dialect;
    settle_origins();
    for (std::size_t i = 0; i < active_.size(); ++i)
      if (fixers_.needs_evidence(i) && !facts_.origins.any_python2()) active_[i] = false;
  }

  // Which lines are Python 2, for what would mean something else in Python 3.
  void settle_origins() {
    facts_.origins = Origins(origin_of_rest());
    if (!past_.runs.empty()) facts_.origins.mark_runs(source_.text, past_.runs);
    if (facts_.origins.rest() == Origin::kPython2 || facts_.origins.rest() == Origin::kPython3) return;
    if (past_.base) {
      facts_.origins.mark_later(source_.text, [this] { return std::pair(lines_of_base(), Origin::kPython3); });
    } else if (past_.versions) {
      facts_.origins.mark_later(source_.text, [this] { return lines_by_history(); });
    }
  }

  Origin origin_of_rest() const {
    if (settings_.says_python2() && result_.dialect == Dialect::kPython2) return Origin::kPython2;
    if (result_.dialect == Dialect::kPython3) return Origin::kPython3;
    if (result_.dialect == Dialect::kPython2) return lexed_.evidence.python3_syntax ? Origin::kHalf : Origin::kByFile;
    return lexed_.evidence.python3_syntax ? Origin::kPython3 : surroundings();
  }

  Origin surroundings() const {
    if (around_.neighbours == nullptr || around_.project == nullptr || !has_ambiguous_work()) return Origin::kPython3;
    return around_.neighbours->around(facts_.path, *around_.project);
  }

  // Most files hold nothing that means something else in Python 3.
  bool has_ambiguous_work() const {
    for (std::size_t i = 0; i < active_.size(); ++i)
      if (active_[i] && fixers_.needs_evidence(i)) return true;
    return false;
  }

  LineSet lines_of_base() const {
    auto source = read_source(std::string(*past_.base));
    return source ? LineSet(LineHashes(source->text).all()) : LineSet();
  }

  // The newest version that held no Python 2, where it was made from one that did, or shows Python 3: it was converted.
  // One that has neither may have been Python 2 that did not show; then the files around it tell.
  std::pair<LineSet, Origin> lines_by_history() const {
    LineSet lines;
    bool is_python3 = false;
    bool was_python2 = false;
    std::size_t looked_at = 0;
    past_.versions([&](std::string_view bytes) {
      if (++looked_at > kMostVersions) return false;
      const bool is_found = !lines.empty();
      if (shows_same_python2(bytes)) {
        was_python2 = is_found;
        return !is_found;
      }
      FileJob version(fixers_, settings_, facts_.path, {}, nullptr);
      const Dialect dialect = version.judge(std::string(bytes));
      if (dialect == Dialect::kPython2) {
        was_python2 = is_found;
        return !is_found;
      }
      if (!is_found) lines = LineSet(LineHashes(version.text()).all());
      is_python3 = dialect == Dialect::kPython3;
      return !is_python3;
    });
    if (lines.empty() || is_python3 || was_python2) return {std::move(lines), Origin::kPython3};
    const bool is_among_python2 = around_.neighbours != nullptr && around_.project != nullptr &&
                                  around_.neighbours->around(facts_.path, *around_.project) == Origin::kByProject;
    return {is_among_python2 ? LineSet() : std::move(lines), Origin::kHalf};
  }

  // The line that first showed Python 2, found again, spares a look at all of the version.
  bool shows_same_python2(std::string_view bytes) const {
    if (!lexed_.evidence.python2_syntax) return false;
    const std::string_view text = source_.text;
    const std::size_t at = lexed_.evidence.python2_offset;
    const std::size_t before = text.find_last_of("\r\n", at);
    const std::size_t start = before == std::string_view::npos ? 0 : before + 1;
    const std::string_view line = text.substr(start, std::min(text.find_first_of("\r\n", at), text.size()) - start);
    return bytes.find(line) != std::string_view::npos;
  }

  // Of a file that is converted only what has come since is touched.
  void keep_to_new_lines(Plan& plan) {
    if (!past_.base || !settings_.converted) return;
    const LineSet base = lines_of_base();
    const LineHashes lines(source_.text);
    for (std::uint32_t i = 0; i < plan.changes().size(); ++i) {
      const Change& change = plan.changes()[i];
      const auto is_old = [&](std::uint32_t offset) { return base.contains(lines.at(offset)); };
      const bool touches =
          is_old(change.at.start()) || std::any_of(change.claims.begin(), change.claims.end(), [&](const Claim& claim) {
            return claim.range.start != claim.range.end && is_old(claim.range.start);
          });
      if (!touches) continue;
      plan.changes()[i].is_unspoken = true;
      plan.drop(i, "not new");
    }
  }

  void fix() {
    settle_dialect();
    facts_.encoding = source_.encoding->name;
    if (source_.cookie) facts_.encoding_cookie = source_.cookie->comment;
    if (!source_.encoding->is_utf8()) facts_.can_become_utf8 = encode_as_utf8(source_, source_.text).has_value();
    Plan plan(tree_);
    Context context(plan, facts_, settings_);
    fixers_.run(active_, context);
    report_left(context);
    suppress(plan);
    keep_to_new_lines(plan);
    if (decisions_ != nullptr) apply_decisions(*decisions_, plan);
    plan_imports(context);
    plan.settle();
    Rendered rendered = verified(plan);
    note_python2_left(rendered.edits.empty() ? std::string_view(source_.text) : rendered.text);
    add_remarks();
    if (result_.outcome != Outcome::kFailed && !rendered.edits.empty() && rendered.text != source_.text)
      write(plan, std::move(rendered));
    list_findings(plan, suppressed_, lines(), result_);
    if (result_.outcome == Outcome::kChanged && around_.is_recorded) leave_trace(plan);
    if (result_.outcome == Outcome::kChanged || result_.outcome == Outcome::kFailed) result_.original = source_.text;
  }

  // For later runs: which lines of the result are what the run has written, and which are still Python 2.
  void leave_trace(const Plan& plan) {
    LineTrace& trace = result_.trace;
    trace.is_whole = !keeps_some_python2() || result_.dialect == Dialect::kPython3;
    if (!trace.is_whole) trace.fixers = fixers_that_ran(plan);
    const LineHashes lines(result_.rewritten);
    std::vector<bool> is_written = written_lines(lines);
    std::vector<LineHash> written;
    std::vector<LineHash> kept;
    const LineSet python2 = trace.is_whole ? LineSet() : python2_lines();
    // Of another encoding there are other bytes in the same lines.
    const std::optional<LineHashes> encoded = to_utf8_ ? std::optional<LineHashes>(result_.output_bytes) : std::nullopt;
    const bool is_encoded = encoded && encoded->size() == lines.size();
    for (std::size_t i = 0; i < lines.size(); ++i) {
      // What an earlier run has written is known by its old bytes.
      if (is_encoded && encoded->of_line(i) != lines.of_line(i) && is_of_earlier_run(lines.of_line(i)))
        is_written[i] = true;
      const auto hash = [&] { return is_encoded ? encoded->of_line(i) : lines.of_line(i); };
      if (is_written[i]) written.push_back(hash());
      if (!is_written[i] && !python2.empty() && python2.contains(lines.of_line(i))) kept.push_back(hash());
    }
    trace.written = LineSet(std::move(written));
    trace.kept = LineSet(std::move(kept));
  }

  bool is_of_earlier_run(LineHash line) const {
    return std::any_of(past_.runs.begin(), past_.runs.end(),
                       [&](const LineTrace& run) { return run.written.contains(line); });
  }

  // Of a fixer that has left something undone nobody knows what it has done on a line.
  std::vector<std::string> fixers_that_ran(const Plan& plan) const {
    std::set<std::string_view> undone;
    for (const Change& change : plan.changes())
      if (change.state != ChangeState::kApplied) undone.insert(change.fixer->name);
    for (const LeftPlaces& places : facts_.left) undone.insert(places.fixer->name);
    std::vector<std::string> names;
    for (std::size_t i = 0; i < fixers_.size(); ++i)
      names.push_back((undone.contains(fixers_.fixer(i).name) ? kDidSome : "") + fixers_.fixer(i).name);
    std::sort(names.begin(), names.end());
    return names;
  }

  // By line of the result. Where a file could say what print, /, '' and map mean, all of it has to be read anew.
  std::vector<bool> written_lines(const LineHashes& lines) const {
    const Evidence& evidence = lexed_.evidence;
    const bool is_all =
        evidence.print_function || evidence.unicode_literals || imports_division() || loses_future_builtins();
    std::vector<bool> written(lines.size(), is_all);
    std::int64_t shift = 0;
    for (const Edit& edit : result_.edits) {
      const auto start = static_cast<std::uint32_t>(edit.range.start + shift);
      const std::size_t last = lines.line_of(start + static_cast<std::uint32_t>(edit.text.size()));
      for (std::size_t line = lines.line_of(start); line <= last; ++line) written[line] = true;
      shift += static_cast<std::int64_t>(edit.text.size()) - (edit.range.end - edit.range.start);
    }
    return written;
  }

  bool imports_division() const {
    for (Node node : tree_.root().children())
      if (node.is(Kind::kFutureImportStatement) && node.text().find("division") != std::string_view::npos) return true;
    return false;
  }

  bool loses_future_builtins() const {
    static constexpr std::string_view kModule = "future_builtins";
    return source_.text.find(kModule) != std::string_view::npos && result_.rewritten.find(kModule) == std::string::npos;
  }

  // Lines of the original.
  LineSet python2_lines() const {
    if (!facts_.origins.any_python2()) return {};
    const LineHashes lines(source_.text);
    std::vector<LineHash> python2;
    for (std::size_t i = 0; i < lines.size(); ++i)
      if (facts_.origins.at(lines.start_of(i), "") < Origin::kByProject) python2.push_back(lines.of_line(i));
    return LineSet(std::move(python2));
  }

  // Has an earlier run left something of the file undone?
  bool is_unfinished() const {
    if (past_.runs.empty()) return false;
    Origins origins;
    origins.mark_runs(source_.text, past_.runs);
    return origins.any_python2();
  }

  bool note_if_ignored(const Change& change) {
    if (!suppressions_.use(change)) return false;
    if (!ignored_at_ && change.at) ignored_at_ = change.at.range();
    return true;
  }

  void suppress(Plan& plan) {
    suppressed_.assign(plan.changes().size(), false);
    if (suppressions_.empty()) return;
    for (std::uint32_t i = 0; i < plan.changes().size(); ++i) {
      suppressed_[i] = note_if_ignored(plan.changes()[i]);
      if (!suppressed_[i]) continue;
      plan.drop(i, "ignored");
    }
  }

  void add_remarks() {
    for (const Remark& remark : suppressions_.remarks(keeps_some_python2()))
      report(kSuppressionCheck, remark.at, remark.message);
    if (python2_left_) {
      report(kSuppressionCheck, *ignored_at_, "Python 3 can't parse this file: what is ignored stays Python 2");
    }
  }

  // Renders, and drops changes until what is left is sound.
  Rendered verified(Plan& plan) {
    constexpr int kMostDrops = 20;
    Rendered rendered = plan.render();
    const Change* known = nullptr;  // what may be behind all flaws
    // What is not even changed any more is still Python 2, or neither.
    for (int drops = 0; !rendered.edits.empty() || drops > 0; ++drops) {
      if (rendered.edits.empty()) rendered.text = source_.text;
      const auto cookie = find_cookie_flaw(plan, rendered);
      const auto flaw = cookie ? cookie : find_flaw_in(rendered);
      if (!flaw) return rendered;
      const std::optional<std::uint32_t> guilty =
          cookie ? change_before(rendered, flaw->offset) : change_at(rendered, flaw->offset);
      if (const Change* finding = finding_at(plan, rendered, flaw->offset)) known = finding;
      if (!guilty || drops == kMostDrops) {
        if (known != nullptr) {
          fail_at(known->at.start(), known->message);
          return rendered;
        }
        const std::uint32_t line = LineIndex(rendered.text, Columns::kBytes).line(flaw->offset);
        fail({"the result would not be Python 3: line " + std::to_string(line) + " of it: " + flaw->what, {}});
        return rendered;
      }
      plan.drop(*guilty, (cookie ? "" : "the result would not be Python 3: ") + flaw->what);
      plan.settle();
      rendered = plan.render();
    }
    return rendered;
  }

  // What is for a person to do on the line of the original that an offset of the result comes from: the flaw's reason,
  // in words that help.
  const Change* finding_at(const Plan& plan, const Rendered& rendered, std::uint32_t offset) {
    std::int64_t shift = 0;
    for (const Edit& edit : rendered.edits) {
      if (edit.range.start + shift > offset) break;
      shift += static_cast<std::int64_t>(edit.text.size()) - (edit.range.end - edit.range.start);
    }
    const LineIndex& index = lines();
    const auto at = static_cast<std::uint32_t>(std::max<std::int64_t>(offset - shift, 0));
    for (const Change& change : plan.changes()) {
      if (change.safety != Safety::kManual || !change.claims.empty()) continue;
      const bool covers = change.at.start() <= at && at < change.at.end();
      if (covers || index.line(change.at.start()) == index.line(at)) return &change;
    }
    return nullptr;
  }

  // May what others than the chosen fixers, or the user's decisions, would have fixed stay as it is?
  bool keeps_some_python2() const {
    return settings_.restricted || settings_.safe_only || settings_.keeps_python2 || decisions_ != nullptr ||
           settings_.converted;
  }

  std::optional<Flaw> find_flaw_in(const Rendered& rendered) const {
    const bool python2_stays = keeps_some_python2() && result_.dialect != Dialect::kPython3;
    if (python2_stays) return find_damage(tree_, rendered, settings_.keeps_python2);
    const auto flaw = find_flaw(rendered.text, lexed_.language);
    return flaw && ignores_python2() ? find_damage(tree_, rendered) : flaw;
  }

  bool becomes_utf8(const Plan& plan) const {
    return facts_.utf8_change && plan.changes()[*facts_.utf8_change].state == ChangeState::kApplied;
  }

  // A comment that comes to stand in the first two lines must not declare the file's encoding, nor one that does so
  // leave them.
  std::optional<Flaw> find_cookie_flaw(const Plan& plan, const Rendered& rendered) const {
    const auto name_in = [](std::string_view text, const CodingCookie& cookie) {
      return text.substr(cookie.name.start, cookie.name.end - cookie.name.start);
    };
    if (const auto cookie = find_cookie(rendered.text)) {
      if (source_.cookie && name_in(source_.text, *source_.cookie) == name_in(rendered.text, *cookie)) return {};
      return Flaw{cookie->comment.start, "a comment below would become the declaration of the file's encoding"};
    }
    if (!source_.cookie || becomes_utf8(plan) || source_.encoding->is_utf8()) return {};
    return Flaw{source_.cookie->comment.end,
                "the declaration of the file's encoding would be behind code, where it is none"};
  }

  // Is something left as it is that may keep Python 3 from parsing the file?
  bool ignores_python2() const { return lexed_.language == Language::kPython2 && ignored_at_.has_value(); }

  // Who has some Python 2 ignored hears of what that means; who has the whole file ignored knows.
  void note_python2_left(std::string_view text) {
    if (!ignores_python2() || keeps_some_python2() || is_ignored_whole(lexed_) || !find_flaw(text)) return;
    python2_left_ = true;
  }

  // The change whose edit covers, or touches, an offset of the result.
  static std::optional<std::uint32_t> change_at(const Rendered& rendered, std::uint32_t offset) {
    std::int64_t shift = 0;
    for (const Edit& edit : rendered.edits) {
      const auto begin = static_cast<std::int64_t>(edit.range.start) + shift;
      const auto end = begin + static_cast<std::int64_t>(edit.text.size());
      if (begin <= offset && offset <= end) return edit.change;
      shift += static_cast<std::int64_t>(edit.text.size()) - (edit.range.end - edit.range.start);
    }
    return {};
  }

  // The last change that something in the result may have come up by.
  static std::optional<std::uint32_t> change_before(const Rendered& rendered, std::uint32_t offset) {
    std::int64_t shift = 0;
    std::optional<std::uint32_t> last;
    for (const Edit& edit : rendered.edits) {
      if (static_cast<std::int64_t>(edit.range.start) + shift > offset) break;
      last = edit.change;
      shift += static_cast<std::int64_t>(edit.text.size()) - (edit.range.end - edit.range.start);
    }
    return last;
  }

  void write(Plan& plan, Rendered rendered) {
    to_utf8_ = becomes_utf8(plan);
    if (!facts_.can_become_utf8 && !source_.encoding->iconv_name.empty()) {
      fail({"has bytes that are no characters of its encoding, " + std::string(source_.encoding->name),
            "correct them, or the encoding that the file declares"});
      return;
    }
    Expected<std::string> bytes =
        to_utf8_ ? encode_as_utf8(source_, rendered.text) : write_source(source_, rendered.text);
    if (!bytes) {
      fail(bytes.error());
      return;
    }
    result_.outcome = Outcome::kChanged;
    result_.output_bytes = std::move(*bytes);
    result_.edits = std::move(rendered.edits);
    result_.places = std::move(rendered.places);
    result_.rewritten = std::move(rendered.text);
  }

  const FixerSet& fixers_;
  const Settings& settings_;
  const Around around_;
  const Decisions* decisions_;
  FilePast past_;
  FileResult result_;
  SourceText source_;
  std::optional<LineIndex> lines_;  // of its text; made when first asked for
  LexedSource lexed_;
  Tree tree_;
  FileFacts facts_;
  std::vector<bool> active_;
  Suppressions suppressions_;
  std::vector<bool> suppressed_;         // by change
  std::optional<ByteRange> ignored_at_;  // the first place that is left as it is
  bool to_utf8_ = false;                 // the result is written in another encoding
  bool python2_left_ = false;            // and so Python 3 can't parse the file
};

}  // namespace

Converter::Converter(std::unique_ptr<const FixerSet> fixers, Settings settings)
    : fixers_(std::move(fixers)), settings_(settings) {}
Converter::Converter(Converter&&) noexcept = default;
Converter& Converter::operator=(Converter&&) noexcept = default;
Converter::~Converter() = default;

Expected<Converter> Converter::create(std::vector<Fixer> fixers, Settings settings,
                                      std::vector<std::string> known_names) {
  Expected<FixerSet> set = FixerSet::create(std::move(fixers), settings);
  if (!set) return tl::unexpected(set.error());
  if (!known_names.empty()) set->set_known(std::move(known_names));
  return Converter(std::make_unique<const FixerSet>(std::move(*set)), settings);
}

FileResult Converter::convert(std::string path, std::string bytes, const Around& around,
                              const Decisions* decisions) const {
  return FileJob(*fixers_, settings_, std::move(path), around, decisions).run(std::move(bytes));
}

}  // namespace py3k::engine
