#include "cli/interactive.h"

#include <algorithm>
#include <array>
#include <utility>

#include "cli/catalog.h"
#include "cli/convert_run.h"
#include "cli/layout_text.h"
#include "cli/report/diff_view.h"
#include "cli/review/hunk_text.h"
#include "engine/run/worker_pool.h"

namespace py3k::cli {
namespace {

using engine::Decisions;
using engine::Edit;
using engine::FileResult;
using engine::Finding;
using engine::HandEdit;
using engine::Outcome;

struct Key {
  char key;
  std::string_view what;
};
constexpr auto kKeys = std::to_array<Key>({
    {'y', "make this change"},
    {'n', "leave it as it is; it is not asked about again, unless with --ask-again"},
    {'a', "make this one, and all others of the same fixers"},
    {'d', "make none of these fixers' changes, this one included"},
    {'f', "make this one, and all that is left in this file"},
    {'e', "edit what it makes of these lines, in $EDITOR"},
    {'q', "write what was accepted, and stop"},
    {'?', "explain the fixers and the keys"},
});

std::string prompt() {
  std::string text = "Make this change? [";
  for (const Key& key : kKeys) text.append(text.ends_with('[') ? "" : ",").append(1, key.key);
  return text + "] ";
}

std::string key_help() {
  std::string text;
  for (const Key& key : kKeys) text.append("  ").append(1, key.key).append("  ").append(key.what).append("\n");
  return text;
}

bool is_same(const Edit& a, const Edit& b) { return a.range == b.range && a.text == b.text; }

// Makes of a change of the original text one of that in which other edits, which lie beside it, have been made.
void put_on_top(FileResult& result, const std::vector<Edit>& made) {
  const auto move = [&](engine::ByteRange& range) {
    std::uint32_t shift = 0;  // wraps around where the text gets shorter
    for (const Edit& edit : made) {
      if (edit.range.end > range.start) break;
      shift += static_cast<std::uint32_t>(edit.text.size()) - (edit.range.end - edit.range.start);
    }
    range = {range.start + shift, range.end + shift};
  };
  result.original = engine::apply_edits(result.original, made);
  for (Edit& edit : result.edits) {
    move(edit.range);
    for (engine::ByteRange& removed : edit.removed) move(removed);
  }
  for (engine::Place& place : result.places) move(place.range);
}

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text.append(text.empty() ? "" : ", ").append(name);
  return text;
}

}  // namespace

struct Interactive::File {
  std::string path;
  std::string real;
  FileResult all;     // with every change made; a failure is told by it
  std::string bytes;  // as it is now
  std::string text;   // of `base`, as it is parsed
  std::string base;   // what is converted: as it is, or as it was before an earlier session
  std::optional<ReviewRecord> record;
  std::string skipped;  // why nobody is asked about it
  std::optional<FileReview> review;
};

Interactive::Interactive(Parts parts)
    : parts_(std::move(parts)),
      step_(parts_.store, {.write = true, .output_dir = {}, .base = {}, .suffix = {}},
            [this](const std::string& path, std::string bytes) {
              return parts_.convert(path, std::move(bytes), nullptr);
            },
            // What git says counts before anybody is asked.
            {.journal = parts_.safeguards.journal, .git = nullptr}) {}

int Interactive::run(const std::vector<engine::WalkedPath>& paths) {
  engine::run_in_order<File>(
      paths.size(), threads_for(parts_.options), [&](std::size_t i) { return prepare(paths[i]); },
      [&](std::size_t, File file) { return take(file); });
  say(summary());
  return failed_ + skipped_ > 0 ? kExitFailed : kExitDone;
}

