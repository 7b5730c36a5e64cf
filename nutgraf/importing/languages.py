"""The language a text is in, as far as its script or its commonest words tell. Refuses to guess beyond them."""

from __future__ import annotations

import re

_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("zh", re.compile("[\u3400-\u9fff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("ar", re.compile("[\u0620-\u064a]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
)
_PERSIAN = re.compile("[پچژگ]")
_UKRAINIAN = re.compile("[іїєґ]")
_WORDS = {
    "en": "the and of to in that is was for it with said has on by from this were",
    "fr": "le la les des et du est une dans que pour qui sur pas par au aux il elle avec ce",
    "es": "el la los las y del que en una por con para se al su como más fue",
    "pt": "o os as do da dos das e em uma não que para com ao pelo foi são à",
    "de": "der die das und den dem ist nicht mit von ein eine im auf für wurde auch",
    "it": "il lo gli della di che è per una nel con sono del alla anche dei",
    "nl": "de het een en van in is dat op te zijn met voor niet aan door",
    "pl": "w i na się z że do nie jest to o przez oraz",
}
_COUNTED = {
    word: [lang for lang in _WORDS if word in _WORDS[lang].split()] for it in _WORDS.values() for word in it.split()
}
_OTHERS = (
    "but or if as at when while after before since although however our we i you he she they this these those its his"
    " her their there here what who how why now then so not no yes all some many most each both another other such mais"
    " et ou où quand lors après avant selon si je nous vous ils elles leur son sa ses cette ces"
)
FUNCTION_WORDS = frozenset(_COUNTED) | frozenset(_OTHERS.split())
"""Words that begin a sentence without being a name."""
_LATIN = re.compile(r"[^\W\d_]+")
_ENOUGH = 4
_READ = 20_000
"""Characters looked at: a language shows early."""


def language_of(text: str) -> str | None:
    """The BCP 47 language of a text; None where neither its script nor its words tell."""
    text = text[:_READ].lower()
    letters = sum(character.isalpha() for character in text)
    for lang, script in _SCRIPTS:
        if letters and len(script.findall(text)) > (0.05 if lang == "ja" else 0.3) * letters:
            return _within_script(lang, text)
    scores = dict.fromkeys(_WORDS, 0.0)
    for word in _LATIN.findall(text):
        for lang in _COUNTED.get(word, ()):
            scores[lang] += 1 / len(_COUNTED[word])
    best = max(scores, key=lambda lang: scores[lang])
    return best if scores[best] >= _ENOUGH else None


def _within_script(lang: str, text: str) -> str:
    if lang == "ar" and len(_PERSIAN.findall(text)) > 0.01 * len(text):
        return "fa"
    if lang == "ru" and len(_UKRAINIAN.findall(text)) > 0.02 * len(text):
        return "uk"
    return lang
