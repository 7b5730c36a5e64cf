"""How long a hundred articles of a thousand words take: `python -m tests.importing.bench`. No part of the suite."""

import time
from pathlib import Path

from nutgraf.importing.article import read_article
from nutgraf.importing.given import Given

WORDS = 1000


def article(seeds: Path) -> bytes:
    """About a thousand words of the English seeds of these tests."""
    texts = [
        (seeds / f"{name}.txt").read_text(encoding="utf-8")
        for name in ("agency-ferry", "wikinews-bridge", "long-quote")
    ]
    paragraphs = [line for text in texts for line in text.split("\n")[:14]] * 3
    words = 0
    kept = []
    for paragraph in paragraphs:
        kept.append(paragraph)
        words += len(paragraph.split())
        if words > WORDS:
            break
    return "\n\n".join(kept).encode()


def main() -> None:
    data = article(Path(__file__).parent / "seeds")
    read_article(data, "warm-up.txt", Given(date="2024-05-15"))
    start, cpu = time.perf_counter(), time.process_time()
    for number in range(100):
        read_article(data, f"article-{number}.txt", Given(date="2024-05-15"))
    wall, used = time.perf_counter() - start, time.process_time() - cpu
    print(f"100 articles of {len(data.split())} words: {wall:.2f} s, {used:.2f} s of processor time")


if __name__ == "__main__":
    main()
