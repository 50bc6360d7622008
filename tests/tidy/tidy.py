#!/usr/bin/env python3
"""Checks the rules of the house that no compiler checks.

    tidy.py <project root>

Prints one line per breach, `file:line: what it is; what to do`, and ends with 1 when there is one.
Reads files only; the self-test next to it plants a breach for every check.
"""

import os
import re
import sys
from collections import namedtuple
from pathlib import Path

Finding = namedtuple("Finding", "path line message")
Source = namedtuple("Source", "path lines")  # path: relative, with forward slashes

SKIPPED_FOLDERS = {".git", ".cache", "build", "node_modules", "dist", "__pycache__"}
CPP = (".h", ".cpp")
TEXT = CPP + (".qml", ".js", ".mjs", ".ts", ".vue", ".py", ".sh", ".md", ".txt", ".sql", ".json",
              ".cmake", ".css", ".html", ".xml", ".in")
TEXT_NAMES = {"campus", "run", "NOTICE", ".clang-format", ".clang-tidy", ".editorconfig", ".gitignore"}

CPP_LINES_MAX = 500
QML_LINES_MAX = 300

# ---- who may include whom (own folder always; tests may include everything) ---------------------

ALL_SHARED = ["shared/core", "shared/domain", "shared/journal", "shared/sqlite", "shared/wire",
              "shared/sync", "shared/figures", "shared/documents"]
TABLET_LOWER = ALL_SHARED + ["mobile/store", "mobile/fieldwork"]
MAY_INCLUDE = {
    "shared/core": [],
    "shared/domain": ["shared/core"],
    "shared/journal": ["shared/core", "shared/domain"],
    "shared/sqlite": ["shared/core"],
    "shared/wire": ["shared/core", "shared/domain", "shared/journal"],
    "shared/sync": ["shared/core", "shared/domain", "shared/journal", "shared/wire"],
    "shared/figures": ["shared/core", "shared/domain"],
    "shared/documents": ["shared/core", "shared/domain", "shared/figures"],
    "server/storage": ALL_SHARED,
    "server/service": ALL_SHARED + ["server/storage"],
    "server/http": ALL_SHARED + ["server/service", "server/storage"],
    "server/export": ["shared/core", "shared/domain", "shared/figures", "shared/documents"],
    "server/app": ALL_SHARED + ["server/http", "server/service", "server/storage", "server/export"],
    "mobile/store": ALL_SHARED,
    "mobile/fieldwork": ALL_SHARED + ["mobile/store"],
    "mobile/viewmodels": TABLET_LOWER,
    "mobile/net": TABLET_LOWER,
    "mobile/worker": TABLET_LOWER,
    "mobile/platform": TABLET_LOWER,
    "mobile/app": TABLET_LOWER + ["mobile/viewmodels", "mobile/net", "mobile/worker",
                                  "mobile/platform"],
    "qml/theme": [],
    "qml/controls": ["qml/theme"],
    "qml/screens": ["qml/theme", "qml/controls", "mobile/viewmodels"],
    "qml/gallery": ["qml/theme", "qml/controls"],
}
INCLUDE_ROOTS = ["shared", "server", "mobile", "qml", "tests"]

QT_HEADER = re.compile(r"<(Q[A-Z]\w*(/.*)?|Qt\w*(/.*)?|q[a-z]+\.h|qt6\w+/.*)>")
CPPREST_HEADER = re.compile(r"<(cpprest|pplx)/")
JSON_HEADER = re.compile(r"<nlohmann/")

INCLUDE = re.compile(r"^\s*#\s*include\s*([<\"][^>\"]+[>\"])")
DECLARED = re.compile(r"^\s*(?:class|struct|enum(?:\s+class)?|namespace|concept)\s+(\w+)")
# A word of a PascalCase name: `Base64` and `Database` are none of these.
BANNED_WORD = re.compile(r"(?:^|(?<=[a-z0-9_]))(Manager|Helpers?|Utils?|Common|Base)(?![a-z0-9])")
LATER = re.compile(r"\b(" + "TO" + "DO|FIX" + r"ME)\b")
MACHINE_PATH = re.compile(r"(?<![\w.~*}\])/-])/(?:work|root|Users/\w+|home/\w+)/|/tmp/b" + r"-\w")
UNTYPED_QML = re.compile(r"\b(setContextProperty|setContextObject|qmlRegister\w+)\s*[<(]")
PLATFORM_STRING = re.compile(r"(?<![\w])U\(\"")
EMPTY_TEST = [
    (re.compile(r"\bQSKIP\b|\bQTest::qSkip\b"), "a skipped test"),
    (re.compile(r"\b(?:QVERIFY2?|EXPECT_TRUE|ASSERT_TRUE|verify)\(\s*true\s*[,)]"),
     "an expectation that cannot fail"),
    (re.compile(r"\b(?:QCOMPARE|compare|EXPECT_EQ)\(\s*([\w.\"]+)\s*,\s*\1\s*\)"),
     "a comparison of a value with itself"),
]

