#!/usr/bin/env python3
"""Usage: index_fts5.py DATABASE FEED.jsonl

The articles of a feed in SQLite's FTS5: words with positions, Porter's stems, everything stored, all merged into
one segment. One of the yardsticks of scripts/bench index."""
import json
import sqlite3
import sys

FIELDS = ("title", "text", "author", "outlet", "url", "lang", "date")

database = sqlite3.connect(sys.argv[1])
database.execute("PRAGMA cache_size = -262144")
database.execute("CREATE VIRTUAL TABLE articles USING fts5(title, text, author, outlet, url UNINDEXED, "
                 "lang UNINDEXED, date UNINDEXED, tokenize = 'porter unicode61')")
with open(sys.argv[2], encoding="utf-8") as feed:
    database.executemany(f"INSERT INTO articles VALUES ({', '.join('?' * len(FIELDS))})",
                         ([article[name] for name in FIELDS] for article in map(json.loads, feed)))
database.execute("INSERT INTO articles(articles) VALUES ('optimize')")
database.commit()
database.close()
