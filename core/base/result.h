#pragma once

#include <QString>

#include <optional>
#include <utility>
#include <variant>

namespace plumbline {

/// What kind of thing went wrong; callers decide by it, the command line turns it into its exit code.
enum class ErrorCode {
    Usage,       ///< The caller asked for something that makes no sense (command line: exit 2).
    BadInput,    ///< A file, a line or a value cannot be understood or is refused by a rule (exit 3).
    NotFound,    ///< A record, field or conflict of that name does not exist (exit 3).
    Refused,     ///< A rule of the review or of the program forbids it (exit 3).
    Conflict,    ///< The field holds several values; resolve it first (exit 3).
    Newer,       ///< The file needs a newer program (exit 3).
    Locked,      ///< Another window or program is writing the file (exit 4).
    CannotWrite, ///< Disk full, read-only folder, missing folder (exit 4).
    Cancelled,   ///< The user stopped it; nothing is half done (exit 4).
    Damaged,     ///< The file is one of ours, but its content does not hold together (exit 4).
};

/// An error as a value: a code for the caller, a sentence for the user, a detail for the log.
///
/// The sentence says what happened, what was kept and what to do, and is fit to be shown as it stands.
struct Error {
    ErrorCode code = ErrorCode::BadInput;
    QString sentence;
    QString detail; ///< Whole English sentence for logs; empty when the sentence says all.
    QString field;  ///< The field concerned, by its name in the description; empty when none is.
};

/// A value or an error. (C++20 has no std::expected.)
template<class T>
class [[nodiscard]] Result
{
public:
    Result(T value) : m_content(std::move(value)) {}
    Result(Error error) : m_content(std::move(error)) {}

    explicit operator bool() const { return m_content.index() == 0; }
    const T &operator*() const & { return std::get<0>(m_content); }
    T &operator*() & { return std::get<0>(m_content); }
    T &&operator*() && { return std::get<0>(std::move(m_content)); }
    const T *operator->() const { return &std::get<0>(m_content); }
    T *operator->() { return &std::get<0>(m_content); }
    const Error &error() const { return std::get<1>(m_content); }

private:
    std::variant<T, Error> m_content;
};

/// Success or an error.
class [[nodiscard]] Status
{
public:
    Status() = default;
    Status(Error error) : m_error(std::move(error)) {}

    explicit operator bool() const { return !m_error; }
    const Error &error() const { return *m_error; }

private:
    std::optional<Error> m_error;
};

} // namespace plumbline
