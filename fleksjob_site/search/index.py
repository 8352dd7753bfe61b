"""The index of a language: SQLite's full text search in memory, over stems.

SQLite sees nothing that a visitor typed but single stems of letters and digits in quotation marks, so none of its
operators can be reached. Nothing that was typed is kept.
"""

import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from threading import Lock

from fleksjob_site.search.entries import Entry, Kind
from fleksjob_site.search.everyday import EVERYDAY, Everyday
from fleksjob_site.search.looked_for import SYNONYM, LookedFor, Vocabulary
from fleksjob_site.search.stems import stemmer, words
from fleksjob_site.texts.languages import Language

MAX_HITS = 10
MAX_OF_A_PAGE = 3
"""Sections of one page among the hits, so that others are seen too."""
MAX_WORDS = 16
"""Words of a question that are looked up."""
_WEIGHTS = "4, 6, 5, 1"
"""How much a word counts in the title of the page, in the heading, among the words that lead there, and in the text."""
MAX_WORDS_OF_LIST = 2
"""Words of the word list among the hits; what they are about is on the other pages."""
_LED = 2.5
"""How much is added where the word is among those that lead there, however long the section is."""
_LED_TO = "SELECT rowid FROM entries WHERE entries MATCH ?"
_BETWEEN_NAMES = re.compile(r"[(),/]")
_NAMED = 6
"""Added for a word of the word list where its name is all that was typed."""


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that was found, and the words by which it was."""

    entry: Entry
    looked_for: tuple[LookedFor, ...]


class Index:
    """What can be found in one language."""

    def __init__(self, language: Language, found: Iterable[Entry]) -> None:
        everyday = EVERYDAY.get(language.code, Everyday())
        self.entries = [replace(each, also=f"{each.also} {everyday.leads_to.get(each.key, '')}") for each in found]
        self.language, self.lock = language, Lock()
        # Read by all threads, one at a time: a search takes a few milliseconds.
        self.database = sqlite3.connect(":memory:", check_same_thread=False)
        self.database.execute(
            "CREATE VIRTUAL TABLE entries USING fts5"
            "(title, heading, also, text, content='', tokenize='unicode61 remove_diacritics 0')"
        )
        stem, stems = stemmer(language), dict[str, str]()

        def stemmed(text: str) -> str:
            for word in words(text):
                stems[word] = stems.get(word) or stem(word)
            return " ".join(stems[word] for word in words(text))

        rows = (
            (number, *map(stemmed, (each.title, each.section, each.also, " ".join(each.texts))))
            for number, each in enumerate(self.entries)
        )
        self.database.executemany(
            "INSERT INTO entries (rowid, title, heading, also, text) VALUES (?, ?, ?, ?, ?)", rows
        )
        self.database.execute("INSERT INTO entries (entries) VALUES ('optimize')")
        self.vocabulary = Vocabulary(stems, everyday, stem)
        self.names = {
            number: [[stems[word] for word in words(name)] for name in _BETWEEN_NAMES.split(each.section)]
            for number, each in enumerate(self.entries)
            if each.kind is Kind.WORD
        }
        """The stems of each name of each word of the word list."""

    def search(self, question: str) -> list[Hit]:
        """The best hits for a question in everyday words, the best first."""
        stem = stemmer(self.language)
        asked = [word for word in dict.fromkeys(words(question)) if not self.vocabulary.ignores(word)]
        # A question of nothing but such words is searched by all of them.
        asked = (asked or list(dict.fromkeys(words(question))))[:MAX_WORDS]
        looked_for = [self.vocabulary.look_for(word, stem(word)) for word in asked]
        scores: dict[int, list[float]] = defaultdict(list)
        with self.lock:
            for ways in looked_for:
                for number, score in self._scores(ways).items():
                    scores[number].append(score)
        ranked = sorted(scores, key=lambda number: -self._rank(number, scores[number], looked_for))
        every = tuple(way for ways in looked_for for way in ways)
        return [Hit(self.entries[number], every) for number in self._spread(ranked)]

    def _scores(self, ways: tuple[LookedFor, ...]) -> dict[int, float]:
        """How well each entry fits one word of the question: by the best of the ways to look for it."""
        best: dict[int, float] = {}
        for way in ways:
            query = f"SELECT rowid, bm25(entries, {_WEIGHTS}) FROM entries WHERE entries MATCH ?"
            for number, score in self.database.execute(query, (way.expression,)):
                best[number] = max(best.get(number, 0.0), -score * way.weight)
        led = {
            number
            for way in ways
            if way.weight >= SYNONYM
            for (number,) in self.database.execute(_LED_TO, (f"also : {way.expression}",))
        }
        return {number: score + (_LED if number in led else 0) for number, score in best.items()}

    def _rank(self, number: int, scores: list[float], looked_for: list[tuple[LookedFor, ...]]) -> float:
        named = [ways[0].stem if ways else "" for ways in looked_for] in self.names.get(number, ())
        share = len(scores) / len(looked_for)
        return sum(scores) * self.entries[number].kind.value * (0.3 + 0.7 * share) + (_NAMED if named else 0)

    def _spread(self, ranked: list[int]) -> list[int]:
        """The first of them, each place once, and no more than a few of one page."""
        shown: dict[str, int] = {}
        of_page: dict[str, int] = defaultdict(int)
        for number in ranked:
            entry = self.entries[number]
            page = entry.url.partition("#")[0]
            most = MAX_WORDS_OF_LIST if entry.kind is Kind.WORD else MAX_OF_A_PAGE
            if entry.url not in shown and of_page[page] < most:
                of_page[page] += 1
                shown[entry.url] = number
        return list(shown.values())[:MAX_HITS]
