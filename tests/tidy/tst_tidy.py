#!/usr/bin/env python3
"""Plants a breach of every rule in a temporary tree and expects tidy.py to name file and line."""

import contextlib
import io
import sys
import tempfile
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent))
import tidy  # noqa: E402  (found by the line above)

LATER = "TO" + "DO"

# A tree without a breach; each line of it is a near miss of some check.
CLEAN = {
    "CMakeLists.txt": "project(x)\n",
    "README.md": "See [core](shared/core/README.md#limits), [away](https://example.org/x) and\n"
                 "`[code](nowhere.md)`.\n```\n[fenced](nowhere.md)\n```\n",
    "shared/core/README.md": "A todo list is not a postponed task. [up](../../README.md)\n",
    "shared/core/Base64.h": "class Database {};\n",
    "shared/domain/Hazard.h": "#include \"core/Base64.h\"\n#include <string>\n",
    "shared/wire/Codec.cpp": "#include <nlohmann/json.hpp>\n#include \"domain/Hazard.h\"\n",
    "server/service/Service.h": "#include \"domain/Hazard.h\"\n",
    "server/http/Router.h": "#include \"service/Service.h\"\n",
    "server/http/cpprest/Listener.cpp": "#include <cpprest/http_listener.h>\n"
                                        "#include \"http/Router.h\"\nauto t = \"U(1)\";\n",
    "mobile/app/main.cpp": "#include <QGuiApplication>\nclass QNetworkAccessManager;\n"
                           "#include \"viewmodels/Model.h\"\nconst char* route = \"/api/v1/work/1\";\n",
    "mobile/viewmodels/Model.h": "#include \"domain/Hazard.h\"\n",
    "mobile/i18n/campus_zh_CN.ts": "<translation>楼</translation>\n",
    "qml/theme/Palette.qml": "QtObject { property color red: \"#ff0000\"; text: \"#ffeeee\"; font.pixelSize: 14 }\n",
    "qml/controls/Chip.qml": "Item {\n"
                             "    color: \"transparent\"\n"
                             "    font.pixelSize: Theme.body\n"
                             "    text: qsTr(\"Open\")\n"
                             "    title: state === \"open\" ? qsTr(\"Open\") : \"12 / 30\"\n"
                             "    label: Qt.formatDate(day, \"yyyy-MM-dd\")\n"
                             "    hint: wide\n"
                             "        ? qsTr(\"Wide\")\n"
                             "        : qsTr(\"Narrow\")\n"
                             "    model: [{ text: qsTr(\"A, b\"), key: \"en\" }, { key: \"zh\" }]\n"
                             "    // text: \"commented out\"\n"
                             "}\n",
    "tests/shared/tst_Hazard.cpp": "#include \"domain/Hazard.h\"\n#include <QtTest>\n"
                                   "QVERIFY(trueValue);\nQCOMPARE(a, b);\n#include \"tst_Hazard.moc\"\n",
    "qml/gallery/Gallery.qml": "Chip { text: \"示例\" }\n",
    "tests/qml/tst_Chip.qml": "Item { color: \"#123456\"; text: \"stub\" }\n",
    "build/dev/Generated.h": f"// {LATER}\n",
}

