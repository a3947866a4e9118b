"""Pure pieces which every area may use: phones, names, dates, money, text, files, tables. No models, no settings of the area."""
