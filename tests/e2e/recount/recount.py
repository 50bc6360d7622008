#!/usr/bin/env python3
"""Counts the figures a second time, straight from the log, from the definitions alone.

    recount.py --from 2025-01-01 --to 2025-06-30 [--cutoff T] --known-by K (--log FILE | --database FILE)

T and K are a date (the whole day counts) or an instant such as 2025-07-05T12:00:00+08:00; T is the end
of the period unless given. FILE is NDJSON, one record a line {seq, received_at, verdict, earliest,
latest, claimed, line}, or the server's SQLite database, which is opened for reading only.

Prints JSON: every figure with the records behind it, the same by category, and the balance of
carried over + found + reopened − closed = open. Shares no code with the program it checks.
"""

import argparse
import json
import sqlite3
import sys
from collections import defaultdict, namedtuple
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

LOCAL = timezone(timedelta(hours=8))
DAY = timedelta(days=1)
EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
MILLISECOND = timedelta(milliseconds=1)

Event = namedtuple("Event", "seq received moment type object school actor body")


# ---- time: an instant is an integer of milliseconds, a day a date in local time ---------------------

def first_moment(day):
    return (datetime(day.year, day.month, day.day, tzinfo=LOCAL) - EPOCH) // MILLISECOND


def last_moment(day):
    return first_moment(day + DAY) - 1


def day_of(instant):
    return (EPOCH + timedelta(milliseconds=instant)).astimezone(LOCAL).date()


def as_day(text):
    return date.fromisoformat(text) if text else None


def cut(text):
    """A date holds its whole day, an instant everything up to and with it."""
    if len(text) == 10:
        return last_moment(date.fromisoformat(text))
    return (datetime.fromisoformat(text.replace("Z", "+00:00")) - EPOCH) // MILLISECOND


def within_day(instant, day):
    """The instant, moved into the day that the person stated."""
    return instant if day is None else min(max(instant, first_moment(day)), last_moment(day))


# ---- reading ---------------------------------------------------------------------------------------