# check → (file, content, line of the breach); several per check where it looks for several things.
BREACHES = {
    "include_table": [
        ("shared/core/Up.h", "#include \"domain/Hazard.h\"\n", 1),
        ("shared/domain/Wrong.cpp", "#include <string>\n#include \"service/Service.h\"\n", 2),
        ("server/service/Wrong.cpp", "\n#include \"http/Router.h\"\n", 2),
        ("server/export/Wrong.cpp", "#include \"service/Service.h\"\n", 1),
        ("mobile/viewmodels/Wrong.cpp", "#include \"service/Service.h\"\n", 1),
        ("mobile/worker/Wrong.cpp", "#include \"viewmodels/Model.h\"\n", 1),
        ("mobile/net/Climbs.cpp", "#include \"../viewmodels/Model.h\"\n", 1),
        ("mobile/net/Lost.cpp", "#include \"domain/Gone.h\"\n", 1),
    ],
    "foreign_headers": [
        ("shared/core/Text.h", "#include <QString>\n", 1),
        ("server/service/Text.h", "#include <QtCore/QString>\n", 1),
        ("server/http/Json.cpp", "#include <cpprest/json.h>\n", 1),
        ("tests/server/tst_Json.cpp", "#include <cpprest/json.h>\n", 1),
        ("server/http/Handler.cpp", "#include <nlohmann/json.hpp>\n", 1),
    ],
    "banned_names": [
        ("shared/core/StringUtils.h", "\n", 1),
        ("qml/controls/CommonRow.qml", "Item {}\n", 1),
        ("shared/domain/Wrong.h", "\nclass HazardManager {};\n", 2),
        ("shared/domain/Root.h", "struct BaseEvent {};\n", 1),
        ("shared/domain/Space.h", "enum class DateHelper { A };\n", 1),
    ],
    "postponed_work": [
        ("shared/core/Later.h", f"\n\n// {LATER}: later\n", 3),
        ("server/web/main.ts", "// FIX" + "ME\n", 1),
    ],
    "file_sizes": [
        ("shared/core/Long.cpp", "\n" * 501, 501),
        ("qml/controls/Long.qml", "\n" * 301, 301),
    ],
    "theme_literals": [
        ("qml/controls/Red.qml", "Item {\n    color: \"#ff0000\"\n}\n", 2),
        ("qml/controls/Named.qml", "Rectangle { border.color: \"red\" }\n", 1),
        ("qml/screens/Big.qml", "Text { font.pixelSize: 14 }\n", 1),
        ("qml/screens/Point.qml", "Text {\n    font { pointSize: 9.5 }\n}\n", 2),
    ],
    "untranslated_strings": [
        ("qml/screens/Word.qml", "Text { text: \"Hello\" }\n", 1),
        ("qml/screens/Chinese.qml", "Page {\n    title: \"隐患\"\n}\n", 2),
        ("qml/screens/Choice.qml", "Text {\n    text: open ? \"Open\" : qsTr(\"Shut\")\n}\n", 2),
        ("qml/screens/Lines.qml", "Text {\n    text: open\n        ? qsTr(\"Open\")\n"
                                  "        : \"Shut\"\n}\n", 2),
        ("qml/screens/Sum.qml", "TextField { placeholderText: count + \" 条\" }\n", 1),
        ("qml/screens/Listed.qml", "Item { model: [{ key: \"a\", label: \"Open\" }] }\n", 1),
        ("qml/screens/Spoken.qml", "Item { Accessible.name: \"Back\" }\n", 1),
    ],
    "dead_links": [
        ("shared/domain/README.md", "\n[gone](Gone.h)\n", 2),
        ("server/README.zh.md", "![picture](pictures/gone.png)\n", 1),
        ("qml/README.md", "<img src=\"gone.png\" width=\"3\">\n", 1),
    ],
    "empty_tests": [
        ("tests/shared/tst_Skip.cpp", "\nQSKIP(\"no\");\n", 2),
        ("tests/shared/tst_True.cpp", "QVERIFY( true );\n", 1),
        ("tests/shared/tst_Same.cpp", "QCOMPARE(value, value);\n", 1),
        ("tests/qml/tst_True.qml", "function test_a() { verify(true) }\n", 1),
    ],
    "untyped_qml": [
        ("mobile/app/Context.cpp", "context->setContextProperty(name, object);\n", 1),
        ("mobile/app/Types.cpp", "\nqmlRegisterType<Model>(uri, 1, 0, name);\n", 2),
        ("server/http/cpprest/Text.cpp", "auto path = U(\"/api\");\n", 1),
    ],
    "machine_paths": [
        ("shared/core/README.md", "Built in /home/" + "alice/project.\n", 1),
        ("tests/data.json", "{\n\"file\": \"/wo" + "rk/main/x\"}\n", 2),
    ],
    "unfinished_translations": [
        ("mobile/i18n/campus_en.ts", "<message>\n<translation type=\"unfinished\"></translation>\n", 2),
    ],
}


def plant(root, files):
    for name, text in files.items():
        path = Path(root, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


class TidyTest(unittest.TestCase):
    def test_a_clean_tree_has_no_breach(self):
        with tempfile.TemporaryDirectory() as root:
            plant(root, CLEAN)
            self.assertEqual(list(tidy.findings(root)), [])

    def test_every_check_has_a_planted_breach(self):
        self.assertEqual(sorted(BREACHES), sorted(check.__name__ for check in tidy.CHECKS))

    def test_a_planted_breach_is_found_by_its_check_alone(self):
        for check, plants in BREACHES.items():
            for name, text, line in plants:
                with self.subTest(check=check, file=name), tempfile.TemporaryDirectory() as root:
                    plant(root, CLEAN)
                    plant(root, {name: text})
                    found = {(finding.path, finding.line) for finding in tidy.findings(root)}
                    self.assertEqual(found, {(name, line)})
                    own = next(c for c in tidy.CHECKS if c.__name__ == check)
                    source = next(s for s in tidy.sources(root) if s.path == name)
                    self.assertEqual([number for number, _ in own(Path(root), source)], [line])

    def test_the_program_names_file_and_line_and_ends_with_1(self):
        with tempfile.TemporaryDirectory() as root:
            plant(root, CLEAN)
            self.assertEqual(self.run_program(root), (0, "tidy\n"))
            plant(root, {"shared/core/Later.h": f"\n// {LATER}\n"})
            status, output = self.run_program(root)
            self.assertEqual(status, 1)
            self.assertIn("shared/core/Later.h:2: ", output)

    def test_every_layer_of_the_table_names_known_layers(self):
        for layer, allowed in tidy.MAY_INCLUDE.items():
            self.assertNotIn(layer, allowed)
            for other in allowed:
                self.assertIn(other, tidy.MAY_INCLUDE)
                self.assertNotIn(layer, tidy.MAY_INCLUDE[other], f"{layer} and {other} form a circle")

    @staticmethod
    def run_program(root):
        output = io.StringIO()
        with contextlib.redirect_stdout(output):
            status = tidy.main(["tidy.py", root])
        return status, output.getvalue()


if __name__ == "__main__":
    unittest.main()
