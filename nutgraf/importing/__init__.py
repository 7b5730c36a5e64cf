"""Raw articles and spreadsheets to content: decode, repair, peel, find candidates, write. Loses no word, adds none."""
