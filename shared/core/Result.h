// Result<T>: a value or an Error, with the member names of std::expected (GCC 12 has none).
// Expected outcomes (refused, already applied) are values, never errors.
#pragma once

#include <string>
#include <utility>
#include <variant>

#include "core/Assert.h"
#include "core/ErrorCode.h"

namespace campus {

// What failed, for a log or a developer; sentences for people are made elsewhere from `code`.
// `detail` names the place: file, item and field, or row and column. It holds no secret.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string detail;
};

template <typename T>
class [[nodiscard]] Result
{
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {} // NOLINT: implicit by design
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {} // NOLINT
    Result(ErrorCode code, std::string detail)
        : m_state(std::in_place_index<1>, Error{code, std::move(detail)})
    {
    }

    bool has_value() const { return m_state.index() == 0; }
    explicit operator bool() const { return has_value(); }
    const T &value() const &
    {
        CAMPUS_ASSERT(has_value());
        return std::get<0>(m_state);
    }
    T &value() &
    {
        CAMPUS_ASSERT(has_value());
        return std::get<0>(m_state);
    }
    T &&value() &&
    {
        CAMPUS_ASSERT(has_value());
        return std::get<0>(std::move(m_state));
    }
    const T &operator*() const & { return value(); }
    T &operator*() & { return value(); }
    T &&operator*() && { return std::move(*this).value(); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }
    const Error &error() const
    {
        CAMPUS_ASSERT(!has_value());
        return std::get<1>(m_state);
    }

private:
    std::variant<T, Error> m_state;
};

template <>
class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error) : m_failed(true), m_error(std::move(error)) {} // NOLINT: implicit by design
    Result(ErrorCode code, std::string detail) : m_failed(true), m_error{code, std::move(detail)} {}

    bool has_value() const { return !m_failed; }
    explicit operator bool() const { return !m_failed; }
    const Error &error() const
    {
        CAMPUS_ASSERT(m_failed);
        return m_error;
    }

private:
    bool m_failed = false;
    Error m_error;
};

} // namespace campus
