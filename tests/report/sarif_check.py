"""Holds a document against SARIF 2.1.0, as far as py3k uses it.

    for flaw in flaws_of(json.load(file)): print(flaw)

Each object that py3k writes has its entry in OBJECTS: the properties that section 3 of the standard gives it and that
py3k may use, with what their values are. A property that is not listed is a flaw, and so is a missing one that the
standard demands. A name that starts with a capital is an object of that kind; a list of one kind is an array of those.
"""

import re


def text(value):
    return isinstance(value, str) and value != ""


def boolean(value):
    return isinstance(value, bool)


def count(value):
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def positive(value):
    return count(value) and value >= 1


def bag(value):
    return isinstance(value, dict)


def uri(value):
    return isinstance(value, str) and re.fullmatch(r"(?:[A-Za-z0-9._~/:-]|%[0-9A-F]{2})+", value) is not None


def one_of(*allowed):
    return lambda value: value in allowed


LEVEL = one_of("none", "note", "warning", "error")

# name: (demanded properties, all properties)
OBJECTS = {
    "Log": ({"version", "runs"}, {"$schema": text, "version": one_of("2.1.0"), "runs": ["Run"]}),
    "Run": ({"tool"}, {"tool": "Tool", "results": ["Result"], "invocations": ["Invocation"],
                       "columnKind": one_of("utf16CodeUnits", "unicodeCodePoints"), "newlineSequences": [text]}),
    "Tool": ({"driver"}, {"driver": "ToolComponent"}),
    "ToolComponent": ({"name"}, {"name": text, "version": text, "rules": ["ReportingDescriptor"]}),
    "ReportingDescriptor": ({"id"}, {"id": text, "shortDescription": "MultiformatMessage",
                                     "fullDescription": "MultiformatMessage", "help": "MultiformatMessage",
                                     "defaultConfiguration": "ReportingConfiguration", "properties": bag}),
    "MultiformatMessage": ({"text"}, {"text": text, "markdown": text}),
    "ReportingConfiguration": (set(), {"level": LEVEL}),
    "Invocation": ({"executionSuccessful"}, {"executionSuccessful": boolean}),
    "Result": ({"message"}, {"ruleId": text, "ruleIndex": count, "level": LEVEL,
                             "kind": one_of("notApplicable", "pass", "fail", "review", "open", "informational"),
                             "message": "Message", "locations": ["Location"], "fixes": ["Fix"], "properties": bag,
                             "baselineState": one_of("new", "unchanged", "updated", "absent"),
                             "suppressions": ["Suppression"]}),
    "Suppression": ({"kind"}, {"kind": one_of("inSource", "external")}),
    "Message": ({"text"}, {"text": text}),
    "Location": (set(), {"physicalLocation": "PhysicalLocation"}),
    "PhysicalLocation": ({"artifactLocation"}, {"artifactLocation": "ArtifactLocation", "region": "Region"}),
    "ArtifactLocation": ({"uri"}, {"uri": uri}),
    "Region": ({"startLine"}, {"startLine": positive, "startColumn": positive, "endLine": positive,
                               "endColumn": positive}),
    "Fix": ({"artifactChanges"}, {"artifactChanges": ["ArtifactChange"]}),
    "ArtifactChange": ({"artifactLocation", "replacements"},
                       {"artifactLocation": "ArtifactLocation", "replacements": ["Replacement"]}),
    "Replacement": ({"deletedRegion"}, {"deletedRegion": "Region", "insertedContent": "ArtifactContent"}),
    "ArtifactContent": ({"text"}, {"text": text}),
}
NOT_EMPTY = {"artifactChanges", "replacements"}


def flaws_of(log):
    flaws = list(_flaws_of_value("Log", log, "log"))
    if not flaws:
        for run in log["runs"]:
            flaws += _flaws_between(run)
    return flaws


def _flaws_of_value(kind, value, where):
    if callable(kind):
        if not kind(value):
            yield "%s: %r" % (where, value)
    elif isinstance(kind, list):
        if not isinstance(value, list):
            yield where + ": no array"
            return
        for number, item in enumerate(value):
            yield from _flaws_of_value(kind[0], item, "%s[%d]" % (where, number))
    elif not isinstance(value, dict):
        yield where + ": no object"
    else:
        yield from _flaws_of_object(kind, value, where)


def _flaws_of_object(kind, value, where):
    demanded, known = OBJECTS[kind]
    for name in sorted(demanded - value.keys()):
        yield "%s: lacks %s" % (where, name)
    for name, inner in value.items():
        if name not in known:
            yield "%s: %s is no property of %s" % (where, name, kind)
            continue
        if name in NOT_EMPTY and inner == []:
            yield "%s.%s: empty" % (where, name)
        yield from _flaws_of_value(known[name], inner, where + "." + name)


def _flaws_between(run):
    """What the standard demands of values together."""
    rules = run["tool"]["driver"].get("rules", [])
    ids = [rule["id"] for rule in rules]
    if len(set(ids)) != len(ids):
        yield "two rules have one id"
    for number, result in enumerate(run.get("results", [])):
        where = "result %d: " % number
        if "ruleIndex" in result and ids[result["ruleIndex"]] != result["ruleId"]:
            yield where + "ruleIndex is another rule"
        if result.get("kind", "fail") != "fail" and result.get("level") != "none":
            yield where + "only a failure has a level"
        for region in _regions(result):
            start = (region["startLine"], region.get("startColumn", 1))
            if (region.get("endLine", start[0]), region.get("endColumn", start[1])) < start:
                yield where + "a region ends before it starts"


def _regions(result):
    for location in result.get("locations", []):
        if "region" in location["physicalLocation"]:
            yield location["physicalLocation"]["region"]
    for fix in result.get("fixes", []):
        for change in fix["artifactChanges"]:
            for replacement in change["replacements"]:
                yield replacement["deletedRegion"]


def apply_fixes(log, source, uri_of_source, one=None):
    """The text of a file with its fixes made; with `one`, only that of the result with this number."""
    starts = [0]
    for match in re.finditer(r"\r\n|\n|\r", source):
        starts.append(match.end())

    def offset(line, column):
        bom = 1 if line == 1 and source.startswith("\ufeff") else 0
        return starts[line - 1] + column - 1 + bom if line <= len(starts) else len(source)

    replacements = []
    for number, result in enumerate(log["runs"][0]["results"]):
        if one is not None and number != one:
            continue
        for fix in result.get("fixes", []):
            for change in fix["artifactChanges"]:
                if change["artifactLocation"]["uri"] != uri_of_source:
                    continue
                for replacement in change["replacements"]:
                    region = replacement["deletedRegion"]
                    replacements.append((offset(region["startLine"], region["startColumn"]),
                                         offset(region["endLine"], region["endColumn"]),
                                         replacement.get("insertedContent", {}).get("text", "")))
    # Those at the same place in the order in which they stand in the document.
    replacements.sort(key=lambda entry: entry[:2])
    result, at = [], 0
    for start, end, inserted in replacements:
        result += [source[at:start], inserted]
        at = end
    return "".join(result) + source[at:]
