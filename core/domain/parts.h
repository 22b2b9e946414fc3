#pragma once

#include "core/domain/field.h"

namespace plumbline {

enum class Level { High, Medium, Low };
template<>
const QList<ChoiceWord> &choiceWords<Level>();

/// A level with the reason for it: the priority of a recommendation, the confidence in a finding.
struct Graded {
    Choice<Level> level;
    QString reason;

    static QList<Part> parts();
    Value::Array toArray() const;
    Status fromArray(const Value::Array &items);
    friend bool operator==(const Graded &, const Graded &) = default;
};

/// How the success of a recommendation will be measured. Figures are decimal text: "95", "2.5".
struct Metric {
    QString what;
    QString unit;
    QString baseline; ///< The value when the recommendation was made.
    QString target;
    std::optional<PartialDate> by;
    QString verification; ///< How and where a reader can check it.

    static QList<Part> parts();
    Value::Array toArray() const;
    Status fromArray(const Value::Array &items);
    friend bool operator==(const Metric &, const Metric &) = default;
};

} // namespace plumbline
