"""The translations: finds every text of the program, keeps the .po files complete, compiles them.

python -m tools.messages check     missing, fuzzy or obsolete texts; exit code 1 when there are any
python -m tools.messages update    adds the missing ones, drops the obsolete ones
python -m tools.messages compile   .po to .mo
"""

import sys
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "zhike"
LOCALES = PACKAGE / "locale"
Key = tuple[str, str]  # context, text
# Without dates and names, so that two people's additions merge.
HEADER = """msgid ""
msgstr ""
"Project-Id-Version: zhike\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Language: {language}\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"

"""


def main(words: list[str]) -> int:
    verbs = {"check": check, "update": update, "compile": compile_all}
    if len(words) != 1 or words[0] not in verbs:
        print(__doc__, file=sys.stderr)
        return 2
    return verbs[words[0]]()


def check() -> int:
    """Prints each text that is missing, fuzzy or obsolete in a language."""
    faults = [f"{_name(po)}: {fault}" for po in _files() for fault in _faults(_read(po))]
    print("\n".join(faults) or "translations: complete")
    return int(bool(faults))


def update() -> int:
    """Adds missing texts untranslated, drops those no longer used; sorted, without places in the source."""
    from tools.texts import found

    for po in _files():
        catalog, fresh = _read(po), Catalog(locale=_read(po).locale, header_comment="", fuzzy=False)
        for (context, text), message in sorted(found().items()):
            kept = catalog.get(text, context or None)
            fresh.add(message.id, kept.string if kept else None, context=context or None, flags=message.flags)
        with po.open("wb") as file:
            file.write(HEADER.format(language=_name(po)).encode())
            write_po(file, fresh, sort_output=True, no_location=True, omit_header=True, width=0)
        print(f"{_name(po)}: {len(fresh)} texts")
    return 0


def compile_all() -> int:
    for po in _files():
        with po.with_suffix(".mo").open("wb") as file:
            write_mo(file, _read(po))
    return 0


def _files() -> list[Path]:
    return sorted(LOCALES.glob("*/LC_MESSAGES/django.po"))


def _name(po: Path) -> str:
    return po.parts[-3]


def _read(po: Path) -> Catalog:
    with po.open("rb") as file:
        return read_po(file, locale=_name(po))


def _faults(catalog: Catalog) -> list[str]:
    from tools.texts import found, key

    wanted = found()
    held = {key(message): message for message in catalog if message.id}
    faults = [f"missing: {_said(one)}" for one in sorted(wanted.keys() - held.keys())]
    faults += [f"obsolete: {_said(one)}" for one in sorted(held.keys() - wanted.keys())]
    faults += [f"fuzzy: {_said(one)}" for one, message in held.items() if message.fuzzy]
    faults += [f"untranslated: {_said(one)}" for one, message in held.items() if _is_empty(message)]
    return faults


def _said(one: Key) -> str:
    context, text = one
    return f"{text!r} ({context})" if context else repr(text)


def _is_empty(message: Message) -> bool:
    strings = message.string if isinstance(message.string, list | tuple) else [message.string]
    return not all(strings)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
