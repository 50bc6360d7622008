// An event: one immutable act of one person on one object (sync.md §3). This is its meaning;
// its exact bytes are made and read by wire/EventCodec and are never printed again.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "core/Clock.h"
#include "core/Sha256.h"
#include "domain/Checklist.h"
#include "domain/HazardAct.h"
#include "domain/Inspection.h"
#include "domain/Notice.h"
#include "domain/Register.h"

namespace campus::domain {

// A word of this program for every event type; `Unknown` carries types of later versions.
// Register facts (school, asset, user …) are events too, so the log alone is the whole truth.
using EventBody = std::variant<std::monostate, // an unknown type, kept as bytes only
                               HazardAct,      // hazard.*
                               InspectionAnswers, InspectionSubmitted, // inspection.*
                               NoticeIssued, NoticeReceipted, NoticeCancelled, // notice.*
                               Bureau, Township, School, SchoolChange, Asset, AssetObserved,
                               User, Checklist>; // register.*

struct Event {
    std::string id;         // UUIDv7
    std::string type;       // "hazard.registered"; the list is wire/EventCodec's table
    int version = 1;
    ObjectKind kind = ObjectKind::Hazard;
    std::string object;     // id of the object acted on
    std::string school;     // id; empty only for county-wide registers
    std::string actor;      // user id
    Role role = Role::System; // the one role the person acts in (domain.md §11.1)
    std::string session;
    std::uint64_t seen = 0; // doc version the person was looking at; 0 = none
    std::uint64_t head = 0; // highest log size the device knew
    Millis wall = 0;
    std::string boot;
    Millis mono = 0;
    std::vector<Digest> blobs; // everything the body names, sorted, without repeats
    EventBody body;
};

// Where an event lies in real time (sync.md §7). Pure value; `claimed` is the device's word.
struct Occurred {
    Millis earliest = 0;
    Millis latest = 0;
    Millis claimed = 0;
    // domain.md §12.10(13): the claim if it lies inside, else the nearer end.
    Millis decided() const { return claimed < earliest ? earliest : claimed > latest ? latest : claimed; }
};

} // namespace campus::domain