HEX_COLOUR = re.compile(r"[\"']#[0-9a-fA-F]{3,8}[\"']")
NAMED_COLOUR = re.compile(r"\b\w*[cC]olor\s*:\s*[\"'](?!transparent[\"'])[a-z]+[\"']")
FONT_SIZE = re.compile(r"\b(?:font\.)?(?:pixelSize|pointSize)\s*:\s*[\d.]")
VISIBLE_PROPERTY = re.compile(
    r"\b(?:text|title|subtitle|placeholderText|label|hint|caption|description|message|toolTip"
    r"|Accessible\.name|Accessible\.description|ToolTip\.text)\s*:(?!:)")
STRING_LITERAL = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'")
MARKDOWN_LINK = re.compile(r"!?\[[^\]]*\]\(\s*<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\s*\)")
HTML_LINK = re.compile(r"<(?:img|a)\b[^>]*?\b(?:src|href)=\"([^\"]+)\"")


def layer_of(path):
    """The folder of the include table a path belongs to, or None."""
    parts = path.split("/")
    return "/".join(parts[:2]) if len(parts) > 2 else None


def resolve_include(root, path, name):
    """Where an include in quotes leads, relative to the root, or None."""
    own = path.split("/")[0]
    beside = (Path(path).parent / name).as_posix()
    candidates = [f"{top}/{name}" for top in [own] + INCLUDE_ROOTS] + [beside]
    return next((c for c in candidates if (root / c).is_file()), None)


# ---- checks: each one looks at one file and yields (line, message) -------------------------------

def include_table(root, source):
    if not source.path.endswith(CPP):
        return
    layer = layer_of(source.path)
    for number, line in enumerate(source.lines, 1):
        match = INCLUDE.match(line)
        if not match or match[1].startswith("<"):
            continue
        name = match[1][1:-1]
        if name.endswith(".moc"):
            continue
        if ".." in name.split("/"):
            yield number, f"include of \"{name}\" climbs out of its folder; write it as \"folder/File.h\""
            continue
        target = resolve_include(root, source.path, name)
        if target is None:
            yield number, f"\"{name}\" is in no include root; write it as \"folder/File.h\" or remove it"
            continue
        wanted = layer_of(target)
        if layer in MAY_INCLUDE and wanted != layer and wanted not in MAY_INCLUDE[layer]:
            yield number, (f"{layer} may not include {wanted}; move the code to where it may, "
                           "or turn the dependency round with an interface")


def foreign_headers(_root, source):
    if not source.path.endswith(CPP):
        return
    top = source.path.split("/")[0]
    for number, line in enumerate(source.lines, 1):
        match = INCLUDE.match(line)
        if not match:
            continue
        if QT_HEADER.match(match[1]) and top in ("shared", "server"):
            yield number, f"Qt begins at mobile/; do without {match[1]} here"
        if CPPREST_HEADER.match(match[1]) and not source.path.startswith("server/http/cpprest/"):
            yield number, f"only server/http/cpprest/ may include {match[1]}; use the types of server/http"
        if (JSON_HEADER.match(match[1]) and top != "tests"
                and not source.path.startswith("shared/wire/")):
            yield number, f"only shared/wire/ knows JSON; put the codec there instead of {match[1]}"


def banned_names(_root, source):
    if source.path.endswith(CPP + (".qml",)):
        match = BANNED_WORD.search(Path(source.path).stem)
        if match:
            yield 1, f"'{match[1]}' in a file name says nothing; name the job"
    if not source.path.endswith(CPP):
        return
    for number, line in enumerate(source.lines, 1):
        declared = DECLARED.match(line)
        if not declared or re.match(r"Q[A-Z]", declared[1]):
            continue
        match = BANNED_WORD.search(declared[1])
        if match:
            yield number, f"'{match[1]}' in '{declared[1]}' says nothing; name the job"


def postponed_work(_root, source):
    for number, line in enumerate(source.lines, 1):
        match = LATER.search(line)
        if match:
            yield number, f"'{match[1]}': do it now, or write the limit into the folder's README"


def file_sizes(_root, source):
    limit = QML_LINES_MAX if source.path.endswith(".qml") else CPP_LINES_MAX
    if source.path.endswith(CPP + (".qml",)) and len(source.lines) > limit:
        yield limit + 1, f"{len(source.lines)} lines, {limit} are allowed; split it by what it does"


def theme_literals(_root, source):
    if not source.path.endswith(".qml") or source.path.startswith(("qml/theme/", "tests/")):
        return
    for number, line in enumerate(source.lines, 1):
        if HEX_COLOUR.search(line) or NAMED_COLOUR.search(line):
            yield number, "a colour outside qml/theme; take it from Theme"
        if FONT_SIZE.search(line):
            yield number, "a font size outside qml/theme; take it from Theme"


def untranslated_strings(_root, source):
    if not source.path.endswith(".qml") or source.path.startswith(("tests/", "qml/gallery/")):
        return
    for number, line in enumerate(source.lines, 1):
        code = re.sub(r"(^|\s)//.*$", "", line)
        for match in VISIBLE_PROPERTY.finditer(code):
            for literal in visible_literals(expression_after(source.lines, number, match.end(), code)):
                yield number, f"{literal} is shown to people; wrap it in qsTr()"


