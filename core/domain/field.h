#pragma once

#include "core/base/partialdate.h"
#include "core/base/result.h"
#include "core/base/value.h"
#include "core/domain/choice.h"
#include "core/domain/record.h"

#include <QByteArray>
#include <QList>

#include <concepts>
#include <optional>

namespace plumbline {

enum class Kind;

/// What a field holds, for forms, tables, the command line and the projection.
enum class FieldType {
    Line,      ///< One line of text.
    Text,      ///< Several lines, CommonMark.
    Date,      ///< PartialDate.
    Instant,   ///< A point in time in UTC, text `2020-03-04T23:59Z`.
    Number,    ///< A whole number.
    Choice,    ///< One word of a list; unknown words are kept.
    Reference, ///< The id of another record.
    Parts,     ///< Several values that belong together and are one register (a metric, a priority).
    Bytes,     ///< A hash.
};

/// How the values of several people become one; fixed for ever per field name. Source: docs/file-format.md.
enum class MergePolicy {
    Ask,   ///< Several different values are a conflict a person decides.
    Text3, ///< Long text: three-way merge, computed and never written; a conflict only where it is not clean.
    LastWriterWins, ///< Minor fields (`~place`): the last in order.
    First,          ///< Fields written once: the first in order.
};

/// One value of a Parts field.
struct Part {
    const char *name;
    FieldType type;
    const char *label; ///< QT_TRANSLATE_NOOP of context "Field".
    const QList<ChoiceWord> *choices = nullptr;
};

/// One field of a kind: all that consumers need to store, show, edit and merge it. Whether outsiders may read it stands in
/// publishing.h.
struct Field {
    QByteArray name; ///< As in files, after the kind's name and a dot. For ever.
    FieldType type = FieldType::Line;
    const char *label = ""; ///< QT_TRANSLATE_NOOP of context "Field".
    const char *help =
        ""; ///< One sentence, QT_TRANSLATE_NOOP of context "Field"; empty when the label says it.
    MergePolicy policy = MergePolicy::Ask;
    bool material = false;                      ///< Links confirmed against an older value become suspect.
    int since = 1;                              ///< Format version that brought the field.
    const QList<ChoiceWord> *choices = nullptr; ///< For Choice.
    std::optional<Kind> target;                 ///< For Reference: the kind referred to; none means any kind.
    QList<Part> parts;                          ///< For Parts.
    Value (*get)(const Record &) = nullptr;
    /// Error BadInput with a sentence when the value does not fit; the record is then unchanged. The caller
    /// adds the field's name to the error.
    Status (*set)(Record &, const Value &) = nullptr;

    // Chained by the descriptions: field<&T::text>("text", ...).longText().isMaterial()
    Field &&longText() &&;
    Field &&isMaterial() &&;
    Field &&isInstant() &&;
    Field &&withHelp(const char *text) &&;
    Field &&decidedBy(MergePolicy newPolicy) &&;
};

/// The fields every kind has: `key` (unless the kind has none) and `~place`.
QList<Field> commonFields(bool withKey);

// --- How members become values and back -----------------------------------------------------------------

/// A value of several parts that are one register; see Part. The struct lists its members in parts().
template<class T>
concept PartsValue = requires(const T &value)
{
    {
        T::parts()
        } -> std::convertible_to<QList<Part>>;
    {
        value.toArray()
        } -> std::convertible_to<Value::Array>;
};

Value toValue(const QString &text);
Value toValue(const std::optional<PartialDate> &date);
Value toValue(const std::optional<qint64> &number);
Value toValue(const QByteArray &bytes);
Value toValue(const Place &place);
Value idValue(const QUuid &uuid);
Status fromValue(const Value &value, QString &text);
Status fromValue(const Value &value, std::optional<PartialDate> &date);
Status fromValue(const Value &value, std::optional<qint64> &number);
Status fromValue(const Value &value, QByteArray &bytes);
Status fromValue(const Value &value, Place &place);
Status idFromValue(const Value &value, QUuid &uuid);

template<class E>
Value toValue(const Choice<E> &choice)
{
    return toValue(choice.word());
}
template<class E>
Status fromValue(const Value &value, Choice<E> &choice)
{
    QString word;
    if (Status status = fromValue(value, word); !status)
        return status;
    choice = word.isEmpty() ? Choice<E>() : Choice<E>::fromWord(word);
    return {};
}
template<class T>
Value toValue(const Id<T> &id)
{
    return idValue(id.uuid);
}
template<class T>
Status fromValue(const Value &value, Id<T> &id)
{
    return idFromValue(value, id.uuid);
}
template<PartsValue T>
Value toValue(const T &parts)
{
    // A register nobody filled in is null, so that it counts as missing everywhere alike.
    return parts == T() ? Value() : Value(parts.toArray());
}
template<PartsValue T>
Status fromValue(const Value &value, T &parts)
{
    T filled;
    if (!value.isNull()) {
        Value::Array items = value.isArray() ? value.array() : Value::Array{value};
        items.resize(T::parts().size());
        if (Status status = filled.fromArray(items); !status)
            return status;
    }
    parts = filled;
    return {};
}

namespace detail {

template<class M>
struct MemberTraits;
template<class C, class M>
struct MemberTraits<M C::*> {
    using Class = C;
    using Member = M;
};

inline FieldType typeOf(const QString *)
{
    return FieldType::Line;
}
inline FieldType typeOf(const std::optional<PartialDate> *)
{
    return FieldType::Date;
}
inline FieldType typeOf(const std::optional<qint64> *)
{
    return FieldType::Number;
}
inline FieldType typeOf(const QByteArray *)
{
    return FieldType::Bytes;
}
inline FieldType typeOf(const Place *)
{
    return FieldType::Parts;
}
template<class E>
FieldType typeOf(const Choice<E> *)
{
    return FieldType::Choice;
}
template<class T>
FieldType typeOf(const Id<T> *)
{
    return FieldType::Reference;
}
template<PartsValue T>
FieldType typeOf(const T *)
{
    return FieldType::Parts;
}

template<class M>
void complete(Field &, const M *)
{
}
template<class E>
void complete(Field &field, const Choice<E> *)
{
    field.choices = &choiceWords<E>();
}
template<class T>
void complete(Field &field, const Id<T> *)
{
    if constexpr (!std::is_same_v<T, Record>)
        field.target = T::kind;
}
template<PartsValue T>
void complete(Field &field, const T *)
{
    field.parts = T::parts();
}

template<auto member>
Value getMember(const Record &record)
{
    using C = typename MemberTraits<decltype(member)>::Class;
    return toValue(static_cast<const C &>(record).*member);
}
template<auto member>
Status setMember(Record &record, const Value &value)
{
    using C = typename MemberTraits<decltype(member)>::Class;
    return fromValue(value, static_cast<C &>(record).*member);
}

} // namespace detail

/// Describes the member as a field: `field<&Milestone::target>("target", QT_TRANSLATE_NOOP("Field",
/// "Target"))`.
template<auto member>
Field field(const char *name, const char *label)
{
    using M = typename detail::MemberTraits<decltype(member)>::Member;
    Field field;
    field.name = name;
    field.label = label;
    field.type = detail::typeOf(static_cast<const M *>(nullptr));
    field.get = &detail::getMember<member>;
    field.set = &detail::setMember<member>;
    detail::complete(field, static_cast<const M *>(nullptr));
    return field;
}

} // namespace plumbline
