"""What plans do by the clock."""

from procrastinate.contrib.django import app

from zhike.clients.plans.keeping import refresh
from zhike.clients.plans.models import Plan


@app.periodic(cron="40 2 * * *")
@app.task(name="plans.count_the_days_again")
def count_the_days_again(timestamp: int) -> None:
    """Once a night: a new release may know holidays and make-up days that were not announced before."""
    refresh(Plan.objects.running())
