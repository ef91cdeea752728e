import fast, slow, win, cy, text
