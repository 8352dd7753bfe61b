"""In which ways a typed word is looked for: by its stem, by other words for it, and by what it may be a slip of."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import islice, takewhile

from fleksjob_site.search.everyday import Everyday
from fleksjob_site.search.stems import Stem, spellings, words

EXACT, RESPELT, SYNONYM, BEGINNING, PART, SLIP = 1.0, 0.95, 0.8, 0.35, 0.5, 0.6
"""How much each way counts."""
_MIN_BEGINNING = 4
"""Letters of a word that is also looked for as the beginning of longer ones."""
_MIN_PART = 3
_MAX_OTHERS = 6
_SIMILAR = 0.78
"""How alike two words must be for one to be a slip of the other, from 0 to 1."""
_MAX_SLIP = 24
"""Letters of a word that may be a slip; comparing longer ones takes long and finds nothing."""


@dataclass(frozen=True, slots=True)
class LookedFor:
    """A stem to look for, or with `begins` the beginning of one."""

    stem: str
    weight: float
    begins: bool = False

    @property
    def expression(self) -> str:
        """For FTS5: a string in quotation marks. A stem holds only letters and digits."""
        return f'"{self.stem}" *' if self.begins else f'"{self.stem}"'

    def fits(self, stem: str) -> bool:
        """Whether a word of a text with this stem is one that was looked for."""
        return stem.startswith(self.stem) if self.begins else stem == self.stem


class Vocabulary:
    """All words of the texts of a language, with other words for them."""

    def __init__(self, stems: dict[str, str], everyday: Everyday, stem: Stem) -> None:
        self.stems = stems
        self.known = set(stems.values())
        self.sorted = sorted(stems)
        self.ignored = set(words(everyday.ignored))
        self.spelt: dict[str, set[str]] = defaultdict(set)
        self.means: dict[str, list[str]] = defaultdict(list)
        for typed, meant in everyday.means.items():
            for word in words(typed):
                self.means[stem(word)] += map(stem, words(meant))
        for word in [*stems, *(word for typed in everyday.means for word in words(typed))]:
            for written in spellings(word) - {word}:
                self.spelt[written].add(stem(word))
                self.spelt[stem(written)].add(stem(word))

    def ignores(self, word: str) -> bool:
        return word in self.ignored

    def look_for(self, word: str, stem: str) -> tuple[LookedFor, ...]:
        """The ways to look for a typed word; guesses only where nothing else is known of it."""
        ways = {stem: EXACT} if stem in self.known else {}
        respelt = self.spelt.get(word, set()) | self.spelt.get(stem, set())
        for other in respelt & self.known:
            ways.setdefault(other, RESPELT)
        for typed in (stem, *respelt):
            for meant in self.means.get(typed, ()):
                ways.setdefault(meant, SYNONYM)
        begins = len(word) >= _MIN_BEGINNING and self._some_begin(stem)
        if not ways and not begins:
            ways |= dict.fromkeys(self._parts(word), PART) or dict.fromkeys(self._slips(word), SLIP)
        found = [LookedFor(each, weight) for each, weight in ways.items()]
        return (*found, LookedFor(stem, BEGINNING, begins=True)) if begins else tuple(found)

    def _some_begin(self, stem: str) -> bool:
        at = bisect_left(self.sorted, stem)
        return at < len(self.sorted) and self.sorted[at].startswith(stem)

    def _parts(self, word: str) -> set[str]:
        """The known words that a compound is put together of, or those that hold the word as a part."""
        for written in (word, *self._respelt(word)):
            for at in range(_MIN_PART, len(written) - _MIN_PART + 1):
                # Danish joins some words by an s or an e.
                for first in {written[:at], written[:at].removesuffix("s"), written[:at].removesuffix("e")}:
                    if first in self.stems and written[at:] in self.stems:
                        return {self.stems[first], self.stems[written[at:]]}
        holding = (stem for known, stem in self.stems.items() if len(word) >= _MIN_BEGINNING and word in known)
        return set(islice(holding, _MAX_OTHERS))

    @staticmethod
    def _respelt(word: str) -> Iterator[str]:
        """The word with Danish letters where it may have been written without."""
        for pairs in ({"ae": "æ", "oe": "ø", "aa": "å"}, {"o": "ø"}, {"a": "å"}, {"a": "æ"}):
            other = word
            for written, letter in pairs.items():
                other = other.replace(written, letter)
            if other != word:
                yield other

    def _slips(self, word: str) -> set[str]:
        """Known words that look alike, or that begin alike."""
        if len(word) < _MIN_BEGINNING or len(word) > _MAX_SLIP:
            return set()
        near = [known for known in self.stems if abs(len(known) - len(word)) <= 2 and known[:1] == word[:1]]
        # Two letters in the wrong order are likelier than two wrong letters.
        swapped = {self.stems[known] for known in near if sorted(known) == sorted(word)}
        if swapped:
            return swapped
        close = get_close_matches(word, near, n=3, cutoff=_SIMILAR)
        if close:
            return {self.stems[known] for known in close}
        at = bisect_left(self.sorted, word[:_MIN_BEGINNING])
        alike = takewhile(lambda known: known.startswith(word[: max(_MIN_BEGINNING, len(word) - 3)]), self.sorted[at:])
        return {self.stems[known] for known in islice(alike, _MAX_OTHERS)}