// On any thread.
Interactive::File Interactive::prepare(const engine::WalkedPath& path) const {
  File file{.path = path.path,
            .real = path.real,
            .all = {},
            .bytes = {},
            .text = {},
            .base = {},
            .record = {},
            .skipped = {},
            .review = {}};
  file.skipped = path.left_alone;
  if (!file.skipped.empty()) return file;
  auto bytes = path.error.what.empty() ? parts_.store.read_found(path.path, path.real, engine::kLargestSource)
                                       : tl::unexpected(path.error);
  if (!bytes) {
    file.all = failed_file(path.path, bytes.error());
    return file;
  }
  file.bytes = file.base = std::move(*bytes);
  file.record = parts_.memory.find(path.path);
  const bool is_partial = file.record && file.record->is_partly_converted() && file.record->original != file.bytes;
  if (is_partial) {
    if (file.record->written == content_hash(file.bytes)) {
      file.base = file.record->original;
    } else if (parts_.options.ask_again) {
      file.record.reset();
    } else {
      file.skipped = "has changed since -i converted part of it; --ask-again takes it as it is";
      return file;
    }
  }
  file.all = parts_.convert(path.path, file.base, nullptr);
  if (file.all.outcome != Outcome::kChanged) return file;
  const bool is_ours = is_partial && file.record.has_value();  // that it is not committed is our doing
  if (engine::GitFilter* git = parts_.safeguards.git; git != nullptr && !is_ours) {
    file.skipped = git->reason_to_keep(path.path);
    if (!file.skipped.empty()) return file;
  }
  file.text = file.all.original;
  file.review.emplace(file.all);
  if (!file.record) return file;
  ReviewRecord record = *file.record;
  if (!is_partial) {
    // Somebody has put it back.
    record.accepted.clear();
    record.edits.clear();
  }
  if (parts_.options.ask_again) record.declined.clear();
  apply_record(record, record.original == file.base, file.text, *file.review);
  return file;
}

bool Interactive::take(File& file) {
  if (!file.skipped.empty()) {
    ++skipped_;
    say(file.path + ": skipped: " + file.skipped);
    return true;
  }
  if (file.all.outcome == Outcome::kFailed) {
    ++failed_;
    say(file.path + ": failed: " + file.all.reason);
  }
  left_ +=
      static_cast<std::size_t>(std::count_if(file.all.findings.begin(), file.all.findings.end(),
                                             [&](const Finding& finding) { return needs_a_look(file.all, finding); }));
  if (!file.review) return true;
  const std::size_t accepted_before = file.review->count(Decision::kAccepted) + file.review->count(Decision::kEdited);
  const std::size_t declined_before = file.review->count(Decision::kDeclined);
  for (const auto& [fixer, decision] : rules_) file.review->decide_fixer(fixer, decision);
  const bool goes_on = decide(file);
  const std::size_t accepted_now = file.review->count(Decision::kAccepted) + file.review->count(Decision::kEdited);
  const std::size_t declined_now = file.review->count(Decision::kDeclined);
  if (accepted_now == accepted_before && declined_now == declined_before) return goes_on;
  const std::size_t failed_before = failed_;
  finish(file);
  if (failed_ == failed_before) {
    accepted_ += accepted_now - accepted_before;
    declined_ += declined_now - declined_before;
  }
  return goes_on;
}

bool Interactive::decide(File& file) {
  while (const auto unit = file.review->next_open()) {
    if (!show(file, *unit)) {
      decide_unseen(file, *unit);
      continue;
    }
    Next next = Next::kAskAgain;
    while (next == Next::kAskAgain) next = ask(file, *unit);
    if (next == Next::kStop) return false;
  }
  return true;
}

// A unit that would change nothing beside what was accepted: what it needs, an import, is there by now, or it can't be.
void Interactive::decide_unseen(File& file, std::size_t unit) {
  const Decisions with = file.review->decisions_with(unit);
  const FileResult result = parts_.convert(file.path, file.base, &with);
  const std::vector<std::uint32_t> own = file.review->changes_of(unit);
  const bool is_done = std::all_of(result.findings.begin(), result.findings.end(), [&](const Finding& finding) {
    return finding.applied || !std::binary_search(own.begin(), own.end(), finding.change);
  });
  if (result.outcome == Outcome::kChanged && is_done) return file.review->decide(unit, Decision::kAccepted);
  say(file.path + ": not possible beside what was accepted: " + joined(file.review->open_fixers_of(unit)));
  file.review->decide(unit, Decision::kDeclined);
}

