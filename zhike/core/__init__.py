"""The primitives every area is built from. They know no domain."""
