"""Finding anything one may see, in Chinese and English."""