// What one unit would change, beside what else was accepted; as a report of a file, so that it can be shown as one. To
// be seen, it is a change of the text in which that has been made; otherwise of the original, and without imports.
FileReport Interactive::unit_report(const File& file, std::size_t unit, bool is_to_see) const {
  const Decisions others = file.review->decisions_without(unit);
  const Decisions all = file.review->decisions_with(unit);
  const FileResult before = parts_.convert(file.path, file.base, &others);
  FileReport report;
  report.result = parts_.convert(file.path, file.base, &all);
  FileResult& result = report.result;
  if (result.outcome != Outcome::kChanged) return report;
  const auto is_import = [&](const Edit& edit) {
    return std::any_of(result.places.begin(), result.places.end(),
                       [&](const engine::Place& place) { return place.is_import && place.range == edit.range; });
  };
  std::vector<Edit> made;
  std::vector<Edit> own;
  for (Edit& edit : result.edits) {
    const bool is_made =
        std::any_of(before.edits.begin(), before.edits.end(), [&](const Edit& other) { return is_same(edit, other); });
    if (!is_made && !is_to_see && is_import(edit)) continue;
    (is_made ? made : own).push_back(std::move(edit));
  }
  result.edits = std::move(own);
  // Where what was accepted takes another form beside this one, all of that is seen as a change of the original.
  if (is_to_see && made.size() == before.edits.size()) put_on_top(result, made);
  result.rewritten = engine::apply_edits(result.original, result.edits);
  // The texts, whatever the file's encoding: a terminal shows one encoding only.
  report.bytes = result.original;
  result.output_bytes = result.rewritten;
  return report;
}

bool Interactive::show(File& file, std::size_t unit) {
  const FileReport report = unit_report(file, unit, true);
  const DiffLook look{.color = parts_.is_colored, .context = parts_.options.context};
  const std::string diff = report.result.outcome == Outcome::kChanged ? diff_view(report, look) : "";
  if (diff.empty()) return false;
  std::string text = "\n" + (look.color ? diff : shown_text(diff));
  if (!text.ends_with('\n')) text += '\n';
  text += "(" + std::to_string(unit + 1) + "/" + std::to_string(file.review->unit_count()) + ") ";
  parts_.terminal.write(text);
  return true;
}

Interactive::Next Interactive::ask(File& file, std::size_t unit) {
  parts_.terminal.write(prompt());
  const char key = parts_.terminal.read_key();
  const bool is_printable = key > ' ' && key <= '~';
  say(is_printable ? std::string(1, key) : "");
  return obey(key, file, unit);
}

Interactive::Next Interactive::obey(char key, File& file, std::size_t unit) {
  FileReview& review = *file.review;
  switch (key) {
    case 'y':
      review.decide(unit, Decision::kAccepted);
      return Next::kGoOn;
    case 'n':
      review.decide(unit, Decision::kDeclined);
      return Next::kGoOn;
    case 'a':
      decide_fixers(file, unit, Decision::kAccepted);
      return Next::kGoOn;
    case 'd':
      decide_fixers(file, unit, Decision::kDeclined);
      return Next::kGoOn;
    case 'f':
      review.decide_rest(Decision::kAccepted);
      return Next::kGoOn;
    case 'e':
      edit(file, unit);
      // Where it was taken back, or is no Python, it is still open.
      return review.next_open() == unit ? Next::kAskAgain : Next::kGoOn;
    case 'q':
    case Terminal::kGone:
      return Next::kStop;
    case '?':
      explain(file, unit);
      return Next::kAskAgain;
    default:
      parts_.terminal.write(key_help());
      return Next::kAskAgain;
  }
}

void Interactive::decide_fixers(File& file, std::size_t unit, Decision decision) {
  for (const std::string& fixer : file.review->open_fixers_of(unit)) {
    rules_[fixer] = decision;
    file.review->decide_fixer(fixer, decision);
  }
}

void Interactive::explain(const File& file, std::size_t unit) {
  std::string text;
  for (const std::string& name : file.review->open_fixers_of(unit)) {
    if (const engine::Fixer* fixer = parts_.registry.find(name)) text += explain_page(*fixer) + "\n";
  }
  parts_.terminal.write(text + key_help());
}

