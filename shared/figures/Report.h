// What a query gives: every figure with the records behind it (domain.md §12). A plain value;
// the same query over the same facts gives the same report, in content and in order.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "domain/HazardAct.h"
#include "domain/Words.h"
#include "figures/Query.h"

namespace campus::figures {

// A number alone.
struct Number {
    std::int64_t count = 0;  // the figure; of a rate the numerator
    std::int64_t base = 0;   // of a rate the denominator; else 0
    std::int64_t hidden = 0; // of count: restricted hazards (§11.3) the scope may not open
    std::int64_t baseHidden = 0;
    bool operator==(const Number &) const = default;
};

// A number and what stands behind it: members.size() + hidden == count, and the same for the
// base of a rate.
struct Measure : Number {
    std::vector<std::string> members;     // sorted; N13 names a hazard once an event
    std::vector<std::string> baseMembers; // sorted
    bool operator==(const Measure &) const = default;
};

enum class FigureKind : std::uint8_t { Count = 1, Rate = 2 };

// What a member's id names. A visit is "2025-03-03 S001 <team>", a group "2025-03-03 <campaign or team>".
enum class MemberKind : std::uint8_t { Hazard = 1, School = 2, Visit = 3, Group = 4, Notice = 5 };

template <typename Value>
struct FigureOf {
    struct Cell {
        std::uint32_t row = 0, column = 0; // places in rowHeads and columnHeads
        Value value;
        bool operator==(const Cell &) const = default;
    };
    std::string id; // table in Definitions.h
    FigureKind kind = FigureKind::Count;
    MemberKind of = MemberKind::Hazard;
    Value total;
    // One for each head, or none where §12.10(11) has none; they add up to the total.
    std::vector<Value> rows, columns;
    std::vector<Cell> cells; // of two breakdowns crossed: those that are not 0, row by row
    bool operator==(const FigureOf &) const = default;
};
using Figure = FigureOf<Measure>;

struct RowHead {
    std::string value; // "FIRE", "primary", township id …; empty = not known to the register at K
    std::string name;  // of a township as known at K; else the value
    bool operator==(const RowHead &) const = default;
};

// N7 + N3 + X − N8 = N9 on [A, date of T] (§12.3, §12.10(14)). When it does not hold, a device
// clock put a closing before its reopening or finding; `offenders` names the hazards.
struct Identity {
    Day from, to;
    std::int64_t n7 = 0, n3 = 0, x = 0, n8 = 0, n9 = 0;
    std::vector<std::string> offenders;
    std::int64_t hiddenOffenders = 0; // restricted ones the scope may not open
    bool holds() const
    {
        return offenders.empty() && hiddenOffenders == 0 && n7 + n3 + x - n8 == n9;
    }
    bool operator==(const Identity &) const = default;
};

// An act whose interval spans a boundary, for a person to look at (§12.10(13)).
struct Ambiguous {
    enum class Boundary : std::uint8_t {
        From = 1,
        To = 2,
        Cutoff = 3,
        Due = 4
    } boundary = Boundary::From;
    domain::ObjectKind kind = domain::ObjectKind::Hazard;
    std::string object;
    std::string act; // event type
    std::uint64_t seq = 0;
    Millis earliest = 0, latest = 0, decided = 0;
    bool operator==(const Ambiguous &) const = default;
};

// What a reader must know before trusting the numbers.
struct Remark {
    enum class Kind : std::uint8_t {
        EvidenceMissing = 1, // closed, but the bytes that prove it have not arrived
        SchoolUnknown = 2,   // hazards of a school that the register known at K does not hold
        Uncertain = 3,       // hazards with an act whose time is ambiguous at A, B or T
        IdentityBroken = 4,
        ReceivedAfterPeriod = 5, // in N3, but registered with the server only after T (补报)
    } kind = Kind::EvidenceMissing;
    std::vector<std::string> members;
    std::int64_t hidden = 0; // restricted ones the scope may not open
    std::int64_t count() const { return static_cast<std::int64_t>(members.size()) + hidden; }
    bool operator==(const Remark &) const = default;
};

struct Report {
    Query query;
    std::vector<Figure> figures; // in the order of Definitions.h
    std::vector<RowHead> rowHeads;
    std::vector<RowHead> columnHeads; // of Query::across
    Identity identity;
    std::vector<Ambiguous> ambiguous; // by seq, then boundary
    std::vector<Remark> remarks;      // by kind

    const Figure &figure(std::string_view id) const; // the id must be one of Definitions.h
    std::int64_t count(std::string_view id) const { return figure(id).total.count; }
    const Remark *remark(Remark::Kind kind) const; // null when there is none
    bool operator==(const Report &) const = default;
};

// The numbers of a report without what stands behind them; much cheaper to come by.
struct Counts {
    struct RemarkCount {
        Remark::Kind kind = Remark::Kind::EvidenceMissing;
        std::int64_t count = 0;
        bool operator==(const RemarkCount &) const = default;
    };
    Query query;
    std::vector<FigureOf<Number>> figures; // in the order of Definitions.h
    std::vector<RowHead> rowHeads, columnHeads;
    Identity identity;
    std::vector<RemarkCount> remarks; // by kind

    const FigureOf<Number> &figure(std::string_view id) const; // one of Definitions.h
    std::int64_t count(std::string_view id) const { return figure(id).total.count; }
    bool operator==(const Counts &) const = default;
};
Counts countsOf(const Report &report); // the report without its members

// Every octet of a report as text, for comparing two of them and for a hash over a frozen one.
std::string fingerprint(const Report &report);

} // namespace campus::figures
