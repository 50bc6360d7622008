#!/usr/bin/env python3
"""Counts the figures a second time, straight from the log, from the definitions alone.

    recount.py --from 2025-01-01 --to 2025-06-30 [--cutoff T] --known-by K [--by category]
               (--log FILE | --database FILE)

T and K are a date (the whole day counts) or an instant such as 2025-07-05T12:00:00+08:00; T is the end
of the period unless given. FILE is NDJSON, one record a line {seq, received_at, verdict, earliest,
latest, claimed, line}, or the server's SQLite database, which is opened for reading only.

Prints JSON: every figure with the records behind it, the same by one breakdown, and the balance of
carried over + found + reopened − closed = open. Shares no code with the program it checks.
"""

import argparse
import json
import sqlite3
import sys
from collections import defaultdict, namedtuple
from datetime import date, datetime, timedelta, timezone
from functools import lru_cache
from pathlib import Path

LOCAL = timezone(timedelta(hours=8))
DAY = timedelta(days=1)
EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
MILLISECOND = timedelta(milliseconds=1)

Event = namedtuple("Event", "seq received moment type object school actor body")


# ---- time: an instant is an integer of milliseconds, a day a date in local time ---------------------

@lru_cache(maxsize=None)
def first_moment(day):
    return (datetime(day.year, day.month, day.day, tzinfo=LOCAL) - EPOCH) // MILLISECOND


def last_moment(day):
    return first_moment(day + DAY) - 1


@lru_cache(maxsize=None)
def day_of(instant):
    return (EPOCH + timedelta(milliseconds=instant)).astimezone(LOCAL).date()


@lru_cache(maxsize=None)
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


class Question:
    """What is counted. `scope` None is the whole county; else a dictionary of townships, schools and
    assigned objects. Without `restricted` such hazards are numbers only."""

    def __init__(self, start, end, cutoff, known_by, scope=None, restricted=True, campaign="", missing=(), by="category"):
        self.start, self.end, self.cutoff, self.known_by = start, end, cutoff, known_by
        self.scope, self.restricted, self.campaign = scope, restricted, campaign
        self.missing = frozenset(missing)   # closed hazards whose evidence has not arrived
        self.by = by

    def holds(self, day):
        return self.start <= day <= self.end

    def covers(self, schools, school, object):
        if self.scope is None or school in self.scope["schools"] or object in self.scope["assigned"]:
            return True
        return school in schools.entries and schools.value(school, "township_id", self.end) in self.scope["townships"]

    def is_of_campaign(self, campaign):
        return self.campaign in ("", campaign)


# ---- schools: what the register said of them on a day ----------------------------------------------

ENTRY_FIELDS = {"township_id": "township"}  # a change names the field of the region's file
SCHOOL_FIELDS = {"school_type": "type", "township": "township_id", "ownership": "ownership"}


class Schools:
    def __init__(self, events):
        self.entries = {}
        self.changes = defaultdict(list)
        self.cache = {}
        for event in events:
            if event.type == "register.school":
                self.entries[event.object] = event.body
            elif event.type == "register.school_changed":
                self.changes[event.object].append(event.body)

    def value(self, school, field, day):
        key = (school, field, day)
        if key not in self.cache:
            self.cache[key] = self._value(school, field, day)
        return self.cache[key]

    def _value(self, school, field, day):
        """The last change up to the day; before the first one what was before it, else the entry."""
        if school not in self.entries:
            return ""
        rows = [row for row in self.entries[school].get("changes", []) if row["field"] == field]
        rows = sorted(rows + [row for row in self.changes[school] if row["field"] == field], key=lambda row: row["on"])
        passed = [row for row in rows if as_day(row["on"]) <= day]
        if passed:
            return passed[-1].get("after")
        if rows and rows[0].get("before"):
            return rows[0]["before"]
        return self.entries[school].get(ENTRY_FIELDS.get(field, field), "")

    def is_active(self, school, day):
        return "active" in (self.value(school, "status", day), self.value(school, "status", day - DAY))


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

    @property
    def is_restricted(self):
        return self.finding.body.get("restricted", False) or self.category in ("BULLY", "CARE")

    def row(self, by, schools, state):
        if by in SCHOOL_FIELDS:
            return schools.value(self.finding.school, SCHOOL_FIELDS[by], self.found_on)
        if by == "level":
            return "major" if state.decided == "major" else "general"
        if by == "source":
            return self.finding.body.get("source", "inspection")
        return self.category if by == "category" else self.finding.body.get("campaign", "")


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
        self.listed_on = None
        self.delisted = False
        self.transferred_on = None

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
    elif act == "listed":
        state.listed_on, state.delisted = as_day(event.body.get("on")) or day_of(event.moment), False
    elif act == "delisted":
        state.delisted = True
    elif act == "transferred":
        state.transferred_on = as_day(event.body.get("on")) or day_of(event.moment)
    elif state.closed:
        pass # a closed hazard is opened by reopening alone
    elif act == "assigned":
        state.first_due = deadline(event)
    elif act == "assignment_withdrawn":
        state.first_due = state.extended_to = state.asked_for = None    # waits for a new order
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
    """Members of every figure, in all and by row; hidden ones are numbers."""

    def __init__(self):
        self.members = defaultdict(list)
        self.hidden = defaultdict(int)
        self.rows = defaultdict(Counts)

    def add(self, figure, member, row=None, hidden=False):
        if hidden:
            self.hidden[figure] += 1
        else:
            self.members[figure].append(member)
        if row is not None:
            self.rows[row].add(figure, member, hidden=hidden)


