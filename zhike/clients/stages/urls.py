"""Moving a client; the pages of stages are generated."""

urlpatterns: list = []
