"""Raw articles and spreadsheets to content: decode, repair, peel, collect candidates, write. Loses no word, adds none."""
