"""The language of the windows: translators for our own strings and Qt's, and which of a Sentence's two to show."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from app.ui.shared.paths import TRANSLATIONS
from scoring.sentence import Language, Sentence

_installed: list[QTranslator] = []
_language: list[Language] = ["zh"]


def install(language: Language) -> None:
    """Show everything in `language` from now on. What is already on screen is built anew by the main window."""
    application = QCoreApplication.instance()
    assert application is not None
    for translator in _installed:
        application.removeTranslator(translator)
    _installed.clear()
    _language[0] = language
    QLocale.setDefault(QLocale(QLocale.Language.English if language == "en" else QLocale.Language.Chinese))
    if language == "en":
        for path in sorted(TRANSLATIONS.glob("en_*.qm")):
            _add(application, path.stem, str(path.parent))
    else:
        from PySide6.QtCore import QLibraryInfo

        _add(application, "qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))


def language() -> Language:
    """The language of the windows now."""
    return _language[0]


def said(sentence: Sentence) -> str:
    """`sentence` in the language of the windows. For whatever has `.zh` and `.en`."""
    return sentence.en if _language[0] == "en" else sentence.zh


def quoted(text: str) -> str:
    """`text` as somebody's own words, in the quotation marks of the language."""
    return QCoreApplication.translate("Quoted", "「{0}」").format(text)


def _add(application: QCoreApplication, name: str, folder: str) -> None:
    translator = QTranslator(application)
    # A missing file leaves the Chinese of the source, which is better than no window.
    if translator.load(name, folder):
        application.installTranslator(translator)
        _installed.append(translator)
    else:
        translator.deleteLater()
