#!/usr/bin/env python3
"""Usage: make_corpus.py SEED MEGABYTES|NUMBERa > feed.jsonl      (5000a: five thousand articles)

Articles of no sense and realistic statistics as JSON lines, half English, half Indonesian: word
frequencies fall by Zipf's law over 150,000 words a language, the frequent ones from the sample's own
articles, the rare ones made of their syllables; and words that nobody wrote before never end, as names,
numbers and mistakes do not (Heaps' law). The same seed gives the same bytes."""
import bisect
import itertools
import json
import pathlib
import random
import re
import sys

SAMPLE = pathlib.Path(__file__).resolve().parents[2] / "data/sample"
VOCABULARY = 150_000
ZIPF_EXPONENT = 1.05
MEDIAN_WORDS, SPREAD = 290, 0.6  # of a log-normal distribution, as of news: 2.3 KB on average
DRAWN = 1 << 20  # words drawn by their weights once, and from these evenly: three times as quick
COINED = 0.003  # of all words: what 40 n^0.55 different words among n come to at 300 million


def sample_words(language):
    counts = {}
    for line in (SAMPLE / f"truth.{language}.jsonl").open():
        path = SAMPLE / "crawl" / json.loads(line)["file"]
        for word in re.findall(r"[a-z]+", path.read_text().lower()) if path.is_file() else []:
            counts[word] = counts.get(word, 0) + 1
    return sorted(counts, key=lambda word: (-counts[word], word))


def vocabulary(language, rng):
    words = sample_words(language)
    syllables = sorted({word[i:i + 3] for word in words for i in range(0, len(word) - 2, 2)})
    endings = {"en": ["", "", "s", "ed", "ing", "ation", "er", "ly"],
               "id": ["", "", "kan", "an", "i", "nya", "lah"]}[language]
    known = set(words)
    while len(words) < VOCABULARY:
        word = "".join(rng.choices(syllables, k=rng.choice((2, 2, 3, 3, 4)))) + rng.choice(endings)
        if word not in known:
            known.add(word)
            words.append(word)
    return words, syllables


class Writer:
    def __init__(self, language, rng):
        self.language, self.rng = language, rng
        words, self.syllables = vocabulary(language, rng)
        weights = list(itertools.accumulate(1 / rank ** ZIPF_EXPONENT
                                            for rank in range(3, VOCABULARY + 3)))
        self.words = rng.choices(words, cum_weights=weights, k=DRAWN)

    def take(self, count):
        return self.rng.choices(self.words, k=count)

    def coin(self):
        if self.rng.random() < 0.2:
            return str(self.rng.randint(1, 10 ** self.rng.randint(2, 7)))
        return "".join(self.rng.choices(self.syllables, k=self.rng.choice((3, 3, 4))))

    def text(self):
        words = self.take(min(5000, max(40, int(self.rng.lognormvariate(0, SPREAD) * MEDIAN_WORDS))))
        # An article keeps to its topic: some words come again and again.
        for word in self.take(4):
            for _ in range(len(words) // 80):
                words[self.rng.randrange(len(words))] = word
        for _ in range(int(len(words) * COINED + self.rng.random())):
            words[self.rng.randrange(len(words))] = self.coin()
        sentences, start = [], 0
        while start < len(words):
            size = self.rng.randint(8, 28)
            sentences.append(" ".join(words[start:start + size]).capitalize() + ".")
            start += size
        return "\n\n".join(" ".join(sentences[i:i + 3]) for i in range(0, len(sentences), 3))

    def article(self, number):
        day = f"20{self.rng.randint(10, 25)}-{self.rng.randint(1, 12):02}-{self.rng.randint(1, 28):02}"
        host = f"news{bisect.bisect([5, 9, 12, 14], number % 16)}.example"
        return {"url": f"https://{host}/{self.language}/{number}", "lang": self.language, "date": day,
                "outlet": host.split(".")[0].capitalize(), "author": " ".join(self.take(2)).title(),
                "title": " ".join(self.take(9)).capitalize(), "text": self.text()}


def main(seed, size):
    rng = random.Random(int(seed))
    writers = [Writer("en", rng), Writer("id", rng)]
    articles = int(size[:-1]) if size.endswith("a") else None
    left = None if articles else float(size) * 1e6
    for number in itertools.count():
        if number == articles or (left is not None and left <= 0):
            return
        article = writers[number % 2].article(number)
        if left is not None:
            left -= len(article["text"])
        sys.stdout.write(json.dumps(article) + "\n")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
