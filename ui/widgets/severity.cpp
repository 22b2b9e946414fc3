#include "ui/widgets/severity.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace plumbline {

namespace {

/// Lends tr() to free functions.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(Severity)
};

} // namespace

QString severityIcon(Severity severity)
{
    switch (severity) {
    case Severity::None:
        return {};
    case Severity::Hint:
        return u"hint"_s;
    case Severity::Warning:
        return u"warning"_s;
    case Severity::Error:
        return u"error"_s;
    case Severity::Good:
        return u"good"_s;
    }
    return {};
}

QColor severityText(Severity severity, const Theme &theme)
{
    switch (severity) {
    case Severity::Warning:
        return theme.amber;
    case Severity::Error:
        return theme.red;
    case Severity::Good:
        return theme.green;
    case Severity::None:
    case Severity::Hint:
        break;
    }
    return theme.ink2;
}

QColor severityMark(Severity severity, const Theme &theme)
{
    return severity == Severity::Warning ? theme.amberMark : severityText(severity, theme);
}

QColor severityGround(Severity severity, const Theme &theme)
{
    switch (severity) {
    case Severity::Warning:
        return theme.amberBg;
    case Severity::Error:
        return theme.redBg;
    case Severity::Good:
        return theme.greenBg;
    case Severity::None:
    case Severity::Hint:
        break;
    }
    return theme.window;
}

QString severityWord(Severity severity)
{
    switch (severity) {
    case Severity::None:
        return {};
    case Severity::Hint:
        return Words::tr("Hint");
    case Severity::Warning:
        return Words::tr("Warning");
    case Severity::Error:
        return Words::tr("Error");
    case Severity::Good:
        return Words::tr("Good");
    }
    return {};
}

QString severityCount(Severity severity, int count)
{
    switch (severity) {
    case Severity::None:
        break;
    case Severity::Hint:
        return Words::tr("%n hint(s)", nullptr, count);
    case Severity::Warning:
        return Words::tr("%n warning(s)", nullptr, count);
    case Severity::Error:
        return Words::tr("%n error(s)", nullptr, count);
    case Severity::Good:
        return Words::tr("%n good", nullptr, count);
    }
    return QString::number(count);
}

} // namespace plumbline
