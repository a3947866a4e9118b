"""Pure pieces which every area may use: phones, names, dates, money, text, files, tables."""
