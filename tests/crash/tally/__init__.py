"""An area for the test of crashes: it counts what is delivered."""