def count_hazards(counts, hazards, schools, asked):
    cutoff_day = day_of(asked.cutoff)
    balance = {"carried": 0, "found": 0, "reopened": 0, "closed": 0, "open": 0}
    for hazard in hazards:
        finding = hazard.finding
        if not (asked.is_of_campaign(finding.body.get("campaign", ""))
                and asked.covers(schools, finding.school, hazard.name)):
            continue
        now = state_of(hazard, asked.cutoff)
        if not now.found:
            continue
        row = hazard.row(asked.by, schools, now)
        hidden = hazard.is_restricted and not asked.restricted

        def put(figure, condition=True, times=1):
            for _ in range(times if condition else 0):
                counts.add(figure, hazard.name, row, hidden)

        if hazard.voided or hazard.merged:
            put("V", asked.holds(hazard.found_on))
            put("Vo", asked.holds(hazard.found_on) and now.open)
            continue
        before = state_of(hazard, first_moment(asked.start) - 1)
        acts = [chapter for chapter in hazard.story
                if not isinstance(chapter, Hazard) and moment_of(chapter) <= asked.cutoff]
        reopenings = [day_of(moment_of(act)) for act in acts if act.type == "hazard.reopened"]
        grants = [day_of(moment_of(act)) for act in acts if act.type == "hazard.extension_granted"]
        if asked.holds(hazard.found_on):
            count_found(put, hazard, now, cutoff_day, asked)
        put("N7", before.open)
        put("X", before.closed and any(asked.holds(day) for day in reopenings))
        put("N8", now.closed and asked.holds(now.closed_on))
        put("N9", now.open)
        put("N9c", now.open and hazard.found_on < asked.start)
        put("N10", now.overdue(cutoff_day))
        put("N10p", now.overdue(cutoff_day) and now.waits_for_level)
        count_deadline(put, "N11", "N11w", now, now.due, asked)
        count_deadline(put, "N12r", None, now, now.first_due, asked)
        put("N12", any(asked.holds(day) for day in grants))
        put("N13", times=sum(asked.holds(day) for day in reopenings))
        moved = now.transferred_on is not None and asked.holds(now.transferred_on)
        put("N16", moved)
        put("N16o", moved and now.open)
        listed = now.listed_on is not None and asked.holds(now.listed_on)
        put("M5", listed)
        put("M5s", listed and not now.delisted)

        balance["carried"] += before.open
        balance["found"] += asked.start <= hazard.found_on <= cutoff_day
        balance["reopened"] += before.closed and any(asked.start <= day <= cutoff_day for day in reopenings)
        balance["closed"] += now.closed and asked.start <= now.closed_on <= cutoff_day
        balance["open"] += now.open
    return balance


def count_found(put, hazard, now, cutoff_day, asked):
    put("N3")
    put("N3s", hazard.finding.body.get("source") == "self_check")
    put("N4", now.closed)
    put("N4s", now.closed and now.on_the_spot)
    put("N4e", now.closed and hazard.name in asked.missing)
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


def count_deadline(put, figure, waiting, now, due, asked):
    if due is None or not asked.holds(due):
        return
    if now.open and now.submitted_on is not None and now.submitted_on <= due:
        if waiting:
            put(waiting)
        return # in time and waiting: a slow reviewer makes no school late
    put(figure + "/base")
    put(figure, now.accepted_on is not None and now.accepted_on <= due)


def row_of_school(schools, school, day, asked):
    """None where the breakdown does not go by schools: such figures have no rows then."""
    return schools.value(school, SCHOOL_FIELDS[asked.by], day) if asked.by in SCHOOL_FIELDS else None


