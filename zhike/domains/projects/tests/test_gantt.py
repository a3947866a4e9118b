"""The plan over time: drawn, moved, and what may not slip."""

from datetime import date, timedelta
from html import unescape

from zhike.core.clock.models import Calendar
from zhike.domains.projects.drawn import shifted
from zhike.domains.projects.errors import Circular
from zhike.domains.projects.gantt import chart_of, critical_tasks
from zhike.domains.projects.models import Follow, Task
from zhike.domains.projects.outline import outline_of

MONDAY = date(2026, 5, 11)


def planned(site, title, first, last, after=None):
    days = {"starts_on": MONDAY + timedelta(days=first), "due_on": MONDAY + timedelta(days=last)}
    task = site.task(title, **days)
    if after:
        task.follow(by=site.lena, before=after)
    return task


def test_what_has_no_room_is_critical(site):
    draft = planned(site, "草图", 0, 4)
    short = planned(site, "文案", 0, 1)
    last = planned(site, "定稿", 7, 11, after=draft)
    last.follow(by=site.lena, before=short)
    calendar = Calendar.objects.default().working(MONDAY)
    assert critical_tasks(Task.objects.all(), Follow.objects.all(), calendar) == {draft.pk, last.pk}
    draft.finish(by=site.lena)
    assert draft.pk not in critical_tasks(Task.objects.all(), Follow.objects.all(), calendar)


def test_each_task_and_milestone_has_its_line(site):
    draft = planned(site, "草图", 0, 4)
    planned(site, "定稿", 7, 11, after=draft)
    site.milestone(due=20)
    site.task("以后", due_on=None)
    chart = chart_of(outline_of(site.project, site.today))
    assert chart
    assert sorted(mark.kind for mark in chart.marks) == ["milestone", "task", "task"]
    assert [one.title for one in chart.undated] == ["以后"]
    assert len(chart.arrows) == 1
    assert not chart.arrows[0][1]
    draft.amend(by=site.lena, due_on=MONDAY + timedelta(days=8))
    late = chart_of(outline_of(site.project, site.today))
    assert late and late.arrows[0][1], "what follows begins before it is done"
    assert all(0 < mark.x <= chart.width for mark in chart.marks)


def test_a_phase_with_both_its_days_is_a_bar_over_its_tasks(site):
    days = {"starts_on": MONDAY, "ends_on": MONDAY + timedelta(days=13)}
    drafted, later = site.phase("设计", **days), site.phase("上线")
    task = planned(site, "草图", 0, 4)
    task.amend(by=site.lena, phase=drafted)
    site.task("发布", due=3, phase=later)
    chart = chart_of(outline_of(site.project, site.today))
    assert chart
    phases = {mark.record: mark for mark in chart.marks if mark.kind == "phase"}
    [bar] = [mark for mark in chart.marks if mark.record == task]
    assert phases[drafted].x == bar.x and phases[drafted].end > bar.end
    assert phases[later].width == 0
    assert chart.first == MONDAY


def test_a_project_without_days_has_no_chart(site):
    assert chart_of(outline_of(site.project, site.today)) is None


def test_it_is_drawn_by_the_day_the_week_or_the_month(site):
    planned(site, "草图", 0, 24)
    outline = outline_of(site.project, MONDAY)
    days, weeks, months = (chart_of(outline, scale) for scale in ("day", "week", "month"))
    assert days and weeks and months
    assert days.scale > weeks.scale > months.scale
    assert [words for _x, words in days.ticks[:3]] == ["11", "12", "13"]
    assert [words for _x, words in days.above] == ["May 2026", "May 2026", "May 2026", "June 2026"]
    assert days.off[:2] == [days.at(MONDAY + timedelta(days=n)) for n in (5, 6)] and not weeks.off
    assert [words for _x, words in weeks.ticks] == ["11 May", "18 May", "25 May", "1 June"]
    assert [words for _x, words in months.ticks] == ["June 2026"]
    assert [mark.width for mark in days.marks] == [25 * days.scale]


def test_a_month_is_named_where_there_is_room(site):
    planned(site, "草图", 4, 8)
    friday = chart_of(outline_of(site.project, MONDAY + timedelta(days=4)), "day")
    assert friday and [x for x, _words in friday.above] == [friday.at(MONDAY + timedelta(days=7))]
    wednesday = chart_of(outline_of(site.project, MONDAY + timedelta(days=2)), "day")
    assert wednesday and len(wednesday.above) == 2


def test_a_plan_of_many_years_is_not_drawn_by_the_day(site, client):
    planned(site, "草图", 0, 24)
    planned(site, "运维", 0, 365 * 5)
    chart = chart_of(outline_of(site.project, MONDAY), "day")
    assert chart and chart.scales == ["week", "month"] and not chart.above
    client.force_login(site.lena)
    page = client.get(f"/projects/{site.project.reference}/time/?scale=day").text
    assert '<a href="?" aria-current="page">Whole plan</a>' in page and 'href="?scale=day"' not in page


def test_the_scale_stands_in_the_address(site, client):
    planned(site, "草图", 0, 4)
    client.force_login(site.lena)
    where = f"/projects/{site.project.reference}/time/"
    assert '<a href="?" aria-current="page">Whole plan</a>' in client.get(f"{where}?scale=century").text
    page = client.get(f"{where}?scale=week").text
    assert '<a href="?scale=week" aria-current="page">Weeks</a>' in page and 'data-gantt="10"' in page


def test_a_moved_task_lands_on_working_days_and_keeps_both(site):
    task = planned(site, "草图", 0, 4)
    assert shifted(task, 7) == {"starts_on": MONDAY + timedelta(days=7), "due_on": MONDAY + timedelta(days=11)}
    assert shifted(task, 5)["starts_on"] == MONDAY + timedelta(days=7)  # not on Saturday


def test_it_is_moved_from_the_chart(site, cast, client):
    task = planned(site, "草图", 0, 4)
    where = f"/tasks/{task.reference}/shift/"
    for person, answer in ((cast.ida, 404), (cast.rita, 403), (site.lena, 302)):
        client.force_login(person)
        assert client.post(where, {"days": "7"}).status_code == answer
    task.refresh_from_db()
    assert task.due_on == MONDAY + timedelta(days=11)
    assert client.post(where, {"days": "x"}).status_code == 400
    page = client.get(f"/projects/{site.project.reference}/time/").content.decode()
    assert "gantt-bar critical" in page


def test_what_comes_after_what_is_drawn_from_bar_to_bar(site, cast, client):
    draft, final = planned(site, "草图", 0, 4), planned(site, "定稿", 7, 11)
    where, said = f"/tasks/{final.reference}/after/", {"before": draft.reference}
    for person, answer in ((cast.ida, 404), (cast.rita, 403), (site.lena, 302)):
        client.force_login(person)
        assert client.post(where, said).status_code == answer
    assert list(final.follows.values_list("before", flat=True)) == [draft.pk]
    for unknown in ("", "TK-999999", final.reference):
        assert client.post(where, {"before": unknown}).status_code == 404
    page = client.post(f"/tasks/{draft.reference}/after/", {"before": final.reference}, follow=True).text
    assert str(Circular([draft, final, draft])) in unescape(page)
    assert not draft.follows.exists()


def test_the_client_gets_charter_and_plan_as_a_document(site, client):
    site.milestone()
    site.project.amend(by=site.lena, scope="首页\n挂号页")
    client.force_login(site.lena)
    answer = client.get(f"/documents/{site.project.reference}/charter.pdf?language=zh")
    assert answer.status_code == 200
    assert b"%PDF" in answer.content[:8]
