#include "core/domain/parts.h"

namespace plumbline {

template<>
const QList<ChoiceWord> &choiceWords<Level>()
{
    static const QList<ChoiceWord> words{{"high", QT_TRANSLATE_NOOP("Choice", "High")},
                                         {"medium", QT_TRANSLATE_NOOP("Choice", "Medium")},
                                         {"low", QT_TRANSLATE_NOOP("Choice", "Low")}};
    return words;
}

/// Sets @p members from @p items in order and stops at the first that does not fit.
template<class... Members>
static Status assign(const Value::Array &items, Members &...members)
{
    Status status;
    qsizetype index = 0;
    const auto one = [&](auto &member) {
        status = fromValue(items.value(index++), member);
        return bool(status);
    };
    (void)(one(members) && ...);
    return status;
}

QList<Part> Graded::parts()
{
    return {{"level", FieldType::Choice, QT_TRANSLATE_NOOP("Field", "Level"), &choiceWords<Level>()},
            {"reason", FieldType::Line, QT_TRANSLATE_NOOP("Field", "Because")}};
}

Value::Array Graded::toArray() const
{
    return {toValue(level), toValue(reason)};
}

Status Graded::fromArray(const Value::Array &items)
{
    return assign(items, level, reason);
}

QList<Part> Metric::parts()
{
    return {{"what", FieldType::Line, QT_TRANSLATE_NOOP("Field", "What")},
            {"unit", FieldType::Line, QT_TRANSLATE_NOOP("Field", "Unit")},
            {"baseline", FieldType::Line, QT_TRANSLATE_NOOP("Field", "Baseline")},
            {"target", FieldType::Line, QT_TRANSLATE_NOOP("Field", "Target")},
            {"by", FieldType::Date, QT_TRANSLATE_NOOP("Field", "By when")},
            {"verification", FieldType::Line, QT_TRANSLATE_NOOP("Field", "Verified by")}};
}

Value::Array Metric::toArray() const
{
    return {toValue(what),   toValue(unit), toValue(baseline),
            toValue(target), toValue(by),   toValue(verification)};
}

Status Metric::fromArray(const Value::Array &items)
{
    return assign(items, what, unit, baseline, target, by, verification);
}

} // namespace plumbline
