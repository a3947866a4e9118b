"""Its label is not that of the rules of clients."""

from django.apps import AppConfig


class RulesOfEngagementConfig(AppConfig):
    name = "zhike.agreements.rules"
    label = "engagement"
