#include "core/domain/datasource.h"

#include "core/domain/subteam.h"

#include <QCoreApplication>

namespace plumbline {

template<>
const QList<ChoiceWord> &choiceWords<Need>()
{
    static const QList<ChoiceWord> words{
        {"needed", QT_TRANSLATE_NOOP("Choice", "Needed")},
        {"important", QT_TRANSLATE_NOOP("Choice", "Important")},
        {"useful", QT_TRANSLATE_NOOP("Choice", "Useful")},
    };
    return words;
}

template<>
const QList<ChoiceWord> &choiceWords<SourceState>()
{
    static const QList<ChoiceWord> words{
        {"identified", QT_TRANSLATE_NOOP("Choice", "Identified")},
        {"requested", QT_TRANSLATE_NOOP("Choice", "Requested")},
        {"expected", QT_TRANSLATE_NOOP("Choice", "Expected")},
        {"obtained", QT_TRANSLATE_NOOP("Choice", "Obtained")},
        {"appraised", QT_TRANSLATE_NOOP("Choice", "Appraised")},
        {"used", QT_TRANSLATE_NOOP("Choice", "Used")},
        {"notused", QT_TRANSLATE_NOOP("Choice", "Not used")},
        {"withdrawn", QT_TRANSLATE_NOOP("Choice", "Withdrawn")},
    };
    return words;
}

KindDescription describeDataSource()
{
    return kindDescription<DataSource>(
        "datasource", QT_TRANSLATE_NOOP("Kind", "Data source"), QT_TRANSLATE_NOOP("Kind", "Data sources"),
        "DS", "title",
        {
            field<&DataSource::title>("title", QT_TRANSLATE_NOOP("Field", "Title")).isMaterial(),
            field<&DataSource::category>("category", QT_TRANSLATE_NOOP("Field", "Type"))
                .withHelp(QT_TRANSLATE_NOOP("Field", "Study, dataset, briefing, interview, standard ...")),
            field<&DataSource::instance>("instance", QT_TRANSLATE_NOOP("Field", "Instance"))
                .withHelp(QT_TRANSLATE_NOOP("Field", "Edition, period or version.")),
            field<&DataSource::provider>("provider", QT_TRANSLATE_NOOP("Field", "Provider")),
            field<&DataSource::url>("url", QT_TRANSLATE_NOOP("Field", "Address")),
            field<&DataSource::need>("need", QT_TRANSLATE_NOOP("Field", "Need")),
            field<&DataSource::expected>("expected", QT_TRANSLATE_NOOP("Field", "Expected"))
                .withHelp(QT_TRANSLATE_NOOP("Field", "May be tentative.")),
            field<&DataSource::obtained>("obtained", QT_TRANSLATE_NOOP("Field", "Obtained")),
            field<&DataSource::access>("access", QT_TRANSLATE_NOOP("Field", "Access"))
                .withHelp(QT_TRANSLATE_NOOP("Field", "Who may see it and how.")),
            field<&DataSource::limitations>("limitations", QT_TRANSLATE_NOOP("Field", "Limitations"))
                .longText()
                .isMaterial(),
            field<&DataSource::appraisal>("appraisal", QT_TRANSLATE_NOOP("Field", "Appraisal"))
                .longText()
                .withHelp(QT_TRANSLATE_NOOP("Field", "How far it can be relied on.")),
            field<&DataSource::state>("state", QT_TRANSLATE_NOOP("Field", "State")),
            field<&DataSource::subteam>("subteam", QT_TRANSLATE_NOOP("Field", "Sub-team"))
                .withHelp(QT_TRANSLATE_NOOP("Field", "None: the full team.")),
            field<&DataSource::source>("source", QT_TRANSLATE_NOOP("Field", "Source")),
        });
}

} // namespace plumbline