def expression_after(lines, number, column, code):
    """The text of a binding: its line, and the next ones while an operator carries it on."""
    expression = code[column:]
    for line in lines[number:number + 8]:
        if not re.match(r"\s*(\?|:|\+|\|\||&&)", line) and not re.search(r"[?:+(|]\s*$", expression):
            break
        expression += " " + line.strip()
    return first_value(expression)


def first_value(text):
    """The text up to the `;`, `,` or closing bracket that ends it."""
    depth = 0
    for match in re.finditer(STRING_LITERAL.pattern + r"|[(\[{}\]);,]", text):
        if match[0] in "([{":
            depth += 1
        elif match[0] in ")]}":
            depth -= 1
        if depth < 0 or (depth == 0 and match[0] in ";,"):
            return text[:match.start()]
    return text


# A language is called by its own name in every language.
LANGUAGE_NAMES = {"中文", "English"}


def visible_literals(expression):
    """String literals with letters that are a value of the expression, not an argument or operand."""
    for match in STRING_LITERAL.finditer(expression):
        before = expression[:match.start()].rstrip()
        after = expression[match.end():].lstrip()
        is_value = before == "" or re.search(r"(\?|:|\+|\|\||\breturn)$", before)
        is_compared = re.match(r"[!=]=", after)
        letters = re.sub(r"\\.", "", match[0])  # an escape is no word
        is_word = (re.search(r"[^\W\d_]", letters) and not HEX_COLOUR.fullmatch(match[0])
                   and match[0][1:-1] not in LANGUAGE_NAMES)
        if is_value and not is_compared and is_word:
            yield match[0]


def dead_links(root, source):
    if not re.match(r"README.*\.md$", Path(source.path).name):
        return
    fenced = False
    for number, line in enumerate(source.lines, 1):
        if line.lstrip().startswith("```"):
            fenced = not fenced
        if fenced:
            continue
        line = re.sub(r"`[^`]*`", "", line)
        for target in MARKDOWN_LINK.findall(line) + HTML_LINK.findall(line):
            if re.match(r"[a-z]+:|#", target):
                continue
            place = target.split("#")[0]
            if not (root / Path(source.path).parent / place).exists():
                yield number, f"link to {target} leads nowhere; correct or remove it"


def empty_tests(_root, source):
    if not source.path.startswith("tests/") or not source.path.endswith(CPP + (".qml",)):
        return
    for number, line in enumerate(source.lines, 1):
        for pattern, what in EMPTY_TEST:
            if pattern.search(line):
                yield number, f"{what}; test something that can fail, or remove it"


def untyped_qml(_root, source):
    if not source.path.endswith(CPP):
        return
    for number, line in enumerate(source.lines, 1):
        match = UNTYPED_QML.search(line)
        if match:
            yield number, f"{match[1]}: use QML_ELEMENT or QML_SINGLETON, so that qmllint knows the type"
        if PLATFORM_STRING.search(line):
            yield number, "cpprest's U() macro is switched off; write utility::string_t(\"…\") or \"…\""


def machine_paths(_root, source):
    for number, line in enumerate(source.lines, 1):
        match = MACHINE_PATH.search(line)
        if match:
            yield number, f"'{match[0]}' is a path of one machine; make it relative or an option"


def unfinished_translations(_root, source):
    if not (source.path.startswith("mobile/i18n/") and source.path.endswith(".ts")):
        return
    for number, line in enumerate(source.lines, 1):
        if re.search(r"type=\"(unfinished|vanished|obsolete)\"", line):
            yield number, "a translation is unfinished or left over; finish or remove it"


CHECKS = [include_table, foreign_headers, banned_names, postponed_work, file_sizes, theme_literals,
          untranslated_strings, dead_links, empty_tests, untyped_qml, machine_paths,
          unfinished_translations]

# The two files that must spell out what they look for.
EXEMPT = {"tests/tidy/tidy.py", "tests/tidy/tst_tidy.py"}


def sources(root):
    for folder, names, files in os.walk(root):
        names[:] = sorted(n for n in names if n not in SKIPPED_FOLDERS and not n.startswith("build-"))
        for name in sorted(files):
            path = Path(folder, name)
            if not (name.endswith(TEXT) or name in TEXT_NAMES) or path.is_symlink():
                continue
            relative = path.relative_to(root).as_posix()
            if relative not in EXEMPT:
                text = path.read_text(encoding="utf-8", errors="replace")
                yield Source(relative, text.splitlines())


def findings(root):
    root = Path(root)
    for source in sources(root):
        for check in CHECKS:
            for line, message in check(root, source):
                yield Finding(source.path, line, message)


def main(arguments):
    if len(arguments) != 2 or not Path(arguments[1], "CMakeLists.txt").is_file():
        print(__doc__, file=sys.stderr)
        return 2
    found = list(findings(arguments[1]))
    for finding in found:
        print(f"{finding.path}:{finding.line}: {finding.message}")
    print(f"{len(found)} breaches" if found else "tidy")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
