# Articles from a seed, in our own words, and what an index holds after the first so many of them.
import json
import random

SYLLABLES = "ba ra ka mi no tu le si po da ve ri go na su pe lo ti ma ju".split()
SPREAD = 1.1  # of Zipf's law, roughly what news has


class Feed:
    """Lines of JSON and the articles they make, one each, as (url, outlet, day, text)."""

    def __init__(self, seed, count, outside=()):
        """A third of the articles are new texts for addresses of `outside`, a tenth come twice."""
        rng = random.Random(seed)
        words = ["".join(rng.choices(SYLLABLES, k=rng.randint(2, 4))) for _ in range(3000)]
        weights = [1 / (rank + 3) ** SPREAD for rank in range(len(words))]
        known = [article[0] for article in outside]
        self.articles = []
        for number in range(count):
            url = f"https://outlet{number % 7}.example/{seed}/{number}"
            if known and rng.random() < 0.33:
                url = rng.choice(known)
            elif self.articles and rng.random() < 0.1:
                url = rng.choice(self.articles)[0]
            text = "tanda " + " ".join(rng.choices(words, weights, k=rng.randint(20, 90))) + "."
            day = f"20{rng.randint(18, 25)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"
            self.articles.append((url, f"Outlet {number % 7}", day, text))

    def write(self, path):
        with open(path, "w", encoding="utf-8") as out:
            out.write("".join(self.lines()))

    def lines(self):
        for number, (url, outlet, day, text) in enumerate(self.articles):
            yield json.dumps({"url": url, "outlet": outlet, "date": day, "title": text[6:30],
                              "lang": ("en", "id")[number % 2], "text": text}) + "\n"

    def added_to(self, articles, count):
        """`articles`, by URL, and the first `count` of these."""
        return {**articles, **{article[0]: article for article in self.articles[:count]}}
