#include "core/domain/intereststatement.h"

#include "core/domain/person.h"

#include <QCoreApplication>

namespace plumbline {

KindDescription describeInterestStatement()
{
    return kindDescription<InterestStatement>(
        "intereststatement", QT_TRANSLATE_NOOP("Kind", "Statement of interest"),
        QT_TRANSLATE_NOOP("Kind", "Statements of interest"), "IS", "text",
        {
            field<&InterestStatement::person>("person", QT_TRANSLATE_NOOP("Field", "Person")),
            field<&InterestStatement::date>("date", QT_TRANSLATE_NOOP("Field", "Date")),
            field<&InterestStatement::text>("text", QT_TRANSLATE_NOOP("Field", "Text")).longText(),
            field<&InterestStatement::url>("url", QT_TRANSLATE_NOOP("Field", "Address"))
                .withHelp(QT_TRANSLATE_NOOP("Field", "Where it is published.")),
            field<&InterestStatement::source>("source", QT_TRANSLATE_NOOP("Field", "Source")),
        });
}

} // namespace plumbline