void Interactive::edit(File& file, std::size_t unit) {
  const FileResult shown = unit_report(file, unit, false).result;
  const std::vector<EditPlace> places = edit_places(shown.original, shown.edits);
  if (places.empty()) return say("there is nothing to edit but an import; answer with y or n");
  const auto edited = parts_.terminal.edit(editor_text(file.path, places));
  const auto complain = [&](const engine::Error& error) {
    say(error.what + (error.advice.empty() ? "" : "; " + error.advice));
  };
  if (!edited) return complain(edited.error());
  if (edited->find_first_not_of(" \t\r\n") == std::string::npos) return say("the edit is taken back");
  const auto texts = split_edited(*edited, places.size());
  if (!texts) return complain(texts.error());
  std::vector<HandEdit> edits;
  for (std::size_t i = 0; i < places.size(); ++i) {
    std::string text = with_newlines_of(shown.original, (*texts)[i]);
    const bool ends_file = places[i].range.end == shown.original.size() && !shown.original.ends_with('\n');
    if (ends_file) text.resize(std::min(text.size(), text.find_last_not_of("\r\n") + 1));
    edits.push_back({places[i].range, std::move(text), {}});
  }
  FileReview trial = *file.review;
  trial.edit(unit, std::move(edits));
  const Decisions decisions = trial.decisions();
  const FileResult result = parts_.convert(file.path, file.base, &decisions);
  if (result.outcome == Outcome::kFailed) return complain({result.reason, {}});
  for (const Finding& finding : result.findings) {
    if (finding.fixer == engine::kHandEdit && !finding.applied) return complain({finding.message, {}});
  }
  file.review = std::move(trial);
}

void Interactive::finish(File& file) {
  const Decisions decisions = file.review->decisions();
  if (decisions.accepted.empty() && decisions.edits.empty()) return remember(file, file.bytes);
  file.all = parts_.convert(file.path, file.base, &decisions);
  write(file);
}

void Interactive::write(File& file) {
  const auto fail = [&](const std::string& reason) {
    ++failed_;
    say(file.path + ": failed: " + reason);
  };
  if (file.all.outcome == Outcome::kFailed) return fail(file.all.reason);
  const auto now = parts_.store.read_found(file.path, file.real, engine::kLargestSource);
  if (!now || *now != file.bytes) return fail("has been changed by somebody else meanwhile; nothing was written");
  FileReport report;
  report.real = file.real;
  report.result = std::move(file.all);
  report.bytes = file.bytes;
  const bool is_changed = report.result.outcome == Outcome::kChanged && report.result.output_bytes != file.bytes;
  const std::string written = report.result.outcome == Outcome::kChanged ? report.result.output_bytes : file.base;
  if (is_changed) step_.write(report);
  if (report.result.outcome == Outcome::kFailed) return fail(report.result.reason);
  files_changed_ += is_changed ? 1 : 0;
  remember(file, written);
}

void Interactive::remember(const File& file, const std::string& written) {
  const FileReview& review = *file.review;
  const Options& options = parts_.options;
  const bool is_whole = !options.settings.restricted && !options.settings.safe_only;
  const bool is_done = is_whole && review.count(Decision::kOpen) + review.count(Decision::kDeclined) == 0;
  const auto done = is_done ? parts_.memory.forget(file.path)
                            : parts_.memory.remember(file.path, record_of(review, file.text, file.base, written));
  if (!done) say(file.path + ": what was decided can't be remembered: " + done.error().what);
}

std::string Interactive::summary() const {
  std::string text = count_of(files_changed_, "file") + " changed: " + count_of(accepted_, "change") + " accepted, " +
                     std::to_string(declined_) + " declined";
  if (failed_ > 0) text += ", " + count_of(failed_, "file") + " failed";
  if (skipped_ > 0) text += ", " + count_of(skipped_, "file") + " skipped";
  if (left_ > 0) text += "; " + count_of(left_, "finding") + " to look at (a run without -i lists them)";
  return text;
}

}  // namespace py3k::cli
