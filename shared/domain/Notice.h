// Rectification notice 整改通知书 (domain.md §13.1): one a school a visit; major hazards get
// their own. The per-hazard orders travel as hazard.assigned events beside it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/Day.h"
#include "domain/Evidence.h"
#include "domain/Words.h"

namespace campus::domain {

struct NoticeLine {
    std::string hazard;
    std::string place, problem, basis, measure, interim, responsible;
    Level level = Level::General;
    int days = 0;
    Day due;
    bool operator==(const NoticeLine &) const = default;
};

struct NoticeIssued {
    std::string temporaryNumber;  // printed on paper until the server gives the official one
    Day on;
    std::string campaign;
    std::vector<std::string> inspectors; // user ids
    std::string basisText;        // the bureau's own words, never hard-wired
    std::string requirements;
    std::string consequences;
    std::string contact, phone;
    std::vector<NoticeLine> lines;
    std::vector<HandSignature> signatures; // inspector, and school when signed on the spot
    std::optional<Day> servedOn;  // signed on the spot = that day (§10.5)
    bool restricted = false;      // about restricted hazards, and about them alone (§11.3)
    bool operator==(const NoticeIssued &) const = default;
};

struct NoticeReceipted { // 签收、回执
    HandSignature signature;
    Day on;
    bool operator==(const NoticeReceipted &) const = default;
};

struct NoticeCancelled {
    std::string reason;
    Day on;
    bool operator==(const NoticeCancelled &) const = default;
};

struct Notice {
    std::string id;
    std::string school;
    std::string number;           // ×教安改〔2025〕12号, by the server; empty until then
    NoticeIssued issued;
    std::string issuer;           // user id
    std::optional<HandSignature> receipt;
    std::optional<Day> receiptedOn;
    std::optional<Day> cancelledOn;
    std::string cancelReason;
    std::uint64_t version = 0;
    bool operator==(const Notice &) const = default;
};

} // namespace campus::domain
