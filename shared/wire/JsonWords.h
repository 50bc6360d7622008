// The text names of every enumeration that travels. Names are frozen: they are in logs for ever.
// Private to wire. Any thread.
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "domain/Checklist.h"
#include "domain/HazardAct.h"
#include "domain/LifeCycle.h"
#include "domain/Words.h"
#include "wire/Messages.h"

namespace campus::wire {

template <typename E>
inline constexpr std::array<std::pair<E, std::string_view>, 0> kWordsOf{}; // empty: named elsewhere

template <>
inline constexpr std::array<std::pair<domain::Outcome, std::string_view>, 4>
    kWordsOf<domain::Outcome>{{
        {domain::Outcome::Open, "open"},
        {domain::Outcome::Pass, "pass"},
        {domain::Outcome::Fail, "fail"},
        {domain::Outcome::NotApplicable, "na"},
    }};
template <>
inline constexpr std::array<std::pair<PushAnswer::Outcome, std::string_view>, 3>
    kWordsOf<PushAnswer::Outcome>{{
        {PushAnswer::Outcome::Taken, "taken"},
        {PushAnswer::Outcome::Gap, "gap"},
        {PushAnswer::Outcome::Forked, "forked"},
    }};
template <>
inline constexpr std::array<std::pair<PullAnswer::Outcome, std::string_view>, 3>
    kWordsOf<PullAnswer::Outcome>{{
        {PullAnswer::Outcome::Page, "page"},
        {PullAnswer::Outcome::Diverged, "diverged"},
        {PullAnswer::Outcome::Bootstrap, "bootstrap"},
    }};
template <>
inline constexpr std::array<std::pair<FeedRow::Kind, std::string_view>, 3> kWordsOf<FeedRow::Kind>{{
    {FeedRow::Kind::Doc, "doc"},
    {FeedRow::Kind::Remove, "remove"},
    {FeedRow::Kind::Verdict, "verdict"},
}};

template <typename E>
std::string_view wordOf(E value)
{
    if constexpr (!kWordsOf<E>.empty()) {
        const auto found =
            std::find_if(kWordsOf<E>.begin(), kWordsOf<E>.end(),
                         [value](const auto &entry) { return entry.first == value; });
        return found == kWordsOf<E>.end() ? std::string_view{} : found->second;
    } else {
        return nameOf(value);
    }
}

template <typename E>
std::optional<E> withWord(std::string_view word)
{
    if constexpr (!kWordsOf<E>.empty()) {
        const auto found = std::find_if(kWordsOf<E>.begin(), kWordsOf<E>.end(),
                                        [word](const auto &entry) { return entry.second == word; });
        return found == kWordsOf<E>.end() ? std::nullopt : std::optional<E>(found->first);
    } else if constexpr (std::is_same_v<E, domain::HazardActKind>) {
        return domain::hazardActNamed(word);
    } else if constexpr (std::is_same_v<E, domain::ResponseType>) {
        return domain::responseTypeNamed(word);
    } else if constexpr (std::is_same_v<E, journal::VerdictKind>) {
        return journal::verdictNamed(word);
    } else {
        return domain::valueNamed<E>(word);
    }
}

} // namespace campus::wire