def records_of_ndjson(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                record = json.loads(line)
                yield (record["seq"], record["received_at"], record["verdict"] == "accepted",
                       record["earliest"], record["latest"], record["claimed"], record["line"])


def records_of_database(path):
    database = sqlite3.connect(f"{Path(path).resolve().as_uri()}?mode=ro", uri=True)
    try:
        rows = database.execute("SELECT seq, received_at, verdict, earliest, latest, claimed, line FROM log")
        for seq, received, verdict, earliest, latest, claimed, line in rows:
            yield seq, received, verdict == 1, earliest, latest, claimed, line
    finally:
        database.close()


def accepted_events(records, known_by):
    """What counts at K, in the order of the server."""
    events = []
    for seq, received, accepted, earliest, latest, claimed, line in records:
        if not accepted or received > known_by:
            continue
        decided = claimed if earliest <= claimed <= latest else (earliest if claimed < earliest else latest)
        text = json.loads(line)
        events.append(Event(seq, received, decided, text["type"], text["object"], text.get("school", ""),
                            text["actor"], text["body"]))
    return sorted(events, key=lambda event: event.seq)


# ---- hazards ---------------------------------------------------------------------------------------

FINDINGS = ("hazard.registered", "hazard.fixed_on_spot")
DATED_BY_PAPER = ("hazard.listed", "hazard.delisted", "hazard.transferred")


class Hazard:
    def __init__(self, name):
        self.name = name
        self.story = []     # events, and names of hazards merged into this one, in order
        self.finding = None
        self.voided = False
        self.merged = False

    @property
    def found_on(self):
        return as_day(self.finding.body.get("found_on")) or day_of(self.finding.moment)

    @property
    def category(self):
        return self.finding.body.get("category", "").split(".")[0]


def moment_of(event):
    if event.type in FINDINGS:
        return within_day(event.moment, as_day(event.body.get("found_on")))
    if event.type in DATED_BY_PAPER:
        return within_day(event.moment, as_day(event.body.get("on")))
    return event.moment


def tell_hazards(events):
    """Gives every event to the hazard it belongs to: after a merge that is the main one."""
    hazards = {}
    heirs = {}

    def resolve(name):
        while name in heirs:
            name = heirs[name]
        return hazards.setdefault(name, Hazard(name))

    for event in events:
        if not event.type.startswith("hazard."):
            continue
        hazard = resolve(event.object)
        if event.type == "hazard.merged":
            main = resolve(event.body["into"])
            if main is not hazard:
                heirs[hazard.name] = main.name
                hazard.merged = True
                main.story.append(hazard)
        elif event.type == "hazard.voided":
            hazard.voided = True
        else:
            hazard.story.append(event)
            if event.type in FINDINGS and hazard.finding is None:
                hazard.finding = event
    return [hazard for hazard in hazards.values() if hazard.finding is not None]


class State:
    """A hazard at a moment."""

    def __init__(self):
        self.found = False
        self.closed_on = None
        self.on_the_spot = False
        self.submitted_on = None    # and not yet reviewed
        self.accepted_on = None     # submission that the last review passed
        self.first_due = None
        self.extended_to = None
        self.asked_for = None
        self.proposed = "general"
        self.decided = None         # level, when somebody decided it

    @property
    def open(self):
        return self.found and self.closed_on is None

    @property
    def closed(self):
        return self.found and self.closed_on is not None

    @property
    def due(self):
        return self.extended_to or self.first_due

    @property
    def waits_for_level(self):
        return self.proposed == "major" and self.decided is None

    def overdue(self, today):
        return self.open and self.submitted_on is None and self.due is not None and self.due < today


def deadline(event):
    if event.body.get("due"):
        return as_day(event.body["due"])
    if "days" in event.body:
        return (as_day(event.body.get("on")) or day_of(event.moment)) + event.body["days"] * DAY
    return None


def state_of(hazard, moment):
    state = State()
    for chapter in hazard.story:
        if isinstance(chapter, Hazard):
            inherit(state, state_of(chapter, moment))
        elif moment_of(chapter) <= moment:
            advance(state, chapter)
    return state


def inherit(state, duplicate):
    """The stricter level and the earlier deadline in force."""
    if not (state.found and duplicate.found):
        return
    if duplicate.decided == "major":
        state.proposed = state.decided = "major"
    elif duplicate.waits_for_level and state.decided != "major":
        state.proposed, state.decided = "major", None
    if duplicate.due is None:
        return
    if state.first_due is None or duplicate.due <= state.first_due:
        state.first_due, state.extended_to = duplicate.due, None
    elif state.extended_to is not None:
        state.extended_to = min(state.extended_to, duplicate.due)


def advance(state, event):
    act = event.type.removeprefix("hazard.")
    today = day_of(moment_of(event))
    level = event.body.get("level", "general")
    if act == "registered":
        state.found, state.proposed = True, level
    elif act == "fixed_on_spot":
        state.found, state.proposed, state.on_the_spot = True, level, True
        state.closed_on = state.first_due = state.accepted_on = today
    elif act == "reopened":
        state.closed_on = state.submitted_on = state.accepted_on = state.extended_to = None
        state.on_the_spot = False
        state.first_due = deadline(event)
    elif act == "passed":
        state.accepted_on, state.submitted_on = state.submitted_on, None
        state.closed_on, state.on_the_spot, state.asked_for = today, False, None
    elif act == "level_confirmed":
        state.decided = level
    elif act == "level_proposed":
        state.proposed = level
        if level == "major" and state.decided == "general":
            state.decided = None
    elif state.closed:
        pass # a closed hazard is opened by reopening alone
    elif act == "assigned":
        state.first_due = deadline(event)
    elif act == "confirmed":
        state.submitted_on = today
    elif act == "returned":
        state.submitted_on = None
    elif act == "extension_asked":
        state.asked_for = as_day(event.body.get("until"))
    elif act == "extension_granted":
        state.extended_to = as_day(event.body.get("until")) or state.asked_for
        state.asked_for = None
    elif act == "extension_refused":
        state.asked_for = None


# ---- counting --------------------------------------------------------------------------------------

class Counts:
    """Members of every figure, in all and by category."""

    def __init__(self):
        self.members = defaultdict(list)
        self.by_category = defaultdict(lambda: defaultdict(list))

    def add(self, figure, member, category=None):
        self.members[figure].append(member)
        if category is not None:
            self.by_category[category][figure].append(member)


def count_hazards(counts, hazards, start, end, cutoff):
    cutoff_day = day_of(cutoff)
    balance = {"carried": 0, "found": 0, "reopened": 0, "closed": 0, "open": 0}
    for hazard in hazards:
        if hazard.voided or hazard.merged:
            continue
        before = state_of(hazard, first_moment(start) - 1)
        now = state_of(hazard, cutoff)
        if not now.found:
            continue
        acts = [chapter for chapter in hazard.story
                if not isinstance(chapter, Hazard) and moment_of(chapter) <= cutoff]
        reopenings = [day_of(moment_of(act)) for act in acts if act.type == "hazard.reopened"]
        grants = [day_of(moment_of(act)) for act in acts if act.type == "hazard.extension_granted"]

        def put(figure, condition=True, times=1):
            for _ in range(times if condition else 0):
                counts.add(figure, hazard.name, hazard.category)

        if start <= hazard.found_on <= end:
            count_found(put, now, cutoff_day)
        put("N7", before.open)
        put("X", before.closed and any(start <= day <= end for day in reopenings))
        put("N8", now.closed and start <= now.closed_on <= end)
        put("N9", now.open)
        put("N9c", now.open and hazard.found_on < start)
        put("N10", now.overdue(cutoff_day))
        put("N10p", now.overdue(cutoff_day) and now.waits_for_level)
        count_deadline(put, "N11", now, now.due, start, end)
        count_deadline(put, "N12r", now, now.first_due, start, end)
        put("N12", any(start <= day <= end for day in grants))
        put("N13", times=sum(start <= day <= end for day in reopenings))

        balance["carried"] += before.open
        balance["found"] += start <= hazard.found_on <= cutoff_day
        balance["reopened"] += before.closed and any(start <= day <= cutoff_day for day in reopenings)
        balance["closed"] += now.closed and start <= now.closed_on <= cutoff_day
        balance["open"] += now.open
    return balance


def count_found(put, now, cutoff_day):
    put("N3")
    put("N4", now.closed)
    put("N4s", now.closed and now.on_the_spot)
    put("N6", now.open)
    if now.open:
        boxes = (("N6.pending", now.waits_for_level), ("N6.review", now.submitted_on is not None),
                 ("N6.overdue", now.overdue(cutoff_day)), ("N6.extended", now.extended_to is not None),
                 ("N6.running", True))
        put(next(box for box, fits in boxes if fits))
        put("N6.unassigned", now.due is None)
    if now.decided == "major":
        put("M1")
        put("M2", now.closed)
        put("M4", now.open)


def count_deadline(put, figure, now, due, start, end):
    if due is None or not start <= due <= end:
        return
    if now.open and now.submitted_on is not None and now.submitted_on <= due:
        return # in time and waiting: a slow reviewer makes no school late
    put(figure + "/base")
    put(figure, now.accepted_on is not None and now.accepted_on <= due)


def count_visits(counts, events, start, end, cutoff):
    schools = set()
    visits = set()
    groups = set()
    for event in events:
        if event.type != "inspection.submitted":
            continue
        day = as_day(event.body["on"])
        if not start <= day <= end or within_day(event.moment, day) > cutoff:
            continue
        people = event.body.get("inspectors", [])
        team = event.body.get("team") or "+".join(sorted(people)) or event.actor
        campaign = event.body.get("campaign", "")
        schools.add(event.school)
        visits.add((day, event.school, team))
        groups.add((day, bool(campaign), campaign or team))
    for school in sorted(schools):
        counts.add("N1", school)
    for day, school, team in sorted(visits):
        counts.add("N2", f"{day.isoformat()} {school} {team}")
    for group in sorted(groups):
        counts.add("N2b", f"{group[0].isoformat()} {group[2]}")
    return schools


def active_schools(events, day):
    """Schools of the register that are active on the day; the last day still counts."""
    entries = {}
    changes = defaultdict(list)
    for event in events:
        if event.type == "register.school":
            entries[event.object] = event.body
        elif event.type == "register.school_changed" and event.body["field"] == "status":
            changes[event.object].append(event.body)

    def status(school, on):
        rows = [row for row in entries[school].get("changes", []) if row["field"] == "status"]
        rows = sorted(rows + changes[school], key=lambda row: row["on"])
        passed = [row for row in rows if as_day(row["on"]) <= on]
        if passed:
            return passed[-1].get("after")
        if rows and rows[0].get("before"):
            return rows[0]["before"]
        return entries[school].get("status")

    return {school for school in entries if "active" in (status(school, day), status(school, day - DAY))}


def count_coverage(counts, events, schools, day):
    due = active_schools(events, day)
    for school in sorted(due):
        counts.add("N1r/base", school)
    for school in sorted(due & schools):
        counts.add("N1r", school)


def count_notices(counts, events, start, end, cutoff):
    issued = {}
    for event in events:
        if event.type not in ("notice.issued", "notice.cancelled"):
            continue
        day = as_day(event.body["on"])
        if within_day(event.moment, day) > cutoff:
            continue
        if event.type == "notice.cancelled":
            issued.pop(event.object, None)
        elif start <= day <= end:
            issued[event.object] = day
    for notice in sorted(issued):
        counts.add("N14", notice)


# ---- printing --------------------------------------------------------------------------------------

PLAIN = ["N1", "N2", "N2b", "N3", "N4", "N4s", "N6", "N6.pending", "N6.review", "N6.overdue", "N6.extended",
         "N6.running", "N6.unassigned", "N7", "X", "N8", "N9", "N9c", "N10", "N10p", "N12", "N13", "N14",
         "M1", "M2", "M4"]
RATES = {"N1r": ("N1r", "N1r/base"), "N5": ("N4", "N3"), "N11": ("N11", "N11/base"),
         "N12r": ("N12r", "N12r/base"), "M3": ("M2", "M1")}
BY_SCHOOL_OR_DAY = {"N1", "N1r", "N2", "N2b", "N14"}


def rate_text(part, whole):
    """Half-up to two decimals; the limits are only for none and all."""
    if whole == 0:
        return "—"
    if part in (0, whole):
        return "0%" if part == 0 else "100%"
    hundredths, rest = divmod(part * 10000, whole)
    hundredths += 2 * rest >= whole
    hundredths = min(max(hundredths, 1), 9999)
    return f"{hundredths // 100}.{hundredths % 100:02d}%"


def figures_of(members, names):
    figures = {}
    for name in names:
        if name in RATES:
            part, whole = (sorted(members.get(key, [])) for key in RATES[name])
            figures[name] = {"value": len(part), "base": len(whole), "text": rate_text(len(part), len(whole)),
                             "members": part, "base_members": whole}
        else:
            behind = sorted(members.get(name, []))
            figures[name] = {"value": len(behind), "members": behind}
    return figures


def recount(records, start, end, cutoff, known_by):
    events = accepted_events(records, known_by)
    counts = Counts()
    balance = count_hazards(counts, tell_hazards(events), start, end, cutoff)
    schools = count_visits(counts, events, start, end, cutoff)
    count_coverage(counts, events, schools, end)
    count_notices(counts, events, start, end, cutoff)
    names = PLAIN + list(RATES)
    hazard_names = [name for name in names if name not in BY_SCHOOL_OR_DAY]
    balance["holds"] = balance["carried"] + balance["found"] + balance["reopened"] - balance["closed"] == balance["open"]
    return {
        "figures": figures_of(counts.members, names),
        "by_category": {category: figures_of(members, hazard_names)
                        for category, members in sorted(counts.by_category.items())},
        "balance": balance,
    }


def main():
    parser = argparse.ArgumentParser(description="Counts the figures a second time, straight from the log.")
    parser.add_argument("--from", dest="start", type=date.fromisoformat, required=True)
    parser.add_argument("--to", dest="end", type=date.fromisoformat, required=True)
    parser.add_argument("--cutoff", type=cut)
    parser.add_argument("--known-by", type=cut, required=True)
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--log")
    source.add_argument("--database")
    asked = parser.parse_args()
    records = records_of_ndjson(asked.log) if asked.log else records_of_database(asked.database)
    cutoff = last_moment(asked.end) if asked.cutoff is None else asked.cutoff
    result = recount(records, asked.start, asked.end, cutoff, asked.known_by)
    json.dump(result, sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