def count_visits(counts, events, schools, asked):
    inspected = set()
    supervised = set()
    visits = defaultdict(bool)
    groups = set()
    for event in events:
        if event.type != "inspection.submitted":
            continue
        day = as_day(event.body["on"])
        campaign = event.body.get("campaign", "")
        if (not asked.holds(day) or within_day(event.moment, day) > asked.cutoff
                or not asked.is_of_campaign(campaign) or not asked.covers(schools, event.school, event.object)):
            continue
        people = event.body.get("inspectors", [])
        team = event.body.get("team") or "+".join(sorted(people)) or event.actor
        by_others = event.body.get("type") != "self"
        inspected.add(event.school)
        if by_others:
            supervised.add(event.school)
        visits[(day, event.school, team)] |= by_others
        groups.add((day, bool(campaign), campaign or team))
    for school in sorted(inspected):
        row = row_of_school(schools, school, asked.end, asked)
        counts.add("N1", school, row)
        if school in supervised:
            counts.add("N1i", school, row)
        if school in schools.entries and not schools.is_active(school, asked.end):
            counts.add("N1c", school, row)
    for (day, school, team), by_others in sorted(visits.items()):
        for figure in ("N2", "N2i") if by_others else ("N2",):
            counts.add(figure, f"{day.isoformat()} {school} {team}", row_of_school(schools, school, day, asked))
    for group in sorted(groups):
        counts.add("N2b", f"{group[0].isoformat()} {group[2]}")
    return inspected


def count_coverage(counts, schools, inspected, asked):
    for school in sorted(schools.entries):
        if not schools.is_active(school, asked.end) or not asked.covers(schools, school, None):
            continue
        row = row_of_school(schools, school, asked.end, asked)
        counts.add("N1r/base", school, row)
        if school in inspected:
            counts.add("N1r", school, row)


def count_notices(counts, events, schools, asked):
    issued = {}
    for event in events:
        if event.type not in ("notice.issued", "notice.cancelled"):
            continue
        day = as_day(event.body["on"])
        if within_day(event.moment, day) > asked.cutoff:
            continue
        if event.type == "notice.cancelled":
            issued.pop(event.object, None)
        elif (asked.holds(day) and asked.is_of_campaign(event.body.get("campaign", ""))
              and asked.covers(schools, event.school, event.object)):
            issued[event.object] = row_of_school(schools, event.school, day, asked)
    for notice, row in sorted(issued.items()):
        counts.add("N14", notice, row)


# ---- printing --------------------------------------------------------------------------------------

PLAIN = ["N1", "N1i", "N1c", "N2", "N2i", "N2b", "N3", "N3s", "N4", "N4s", "N4e", "N6", "N6.pending",
         "N6.review", "N6.overdue", "N6.extended", "N6.running", "N6.unassigned", "N7", "X", "N8", "N9", "N9c",
         "N10", "N10p", "N11w", "N12", "N13", "N14", "N16", "N16o", "M1", "M2", "M4", "M5", "M5s", "V", "Vo"]
RATES = {"N1r": ("N1r", "N1r/base"), "N5": ("N4", "N3"), "N11": ("N11", "N11/base"),
         "N12r": ("N12r", "N12r/base"), "M3": ("M2", "M1")}
BY_SCHOOL_OR_DAY = {"N1", "N1i", "N1c", "N1r", "N2", "N2i", "N2b", "N14"}


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


def figures_of(counts, names):
    figures = {}
    for name in names:
        keys = RATES.get(name, (name,))
        behind = [sorted(counts.members[key]) for key in keys]
        numbers = [len(members) + counts.hidden[key] for key, members in zip(keys, behind)]
        figures[name] = {"value": numbers[0], "members": behind[0], "hidden": counts.hidden[keys[0]]}
        if name in RATES:
            figures[name].update(base=numbers[1], base_members=behind[1], text=rate_text(*numbers))
    return figures


def recount(records, asked):
    events = accepted_events(records, asked.known_by)
    schools = Schools(events)
    counts = Counts()
    balance = count_hazards(counts, tell_hazards(events), schools, asked)
    inspected = count_visits(counts, events, schools, asked)
    count_coverage(counts, schools, inspected, asked)
    count_notices(counts, events, schools, asked)
    names = PLAIN + list(RATES)
    row_names = [name for name in names if asked.by in SCHOOL_FIELDS and name != "N2b" or name not in BY_SCHOOL_OR_DAY]
    balance["holds"] = balance["carried"] + balance["found"] + balance["reopened"] - balance["closed"] == balance["open"]
    return {
        "figures": figures_of(counts, names),
        "rows": {row: figures_of(members, row_names) for row, members in sorted(counts.rows.items())},
        "balance": balance,
    }


def main():
    parser = argparse.ArgumentParser(description="Counts the figures a second time, straight from the log.")
    parser.add_argument("--from", dest="start", type=date.fromisoformat, required=True)
    parser.add_argument("--to", dest="end", type=date.fromisoformat, required=True)
    parser.add_argument("--cutoff", type=cut)
    parser.add_argument("--known-by", type=cut, required=True)
    parser.add_argument("--by", default="category",
                        choices=("category", "school_type", "township", "ownership", "level", "campaign", "source"))
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--log")
    source.add_argument("--database")
    asked = parser.parse_args()
    records = records_of_ndjson(asked.log) if asked.log else records_of_database(asked.database)
    cutoff = last_moment(asked.end) if asked.cutoff is None else asked.cutoff
    result = recount(records, Question(asked.start, asked.end, cutoff, asked.known_by, by=asked.by))
    json.dump(result, sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
